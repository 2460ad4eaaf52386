#include "detect/nearness.h"

/* Fewer letters in front of another name are an accident, even with a suffix behind them. */
#define EMBEDDED_LETTERS 4
/* Glued to its suffix, a label that is a word makes another word (tele + com). */
#define TELLING_SUFFIX 4
/* Misspelled labels count from so many letters on. */
#define NEAR_LETTERS 5
/* … and a coined one with its suffix glued on needs so many letters in all. */
#define TELLING_LETTERS 8
/* Labels of so many hyphened parts are looked for. */
#define LABEL_TOKENS 3
/* … with suffixes of so many labels behind them. */
#define SUFFIX_TOKENS 2

/* Equal skeletons, an i passing for a j (co.ip): suffixes are skimmed, not read. */
static bool reads_like(struct span seen, struct span label)
{
	if (seen.len != label.len)
		return false;
	for (size_t i = 0; i < seen.len; i++)
		if (seen.ptr[i] != label.ptr[i] && !(seen.ptr[i] == 'i' && label.ptr[i] == 'j'))
			return false;
	return true;
}

/* How many tokens from `at` on spell `suffix`, a dot or hyphen for each of its dots; 0 when they do
 * not. *hyphened: a hyphen joins the first to what stands before. */
static size_t spell_suffix(const struct suspect *suspect, size_t at, struct span suffix,
			   bool *hyphened)
{
	size_t used = 0;

	*hyphened = at < suspect->token_count && !suspect->tokens[at].after_dot;
	while (suffix.len) {
		struct span label = span_slice(suffix, 0, span_find(suffix, '.'));

		suffix = span_slice(suffix, label.len + 1, suffix.len);
		if (at + used == suspect->token_count ||
		    !reads_like(suspect->tokens[at + used].skeleton,
				skeleton_of(suspect->arena, label)))
			return 0;
		used++;
	}
	return used;
}

/* May token `at` begin the suffix of some domain? Next to none does: so all that stands before others is looked up in
 * vain. */
static bool may_be_suffix(const struct suspect *suspect, size_t at)
{
	return at < suspect->token_count &&
	       catalogue_tail_begins(suspect->catalogue, suspect->tokens[at].skeleton);
}

static void add(struct matches *matches, const struct domain_hit *target, enum level level)
{
	matches_add(matches, &(struct match){
				 .found =
				     {
					 .code = LINK_BRAND_EMBEDDED,
					 .level = level,
					 .level_claimed = LEVEL_DANGER,
					 .target = *target,
					 .rule = "embedding",
				     },
			     });
}

/* The `count` tokens from `at` on, dots between them. */
static struct span suffix_of_tokens(const struct suspect *suspect, size_t at, size_t count)
{
	struct builder suffix = {.arena = suspect->arena};

	for (size_t i = at; i < at + count && i < suspect->token_count; i++) {
		if (i > at)
			builder_byte(&suffix, '.');
		builder_add(&suffix, suspect->tokens[i].shown);
	}
	return builder_span(&suffix);
}

/* How sure it is that tokens [from, end) and a suffix behind them spell `target`. */
static void add_spelled(const struct suspect *suspect, const struct domain_hit *target, size_t from,
			size_t end, struct matches *matches)
{
	struct span suffix = target_suffix(suspect, target);
	size_t length = target_length(suspect, target);
	bool hyphened, two_labels = span_find(suffix, '.') != SPAN_NONE;
	enum level level = LEVEL_DANGER;

	if (!spell_suffix(suspect, end, suffix, &hyphened))
		return;
	if (length < EMBEDDED_LETTERS && !(two_labels || !hyphened))
		return;
	if (length < EMBEDDED_LETTERS - 1)
		level = LEVEL_WARNING;
	if (hyphened && !two_labels && target->kind != LABEL_COINED)
		level = LEVEL_WARNING;
	/* The name that a tenant chose; nothing stands in front of another domain. */
	if (suspect->tenant && suspect->tokens[from].registrable)
		level = level_below(level);
	add(matches, target, level);
}

/* The label spelled by tokens [from, end), its suffix behind it: one that the brand is looked up
 * under, or one or two tokens that make another domain of its. */
static void match_spelled(const struct suspect *suspect, struct span label, size_t from, size_t end,
			  struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];

	for (size_t tokens = 0; tokens <= SUFFIX_TOKENS && end + tokens <= suspect->token_count;
	     tokens++) {
		struct span suffix = suffix_of_tokens(suspect, end, tokens);
		size_t count = suspect_equal_under(suspect, label, suffix, hits);

		for (size_t i = 0; i < count; i++)
			add_spelled(suspect, &hits[i], from, end, matches);
		if (!count)
			break;
	}
}

/* pay-pay.ne.jp.cn: hyphens put into the label, its suffix behind it. Joined, two words are a label by accident sooner
 * than one that stands there: of a word of everybody's that says nothing. */
static void match_hyphened(const struct suspect *suspect, struct span joined, size_t from,
			   size_t end, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];

	for (size_t tokens = 1; tokens <= SUFFIX_TOKENS; tokens++) {
		struct span suffix = suffix_of_tokens(suspect, end, tokens);
		size_t count = suspect_equal_under(suspect, joined, suffix, hits);

		for (size_t i = 0; i < count; i++)
			if (target_length(suspect, &hits[i]) >= NEAR_LETTERS &&
			    (tokens > 1 || hits[i].kind != LABEL_WORD))
				add_spelled(suspect, &hits[i], from, end, matches);
	}
}

/* How sure it is that token `at` is `target`'s label misspelled, its suffix behind it. */
static void add_misspelled(const struct suspect *suspect, const struct domain_hit *target,
			   size_t at, struct matches *matches)
{
	const struct token *token = &suspect->tokens[at];
	struct span suffix = target_suffix(suspect, target);
	bool hyphened, doubtful, two_labels = span_find(suffix, '.') != SPAN_NONE;
	struct edit edit = nearness(suspect, token->shown, token->skeleton, target, &doubtful);

	if (edit.kind == EDIT_FAR || target_length(suspect, target) < NEAR_LETTERS ||
	    !spell_suffix(suspect, at + 1, suffix, &hyphened))
		return;
	add(matches, target,
	    two_labels || target->kind == LABEL_COINED ? LEVEL_DANGER : LEVEL_WARNING);
}

/* amazn.co.jp.evil.example: the label misspelled, its suffix behind it. */
static void match_misspelled(const struct suspect *suspect, size_t at, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];

	for (size_t tokens = 0; tokens <= SUFFIX_TOKENS && at + 1 + tokens <= suspect->token_count;
	     tokens++) {
		struct span suffix = suffix_of_tokens(suspect, at + 1, tokens);
		size_t count =
		    suspect_near_under(suspect, suspect->tokens[at].skeleton, suffix, hits);

		for (size_t i = 0; i < count; i++)
			add_misspelled(suspect, &hits[i], at, matches);
		if (!count)
			break;
	}
}

/* youtube under another suffix is the brand's own label there, and no youtu.be. */
static bool has_label_as_well(const struct suspect *suspect, const struct token *token,
			      brand_ref brand)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = token->registrable && brand != BRAND_NONE
			   ? suspect_equal_brands(suspect, token->skeleton, hits)
			   : 0;

	for (size_t i = 0; i < count; i++)
		if (hits[i].brand == brand && span_equal(hits[i].label, suspect->label))
			return true;
	return false;
}

/* metamaskio.example, xservernejp.example: label and suffix in one token. */
static void match_glued(const struct suspect *suspect, const struct token *token,
			struct matches *matches)
{
	struct arena *arena = suspect->arena;
	struct domain_hit hits[DOMAIN_HITS];

	for (size_t cut = EMBEDDED_LETTERS; cut + 1 < token->skeleton.len; cut++) {
		struct span rest = span_slice(token->skeleton, cut, token->skeleton.len);
		size_t count;

		if (!catalogue_tail_is(suspect->catalogue, rest))
			continue;
		count = suspect_equal_under(suspect, span_slice(token->skeleton, 0, cut),
					    (struct span){0}, hits);
		for (size_t i = 0; i < count; i++) {
			struct span suffix =
			    without_byte(arena, target_suffix(suspect, &hits[i]), '.');
			size_t length = target_length(suspect, &hits[i]);
			bool coined =
			    hits[i].kind == LABEL_COINED && length + suffix.len >= TELLING_LETTERS;
			enum level level = coined ? LEVEL_WARNING : LEVEL_NOTICE;

			if (!span_equal(skeleton_of(arena, suffix), rest) ||
			    length < EMBEDDED_LETTERS ||
			    has_label_as_well(suspect, token, hits[i].brand))
				continue;
			if (suffix.len >= TELLING_SUFFIX)
				level = LEVEL_DANGER;
			if (suspect->tenant && token->registrable)
				level = level_below(level);
			add(matches, &hits[i], level);
		}
	}
}

/* Tokens [from, from + count) with dots between them. *hyphened: a hyphen stands there in the name. */
static struct span dotted(const struct suspect *suspect, size_t from, size_t count, bool *hyphened)
{
	*hyphened = false;
	for (size_t i = from + 1; i < from + count; i++)
		*hyphened |= !suspect->tokens[i].after_dot;
	return suffix_of_tokens(suspect, from, count);
}

/* How sure it is that the name written by tokens from `from` on is `target`'s. */
static enum level shared_level(const struct suspect *suspect, size_t from,
			       const struct domain_hit *target, bool hyphened, bool two_labels)
{
	size_t length = target_length(suspect, target);
	enum level level = LEVEL_DANGER;

	if (hyphened && !two_labels && (length < NEAR_LETTERS || target->brand == BRAND_NONE))
		return LEVEL_NONE;
	if (length < EMBEDDED_LETTERS - 1 ||
	    (hyphened && !two_labels && target->kind != LABEL_COINED))
		level = LEVEL_WARNING;
	return suspect->tenant && suspect->tokens[from].registrable ? level_below(level) : level;
}

/* gmail.com.evil.example: a domain below which everybody has a mailbox or pages is official for none of them, but in
 * front of another it lies like any other name. It is looked up as it is written: its label may be anybody's word. */
static void match_shared(const struct suspect *suspect, size_t from, struct matches *matches)
{
	const unsigned shared = DOMAIN_USER_CONTENT | DOMAIN_FREEMAIL;
	struct domain_hit hits[DOMAIN_HITS];

	for (size_t tokens = 2;
	     tokens <= 1 + SUFFIX_TOKENS && from + tokens <= suspect->token_count; tokens++) {
		bool hyphened, branded = false;
		struct span name = dotted(suspect, from, tokens, &hyphened);
		size_t count = catalogue_domain(suspect->catalogue, name, hits);

		for (size_t i = 0; i < count; i++)
			branded |= hits[i].brand != BRAND_NONE;
		for (size_t i = 0; i < count; i++) {
			enum level level =
			    shared_level(suspect, from, &hits[i], hyphened, tokens > 2);

			if ((hits[i].roles & shared) && (hits[i].brand != BRAND_NONE) == branded &&
			    level > LEVEL_NONE)
				add(matches, &hits[i], level);
		}
	}
}

void target_embedding_match(const struct suspect *suspect, struct matches *matches)
{
	for (size_t from = 0; from < suspect->token_count; from++) {
		struct builder label = {.arena = suspect->arena};
		struct builder joined = {.arena = suspect->arena};
		bool followed;

		if (!suspect_affords(suspect, 12 + 3 * suspect->tokens[from].skeleton.len))
			return;
		for (size_t end = from; end < suspect->token_count && end < from + LABEL_TOKENS;
		     end++) {
			if (end > from && suspect->tokens[end].after_dot)
				break;
			if (end > from)
				builder_byte(&label, '-');
			builder_add(&label, suspect->tokens[end].skeleton);
			builder_add(&joined, suspect->tokens[end].skeleton);
			if (!may_be_suffix(suspect, end + 1))
				continue;
			match_spelled(suspect, builder_span(&label), from, end + 1, matches);
			if (end > from)
				match_hyphened(suspect, builder_span(&joined), from, end + 1,
					       matches);
		}
		followed = may_be_suffix(suspect, from + 1);
		if (followed && !(suspect->tenant && suspect->tokens[from].registrable))
			match_misspelled(suspect, from, matches);
		match_glued(suspect, &suspect->tokens[from], matches);
		if (followed)
			match_shared(suspect, from, matches);
	}
}
