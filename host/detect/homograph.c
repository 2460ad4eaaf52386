#include "detect/matcher.h"

/* Labels this short are worn by strangers under other suffixes. */
#define SHORT_LABEL 3
/* A part of a name that looks like a label of fewer letters proves nothing. */
#define PART_LETTERS 5
#define PART_LETTERS_IDN 4

static void add_whole(const struct suspect *suspect, struct matches *matches,
		      const struct domain_hit *target)
{
	bool same = span_equal(target_suffix(suspect, target), suspect->suffix);
	size_t length = target_length(suspect, target);
	struct match match = {
	    .found =
		{
		    .code = suspect->plain ? LINK_LOOKALIKE_TYPO : LINK_LOOKALIKE_IDN,
		    .level = LEVEL_DANGER,
		    .level_claimed = LEVEL_DANGER,
		    .target = *target,
		    .rule = "skeleton",
		},
	    .seen = suspect->shown,
	    .same_suffix = same,
	};

	if (!same && length <= SHORT_LABEL)
		match.found.level = LEVEL_NOTICE;
	else if (!same && (length == SHORT_LABEL + 1 || target->kind == LABEL_WORD))
		match.found.level = LEVEL_WARNING;
	matches_add(matches, &match);
}

static void match_whole(const struct suspect *suspect, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];

	for (size_t n = 0; n < suspect->skeleton_count; n++) {
		size_t count = suspect_equal(suspect, suspect->skeletons[n], hits);

		for (size_t i = 0; i < count; i++)
			if (!span_equal(hits[i].label, suspect->label))
				add_whole(suspect, matches, &hits[i]);
	}
}

/* A disguised name among other words, or in a label further to the left. */
static void match_part(const struct suspect *suspect, const struct token *token,
		       struct matches *matches)
{
	struct span skeletons[SKELETON_MAX];
	struct domain_hit hits[DOMAIN_HITS];
	size_t least = token->plain ? PART_LETTERS : PART_LETTERS_IDN;
	size_t readings = skeleton_all(suspect->arena, token->shown, skeletons);

	for (size_t n = 0; n < readings; n++) {
		size_t count = suspect_equal(suspect, skeletons[n], hits);

		for (size_t i = 0; i < count; i++) {
			struct match match = {
			    .found =
				{
				    .code = token->plain ? LINK_LOOKALIKE_TYPO : LINK_LOOKALIKE_IDN,
				    .level =
					hits[i].kind == LABEL_WORD ? LEVEL_WARNING : LEVEL_DANGER,
				    .level_claimed = LEVEL_DANGER,
				    .target = hits[i],
				    .rule = "skeleton-part",
				},
			    .seen = token->shown,
			};

			if (!span_equal(target_label(suspect, &hits[i]), token->shown) &&
			    target_length(suspect, &hits[i]) >= least)
				matches_add(matches, &match);
		}
	}
}

void homograph_match(const struct suspect *suspect, struct matches *matches)
{
	match_whole(suspect, matches);
	for (size_t i = 0; i < suspect->token_count && suspect_affords(suspect, 2); i++)
		if (!span_equal(suspect->tokens[i].shown, suspect->shown))
			match_part(suspect, &suspect->tokens[i], matches);
}
