/* Spans: what holds what, in which order they stand, and what is taken off their ends; empty ones too. */
#include "text/span.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct span nothing = {NULL, 0};

static void test_holds(void **state)
{
	(void)state;
	assert_true(span_holds(SPAN("abc"), SPAN("abc")));
	assert_true(span_holds(SPAN("aab"), SPAN("ab")));
	assert_false(span_holds(SPAN("ab"), SPAN("abc")));
	assert_false(span_holds(SPAN("abd"), SPAN("abc")));
	assert_false(span_holds(SPAN("abc"), SPAN("")));
	assert_false(span_holds(SPAN("abc"), nothing));
	assert_false(span_holds(nothing, SPAN("a")));
	assert_false(span_holds(nothing, nothing));
}

static void test_compare(void **state)
{
	const struct span rising[] = {{NULL, 0},  SPAN("A"), SPAN("a"),
				      SPAN("ab"), SPAN("b"), SPAN("é")};
	const size_t count = sizeof(rising) / sizeof(rising[0]);

	(void)state;
	for (size_t i = 0; i < count; i++)
		for (size_t n = 0; n < count; n++) {
			int order = span_compare(rising[i], rising[n]);

			assert_int_equal((order > 0) - (order < 0), (i > n) - (i < n));
		}
}

static void test_trimmed(void **state)
{
	(void)state;
	assert_true(span_equal(span_trimmed(SPAN(" \n a b\n ")), SPAN("a b")));
	assert_true(span_equal(span_trimmed(SPAN("ab")), SPAN("ab")));
	assert_true(span_equal(span_trimmed(SPAN("\ta")), SPAN("\ta")));
	assert_int_equal(span_trimmed(SPAN(" \n ")).len, 0);
	assert_int_equal(span_trimmed(nothing).len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_holds),
	    cmocka_unit_test(test_compare),
	    cmocka_unit_test(test_trimmed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
