/* From a source to the bytes of an index: what becomes a record, and under which keys it is found.
 */
#include "catalogue/source_alias.h"
#include "catalogue/cue_starts.h"
#include "catalogue/source_targets.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

static struct index_text put(struct building *b, struct span text)
{
	return index_builder_text(b->builder, text);
}

/* ---- brands ---- */

static void put_lists(struct building *b, const struct source_brand *brand,
		      struct index_brand *record)
{
	record->lists[0] = index_builder_count(b->builder, SECTION_LISTS);
	for (unsigned list = 0; list < BRAND_LISTS; list++) {
		for (size_t i = 0; i < brand->lists[list].count; i++) {
			struct index_text text = put(b, brand->lists[list].items[i]);

			index_builder_record(b->builder, SECTION_LISTS, &text);
		}
		record->lists[list + 1] = index_builder_count(b->builder, SECTION_LISTS);
	}
}

static void put_brand(struct building *b, const struct source_brand *brand)
{
	struct index_brand record = {
	    .id = put(b, brand->id),
	    .name = put(b, brand->name),
	    .name_ja = put(b, brand->name_ja),
	    .category = put(b, brand->category),
	    .site = put(b, brand->site),
	    .site_ja = put(b, brand->site_ja),
	    .advisory = put(b, brand->advisory),
	    .advisory_ja = put(b, brand->advisory_ja),
	    .flags = (brand->senders_complete ? INDEX_SENDERS_COMPLETE : 0u) |
		     (brand->only_on_request ? INDEX_ONLY_ON_REQUEST : 0u) |
		     (brand->article ? INDEX_ARTICLE : 0u),
	};

	put_lists(b, brand, &record);
	index_builder_key(b->builder, TABLE_BRAND_ID, brand->id,
			  index_builder_record(b->builder, SECTION_BRANDS, &record));
}

static int compare_ids(const void *a, const void *b)
{
	return span_compare((*(const struct source_brand *const *)a)->id,
			    (*(const struct source_brand *const *)b)->id);
}

/* Brands in the order of their ids: the order in which they were read is the caller's affair. */
static bool sort_brands(struct building *b)
{
	const struct array *brands = &b->source->brands;
	const struct source_brand *first = brands->items;

	b->brands = calloc(brands->count + 1, sizeof(*b->brands));
	b->numbers = calloc(brands->count + 1, sizeof(*b->numbers));
	if (!b->brands || !b->numbers)
		return false;
	for (size_t i = 0; i < brands->count; i++)
		b->brands[i] = first + i;
	qsort(b->brands, brands->count, sizeof(*b->brands), compare_ids);
	for (uint32_t i = 0; i < brands->count; i++)
		b->numbers[b->brands[i] - first] = i;
	return true;
}

/* ---- addresses ---- */

/* One record for an address that is listed as the brand's and as a relay. */
static void put_addresses(struct building *b, uint32_t number)
{
	const struct source_list *lists = b->brands[number]->lists;
	const struct source_list *relays = &lists[BRAND_RELAYS],
				 *own = &lists[BRAND_MAIL_ADDRESSES];

	for (size_t i = 0; i < own->count + relays->count; i++) {
		bool relay = i >= own->count;
		struct span address = relay ? relays->items[i - own->count] : own->items[i];
		struct index_address record = {put(b, address), number, relay};

		if (span_find(address, '@') == SPAN_NONE || (relay && list_has(own, address)))
			continue;
		record.relay |= list_has(relays, address);
		index_builder_key(b->builder, TABLE_ADDRESS, address,
				  index_builder_record(b->builder, SECTION_ADDRESSES, &record));
	}
}

/* ---- names ---- */

#define NEAR_ALIAS_POINTS 6

static void put_alias(struct building *b, const struct source_alias *alias)
{
	struct index_alias record = {
	    .shown = put(b, alias->shown),
	    .squash = put(b, alias->squash),
	    .key = put(b, alias->key),
	    .brand = b->numbers[alias->brand],
	    .weak = alias->weak,
	};
	uint32_t number = index_builder_record(b->builder, SECTION_ALIASES, &record);
	size_t points = utf8_length(alias->key);

	if (points > b->finish.alias_longest)
		b->finish.alias_longest = (uint32_t)points;
	index_builder_key(b->builder, TABLE_ALIAS, alias->key, number);
	if (!alias->weak)
		index_builder_prefixes(b->builder, alias->key);
	/* Domains have near keys of their own. */
	if (!alias->weak && !alias->domain && utf8_length(alias->squash) >= NEAR_ALIAS_POINTS)
		put_near_keys(b, TABLE_ALIAS_NEAR, alias->key, number);
}

struct alias_order {
	const struct source_alias *alias;
	uint32_t brand;
};

/* By brand, then as read: strong before weak, so that the cap on a key cuts weak ones first. */
static int compare_aliases(const void *a, const void *b)
{
	const struct alias_order *x = a, *y = b;

	if (x->alias->weak != y->alias->weak)
		return x->alias->weak ? 1 : -1;
	if (x->brand != y->brand)
		return x->brand < y->brand ? -1 : 1;
	return x->alias < y->alias ? -1 : x->alias > y->alias;
}

static bool put_aliases(struct building *b)
{
	const struct array *aliases = &b->source->aliases;
	struct alias_order *order = calloc(aliases->count + 1, sizeof(*order));

	if (!order)
		return false;
	for (size_t i = 0; i < aliases->count; i++) {
		order[i].alias = ARRAY_AT(aliases, struct source_alias, i);
		order[i].brand = b->numbers[order[i].alias->brand];
	}
	qsort(order, aliases->count, sizeof(*order), compare_aliases);
	for (size_t i = 0; i < aliases->count; i++)
		if (!alias_yields(b->source, order[i].alias))
			put_alias(b, order[i].alias);
	free(order);
	return true;
}

static void put_words(struct building *b)
{
	for (size_t i = 0; i < b->source->words.count; i++) {
		const struct source_word *word = ARRAY_AT(&b->source->words, struct source_word, i);
		struct index_role_word record = {put(b, word->squash), word->role};

		index_builder_key(b->builder, TABLE_ROLE_WORD, word->squash,
				  index_builder_record(b->builder, SECTION_ROLE_WORDS, &record));
	}
}

static void put_hostname_words(struct building *b)
{
	for (size_t i = 0; i < b->source->hostname_words.count; i++) {
		const struct source_hostname_word *word =
		    ARRAY_AT(&b->source->hostname_words, struct source_hostname_word, i);
		struct index_hostname_word record = {put(b, word->word), word->kinds};

		index_builder_key(
		    b->builder, TABLE_HOSTNAME_WORD, word->word,
		    index_builder_record(b->builder, SECTION_HOSTNAME_WORDS, &record));
	}
}

/* ---- redirectors and cues ---- */

static void put_redirectors(struct building *b)
{
	for (size_t i = 0; i < b->source->redirectors.count; i++) {
		const struct source_redirector *from =
		    ARRAY_AT(&b->source->redirectors, struct source_redirector, i);
		struct index_redirector record = {
		    .hostname = put(b, from->hostname),
		    .path = put(b, from->path),
		    .shape = from->shape,
		    .certain = from->certain,
		};

		for (int k = 0; k < REDIRECTOR_PARAMETERS; k++)
			record.parameters[k] = put(b, from->parameters[k]);
		index_builder_record(b->builder, SECTION_REDIRECTORS, &record);
	}
}

static void put_cues(struct building *b)
{
	for (size_t i = 0; i < b->source->cues.count; i++) {
		const struct source_cue *cue = ARRAY_AT(&b->source->cues, struct source_cue, i);
		char starts[CUE_STARTS_TEXT];
		struct index_cue record = {
		    .id = put(b, cue->id),
		    .literal = put(b, cue->literal),
		    .pattern = put(b, cue->pattern),
		    .starts = put(b, arena_copy(b->arena, cue_starts_text(cue->pattern, starts))),
		    .kind = cue->kind,
		    .strength = cue->strength,
		};

		index_builder_record(b->builder, SECTION_CUES, &record);
	}
}

/* ---- all of it ---- */

static bool build(struct building *b)
{
	if (!sort_brands(b))
		return false;
	for (uint32_t i = 0; i < b->source->brands.count; i++) {
		put_brand(b, b->brands[i]);
		put_addresses(b, i);
	}
	if (!put_domains(b) || !put_aliases(b))
		return false;
	put_words(b);
	put_hostname_words(b);
	put_redirectors(b);
	put_cues(b);
	return !arena_failed(b->arena) && !source_failed(b->source);
}

static void complain(source_report *report, void *context, const char *detail)
{
	struct source_problem problem = {0};

	snprintf(problem.detail, sizeof(problem.detail), "%s", detail);
	report(context, &problem);
}

/* Look-alike targets beyond the cap are spellings of the same label; anything else must fit. */
static bool nothing_cut(const struct index_finish *finish, source_report *report, void *context)
{
	static const struct {
		enum index_section table;
		const char *detail;
	} tables[] = {
	    {TABLE_DOMAIN, "a domain has more entries than a look-up gives"},
	    {TABLE_ALIAS, "an alias has more brands than a look-up gives"},
	    {TABLE_ADDRESS, "an address has more brands than a look-up gives"},
	};
	bool sound = true;

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		if (finish->cut[tables[i].table - TABLE_FIRST]) {
			complain(report, context, tables[i].detail);
			sound = false;
		}
	}
	return sound;
}

bool source_compile(const struct source *source, const char *version, void **bytes, size_t *size,
		    source_report *report, void *context)
{
	struct building b = {
	    .source = source,
	    .builder = index_builder_new(),
	    .arena = arena_new(BUILD_BYTES),
	    .finish = {.date = span_of(version)},
	};
	char problem[160] = "out of memory";
	bool done = false;

	*bytes = NULL;
	if (b.builder && b.arena && build(&b))
		done = index_builder_finish(b.builder, &b.finish, bytes, size, problem);
	if (!done)
		complain(report, context, problem);
	else if (!nothing_cut(&b.finish, report, context))
		done = false;
	if (!done) {
		free(*bytes);
		*bytes = NULL;
	}
	free(b.brands);
	free(b.numbers);
	index_builder_free(&b.builder);
	arena_free(&b.arena);
	return done;
}
