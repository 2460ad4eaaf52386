/* What an index must be to be opened: every offset, text, number and bucket is looked at once. */
#include "catalogue/index_view.h"

#include "catalogue/cues.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>

struct opening {
	struct index *index;
	size_t size;
	char *problem;
};

__attribute__((format(printf, 2, 3))) static bool refuse(struct opening *o, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(o->problem, 160, format, args);
	va_end(args);
	return false;
}

static bool check_header(struct opening *o)
{
	struct index_header *header = &o->index->header;

	if (!o->index->bytes || (uintptr_t)o->index->bytes % INDEX_ALIGNMENT)
		return refuse(o, "no 8-byte aligned bytes");
	if (o->size < sizeof(*header))
		return refuse(o, "%zu bytes are too few for an index", o->size);
	memcpy(header, o->index->bytes, sizeof(*header));
	if (memcmp(header->magic, INDEX_MAGIC, sizeof(header->magic)) != 0)
		return refuse(o, "not an index: it does not begin with the magic");
	if (header->order != INDEX_ORDER)
		return refuse(o, "written in another byte order");
	if (header->version != INDEX_VERSION)
		return refuse(o, "format version %u, this program reads %u", header->version,
			      INDEX_VERSION);
	if (header->size != o->size)
		return refuse(o, "says to have %llu bytes and has %zu",
			      (unsigned long long)header->size, o->size);
	if (header->alias_longest > ALIAS_LONGEST)
		return refuse(o, "says to have aliases of %u letters", header->alias_longest);
	if (header->listed > 1)
		return refuse(o, "does not say whether it is made of plain lists: %u",
			      header->listed);
	return true;
}

/* Sets the view of a table whose section is exactly as long as its head says. */
static bool check_table_size(struct opening *o, enum index_section section)
{
	struct index_range range = o->index->header.sections[section];
	struct table_view *table = &o->index->tables[section - TABLE_FIRST];
	struct index_table head;

	if (range.length < sizeof(head))
		return refuse(o, "section %d: no room for a table", section);
	memcpy(&head, o->index->bytes + range.offset, sizeof(head));
	if (head.buckets == 0 || (head.buckets & (head.buckets - 1)) != 0)
		return refuse(o, "section %d: %u buckets are no power of two", section,
			      head.buckets);
	if (head.words == 0 || head.record_bits > RECORD_BITS)
		return refuse(o, "section %d: no filter, or numbers of %u bits", section,
			      head.record_bits);
	if (range.length != sizeof(head) + (uint64_t)head.words * sizeof(uint64_t) +
				((uint64_t)head.buckets + 1 + head.entries) * sizeof(uint32_t))
		return refuse(o, "section %d: a table of another size", section);
	table->seed = head.seed;
	table->mask = head.buckets - 1;
	table->words = head.words;
	table->record_bits = head.record_bits;
	table->filter = (const void *)(o->index->bytes + range.offset + sizeof(head));
	table->starts = (const void *)(table->filter + head.words);
	table->entries = table->starts + head.buckets + 1;
	o->index->counts[section] = head.entries;
	return true;
}

/* Sections follow each other without overlap, within the index. */
static bool check_sections(struct opening *o)
{
	uint64_t end = sizeof(o->index->header);

	for (unsigned i = 0; i < SECTION_COUNT; i++) {
		struct index_range range = o->index->header.sections[i];
		size_t record = index_record_size(i);

		if (range.offset % INDEX_ALIGNMENT || range.offset < end ||
		    (uint64_t)range.offset + range.length > o->size)
			return refuse(o, "section %d: bytes %u+%u lie elsewhere", i, range.offset,
				      range.length);
		end = (uint64_t)range.offset + range.length;
		if (record && range.length % record)
			return refuse(o, "section %d: no whole number of records", i);
		if (record)
			o->index->counts[i] = (uint32_t)(range.length / record);
		else if (!check_table_size(o, i))
			return false;
	}
	return true;
}

static bool read_bits(struct opening *o, enum index_section section, struct bits_view *bits)
{
	uint32_t bytes = o->index->counts[section];

	bits->bytes = index_record(o->index, section, 0);
	bits->mask = (size_t)bytes * 8 - 1;
	if (bytes < BITS_LEAST || (bytes & (bytes - 1)) != 0)
		return refuse(o, "section %d: %u bytes are no power of two", section, bytes);
	return true;
}

static bool at_border(struct span strings, size_t at)
{
	return at == strings.len || ((unsigned char)strings.ptr[at] & 0xc0) != 0x80;
}

/* `count` texts that lie one after another, as they do at the beginning of each record. */
static bool check_texts(struct opening *o, enum index_section section, uint32_t n,
			const struct index_text *texts, size_t count)
{
	struct span strings = {o->index->bytes + o->index->header.sections[SECTION_STRINGS].offset,
			       o->index->counts[SECTION_STRINGS]};

	for (size_t i = 0; i < count; i++) {
		size_t from, end;

		if (!index_text_place(strings, texts[i].at, &from, &end) ||
		    !at_border(strings, from) || !at_border(strings, end))
			return refuse(o, "section %d, record %u: a text lies elsewhere", section,
				      n);
	}
	return true;
}

static bool check_brand(struct opening *o, uint32_t n, const struct index_brand *brand)
{
	for (size_t i = 0; i < BRAND_LISTS; i++)
		if (brand->lists[i] > brand->lists[i + 1])
			return refuse(o, "brand %u: its lists overlap", n);
	if (brand->lists[BRAND_LISTS] > o->index->counts[SECTION_LISTS])
		return refuse(o, "brand %u: its lists lie elsewhere", n);
	return true;
}

static bool check_domain(struct opening *o, uint32_t n, const struct index_domain *domain)
{
	const uint32_t *counts = o->index->counts;

	if (domain->brand > counts[SECTION_BRANDS] ||
	    domain->redirector > counts[SECTION_REDIRECTORS] || domain->kind > LABEL_WORD ||
	    (domain->roles & DOMAIN_REDIRECTOR) != (domain->redirector ? DOMAIN_REDIRECTOR : 0))
		return refuse(o, "domain %u: a number out of range", n);
	return true;
}

/* The numbers of one record, after its texts. */
static bool check_numbers(struct opening *o, enum index_section section, uint32_t n,
			  const void *record)
{
	uint32_t brands = o->index->counts[SECTION_BRANDS];
	bool sound = true;

	switch (section) {
	case SECTION_BRANDS:
		return check_brand(o, n, record);
	case SECTION_DOMAINS:
		return check_domain(o, n, record);
	case SECTION_ALIASES:
		sound = ((const struct index_alias *)record)->brand < brands;
		break;
	case SECTION_ADDRESSES:
		sound = ((const struct index_address *)record)->brand < brands;
		break;
	case SECTION_ROLE_WORDS:
		sound = ((const struct index_role_word *)record)->role <= ROLE_PRODUCT;
		break;
	case SECTION_HOSTNAME_WORDS:
		sound =
		    ((const struct index_hostname_word *)record)->kinds < HOSTNAME_WORLDWIDE * 2;
		break;
	case SECTION_REDIRECTORS:
		sound = ((const struct index_redirector *)record)->shape <= REDIRECT_TRANSLATE_HOST;
		break;
	case SECTION_CUES:
		sound = ((const struct index_cue *)record)->kind < CUE_KINDS &&
			((const struct index_cue *)record)->strength <= CUE_STRONG;
		break;
	default:
		break;
	}
	return sound || refuse(o, "section %d, record %u: a number out of range", section, n);
}

static bool check_records(struct opening *o)
{
	static const unsigned char texts[SECTION_COUNT] = {
	    [SECTION_BRANDS] = 7,	  [SECTION_LISTS] = 1,	     [SECTION_DOMAINS] = 3,
	    [SECTION_ALIASES] = 3,	  [SECTION_ADDRESSES] = 1,   [SECTION_ROLE_WORDS] = 1,
	    [SECTION_HOSTNAME_WORDS] = 1, [SECTION_REDIRECTORS] = 6, [SECTION_CUES] = 4,
	    [SECTION_PREFIXES] = 0,	  [SECTION_TAILS] = 0,
	};
	struct span strings = {o->index->bytes + o->index->header.sections[SECTION_STRINGS].offset,
			       o->index->counts[SECTION_STRINGS]};

	if (utf8_check(strings) != strings.len)
		return refuse(o, "its strings are not UTF-8");
	if (!check_texts(o, SECTION_STRINGS, 0, &o->index->header.date, 1))
		return false;
	for (unsigned section = SECTION_BRANDS; section < SECTION_PREFIXES; section++) {
		for (uint32_t n = 0; n < o->index->counts[section]; n++) {
			const void *record = index_record(o->index, section, n);

			if (!check_texts(o, section, n, record, texts[section]) ||
			    !check_numbers(o, section, n, record))
				return false;
		}
	}
	return true;
}

static bool check_table(struct opening *o, enum index_section section)
{
	const struct table_view *table = &o->index->tables[section - TABLE_FIRST];
	uint32_t records = o->index->counts[index_table_target(section)];
	uint32_t entries = o->index->counts[section], numbers = (1u << table->record_bits) - 1;

	if (table->starts[0] != 0 || table->starts[(size_t)table->mask + 1] != entries)
		return refuse(o, "section %d: its buckets do not cover its entries", section);
	for (size_t i = 0; i <= table->mask; i++) {
		if (table->starts[i] > table->starts[i + 1])
			return refuse(o, "section %d: bucket %zu ends before it starts", section,
				      i);
		if (table->starts[i + 1] - table->starts[i] > BUCKET_KEYS * KEY_RECORDS)
			return refuse(o, "section %d: bucket %zu is too full", section, i);
	}
	for (uint32_t i = 0; i < entries; i++)
		if ((table->entries[i] & numbers) >= records)
			return refuse(o, "section %d: entry %u names no record", section, i);
	return true;
}

bool index_check(struct index *index, size_t size, char problem[static 160])
{
	struct opening o = {index, size, problem};

	if (!check_header(&o) || !check_sections(&o) ||
	    !read_bits(&o, SECTION_PREFIXES, &index->prefixes) ||
	    !read_bits(&o, SECTION_TAILS, &index->tails))
		return false;
	index->plain = index->header.listed && index->counts[SECTION_BRANDS] == 0;
	if (index->own)
		return true;
	if (!check_records(&o))
		return false;
	for (unsigned section = TABLE_FIRST; section < SECTION_COUNT; section++)
		if (!check_table(&o, section))
			return false;
	return true;
}
