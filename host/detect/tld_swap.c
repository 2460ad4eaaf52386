#include "detect/matcher.h"

/* Strangers share such short labels; only a claim makes them telling. */
#define SHORT_LABEL 3

/* An internationalised suffix that reads like the genuine one. */
static bool reads_like(const struct suspect *suspect, struct span genuine)
{
	struct span suffix;

	if (!span_starts(suspect->suffix, SPAN("xn--")))
		return false;
	suffix = hostname_parse(suspect->arena, suspect->suffix).unicode;
	return span_equal(skeleton_of(suspect->arena, suffix), skeleton_of(suspect->arena, genuine));
}

void tld_swap_match(const struct suspect *suspect, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = suspect_equal(suspect, suspect->skeletons[0], hits);

	for (size_t i = 0; i < count; i++) {
		struct match match = {
			.found = {
				.code = LINK_TLD_SWAP, .level = LEVEL_NOTICE,
				.level_claimed = LEVEL_WARNING, .target = hits[i], .rule = "suffix",
			},
		};

		if (!span_equal(hits[i].label, suspect->label))
			continue;
		if (reads_like(suspect, target_suffix(suspect, &hits[i]))) {
			match.found.code = LINK_LOOKALIKE_IDN;
			match.found.level = match.found.level_claimed = LEVEL_DANGER;
		} else if (target_length(suspect, &hits[i]) <= SHORT_LABEL) {
			match.found.level = LEVEL_NONE;
		} else if (hits[i].kind == LABEL_COINED && !suspect->tenant) {
			match.found.level = LEVEL_WARNING;
		}
		matches_add(matches, &match);
	}
}
