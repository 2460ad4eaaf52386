/* The steps by which a pattern is read: what each takes off the rest, and what it does to the starts. */
#include "catalogue/cue_reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

static struct cue_reading reading_of(const char *pattern)
{
	return (struct cue_reading){.rest = span_of(pattern), .enough = 8};
}

static void assert_rest(const struct cue_reading *r, const char *want)
{
	if (!span_equal(r->rest, span_of(want)))
		fail_msg("\"%.*s\" is left instead of \"%s\"", (int)r->rest.len, r->rest.ptr, want);
}

static void test_taking(void **state)
{
	struct cue_reading r = reading_of("(?:ab");

	(void)state;
	assert_false(cue_reading_take(&r, SPAN("(?=")));
	assert_rest(&r, "(?:ab");
	assert_true(cue_reading_take(&r, SPAN("(?:")));
	assert_rest(&r, "ab");
	assert_false(cue_reading_take(&r, SPAN("abc")));
	assert_true(cue_reading_take(&r, SPAN("ab")));
	assert_false(cue_reading_take(&r, SPAN("a")));
	assert_true(cue_reading_take(&r, SPAN("")));
}

static void test_lookarounds(void **state)
{
	static const struct {
		const char *pattern;
		bool want;
	} cases[] = {{"(?=a)", true},  {"(?!a)", true},	   {"(?<=a)", true}, {"(?<!a)", true},
		     {"(?:a)", false}, {"(?<n>a)", false}, {"(a)", false},   {"", false}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cue_reading r = reading_of(cases[i].pattern);

		assert_int_equal(cue_reading_lookaround(&r), cases[i].want);
		assert_rest(&r, cases[i].want ? "a)" : cases[i].pattern);
	}
}

static void test_skipping(void **state)
{
	static const struct {
		void (*skip_part)(struct cue_reading *r);
		const char *rest, *left;
		bool failed;
	} cases[] = {
	    {cue_reading_skip_class, "abc]d", "d", false},
	    {cue_reading_skip_class, "]a]d", "d", false},
	    {cue_reading_skip_class, "^]a]d", "d", false},
	    {cue_reading_skip_class, "a\\]b]d", "d", false},
	    {cue_reading_skip_class, "abc", "", true},
	    {cue_reading_skip_class, "a\\", "", true},
	    {cue_reading_skip_class, "[:alpha:]]d", "]d", true}, /* is not followed */
	    {cue_reading_skip_group, "ab)d", "d", false},
	    {cue_reading_skip_group, "a(?:b)c)d", "d", false},
	    {cue_reading_skip_group, "a\\)b)d", "d", false},
	    {cue_reading_skip_group, "a[)]b)d", "d", false},
	    {cue_reading_skip_group, "a[(]b)d", "d", false},
	    {cue_reading_skip_group, "ab", "", true},
	    {cue_reading_skip_group, "a(b)", "", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cue_reading r = reading_of(cases[i].rest);

		cases[i].skip_part(&r);
		if (r.failed != cases[i].failed)
			fail_msg("%s", cases[i].rest);
		assert_rest(&r, cases[i].left);
	}
}

static void test_quantifiers(void **state)
{
	static const struct {
		const char *rest, *left;
		size_t least;
		bool more;
	} cases[] = {
	    {"a", "a", 1, false},     {"", "", 1, false},	{"?a", "a", 0, false},
	    {"*a", "a", 0, true},     {"+a", "a", 1, true},	{"??a", "a", 0, false},
	    {"*?a", "a", 0, true},    {"++a", "a", 1, true},	{"{3}a", "a", 3, true},
	    {"{3,}a", "a", 3, true},  {"{2,5}a", "a", 2, true}, {"{2,5}?a", "a", 2, true},
	    {"{0,5}a", "a", 0, true}, {"{,5}a", "a", 0, true},	{"{3", "{3", 1, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cue_reading r = reading_of(cases[i].rest);
		struct cue_quantifier got = cue_reading_quantifier(&r);

		if (got.least != cases[i].least || got.more != cases[i].more || r.failed)
			fail_msg("%s: %zu%s", cases[i].rest, got.least, got.more ? " or more" : "");
		assert_rest(&r, cases[i].left);
	}
	/* A number that no text is as long as stays one that can be counted to. */
	struct cue_reading r = reading_of("{99999999999999999999}");

	assert_in_range(cue_reading_quantifier(&r).least, CUE_START_BYTES,
			10 * CUE_START_BYTES + 9);
}

/* The starts with | between them, an ended one with a dot. */
static const char *starts_text(const struct cue_starts *starts)
{
	static char out[4096];
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < starts->count; i++)
		len += (size_t)snprintf(out + len, sizeof(out) - len, "%s%.*s%s", i ? "|" : "",
					(int)starts->at[i].len, starts->at[i].text,
					starts->at[i].ended ? "." : "");
	return out;
}

typedef void reader(struct cue_reading *r, struct cue_starts *starts);

static void test_starts(void **state)
{
	static const struct {
		reader *read;
		const char *pattern, *starts, *left;
	} cases[] = {
	    {cue_reading_sequence, "abc", "abc", ""},
	    {cue_reading_sequence, "ab|c", "ab", "|c"},
	    {cue_reading_sequence, "ab)c", "ab", ")c"},
	    {cue_reading_sequence, "", "", ""},
	    {cue_reading_sequence, "ab?", "ab|a", ""},
	    {cue_reading_sequence, "ab?c", "abc|ac", ""},
	    {cue_reading_sequence, "ab+c", "ab.", ""},
	    {cue_reading_sequence, "ab*c", "ab.|ac", ""},
	    {cue_reading_sequence, "a{3}b", "aaa.", ""},
	    {cue_reading_sequence, "a[xy]b", "axb|ayb", ""},
	    {cue_reading_sequence, "a[^x]b", "a.", ""},
	    {cue_reading_sequence, "a[a-z]b", "a.", ""},
	    {cue_reading_sequence, "a.b", "a.", ""},
	    {cue_reading_sequence, "a\\sb", "a b|a\nb", ""},
	    {cue_reading_sequence, "a\\.b", "a.b", ""},
	    {cue_reading_sequence, "a\\bb", "ab", ""},
	    {cue_reading_sequence, "a\\db", "a.", ""},
	    {cue_reading_sequence, "a(?=x)b", "ab", ""},
	    {cue_reading_sequence, "(?:a|b)c", "ac|bc", ""},
	    {cue_reading_sequence, "abcdefghij", "abcdefgh.", ""},
	    {cue_reading_sequence, "日本語", "日本語.", ""},
	    {cue_reading_alternatives, "ab|c|", "ab|c|", ""},
	    {cue_reading_alternatives, "a|a", "a", ""},
	    {cue_reading_alternatives, "a|b)c", "a|b", ")c"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cue_reading r = reading_of(cases[i].pattern);
		struct cue_starts starts = {.count = 1};

		cases[i].read(&r, &starts);
		if (r.failed || strcmp(starts_text(&starts), cases[i].starts) != 0)
			fail_msg("%s: %s", cases[i].pattern, starts_text(&starts));
		assert_rest(&r, cases[i].left);
	}
}

static void test_what_is_not_followed(void **state)
{
	static const char *const cases[] = {"(a)",    "(?i)a", "a(?<n>b)", "^a",   "a$", "\\1",
					    "\\p{L}", "\\x41", "[a",	   "(?:a", "*a", "a**"};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cue_reading r = reading_of(cases[i]);
		struct cue_starts starts = {.count = 1};

		cue_reading_alternatives(&r, &starts);
		if (!r.failed)
			fail_msg("%s: %s", cases[i], starts_text(&starts));
	}
}

static void test_depth(void **state)
{
	for (int deep = 16; deep <= 17; deep++) {
		char pattern[100] = "";
		struct cue_starts starts = {.count = 1};
		struct cue_reading r;

		(void)state;
		for (int i = 0; i < deep; i++)
			strcat(pattern, "(?:");
		strcat(pattern, "a");
		for (int i = 0; i < deep; i++)
			strcat(pattern, ")");
		r = reading_of(pattern);
		cue_reading_alternatives(&r, &starts);
		assert_int_equal(r.failed, deep > 16);
	}
}

static struct cue_start start_of(const char *text, bool ended)
{
	struct cue_start start = {.len = (uint8_t)strlen(text), .ended = ended};

	memcpy(start.text, text, start.len);
	return start;
}

static void test_uniting(void **state)
{
	struct cue_reading r = {0};
	struct cue_starts starts = {{start_of("a", false), start_of("b", true)}, 2};
	struct cue_starts more = {{start_of("b", true), start_of("b", false), start_of("ab", false),
				   start_of("a", false)},
				  4};

	(void)state;
	cue_reading_unite(&r, &starts, &more);
	assert_string_equal(starts_text(&starts), "a|b.|b|ab");
	assert_false(r.failed);
	/* As many as there is room for, and one more. */
	starts.count = 0;
	for (int i = 0; i <= CUE_STARTS; i++) {
		char text[8];

		(void)snprintf(text, sizeof(text), "%d", i);
		more = (struct cue_starts){{start_of(text, false)}, 1};
		assert_false(r.failed);
		cue_reading_unite(&r, &starts, &more);
	}
	assert_true(r.failed);
	assert_int_equal(starts.count, CUE_STARTS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_taking),   cmocka_unit_test(test_lookarounds),
	    cmocka_unit_test(test_skipping), cmocka_unit_test(test_quantifiers),
	    cmocka_unit_test(test_starts),   cmocka_unit_test(test_what_is_not_followed),
	    cmocka_unit_test(test_depth),    cmocka_unit_test(test_uniting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
