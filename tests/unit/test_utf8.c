#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/utf8.h"

static void test_check(void **state)
{
	static const struct {
		struct span text;
		size_t valid;
	} cases[] = {
	    {{NULL, 0}, 0},
	    {SPAN("abc"), 3},
	    {SPAN("a\0b"), 3},
	    {SPAN("é日𝒳"), 9},
	    {SPAN("\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"),
	     19},
	    {SPAN("ab\x80"), 2},	 /* a continuation byte alone */
	    {SPAN("ab\xC3"), 2},	 /* cut off after 1 of 2 */
	    {SPAN("ab\xE3\x81"), 2},	 /* 2 of 3 */
	    {SPAN("ab\xF0\x9F\x92"), 2}, /* 3 of 4 */
	    {SPAN("\xC3(x"), 0},
	    {SPAN("\xC0\x80"), 0}, /* overlong NUL */
	    {SPAN("\xC1\xBF"), 0},
	    {SPAN("\xE0\x9F\xBF"), 0}, /* overlong */
	    {SPAN("\xF0\x8F\xBF\xBF"), 0},
	    {SPAN("\xED\xA0\x80"), 0}, /* U+D800 */
	    {SPAN("\xED\x9F\xBF"), 3},
	    {SPAN("\xF4\x90\x80\x80"), 0}, /* U+110000 */
	    {SPAN("\xF5\x80\x80\x80"), 0},
	    {SPAN("\xFF"), 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (utf8_check(cases[i].text) != cases[i].valid)
			fail_msg("case %zu: %zu", i, utf8_check(cases[i].text));
}

static void test_every_point_survives_the_way_there_and_back(void **state)
{
	(void)state;
	for (uint32_t point = 0; point <= 0x110000; point++) {
		char bytes[4];
		struct span text = {bytes, utf8_encode(point, bytes)};
		uint32_t wanted =
		    point > 0x10FFFF || (point >= 0xD800 && point < 0xE000) ? 0xFFFD : point;

		if (utf8_check(text) != text.len || utf8_next(&text) != wanted || text.len != 0)
			fail_msg("U+%04X", (unsigned)point);
	}
}

static void test_next_goes_on_after_a_broken_byte(void **state)
{
	static const uint32_t wanted[] = {'a', 0xFFFD, 0xFFFD, 0xFFFD, 'b', 0xE9, 0xFFFD};
	struct span rest = SPAN("a\xED\xA0\x80"
				"bé\xE3");
	struct span none = {NULL, 0};

	(void)state;
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
		assert_int_equal(utf8_next(&rest), wanted[i]);
	assert_int_equal(rest.len, 0);
	assert_int_equal(utf8_next(&none), 0xFFFD);
	assert_int_equal(none.len, 0);
}

static void test_length_prefix_ascii(void **state)
{
	struct span text = SPAN("aé日𝒳z"), none = {NULL, 0};

	(void)state;
	assert_int_equal(utf8_length(text), 5);
	assert_int_equal(utf8_length(none), 0);
	assert_int_equal(utf8_prefix(text, 0).len, 0);
	assert_int_equal(utf8_prefix(text, 3).len, 6);
	assert_int_equal(utf8_prefix(text, 4).len, 10);
	assert_int_equal(utf8_prefix(text, SIZE_MAX).len, text.len);
	assert_int_equal(utf8_prefix(none, 3).len, 0);
	assert_true(utf8_is_ascii(none));
	assert_true(utf8_is_ascii(SPAN("\x7F\0a")));
	assert_false(utf8_is_ascii(text));
	assert_int_equal(utf8_ascii_prefix(none), 0);
	assert_int_equal(utf8_ascii_prefix(text), 1);
	assert_int_equal(utf8_ascii_prefix(SPAN("日12345678")), 0);
	assert_int_equal(utf8_ascii_prefix(SPAN("12345678日")), 8);
	assert_int_equal(utf8_ascii_prefix(SPAN("123456789\0é")), 10);
	assert_int_equal(utf8_ascii_prefix(SPAN("1234567890")), 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_check),
	    cmocka_unit_test(test_every_point_survives_the_way_there_and_back),
	    cmocka_unit_test(test_next_goes_on_after_a_broken_byte),
	    cmocka_unit_test(test_length_prefix_ascii),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
