#include "text/name_memo.h"

#include "text/hostname.h"

#include <stdlib.h>

#define PLACES 2048	 /* a power of two */
#define NAME_BYTES 63	 /* of longer names only the last is remembered */
#define LONGER_BYTES 253 /* … unless the DNS carries none so long */

/* The last name that fell on this place. */
struct remembered {
	struct name_facts facts;
	uint8_t len;
	char name[NAME_BYTES];
};

/* Judging a link asks for its own name a dozen times. */
struct longer {
	struct name_facts facts;
	uint8_t len;
	char name[LONGER_BYTES];
};

struct name_memo {
	struct remembered at[PLACES];
	struct longer longer;
};

struct name_memo *name_memo_new(void)
{
	return calloc(1, sizeof(struct name_memo));
}

void name_memo_free(struct name_memo **memo)
{
	free(*memo);
	*memo = NULL;
}

void name_memo_forget(struct name_memo *memo)
{
	for (size_t i = 0; memo && i < PLACES; i++)
		memo->at[i].len = 0;
	if (memo)
		memo->longer.len = 0;
}

/* Names that share a place only cost their look-ups. */
static size_t place_of(struct span name)
{
	uint64_t hash = name.len, word;

	for (; name.len >= sizeof(word); name = span_slice(name, sizeof(word), name.len)) {
		memcpy(&word, name.ptr, sizeof(word));
		hash = (hash ^ word) * 0x9e3779b97f4a7c15;
		hash ^= hash >> 32;
	}
	word = 0;
	for (size_t i = 0; i < name.len; i++)
		word = word << 8 | (unsigned char)name.ptr[i];
	hash = (hash ^ word) * 0x9e3779b97f4a7c15;
	return (size_t)(hash >> 40) & (PLACES - 1);
}

static struct name_facts *longer_at(struct longer *place, struct span ascii)
{
	if (place->len != ascii.len || memcmp(place->name, ascii.ptr, ascii.len) != 0) {
		place->facts = (struct name_facts){.known = 0};
		place->len = (uint8_t)ascii.len;
		memcpy(place->name, ascii.ptr, ascii.len);
	}
	return &place->facts;
}

struct name_facts *name_memo_at(struct name_memo *memo, struct span ascii)
{
	struct remembered *place;

	if (!memo || ascii.len == 0 || ascii.len > LONGER_BYTES)
		return NULL;
	if (ascii.len > NAME_BYTES)
		return longer_at(&memo->longer, ascii);
	place = &memo->at[place_of(ascii)];
	if (place->len != ascii.len || memcmp(place->name, ascii.ptr, ascii.len) != 0) {
		place->facts = (struct name_facts){.known = 0};
		place->len = (uint8_t)ascii.len;
		memcpy(place->name, ascii.ptr, ascii.len);
	}
	return &place->facts;
}

/* The public section's suffix is not longer than that of both: what is one by fewer rules is one by more. */
static size_t suffix_of(struct name_memo *memo, struct span ascii, bool private_section)
{
	size_t both = private_section ? 0 : name_memo_suffix(memo, ascii, true);

	if (private_section)
		return hostname_suffix(ascii, true);
	return hostname_suffix(span_slice(ascii, ascii.len - both, ascii.len), false);
}

size_t name_memo_suffix(struct name_memo *memo, struct span ascii, bool private_section)
{
	unsigned fact = private_section ? NAME_SUFFIX : NAME_ICANN;
	struct name_facts *facts = name_memo_at(memo, ascii);
	uint8_t *length;

	if (!facts)
		return hostname_suffix(ascii, private_section);
	length = private_section ? &facts->suffix : &facts->icann;
	if (!(facts->known & fact)) {
		*length = (uint8_t)suffix_of(memo, ascii, private_section);
		facts->known |= (uint8_t)fact;
	}
	return *length;
}
