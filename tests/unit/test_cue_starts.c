/* With what the matches of a pattern begin, and that looking there alone loses none of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "catalogue/cue_pattern.h"
#include "catalogue/cue_scan.h"
#include "catalogue/cue_starts.h"

typedef bool starts_reader(struct span pattern, struct cue_starts *starts);

/* The starts with | between them; "-" when they cannot be told. */
static const char *starts_by(starts_reader *read, const char *pattern)
{
	static char out[2048];
	struct cue_starts starts;
	size_t len = 0;

	if (!read(span_of(pattern), &starts))
		return "-";
	out[0] = '\0';
	for (size_t i = 0; i < starts.count; i++)
		len += (size_t)snprintf(out + len, sizeof(out) - len, "%s%.*s", i ? "|" : "",
					(int)starts.at[i].len, starts.at[i].text);
	return out;
}

static void starts_are_those_of_every_alternative(void **state)
{
	static const struct {
		const char *pattern, *starts;
	} cases[] = {
	    {"mailbox", "mailbox"},
	    {"subscription", "subscrip"},
	    {"mail|post", "mail|post"},
	    {"(?:un)?paid", "unpaid|paid"},
	    {"ご?利用", "ご利用|利用"},
	    {"\\b(?:re-?)?enter(?:ing)?\\b", "re-enter|reenter|enter"},
	    {"pay[^.\\n]{0,30}now", "pay"},
	    {"pay(?:ment)?\\s", "payment |pay |payment\n|pay\n"},
	    {"(?:abc)+d", "abc"},
	    {"abc{2}", "abcc"},
	    {"xyzb{0}c{3,}", "xyzb|xyzccc"},
	    {"(?:ab){2,3}", "abab"},
	    {"-{3,}\\n", "---"},
	    {"[xy]{3}", "xxx|yxx|xyx|yyx|xxy|yxy|xyy|yyy"},
	    {"abcx{0,3}y", "abcx|abcy"},
	    {"abcx*y", "abcx|abcy"},
	    {"sh(?:a|o)pped", "shapped|shopped"},
	    {"(?<!copyright\\s)\\(c\\)x", "(c)x"},
	    {"regards,?\\s?\\n", "regards,|regards |regards\n"},
	    {"x\\.yz\\?", "x.yz?"},
	    {"[abc]def", "adef|bdef|cdef"},
	    {"ab", "-"},
	    {"(?:or|else) more", "or more|else mor"},
	    {"(?:or\\s|else)", "or |or\n|else"},
	    {"or\\w", "-"},
	    {"c[oó]digo", "codigo|código"},
	    {"re[\\s-]?enter", "re enter|re\nenter|re-enter|reenter"},
	    {"[a-c]def", "-"},
	    {"[^a]def", "-"},
	    {"[]a]def", "]def|adef"},
	    {"\\d+ held", "-"},
	    {"(?m)^abc", "-"},
	    {"(abc)", "-"},
	    {"(?=never)", "-"},
	    {"abc(", "-"},
	    {"abc)", "-"},
	    {"abc[", "-"},
	    {"abc\\", "-"},
	    {"abc\\x41", "-"},
	    {"*", "-"},
	    {"", "-"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (strcmp(starts_by(cue_starts_of, cases[i].pattern), cases[i].starts) != 0)
			fail_msg("%s: %s", cases[i].pattern,
				 starts_by(cue_starts_of, cases[i].pattern));
}

static void insides_are_in_every_match(void **state)
{
	static const struct {
		const char *pattern, *insides;
	} cases[] = {
	    {"\\b[0-9]{1,4}\\s?held mails", " held ma|\nheld ma|held mai"},
	    {"(?:or|else),?[^.]{0,9}your bank", "your ban"},
	    {"[0-9]+ days|in\\s[0-9] hours", " days|in |in\n"},
	    {"(?:^|\\n)-- ?\\n", "-- \n|--\n"},
	    {"[0-9]abc?", "-"},
	    {"[0-9]|hours", "-"},
	    {"[0-9]\\x41bcd", "-"},
	    {"[0-9]\\p{L}bcd", "-"},
	    {"[0-9](?i)bcd", "-"},
	    {"[0-9]\\Q(\\Ebcd", "-"},
	    {"[0-9](*ACCEPT)bcd", "-"},
	    {"[0-9](?!abc)bcd", "bcd"},
	    {"[0-9](a)bcd", "-"},
	    {"[0-9](?:bcd)?", "-"},
	    {"[0-9](?:bcd", "-"},
	    {"[0-9]bcd)", "-"},
	    {"", "-"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (strcmp(starts_by(cue_insides_of, cases[i].pattern), cases[i].insides) != 0)
			fail_msg("%s: %s", cases[i].pattern,
				 starts_by(cue_insides_of, cases[i].pattern));
}

static void the_index_tells_starts_from_insides(void **state)
{
	char out[CUE_STARTS_TEXT];
	struct span start, rest = cue_starts_text(SPAN("abc|bcd"), out);

	(void)state;
	assert_false(cue_starts_inside(&rest));
	assert_true(cue_starts_next(&rest, &start) && span_equal(start, SPAN("abc")));
	assert_true(cue_starts_next(&rest, &start) && span_equal(start, SPAN("bcd")));
	assert_false(cue_starts_next(&rest, &start));
	rest = cue_starts_text(SPAN("[0-9]abc"), out);
	assert_true(cue_starts_inside(&rest));
	assert_true(cue_starts_next(&rest, &start) && span_equal(start, SPAN("abc")));
	assert_false(cue_starts_next(&rest, &start));
	rest = cue_starts_text(SPAN("[0-9]"), out);
	assert_int_equal(rest.len, 0);
	assert_false(cue_starts_inside(&rest));
}

static bool collect(void *context, uint32_t number, size_t at)
{
	char *out = context;
	size_t len = strlen(out);

	snprintf(out + len, 200 - len, "%u@%zu ", number, at);
	return number != 9;
}

static void all_literals_are_found_in_one_pass(void **state)
{
	static const char *const literals[] = {"abc", "bcd", "abcdef", "保留", "留中", "abc"};
	struct cue_scan *scan = cue_scan_new();
	char out[200] = "";

	(void)state;
	assert_non_null(scan);
	for (uint32_t i = 0; i < sizeof(literals) / sizeof(*literals); i++)
		assert_true(cue_scan_add(scan, span_of(literals[i]), i));
	cue_scan_text(scan, SPAN("xabcdef"), collect, out);
	assert_string_equal(out, "2@1 5@1 0@1 1@2 ");
	out[0] = '\0';
	cue_scan_text(scan, SPAN("保留中ab"), collect, out);
	assert_string_equal(out, "3@0 4@3 ");
	out[0] = '\0';
	cue_scan_text(scan, SPAN("ab"), collect, out);
	cue_scan_text(scan, (struct span){NULL, 0}, collect, out);
	assert_string_equal(out, "");
	assert_true(cue_scan_add(scan, SPAN("stop"), 9));
	cue_scan_text(scan, SPAN("stop abc"), collect, out);
	assert_string_equal(out, "9@0 ");
	cue_scan_free(&scan);
	assert_null(scan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(starts_are_those_of_every_alternative),
	    cmocka_unit_test(insides_are_in_every_match),
	    cmocka_unit_test(the_index_tells_starts_from_insides),
	    cmocka_unit_test(all_literals_are_found_in_one_pass),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
