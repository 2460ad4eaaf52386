/* Look-ups by domain: exact, by suffix, and by what the label looks like. */
#include "catalogue/index_view.h"
#include "text/suffix_memo.h"

/* No catalogue holds a longer domain: one is not hashed, or a name of ten thousand labels would be
 * read ten thousand times. */
#define LONGEST_DOMAIN 253

static struct domain_hit hit_of(const struct index *index, size_t index_number,
				const struct index_domain *domain)
{
	return (struct domain_hit){
	    .name = index_text(index, domain->name),
	    .label = index_text(index, domain->label),
	    .roles = domain->roles,
	    .brand = domain->brand ? index_ref(index_number, domain->brand - 1) : BRAND_NONE,
	    .kind = domain->kind,
	    .redirector = domain->redirector ? index_ref(index_number, domain->redirector - 1) : 0,
	};
}

/* One look-up of a name: the entries that are wanted are appended to out[]. */
struct asked {
	struct span name;
	unsigned roles; /* any of them */
	bool below;	/* the name asked for is a sub-domain of this one */
};

static bool wanted(const struct index *index, const struct index_domain *domain,
		   const struct asked *asked)
{
	return (domain->roles & asked->roles) && !(asked->below && (domain->flags & INDEX_EXACT)) &&
	       span_equal(index_text(index, domain->name), asked->name);
}

static size_t find_name(const struct catalogue *catalogue, const struct asked *asked,
			struct domain_hit out[static DOMAIN_HITS])
{
	size_t count = 0;

	if (asked->name.len > LONGEST_DOMAIN)
		return 0;
	for (size_t i = 0; i < catalogue->count; i++) {
		const struct index *index = catalogue->indexes[i];
		struct probe probe = probe_start(index, TABLE_DOMAIN, asked->name);
		uint32_t number;

		while (count < DOMAIN_HITS && probe_next(&probe, &number)) {
			const struct index_domain *domain =
			    index_record(index, SECTION_DOMAINS, number);

			if (domain && wanted(index, domain, asked))
				out[count++] = hit_of(index, i, domain);
		}
	}
	return count;
}

size_t catalogue_domain(const struct catalogue *catalogue, struct span ascii,
			struct domain_hit out[static DOMAIN_HITS])
{
	return find_name(catalogue, &(struct asked){.name = ascii, .roles = ~0u}, out);
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

size_t catalogue_match(const struct catalogue *catalogue, struct span ascii, unsigned roles,
		       struct domain_hit out[static DOMAIN_HITS])
{
	struct asked asked = {.name = ascii, .roles = roles};
	size_t count;

	if (ascii.len == 0)
		return 0;
	do {
		count = find_name(catalogue, &asked, out);
		asked.below = true;
	} while (count == 0 && next_suffix(&asked.name));
	return count;
}

static bool is_added_suffix(const struct catalogue *catalogue, struct span name)
{
	if (name.len > LONGEST_DOMAIN)
		return false;
	for (size_t i = 0; i < catalogue->count; i++) {
		const struct index *index = catalogue->indexes[i];
		struct probe probe = probe_start(index, TABLE_DOMAIN, name);
		uint32_t number;

		while (probe_next(&probe, &number)) {
			const struct index_domain *domain =
			    index_record(index, SECTION_DOMAINS, number);

			if (domain && (domain->flags & INDEX_SUFFIX) &&
			    span_equal(index_text(index, domain->name), name))
				return true;
		}
	}
	return false;
}

struct span catalogue_registrable(const struct catalogue *catalogue, struct span ascii)
{
	size_t suffix = suffix_memo_length(catalogue->memo, ascii), dot;
	struct span added = ascii;

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

size_t catalogue_by_skeleton(const struct catalogue *catalogue, struct span skeleton,
			     struct domain_hit out[static DOMAIN_HITS])
{
	size_t count = 0;

	for (size_t i = 0; i < catalogue->count; i++) {
		const struct index *index = catalogue->indexes[i];
		struct probe probe = probe_start(index, TABLE_SKELETON, skeleton);
		uint32_t number;

		while (probe_next(&probe, &number)) {
			const struct index_domain *domain =
			    index_record(index, SECTION_DOMAINS, number);

			if (domain && span_equal(index_text(index, domain->skeleton), skeleton))
				count = add_target(out, count, hit_of(index, i, domain));
		}
	}
	return count;
}

/* Those filed under one form whose own skeleton, in the reading `joined` asks for, is one edit
 * away. */
static size_t find_near(const struct catalogue *catalogue, struct span form, struct span skeleton,
			bool joined, struct domain_hit out[static DOMAIN_HITS], size_t count)
{
	for (size_t i = 0; i < catalogue->count; i++) {
		const struct index *index = catalogue->indexes[i];
		struct probe probe = probe_start(index, TABLE_SKELETON_NEAR, form);
		uint32_t number;

		while (probe_next(&probe, &number)) {
			const struct index_domain *domain =
			    index_record(index, SECTION_DOMAINS, number);

			if (domain &&
			    near_enough(index_text(index, domain->skeleton), skeleton, joined))
				count = add_target(out, count, hit_of(index, i, domain));
		}
	}
	return count;
}

size_t catalogue_near_skeleton(const struct catalogue *catalogue, struct span skeleton,
			       struct domain_hit out[static DOMAIN_HITS])
{
	char buffer[NEAR_TEXT_MAX];
	struct span readings[2] = {skeleton, near_joined(skeleton, buffer)};
	size_t count = 0;

	for (int joined = 0; joined < 2; joined++) {
		struct near_forms forms;
		struct span form;

		if (!near_forms_start(&forms, readings[joined]))
			break;
		while (near_forms_next(&forms, &form))
			count = find_near(catalogue, form, readings[joined], joined, out, count);
	}
	return count;
}
