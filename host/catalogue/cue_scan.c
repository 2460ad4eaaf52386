#include "catalogue/cue_scan.h"

#include "catalogue/array.h"

#include <stdlib.h>

#define BUCKETS 2048   /* a power of two, some times the number of literals */
#define FOUR 4	       /* bytes by which a literal is filed; of a shorter one its three */
#define THREE 0xffffff /* the first three of four bytes as a number */

struct literal {
	const char *text;
	uint32_t len;	/* bytes */
	uint32_t bytes; /* first_bytes() */
	uint32_t number;
	uint32_t next; /* in its bucket, as number + 1 */
};

/* Literals filed by their first bytes. */
struct shelf {
	uint8_t begins[1 << 13]; /* bits by mix(): some literal begins so */
	uint32_t heads[BUCKETS]; /* number + 1 */
};

struct cue_scan {
	uint8_t begins[1 << 13];      /* bits by mix() of three bytes: one of any shelf does */
	struct shelf longer, shorter; /* by four bytes, by three */
	struct array literals;	      /* struct literal */
};

struct cue_scan *cue_scan_new(void)
{
	return calloc(1, sizeof(struct cue_scan));
}

void cue_scan_free(struct cue_scan **scan)
{
	if (!*scan)
		return;
	array_free(&(*scan)->literals);
	free(*scan);
	*scan = NULL;
}

/* 16 bits of the first bytes. */
static uint32_t mix(uint32_t bytes)
{
	return bytes * 0x9e3779b1u >> 16;
}

static uint32_t number_of(const char *bytes)
{
	const unsigned char *b = (const unsigned char *)bytes;

	return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

/* The first bytes at `at`; the fourth is 0 where the text has only three. */
static uint32_t first_bytes(struct span text, size_t at)
{
	char bytes[FOUR] = {0};

	if (text.len - at >= FOUR)
		return number_of(text.ptr + at);
	memcpy(bytes, text.ptr + at, text.len - at);
	return number_of(bytes);
}

bool cue_scan_add(struct cue_scan *scan, struct span text, uint32_t number)
{
	struct shelf *shelf = text.len < FOUR ? &scan->shorter : &scan->longer;
	uint32_t bytes = first_bytes(text, 0), mixed = mix(bytes), three = mix(bytes & THREE);
	uint32_t *head = &shelf->heads[mixed % BUCKETS];
	struct literal *literal =
	    text.len <= UINT32_MAX ? array_push(&scan->literals, sizeof(*literal)) : NULL;

	if (!literal)
		return false;
	*literal = (struct literal){text.ptr, (uint32_t)text.len, bytes, number, *head};
	*head = (uint32_t)scan->literals.count;
	shelf->begins[mixed / 8] |= (uint8_t)(1u << mixed % 8);
	scan->begins[three / 8] |= (uint8_t)(1u << three % 8);
	return true;
}

static bool some_begin(const uint8_t *begins, uint32_t mixed)
{
	return begins[mixed / 8] >> mixed % 8 & 1;
}

/* Tells of the literals of one shelf that begin with `bytes` and stand at `at`; false when the pass is to stop. */
static bool tell(const struct cue_scan *scan, uint32_t head, uint32_t bytes, struct span text,
		 size_t at, cue_scan_found *found, void *context)
{
	const struct literal *literals = scan->literals.items;

	for (uint32_t n = head; n > 0; n = literals[n - 1].next) {
		const struct literal *literal = &literals[n - 1];

		if (literal->bytes == bytes && literal->len <= text.len - at &&
		    memcmp(literal->text, text.ptr + at, literal->len) == 0 &&
		    !found(context, literal->number, at))
			return false;
	}
	return true;
}

/* Where something begins with the same three bytes. */
static bool tell_at(const struct cue_scan *scan, struct span text, size_t at, uint32_t bytes,
		    cue_scan_found *found, void *context)
{
	uint32_t three = bytes & THREE, mixed = mix(bytes), mixed_three = mix(three);

	if (some_begin(scan->longer.begins, mixed) &&
	    !tell(scan, scan->longer.heads[mixed % BUCKETS], bytes, text, at, found, context))
		return false;
	return !some_begin(scan->shorter.begins, mixed_three) ||
	       tell(scan, scan->shorter.heads[mixed_three % BUCKETS], three, text, at, found,
		    context);
}

void cue_scan_text(const struct cue_scan *scan, struct span text, cue_scan_found *found,
		   void *context)
{
	size_t whole = text.len >= FOUR ? text.len - FOUR + 1 : 0;

	for (size_t at = 0; at < whole; at++) {
		uint32_t bytes = number_of(text.ptr + at);

		if (some_begin(scan->begins, mix(bytes & THREE)) &&
		    !tell_at(scan, text, at, bytes, found, context))
			return;
	}
	if (text.len >= CUE_SCAN_LEAST)
		tell_at(scan, text, text.len - CUE_SCAN_LEAST,
			first_bytes(text, text.len - CUE_SCAN_LEAST), found, context);
}
