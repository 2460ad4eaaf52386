/* Against the catalogue's own redirectors: a rule there that the readers cannot follow is a bug too. */
#include "detect/link.h"
#include "detect/redirect.h"

#include "catalogue/index.h"
#include "catalogue/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static struct catalogue catalogue;
static struct index *catalogue_index;
static void *bytes;

struct expectation {
	const char *url;
	const char *target; /* NULL: no known redirector; "": known, but not to be read */
};

static void check(const struct expectation *e)
{
	struct arena *arena = arena_new(4 << 20);
	struct url url = url_parse(arena, span_of(e->url));
	struct redirect redirect = redirect_unwrap(&catalogue, arena, &url);

	if (redirect.known != (e->target != NULL))
		fail_msg("%s: known: %d", e->url, redirect.known);
	if (e->target && !span_equal(redirect.target, span_of(e->target)))
		fail_msg("%s: leads to '%.*s'", e->url, (int)redirect.target.len,
			 redirect.target.ptr);
	assert_false(arena_failed(arena));
	arena_free(&arena);
}

static void every_shape(void **state)
{
	static const struct expectation table[] = {
	    {"https://www.google.com/url?sa=D&q=https%3A%2F%2Fa.example%2Fb%3Fc%3Dd",
	     "https://a.example/b?c=d"},
	    {"https://www.google.com/url?url=a.example", "https://a.example"},
	    {"https://www.google.com/amp/s/a.example/b?c=d", "https://a.example/b?c=d"},
	    {"https://www.curseforge.com/linkout?remoteUrl=https%253a%252f%252fa.example%252f",
	     "https://a.example/"},
	    {"https://eu.protection.sophos.com/?d=a.example&u=aHR0cHM6Ly9hLmV4YW1wbGUvYg==",
	     "https://a.example/b"},
	    {"https://www.bing.com/ck/a?!&&p=x&u=a1aHR0cHM6Ly9hLmV4YW1wbGUvYg",
	     "https://a.example/b"},
	    {"https://href.li/?https://a.example/b?c", "https://a.example/b?c"},
	    {"https://www.deviantart.com/users/outgoing?https%3A%2F%2Fa.example",
	     "https://a.example"},
	    {"https://web.archive.org/web/20240102030405/https://a.example/b",
	     "https://a.example/b"},
	    {"https://abc.awstrack.me/L0/https:%2F%2Fa.example%2Fb%3Fc=d/1/0100/xyz=1",
	     "https://a.example/b?c=d"},
	    {"https://secure-web.cisco.com/1AbC-d_e/https%3A%2F%2Fa.example%2Fb",
	     "https://a.example/b"},
	    {"https://r.search.yahoo.com/_ylt=A;_ylu=B/RV=2/RE=1/RO=10/"
	     "RU=https%3a%2f%2fa.example%2fb/RK=2/RS=x-",
	     "https://a.example/b"},
	    {"https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_b-3Fc-3Dd&d=x&c=y",
	     "https://a.example/b?c=d"},
	    {"https://urldefense.com/v3/__https://a.example/b*c?d__;Kw!!abc!def$",
	     "https://a.example/b+c?d"},
	    {"https://urldefense.com/v3/__https://a.example/**Ab__;Kys!!abc$",
	     "https://a.example/++b"},
	    {"https://a-example--b-test.translate.goog/c?_x_tr_sl=ja",
	     "https://a.example-b.test/c?_x_tr_sl=ja"},
	    {"https://eur02.safelinks.protection.outlook.com/"
	     "?url=https%3A%2F%2Fa.example%2F&data=05",
	     "https://a.example/"},
	    {"https://disq.us/url?url=https%3A%2F%2Fa.example%2Fb%3AAbCdEf",
	     "https://a.example/b:AbCdEf"},
	    {"https://disq.us/url?url=https%3A%2F%2Fa.example%3AAbCdEf", "https://a.example"},
	    /* a path of the wrapper's own, which may wrap again */
	    {"https://www.google.com/url?q=/url?q%3Dhttps://a.example",
	     "https://www.google.com/url?q=https://a.example"},
	    {"http://www.google.com:8080/url?q=/x", "http://www.google.com:8080/x"},
	    {"https://www.bing.com/ck/a?u=a1L2ltYWdlcz9xPXg", "https://www.bing.com/images?q=x"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		check(&table[i]);
}

static void what_cannot_be_read(void **state)
{
	static const struct expectation table[] = {
	    {"https://www.baidu.com/link?url=AbCdEf", ""},
	    {"https://www.google.com/url?sa=D", ""},
	    {"https://www.bing.com/ck/a?u=zz", ""},
	    {"https://www.bing.com/ck/a?u=a1*", ""},
	    {"https://urldefense.com/v3/__https://a.example/no-end", "https://a.example/no-end"},
	    {"https://eu.protection.sophos.com/?u=%FF", ""},
	    {"https://www.google.com/search?q=https%3A%2F%2Fa.example", NULL},
	    {"https://www.google.com/urls?q=https%3A%2F%2Fa.example", NULL},
	    {"https://google.com.evil.example/url?q=https%3A%2F%2Fa.example", NULL},
	    {"https://a.example/url?q=https%3A%2F%2Fb.example", NULL},
	    {"mailto:a@a.example", NULL},
	    {"http://127.0.0.1/url?q=https%3A%2F%2Fa.example", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		check(&table[i]);
}

static void certainty_is_the_catalogues(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	struct url url =
	    url_parse(arena, SPAN("https://www.google.com/url?q=https%3A%2F%2Fa.example"));

	(void)state;
	assert_true(redirect_unwrap(&catalogue, arena, &url).certain);
	url = url_parse(arena, SPAN("https://medium.com/r/?url=https%3A%2F%2Fa.example"));
	assert_true(redirect_unwrap(&catalogue, arena, &url).known);
	assert_false(redirect_unwrap(&catalogue, arena, &url).certain);
	arena_free(&arena);
}

static void urls_in_parameters(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	struct url url =
	    url_parse(arena, SPAN("https://t.example/c?a=1&u=https%3A%2F%2Fa.example%2F"
				  "&b&v=HTTP://b.example&w=https%3A%2F%2Fc.example"));
	struct span found[2];

	(void)state;
	assert_int_equal(redirect_parameters(arena, &url, found, 2), 2);
	assert_true(span_equal(found[0], SPAN("https://a.example/")));
	assert_true(span_equal(found[1], SPAN("HTTP://b.example")));
	arena_free(&arena);
}

/* Judges one link of a mail without sender; the caller frees the arena. */
static struct arena *judge_url(struct span url, struct span text, struct link_view *view,
			       struct findings *findings)
{
	static const struct profile profile;
	const struct judge judge = {.catalogue = &catalogue, .profile = &profile};
	struct arena *arena = arena_new(8 << 20);
	const struct link_context context = {.judge = &judge, .arena = arena};
	const struct message_link link = {.url = url, .text = text};

	*findings = (struct findings){.arena = arena};
	link_check(&context, 0, &link, view, findings);
	return arena;
}

static void wrappers_within_wrappers(void **state)
{
	struct findings findings;
	struct link_view view;
	struct arena *arena = judge_url(
	    SPAN("https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com"
		 "%2Furl%3Fq%3Dhttps%253A%252F%252Frnetamask.io%252Fa&data=05"),
	    SPAN("Open"), &view, &findings);

	(void)state;
	assert_true(span_equal(view.destination, SPAN("https://rnetamask.io/a")));
	assert_true(view.destination_certain);
	assert_int_equal(view.level, LEVEL_DANGER);
	assert_true(findings_has(&findings, LINK_LOOKALIKE_TYPO));
	assert_true(findings_has(&findings, LINK_REDIRECT));
	arena_free(&arena);
	arena = judge_url(
	    SPAN("https://www.google.com/url?q=/url%3Fq%3Dhttps%253A%252F%252Frnetamask.io%252Fa"),
	    SPAN("Open"), &view, &findings);
	assert_true(span_equal(view.destination, SPAN("https://rnetamask.io/a")));
	assert_int_equal(view.level, LEVEL_DANGER);
	arena_free(&arena);
}

static void the_depth_is_bounded(void **state)
{
	struct arena *text = arena_new(8 << 20);
	struct builder url = {.arena = text};
	struct findings findings;
	struct link_view view;
	struct arena *arena;

	(void)state;
	for (int i = 0; i < REDIRECT_DEPTH + 3; i++)
		builder_add(&url, SPAN("https://href.li/?"));
	builder_add(&url, SPAN("https://rnetamask.io/"));
	arena = judge_url(builder_span(&url), SPAN(""), &view, &findings);
	assert_true(span_starts(view.destination, SPAN("https://href.li/?")));
	assert_false(findings_has(&findings, LINK_LOOKALIKE_TYPO));
	assert_true(findings_has(&findings, LINK_OBFUSCATED));
	arena_free(&arena);
	arena_free(&text);
}

static void a_text_that_is_the_wrapper_deceives_nobody(void **state)
{
	const struct span url = SPAN("https://www.google.com/url?q=https%3A%2F%2Fa.example");
	struct findings findings;
	struct link_view view;
	struct arena *arena = judge_url(url, url, &view, &findings);

	(void)state;
	assert_false(findings_has(&findings, LINK_TEXT_MISMATCH));
	arena_free(&arena);
	arena = judge_url(url, SPAN("https://www.google.com"), &view, &findings);
	assert_true(findings_has(&findings, LINK_TEXT_MISMATCH));
	assert_int_equal(view.level, LEVEL_DANGER);
	arena_free(&arena);
}

static void report(void *context, const struct source_problem *problem)
{
	(void)context;
	fprintf(stderr, "%s: %s: %s\n", problem->file, problem->path, problem->detail);
}

static int set_up(void **state)
{
	struct source *source = source_new();
	char problem[160];
	size_t size;

	(void)state;
	if (!source || !hostname_open() ||
	    !source_add_folder(source, SOURCE_DIR "/host/catalogue/data", report, NULL) ||
	    !source_compile(source, "2026-11-22", &bytes, &size, report, NULL))
		return -1;
	source_free(&source);
	catalogue_index = index_open(bytes, size, problem);
	catalogue = (struct catalogue){.indexes = {catalogue_index}, .count = 1};
	return catalogue_index ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	index_close(&catalogue_index);
	free(bytes);
	hostname_close();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_shape),
	    cmocka_unit_test(what_cannot_be_read),
	    cmocka_unit_test(certainty_is_the_catalogues),
	    cmocka_unit_test(urls_in_parameters),
	    cmocka_unit_test(wrappers_within_wrappers),
	    cmocka_unit_test(the_depth_is_bounded),
	    cmocka_unit_test(a_text_that_is_the_wrapper_deceives_nobody),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
