/* Wording patterns: what compiles, where they match, and that no text makes one take long. */
#include "catalogue/cue_pattern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static struct cue_matcher *matcher;

static struct cue_pattern *compiled(const char *text)
{
	char problem[PATTERN_PROBLEM] = "";
	struct cue_pattern *pattern = cue_pattern_new(span_of(text), problem);

	if (!pattern)
		fail_msg("%s: %s", text, problem);
	return pattern;
}

static void test_matches(void **state)
{
	static const struct {
		const char *pattern, *text;
		enum pattern_place place;
		size_t from;
		enum pattern_result want;
		size_t start, end;
	} cases[] = {
	    {"held", "we held it", PATTERN_FROM, 0, PATTERN_FOUND, 3, 7},
	    {"held", "we held it", PATTERN_FROM, 3, PATTERN_FOUND, 3, 7},
	    {"held", "we held it", PATTERN_FROM, 4, PATTERN_NONE, 0, 0},
	    {"held", "we held it", PATTERN_AT, 3, PATTERN_FOUND, 3, 7},
	    {"held", "we held it", PATTERN_AT, 0, PATTERN_NONE, 0, 0},
	    {"held", "we held it", PATTERN_FROM, 10, PATTERN_NONE, 0, 0},
	    {"held", "we held it", PATTERN_FROM, 11, PATTERN_NONE, 0, 0},
	    {"held", "", PATTERN_FROM, 0, PATTERN_NONE, 0, 0},
	    {"x*", "", PATTERN_FROM, 0, PATTERN_FOUND, 0, 0},
	    {"\\bheld", "weheld held", PATTERN_FROM, 2, PATTERN_FOUND, 7, 11},
	    /* What stands before `from` is seen, though not matched. */
	    {"(?<=we )held", "we held", PATTERN_AT, 3, PATTERN_FOUND, 3, 7},
	    {"停止", "アカウント停止", PATTERN_FROM, 0, PATTERN_FOUND, 15, 21},
	    {"\\w+", "é日 x", PATTERN_FROM, 0, PATTERN_FOUND, 0, 5}, /* Unicode letters */
	    {"a.b", "a\nb", PATTERN_FROM, 0, PATTERN_NONE, 0, 0},
	    {"a.b", "a\rb", PATTERN_FROM, 0, PATTERN_FOUND, 0, 3}, /* a line ends with \n alone */
	    {"A", "a", PATTERN_FROM, 0, PATTERN_NONE, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cue_pattern *pattern = compiled(cases[i].pattern);
		struct cue_text text = cue_text(span_of(cases[i].text));
		size_t start = 0, end = 0;
		enum pattern_result got = cue_pattern_find(pattern, matcher, &text, cases[i].place,
							   cases[i].from, &start, &end);

		if (got != cases[i].want || start != cases[i].start || end != cases[i].end)
			fail_msg("case %zu: %d, %zu to %zu", i, got, start, end);
		cue_pattern_free(&pattern);
		assert_null(pattern);
	}
}

static void test_what_is_no_pattern(void **state)
{
	static const char *const cases[] = {"(",  "[a",	   "a)",   "*",
					    "\\", "a\\Cb", "\xff", "(?<n>a)\\k<m>"};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char problem[PATTERN_PROBLEM] = "";

		if (cue_pattern_new(span_of(cases[i]), problem))
			fail_msg("%s compiles", cases[i]);
		assert_int_equal(strncmp(problem, "at byte ", 8), 0);
	}
	struct cue_pattern *none = NULL;

	cue_pattern_free(&none);
}

/* Each further letter doubles the steps: a naive matcher would take years for a line of them. */
static void test_limits(void **state)
{
	static const struct {
		const char *text;
		enum pattern_result want;
	} cases[] = {
	    {"aaaaa", PATTERN_NONE},
	    {"aaaaaaaaaaaaaaaaaa", PATTERN_LIMIT},
	    {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	     PATTERN_LIMIT},
	    {"aaaaaaaaaaaaaaaaaab", PATTERN_FOUND}, /* the matcher serves again */
	};
	struct cue_pattern *pattern = compiled("(?:a|a)*[bc]");

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cue_text text = cue_text(span_of(cases[i].text));
		size_t start, end;

		assert_int_equal(
		    cue_pattern_find(pattern, matcher, &text, PATTERN_AT, 0, &start, &end),
		    cases[i].want);
	}
	cue_pattern_free(&pattern);
}

/* Is found out before it can do harm, and is a limit like any other. */
static void test_broken_text(void **state)
{
	struct cue_pattern *pattern = compiled("b");
	struct cue_text text = cue_text(SPAN("a\xf0\x9f"));
	size_t start, end;

	(void)state;
	assert_false(text.valid);
	assert_int_equal(cue_pattern_find(pattern, matcher, &text, PATTERN_FROM, 0, &start, &end),
			 PATTERN_LIMIT);
	text = cue_text(SPAN("a\xf0\x9f\x98\x80"
			     "b"));
	assert_true(text.valid);
	assert_int_equal(cue_pattern_find(pattern, matcher, &text, PATTERN_FROM, 0, &start, &end),
			 PATTERN_FOUND);
	assert_int_equal(start, 5);
	text = cue_text((struct span){NULL, 0});
	assert_true(text.valid);
	assert_int_equal(cue_pattern_find(pattern, matcher, &text, PATTERN_FROM, 0, &start, &end),
			 PATTERN_NONE);
	cue_pattern_free(&pattern);
}

static int set_up(void **state)
{
	(void)state;
	matcher = cue_matcher_new();
	return matcher ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	cue_matcher_free(&matcher);
	cue_matcher_free(&matcher); /* nothing */
	return matcher ? -1 : 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_matches),
	    cmocka_unit_test(test_what_is_no_pattern),
	    cmocka_unit_test(test_limits),
	    cmocka_unit_test(test_broken_text),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
