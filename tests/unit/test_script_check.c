/* The parts of script_problems(): places, characters that are out of theirs, and labels that look Latin as a whole. */
#include "text/script_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

static void test_places(void **state)
{
	struct span rest = SPAN("aあb");
	struct script_place place = {0};

	(void)state;
	assert_true(script_next_place(&rest, &place));
	assert_true(place.before == 0 && place.point == 'a' && place.after == 0x3042);
	assert_true(script_next_place(&rest, &place));
	assert_true(place.before == 'a' && place.point == 0x3042 && place.after == 'b');
	assert_true(script_next_place(&rest, &place));
	assert_true(place.before == 0x3042 && place.point == 'b' && place.after == 0);
	assert_false(script_next_place(&rest, &place));
	rest = SPAN("");
	assert_false(script_next_place(&rest, &place));
}

static void test_cjk(void **state)
{
	static const uint32_t cjk[] = {0x3042, 0x30a2, 0x30fc, 0x5b57, 0x3105, 0xac00, 0x20000},
			      others[] = {'a', '1', '-', 0x0430, 0x0e01, 0x1f600, 0};

	(void)state;
	for (size_t i = 0; i < sizeof(cjk) / sizeof(cjk[0]); i++)
		assert_true(script_is_cjk(cjk[i]) && !script_is_cjk(others[i]));
}

static void test_dangerous_places(void **state)
{
	static const struct {
		uint32_t before, point, after;
		const char *tld;
		bool in_one_script, mixed;
	} cases[] = {
	    {'a', 'b', 'c', "com", false, false},
	    {'a', 0x30ce, 'b', "com", false, true},	/* ノ like a slash */
	    {'a', 0x30ce, 0x3042, "com", false, false}, /* … beside kana it is one */
	    {0, 0x30ce, 'b', "com", false, false},
	    {'a', 0x4e36, 'b', "com", false, true},
	    {0, 0x30fc, 'a', "com", true, true}, /* ー like a hyphen */
	    {'a', 0x30fc, 0, "com", true, true},
	    {0x30a2, 0x30fc, 0, "com", false, false},
	    {0x5b57, 0x30fc, 0, "com", false, false},
	    {'a', 0x30fb, 0x30a2, "com", true, true}, /* ・ like a full stop */
	    {0x30a2, 0x30fb, 'a', "com", true, true},
	    {0x30a2, 0x30fb, 0x30a2, "com", false, false},
	    {0x30a2, 0x30fd, 0, "com", false, false}, /* ヽ */
	    {'a', 0x30fd, 0, "com", true, true},
	    {'a', 0x4e28, 0, "com", false, true}, /* 丨 */
	    {0x5b57, 0x4e28, 0x5b57, "com", false, false},
	    {0, 0x0301, 'a', "com", true, true}, /* marks */
	    {'-', 0x0301, 'a', "com", true, true},
	    {'a', 0x0301, 0, "com", false, false},
	    {0x5b57, 0x0301, 0, "com", true, true},
	    {0x0301, 0x0301, 0, "com", true, true},
	    {'i', 0x0307, 0, "com", true, true},
	    {'e', 0x0307, 0, "com", false, false},
	    {0x0131, 0x0301, 0, "com", true, true},
	    {0x304b, 0x3099, 0, "com", true, true},
	    {'a', 0xfe, 'b', "com", true, true}, /* þ */
	    {'a', 0xfe, 'b', "is", false, false},
	    {0, 0xfe, 0, "com", false, false},
	    {'a', 0xf0, 0, "fo", false, false},
	    {'a', 0x259, 0, "com", true, true}, /* ə */
	    {'a', 0x259, 0, "az", false, false},
	    {'l', 0xb7, 'l', "cat", false, false}, /* · */
	    {'l', 0xb7, 'l', "com", true, true},
	    {'l', 0xb7, 'a', "cat", true, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct script_place place = {cases[i].before, cases[i].point, cases[i].after};
		struct span tld = span_of(cases[i].tld);

		if (script_dangerous_place(place, tld, true) != cases[i].in_one_script ||
		    script_dangerous_place(place, tld, false) != cases[i].mixed)
			fail_msg("U+%04X U+%04X U+%04X .%s", place.before, place.point, place.after,
				 cases[i].tld);
	}
}

static void test_dangerous_labels(void **state)
{
	static const struct {
		const char *label;
		bool want;
	} cases[] = {
	    {"", false},	 {"abc", false},    {"あいう", false}, {"a一b", true},
	    {"a一", true},	 {"一a", true},	    {"a一字", false},  {"字一a", false},
	    {"一", false},	 {"一二", false},   {"a一二b", true},  {"a-一-b", false},
	    {"a1一2b", false},	 {"googlー", true}, {"へや", false},   {"ヘア", false},
	    {"へア", true},	 {"ヘや", true},    {"へアや", false}, {"ヘへ", true},
	    {"ヘへやア", false}, {"べーす", false}, {"ぺット", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (script_dangerous_label(span_of(cases[i].label)) != cases[i].want)
			fail_msg("%s", cases[i].label);
}

static void test_whole_confusables(void **state)
{
	static const struct {
		const char *label, *tld;
		bool want;
	} cases[] = {
	    {"аррӏе", "com", true},   {"аррӏе", "ru", false},	{"аррӏе", "рф", false},
	    {"аррӏе", "r", true}, /* a part of a listed one is none */
	    {"аррӏе-1", "com", true}, {"аррӏеж", "com", false}, {"торт", "com", false}, /* a word */
	    {"тортт", "com", true},   {"apple", "com", false},	{"", "com", false},
	    {"123", "com", false},    {"ορβ", "com", false},	{"νικ", "com", true},
	    {"νικ", "gr", false},     {"օհ", "am", false},	{"օհ", "com", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (script_whole_confusable(span_of(cases[i].label), span_of(cases[i].tld)) !=
		    cases[i].want)
			fail_msg("%s.%s", cases[i].label, cases[i].tld);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_cjk),
	    cmocka_unit_test(test_dangerous_places),
	    cmocka_unit_test(test_dangerous_labels),
	    cmocka_unit_test(test_whole_confusables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
