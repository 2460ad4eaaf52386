#include "detect/combo_words.h"
#include "detect/matcher.h"
#include "detect/suffix.h"

/* Strangers share such short labels; only a claim makes them telling. */
#define SHORT_LABEL 3

/* Only under an internationalised suffix that reads like its own is an entry of a plain list imitated so. */
static size_t labels_alike(const struct suspect *suspect,
			   struct domain_hit hits[static DOMAIN_HITS])
{
	return span_starts(suspect->suffix, SPAN("xn--"))
		   ? suspect_equal(suspect, suspect->skeletons[0], hits)
		   : suspect_equal_brands(suspect, suspect->skeletons[0], hits);
}

/* An internationalised suffix that reads like the genuine one. */
static bool reads_like(const struct suspect *suspect, struct span genuine)
{
	struct span suffix;

	if (!span_starts(suspect->suffix, SPAN("xn--")))
		return false;
	suffix = hostname_parse(suspect->arena, suspect->suffix).unicode;
	return span_equal(skeleton_of(suspect->arena, suffix),
			  skeleton_of(suspect->arena, genuine));
}

static struct span last_label(struct span ascii)
{
	return hostname_last_labels(ascii, 1);
}

/* The brand has sites under several top-level domains, and so under more than are listed. */
static bool is_widespread(const struct suspect *suspect, brand_ref brand)
{
	size_t count = brand == BRAND_NONE
			   ? 0
			   : catalogue_list_length(suspect->catalogue, brand, BRAND_WEB_DOMAINS);
	struct span first = {0};

	for (size_t i = 0; i < count; i++) {
		struct span top =
		    last_label(catalogue_list_at(suspect->catalogue, brand, BRAND_WEB_DOMAINS, i));

		if (i == 0)
			first = top;
		else if (!span_equal(first, top))
			return true;
	}
	return false;
}

/* login.gov, support.apple: the label is a word for what any site has, and no name of the brand's. */
static bool is_plain_word(const struct suspect *suspect, const struct domain_hit *target)
{
	return target->kind == LABEL_WORD &&
	       combo_word_tell(suspect->catalogue, suspect->label) != TELL_NOTHING;
}

/* How much a foreign suffix says of a coined label: a house that spans countries is soon found in
 * one more, and the users of a product have a site in theirs. */
static enum level level_of(const struct suspect *suspect, const struct domain_hit *target)
{
	if (suffix_is_national(suspect->catalogue, suspect->suffix) &&
	    (is_widespread(suspect, target->brand) || target_is_weak_name(suspect, target)))
		return LEVEL_NOTICE;
	return LEVEL_WARNING;
}

/* The label is a customer's name at a hoster's (sakura.sharepoint.com): whoever comes first gets it, and a hoster is no
 * suffix of the brand's. Words and names are taken by those whom they fit. */
static void add_tenant(const struct suspect *suspect, const struct domain_hit *target,
		       struct matches *matches)
{
	bool named = target->kind == LABEL_WORD || target_length(suspect, target) <= SHORT_LABEL ||
		     is_plain_word(suspect, target);

	matches_add(matches, &(struct match){
				 .found =
				     {
					 .code = LINK_COMBOSQUAT,
					 .level = named ? LEVEL_NONE : LEVEL_NOTICE,
					 .level_claimed = LEVEL_WARNING,
					 .target = *target,
					 .rule = "tenant",
				     },
			     });
}

void tld_swap_match(const struct suspect *suspect, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = labels_alike(suspect, hits);

	for (size_t i = 0; i < count; i++) {
		struct match match = {
		    .found =
			{
			    .code = LINK_TLD_SWAP,
			    .level = LEVEL_NOTICE,
			    .level_claimed = LEVEL_WARNING,
			    .target = hits[i],
			    .rule = "suffix",
			},
		};

		if (!span_equal(hits[i].label, suspect->label) || target_is_shared(&hits[i]))
			continue;
		if (suspect->tenant) {
			add_tenant(suspect, &hits[i], matches);
			continue;
		}
		if (reads_like(suspect, target_suffix(suspect, &hits[i]))) {
			match.found.code = LINK_LOOKALIKE_IDN;
			match.found.level = match.found.level_claimed = LEVEL_DANGER;
		} else if (target_length(suspect, &hits[i]) <= SHORT_LABEL ||
			   is_plain_word(suspect, &hits[i])) {
			match.found.level = LEVEL_NONE;
		} else if (hits[i].kind == LABEL_COINED) {
			match.found.level = level_of(suspect, &hits[i]);
		}
		matches_add(matches, &match);
	}
}
