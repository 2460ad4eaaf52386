/*
 * The memory of one request: a bump allocator that is emptied as a whole. Failure is sticky, so
 * that the code in between needs no error path: a failed allocation gives NULL (a failed text an
 * empty span) and the caller at the top asks arena_failed() once.
 */
#ifndef TEXT_ARENA_H
#define TEXT_ARENA_H

#include "text/span.h"

#include <stdint.h>

struct arena;

/* A new arena that never holds more than `cap` bytes; NULL when out of memory. */
struct arena *arena_new(size_t cap);

/* Frees the arena with all it holds and sets *arena to NULL; NULL is allowed. */
void arena_free(struct arena **arena);

/* Empties it and clears the failure; keeps the first block for the next request. */
void arena_reset(struct arena *arena);

/* How far an arena is filled, to be given back to as a whole what is made after it. */
struct arena_mark {
	const void *block;
	size_t used;
};
struct arena_mark arena_mark(const struct arena *arena);

/* Frees all that was made since `mark` (of this arena, and not released over since); a failure stays
 * remembered. */
void arena_release(struct arena *arena, struct arena_mark mark);

/* True when an allocation since the last reset was refused (cap or out of memory). */
bool arena_failed(const struct arena *arena);

/* Remembers a failure that happened elsewhere (a library's own allocation). */
void arena_fail(struct arena *arena);

/* `size` zeroed bytes aligned for any type; NULL on failure (remembered). */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, but of any content: for what is filled at once, or larger than what will be filled of it. */
void *arena_room(struct arena *arena, size_t size);

/* Gives back what is behind the first `used` bytes of `room`, the arena's last allocation, of `size` bytes. */
void arena_trim(struct arena *arena, void *room, size_t size, size_t used);

/* `count` zeroed elements of `size` bytes; overflow is a failure like any other. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy of `text`; the empty span on failure. */
struct span arena_copy(struct arena *arena, struct span text);

/* `a` and behind it `b` in a new text; the empty span on failure. */
struct span arena_join(struct arena *arena, struct span a, struct span b);

/* A text that grows in an arena. Zero-initialise but for `arena`. */
struct builder {
	struct arena *arena;
	char *ptr;
	size_t len, cap;
};

void builder_add(struct builder *b, struct span text);
void builder_byte(struct builder *b, char byte);
/* Appends a code point as UTF-8 (U+FFFD for what is none). */
void builder_point(struct builder *b, uint32_t point);
/* The text so far; valid until the next addition. */
struct span builder_span(const struct builder *b);

#endif
