#include "text/unicode_tables.h"

static const struct unicode_record *record_of(uint32_t point)
{
	if (point > 0x10FFFF)
		point = 0xFFFF; /* unassigned like everything beyond */
	return &unicode_records[unicode_record_of[unicode_block[point / UNICODE_BLOCK]]
						 [point % UNICODE_BLOCK]];
}

unsigned unicode_properties(uint32_t point)
{
	return record_of(point)->properties;
}

unsigned unicode_script(uint32_t point)
{
	return record_of(point)->script;
}

struct script_set unicode_script_extensions(uint32_t point)
{
	const struct unicode_record *record = record_of(point);
	struct script_set set = {{0}};

	if (record->extensions != 0)
		return unicode_script_sets[record->extensions];
	set.bits[record->script / 64] = (uint64_t)1 << record->script % 64;
	return set;
}

bool unicode_sheds_marks(uint32_t point)
{
	const struct unicode_record *record = record_of(point);

	return (record->properties & UNICODE_DIGIT) ||
	       ((record->properties & (UNICODE_LETTER | UNICODE_NUMBER)) &&
		(record->script == SCRIPT_LATIN || record->script == SCRIPT_GREEK ||
		 record->script == SCRIPT_CYRILLIC));
}

struct span unicode_prototype(uint32_t point)
{
	size_t low = 0, high = UNICODE_PAIRS;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct unicode_pair *pair = &unicode_pairs[middle];

		if (pair->source == point)
			return (struct span){(const char *)unicode_targets + pair->offset,
					     pair->len};
		if (pair->source < point)
			low = middle + 1;
		else
			high = middle;
	}
	return (struct span){NULL, 0};
}
