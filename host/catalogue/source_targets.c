#include "catalogue/source_targets.h"

#include "catalogue/index_hash.h"
#include "text/hostname.h"
#include "text/skeleton.h"
#include "text/utf8.h"

/* Domain lists are by rank; behind this rank a domain's near misses are not worth 11 keys. */
#define NEAR_PROTECTED 100000
#define NEAR_LABEL_POINTS 4
#define NEAR_SHARED_POINTS 7 /* email is no gmail */

static void put_forms(struct building *b, enum index_section table, struct span text,
		      uint32_t record)
{
	struct near_forms forms;
	uint64_t hash;

	if (!near_forms_start(&forms, text))
		return;
	while (near_forms_next(&forms, &hash))
		index_builder_hash(b->builder, table, hash, record);
}

void put_near_keys(struct building *b, enum index_section table, struct span key, uint32_t record)
{
	char buffer[NEAR_TEXT_MAX];
	struct span joined = near_joined(key, buffer);

	put_forms(b, table, key, record);
	if (joined.len && joined.len != key.len)
		put_forms(b, table, joined, record);
}

/* ---- suffixes ---- */

struct domains {
	struct building *b;
	struct text_map official; /* web and mail domains of any brand */
	struct text_map suffixes; /* domains below which anyone has a name */
	struct text_map names;	  /* all names: how many there are */
	struct text_map tails;	  /* what stands behind their labels */
	struct array records;	  /* struct domain_plan, in the order of the records */
	bool failed;
};

/* What a record needs beside its bytes until the keys are made. */
struct domain_plan {
	struct span name, label, suffix;
	const struct source_brand *brand;
	struct span skeleton;
	bool whole;  /* nothing but label and suffix */
	bool target; /* worth imitating */
	bool below;  /* stands for its brand's user content above it */
	bool first;  /* of its brand's targets with this label */
	bool shared; /* its brand's users', coined: gmail.com */
	bool listed; /* a plain list's */
};

static void map_add(struct domains *d, struct text_map *map, struct span key)
{
	if (text_map_put(map, key, 0) == TEXT_MAP_NONE)
		d->failed = true;
}

/* A brand's user content counts as a suffix unless the brand itself mails or shows its site from
 * that very name (dropbox.com): there, content differs by path, and em.dropbox.com is Dropbox. */
static void find_suffixes(struct domains *d)
{
	const struct source *source = d->b->source;

	for (size_t n = 0; n < source->brands.count; n++) {
		const struct source_list *lists = d->b->brands[n]->lists;

		for (size_t i = 0; i < lists[BRAND_WEB_DOMAINS].count; i++)
			map_add(d, &d->official, lists[BRAND_WEB_DOMAINS].items[i]);
		for (size_t i = 0; i < lists[BRAND_MAIL_DOMAINS].count; i++)
			map_add(d, &d->official, lists[BRAND_MAIL_DOMAINS].items[i]);
	}
	for (size_t n = 0; n < source->brands.count; n++) {
		const struct source_list *content = &d->b->brands[n]->lists[BRAND_USER_CONTENT];

		for (size_t i = 0; i < content->count; i++)
			if (text_map_get(&d->official, content->items[i]) == TEXT_MAP_NONE)
				map_add(d, &d->suffixes, content->items[i]);
	}
	for (size_t i = 0; i < source->domains.count; i++) {
		const struct source_domain *domain =
		    ARRAY_AT(&source->domains, struct source_domain, i);

		if ((domain->roles & DOMAIN_HOSTING) && !domain->exact)
			map_add(d, &d->suffixes, domain->name);
	}
}

/* Bytes of the longest suffix of `name` (itself included) that the catalogue adds; a brand's own
 * user content is no suffix for its official names (www.docomo.ne.jp is DOCOMO's). */
static size_t added_suffix(const struct domains *d, const struct source_brand *brand,
			   struct span name)
{
	for (struct span rest = name; rest.len;) {
		size_t dot = span_find(rest, '.');

		if (text_map_get(&d->suffixes, rest) != TEXT_MAP_NONE &&
		    !(brand && list_has(&brand->lists[BRAND_USER_CONTENT], rest)))
			return rest.len;
		rest = dot == SPAN_NONE ? (struct span){0} : span_slice(rest, dot + 1, rest.len);
	}
	return 0;
}

/* ---- labels ---- */

/* As it is read: an xn-- label in Unicode. */
static struct span readable(struct building *b, struct span label)
{
	struct hostname hostname;

	if (!span_starts(label, SPAN("xn--")))
		return label;
	hostname = hostname_parse(b->arena, label);
	return hostname.unicode.len ? hostname.unicode : label;
}

/* Is `name` the brand's users', and not its own too? */
static bool users_own(const struct domains *d, const struct source_brand *brand, struct span name)
{
	return list_has(&brand->lists[BRAND_USER_CONTENT], name) &&
	       text_map_get(&d->official, name) == TEXT_MAP_NONE;
}

/* Finds label and suffix, and whether the name could be a target: registered directly below the
 * public suffix, or an official name below its brand's own user content where that is
 * (login.live.com stands for live.com). */
static void split_name(struct domains *d, struct domain_plan *plan)
{
	struct span name = plan->name, rest;
	size_t suffix = hostname_suffix(name, true), added = added_suffix(d, plan->brand, name),
	       dot;

	if (suffix >= name.len) /* the brand's, and its users' (wordpress.com) */
		suffix = hostname_suffix(name, false);
	if (added > suffix && added < name.len)
		suffix = added;
	if (suffix >= name.len)
		suffix = 0;
	rest = suffix ? span_slice(name, 0, name.len - suffix - 1) : name;
	dot = span_find_last(rest, '.');
	plan->suffix = span_slice(name, name.len - suffix, name.len);
	plan->whole = suffix > 0 && dot == SPAN_NONE;
	plan->label = readable(d->b, dot == SPAN_NONE ? rest : span_slice(rest, dot + 1, rest.len));
	if (suffix == 0 || (added == suffix && plan->brand))
		return;
	plan->below = dot != SPAN_NONE && plan->brand &&
		      users_own(d, plan->brand, span_slice(name, dot + 1, name.len));
	plan->target = dot == SPAN_NONE || plan->below;
}

/* ---- records ---- */

static enum label_kind label_kind_of(const struct source_brand *brand, struct span label)
{
	if (brand && list_has(&brand->coined, label))
		return LABEL_COINED;
	return brand && list_has(&brand->words, label) ? LABEL_WORD : LABEL_PLAIN;
}

static struct span without_dots(struct arena *arena, struct span text)
{
	struct builder left = {.arena = arena};

	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != '.')
			builder_byte(&left, text.ptr[i]);
	return builder_span(&left);
}

/* The matchers read it without its dots before they make its skeleton, or afterwards: vv over a dot is two letters. */
static void put_tail(struct domains *d, struct span tail)
{
	struct arena *arena = d->b->arena;
	struct arena_mark mark = arena_mark(arena);
	struct span skeleton = skeleton_of(arena, tail);
	struct span label = skeleton_of(arena, span_slice(tail, 0, span_find(tail, '.')));

	index_builder_tail(d->b->builder, label, without_dots(arena, skeleton));
	index_builder_tail(d->b->builder, label, skeleton_of(arena, without_dots(arena, tail)));
	arena_release(arena, mark);
}

/* Whatever of a name may be taken for its suffix. */
static void put_tails(struct domains *d, struct span name)
{
	size_t dot;

	while ((dot = span_find(name, '.')) != SPAN_NONE) {
		name = span_slice(name, dot + 1, name.len);
		if (text_map_get(&d->tails, name) != TEXT_MAP_NONE)
			return; /* and so those of this one */
		map_add(d, &d->tails, name);
		put_tail(d, name);
	}
}

/* The roles for which a domain is imitated. */
#define TARGET_ROLES (DOMAIN_WEB | DOMAIN_MAIL | DOMAIN_TRUSTED | DOMAIN_PROTECTED)

static void put_domain(struct domains *d, const struct source_brand *brand, uint32_t brand_number,
		       const struct source_domain *domain)
{
	struct domain_plan *plan = array_push(&d->records, sizeof(*plan));
	struct index_builder *builder = d->b->builder;
	struct index_domain record;
	uint32_t number;

	if (!plan) {
		d->failed = true;
		return;
	}
	*plan = (struct domain_plan){.name = domain->name, .brand = brand};
	split_name(d, plan);
	/* Other labels of what users share are anybody's words. */
	plan->shared = !(domain->roles & TARGET_ROLES) && (domain->roles & DOMAIN_USER_CONTENT) &&
		       label_kind_of(brand, plan->label) == LABEL_COINED;
	plan->target = plan->target && ((domain->roles & TARGET_ROLES) || plan->shared);
	plan->listed =
	    !brand && (domain->roles & DOMAIN_PROTECTED) && !(domain->roles & DOMAIN_TRUSTED);
	plan->skeleton = plan->target ? skeleton_of(d->b->arena, plan->label) : (struct span){0};
	record = (struct index_domain){
	    .name = index_builder_text(builder, plan->name),
	    .label = index_builder_text(builder, plan->label),
	    .skeleton = index_builder_text(builder, plan->skeleton),
	    .brand = brand_number,
	    .redirector = domain->redirector,
	    .roles = (uint16_t)domain->roles,
	    .kind = (uint8_t)label_kind_of(brand, plan->label),
	    .flags = (uint8_t)((domain->exact ? INDEX_EXACT : 0) | (plan->whole ? INDEX_WHOLE : 0)),
	};
	map_add(d, &d->names, domain->name);
	put_tails(d, domain->name);
	number = index_builder_record(builder, SECTION_DOMAINS, &record);
	index_builder_key(builder, TABLE_DOMAIN, domain->name, number);
	if (!domain->exact && text_map_get(&d->suffixes, domain->name) != TEXT_MAP_NONE)
		index_builder_key(builder, TABLE_SUFFIX, domain->name, number);
}

/* A brand's domains, each once with all its roles. */
static void put_brand_domains(struct domains *d, uint32_t number)
{
	static const struct {
		enum brand_list list;
		unsigned role;
	} kinds[] = {{BRAND_WEB_DOMAINS, DOMAIN_WEB},
		     {BRAND_MAIL_DOMAINS, DOMAIN_MAIL},
		     {BRAND_USER_CONTENT, DOMAIN_USER_CONTENT},
		     {BRAND_RELAYS, DOMAIN_RELAY}};
	const size_t count = sizeof(kinds) / sizeof(kinds[0]);
	const struct source_brand *brand = d->b->brands[number];

	for (size_t k = 0; k < count; k++) {
		const struct source_list *list = &brand->lists[kinds[k].list];

		for (size_t i = 0; i < list->count; i++) {
			struct source_domain domain = {.name = list->items[i]};
			bool before = span_find(domain.name, '@') != SPAN_NONE;

			for (size_t other = 0; other < count; other++) {
				bool has = list_has(&brand->lists[kinds[other].list], domain.name);

				domain.roles |= has ? kinds[other].role : 0;
				before |= has && other < k;
			}
			if (!before)
				put_domain(d, brand, number + 1, &domain);
		}
	}
}

/* ---- keys ---- */

/* A name under the brand's own top-level domain (mail.microsoft) is imitated by that domain's
 * label. */
static bool under_own_tld(const struct domain_plan *plans, size_t count,
			  const struct domain_plan *plan)
{
	if (!plan->brand || span_find(plan->suffix, '.') != SPAN_NONE)
		return false;
	for (size_t i = 0; i < count; i++)
		if (plans[i].target && span_equal(plans[i].label, plan->suffix))
			return true;
	return false;
}

/* Marks the first target of each label among the records from `start`: one brand's, or all
 * brandless ones. Of several official names below the brand's user content one is enough. */
static void mark_first(struct domains *d, size_t start)
{
	size_t count = d->records.count - start;
	struct domain_plan *plans = count ? ARRAY_AT(&d->records, struct domain_plan, start) : NULL;
	struct text_map labels = {0};

	for (size_t i = 0; i < count; i++) {
		uint32_t before;

		if (!plans[i].target)
			continue;
		if (under_own_tld(plans, count, &plans[i])) {
			plans[i].target = false;
			continue;
		}
		before = text_map_put(&labels, plans[i].label, (uint32_t)i);
		d->failed |= before == TEXT_MAP_NONE;
		plans[i].first = before == i;
		plans[i].target = plans[i].first || !(plans[i].below || plans[i].shared);
	}
	text_map_free(&labels);
}

static void put_target_keys(struct domains *d)
{
	const struct domain_plan *plans = d->records.items;
	size_t protected = 0;

	d->b->finish.listed = true;
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < d->records.count; i++) {
			if (!plans[i].target || plans[i].first != (pass == 0))
				continue;
			index_builder_key(d->b->builder, TABLE_SKELETON, plans[i].skeleton, i);
			d->b->finish.listed &= plans[i].listed;
		}
	}
	for (uint32_t i = 0; i < d->records.count; i++) {
		if (!plans[i].target || !plans[i].first ||
		    utf8_length(plans[i].label) <
			(plans[i].shared ? NEAR_SHARED_POINTS : NEAR_LABEL_POINTS))
			continue;
		if (!plans[i].brand && ++protected > NEAR_PROTECTED)
			continue;
		put_near_keys(d->b, TABLE_SKELETON_NEAR, plans[i].skeleton, i);
	}
}

static void put_records(struct domains *d)
{
	const struct source *source = d->b->source;
	size_t start = 0;

	for (uint32_t n = 0; n < source->brands.count; n++) {
		put_brand_domains(d, n);
		mark_first(d, start);
		start = d->records.count;
	}
	for (size_t i = 0; i < source->domains.count; i++)
		put_domain(d, NULL, 0, ARRAY_AT(&source->domains, struct source_domain, i));
	mark_first(d, start);
}

bool put_domains(struct building *b)
{
	struct domains d = {.b = b};

	find_suffixes(&d);
	put_records(&d);
	put_target_keys(&d);
	b->finish.domain_count = (uint32_t)d.names.count;
	text_map_free(&d.official);
	text_map_free(&d.suffixes);
	text_map_free(&d.names);
	text_map_free(&d.tails);
	array_free(&d.records);
	return !d.failed;
}
