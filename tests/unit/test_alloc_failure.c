/*
 * Memory that runs out at any moment of a conversation. The allocators of the C library are
 * replaced for the program and every library under it (jansson, PCRE2, libidn2, libunistring), and
 * each allocation in turn fails, alone or with all that follow. A reply is then the whole reply or
 * the error `internal`, never one that lacks a part; nothing leaks; and the same request is
 * answered in full when there is memory again.
 */
#include "catalogue/cues.h"
#include "frame.h"
#include "json_memory.h"
#include "serve.h"
#include "session.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

/* ---- allocators ---- */

#ifdef HONMONO_SANITIZED
#define REAL(name) __interceptor_##name
#define COUNTS_ALL false /* strdup passes by here; LeakSanitizer looks instead */
#else
#define REAL(name) __libc_##name
#define COUNTS_ALL true
#endif

void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t count, size_t size);
void *REAL(realloc)(void *block, size_t size);
void REAL(free)(void *block);

static bool counting, all_later;
static long until_failure = -1; /* allocations that still succeed; negative: all do */
static long failures, asked, live;

static bool fails(void)
{
	if (!counting)
		return false;
	asked++;
	if (until_failure < 0 || (until_failure > 0 && until_failure--))
		return false;
	if (!all_later)
		until_failure = -1;
	failures++;
	errno = ENOMEM;
	return true;
}

static void *made(void *block)
{
	live += counting && block;
	return block;
}

void *malloc(size_t size)
{
	return fails() ? NULL : made(REAL(malloc)(size));
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : made(REAL(calloc)(count, size));
}

void *realloc(void *block, size_t size)
{
	if (fails())
		return NULL;
	return block ? REAL(realloc)(block, size) : made(REAL(realloc)(block, size));
}

void free(void *block)
{
	live -= counting && block;
	REAL(free)(block);
}

/* Runs out after `after` allocations (negative: never), until run_out_over(). */
static void run_out(long after, bool for_good)
{
	until_failure = after;
	all_later = for_good;
	failures = asked = 0;
	counting = true;
}

static void run_out_over(void)
{
	counting = false;
}

/* ---- a conversation ---- */

static const char *const messages[] = {
    "{\"id\":1,\"type\":\"hello\",\"protocol\":1,\"client\":{\"name\":\"t\",\"version\":\"1\"},"
    "\"languages\":[\"ja\",\"en\"]}",
    "{\"id\":2,\"type\":\"profile\",\"trusted\":[\"friend.example\",\"someone@mail.example\","
    "\"com\"],\"unused_services\":[\"netflix\",\"none-such\"],\"brands\":[{\"id\":\"ours\","
    "\"name\":\"Our Office\",\"aliases\":[\"私たちの事務所\"],\"web_domains\":"
    "[\"office.example\",\"xn--cckbak0byl6e.example\"],\"mail_domains\":[\"mail.office.example\"],"
    "\"mail_addresses\":[\"desk@post.example\"]}]}",
    "{\"id\":3,\"type\":\"brands\",\"from\":700}",
    "{\"id\":4,\"type\":\"check\",\"sender\":{\"name\":\"Ａｍａｚｏｎ カスタマー\",\"address\":"
    "\"info@amaz\\u043en.example\"},\"reply_to\":[\"x@mail.example\"],\"recipients\":[\"me@me."
    "example\"],"
    "\"subject\":\"【重要】アカウントが停止されました\",\"text\":\"24時間以内に本人確認を"
    "お願いします。Your account is suspended; verify your password within 24 hours.\",\"links\":["
    "{\"url\":\"https://www.google.com/url?q=https%3A%2F%2Fp\\u0430ypal.com%2Flogin\","
    "\"text\":\"paypal.com\"},{\"url\":\"http://xn--80ak6aa92e.com/\",\"text\":\"Apple ID\"},"
    "{\"url\":\"https://rnicrosoft.com@203.0.113.5:8080/a\"},{\"url\":\"https://"
    "amazon.co.jp.signin.example/\",\"text\":\"https://www.amazon.co.jp/\"},"
    "{\"url\":\"https://stra\\u00dfe.example/\"}]}",
    "{\"id\":5,\"type\":\"check\",\"sender\":{\"name\":",
};

#define REQUESTS (sizeof(messages) / sizeof(messages[0]))

/* Reading so many numbers uses up the memory in which jansson otherwise needs no allocation (json_memory.h). */
#define PAD (JSON_MEMORY_FRONT / 32)

static char requests[REQUESTS][2 * PAD + 4096];

/* The messages, each with a member in front that means nothing. */
static void pad_requests(void)
{
	static char pad[2 * PAD + 1];

	for (size_t i = 0; i < PAD; i++)
		memcpy(pad + 2 * i, "0,", 2);
	for (size_t i = 0; i < REQUESTS; i++)
		(void)snprintf(requests[i], sizeof(requests[i]), "{\"pad\":[%s0],%s", pad,
			       messages[i] + 1);
}

static bool is_internal(const char *reply)
{
	return strstr(reply, "\"type\":\"error\"") && strstr(reply, "\"code\":\"internal\"");
}

/* A copy that outlives the next answer; the caller frees it. */
static char *kept(struct span reply)
{
	char *copy = malloc(reply.len + 1);

	assert_non_null(copy);
	memcpy(copy, reply.ptr, reply.len);
	copy[reply.len] = '\0';
	return copy;
}

/* Fails the n-th allocation of one answer for every n; returns how many there were. */
static long every_failure_of(struct session *session, const char *request, bool for_good)
{
	struct span body = {request, strlen(request)};
	char *whole, *reply;
	long n = 0;

	whole = kept(session_answer(session, body));
	assert_non_null(whole);
	do {
		run_out(n++, for_good);
		struct span answer = session_answer(session, body);

		run_out_over();
		reply = kept(answer);
		if (reply && strcmp(reply, whole) != 0 && !(failures && is_internal(reply)))
			fail_msg("allocation %ld of\n%s\ngives\n%s", n, request, reply);
		if (!reply && !failures)
			fail_msg("no reply with all memory");
		free(reply);
		reply = kept(session_answer(session, body));
		if (!reply || strcmp(reply, whole) != 0)
			fail_msg("after allocation %ld failed,\n%s\ngives\n%s", n, request, reply);
		free(reply);
	} while (failures);
	free(whole);
	return n - 1;
}

static void every_answer_is_whole_or_internal(void **state)
{
	char problem[160];
	struct session *session = session_open(NULL, problem);

	(void)state;
	assert_non_null(session);
	for (size_t i = 0; i < REQUESTS; i++) {
		long once = every_failure_of(session, requests[i], false);
		long later = every_failure_of(session, requests[i], true);

		print_message("request %zu: %ld and %ld failures\n", i + 1, once, later);
		assert_true(once >= 5 && later >= 5);
	}
	session_close(&session);
}

static void an_answer_leaks_nothing(void **state)
{
	char problem[160];
	long before = 0;

	(void)state;
	for (int after = -1; after < 400; after++) {
		struct session *session;

		live = 0;
		run_out(-1, false);
		session = session_open(NULL, problem);
		assert_non_null(session);
		for (size_t i = 0; i < REQUESTS; i++) {
			until_failure = after;
			session_answer(session, span_of(requests[i]));
		}
		until_failure = -1;
		session_close(&session);
		run_out_over();
		if (after < 0)
			before = live; /* what the libraries keep for good */
		else if (COUNTS_ALL)
			assert_int_equal(live, before);
		if (after >= 20)
			after += 18;
	}
}

static void assert_whole(struct session *session, long after)
{
	char problem[160], *got, *want;
	struct session *sound = session_open(NULL, problem);

	assert_non_null(sound);
	for (size_t i = 0; i < REQUESTS; i++) {
		struct span body = {requests[i], strlen(requests[i])};

		got = kept(session_answer(session, body));
		want = kept(session_answer(sound, body));
		if (!got || !want || strcmp(got, want) != 0)
			fail_msg("a failure of allocation %ld at the start shows in\n%s", after,
				 requests[i]);
		free(got);
		free(want);
	}
	session_close(&sound);
	session_close(&session);
}

/* Opening has thousands of allocations, most of them of one kind: the first ones each, then some.
 */
static void opening_fails_in_order(void **state)
{
	char problem[160] = "";
	struct session *session;
	long total, after = 0, kept = 0;

	(void)state;
	live = 0;
	run_out(-1, false);
	session = session_open(NULL, problem);
	total = asked;
	session_close(&session);
	run_out_over();
	kept = live;
	assert_true(total > 20);
	for (; after < total; after++) {
		live = 0;
		run_out(after, after & 1);
		session = session_open(NULL, problem);
		run_out_over();
		if (session) { /* a library did without: then nothing may be lacking */
			assert_whole(session, after);
			continue;
		}
		if (COUNTS_ALL && live > kept)
			fail_msg("allocation %ld: %ld blocks left", after, live);
		assert_true(strlen(problem) > 5);
	}
	print_message("opening: %ld allocations\n", total);
}

static void serve_ends_cleanly(void **state)
{
	const char *name = "/tmp/honmono-alloc-XXXXXX";
	char problem[160], path[32];
	struct session *session = session_open(NULL, problem);
	int in, out = open("/dev/null", O_WRONLY);

	(void)state;
	assert_non_null(session);
	(void)snprintf(path, sizeof(path), "%s", name);
	in = mkstemp(path);
	assert_true(in >= 0 && out >= 0);
	(void)unlink(path);
	for (size_t i = 0; i < REQUESTS; i++)
		assert_int_equal(frame_write(in, (struct span){requests[i], strlen(requests[i])}),
				 FRAME_SENT);
	for (long after = 0, status = 1; after < 3000; after += after < 40 ? 1 : 31) {
		assert_int_equal(lseek(in, 0, SEEK_SET), 0);
		run_out(after, true);
		status = serve(session, in, out);
		run_out_over();
		assert_true(status == 0 || status == 1);
		assert_true(status == 1 || !failures || after > 0);
	}
	session_close(&session);
	close(in);
	close(out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_answer_is_whole_or_internal),
	    cmocka_unit_test(an_answer_leaks_nothing),
	    cmocka_unit_test(opening_fails_in_order),
	    cmocka_unit_test(serve_ends_cleanly),
	};

	/* valgrind puts its own allocators before these. */
	if (getenv("HONMONO_VALGRIND"))
		return 0;
	pad_requests();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
