#include "catalogue/source_alias.h"

#include "text/fold.h"
#include "text/hostname.h"
#include "text/utf8.h"

#define ALIAS_KEY_POINTS 120

static bool lists_affiliate(const struct source_brand *brand, struct span id)
{
	return list_has(&brand->lists[BRAND_AFFILIATES], id);
}

/* The brand that has this strong alias already and is no affiliate; NULL when there is none. A domain is
 * a rival of domains only (swiss.com is an airline's, Swisscom a name). */
static const struct source_brand *
rival(const struct source *source, const struct source_brand *brand, struct span key, bool domain)
{
	uint32_t at = text_map_get(&source->alias_keys, key);

	while (at != TEXT_MAP_NONE) {
		const struct source_alias *alias =
		    ARRAY_AT(&source->aliases, struct source_alias, at);
		const struct source_brand *other =
		    ARRAY_AT(&source->brands, struct source_brand, alias->brand);

		if (!alias->weak && (domain || !alias->domain) &&
		    !lists_affiliate(brand, other->id) && !lists_affiliate(other, brand->id))
			return other;
		at = alias->next ? alias->next - 1 : TEXT_MAP_NONE;
	}
	return NULL;
}

/* What this brand has under the same key, and how many: `weak` if one is weak, `same` if one is spelled the
 * same. */
static size_t own_alias(const struct alias_reading *reading, const struct source_alias *alias,
			bool *weak, bool *same)
{
	size_t count = 0;

	*weak = *same = false;
	for (size_t i = 0; i < reading->found.count; i++) {
		const struct source_alias *own = ARRAY_AT(&reading->found, struct source_alias, i);

		if (!span_equal(own->key, alias->key))
			continue;
		*weak |= own->weak;
		*same |= span_equal(own->squash, alias->squash);
		count++;
	}
	return count;
}

/* Has this key, of which the brand itself has `own`, as many names as a look-up gives? One more would be cut. */
static bool crowded(const struct source *source, struct span key, size_t own)
{
	uint32_t at = text_map_get(&source->alias_keys, key);
	size_t count = own;

	while (at != TEXT_MAP_NONE) {
		const struct source_alias *alias =
		    ARRAY_AT(&source->aliases, struct source_alias, at);

		count++;
		at = alias->next ? alias->next - 1 : TEXT_MAP_NONE;
	}
	return count >= ALIAS_HITS;
}

static struct source_alias fold_alias(struct source *source, struct span shown, bool weak)
{
	struct fold fold = fold_text(source->scratch, shown);

	return (struct source_alias){
	    .shown = shown,
	    .squash = fold_squash(source->texts, fold.text),
	    .key = fold_key(source->texts, fold.text),
	    .weak = weak,
	};
}

bool check_alias_item(struct reader *reader, const char *path, struct span text, void *context)
{
	struct alias_reading *reading = context;
	struct source_alias alias = fold_alias(reader->source, text, reading->weak), *slot;
	const struct source_brand *other = NULL;
	bool weak, same;
	size_t own;

	if (alias.key.len == 0 || utf8_length(alias.key) > ALIAS_KEY_POINTS) {
		reader_problem(reader, path, "has no letters or too many");
		return false;
	}
	own = own_alias(reading, &alias, &weak, &same);
	if (weak && !alias.weak) {
		/* The brand's names are aliases unless they are listed as weak. */
		if (reading->name)
			return true;
		reader_problem(reader, path, "is among weak_aliases too");
		return false;
	}
	if (!alias.weak)
		other = rival(reader->source, reading->brand, alias.key, false);
	if (other) {
		reader_problem(reader, path, "is an alias of %.*s too, which is no affiliate",
			       (int)other->id.len, other->id.ptr);
		return false;
	}
	if (!same && crowded(reader->source, alias.key, own)) {
		reader_problem(reader, path, "reads like too many other names");
		return false;
	}
	slot = same ? NULL : array_push(&reading->found, sizeof(*slot));
	if (slot)
		*slot = alias;
	reading->out_of_memory |= !same && !slot;
	return true;
}

/* A domain that reads like a name the brand has, or another brand has, adds nothing. */
static void take_domain(struct source *source, struct alias_reading *reading, struct span domain)
{
	struct source_alias alias = fold_alias(source, domain, false), *slot;
	bool weak, same;
	size_t own;

	alias.domain = true;
	own = own_alias(reading, &alias, &weak, &same);
	if (weak || same || alias.key.len == 0 || utf8_length(alias.key) > ALIAS_KEY_POINTS ||
	    hostname_suffix(domain, false) == domain.len ||
	    rival(source, reading->brand, alias.key, true) || crowded(source, alias.key, own))
		return;
	slot = array_push(&reading->found, sizeof(*slot));
	if (slot)
		*slot = alias;
	reading->out_of_memory |= !slot;
}

void alias_take_domains(struct source *source, struct alias_reading *reading)
{
	static const enum brand_list LISTS[] = {BRAND_WEB_DOMAINS, BRAND_MAIL_DOMAINS,
						BRAND_USER_CONTENT};

	for (size_t i = 0; i < sizeof(LISTS) / sizeof(LISTS[0]); i++) {
		const struct source_list *list = &reading->brand->lists[LISTS[i]];

		for (size_t n = 0; n < list->count; n++)
			take_domain(source, reading, list->items[n]);
	}
}

bool alias_yields(const struct source *source, const struct source_alias *alias)
{
	const struct source_brand *brand =
	    ARRAY_AT(&source->brands, struct source_brand, alias->brand);

	return alias->domain && rival(source, brand, alias->key, false);
}

bool alias_commit(struct source *source, const struct alias_reading *reading, uint32_t brand)
{
	for (size_t i = 0; i < reading->found.count; i++) {
		const struct source_alias *found =
		    ARRAY_AT(&reading->found, struct source_alias, i);
		struct source_alias *slot = array_push(&source->aliases, sizeof(*slot));
		uint32_t number = (uint32_t)(source->aliases.count - 1), before;

		if (!slot)
			return false;
		*slot = *found;
		slot->brand = brand;
		before = text_map_put(&source->alias_keys, found->key, number);
		if (before == TEXT_MAP_NONE)
			return false;
		if (before != number) {
			slot->next = before + 1;
			text_map_set(&source->alias_keys, found->key, number);
		}
	}
	return !reading->out_of_memory;
}
