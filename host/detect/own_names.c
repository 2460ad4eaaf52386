#include "detect/own_names.h"

#include "detect/combo_words.h"
#include "detect/nearness.h"
#include "text/fold.h"

/* Nobody strings more of a brand's names together. */
#define OWN_NAMES 3
/* Shorter names have a neighbour by accident even here. */
#define MISSPELLED_LETTERS 5

/* A strong alias of the brand's, or of its house. */
static bool is_alias(const struct suspect *suspect, struct span key, brand_ref brand)
{
	struct alias_hit aliases[ALIAS_HITS];
	size_t count = catalogue_alias(suspect->catalogue, key, aliases);

	for (size_t i = 0; i < count; i++)
		if (!aliases[i].weak &&
		    catalogue_affiliates(suspect->catalogue, aliases[i].brand, brand))
			return true;
	return false;
}

static bool is_of_house(const struct suspect *suspect, const struct domain_hit *hit,
			brand_ref brand)
{
	return hit->brand != BRAND_NONE && !target_is_shared(hit) &&
	       catalogue_affiliates(suspect->catalogue, hit->brand, brand) &&
	       !combo_word_tell(suspect->catalogue, hit->label);
}

/* How a token beside a brand's name may name that brand, or one of its house: a label of its (vpass), one misspelled or
 * without its hyphen (lcloud, smbccard), or an alias (primevideo). Misspelled, any letter counts: what stands beside it
 * says whose name it is. */
static bool names_house(const struct suspect *suspect, const struct token *token, brand_ref brand)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = suspect_equal_brands(suspect, token->skeleton, hits);

	for (size_t i = 0; i < count; i++)
		if (is_of_house(suspect, &hits[i], brand))
			return true;
	if (is_alias(suspect, fold_key(suspect->arena, token->shown), brand))
		return true;
	count = suspect_near_brands(suspect, token->skeleton, hits);
	for (size_t i = 0; i < count; i++) {
		bool doubtful;
		struct edit edit =
		    nearness(suspect, token->shown, token->skeleton, &hits[i], &doubtful);

		if (edit.kind != EDIT_FAR &&
		    target_length(suspect, &hits[i]) >= MISSPELLED_LETTERS &&
		    is_of_house(suspect, &hits[i], brand))
			return true;
	}
	return false;
}

/* Two different names of one house (appleid-apple.com), the token `at` being one of them, or an alias that the label
 * spells (dhl-express.top). */
static bool names_twice(const struct suspect *suspect, size_t from, size_t end, size_t at,
			brand_ref brand)
{
	struct builder joined = {.arena = suspect->arena};
	const struct token *named = &suspect->tokens[at];

	for (size_t i = from; i < end; i++) {
		const struct token *token = &suspect->tokens[i];

		builder_add(&joined, token->shown);
		if (!span_equal(token->skeleton, named->skeleton) &&
		    names_house(suspect, token, brand))
			return true;
	}
	return is_alias(suspect, fold_key(suspect->arena, builder_span(&joined)), brand);
}

static void match_at(const struct suspect *suspect, size_t from, size_t end, size_t at,
		     struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = suspect_equal_brands(suspect, suspect->tokens[at].skeleton, hits);

	for (size_t i = 0; i < count; i++)
		if (hits[i].brand != BRAND_NONE && is_of_house(suspect, &hits[i], hits[i].brand) &&
		    names_twice(suspect, from, end, at, hits[i].brand))
			matches_add(matches, &(struct match){
						 .found =
						     {
							 .code = LINK_COMBOSQUAT,
							 .level = LEVEL_WARNING,
							 .level_claimed = LEVEL_DANGER,
							 .target = hits[i],
							 .rule = "token",
						     },
					     });
}

void own_names_match(const struct suspect *suspect, size_t from, size_t end,
		     struct matches *matches)
{
	if (end - from < 2 || end - from > OWN_NAMES || suspect->tenant ||
	    !suspect->tokens[from].registrable)
		return;
	for (size_t i = from; i < end; i++)
		match_at(suspect, from, end, i, matches);
}
