/* What must not reach the parser: one level and one value too many, wherever strings hide or fake them. */
#include "json_scan.h"

#include "limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static char text[LIMIT_MESSAGE_BYTES];
static size_t used;

static void put(const char *piece)
{
	size_t len = strlen(piece);

	assert_true(used + len <= sizeof(text));
	memcpy(text + used, piece, len);
	used += len;
}

static void put_times(const char *piece, size_t times)
{
	while (times--)
		put(piece);
}

/* Looks over what was put, in a block of its very size, and begins anew. */
static enum fault_code scanned(const char *want)
{
	char *exact = malloc(used ? used : 1), told[260];
	struct fault fault = {0};
	bool sound;

	assert_non_null(exact);
	memcpy(exact, text, used);
	sound = json_scan((struct span){exact, used}, &fault);
	free(exact);
	used = 0;
	fault_text(&fault, told);
	assert_string_equal(told, want);
	assert_int_equal(sound, fault.code == FAULT_NONE);
	return fault.code;
}

#define DEEP "nested deeper than 64"
#define MANY "more than 50000 values"

static void assert_depth(const char *open, const char *close)
{
	put_times(open, LIMIT_DEPTH);
	put_times(close, LIMIT_DEPTH);
	assert_int_equal(scanned(""), FAULT_NONE);
	put_times(open, LIMIT_DEPTH + 1);
	put_times(close, LIMIT_DEPTH + 1);
	assert_int_equal(scanned(DEEP), FAULT_INVALID_JSON);
}

static void test_depth(void **state)
{
	(void)state;
	assert_depth("[", "]");
	assert_depth("{\"a\":", "}");
	put_times("[", LIMIT_MESSAGE_BYTES);
	assert_int_equal(scanned(DEEP), FAULT_INVALID_JSON);
	/* One beside the other is not one in the other, and a surplus of ends is no credit. */
	put("[");
	put_times("[[]],", 1000);
	assert_int_equal(scanned(""), FAULT_NONE);
	put_times("]", 100);
	put_times("[", LIMIT_DEPTH + 1);
	assert_int_equal(scanned(DEEP), FAULT_INVALID_JSON);
}

static void test_strings_hide_brackets(void **state)
{
	/* However the quotes lie to the words of eight bytes that are stepped over. */
	(void)state;
	for (size_t before = 0; before < 20; before++)
		for (size_t inside = 0; inside < 20; inside++) {
			put_times(" ", before);
			put("\"");
			put_times("[", 100 + inside);
			put("\\\"");
			put_times("[", inside);
			put("\\\\\"");
			assert_int_equal(scanned(""), FAULT_NONE);
			put_times(" ", before);
			put("\"");
			put_times("x", inside);
			put("\\\\\"");
			put_times("[", LIMIT_DEPTH + 1);
			assert_int_equal(scanned(DEEP), FAULT_INVALID_JSON);
		}
}

static void test_strings_without_an_end(void **state)
{
	(void)state;
	for (size_t len = 0; len < 20; len++) {
		put("\"");
		put_times("[", len);
		assert_int_equal(scanned(""), FAULT_NONE);
		put("\"");
		put_times("x", len);
		put("\\");
		assert_int_equal(scanned(""), FAULT_NONE);
	}
	assert_int_equal(scanned(""), FAULT_NONE);
}

/* LIMIT_VALUES values behind the request's own object, then one more. */
static void assert_count(const char *value)
{
	for (size_t more = 0; more < 2; more++) {
		put("[");
		put_times(value, LIMIT_VALUES + more);
		put("]");
		assert_int_equal(scanned(more ? MANY : ""),
				 more ? FAULT_INVALID_REQUEST : FAULT_NONE);
	}
}

static void test_values(void **state)
{
	(void)state;
	assert_count("{},");
	assert_count("[],");
	assert_count("\"\",");
	assert_count("1,");
	assert_count("-1.5e3 , ");
	assert_count("true\n,");
	assert_count("\"a\\\"b\",");
}

/* The name of a member is none, so that as many values may have one. */
static void test_names_are_no_values(void **state)
{
	(void)state;
	for (size_t more = 0; more < 2; more++) {
		put("{");
		put_times("\"a\":\"b\",", LIMIT_VALUES + more);
		put("}");
		assert_int_equal(scanned(more ? MANY : ""),
				 more ? FAULT_INVALID_REQUEST : FAULT_NONE);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_depth),
	    cmocka_unit_test(test_strings_hide_brackets),
	    cmocka_unit_test(test_strings_without_an_end),
	    cmocka_unit_test(test_values),
	    cmocka_unit_test(test_names_are_no_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
