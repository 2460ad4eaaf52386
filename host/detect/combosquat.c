#include "detect/combo_words.h"
#include "detect/nearness.h"
#include "detect/own_names.h"
#include "detect/suffix.h"

/* Shorter labels are met inside other names by accident. */
#define COMBO_LETTERS 5
#define HYPHENED_LETTERS 4
#define SLIP_LETTERS 6
/* A word of so many letters is no part of another. */
#define LONG_WORD 6
/* A label without a vowel in so many letters is no word's. */
#define ODD_LETTERS 5
/* What is looked at of a token whose ends are words: the token itself and each way of taking one to four of them off
 * (securemetamasklogin). */
#define CORES 16
/* What it costs to find what is left of a token without a word, and to look it up. */
#define CORE_UNITS 24

/* One label's tokens [from, end). */
struct group {
	size_t from, end;
	enum tell tell; /* the most telling of them */
};

/* What is left of a token after words were taken off its ends. */
struct core {
	struct span text;
	enum tell tell;
	bool about; /* … of those who write about a brand */
};

static enum tell most(enum tell a, enum tell b)
{
	return a > b ? a : b;
}

static enum level level_of(const struct suspect *suspect, const struct domain_hit *target,
			   enum tell tell, bool glued)
{
	enum label_kind kind = target->kind;
	size_t length = target_length(suspect, target);

	/* Some brands are called mail, post or login: words among words. */
	if (length < HYPHENED_LETTERS || (glued && length < COMBO_LETTERS) ||
	    combo_word_tell(suspect->catalogue, target->label))
		return LEVEL_NONE;
	if (kind == LABEL_COINED) {
		enum tell least = glued ? TELL_MILD : TELL_PLAIN;

		if (glued && tell < TELL_STRONG && target_is_abroad(suspect, target))
			return LEVEL_NOTICE;
		return tell >= least ? LEVEL_WARNING : LEVEL_NOTICE;
	}
	if (kind == LABEL_WORD)
		return tell == TELL_STRONG && (!glued || length >= LONG_WORD) ? LEVEL_WARNING
									      : LEVEL_NOTICE;
	/* Initials (smbc, mufg): hyphened, they are tokens of their own. */
	return tell == TELL_STRONG || (tell == TELL_MILD && !glued && length == HYPHENED_LETTERS)
		   ? LEVEL_WARNING
		   : LEVEL_NOTICE;
}

/* `token`: where the name stands, in the registrable domain or in front of it. */
static void add(const struct suspect *suspect, struct matches *matches, const struct token *token,
		struct span skeleton, enum tell tell, bool glued)
{
	struct domain_hit hits[DOMAIN_HITS];
	/* Beside other words the entries of plain lists are anybody's. */
	size_t count = tell == TELL_STRONG ? suspect_equal(suspect, skeleton, hits)
					   : suspect_equal_brands(suspect, skeleton, hits);

	for (size_t i = 0; i < count; i++) {
		if (glued && target_is_shared(&hits[i]))
			continue;
		matches_add(matches, &(struct match){
					 .found =
					     {
						 .code = LINK_COMBOSQUAT,
						 .level = level_of(suspect, &hits[i], tell, glued),
						 .level_claimed = LEVEL_DANGER,
						 .target = hits[i],
						 .rule = token->registrable ? "token" : "subdomain",
					     },
					 .same_suffix = span_equal(target_suffix(suspect, &hits[i]),
								   suspect->suffix),
				     });
	}
}

/* Unless it is there: words at both ends come off in either order. */
static void add_core(struct core core, struct core cores[CORES], size_t *count)
{
	for (size_t i = 0; i < *count; i++) {
		if (cores[i].text.ptr == core.text.ptr && cores[i].text.len == core.text.len) {
			cores[i].tell = most(cores[i].tell, core.tell);
			cores[i].about |= core.about;
			return;
		}
	}
	if (*count < CORES)
		cores[(*count)++] = core;
}

/* Adds what is left of `core` without `word` at its front or end. */
static void strip_word(const struct catalogue *catalogue, struct core core, struct span word,
		       enum tell tell, struct core cores[CORES], size_t *count)
{
	struct span text = core.text;

	if (text.len < word.len + HYPHENED_LETTERS ||
	    !(span_starts(text, word) || span_ends(text, word)))
		return;
	core.tell = most(core.tell, tell);
	core.about |= combo_word_is_about(catalogue, word);
	core.text = span_slice(text, word.len, text.len);
	if (span_starts(text, word))
		add_core(core, cores, count);
	core.text = span_slice(text, 0, text.len - word.len);
	if (span_ends(text, word))
		add_core(core, cores, count);
}

static void strip_words(const struct catalogue *catalogue, struct core core,
			struct core cores[CORES], size_t *count)
{
	struct hostname_place place = {0};
	struct span word;
	enum tell tell;

	while (core.text.len > HYPHENED_LETTERS &&
	       combo_word_beside(catalogue, core.text, &place, &word, &tell))
		strip_word(catalogue, core, word, tell, cores, count);
}

static struct span strip_digits(struct span text)
{
	while (text.len && text.ptr[text.len - 1] >= '0' && text.ptr[text.len - 1] <= '9')
		text.len--;
	while (text.len && text.ptr[0] >= '0' && text.ptr[0] <= '9')
		text = span_slice(text, 1, text.len);
	return text;
}

/* disneyinfoblog: words about accounts mean little beside a word for writing about a brand. */
static enum tell tell_of(const struct core *core)
{
	return core->about && core->tell == TELL_MILD ? TELL_PLAIN : core->tell;
}

/* A brand's label with words glued to it: metamasksupport, securemetamasklogin. */
static void match_glued(const struct suspect *suspect, const struct token *token, enum tell tell,
			struct matches *matches)
{
	struct core cores[CORES] = {{token->shown, tell, false},
				    {strip_digits(token->shown), tell, false}};
	size_t count = cores[1].text.len < token->shown.len ? 2 : 1;

	for (size_t i = 0; i < count; i++)
		strip_words(suspect->catalogue, cores[i], cores, &count);
	for (size_t i = 1; i < count && suspect_affords(suspect, CORE_UNITS); i++)
		add(suspect, matches, token, skeleton_of(suspect->arena, cores[i].text),
		    tell_of(&cores[i]), true);
}

/* Brand labels of one or two tokens, with and without their hyphen, beside other tokens. */
static void match_tokens(const struct suspect *suspect, const struct group *group, size_t at,
			 struct matches *matches)
{
	const struct token *token = &suspect->tokens[at];
	struct builder joined = {.arena = suspect->arena}, glued = {.arena = suspect->arena};

	if (group->end - group->from > 1)
		add(suspect, matches, token, token->skeleton, group->tell, false);
	if (at + 1 == group->end || group->end - group->from == 2)
		return;
	builder_add(&joined, token->skeleton);
	builder_byte(&joined, '-');
	builder_add(&joined, token[1].skeleton);
	add(suspect, matches, token, builder_span(&joined), group->tell, false);
	builder_add(&glued, token->skeleton);
	builder_add(&glued, token[1].skeleton);
	add(suspect, matches, token, builder_span(&glued), group->tell, false);
}

/* Letters and digits as no word has them: no vowel in five letters, five consonants in a row, digits
 * in several places. */
static bool is_odd(struct span label)
{
	size_t letters = 0, vowels = 0, run = 0, longest = 0, figures = 0;

	for (size_t i = 0; i < label.len; i++) {
		char c = label.ptr[i];
		bool digit = c >= '0' && c <= '9';

		if (c >= 'a' && c <= 'z')
			letters++;
		if (digit && (i == 0 || label.ptr[i - 1] < '0' || label.ptr[i - 1] > '9'))
			figures++;
		if (c < 'a' || c > 'z' || memchr("aeiouy", c, 6)) {
			vowels += c >= 'a' && c <= 'z';
			run = 0;
		} else if (++run > longest) {
			longest = run;
		}
	}
	return (letters >= ODD_LETTERS && vowels == 0) || longest >= ODD_LETTERS || figures > 1;
}

static enum level level_in_front(const struct suspect *suspect, const struct domain_hit *target,
				 enum tell tell)
{
	if (target_length(suspect, target) < COMBO_LETTERS ||
	    combo_word_tell(suspect->catalogue, target->label))
		return LEVEL_NONE;
	if (tell == TELL_STRONG || suffix_is_throwaway(suspect->catalogue, suspect->suffix))
		return LEVEL_WARNING;
	if (target->kind == LABEL_WORD)
		return LEVEL_NONE;
	return !suspect->tenant && target->kind == LABEL_COINED &&
		       !target_is_weak_name(suspect, target) && is_odd(suspect->label)
		   ? LEVEL_WARNING
		   : LEVEL_NOTICE;
}

/* A brand's label alone in front of somebody's domain: an attacker's, or a host named for the
 * product that runs on it (docusign.company.com). */
static void match_front_label(const struct suspect *suspect, const struct token *label,
			      enum tell tell, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = suspect_equal(suspect, label->skeleton, hits);

	for (size_t i = 0; i < count; i++) {
		if (target_is_shared(&hits[i]))
			continue;
		matches_add(matches, &(struct match){
					 .found =
					     {
						 .code = LINK_COMBOSQUAT,
						 .level = level_in_front(suspect, &hits[i], tell),
						 .level_claimed = LEVEL_DANGER,
						 .target = hits[i],
						 .rule = "subdomain",
					     },
				     });
	}
}

/* A slip in a name of so many letters tells beside a word about access: gooogle-login, amazom-login.top. One of six letters is
 * near to other words, so that it must be a coined one, or stand below a suffix that costs next to nothing. */
static bool tells_beside(const struct suspect *suspect, const struct domain_hit *target,
			 bool telling)
{
	size_t length = target_length(suspect, target);

	if (target->kind == LABEL_WORD)
		return false;
	return length >= COINED_LETTERS ||
	       (telling && length >= SLIP_LETTERS &&
		(target->kind == LABEL_COINED ||
		 suffix_is_throwaway(suspect->catalogue, suspect->suffix)));
}

/* A coined name misspelled: alone in front of another domain, or with telling words. */
static void match_misspelled(const struct suspect *suspect, const struct token *token,
			     enum tell tell, bool alone, struct matches *matches)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = suspect_near_brands(suspect, token->skeleton, hits);

	for (size_t i = 0; i < count; i++) {
		bool doubtful;
		struct edit edit =
		    nearness(suspect, token->shown, token->skeleton, &hits[i], &doubtful);
		bool telling = alone ? !token->registrable : tell == TELL_STRONG;

		if (edit.kind == EDIT_FAR || edit.kind == EDIT_NONE || doubtful ||
		    !tells_beside(suspect, &hits[i], telling && !alone))
			continue;
		matches_add(matches,
			    &(struct match){
				.found =
				    {
					.code = LINK_COMBOSQUAT,
					.level = telling && (hits[i].kind == LABEL_COINED ||
							     target_length(suspect, &hits[i]) <
								 COINED_LETTERS)
						     ? LEVEL_WARNING
						     : LEVEL_NOTICE,
					.level_claimed = LEVEL_DANGER,
					.target = hits[i],
					.rule = "token-edit",
				    },
			    });
	}
}

/* All tokens of a label as one. */
static struct token whole_label(const struct suspect *suspect, const struct group *group)
{
	struct builder shown = {.arena = suspect->arena}, skeleton = {.arena = suspect->arena};

	for (size_t i = group->from; i < group->end; i++) {
		if (i > group->from) {
			builder_byte(&shown, '-');
			builder_byte(&skeleton, '-');
		}
		builder_add(&shown, suspect->tokens[i].shown);
		builder_add(&skeleton, suspect->tokens[i].skeleton);
	}
	return (struct token){
	    .shown = builder_span(&shown),
	    .skeleton = builder_span(&skeleton),
	    .registrable = suspect->tokens[group->from].registrable,
	};
}

/* `tell`: how much the whole hostname tells. */
static void match_group(const struct suspect *suspect, const struct group *group, enum tell tell,
			struct matches *matches)
{
	bool alone = group->end - group->from == 1;
	struct token label = whole_label(suspect, group);

	if (!label.registrable) {
		match_front_label(suspect, &label, tell, matches);
		match_misspelled(suspect, &label, tell, true, matches);
	}
	own_names_match(suspect, group->from, group->end, matches);
	if (!alone) /* paysmbc-card: words glued to a label that has a hyphen itself */
		match_glued(suspect, &label, group->tell, matches);
	for (size_t i = group->from; i < group->end; i++) {
		match_tokens(suspect, group, i, matches);
		match_glued(suspect, &suspect->tokens[i], group->tell, matches);
		if (!alone)
			match_misspelled(suspect, &suspect->tokens[i], group->tell, false, matches);
	}
}

/* A label of its own before another domain that belongs behind one: com, co.jp. */
static bool is_stray_suffix(const struct suspect *suspect, size_t at)
{
	static const char *const labels[] = {"co", "com", "jp", "ne", "net", "or", "org"};

	if (suspect->tokens[at].registrable || at == 0)
		return false;
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (span_equal(suspect->tokens[at].shown, span_of(labels[i])))
			return true;
	return false;
}

void combosquat_match(const struct suspect *suspect, struct matches *matches)
{
	struct group group = {0};
	enum tell all = TELL_NOTHING;
	bool stray = false;

	for (size_t i = 0; i < suspect->token_count; i++) {
		all = most(all, combo_word_tell(suspect->catalogue, suspect->tokens[i].shown));
		stray |= is_stray_suffix(suspect, i);
	}
	if (stray)
		all = TELL_STRONG;
	for (size_t i = 1; i <= suspect->token_count; i++) {
		group.tell = most(
		    group.tell, combo_word_tell(suspect->catalogue, suspect->tokens[i - 1].shown));
		if (i < suspect->token_count && !suspect->tokens[i].after_dot)
			continue;
		group.end = i;
		if (stray)
			group.tell = TELL_STRONG;
		if (!suspect_affords(suspect, 20 * (i - group.from)))
			return;
		match_group(suspect, &group, all, matches);
		group = (struct group){.from = i};
	}
}
