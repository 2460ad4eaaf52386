#include "detect/link_lookalike.h"

#include "detect/capitals.h"
#include "detect/family.h"
#include "detect/organisation.h"
#include "detect/redirect.h"
#include "detect/sisters.h"

/* URLs within an unknown site's query that are looked at for look-alikes. */
#define PARAMETERS 4
/* Of a link's text, attribute and URL, in front: what is longer is no name. */
#define CAPITALS_BYTES 300

static const struct catalogue *catalogue_of(const struct link_context *context)
{
	return context->judge->catalogue;
}

/* A brand's label alone in front of a stranger's domain is worth a word where the mail names that brand. */
static bool is_named_in_front(const struct link_context *context, const struct place *place,
			      const struct lookalike *found)
{
	if (!span_equal(span_of(found->rule), SPAN("subdomain")) ||
	    found->level_claimed == LEVEL_NONE ||
	    span_equal(place->registrable, context->sender_registrable))
		return false;
	for (size_t i = 0; i < context->named_count; i++)
		if (catalogue_affiliates(catalogue_of(context), context->named[i],
					 found->target.brand))
			return true;
	return false;
}

/* Genuine mail leads to rented names (brand.surveys.example); a near miss it never has. */
static bool is_rented(const struct link_context *context, const struct lookalike *found)
{
	return context->sender_official &&
	       (found->code == LINK_COMBOSQUAT || found->code == LINK_TLD_SWAP);
}

static void raise_lookalike(const struct link_case *c, const struct place *place,
			    const struct lookalike *found, enum level level)
{
	const struct link_context *context = c->context;
	struct finding *f;

	if (level == LEVEL_NONE)
		return;
	f = link_raise(c, found->code, level, found->target.brand, place);
	f->evidence[EVIDENCE_IMITATES] =
	    catalogue_registrable(catalogue_of(context), found->target.name);
	f->evidence[EVIDENCE_RULE] = span_of(found->rule);
	memcpy(f->diffs, found->diffs, sizeof(f->diffs));
	f->diff_count = found->diff_count;
}

static void weigh(const struct link_context *context, const struct place *place,
		  const struct lookalike *found, size_t count, enum level levels[static LOOKALIKES])
{
	for (size_t i = 0; i < count; i++) {
		brand_ref brand = found[i].target.brand;
		bool claimed = brand != BRAND_NONE && !is_rented(context, &found[i]) &&
			       link_context_claims(context, brand);

		levels[i] = family_level(catalogue_of(context), &found[i], claimed,
					 place->url.hostname.ascii);
		if (levels[i] == LEVEL_NONE && is_named_in_front(context, place, &found[i]))
			levels[i] = LEVEL_NOTICE;
	}
	family_settle(levels, count);
}

void link_lookalike_check(const struct link_case *c, const struct place *place)
{
	const struct link_context *context = c->context;
	struct lookalike found[LOOKALIKES];
	const struct lookalike *seen = found;
	enum level levels[LOOKALIKES];
	size_t count;

	if (place->official != BRAND_NONE)
		return;
	if (context->seen) {
		count = seen_lookalikes(context->seen, &place->url.hostname, &seen);
	} else {
		count = context->sender_official ? 0 : context->claimed_count;
		count = lookalike_find_claimed(
		    catalogue_of(context), context->arena, &place->url.hostname,
		    claimed_read(catalogue_of(context), context->arena, context->claimed, count),
		    count, NULL, found);
		count = sisters_merge(catalogue_of(context), context->claimed,
				      context->claimed_count, found, count);
	}
	weigh(context, place, seen, count, levels);
	for (size_t i = 0; i < count; i++)
		raise_lookalike(c, place, &seen[i], levels[i]);
}

/* What the link's text or attribute shows reads like an official name: paypaI.com. */
void link_capitals_check(const struct link_case *c, const struct place *place)
{
	const struct span written[] = {c->link->raw, c->link->text, c->link->url};
	const struct catalogue *catalogue = catalogue_of(c->context);

	for (size_t i = 0; i < sizeof(written) / sizeof(*written); i++) {
		struct span name = place->official == BRAND_NONE
				       ? capitals_read(c->context->arena,
						       span_slice(written[i], 0, CAPITALS_BYTES),
						       place->url.hostname.ascii)
				       : (struct span){0};
		brand_ref brand = name.len ? organisation_brand(catalogue, name) : BRAND_NONE;
		struct finding *f;

		if (brand == BRAND_NONE)
			continue;
		f = link_raise(c, LINK_LOOKALIKE_TYPO, LEVEL_DANGER, brand, place);
		f->evidence[EVIDENCE_IMITATES] = catalogue_registrable(catalogue, name);
		f->evidence[EVIDENCE_RULE] = SPAN("skeleton");
		f->diffs[0] = (struct evidence_diff){SPAN("I"), SPAN("l")};
		f->diff_count = 1;
		return;
	}
}

/* An unknown site's own redirects: what their URLs name is looked at only for look-alikes. */
void link_parameters_check(const struct link_case *c, const struct place *place)
{
	const struct link_context *context = c->context;
	struct span targets[PARAMETERS];
	size_t count = redirect_parameters(context->arena, &place->url, targets, PARAMETERS);

	for (size_t i = 0; i < count; i++) {
		struct url url;
		struct place named;

		if (!effort_take(context->idna, effort_idna(targets[i])))
			return;
		url = url_parse(context->arena, targets[i]);
		if (url.kind != URL_SPECIAL)
			continue;
		named = place_of(context, &url);
		named.destination = true;
		link_lookalike_check(c, &named);
	}
}
