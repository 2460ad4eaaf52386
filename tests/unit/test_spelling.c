/* Tricks in how a URL is written, and honest URLs that look a little odd. */
#include "arena_fixture.h"

#include "detect/spelling.h"

static void expect_word(const char *what, const char *url, const char *got, const char *want)
{
	if ((got == NULL) != (want == NULL) || (got && strcmp(got, want) != 0))
		fail_msg("%s of \"%s\": %s instead of %s", what, url, got ? got : "none",
			 want ? want : "none");
}

static void schemes_that_run(void **state)
{
	static const struct {
		const char *url, *word;
	} CASES[] = {
	    {"javascript:alert(1)", "javascript"},
	    {"JavaScript:alert(1)", "javascript"},
	    {"java\tscript:alert(1)", "javascript"},
	    {"javascript:%61lert(1)", "javascript"},
	    {"javascript:void(0);alert(1)", "javascript"},
	    {"javascript:?", "javascript"},
	    {"javascript:", NULL},
	    {"javascript:;", NULL},
	    {"javascript:void(0)", NULL},
	    {"javascript: VOID(0) ;", NULL},
	    {"javascript:void%280%29", NULL},
	    {"javascript:void 0", NULL},
	    {"vbscript:msgbox", "vbscript"},
	    {"blob:https://a.example/1", "blob"},
	    {"file:///etc/passwd", "file"},
	    {"data:text/html,<b>", "data"},
	    {"data:TEXT/HTML;base64,AA==", "data"},
	    {"data:%74ext/html,x", "data"},
	    {"data: text/html,x", "data"},
	    {"data:image/svg+xml,x", "data"},
	    {"data:application/xhtml+xml,x", "data"},
	    {"data:image/png;base64,AA==", NULL},
	    {"data:,text/html", NULL},
	    {"data:", NULL},
	    {"mailto:a@b.example", NULL},
	    {"https://a.example/?javascript:alert(1)", NULL},
	    {"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct url url = url_parse(arena, span_of(CASES[i].url));

		expect_word("script", CASES[i].url, spelling_script(arena, &url), CASES[i].word);
	}
}

static void hidden_hostnames(void **state)
{
	static const struct {
		const char *url, *word;
	} CASES[] = {
	    {"https:\\\\a.example/", "backslash"},
	    {"https://a.example\\@b.example/", "backslash"},
	    {"https://a.ex\tample/", "control-character"},
	    {"https://a.example\n.b.example/", "control-character"},
	    {"https://%61.example/", "percent-encoding"},
	    {"https://a\u00ad.example/", "invisible-character"},
	    {"https://ａ.example/", "full-width"},
	    {"https://a。example/", "full-width"},
	    {"https://a@b@c.example/", "several-at"},
	    /* the first of several */
	    {"https:\\\\%61.example/", "backslash"},
	    /* honest: in the path, behind the name, in names of other letters */
	    {"https://a.example/b\\c", NULL},
	    {"https://a.example/b\tc", NULL},
	    {"https://a.example?b\\c", NULL},
	    {"https://a.example \n", NULL},
	    {"  https://a.example/", NULL},
	    {"https://a.example/%61", NULL},
	    {"https://日本語.example/", NULL},
	    {"https://a@b.example/", NULL},
	    {"https://a.example/", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct span text = span_of(CASES[i].url);
		struct url url = url_parse(arena, text);

		expect_word("oddity", CASES[i].url, spelling_oddity(text, &url), CASES[i].word);
	}
}

static void scripts_of_labels(void **state)
{
	static const struct {
		const char *hostname, *word;
	} CASES[] = {
	    {"pаypal.example", "mixed-scripts"},
	    {"www.pаypal.example", "mixed-scripts"},
	    {"xn--80ak6aa92e.com", "whole-script"},
	    {"xn--a.example", "undecodable"},
	    {"日本語.jp", NULL},
	    {"größe.de", NULL},
	    {"paypal.example", NULL},
	    {"127.0.0.1", NULL},
	    {"[::1]", NULL},
	    {"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct hostname hostname = hostname_parse(arena, span_of(CASES[i].hostname));

		expect_word("scripts", CASES[i].hostname, spelling_scripts(&hostname),
			    CASES[i].word);
	}
}

static void domains_in_front_of_the_at(void **state)
{
	static const struct {
		const char *url, *shown;
	} CASES[] = {
	    {"https://paypal.com@evil.example/", "paypal.com"},
	    {"https://paypal.com:443@evil.example/", "paypal.com"},
	    {"https://www.paypal.com%2Flogin@evil.example/", "www.paypal.com"},
	    {"https://user:paypal.com@evil.example/", "paypal.com"},
	    {"https://日本語.jp@evil.example/", "日本語.jp"},
	    /* where a browser refuses the URL, encoded too */
	    {"https://paypal.com%40evil.exa mple/", "paypal.com"},
	    {"https://paypal.com@evil.exa mple/", "paypal.com"},
	    /* honest */
	    {"https://user@a.example/", ""},
	    {"https://user:secret@a.example/", ""},
	    {"https://john.x@a.example/", ""},
	    {"https://v1.2@a.example/", ""},
	    {"https://v1.23@a.example/", ""},
	    {"https://.com@a.example/", ""},
	    {"https://@a.example/", ""},
	    {"https://a.example/paypal.com@b", ""},
	    {"https://evil.exa mple/paypal.com@", ""},
	    {"mailto:paypal.com@a.example", ""},
	    {"paypal.com@a.example", ""},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct span text = span_of(CASES[i].url);
		struct url url = url_parse(arena, text);

		expect_text("userinfo", CASES[i].url, spelling_userinfo(arena, text, &url),
			    CASES[i].shown);
	}
}

static void a_full_arena_is_no_crash(void **state)
{
	static const char *const URLS[] = {"javascript:alert(1)", "data:text/html,x",
					   "https://paypal.com%40evil.exa mple/"};
	struct arena *small = arena_new(8);

	(void)state;
	assert_non_null(small);
	for (size_t i = 0; i < sizeof(URLS) / sizeof(*URLS); i++) {
		struct span text = span_of(URLS[i]);
		struct url url = url_parse(arena, text);

		(void)spelling_script(small, &url);
		(void)spelling_oddity(text, &url);
		assert_int_equal(spelling_userinfo(small, text, &url).len, 0);
	}
	assert_true(arena_failed(small));
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(schemes_that_run),
	    cmocka_unit_test(hidden_hostnames),
	    cmocka_unit_test(scripts_of_labels),
	    cmocka_unit_test(domains_in_front_of_the_at),
	    cmocka_unit_test(a_full_arena_is_no_crash),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
