#include "catalogue/cue_scan.h"

#include "catalogue/array.h"

#include <stdlib.h>

#define BUCKETS 4096 /* a power of two, some times the number of literals */

struct literal {
	struct span text;
	uint32_t number;
	uint32_t next; /* in its bucket, as number + 1 */
};

struct cue_scan {
	uint8_t begins[1 << 13]; /* bits by mix(): some literal begins so */
	uint32_t heads[BUCKETS]; /* number + 1 */
	struct array literals;	 /* struct literal */
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

/* 16 bits of three bytes. */
static uint32_t mix(const char *bytes)
{
	uint32_t three = (uint32_t)(unsigned char)bytes[0] |
			 (uint32_t)(unsigned char)bytes[1] << 8 |
			 (uint32_t)(unsigned char)bytes[2] << 16;

	return three * 0x9e3779b1u >> 16;
}

bool cue_scan_add(struct cue_scan *scan, struct span text, uint32_t number)
{
	uint32_t mixed = mix(text.ptr), *head = &scan->heads[mixed % BUCKETS];
	struct literal *literal = array_push(&scan->literals, sizeof(*literal));

	if (!literal)
		return false;
	*literal = (struct literal){text, number, *head};
	*head = (uint32_t)scan->literals.count;
	scan->begins[mixed / 8] |= (uint8_t)(1u << mixed % 8);
	return true;
}

void cue_scan_text(const struct cue_scan *scan, struct span text, cue_scan_found *found,
		   void *context)
{
	const struct literal *literals = scan->literals.items;

	for (size_t at = 0; at + CUE_SCAN_LEAST <= text.len; at++) {
		uint32_t mixed = mix(text.ptr + at);

		if (!(scan->begins[mixed / 8] & 1u << mixed % 8))
			continue;
		for (uint32_t n = scan->heads[mixed % BUCKETS]; n > 0; n = literals[n - 1].next) {
			const struct literal *literal = &literals[n - 1];

			if (literal->text.len <= text.len - at &&
			    memcmp(literal->text.ptr, text.ptr + at, literal->text.len) == 0 &&
			    !found(context, literal->number, at))
				return;
		}
	}
}
