/* Overridden text in the order in which it is seen: levels one in the other, their ends, and what is left alone. */
#include "text/fold_order.h"

#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

/* What is seen of a text in which a letter stands for each control: see cases. Static storage. */
static const char *seen(const char *text)
{
	static const struct {
		char letter;
		uint32_t point;
	} controls[] = {
	    {'<', 0x202e}, /* right-to-left override */
	    {'>', 0x202d}, /* left-to-right override */
	    {'(', 0x202b}, /* embedding */
	    {'.', 0x202c}, /* the end of one of these */
	    {'[', 0x2067}, /* isolate */
	    {']', 0x2069}, /* its end */
	};
	static char out[200];
	struct fold_order order = {0};
	uint32_t points[100];
	uint8_t levels[100];
	size_t count = 0, len = 0;

	for (struct span rest = span_of(text); rest.len;) {
		uint32_t point = utf8_next(&rest);
		bool control = false;

		for (size_t i = 0; i < sizeof(controls) / sizeof(controls[0]); i++)
			if (point == (unsigned char)controls[i].letter) {
				fold_order_control(&order, controls[i].point);
				control = true;
			}
		if (control)
			continue;
		points[count] = point;
		levels[count++] = fold_order_level(&order);
	}
	fold_order_apply(&order, points, levels, count);
	for (size_t i = 0; i < count; i++)
		len += utf8_encode(points[i], out + len);
	out[len] = '\0';
	return out;
}

static void test_order(void **state)
{
	static const char *const cases[][2] = {
	    {"", ""},
	    {"abc", "abc"},
	    {"<cba", "abc"},
	    {"ab<dc.ef", "abcdef"},
	    {"a<b.c<d.e", "abcde"},
	    {"<edc>ab.fg", "gfabcde"},
	    {"<<cba..d", "abcd"},
	    {"<a>b<dc.e..f", "bcdeaf"},
	    {"(abc.", "abc"},
	    {"[abc]", "abc"},
	    {"<cb[de]a", "adebc"},
	    /* The end of an isolate ends what was opened in it. */
	    {"[a<cb]d", "abcd"},
	    /* The end of an embedding does not end an isolate. */
	    {"<b[x.y]a", "axyb"},
	    /* Ends of nothing. */
	    {".a].b]", "ab"},
	    {"<ba]..c", "abc"},
	    /* Letters that are written so anyway. */
	    {"<אב.", "אב"},
	    {"<aאב", "aאב"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (strcmp(seen(cases[i][0]), cases[i][1]) != 0)
			fail_msg("%s: %s instead of %s", cases[i][0], seen(cases[i][0]),
				 cases[i][1]);
}

static void test_levels(void **state)
{
	struct fold_order order = {0};

	(void)state;
	assert_int_equal(fold_order_level(&order), 0);
	fold_order_control(&order, 'a');
	fold_order_control(&order, 0x200f);
	assert_int_equal(fold_order_level(&order), 0);
	fold_order_control(&order, 0x202e);
	assert_int_equal(fold_order_level(&order), 1);
	fold_order_control(&order, 0x202e);
	assert_int_equal(fold_order_level(&order), 3);
	fold_order_control(&order, 0x202d);
	assert_int_equal(fold_order_level(&order), 4);
	fold_order_control(&order, 0x2068);
	assert_int_equal(fold_order_level(&order), 6);
	fold_order_control(&order, 0x202c);
	assert_int_equal(fold_order_level(&order), 6);
	fold_order_control(&order, 0x2069);
	assert_int_equal(fold_order_level(&order), 4);
	for (int i = 0; i < 5; i++)
		fold_order_control(&order, 0x202c);
	assert_int_equal(fold_order_level(&order), 0);
}

/* Deeper than max_depth nothing is opened; the level stays within its byte. */
static void test_depth(void **state)
{
	struct fold_order order = {0};
	uint8_t deepest;

	(void)state;
	for (int i = 0; i < FOLD_DEPTH_MAX; i++)
		fold_order_control(&order, 0x202e);
	deepest = fold_order_level(&order);
	assert_int_equal(deepest, 2 * FOLD_DEPTH_MAX - 1);
	for (int i = 0; i < 1000; i++)
		fold_order_control(&order, i & 1 ? 0x202e : 0x2067);
	assert_int_equal(fold_order_level(&order), deepest);
	assert_int_equal(order.depth, FOLD_DEPTH_MAX);
	fold_order_control(&order, 0x202c);
	assert_int_equal(fold_order_level(&order), deepest - 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_order),
	    cmocka_unit_test(test_levels),
	    cmocka_unit_test(test_depth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
