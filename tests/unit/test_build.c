/* JSON put together: what fails on the way is remembered, and nothing of the value stays. */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

static long until_failure = -1; /* jansson's allocations that still succeed; negative: all do */
static long live;

static void *counted_malloc(size_t size)
{
	void *block = until_failure == 0 ? NULL : malloc(size);

	until_failure -= until_failure > 0;
	live += block != NULL;
	return block;
}

static void counted_free(void *block)
{
	live -= block != NULL;
	free(block);
}

/* {"name":"…","list":[1,null]} */
static json_t *made(struct span name)
{
	struct build build = {0};
	json_t *object = json_object(), *list = json_array();

	build_append(&build, list, json_integer(1));
	build_append(&build, list, json_null());
	build_set(&build, object, "name", build_text(name));
	build_set(&build, object, "list", list);
	return build_end(&build, object);
}

static void assert_name(json_t *value, struct span want)
{
	const json_t *name = json_object_get(value, "name");

	assert_int_equal(json_string_length(name), want.len);
	assert_memory_equal(json_string_value(name), want.len ? want.ptr : "", want.len);
	assert_int_equal(json_integer_value(json_array_get(json_object_get(value, "list"), 0)), 1);
	assert_int_equal(json_array_size(json_object_get(value, "list")), 2);
	json_decref(value);
}

static void test_members_and_items(void **state)
{
	(void)state;
	assert_name(made(SPAN("a “b”\n")), SPAN("a “b”\n"));
	assert_name(made((struct span){"a\0b", 3}), (struct span){"a\0b", 3});
	assert_name(made(span_slice(SPAN("abc"), 1, 2)), SPAN("b"));
	assert_name(made((struct span){0}), SPAN(""));
}

static void test_a_text_that_is_not_utf8_is_a_failure(void **state)
{
	(void)state;
	assert_null(build_text(SPAN("\xff")));
	assert_null(made(SPAN("a\xed\xa0\x80")));
}

static void test_every_missing_value_is_a_failure(void **state)
{
	json_t *object = json_object(), *array = json_array();
	struct build build = {0};

	(void)state;
	build_set(&build, object, "x", NULL);
	assert_true(build.failed);
	build = (struct build){0};
	build_append(&build, array, NULL);
	assert_true(build.failed);
	build = (struct build){0};
	build_set(&build, NULL, "x", json_true());
	assert_true(build.failed);
	build_set(&build, object, "x", json_true()); /* a later success does not undo it */
	assert_true(build.failed);
	assert_null(build_end(&build, object));
	json_decref(array);
}

static void test_memory_that_gives_out(void **state)
{
	json_t *value;
	long after = 0;

	(void)state;
	json_set_alloc_funcs(counted_malloc, counted_free);
	do {
		live = 0;
		until_failure = after++;
		value = made(SPAN("a name"));
		until_failure = -1;
		json_decref(value);
		if (live != 0)
			fail_msg("allocation %ld: %ld blocks left", after, live);
	} while (!value);
	assert_true(after > 8);
	json_set_alloc_funcs(malloc, free);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_members_and_items),
	    cmocka_unit_test(test_a_text_that_is_not_utf8_is_a_failure),
	    cmocka_unit_test(test_every_missing_value_is_a_failure),
	    cmocka_unit_test(test_memory_that_gives_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
