#include "catalogue/index_table.h"

#include "catalogue/index_hash.h"

#include <stdlib.h>

/* The filter keeps from the buckets whatever is not there, so that they may be full: at eight keys on average more
 * than BUCKET_KEYS in one are rarer than 1 in 10^6, which a few seeds settle. */
#define FULLNESS 8
#define SEEDS 32   /* tried before the table is made larger */
#define ENLARGED 3 /* times */
/* Ten bits of the filter a key, of which it sets four (index_filter_bits()). */
#define FILTER_BITS 10

static int compare_keys(const void *a, const void *b)
{
	const struct table_key *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* Does one of the `count` keys before keys[n] file the same record? */
static bool repeats(const struct table_key *keys, size_t n, size_t count)
{
	for (size_t i = n - count; i < n; i++)
		if (keys[i].record == keys[n].record)
			return true;
	return false;
}

/* Drops repetitions and surplus records; returns the number of different keys. */
static uint32_t thin_out(struct array *array, uint32_t records, uint32_t *cut)
{
	struct table_key *keys = array->items;
	uint32_t different = 0;
	size_t kept = 0, run = 0;
	bool was_cut = false;

	for (size_t i = 0; i < array->count; i++) {
		struct table_key key = keys[i];

		if (kept == 0 || keys[kept - 1].hash != key.hash) {
			different++;
			run = 0;
			was_cut = false;
		}
		keys[kept] = key;
		if (repeats(keys, kept, run))
			continue;
		if (run == records) {
			*cut += !was_cut;
			was_cut = true;
			continue;
		}
		kept++;
		run++;
	}
	array->count = kept;
	return different;
}

/* Tries one seed: does every bucket hold few keys? `filled` has room for a byte a bucket. */
static bool seed_fits(const struct array *array, uint64_t seed, uint32_t buckets,
		      unsigned char *filled)
{
	const struct table_key *keys = array->items;

	memset(filled, 0, buckets);
	for (size_t i = 0; i < array->count; i++) {
		if (i > 0 && keys[i].hash == keys[i - 1].hash)
			continue;
		if (++filled[index_table_hash(seed, keys[i].hash) & (buckets - 1)] > BUCKET_KEYS)
			return false;
	}
	return true;
}

static bool find_seed(const struct array *keys, uint32_t different, struct table_plan *plan)
{
	uint64_t buckets = 1;
	bool found = false;

	while (buckets * FULLNESS < different)
		buckets *= 2;
	for (int size = 0; size < ENLARGED && !found && buckets <= UINT32_MAX / 8;
	     size++, buckets *= 2) {
		unsigned char *filled = malloc(buckets);

		if (!filled)
			return false;
		plan->buckets = (uint32_t)buckets;
		for (plan->seed = 1; plan->seed <= SEEDS && !found; plan->seed += !found)
			found = seed_fits(keys, plan->seed, plan->buckets, filled);
		free(filled);
	}
	return found;
}

static uint32_t bits_of_records(const struct array *array)
{
	const struct table_key *keys = array->items;
	uint32_t all = 0, bits = 0;

	for (size_t i = 0; i < array->count; i++)
		all |= keys[i].record;
	while (all >> bits)
		bits++;
	return bits;
}

bool index_table_plan(struct array *keys, uint32_t records, struct table_plan *plan)
{
	uint32_t different;

	*plan = (struct table_plan){.record_bits = bits_of_records(keys)};
	if (keys->count > UINT32_MAX / sizeof(uint32_t) || plan->record_bits > RECORD_BITS)
		return false;
	if (keys->count)
		qsort(keys->items, keys->count, sizeof(struct table_key), compare_keys);
	different = thin_out(keys, records, &plan->cut);
	if (!find_seed(keys, different, plan))
		return false;
	plan->entries = (uint32_t)keys->count;
	plan->words = (uint32_t)((uint64_t)different * FILTER_BITS / 64 + 1);
	plan->bytes = sizeof(struct index_table) + plan->words * sizeof(uint64_t) +
		      ((size_t)plan->buckets + 1 + plan->entries) * sizeof(uint32_t);
	return true;
}

static uint32_t entry_of(const struct table_plan *plan, uint64_t hash, uint32_t record)
{
	return (uint32_t)(hash >> 32) >> plan->record_bits << plan->record_bits | record;
}

void index_table_write(const struct array *array, const struct table_plan *plan, char *out)
{
	const struct table_key *keys = array->items;
	struct index_table *head = (void *)out;
	uint64_t *filter = (void *)(head + 1);
	uint32_t *starts = (void *)(filter + plan->words);
	uint32_t *entries = starts + plan->buckets + 1;
	uint32_t mask = plan->buckets - 1;

	*head = (struct index_table){plan->seed, plan->buckets, plan->entries, plan->words,
				     plan->record_bits};
	for (size_t i = 0; i < array->count; i++)
		filter[index_filter_word(keys[i].hash, plan->words)] |=
		    index_filter_bits(keys[i].hash);
	/* A counting sort: starts[b + 1] first counts bucket b, then points at its next free entry,
	 * and in the end at the first entry of the next bucket. Keys keep their order. */
	for (size_t i = 0; i < array->count; i++)
		starts[(index_table_hash(plan->seed, keys[i].hash) & mask) + 1]++;
	for (uint32_t b = 0, before = 0; b < plan->buckets; b++) {
		uint32_t count = starts[b + 1];

		starts[b + 1] = before;
		before += count;
	}
	for (size_t i = 0; i < array->count; i++) {
		uint64_t hash = index_table_hash(plan->seed, keys[i].hash);

		entries[starts[(hash & mask) + 1]++] = entry_of(plan, hash, keys[i].record);
	}
}
