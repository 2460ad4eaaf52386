#include "text/arena.h"

#include "text/utf8.h"

#include <stdalign.h>
#include <stdlib.h>

enum {
	BLOCK_FIRST = 64 * 1024,
	BLOCK_LARGEST = 1024 * 1024, /* blocks double up to here; a larger request gets its own */
	BUILDER_FIRST = 64,
};

struct block {
	struct block *previous;
	size_t size, used; /* bytes of data[] */
	alignas(max_align_t) char data[];
};

struct arena {
	struct block *last;
	size_t cap, held; /* bytes: allowed, and in all blocks */
	bool failed;
};

struct arena *arena_new(size_t cap)
{
	struct arena *arena = calloc(1, sizeof(*arena));

	if (arena)
		arena->cap = cap;
	return arena;
}

void arena_reset(struct arena *arena)
{
	if (!arena)
		return;
	while (arena->last && arena->last->previous) {
		struct block *gone = arena->last;

		arena->last = gone->previous;
		arena->held -= gone->size;
		free(gone);
	}
	if (arena->last)
		arena->last->used = 0;
	arena->failed = false;
}

struct arena_mark arena_mark(const struct arena *arena)
{
	if (!arena || !arena->last)
		return (struct arena_mark){NULL, 0};
	return (struct arena_mark){arena->last, arena->last->used};
}

void arena_release(struct arena *arena, struct arena_mark mark)
{
	/* The first block stays, as after arena_reset(). */
	while (arena && arena->last && arena->last != mark.block && arena->last->previous) {
		struct block *gone = arena->last;

		arena->last = gone->previous;
		arena->held -= gone->size;
		free(gone);
	}
	if (arena && arena->last)
		arena->last->used = mark.used;
}

void arena_free(struct arena **arena)
{
	if (!arena || !*arena)
		return;
	arena_reset(*arena);
	free((*arena)->last);
	free(*arena);
	*arena = NULL;
}

bool arena_failed(const struct arena *arena)
{
	return !arena || arena->failed;
}

void arena_fail(struct arena *arena)
{
	if (arena)
		arena->failed = true;
}

/* A new last block with room for `size` bytes, as large as the cap allows; false when refused. */
static bool add_block(struct arena *arena, size_t size)
{
	size_t room = arena->cap - arena->held;
	size_t wanted = arena->last ? arena->last->size * 2 : BLOCK_FIRST;
	struct block *block;

	if (size > room)
		return false;
	if (wanted > BLOCK_LARGEST)
		wanted = BLOCK_LARGEST;
	if (wanted > room)
		wanted = room;
	if (wanted < size)
		wanted = size;
	if (wanted > SIZE_MAX - sizeof(*block))
		return false;
	block = malloc(sizeof(*block) + wanted);
	if (!block)
		return false;
	*block = (struct block){.previous = arena->last, .size = wanted};
	arena->last = block;
	arena->held += wanted;
	return true;
}

/* In whole units of the alignment; smaller than `size` when that is too large. */
static size_t rounded_up(size_t size)
{
	const size_t align = alignof(max_align_t);

	return (size + align - 1) / align * align;
}

void *arena_room(struct arena *arena, size_t size)
{
	size_t rounded = rounded_up(size);
	struct block *block;

	if (!arena)
		return NULL;
	if (rounded < size || ((!arena->last || arena->last->size - arena->last->used < rounded) &&
			       !add_block(arena, rounded))) {
		arena->failed = true;
		return NULL;
	}
	block = arena->last;
	block->used += rounded;
	return block->data + (block->used - rounded);
}

void arena_trim(struct arena *arena, void *room, size_t size, size_t used)
{
	struct block *block = arena ? arena->last : NULL;

	if (room && block && (char *)room + rounded_up(size) == block->data + block->used)
		block->used -= rounded_up(size) - rounded_up(used);
}

void *arena_alloc(struct arena *arena, size_t size)
{
	void *memory = arena_room(arena, size);

	return memory ? memset(memory, 0, size) : NULL;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size) {
		arena_fail(arena);
		return NULL;
	}
	return arena_alloc(arena, count * size);
}

struct span arena_copy(struct arena *arena, struct span text)
{
	char *copy;

	if (text.len == 0)
		return SPAN("");
	copy = arena_room(arena, text.len);
	if (!copy)
		return (struct span){NULL, 0};
	memcpy(copy, text.ptr, text.len);
	return (struct span){copy, text.len};
}

/* Lets the most recent allocation grow where it lies, so that a long text is not copied at each
 * doubling and the copies do not use up the cap. Both sizes are multiples of the alignment. */
static bool grow_in_place(struct arena *arena, const char *ptr, size_t cap, size_t wanted)
{
	struct block *block = arena->last;

	if (!ptr || ptr + cap != block->data + block->used ||
	    block->size - block->used < wanted - cap)
		return false;
	block->used += wanted - cap;
	return true;
}

static bool builder_room(struct builder *b, size_t more)
{
	size_t wanted = b->cap ? b->cap : BUILDER_FIRST;
	char *grown;

	if (arena_failed(b->arena))
		return false;
	if (b->cap - b->len >= more)
		return true;
	while (wanted - b->len < more) {
		if (wanted > SIZE_MAX / 2) {
			arena_fail(b->arena);
			return false;
		}
		wanted *= 2;
	}
	if (!grow_in_place(b->arena, b->ptr, b->cap, wanted)) {
		grown = arena_room(b->arena, wanted);
		if (!grown)
			return false;
		if (b->len > 0)
			memcpy(grown, b->ptr, b->len);
		b->ptr = grown;
	}
	b->cap = wanted;
	return true;
}

void builder_add(struct builder *b, struct span text)
{
	if (text.len == 0 || !builder_room(b, text.len))
		return;
	memcpy(b->ptr + b->len, text.ptr, text.len);
	b->len += text.len;
}

void builder_byte(struct builder *b, char byte)
{
	if (b->len < b->cap)
		b->ptr[b->len++] = byte;
	else
		builder_add(b, (struct span){&byte, 1});
}

void builder_point(struct builder *b, uint32_t point)
{
	char bytes[4];

	if (point < 0x80)
		builder_byte(b, (char)point);
	else
		builder_add(b, (struct span){bytes, utf8_encode(point, bytes)});
}

struct span builder_span(const struct builder *b)
{
	if (arena_failed(b->arena))
		return (struct span){NULL, 0};
	return b->len > 0 ? (struct span){b->ptr, b->len} : SPAN("");
}

struct span arena_join(struct arena *arena, struct span a, struct span b)
{
	struct builder text = {.arena = arena};

	builder_add(&text, a);
	builder_add(&text, b);
	return builder_span(&text);
}
