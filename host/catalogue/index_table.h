/* Builds one hash table of an index; a part of index_build.c. */
#ifndef CATALOGUE_INDEX_TABLE_H
#define CATALOGUE_INDEX_TABLE_H

#include "catalogue/array.h"
#include "catalogue/index_format.h"

/* A key by its hash (index_hash), in the order added. */
struct table_key {
	uint64_t hash;
	uint32_t record;
	uint32_t order;
};

struct table_plan {
	uint64_t seed;
	uint32_t buckets;
	uint32_t entries;
	uint32_t words;	      /* of the filter */
	uint32_t record_bits; /* enough for every record's number */
	uint32_t cut;	      /* keys that lost records */
	size_t bytes;	      /* of the section */
};

/* Sorts `keys` (an array of struct table_key), drops repetitions and what is beyond `records`
 * records a key, and finds a seed under which no bucket holds more than BUCKET_KEYS keys. False
 * when there is no such seed within bounds or no memory to look for it, or a number needs more than RECORD_BITS. */
bool index_table_plan(struct array *keys, uint32_t records, struct table_plan *plan);

/* Writes the section's plan->bytes bytes to `out`, which is zeroed. */
void index_table_write(const struct array *keys, const struct table_plan *plan, char *out);

#endif
