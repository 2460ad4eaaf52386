#include "detect/combo_words.h"
#include "detect/nearness.h"
#include "detect/suffix.h"

#include "text/utf8.h"

/* Shorter labels have a neighbour in every dictionary: only equal skeletons count for them. */
#define NEAR_LETTERS 5
/* A word of so many letters has no other word beside it. */
#define LONG_WORD 7
/* A hyphen and a slip in a label of so many letters are no accident. */
#define HYPHENED_LETTERS 10
/* What it costs to look a name up with other letters in one place. */
#define PAIR_UNITS 20

/* Names that serve a brand's own pages (gstatic, fbcdn): nobody types or reads them. */
static bool serves_pages(const struct catalogue *catalogue, struct span label)
{
	struct hostname_place place = {0};
	struct span word;
	unsigned kinds;

	while (catalogue_hostname_word_beside(catalogue, HOSTNAME_SERVING, label, &place, &word,
					      &kinds))
		if (span_ends(label, word))
			return true;
	return false;
}

/* Under another suffix, somebody's own name is likelier in another country, and the shorter it is. */
static bool is_own_name(const struct suspect *suspect, const struct domain_hit *target)
{
	bool everywhere = span_equal(suspect->suffix, SPAN("com")) &&
			  target_length(suspect, target) > COINED_LETTERS;

	return target_is_abroad(suspect, target) ||
	       (suspect->shown.len < target->label.len && !everywhere &&
		!suffix_is_throwaway(suspect->catalogue, suspect->suffix));
}

/* How easily strangers come to a name that differs so. */
enum chance {
	CHANCE_NONE, /* no word is written so */
	CHANCE_SOME,
	CHANCE_LIKELY,
};

static enum level level_of(const struct suspect *suspect, const struct domain_hit *target,
			   enum chance chance)
{
	bool same = span_equal(target_suffix(suspect, target), suspect->suffix);
	size_t length = target_length(suspect, target);
	bool coined = target->kind == LABEL_COINED && length >= COINED_LETTERS;
	enum level level = coined ? LEVEL_DANGER : LEVEL_WARNING;

	if (serves_pages(suspect->catalogue, target->label) ||
	    (chance == CHANCE_LIKELY && !(coined && same)))
		return LEVEL_NOTICE;
	if (target->kind == LABEL_WORD && !(same && (length >= LONG_WORD || chance == CHANCE_NONE)))
		return LEVEL_NOTICE;
	if (suspect->tenant)
		level = level_below(level);
	if (!same && level > LEVEL_NOTICE)
		level = is_own_name(suspect, target) ? LEVEL_NOTICE : level_below(level);
	return level;
}

static void add_at(const struct suspect *suspect, struct matches *matches,
		   const struct domain_hit *target, const char *rule, enum level level)
{
	if (target_length(suspect, target) < NEAR_LETTERS)
		return;
	matches_add(matches,
		    &(struct match){
			.found =
			    {
				.code = LINK_LOOKALIKE_TYPO,
				.level = level,
				.level_claimed = LEVEL_DANGER,
				.target = *target,
				.rule = rule,
			    },
			.seen = suspect->shown,
			.same_suffix = span_equal(target_suffix(suspect, target), suspect->suffix),
		    });
}

static void add(const struct suspect *suspect, struct matches *matches,
		const struct domain_hit *target, const char *rule, enum chance chance)
{
	add_at(suspect, matches, target, rule, level_of(suspect, target, chance));
}

static const char *rule_of(struct edit edit)
{
	if (edit.kind == EDIT_SWAP)
		return "swap";
	if (edit.kind == EDIT_SUBSTITUTE)
		return "edit";
	return span_equal(edit.a, SPAN("-")) || span_equal(edit.b, SPAN("-")) ? "hyphen" : "edit";
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Two figures side by side are a number (de17a). */
static bool has_number(struct span text)
{
	for (size_t i = 1; i < text.len; i++)
		if (is_digit(text.ptr[i - 1]) && is_digit(text.ptr[i]))
			return true;
	return false;
}

static enum chance chance_of(const struct suspect *suspect, struct edit edit, bool doubtful)
{
	/* All names of four letters are somebody's. */
	if (doubtful || utf8_length(suspect->shown) < NEAR_LETTERS)
		return CHANCE_LIKELY;
	/* A figure that passes for a letter: am4zon. */
	return nearness_alike(edit) && is_digit(edit.a.ptr[0]) && !has_number(suspect->shown)
		   ? CHANCE_NONE
		   : CHANCE_SOME;
}

static void match_edit(const struct suspect *suspect, struct span skeleton, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = suspect_near(suspect, skeleton, hits);

	for (size_t i = 0; i < count; i++) {
		bool doubtful;
		struct edit edit = nearness(suspect, suspect->shown, skeleton, &hits[i], &doubtful);

		if (edit.kind != EDIT_FAR && edit.kind != EDIT_NONE)
			add(suspect, matches, &hits[i], rule_of(edit),
			    chance_of(suspect, edit, doubtful));
	}
}

static char target_end(const struct suspect *suspect, const struct domain_hit *target)
{
	struct span skeleton = skeleton_of(suspect->arena, target_label(suspect, target));

	return skeleton.len ? skeleton.ptr[skeleton.len - 1] : '\0';
}

static enum level not_danger(enum level level)
{
	return level == LEVEL_DANGER ? LEVEL_WARNING : level;
}

/* Hyphens put in, several of them too; and one letter more amiss in a long coined label (kuroneko-yamoto). */
static void match_hyphens(const struct suspect *suspect, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];
	struct span joined = without_byte(suspect->arena, suspect->skeletons[0], '-');
	size_t count;

	if (joined.len == suspect->skeletons[0].len)
		return;
	count = suspect_equal(suspect, joined, hits);
	for (size_t i = 0; i < count; i++)
		add(suspect, matches, &hits[i], "hyphen", CHANCE_SOME);
	if (count > 0 || joined.len < HYPHENED_LETTERS || !suspect->plain)
		return;
	count = suspect_near(suspect, joined, hits);
	for (size_t i = 0; i < count; i++) {
		bool doubtful;
		struct edit edit =
		    nearness(suspect, without_byte(suspect->arena, suspect->shown, '-'), joined,
			     &hits[i], &doubtful);

		/* Another last letter makes another word: aozora-band. */
		if (edit.kind != EDIT_FAR && !doubtful && hits[i].kind == LABEL_COINED &&
		    target_length(suspect, &hits[i]) >= HYPHENED_LETTERS &&
		    joined.ptr[joined.len - 1] == target_end(suspect, &hits[i]))
			add_at(suspect, matches, &hits[i], "edits",
			       not_danger(level_of(suspect, &hits[i], CHANCE_SOME)));
	}
}

/* Two letters that pass for one at a glance, beyond what skeletons know (rn, vv). */
struct pair {
	struct span from, to;
	bool equal; /* read as one as easily as rn is read as m */
};

static enum level pair_level(const struct suspect *suspect, const struct domain_hit *target,
			     const struct pair *pair)
{
	if (!pair->equal)
		return level_of(suspect, target, CHANCE_SOME);
	return span_equal(target_suffix(suspect, target), suspect->suffix) ? LEVEL_DANGER
									   : LEVEL_WARNING;
}

static void match_pair(const struct suspect *suspect, const struct pair *pair,
		       struct matches *matches)
{
	struct span text = suspect->shown, from = pair->from;

	for (size_t at = 0; at + from.len <= text.len; at++) {
		struct builder swapped = {.arena = suspect->arena};
		struct domain_hit hits[DOMAIN_HITS];
		size_t count;

		if (memcmp(text.ptr + at, from.ptr, from.len) != 0)
			continue;
		if (!suspect_affords(suspect, PAIR_UNITS))
			return;
		builder_add(&swapped, span_slice(text, 0, at));
		builder_add(&swapped, pair->to);
		builder_add(&swapped, span_slice(text, at + from.len, text.len));
		count = suspect_equal(suspect, skeleton_of(suspect->arena, builder_span(&swapped)),
				      hits);
		for (size_t i = 0; i < count; i++)
			add_at(suspect, matches, &hits[i], "pair",
			       pair_level(suspect, &hits[i], pair));
	}
}

/* Dots moved: xserverne.jp, xserver-ne.jp for xserver.ne.jp. All letters of both names are equal.
 */
static void match_dots(const struct suspect *suspect, struct matches *matches)
{
	struct arena *arena = suspect->arena;
	struct span label = without_byte(arena, suspect->skeletons[0], '-');
	struct builder whole = {.arena = arena};
	struct domain_hit hits[DOMAIN_HITS];
	struct span all;

	builder_add(&whole, label);
	builder_add(&whole, without_byte(arena, skeleton_of(arena, suspect->suffix), '.'));
	all = builder_span(&whole);
	for (size_t cut = NEAR_LETTERS - 1; cut < label.len; cut++) {
		struct builder moved = {.arena = arena};
		size_t count;

		if (!catalogue_tail_is(suspect->catalogue, span_slice(all, cut, all.len)))
			continue;
		builder_add(&moved, span_slice(label, cut, label.len));
		builder_byte(&moved, '.');
		builder_add(&moved, suspect->suffix);
		count = suspect_equal_under(suspect, span_slice(all, 0, cut), builder_span(&moved),
					    hits);
		for (size_t i = 0; i < count; i++) {
			struct span suffix = skeleton_of(arena, target_suffix(suspect, &hits[i]));

			if (span_equal(without_byte(arena, suffix, '.'),
				       span_slice(all, cut, all.len)))
				add(suspect, matches, &hits[i], "dot", CHANCE_SOME);
		}
	}
}

/* A dot put in: meta.mask.io. The label before the registrable domain belongs to it. */
static void match_dot_inside(const struct suspect *suspect, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];
	struct span front = suspect->front;
	struct builder joined = {.arena = suspect->arena};
	size_t dot = span_find_last(front, '.');
	size_t count;

	if (!front.len)
		return;
	builder_add(&joined, span_slice(front, dot == SPAN_NONE ? 0 : dot + 1, front.len));
	builder_add(&joined, suspect->shown);
	count = suspect_equal(suspect, skeleton_of(suspect->arena, builder_span(&joined)), hits);
	for (size_t i = 0; i < count; i++)
		if (span_equal(target_suffix(suspect, &hits[i]), suspect->suffix))
			add(suspect, matches, &hits[i], "dot", CHANCE_SOME);
}

/* wwwmetamask.io, www-metamask.io: the dot behind www is gone. */
static void match_www(const struct suspect *suspect, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];
	struct span rest = suspect->shown;
	size_t count;

	if (!span_starts(rest, SPAN("www")))
		return;
	rest = span_slice(rest, 3, rest.len);
	if (span_starts(rest, SPAN("-")))
		rest = span_slice(rest, 1, rest.len);
	count = suspect_equal(suspect, skeleton_of(suspect->arena, rest), hits);
	for (size_t i = 0; i < count; i++)
		add(suspect, matches, &hits[i], "dot", CHANCE_SOME);
}

/* The label is spelled like an official one, or is a word that any name may hold (direct, near directv): what it is
 * near to is no matter of spelling. */
static bool is_listed(const struct suspect *suspect)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_by_skeleton(suspect->catalogue, suspect->skeletons[0], hits);

	if (combo_word_tell(suspect->catalogue, suspect->label))
		return true;

	for (size_t i = 0; i < count; i++)
		if (span_equal(hits[i].label, suspect->label))
			return true;
	return false;
}

void typosquat_match(const struct suspect *suspect, struct matches *matches)
{
	static const struct pair pairs[] = {
	    {{"nn", 2}, {"m", 1}, true},  {{"m", 1}, {"nn", 2}, true},
	    {{"cl", 2}, {"d", 1}, false}, {{"d", 1}, {"cl", 2}, false},
	    {{"ii", 2}, {"u", 1}, false},
	};

	if (!suspect_affords(suspect, 4 * suspect->shown.len))
		return;
	match_dot_inside(suspect, matches);
	if (is_listed(suspect))
		return;
	for (size_t i = 0; i < suspect->skeleton_count; i++)
		match_edit(suspect, suspect->skeletons[i], matches);
	match_hyphens(suspect, matches);
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		match_pair(suspect, &pairs[i], matches);
	match_dots(suspect, matches);
	match_www(suspect, matches);
}
