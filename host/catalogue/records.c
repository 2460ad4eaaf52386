#include "catalogue/records.h"

/* A reference is the number of the index (from 1) above 24 bits of number within it. */
#define NUMBER_BITS 24
#define NUMBER_MASK ((1u << NUMBER_BITS) - 1)

struct records records_filed(const struct catalogue *catalogue, enum index_section table,
			     struct span key)
{
	return (struct records){.catalogue = catalogue, .table = table, .hash = index_hash(key)};
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
		if (records->indexes == catalogue->count)
			return NULL;
		records->index = catalogue->indexes[records->indexes++];
		records->probe = probe_start(records->index, records->table, records->hash);
	}
}

/* Begins with the forms of the present reading; where it has none, near_forms_next() gives none. */
static void read_key(struct near_records *near, struct span asked)
{
	near->asked = asked;
	if (!near_forms_start(&near->forms, asked))
		near->forms = (struct near_forms){.whole = true};
}

void records_near(struct near_records *near, const struct catalogue *catalogue,
		  enum index_section table, struct span key)
{
	near->records =
	    (struct records){.catalogue = catalogue, .table = table, .indexes = catalogue->count};
	near->joined = false;
	read_key(near, key);
}

const void *records_near_next(struct near_records *near)
{
	for (;;) {
		const void *record = records_next(&near->records);
		struct span form;

		if (record)
			return record;
		if (near_forms_next(&near->forms, &form)) {
			near->records =
			    records_filed(near->records.catalogue, near->records.table, form);
		} else if (!near->joined) {
			near->joined = true;
			read_key(near, near_joined(near->asked, near->buffer));
		} else {
			return NULL;
		}
	}
}

bool records_near_enough(const struct near_records *near, struct index_text stored)
{
	return near_enough(index_text(near->records.index, stored), near->asked, near->joined);
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
