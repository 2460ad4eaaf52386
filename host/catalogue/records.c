#include "catalogue/records.h"

/* A reference is the number of the index (from 1) above 24 bits of number within it. */
#define NUMBER_BITS 24
#define NUMBER_MASK ((1u << NUMBER_BITS) - 1)

void records_soon(const struct catalogue *catalogue, enum index_section table, struct span key)
{
	for (size_t i = 0; i < catalogue->count; i++)
		if (probe_is_slow(catalogue->indexes[i], table))
			probe_fetch_filter(catalogue->indexes[i], table, index_hash(key));
}

struct records records_filed(const struct catalogue *catalogue, enum index_section table,
			     struct span key)
{
	return (struct records){.catalogue = catalogue, .table = table, .hash = index_hash(key)};
}

static bool is_left_out(const struct records *records, const struct index *index)
{
	return records->brands && index->plain;
}

const void *records_next(struct records *records)
{
	const struct catalogue *catalogue = records->catalogue;

	for (;;) {
		while (probe_next(&records->probe, &records->number)) {
			const void *record = index_record(
			    records->index, index_table_target(records->table), records->number);

			if (record)
				return record;
		}
		do {
			if (records->indexes == catalogue->count)
				return NULL;
			records->index = catalogue->indexes[records->indexes++];
		} while (is_left_out(records, records->index) ||
			 !probe_may_find(records->index, records->table, records->hash));
		records->probe = probe_start(records->index, records->table, records->hash);
	}
}

/* Begins with the forms of the present reading; where it has none, near_forms_next() gives none. */
static void read_key(struct near_records *near, struct span asked)
{
	near->asked = asked;
	near->hashed = near->walked = 0; /* none of its forms has been hashed */
	if (!near_forms_start(&near->forms, asked))
		near->forms = (struct near_forms){.whole = true};
}

void records_near(struct near_records *near, const struct catalogue *catalogue,
		  enum index_section table, struct span key, bool brands)
{
	near->records = (struct records){
	    .catalogue = catalogue, .table = table, .indexes = catalogue->count, .brands = brands};
	near->joined = near->pairs = false;
	read_key(near, key);
}

/* Fetches what tells of the next forms whether there may be records; false when there are no forms. */
static bool hash_forms(struct near_records *near)
{
	const struct catalogue *catalogue = near->records.catalogue;
	uint64_t hash;

	near->hashed = 0;
	while (near->hashed < NEAR_AHEAD && near_forms_next(&near->forms, &hash)) {
		near->hashes[near->hashed++] = hash;
		for (size_t i = 0; i < catalogue->count; i++)
			if (!is_left_out(&near->records, catalogue->indexes[i]))
				probe_fetch_filter(catalogue->indexes[i], near->records.table,
						   hash);
	}
	return near->hashed > 0;
}

/* The texts that records_near_enough() will be asked of. */
static void fetch_texts(const struct index *index, enum index_section table, uint64_t hash)
{
	struct probe probe = probe_start(index, table, hash);
	uint32_t number;

	while (probe_next(&probe, &number)) {
		const void *record = index_record(index, index_table_target(table), number);

		if (record)
			index_text_soon(index,
					table == TABLE_ALIAS_NEAR
					    ? ((const struct index_alias *)record)->key
					    : ((const struct index_domain *)record)->skeleton);
	}
}

/* All that the walk over the present forms will look at: each step for all of them, before the next waits for it. */
static void fetch_slow(const struct near_records *near, const struct index *index)
{
	static void (*const steps[])(const struct index *, enum index_section, uint64_t) = {
	    probe_fetch_bucket, probe_fetch_entries, probe_fetch_records, fetch_texts};
	enum index_section table = near->records.table;

	for (size_t step = 0; step < sizeof(steps) / sizeof(*steps); step++)
		for (size_t n = 0; n < near->hashed; n++)
			if (probe_may_find(index, table, near->hashes[n]))
				steps[step](index, table, near->hashes[n]);
}

/* Keeps the forms under which there may be records. */
static void sift_forms(struct near_records *near)
{
	const struct catalogue *catalogue = near->records.catalogue;
	size_t hashed = near->hashed;

	near->hashed = near->walked = 0;
	for (size_t n = 0; n < hashed; n++) {
		uint64_t hash = near->hashes[n];
		bool kept = false;

		for (size_t i = 0; i < catalogue->count && !kept; i++)
			kept = !is_left_out(&near->records, catalogue->indexes[i]) &&
			       probe_may_find(catalogue->indexes[i], near->records.table, hash);
		if (kept)
			near->hashes[near->hashed++] = hash;
	}
	for (size_t i = 0; i < catalogue->count; i++)
		if (!is_left_out(&near->records, catalogue->indexes[i]) &&
		    probe_is_slow(catalogue->indexes[i], near->records.table))
			fetch_slow(near, catalogue->indexes[i]);
}

/* Goes on to the next forms under which there may be records; false when there are none. */
static bool look_ahead(struct near_records *near)
{
	while (hash_forms(near)) {
		sift_forms(near);
		if (near->hashed > 0)
			return true;
	}
	return false;
}

/* Goes on to the key with rn read as m; false where that has been read, or where it brings nothing that the key as it
 * is has not brought: there is no rn on either side. */
static bool read_joined(struct near_records *near)
{
	struct span joined;

	if (near->joined)
		return false;
	joined = near_joined(near->asked, near->buffer);
	if (joined.len == near->asked.len && !near->pairs)
		return false;
	near->joined = true;
	read_key(near, joined);
	return true;
}

const void *records_near_next(struct near_records *near)
{
	for (;;) {
		const void *record = records_next(&near->records);

		if (record)
			return record;
		if (near->walked < near->hashed || look_ahead(near)) {
			near->records = (struct records){.catalogue = near->records.catalogue,
							 .table = near->records.table,
							 .hash = near->hashes[near->walked++],
							 .brands = near->records.brands};
		} else if (!read_joined(near)) {
			return NULL;
		}
	}
}

bool records_near_enough(struct near_records *near, struct index_text stored)
{
	struct span text = index_text(near->records.index, stored);

	near->pairs = near->pairs || (text.len && memmem(text.ptr, text.len, "rn", 2));
	return near_enough(text, near->asked, near->joined);
}

uint32_t records_ref(size_t index, uint32_t number)
{
	return (uint32_t)(index + 1) << NUMBER_BITS | number;
}

uint32_t records_sibling(const struct records *records, uint32_t number)
{
	return records_ref(records->indexes - 1, number);
}

const void *records_at(const struct catalogue *catalogue, enum index_section section, uint32_t ref,
		       const struct index **index)
{
	size_t number = ref >> NUMBER_BITS;

	if (number == 0 || number > catalogue->count)
		return NULL;
	*index = catalogue->indexes[number - 1];
	return index_record(*index, section, ref & NUMBER_MASK);
}
