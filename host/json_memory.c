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

/* Of the process, as jansson's allocators are. */
static alignas(max_align_t) char reserve[RESERVE];
static size_t used;
static bool failed;

static void *take_reserve(size_t size)
{
	const size_t align = alignof(max_align_t);
	void *block = reserve + used;

	if (size > RESERVE - align || (size + align - 1) / align * align > RESERVE - used) {
		log_line("out of memory");
		abort();
	}
	failed = true;
	used += (size + align - 1) / align * align;
	return block;
}

static void *watched_malloc(size_t size)
{
	void *block = malloc(size);

	return block || size == 0 ? block : take_reserve(size);
}

void json_memory_free(void *block)
{
	uintptr_t at = (uintptr_t)block, from = (uintptr_t)reserve;

	if (at < from || at >= from + RESERVE)
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
