/* Arrays that grow and the map from texts to numbers. */
#include "catalogue/array.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

static void test_elements_are_zero_and_stay(void **state)
{
	struct array array = {0};

	(void)state;
	for (uint32_t i = 0; i < 1000; i++) {
		uint64_t *slot = array_push(&array, sizeof(*slot));

		assert_non_null(slot);
		assert_int_equal(*slot, 0);
		*slot = i + 1;
		assert_int_equal(array.count, i + 1);
	}
	for (uint32_t i = 0; i < 1000; i++)
		assert_int_equal(*ARRAY_AT(&array, uint64_t, i), i + 1);
	array_free(&array);
	assert_true(!array.items && array.count == 0 && array.room == 0);
	array_free(&array); /* nothing */
}

static void test_bytes(void **state)
{
	struct array array = {0};
	char want[3000];
	size_t len = 0;

	(void)state;
	assert_true(array_append(&array, "", 0));
	assert_int_equal(array.count, 0);
	for (size_t size = 1; len + size <= sizeof(want); len += size++) {
		memset(want + len, (int)('a' + size % 26), size);
		assert_true(array_append(&array, want + len, size));
		assert_int_equal(array.count, len + size);
	}
	assert_memory_equal(array.items, want, len);
	array_free(&array);
}

static void test_more_than_there_can_be(void **state)
{
	struct array array = {0};

	(void)state;
	assert_true(array_append(&array, "abc", 3));
	assert_false(array_append(&array, "abc", SIZE_MAX));
	assert_int_equal(array.count, 3);
	assert_memory_equal(array.items, "abc", 3);
	array_free(&array);
}

static void test_map(void **state)
{
	struct text_map map = {0};

	(void)state;
	assert_int_equal(text_map_get(&map, SPAN("a")), TEXT_MAP_NONE);
	text_map_set(&map, SPAN("a"), 1); /* of a key that is not there: nothing */
	assert_int_equal(text_map_get(&map, SPAN("a")), TEXT_MAP_NONE);
	assert_int_equal(text_map_put(&map, SPAN("a"), 7), 7);
	assert_int_equal(text_map_put(&map, SPAN("a"), 8), 7); /* the first one counts */
	assert_int_equal(text_map_get(&map, SPAN("a")), 7);
	assert_int_equal(map.count, 1);
	text_map_set(&map, SPAN("a"), 9);
	assert_int_equal(text_map_get(&map, SPAN("a")), 9);
	text_map_set(&map, SPAN("b"), 1);
	assert_int_equal(text_map_get(&map, SPAN("b")), TEXT_MAP_NONE);
	assert_int_equal(text_map_put(&map, SPAN(""), 0), 0);
	assert_int_equal(text_map_get(&map, (struct span){NULL, 0}), 0);
	assert_int_equal(text_map_get(&map, (struct span){"ab", 1}), 9);
	text_map_free(&map);
	assert_int_equal(text_map_get(&map, SPAN("a")), TEXT_MAP_NONE);
	text_map_free(&map);
}

/* Keys are found again however often the map has grown in between. */
static void test_a_large_map(void **state)
{
	enum { KEYS = 20000 };
	static char keys[KEYS][8];
	struct text_map map = {0};

	(void)state;
	for (uint32_t i = 0; i < KEYS; i++) {
		(void)snprintf(keys[i], sizeof(keys[i]), "k%u", i);
		assert_int_equal(text_map_put(&map, span_of(keys[i]), i), i);
	}
	assert_int_equal(map.count, KEYS);
	assert_int_equal(map.room & (map.room - 1), 0);
	for (uint32_t i = 0; i < KEYS; i++)
		assert_int_equal(text_map_get(&map, span_of(keys[i])), i);
	assert_int_equal(text_map_get(&map, SPAN("k20000")), TEXT_MAP_NONE);
	assert_int_equal(text_map_get(&map, SPAN("k")), TEXT_MAP_NONE);
	text_map_free(&map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_elements_are_zero_and_stay),
	    cmocka_unit_test(test_bytes),
	    cmocka_unit_test(test_more_than_there_can_be),
	    cmocka_unit_test(test_map),
	    cmocka_unit_test(test_a_large_map),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
