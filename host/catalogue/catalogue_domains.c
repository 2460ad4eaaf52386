/* Look-ups by domain: exact, by suffix, and by what the label looks like. */
#include "catalogue/records.h"
#include "text/hostname.h"
#include "text/name_memo.h"

/* The domains (of all, or of those that count as suffixes) that may be called `name`. One too long for any is not
 * hashed, or a name of ten thousand labels would be read ten thousand times. */
static struct records named(const struct catalogue *catalogue, enum index_section table,
			    struct span name)
{
	return records_filed(catalogue, table, name.len > DOMAIN_BYTES ? SPAN("") : name);
}

static void names_soon(const struct catalogue *catalogue, struct span name)
{
	if (name.len <= DOMAIN_BYTES)
		records_soon(catalogue, TABLE_DOMAIN, name);
}

static struct domain_hit hit_of(const struct records *found, const struct index_domain *domain)
{
	return (struct domain_hit){
	    .name = index_text(found->index, domain->name),
	    .label = index_text(found->index, domain->label),
	    .roles = domain->roles,
	    .brand = domain->brand ? records_sibling(found, domain->brand - 1) : BRAND_NONE,
	    .kind = domain->kind,
	    .registrable = domain->flags & INDEX_WHOLE,
	    .redirector = domain->redirector ? records_sibling(found, domain->redirector - 1) : 0,
	};
}

/* One look-up of a name: the entries that are wanted are appended to out[]. */
struct asked {
	struct span name;
	unsigned roles; /* any of them */
	bool below;	/* the name asked for is a sub-domain of this one */
	bool brands;	/* only entries of brands */
};

static bool wanted(const struct index *index, const struct index_domain *domain,
		   const struct asked *asked)
{
	return (domain->roles & asked->roles) && !(asked->below && (domain->flags & INDEX_EXACT)) &&
	       !(asked->brands && !domain->brand) &&
	       span_equal(index_text(index, domain->name), asked->name);
}

static size_t find_name(const struct catalogue *catalogue, const struct asked *asked,
			struct domain_hit out[static DOMAIN_HITS])
{
	struct records found = named(catalogue, TABLE_DOMAIN, asked->name);
	const struct index_domain *domain;
	size_t count = 0;

	found.brands = asked->brands;
	while (count < DOMAIN_HITS && (domain = records_next(&found)))
		if (wanted(found.index, domain, asked))
			out[count++] = hit_of(&found, domain);
	return count;
}

size_t catalogue_domain(const struct catalogue *catalogue, struct span ascii,
			struct domain_hit out[static DOMAIN_HITS])
{
	return find_name(catalogue, &(struct asked){.name = ascii, .roles = ~0u}, out);
}

size_t catalogue_brand_domain(const struct catalogue *catalogue, struct span ascii,
			      struct domain_hit out[static DOMAIN_HITS])
{
	return find_name(catalogue, &(struct asked){.name = ascii, .roles = ~0u, .brands = true},
			 out);
}

/* Goes on to the name without its first label; false after the last. */
static bool next_suffix(struct span *name)
{
	size_t dot = span_find(*name, '.');

	if (dot == SPAN_NONE)
		return false;
	*name = span_slice(*name, dot + 1, name->len);
	return name->len > 0;
}

/* No index has a record of the name, or of one that it is a sub-domain of. */
static bool is_unlisted(const struct catalogue *catalogue, struct span ascii)
{
	struct span name = hostname_last_labels(ascii, DOMAIN_LABELS), ahead = name;

	do
		names_soon(catalogue, ahead);
	while (next_suffix(&ahead));
	do {
		struct records found = named(catalogue, TABLE_DOMAIN, name);

		if (records_next(&found))
			return false;
	} while (next_suffix(&name));
	return true;
}

/* Most names are asked for once for each kind of role. */
bool catalogue_is_unlisted(const struct catalogue *catalogue, struct span ascii)
{
	struct name_facts *facts = name_memo_at(catalogue->memo, ascii);

	if (facts && !(facts->known & (NAME_UNLISTED | NAME_LISTED)))
		facts->known |= is_unlisted(catalogue, ascii) ? NAME_UNLISTED : NAME_LISTED;
	return facts && facts->known & NAME_UNLISTED;
}

size_t catalogue_match(const struct catalogue *catalogue, struct span ascii, unsigned roles,
		       struct domain_hit out[static DOMAIN_HITS])
{
	struct asked asked = {.name = hostname_last_labels(ascii, DOMAIN_LABELS), .roles = roles};
	size_t count;

	if (ascii.len == 0 || catalogue_is_unlisted(catalogue, ascii))
		return 0;
	asked.below = asked.name.len < ascii.len;
	do {
		count = find_name(catalogue, &asked, out);
		asked.below = true;
	} while (count == 0 && next_suffix(&asked.name));
	return count;
}

static bool is_added_suffix(const struct catalogue *catalogue, struct span name)
{
	struct records found = named(catalogue, TABLE_SUFFIX, name);
	const struct index_domain *domain;

	while ((domain = records_next(&found)))
		if (span_equal(index_text(found.index, domain->name), name))
			return true;
	return false;
}

static struct span find_registrable(const struct catalogue *catalogue, struct span ascii)
{
	size_t suffix = name_memo_suffix(catalogue->memo, ascii, true), dot;
	struct span added = hostname_last_labels(ascii, DOMAIN_LABELS);

	if (suffix == 0)
		return (struct span){0};
	while (added.len > suffix && !is_added_suffix(catalogue, added))
		if (!next_suffix(&added))
			break;
	if (added.len > suffix)
		suffix = added.len;
	if (suffix >= ascii.len)
		return ascii;
	dot = span_find_last(span_slice(ascii, 0, ascii.len - suffix - 1), '.');
	return span_slice(ascii, dot == SPAN_NONE ? 0 : dot + 1, ascii.len);
}

struct span catalogue_registrable(const struct catalogue *catalogue, struct span ascii)
{
	struct name_facts *facts = name_memo_at(catalogue->memo, ascii);

	if (!facts)
		return find_registrable(catalogue, ascii);
	if (!(facts->known & NAME_REGISTRABLE)) {
		facts->registrable = (uint8_t)find_registrable(catalogue, ascii).len;
		facts->known |= NAME_REGISTRABLE;
	}
	return span_slice(ascii, ascii.len - facts->registrable, ascii.len);
}

size_t catalogue_suffix(const struct catalogue *catalogue, struct span ascii, bool private_section)
{
	return name_memo_suffix(catalogue->memo, ascii, private_section);
}

/* ---- look-alikes ---- */

static bool same_target(const struct domain_hit *a, const struct domain_hit *b)
{
	return a->brand == b->brand && a->roles == b->roles && span_equal(a->name, b->name);
}

/* Appends unless it is there or there is no more room. */
static size_t add_target(struct domain_hit out[static DOMAIN_HITS], size_t count,
			 struct domain_hit hit)
{
	for (size_t i = 0; i < count; i++)
		if (same_target(&out[i], &hit))
			return count;
	if (count < DOMAIN_HITS)
		out[count++] = hit;
	return count;
}

void catalogue_skeleton_soon(const struct catalogue *catalogue, struct span skeleton)
{
	records_soon(catalogue, TABLE_SKELETON, skeleton);
}

static bool is_listed(const struct index_domain *domain)
{
	return !domain->brand && domain->roles & DOMAIN_PROTECTED &&
	       !(domain->roles & DOMAIN_TRUSTED);
}

static size_t find_skeleton(struct records *found, struct span skeleton,
			    struct domain_hit out[static DOMAIN_HITS])
{
	const struct index_domain *domain;
	size_t count = 0;

	while ((domain = records_next(found)))
		if (span_equal(index_text(found->index, domain->skeleton), skeleton) &&
		    !(found->brands && is_listed(domain)))
			count = add_target(out, count, hit_of(found, domain));
	return count;
}

size_t catalogue_by_skeleton(const struct catalogue *catalogue, struct span skeleton,
			     struct domain_hit out[static DOMAIN_HITS])
{
	struct records found = records_filed(catalogue, TABLE_SKELETON, skeleton);

	return find_skeleton(&found, skeleton, out);
}

size_t catalogue_brands_by_skeleton(const struct catalogue *catalogue, struct span skeleton,
				    struct domain_hit out[static DOMAIN_HITS])
{
	struct records found = records_filed(catalogue, TABLE_SKELETON, skeleton);

	found.brands = true;
	return find_skeleton(&found, skeleton, out);
}

static size_t near_skeleton(const struct catalogue *catalogue, struct span skeleton, bool brands,
			    struct domain_hit out[static DOMAIN_HITS])
{
	struct near_records near;
	const struct index_domain *domain;
	size_t count = 0;

	records_near(&near, catalogue, TABLE_SKELETON_NEAR, skeleton, brands);
	while ((domain = records_near_next(&near)))
		if (!(brands && is_listed(domain)) && records_near_enough(&near, domain->skeleton))
			count = add_target(out, count, hit_of(&near.records, domain));
	return count;
}

size_t catalogue_near_skeleton(const struct catalogue *catalogue, struct span skeleton,
			       struct domain_hit out[static DOMAIN_HITS])
{
	return near_skeleton(catalogue, skeleton, false, out);
}

size_t catalogue_near_brands(const struct catalogue *catalogue, struct span skeleton,
			     struct domain_hit out[static DOMAIN_HITS])
{
	return near_skeleton(catalogue, skeleton, true, out);
}

static bool has_tail(const struct catalogue *catalogue, uint64_t hash)
{
	for (size_t i = 0; i < catalogue->count; i++) {
		const struct bits_view *tails = &catalogue->indexes[i]->tails;

		if (bits_have(tails, hash) && bits_have(tails, index_second_hash(hash)))
			return true;
	}
	return false;
}

bool catalogue_tail_is(const struct catalogue *catalogue, struct span joined)
{
	return has_tail(catalogue, index_tail_hash(joined));
}

bool catalogue_tail_begins(const struct catalogue *catalogue, struct span skeleton)
{
	return has_tail(catalogue, index_label_hash(skeleton));
}
