#include "catalogue/index_view.h"

#include <stdio.h>
#include <stdlib.h>

size_t index_record_size(enum index_section section)
{
	static const size_t sizes[SECTION_COUNT] = {
	    [SECTION_STRINGS] = 1,
	    [SECTION_BRANDS] = sizeof(struct index_brand),
	    [SECTION_LISTS] = sizeof(struct index_text),
	    [SECTION_DOMAINS] = sizeof(struct index_domain),
	    [SECTION_ALIASES] = sizeof(struct index_alias),
	    [SECTION_ADDRESSES] = sizeof(struct index_address),
	    [SECTION_ROLE_WORDS] = sizeof(struct index_role_word),
	    [SECTION_HOSTNAME_WORDS] = sizeof(struct index_hostname_word),
	    [SECTION_REDIRECTORS] = sizeof(struct index_redirector),
	    [SECTION_CUES] = sizeof(struct index_cue),
	    [SECTION_PREFIXES] = 1,
	    [SECTION_TAILS] = 1,
	};

	return sizes[section];
}

enum index_section index_table_target(enum index_section table)
{
	static const enum index_section targets[SECTION_COUNT] = {
	    [TABLE_BRAND_ID] = SECTION_BRANDS,	     [TABLE_DOMAIN] = SECTION_DOMAINS,
	    [TABLE_SUFFIX] = SECTION_DOMAINS,	     [TABLE_SKELETON] = SECTION_DOMAINS,
	    [TABLE_SKELETON_NEAR] = SECTION_DOMAINS, [TABLE_ALIAS] = SECTION_ALIASES,
	    [TABLE_ALIAS_NEAR] = SECTION_ALIASES,    [TABLE_ADDRESS] = SECTION_ADDRESSES,
	    [TABLE_ROLE_WORD] = SECTION_ROLE_WORDS,  [TABLE_HOSTNAME_WORD] = SECTION_HOSTNAME_WORDS,
	};

	return targets[table];
}

static struct index *open_bytes(const void *bytes, size_t size, bool own, char problem[static 160])
{
	struct index *index = calloc(1, sizeof(*index));

	problem[0] = '\0';
	if (!index) {
		snprintf(problem, 160, "out of memory");
		return NULL;
	}
	index->bytes = bytes;
	index->own = own;
	if (!index_check(index, size, problem)) {
		index_close(&index);
		return NULL;
	}
	index->words = index_words_new(index);
	if (!index->words) {
		snprintf(problem, 160, "out of memory");
		index_close(&index);
	}
	return index;
}

struct index *index_open(const void *bytes, size_t size, char problem[static 160])
{
	return open_bytes(bytes, size, false, problem);
}

struct index *index_open_own(const void *bytes, size_t size, char problem[static 160])
{
	return open_bytes(bytes, size, true, problem);
}

void index_close(struct index **index)
{
	if (*index)
		free((*index)->words);
	free(*index);
	*index = NULL;
}

bool index_text_place(struct span strings, uint32_t at, size_t *from, size_t *end)
{
	const unsigned char *length = (const unsigned char *)strings.ptr + at;

	if (at >= strings.len)
		return false;
	*from = (size_t)at + 1;
	*end = *from + *length;
	if (*length > TEXT_SHORT) {
		if (*length != TEXT_SHORT + 1 || strings.len - at < 4)
			return false;
		*from = (size_t)at + 4;
		*end = *from + (length[1] | (size_t)length[2] << 7 | (size_t)length[3] << (2 * 7));
	}
	return *end <= strings.len;
}

static struct span strings_of(const struct index *index)
{
	return (struct span){index->bytes + index->header.sections[SECTION_STRINGS].offset,
			     index->counts[SECTION_STRINGS]};
}

struct span index_text(const struct index *index, struct index_text text)
{
	struct span strings = strings_of(index);
	size_t from, end;

	if (!index_text_place(strings, text.at, &from, &end))
		return (struct span){0};
	return (struct span){strings.ptr + from, end - from};
}

void index_text_soon(const struct index *index, struct index_text text)
{
	if (text.at < index->counts[SECTION_STRINGS])
		__builtin_prefetch(strings_of(index).ptr + text.at);
}

const void *index_record(const struct index *index, enum index_section section, uint32_t n)
{
	if (n >= index->counts[section])
		return NULL;
	return index->bytes + index->header.sections[section].offset +
	       n * index_record_size(section);
}

struct probe probe_start(const struct index *index, enum index_section section, uint64_t hash)
{
	const struct table_view *table = &index->tables[section - TABLE_FIRST];
	uint32_t from, to;

	hash = index_table_hash(table->seed, hash);
	from = table->starts[(uint32_t)hash & table->mask];
	to = table->starts[((uint32_t)hash & table->mask) + 1];
	if (from > to || to > index->counts[section])
		return (struct probe){0};
	return (struct probe){table->entries + from, table->entries + to,
			      (uint32_t)(hash >> 32) >> table->record_bits, table->record_bits};
}

bool probe_may_find(const struct index *index, enum index_section section, uint64_t hash)
{
	const struct table_view *table = &index->tables[section - TABLE_FIRST];
	uint64_t bits = index_filter_bits(hash);

	return (table->filter[index_filter_word(hash, table->words)] & bits) == bits;
}

#define SLOW_ENTRIES 65536

bool probe_is_slow(const struct index *index, enum index_section section)
{
	return index->counts[section] > SLOW_ENTRIES;
}

void probe_fetch_filter(const struct index *index, enum index_section section, uint64_t hash)
{
	const struct table_view *table = &index->tables[section - TABLE_FIRST];

	__builtin_prefetch(&table->filter[index_filter_word(hash, table->words)]);
}

void probe_fetch_bucket(const struct index *index, enum index_section section, uint64_t hash)
{
	const struct table_view *table = &index->tables[section - TABLE_FIRST];

	hash = index_table_hash(table->seed, hash);
	__builtin_prefetch(&table->starts[(uint32_t)hash & table->mask]);
}

void probe_fetch_entries(const struct index *index, enum index_section section, uint64_t hash)
{
	struct probe probe = probe_start(index, section, hash);

	if (probe.at < probe.end)
		__builtin_prefetch(probe.at);
}

void probe_fetch_records(const struct index *index, enum index_section section, uint64_t hash)
{
	struct probe probe = probe_start(index, section, hash);
	uint32_t number;

	while (probe_next(&probe, &number))
		__builtin_prefetch(index_record(index, index_table_target(section), number));
}

bool probe_next(struct probe *probe, uint32_t *record)
{
	while (probe->at < probe->end) {
		uint32_t entry = *probe->at++;

		if (entry >> probe->record_bits == probe->fingerprint) {
			*record = entry & ((1u << probe->record_bits) - 1);
			return true;
		}
	}
	return false;
}

struct index_facts index_facts(const struct index *index)
{
	return (struct index_facts){
	    .version = index_text(index, index->header.date),
	    .brands = index->counts[SECTION_BRANDS],
	    .domains = index->header.domain_count,
	};
}

size_t index_cue_count(const struct index *index)
{
	return index->counts[SECTION_CUES];
}

struct cue_source index_cue(const struct index *index, size_t n)
{
	const struct index_cue *cue =
	    n < UINT32_MAX ? index_record(index, SECTION_CUES, (uint32_t)n) : NULL;

	if (!cue)
		return (struct cue_source){0};
	return (struct cue_source){
	    .id = index_text(index, cue->id),
	    .literal = index_text(index, cue->literal),
	    .pattern = index_text(index, cue->pattern),
	    .starts = index_text(index, cue->starts),
	    .kind = cue->kind,
	    .strength = cue->strength,
	};
}
