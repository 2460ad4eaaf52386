/* JSON trees behind the region's front, and while the C library has no memory: whole, told of, and given back. The
 * linker puts this malloc() in between. */
#include "json_memory.h"

#include "limits.h"

#include <jansson.h>
#include <setjmp.h>
#include <signal.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

static long until_failure = -1; /* allocations that still succeed; negative: all do */

void *__wrap_malloc(size_t size)
{
	if (until_failure == 0)
		return NULL;
	until_failure -= until_failure > 0;
	return __real_malloc(size);
}

static const char text[] = "{\"a\":[1,2.5,\"three\",null],\"b\":{\"c\":\"あ\"}}";

static json_malloc_t begin(void)
{
	json_malloc_t take;

	json_memory_watch();
	json_get_alloc_funcs(&take, NULL);
	return take;
}

/* A request that has used the front up. */
static json_malloc_t begin_behind_front(void)
{
	json_malloc_t take = begin();

	if (JSON_MEMORY_FRONT)
		json_memory_free(take(JSON_MEMORY_FRONT));
	return take;
}

/* The text read and written again while `after` allocations succeed; it is never wrong. */
static bool needed_reserve(long after)
{
	json_t *tree;
	char *again;
	bool same;

	begin_behind_front();
	assert_false(json_memory_failed());
	until_failure = after;
	tree = json_loads(text, 0, NULL);
	again = json_dumps(tree, JSON_COMPACT);
	until_failure = -1;
	same = again && strcmp(again, text) == 0;
	json_memory_free(again);
	json_decref(tree);
	assert_true(same);
	return json_memory_failed();
}

static void test_a_tree_is_whole_whatever_fails(void **state)
{
	long after = 0;

	(void)state;
	while (needed_reserve(after))
		after++;
	assert_true(after > 10);
	assert_false(needed_reserve(-1));
}

static void test_failure_is_forgotten_with_the_next_request(void **state)
{
	(void)state;
	assert_true(needed_reserve(0));
	assert_true(json_memory_failed());
	json_memory_watch();
	assert_false(json_memory_failed());
}

static void test_nothing_is_asked_for(void **state)
{
	json_malloc_t take = begin_behind_front();

	(void)state;
	until_failure = 0;
	void *block = take(0);

	until_failure = -1;
	assert_false(json_memory_failed());
	json_memory_free(block);
	json_memory_free(NULL);
}

static void test_blocks_of_the_reserve(void **state)
{
	static const size_t sizes[] = {1, 3, 16, 17, 4096, 1};
	char *blocks[sizeof(sizes) / sizeof(sizes[0])];
	json_malloc_t take = begin_behind_front();

	(void)state;
	until_failure = 0;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		blocks[i] = take(sizes[i]);
		memset(blocks[i], (int)i, sizes[i]);
	}
	until_failure = -1;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		assert_int_equal((uintptr_t)blocks[i] % alignof(max_align_t), 0);
		for (size_t n = 0; n < sizes[i]; n++)
			assert_int_equal(blocks[i][n], i);
		json_memory_free(blocks[i]);
	}
	/* Emptied, it begins anew. */
	take = begin_behind_front();
	until_failure = 0;
	char *again = take(1);

	until_failure = -1;
	assert_ptr_equal(again, blocks[0]);
}

/* Takes `count` blocks in a process of its own; the signal that ended it. */
static int ended_by(size_t size, size_t count)
{
	const struct rlimit no_core = {0, 0};
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (child == 0) {
		json_malloc_t take = begin();

		setrlimit(RLIMIT_CORE, &no_core);
		close(STDERR_FILENO);
		until_failure = 0;
		while (count--)
			*(volatile char *)take(size) = 1;
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? WTERMSIG(status) : -WEXITSTATUS(status);
}

/* Until the front is full nothing is asked of the C library; behind it all is, and given back to it. */
static void test_the_front(void **state)
{
	json_malloc_t take = begin();
	char *first = NULL, *block;
	size_t held = 0;

	(void)state;
	until_failure = 0;
	for (; held < JSON_MEMORY_FRONT; held += 48) {
		block = take(33);
		first = first ? first : block;
		assert_ptr_equal(block, first + held);
		memset(block, 1, 33);
		json_memory_free(block);
		if (JSON_MEMORY_FRONT - held < 2 * 48)
			break;
	}
	assert_false(json_memory_failed());
	until_failure = 1;
	block = take(2 * 48);
	assert_int_equal(until_failure, 0);
	until_failure = -1;
	assert_false(json_memory_failed());
	json_memory_free(block);
	block = begin()(1);
	if (first)
		assert_ptr_equal(block, first);
	json_memory_free(block);
}

/* A request at its largest fits; behind the reserve there is only the end, not another's memory. */
static void test_the_end_of_the_reserve(void **state)
{
	(void)state;
	assert_int_equal(ended_by(256, LIMIT_VALUES), 0);
	assert_int_equal(ended_by(LIMIT_MESSAGE_BYTES, 8), 0);
	assert_int_equal(ended_by(LIMIT_MESSAGE_BYTES, 1024), SIGABRT);
	assert_int_equal(ended_by(SIZE_MAX, 1), SIGABRT);
	assert_int_equal(ended_by(SIZE_MAX - 14, 1), SIGABRT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_a_tree_is_whole_whatever_fails),
	    cmocka_unit_test(test_failure_is_forgotten_with_the_next_request),
	    cmocka_unit_test(test_nothing_is_asked_for),
	    cmocka_unit_test(test_blocks_of_the_reserve),
	    cmocka_unit_test(test_the_front),
	    cmocka_unit_test(test_the_end_of_the_reserve),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
