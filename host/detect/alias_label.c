/*
 * A brand's Japanese name as a label (楽天カード.com, 国税庁.com): its domains are in Latin letters, so that no other
 * matcher holds the two against each other.
 */
#include "detect/matcher.h"

#include "detect/names.h"
#include "text/fold.h"
#include "text/utf8.h"

#define NAME_POINTS 4	/* shorter names are words */
#define HAN_POINTS 3	/* … where all are Han characters */
#define LABEL_UNITS 200 /* what it costs to read one label */

static bool has_cjk(const struct name_units *units)
{
	for (size_t i = 0; i < units->count; i++)
		if (units->at[i].cjk)
			return true;
	return false;
}

static bool is_said(const struct name_units *units)
{
	for (size_t i = 0; i < units->count; i++)
		if (!units->at[i].named && !units->at[i].role)
			return false;
	return true;
}

static bool is_short(struct span name)
{
	size_t points = utf8_length(name);
	bool han = true;

	while (name.len)
		han &= utf8_next(&name) >= 0x3400;
	return points < (han ? HAN_POINTS : NAME_POINTS);
}

/* The brand's first site stands for what the label passes for. */
static bool first_site(const struct catalogue *catalogue, brand_ref brand, struct domain_hit *out)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count =
	    catalogue_list_length(catalogue, brand, BRAND_WEB_DOMAINS)
		? catalogue_domain(catalogue,
				   catalogue_list_at(catalogue, brand, BRAND_WEB_DOMAINS, 0), hits)
		: 0;

	for (size_t i = 0; i < count; i++) {
		if (hits[i].brand == brand) {
			*out = hits[i];
			return true;
		}
	}
	return false;
}

static void match_label(const struct suspect *suspect, struct span label, const char *rule,
			struct matches *matches)
{
	const struct catalogue *catalogue = suspect->catalogue;
	struct match match = {.found = {.code = LINK_COMBOSQUAT,
					.level = LEVEL_WARNING,
					.level_claimed = LEVEL_DANGER,
					.rule = rule}};
	struct name_units units;
	struct name_hit hit;
	size_t from = 0;

	if (utf8_is_ascii(label) || !suspect_affords(suspect, LABEL_UNITS))
		return;
	units = names_split(suspect->arena, fold_text(suspect->arena, label).text);
	if (!has_cjk(&units) || !names_next(catalogue, &units, &from, &hit) ||
	    hit.alias.brand == BRAND_NONE)
		return;
	names_mark_roles(catalogue, suspect->arena, &units);
	if (!is_said(&units) || !first_site(catalogue, hit.alias.brand, &match.found.target))
		return;
	if (is_short(names_text(&units, hit.from, hit.to)))
		match.found.level = LEVEL_NOTICE;
	matches_add(matches, &match);
}

void alias_label_match(const struct suspect *suspect, struct matches *matches)
{
	struct span rest = suspect->front;

	match_label(suspect, suspect->shown, "token", matches);
	while (rest.len) {
		struct span label = span_slice(rest, 0, span_find(rest, '.'));

		match_label(suspect, label, "subdomain", matches);
		rest = span_slice(rest, label.len + 1, rest.len);
	}
}
