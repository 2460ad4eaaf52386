/* A conversation without its transport: what a hello, a profile and a check leave behind for the next ones, and what is
 * answered when a request cannot be read. */
#include "session.h"

#include "limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct session *session;

/* The answer, with an end for the C library; lives until the next one. */
static const char *answer(const char *request)
{
	static char text[LIMIT_MESSAGE_BYTES + 1];
	struct span reply = session_answer(session, span_of(request));

	assert_in_range(reply.len, 1, LIMIT_MESSAGE_BYTES);
	memcpy(text, reply.ptr, reply.len);
	text[reply.len] = '\0';
	return text;
}

static void assert_holds(const char *text, const char *piece)
{
	if (!strstr(text, piece))
		fail_msg("\"%s\" is not in\n%.500s", piece, text);
}

#define HELLO(language)                                                                       \
	"{\"id\":1,\"type\":\"hello\",\"protocol\":1,\"client\":{\"name\":\"t\",\"version\":" \
	"\"1\"},\"languages\":[\"" language "\"]}"
#define LOOKALIKE "\"links\":[{\"url\":\"https://xn--pple-43d.com/\"}]"

static void test_the_language_is_that_of_the_last_hello(void **state)
{
	(void)state;
	assert_int_equal(session_language(session), LANGUAGE_EN);
	assert_null(strstr(answer("{\"id\":2,\"type\":\"check\"," LOOKALIKE "}"), "。"));
	assert_holds(answer(HELLO("ja")), "\"language\":\"ja\"");
	assert_int_equal(session_language(session), LANGUAGE_JA);
	assert_holds(answer("{\"id\":2,\"type\":\"check\"," LOOKALIKE "}"), "。");
	assert_holds(answer(HELLO("fr")), "\"language\":\"en\"");
	assert_int_equal(session_language(session), LANGUAGE_EN);
	session_speak(session, LANGUAGE_JA);
	assert_holds(answer("{\"id\":2,\"type\":\"check\"," LOOKALIKE "}"), "。");
}

static void test_hello_counts_the_catalogue(void **state)
{
	char brands[40];

	(void)state;
	(void)snprintf(brands, sizeof(brands), "\"brands\":%zu,",
		       catalogue_brand_count(session_catalogue(session)));
	assert_holds(answer(HELLO("en")), brands);
}

/* The id of a profile's reply. */
static void profile_id_of(const char *reply, char id[static 17])
{
	const char *at = strstr(reply, "\"profile_id\":\"");

	assert_non_null(at);
	memcpy(id, at + strlen("\"profile_id\":\""), 16);
	id[16] = '\0';
	assert_int_equal(strspn(id, "0123456789abcdef"), 16);
}

#define OURS                                                                        \
	"\"brands\":[{\"id\":\"ours\",\"name\":\"Our Own Office\",\"web_domains\":" \
	"[\"ouroffice.example\"]}]"
#define FROM_OUR_OFFICE \
	"\"sender\":{\"name\":\"Our Own Office\",\"address\":\"x@elsewhere.example\"}"

static void test_a_profile_counts_until_the_next(void **state)
{
	char first[17], second[17], request[200];

	(void)state;
	assert_holds(answer("{\"id\":3,\"type\":\"check\"," FROM_OUR_OFFICE "}"), "\"claims\":[]");
	profile_id_of(answer("{\"id\":2,\"type\":\"profile\"," OURS "}"), first);
	assert_holds(answer("{\"id\":3,\"type\":\"check\"," FROM_OUR_OFFICE "}"), "\"ours\"");
	(void)snprintf(request, sizeof(request),
		       "{\"id\":3,\"type\":\"check\",\"profile_id\":\"%s\"," FROM_OUR_OFFICE "}",
		       first);
	assert_holds(answer(request), "\"ours\"");
	/* One that is refused as a whole changes nothing. */
	assert_holds(answer("{\"id\":2,\"type\":\"profile\",\"brands\":1}"), "invalid-request");
	assert_holds(answer(request), "\"ours\"");
	profile_id_of(answer("{\"id\":2,\"type\":\"profile\",\"brands\":[]}"), second);
	assert_string_not_equal(first, second);
	assert_holds(answer(request), "\"code\":\"profile-unknown\",\"detail\":\"profile_id: ");
	assert_holds(answer("{\"id\":3,\"type\":\"check\"," FROM_OUR_OFFICE "}"), "\"claims\":[]");
}

#define MISSPELT "{\"id\":3,\"type\":\"check\",\"links\":[{\"url\":\"https://quidlewurst.com/\"}]}"
#define QUIDDLEWURST                                                                             \
	"{\"id\":2,\"type\":\"profile\",\"brands\":[{\"id\":\"ours\",\"name\":\"Quiddlewurst\"," \
	"\"web_domains\":[\"quiddlewurst.com\"]}]}"

/* What was found out about a name holds for the catalogue that it was asked of. */
static void test_a_profile_counts_for_names_asked_for_before(void **state)
{
	(void)state;
	assert_holds(answer(MISSPELT), "\"level\":\"none\"");
	(void)answer(QUIDDLEWURST);
	assert_holds(answer(MISSPELT), "\"code\":\"link-lookalike-typo\"");
	(void)answer("{\"id\":2,\"type\":\"profile\",\"brands\":[]}");
	assert_holds(answer(MISSPELT), "\"level\":\"none\"");
}

static void test_no_profile_is_known_at_first(void **state)
{
	(void)state;
	assert_holds(answer("{\"id\":3,\"type\":\"check\",\"profile_id\":\"0123456789abcdef\"}"),
		     "{\"id\":3,\"type\":\"error\",\"code\":\"profile-unknown\"");
}

static void test_brands_are_those_of_the_catalogue_alone(void **state)
{
	char total[40];

	(void)state;
	(void)snprintf(total, sizeof(total), "\"total\":%zu,",
		       catalogue_brand_count(session_catalogue(session)));
	(void)answer("{\"id\":2,\"type\":\"profile\"," OURS "}");
	assert_holds(answer("{\"id\":4,\"type\":\"brands\"}"), total);
}

static void test_what_cannot_be_answered(void **state)
{
	static const char *const cases[][2] = {
	    {"", "{\"id\":null,\"type\":\"error\",\"code\":\"invalid-json\""},
	    {"{\"id\":9,", "{\"id\":null,\"type\":\"error\",\"code\":\"invalid-json\""},
	    {"{\"id\":9,\"type\":\"dance\"}",
	     "{\"id\":9,\"type\":\"error\",\"code\":\"unsupported-type\""},
	    {"{\"id\":9,\"type\":\"hello\",\"protocol\":2,\"client\":{\"name\":\"t\","
	     "\"version\":\"1\"},\"languages\":[]}",
	     "{\"id\":9,\"type\":\"error\",\"code\":\"unsupported-protocol\""},
	    {"{\"id\":9,\"type\":\"check\",\"subject\":1}",
	     "{\"id\":9,\"type\":\"error\",\"code\":\"invalid-request\",\"detail\":\"subject: "},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *reply = answer(cases[i][0]);

		assert_ptr_equal(strstr(reply, cases[i][1]), reply);
	}
}

static void test_refusal(void **state)
{
	struct span reply = session_refuse(session, FAULT_MESSAGE_TOO_LARGE, "too long");

	(void)state;
	assert_true(span_equal(reply, SPAN("{\"id\":null,\"type\":\"error\",\"code\":"
					   "\"message-too-large\",\"detail\":\"too long\"}")));
}

/* ---- for the command line ---- */

static void test_judging_without_requests(void **state)
{
	const struct message_link link = {.url = SPAN("https://xn--pple-43d.com/")};
	const struct message message = {.links = &link, .link_count = 1};
	struct verdict verdict;

	(void)state;
	assert_true(session_judge(session, &message, &verdict));
	assert_int_equal(verdict.level, LEVEL_DANGER);
	assert_int_equal(verdict.findings[0].code, LINK_LOOKALIKE_IDN);
	assert_false(arena_failed(session_arena(session)));
}

static void test_taking_a_profile(void **state)
{
	size_t before = catalogue_brand_count(session_catalogue(session));
	json_t *profile =
	    json_loads("{" OURS ",\"trusted\":[\"co.jp\",\"friend.example\"]}", 0, NULL);
	json_t *problems = NULL;
	struct fault fault;

	(void)state;
	assert_true(session_take_profile(session, profile, &problems, &fault));
	assert_int_equal(json_array_size(problems), 1);
	json_decref(problems);
	json_decref(profile); /* nothing of it is needed afterwards */
	assert_int_equal(catalogue_brand_count(session_catalogue(session)), before + 1);
	profile = json_loads("{\"trusted\":1}", 0, NULL);
	assert_false(session_take_profile(session, profile, &problems, &fault));
	assert_string_equal(fault.path, "trusted");
	json_decref(profile);
	assert_int_equal(catalogue_brand_count(session_catalogue(session)), before + 1);
}

static int set_up(void **state)
{
	char problem[160] = "";

	(void)state;
	session = session_open(NULL, problem);
	return session ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	session_close(&session);
	session_close(&session); /* nothing */
	return session ? -1 : 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_the_language_is_that_of_the_last_hello),
	    TEST(test_hello_counts_the_catalogue),
	    TEST(test_a_profile_counts_until_the_next),
	    TEST(test_a_profile_counts_for_names_asked_for_before),
	    TEST(test_no_profile_is_known_at_first),
	    TEST(test_brands_are_those_of_the_catalogue_alone),
	    TEST(test_what_cannot_be_answered),
	    TEST(test_refusal),
	    TEST(test_judging_without_requests),
	    TEST(test_taking_a_profile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
