/* What an open index is inside: for index.c and the look-ups only. */
#ifndef CATALOGUE_INDEX_VIEW_H
#define CATALOGUE_INDEX_VIEW_H

#include "catalogue/index.h"
#include "catalogue/index_format.h"
#include "catalogue/index_hash.h"

struct table_view {
	uint64_t seed;
	uint32_t mask;	/* buckets - 1 */
	uint32_t words; /* of the filter, at least one */
	uint32_t record_bits;
	const uint64_t *filter;
	const uint32_t *starts;
	const uint32_t *entries;
};

struct bits_view {
	const unsigned char *bytes;
	size_t mask; /* of a bit's number */
};

/* All numbers that bound an access are copies: a mapped file may be written to after the check, and no
 * look-up leaves the sections then. (One that is cut short ends the program: catalogue_files.h.) */
struct index {
	const char *bytes;
	struct index_header header;
	uint32_t counts[SECTION_COUNT]; /* bytes of strings, else records or table entries */
	struct table_view tables[TABLE_COUNT];
	struct bits_view prefixes, tails;
	struct index_words *words;
	bool own;   /* by index_open_own() */
	bool plain; /* knows no brand, and look-alikes of plain lists' domains alone */
};

/* Checks `size` bytes at index->bytes (of an own one only the sections' places) and fills the rest of *index; false with a one-line reason.
 */
bool index_check(struct index *index, size_t size, char problem[static 160]);

/* A text within a record; empty when it lies elsewhere (it was checked, but see above). */
struct span index_text(const struct index *index, struct index_text text);

/* It is asked for soon: lets the processor fetch it meanwhile. */
void index_text_soon(const struct index *index, struct index_text text);

/* Where the text at `at` lies within the strings section: all of it with its length from `at` up to *end; false
 * where it does not. */
bool index_text_place(struct span strings, uint32_t at, size_t *from, size_t *end);

/* Record `n` of a section; NULL when there is none. */
const void *index_record(const struct index *index, enum index_section section, uint32_t n);

/* Has a section of bits that of a hash? */
static inline bool bits_have(const struct bits_view *bits, uint64_t hash)
{
	size_t bit = (size_t)hash & bits->mask;

	return bits->bytes[bit / 8] & 1u << bit % 8;
}

/* The hostname words by their first and last letters, for index->words; NULL when out of memory. Freed by
 * free(). */
struct index_words *index_words_new(const struct index *index);

/* The words that begin or end with the letter that `text` does, in the order of their numbers. */
struct words_place index_words_beside(const struct index *index, struct span text);

/* Sets *number to the next of them; false after the last. */
bool index_words_next(const struct index *index, struct words_place *place, uint32_t *number);

/* The records that a table files under one hash. */
struct probe {
	const uint32_t *at, *end;
	uint32_t fingerprint;
	uint32_t record_bits;
};

/* `hash`: index_hash() of the key. */
struct probe probe_start(const struct index *index, enum index_section table, uint64_t hash);

/* May a probe for this hash find something? False is certain; of those that find nothing it is true for two in a
 * hundred. */
bool probe_may_find(const struct index *index, enum index_section table, uint64_t hash);

/* The table lies in no cache, so that waiting for each of its places in turn takes longer than all else. */
bool probe_is_slow(const struct index *index, enum index_section table);

/* What a probe for this hash will look at, step by step: lets the processor fetch it meanwhile. Each step but the
 * first waits for what the one before it fetches. */
void probe_fetch_filter(const struct index *index, enum index_section table, uint64_t hash);
void probe_fetch_bucket(const struct index *index, enum index_section table, uint64_t hash);
void probe_fetch_entries(const struct index *index, enum index_section table, uint64_t hash);
void probe_fetch_records(const struct index *index, enum index_section table, uint64_t hash);

/* Sets *record to the next record number; false after the last. */
bool probe_next(struct probe *probe, uint32_t *record);

/* The bytes of one record of each section that has records (0 for the tables). */
size_t index_record_size(enum index_section section);

/* The section whose records a table's entries name. */
enum index_section index_table_target(enum index_section table);

#endif
