#include "catalogue/index_build.h"

#include "catalogue/array.h"
#include "catalogue/index_hash.h"
#include "catalogue/index_table.h"
#include "catalogue/index_view.h"

#include <stdio.h>
#include <stdlib.h>

struct index_builder {
	struct array sections[SECTION_COUNT]; /* bytes, records, or struct table_key */
	struct text_map texts;		      /* to the text's number in text_places */
	struct array text_places;	      /* struct index_text */
	struct array prefixes, tails;	      /* uint64_t, the hashes of their bits */
	bool failed;
};

struct index_builder *index_builder_new(void)
{
	struct index_builder *b = calloc(1, sizeof(*b));

	if (b) /* the empty text */
		b->failed = !array_append(&b->sections[SECTION_STRINGS], "", 1);
	return b;
}

void index_builder_free(struct index_builder **builder)
{
	if (!*builder)
		return;
	for (unsigned i = 0; i < SECTION_COUNT; i++)
		array_free(&(*builder)->sections[i]);
	text_map_free(&(*builder)->texts);
	array_free(&(*builder)->text_places);
	array_free(&(*builder)->prefixes);
	array_free(&(*builder)->tails);
	free(*builder);
	*builder = NULL;
}

/* Its length and itself. */
static bool append_text(struct array *strings, struct span text)
{
	char length[4] = {(char)text.len};

	if (text.len > TEXT_LONGEST || strings->count + sizeof(length) + text.len > UINT32_MAX)
		return false;
	if (text.len > TEXT_SHORT) {
		length[0] = TEXT_SHORT + 1;
		for (unsigned i = 0; i < 3; i++)
			length[i + 1] = (char)(text.len >> 7 * i & 127);
	}
	return array_append(strings, length, text.len > TEXT_SHORT ? sizeof(length) : 1) &&
	       array_append(strings, text.ptr, text.len);
}

struct index_text index_builder_text(struct index_builder *b, struct span text)
{
	struct array *strings = &b->sections[SECTION_STRINGS];
	struct index_text *place;
	size_t at = strings->count;
	uint32_t known;

	if (text.len == 0)
		return (struct index_text){0};
	known = text_map_get(&b->texts, text);
	if (known != TEXT_MAP_NONE)
		return *ARRAY_AT(&b->text_places, struct index_text, known);
	if (!append_text(strings, text)) {
		b->failed = true;
		return (struct index_text){0};
	}
	place = array_push(&b->text_places, sizeof(*place));
	if (!place ||
	    text_map_put(&b->texts, text, (uint32_t)(b->text_places.count - 1)) == TEXT_MAP_NONE) {
		b->failed = true;
		return (struct index_text){0};
	}
	*place = (struct index_text){(uint32_t)at};
	return *place;
}

uint32_t index_builder_record(struct index_builder *b, enum index_section section,
			      const void *record)
{
	size_t size = index_record_size(section);
	void *slot = array_push(&b->sections[section], size);

	if (!slot || b->sections[section].count > UINT32_MAX) {
		b->failed = true;
		return 0;
	}
	memcpy(slot, record, size);
	return (uint32_t)(b->sections[section].count - 1);
}

uint32_t index_builder_count(const struct index_builder *b, enum index_section section)
{
	return (uint32_t)b->sections[section].count;
}

void index_builder_hash(struct index_builder *b, enum index_section table, uint64_t hash,
			uint32_t record)
{
	struct table_key *slot = array_push(&b->sections[table], sizeof(*slot));

	if (!slot || b->sections[table].count > UINT32_MAX) {
		b->failed = true;
		return;
	}
	*slot = (struct table_key){hash, record, (uint32_t)(b->sections[table].count - 1)};
}

void index_builder_key(struct index_builder *b, enum index_section table, struct span key,
		       uint32_t record)
{
	index_builder_hash(b, table, index_hash(key), record);
}

static void add_bit(struct index_builder *b, struct array *hashes, uint64_t hash)
{
	uint64_t *slot = array_push(hashes, sizeof(*slot));

	if (slot)
		*slot = hash;
	else
		b->failed = true;
}

void index_builder_prefixes(struct index_builder *b, struct span key)
{
	size_t points = 0;

	for (size_t end = 1; end <= key.len && points < PREFIX_POINTS; end++) {
		if (end < key.len && ((unsigned char)key.ptr[end] & 0xc0) == 0x80)
			continue;
		points++;
		add_bit(b, &b->prefixes, index_prefix_hash(span_slice(key, 0, end)));
	}
	add_bit(b, &b->prefixes, index_whole_hash(key));
}

/* Two bits each, or the many ends of a name that are asked for would have too many of them by chance. */
static void add_bits(struct index_builder *b, uint64_t hash)
{
	add_bit(b, &b->tails, hash);
	add_bit(b, &b->tails, index_second_hash(hash));
}

void index_builder_tail(struct index_builder *b, struct span label, struct span joined)
{
	add_bits(b, index_label_hash(label));
	add_bits(b, index_tail_hash(joined));
}

static int compare_hashes(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The bits of all hashes, one in sixteen of them set at most. */
static bool make_bits(struct array *of, struct array *bits)
{
	const uint64_t *hashes = of->items;
	size_t different = 0, bytes = BITS_LEAST;

	if (of->count)
		qsort(of->items, of->count, sizeof(*hashes), compare_hashes);
	for (size_t i = 0; i < of->count; i++)
		different += i == 0 || hashes[i] != hashes[i - 1];
	while (bytes < different * 2)
		bytes *= 2;
	for (size_t i = 0; i < bytes; i++)
		if (!array_push(bits, 1))
			return false;
	for (size_t i = 0; i < of->count; i++) {
		size_t bit = (size_t)hashes[i] & (bytes * 8 - 1);

		*ARRAY_AT(bits, unsigned char, bit / 8) |= (unsigned char)(1u << bit % 8);
	}
	return true;
}

/* As many records of one key as the look-up gives. */
static uint32_t key_records(enum index_section table)
{
	switch (table) {
	case TABLE_DOMAIN:
	case TABLE_SKELETON:
	case TABLE_SKELETON_NEAR:
		return DOMAIN_HITS;
	case TABLE_ALIAS:
	case TABLE_ALIAS_NEAR:
		return ALIAS_HITS;
	case TABLE_ADDRESS:
		return ADDRESS_HITS;
	default:
		return 1;
	}
}

_Static_assert(DOMAIN_HITS <= KEY_RECORDS && ALIAS_HITS <= KEY_RECORDS &&
		   ADDRESS_HITS <= KEY_RECORDS,
	       "the reader refuses buckets with more");

/* Where each section goes; false when it does not fit the format. */
static bool lay_out(struct index_builder *b, struct index_finish *finish,
		    struct index_header *header, struct table_plan plans[static TABLE_COUNT])
{
	uint64_t at = sizeof(*header);

	for (unsigned i = 0; i < SECTION_COUNT; i++) {
		uint64_t length = (uint64_t)b->sections[i].count * index_record_size(i);

		if (i >= TABLE_FIRST) {
			struct table_plan *plan = &plans[i - TABLE_FIRST];

			if (!index_table_plan(&b->sections[i], key_records(i), plan))
				return false;
			length = plan->bytes;
			finish->cut[i - TABLE_FIRST] = plan->cut;
		}
		if (at > UINT32_MAX || length > UINT32_MAX)
			return false;
		header->sections[i] = (struct index_range){(uint32_t)at, (uint32_t)length};
		at += length + (INDEX_ALIGNMENT - length % INDEX_ALIGNMENT) % INDEX_ALIGNMENT;
	}
	header->size = at;
	return true;
}

static void write_sections(const struct index_builder *b, const struct index_header *header,
			   const struct table_plan plans[static TABLE_COUNT], char *out)
{
	memcpy(out, header, sizeof(*header));
	for (unsigned i = 0; i < SECTION_COUNT; i++) {
		char *section = out + header->sections[i].offset;

		if (i >= TABLE_FIRST)
			index_table_write(&b->sections[i], &plans[i - TABLE_FIRST], section);
		else if (header->sections[i].length)
			memcpy(section, b->sections[i].items, header->sections[i].length);
	}
}

bool index_builder_finish(struct index_builder *b, struct index_finish *finish, void **bytes,
			  size_t *size, char problem[static 160])
{
	struct index_header header = {
	    .order = INDEX_ORDER,
	    .version = INDEX_VERSION,
	    .date = index_builder_text(b, finish->date),
	    .alias_longest = finish->alias_longest,
	    .domain_count = finish->domain_count,
	    .listed = finish->listed,
	};
	struct table_plan plans[TABLE_COUNT];

	memcpy(header.magic, INDEX_MAGIC, sizeof(header.magic));
	*bytes = NULL;
	if (b->failed || !make_bits(&b->prefixes, &b->sections[SECTION_PREFIXES]) ||
	    !make_bits(&b->tails, &b->sections[SECTION_TAILS]) ||
	    !lay_out(b, finish, &header, plans)) {
		snprintf(problem, 160, "out of memory, or more than an index holds");
		return false;
	}
	*bytes = calloc(1, header.size);
	if (!*bytes) {
		snprintf(problem, 160, "out of memory");
		return false;
	}
	write_sections(b, &header, plans, *bytes);
	*size = header.size;
	return true;
}
