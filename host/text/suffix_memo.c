#include "text/suffix_memo.h"

#include "text/hostname.h"

#include <stdint.h>
#include <stdlib.h>

#define PLACES 2048   /* a power of two */
#define NAME_BYTES 62 /* longer names are not remembered */

/* The last name that fell on this place. */
struct remembered {
	uint8_t len, suffix;
	char name[NAME_BYTES];
};

struct suffix_memo {
	struct remembered at[PLACES];
};

struct suffix_memo *suffix_memo_new(void)
{
	return calloc(1, sizeof(struct suffix_memo));
}

void suffix_memo_free(struct suffix_memo **memo)
{
	free(*memo);
	*memo = NULL;
}

/* FNV-1a. Names that share a place only cost their look-ups. */
static size_t place_of(struct span name)
{
	uint32_t hash = 0x811c9dc5;

	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)name.ptr[i]) * 0x01000193;
	return (hash ^ hash >> 15) & (PLACES - 1);
}

size_t suffix_memo_length(struct suffix_memo *memo, struct span ascii)
{
	struct remembered *place;

	if (!memo || ascii.len == 0 || ascii.len > NAME_BYTES)
		return hostname_suffix(ascii, true);
	place = &memo->at[place_of(ascii)];
	if (place->len != ascii.len || memcmp(place->name, ascii.ptr, ascii.len) != 0) {
		place->suffix = (uint8_t)hostname_suffix(ascii, true);
		place->len = (uint8_t)ascii.len;
		memcpy(place->name, ascii.ptr, ascii.len);
	}
	return place->suffix;
}
