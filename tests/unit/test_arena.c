#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/arena.h"

#include <stdalign.h>

static void test_memory_is_zeroed_and_aligned(void **state)
{
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	assert_non_null(arena);
	for (int round = 0; round < 2; round++) {
		for (size_t size = 1; size < 600; size += 7) {
			unsigned char *memory = arena_alloc(arena, size);

			assert_non_null(memory);
			assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
			for (size_t i = 0; i < size; i++)
				assert_int_equal(memory[i], 0);
			memset(memory, 0xAB, size);
		}
		arena_reset(arena);
	}
	arena_free(&arena);
	assert_null(arena);
}

static void test_room_is_given_back(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	char *first, *second;

	(void)state;
	first = arena_room(arena, 1000);
	assert_non_null(first);
	assert_int_equal((uintptr_t)first % alignof(max_align_t), 0);
	arena_trim(arena, first, 1000, 33);
	second = arena_alloc(arena, 8);
	assert_ptr_equal(second, first + 48);
	/* Not the last one any more: it stays as it is. */
	arena_trim(arena, first, 48, 0);
	assert_ptr_equal(arena_alloc(arena, 8), second + 16);
	assert_null(arena_room(arena, SIZE_MAX - 3));
	assert_true(arena_failed(arena));
	arena_trim(arena, NULL, 10, 0);
	arena_free(&arena);
	assert_null(arena_room(arena, 1));
}

static void test_cap_is_kept_and_failure_sticks(void **state)
{
	struct arena *arena = arena_new(4096);
	size_t given = 0;

	(void)state;
	while (arena_alloc(arena, 100))
		given += 100;
	assert_in_range(given, 2048, 4096);
	assert_true(arena_failed(arena));
	assert_null(arena_alloc(arena, 5000));
	assert_true(arena_failed(arena));
	arena_reset(arena);
	assert_false(arena_failed(arena));
	assert_non_null(arena_alloc(arena, 4096));
	assert_null(arena_alloc(arena, 1));
	arena_free(&arena);
}

static void test_sizes_that_overflow_are_refused(void **state)
{
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	assert_null(arena_alloc(arena, SIZE_MAX));
	assert_true(arena_failed(arena));
	arena_reset(arena);
	assert_null(arena_alloc(arena, SIZE_MAX - 64));
	assert_true(arena_failed(arena));
	arena_reset(arena);
	assert_null(arena_array(arena, SIZE_MAX / 2, 3));
	assert_true(arena_failed(arena));
	arena_reset(arena);
	assert_non_null(arena_array(arena, 0, 8));
	assert_non_null(arena_array(arena, 8, 0));
	assert_false(arena_failed(arena));
	arena_free(&arena);
}

static void test_large_and_small_live_side_by_side(void **state)
{
	struct arena *arena = arena_new(16 << 20);
	char *small = arena_alloc(arena, 3), *large = arena_alloc(arena, 3 << 20), *after;

	(void)state;
	memset(small, 1, 3);
	memset(large, 2, 3 << 20);
	after = arena_alloc(arena, 100);
	memset(after, 3, 100);
	assert_int_equal(small[2], 1);
	assert_int_equal(large[(3 << 20) - 1], 2);
	assert_int_equal(after[99], 3);
	assert_false(arena_failed(arena));
	arena_free(&arena);
}

static void test_copy(void **state)
{
	struct arena *arena = arena_new(4096);
	char text[] = "abc";
	struct span copy = arena_copy(arena, (struct span){text, 3});

	(void)state;
	text[0] = 'x';
	assert_true(span_equal(copy, SPAN("abc")));
	assert_int_equal(arena_copy(arena, (struct span){NULL, 0}).len, 0);
	while (arena_alloc(arena, 16))
		;
	copy = arena_copy(arena, SPAN("abc"));
	assert_null(copy.ptr);
	assert_int_equal(copy.len, 0);
	arena_free(&arena);
}

static void test_join(void **state)
{
	struct arena *arena = arena_new(4096);

	(void)state;
	assert_true(span_equal(arena_join(arena, SPAN("https:"), SPAN("//x.example")),
			       SPAN("https://x.example")));
	assert_true(span_equal(arena_join(arena, (struct span){0}, SPAN("b")), SPAN("b")));
	assert_int_equal(arena_join(arena, SPAN("a"), (struct span){NULL, 0}).len, 1);
	arena_fail(arena);
	assert_null(arena_join(arena, SPAN("a"), SPAN("b")).ptr);
	arena_free(&arena);
}

static void test_prefix_without_case(void **state)
{
	(void)state;
	assert_true(span_starts_without_case(SPAN("HtTp://X"), SPAN("http://")));
	assert_true(span_starts_without_case(SPAN("a"), (struct span){0}));
	assert_false(span_starts_without_case(SPAN("http"), SPAN("http:")));
	/* What differs from a letter by the bit of case alone is another character. */
	assert_false(span_starts_without_case(SPAN("@"), SPAN("`")));
	assert_false(span_starts_without_case(SPAN("["), SPAN("{")));
}

static void test_builder(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	struct builder one = {.arena = arena}, two = {.arena = arena};

	(void)state;
	assert_int_equal(builder_span(&one).len, 0);
	for (int i = 0; i < 5000; i++) { /* in turns, so that neither can always grow in place */
		builder_point(&one, 0x3042);
		if (i % 10 == 0)
			builder_byte(&two, 'b');
	}
	builder_add(&two, (struct span){NULL, 0});
	builder_point(&two, 0xD800);
	builder_point(&two, 0x110000);
	assert_int_equal(builder_span(&one).len, 15000);
	assert_memory_equal(builder_span(&one).ptr + 14997, "あ", 3);
	assert_int_equal(builder_span(&two).len, 506);
	assert_memory_equal(builder_span(&two).ptr + 499, "b\xEF\xBF\xBD\xEF\xBF\xBD", 7);
	arena_free(&arena);
}

static void test_builder_gives_nothing_after_failure(void **state)
{
	struct arena *arena = arena_new(1024);
	struct builder b = {.arena = arena};

	(void)state;
	for (int i = 0; i < 100; i++)
		builder_add(&b, SPAN("a long piece of text"));
	assert_true(arena_failed(arena));
	assert_null(builder_span(&b).ptr);
	assert_int_equal(builder_span(&b).len, 0);
	arena_free(&arena);
}

static void test_release_gives_back_what_came_after(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	struct arena_mark empty = arena_mark(arena), mark;
	struct span kept;

	(void)state;
	kept = arena_copy(arena, SPAN("kept"));
	mark = arena_mark(arena);
	/* Far more than the cap in all: every round must give its blocks back. */
	for (int round = 0; round < 50; round++) {
		for (int i = 0; i < 4; i++)
			assert_non_null(arena_alloc(arena, 90000));
		arena_release(arena, mark);
		assert_true(span_equal(kept, SPAN("kept")));
	}
	assert_false(arena_failed(arena));
	while (arena_alloc(arena, 90000))
		continue;
	arena_release(arena, mark);
	assert_true(arena_failed(arena)); /* a failure stays remembered */
	arena_release(arena, empty);
	arena_release(NULL, empty);
	arena_free(&arena);
}

/* In the marked block, too: the next allocation lies where the first one after the mark lay. */
static void test_release_gives_back_the_rest_of_the_block(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	struct arena_mark mark;
	char *first;

	(void)state;
	assert_non_null(arena_alloc(arena, 100));
	mark = arena_mark(arena);
	first = arena_alloc(arena, 1000);
	assert_non_null(first);
	assert_non_null(arena_alloc(arena, 90000)); /* a block of its own */
	arena_release(arena, mark);
	assert_int_equal(arena_mark(arena).used, mark.used);
	assert_ptr_equal(arena_alloc(arena, 1000), first);
	arena_release(arena, mark);
	assert_ptr_equal(arena_alloc(arena, 1), first);
	arena_free(&arena);
}

static void test_null_is_harmless(void **state)
{
	struct arena *none = NULL;
	struct builder b = {.arena = NULL};

	(void)state;
	arena_free(&none);
	arena_free(NULL);
	arena_reset(NULL);
	arena_fail(NULL);
	assert_true(arena_failed(NULL));
	assert_null(arena_alloc(NULL, 1));
	assert_null(arena_array(NULL, SIZE_MAX, 2));
	assert_int_equal(arena_copy(NULL, SPAN("a")).len, 0);
	builder_byte(&b, 'a');
	assert_int_equal(builder_span(&b).len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_memory_is_zeroed_and_aligned),
	    cmocka_unit_test(test_room_is_given_back),
	    cmocka_unit_test(test_cap_is_kept_and_failure_sticks),
	    cmocka_unit_test(test_sizes_that_overflow_are_refused),
	    cmocka_unit_test(test_large_and_small_live_side_by_side),
	    cmocka_unit_test(test_copy),
	    cmocka_unit_test(test_join),
	    cmocka_unit_test(test_prefix_without_case),
	    cmocka_unit_test(test_builder),
	    cmocka_unit_test(test_builder_gives_nothing_after_failure),
	    cmocka_unit_test(test_release_gives_back_what_came_after),
	    cmocka_unit_test(test_release_gives_back_the_rest_of_the_block),
	    cmocka_unit_test(test_null_is_harmless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
