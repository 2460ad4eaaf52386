#include "detect/nearness.h"

/* Labels of the brand that are compared; a house that spans countries has the same one in each. */
#define LABELS 16
/* Tokens that are compared: nobody reads further. */
#define TOKENS 16
/* What it costs to hold a name against a brand's labels, and each of its tokens. */
#define BRAND_UNITS 24
#define TOKEN_UNITS 12

struct claimed_brand {
	brand_ref brand;
	struct domain_hit labels[LABELS]; /* the brand's domains with different labels */
	struct span compact[LABELS];	  /* … as they are compared */
	size_t count;
};

static void add_label(struct claimed_brand *claimed, const struct domain_hit *hit)
{
	for (size_t i = 0; i < claimed->count; i++)
		if (span_equal(claimed->labels[i].label, hit->label))
			return;
	if (claimed->count < LABELS)
		claimed->labels[claimed->count++] = *hit;
}

static void read_brand(const struct suspect *none, struct claimed_brand *claimed)
{
	const struct catalogue *catalogue = none->catalogue;
	size_t domains = catalogue_list_length(catalogue, claimed->brand, BRAND_WEB_DOMAINS);

	for (size_t i = 0; i < domains && claimed->count < LABELS; i++) {
		struct span name =
		    catalogue_list_at(catalogue, claimed->brand, BRAND_WEB_DOMAINS, i);
		struct domain_hit hits[DOMAIN_HITS];
		size_t found = catalogue_domain(catalogue, name, hits);

		for (size_t n = 0; n < found; n++)
			if (hits[n].brand == claimed->brand)
				add_label(claimed, &hits[n]);
	}
	for (size_t i = 0; i < claimed->count; i++)
		claimed->compact[i] = nearness_compact(
		    none->arena, skeleton_of(none->arena, target_label(none, &claimed->labels[i])));
}

struct claimed_brand *claimed_read(const struct catalogue *catalogue, struct arena *arena,
				   const brand_ref *brands, size_t count)
{
	const struct suspect none = {.catalogue = catalogue, .arena = arena};
	struct claimed_brand *claimed = count ? arena_array(arena, count, sizeof(*claimed)) : NULL;

	for (size_t i = 0; claimed && i < count; i++) {
		claimed[i].brand = brands[i];
		read_brand(&none, &claimed[i]);
	}
	return claimed;
}

static bool is_found(const struct matches *matches, brand_ref brand)
{
	for (size_t i = 0; i < matches->count; i++)
		if (matches->at[i].found.target.brand == brand)
			return true;
	return false;
}

static void add(const struct suspect *suspect, struct span seen, const struct domain_hit *target,
		struct matches *matches)
{
	matches_add(matches,
		    &(struct match){
			.found =
			    {
				.code = LINK_LOOKALIKE_TYPO,
				.level = LEVEL_NONE,
				.level_claimed = LEVEL_DANGER,
				.target = *target,
				.rule = "edits",
			    },
			.seen = seen,
			.same_suffix = span_equal(target_suffix(suspect, target), suspect->suffix),
		    });
}

static void match_brand(const struct suspect *suspect, const struct claimed_brand *claimed,
			struct matches *matches)
{
	struct span whole = nearness_compact(suspect->arena, suspect->skeletons[0]);

	for (size_t i = 0; i < claimed->count; i++)
		if (nearness_two(whole, claimed->compact[i]))
			add(suspect, suspect->shown, &claimed->labels[i], matches);
	for (size_t t = 0; t < suspect->token_count && t < TOKENS; t++) {
		const struct token *token = &suspect->tokens[t];
		struct span seen = nearness_compact(suspect->arena, token->skeleton);

		for (size_t i = 0; i < claimed->count; i++)
			if (nearness_two(seen, claimed->compact[i]))
				add(suspect, token->shown, &claimed->labels[i], matches);
	}
}

void claimed_match(const struct suspect *suspect, const struct claimed_brand *claimed, size_t count,
		   struct matches *matches)
{
	for (size_t i = 0; claimed && i < count; i++) {
		if (!suspect_affords(suspect, BRAND_UNITS + TOKEN_UNITS * suspect->token_count))
			return;
		if (!is_found(matches, claimed[i].brand))
			match_brand(suspect, &claimed[i], matches);
	}
}
