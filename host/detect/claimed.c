#include "detect/nearness.h"

/* Labels of the brand that are compared; a house that spans countries has the same one in each. */
#define LABELS 16
/* Tokens that are compared: nobody reads further. */
#define TOKENS 16
/* What it costs to read a brand's labels. */
#define BRAND_UNITS 400

/* The brand's domains with different labels. */
static size_t labels_of(const struct suspect *suspect, brand_ref brand,
			struct domain_hit out[static LABELS])
{
	const struct catalogue *catalogue = suspect->catalogue;
	size_t domains = catalogue_list_length(catalogue, brand, BRAND_WEB_DOMAINS), count = 0;

	for (size_t i = 0; i < domains && count < LABELS; i++) {
		struct span name = catalogue_list_at(catalogue, brand, BRAND_WEB_DOMAINS, i);
		struct domain_hit hits[DOMAIN_HITS];
		size_t found = catalogue_domain(catalogue, name, hits), same = 0;

		for (size_t n = 0; n < found; n++) {
			if (hits[n].brand != brand)
				continue;
			while (same < count && !span_equal(out[same].label, hits[n].label))
				same++;
			if (same == count && count < LABELS)
				out[count++] = hits[n];
		}
	}
	return count;
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

void claimed_match(const struct suspect *suspect, brand_ref brand, struct matches *matches)
{
	struct arena *arena = suspect->arena;
	struct domain_hit labels[LABELS];
	struct span compact[LABELS], whole = nearness_compact(arena, suspect->skeletons[0]);
	size_t count;

	if (!suspect_affords(suspect, BRAND_UNITS + suspect->token_count))
		return;
	count = labels_of(suspect, brand, labels);
	for (size_t i = 0; i < count; i++) {
		compact[i] =
		    nearness_compact(arena, skeleton_of(arena, target_label(suspect, &labels[i])));
		if (nearness_two(whole, compact[i]))
			add(suspect, suspect->shown, &labels[i], matches);
	}
	for (size_t t = 0; t < suspect->token_count && t < TOKENS; t++) {
		const struct token *token = &suspect->tokens[t];
		struct span seen = nearness_compact(arena, token->skeleton);

		for (size_t i = 0; i < count; i++)
			if (nearness_two(seen, compact[i]))
				add(suspect, token->shown, &labels[i], matches);
	}
}
