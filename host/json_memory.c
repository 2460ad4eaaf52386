#include "json_memory.h"

#include "limits.h"
#include "log.h"

#include <jansson.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Request and reply at their largest: values, and texts with the buffers that they grew in. */
#define RESERVE (2 * (size_t)LIMIT_VALUES * 256 + 8 * (size_t)LIMIT_MESSAGE_BYTES)
#define REGION (JSON_MEMORY_FRONT + RESERVE)

/* Of the process, as jansson's allocators are. */
static alignas(max_align_t) char region[REGION];
static size_t used;
static bool failed;

/* The region's next `size` bytes, NULL where they would lie behind its byte `end`. */
static void *take(size_t size, size_t end)
{
	const size_t align = alignof(max_align_t), rounded = (size + align - 1) / align * align;
	void *block = region + used;

	if (rounded < size || used > end || rounded > end - used)
		return NULL;
	used += rounded;
	return block;
}

static void *take_reserve(size_t size)
{
	void *block = take(size, REGION);

	if (!block) {
		log_line("out of memory");
		abort();
	}
	failed = true;
	return block;
}

static void *watched_malloc(size_t size)
{
	void *block = take(size, JSON_MEMORY_FRONT);

	if (!block)
		block = malloc(size);
	return block || size == 0 ? block : take_reserve(size);
}

void json_memory_free(void *block)
{
	uintptr_t at = (uintptr_t)block, from = (uintptr_t)region;

	if (at < from || at >= from + REGION)
		free(block);
}

void json_memory_watch(void)
{
	json_set_alloc_funcs(watched_malloc, json_memory_free);
	used = 0;
	failed = false;
}

bool json_memory_failed(void)
{
	return failed;
}
