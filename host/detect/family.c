#include "detect/family.h"

#include "detect/combo_words.h"
#include "detect/organisation.h"
#include "detect/suffix.h"
#include "text/hostname.h"

/* A label of so many letters is not met inside another by accident. */
#define GLUED_LETTERS 5

/* Letters with a vowel among them, as words have. */
static bool is_word(struct span text)
{
	bool vowel = text.len < 4; /* jp, hk, ltd */

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] < 'a' || text.ptr[i] > 'z')
			return false;
		vowel |= memchr("aeiouy", text.ptr[i], 6) != NULL;
	}
	return vowel;
}

/* What houses call their further lines of business and the place they write from (rakuten-bank.co.jp, krogermail.com),
 * though it is about accounts, too. */
static bool is_line(struct span word)
{
	static const char *const words[] = {"bank", "card", "cards",   "connect", "gift", "id",
					    "info", "mail", "mobile",  "my",	  "net",  "online",
					    "pay",  "post", "rewards", "smart"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (span_equal(word, span_of(words[i])))
			return true;
	return false;
}

/* securelogin, helpteam: words about accounts and access, alone or at either end. */
static bool is_telling(const struct catalogue *catalogue, struct span text)
{
	struct hostname_place place = {0};
	struct span word;
	enum tell tell;

	if (combo_word_tell(catalogue, text) >= TELL_MILD)
		return !is_line(text);
	return combo_word_beside(catalogue, text, &place, &word, &tell) && tell == TELL_STRONG;
}

/* What stands beside a brand's label, its hyphens included, may be a word of the brand's own. */
static bool may_stand_beside(const struct catalogue *catalogue, struct span rest)
{
	while (rest.len) {
		size_t hyphen = span_find(rest, '-');
		struct span word = span_slice(rest, 0, hyphen);

		if (word.len && (!is_word(word) || is_telling(catalogue, word)))
			return false;
		if (hyphen == SPAN_NONE)
			break;
		rest = span_slice(rest, hyphen + 1, rest.len);
	}
	return true;
}

/* `own` (docomo) in `label` (my-docomo, mydocomo), at one of its ends. */
static bool bears_label(const struct catalogue *catalogue, const struct domain_hit *hit,
			struct span label)
{
	struct span own = hit->label, rest;

	if (span_equal(label, own))
		return true;
	if (own.len < 2 || label.len <= own.len)
		return false;
	bool front = span_starts(label, own);

	if (!front && !span_ends(label, own))
		return false;
	rest = front ? span_slice(label, own.len, label.len)
		     : span_slice(label, 0, label.len - own.len);
	bool hyphened = rest.ptr[front ? 0 : rest.len - 1] == '-';

	if (!hyphened && (own.len < GLUED_LETTERS || hit->kind == LABEL_WORD))
		return false;
	return may_stand_beside(catalogue, rest);
}

/* A label of the domain occurs in `label`: what need not be looked up is not. */
static bool may_bear(struct span domain, struct span label)
{
	while (domain.len) {
		size_t dot = span_find(domain, '.');
		struct span part = span_slice(domain, 0, dot);

		if (part.len && label.len >= part.len &&
		    memmem(label.ptr, label.len, part.ptr, part.len))
			return true;
		if (dot == SPAN_NONE)
			break;
		domain = span_slice(domain, dot + 1, domain.len);
	}
	return false;
}

static bool bears_domain(const struct catalogue *catalogue, brand_ref brand, enum brand_list list,
			 struct span domain, struct span label)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t found = catalogue_domain(catalogue, domain, hits);

	/* It may write from a place at somebody else's (brand.forumhost.example). */
	for (size_t i = 0; i < found; i++)
		if (hits[i].brand == brand && (list == BRAND_WEB_DOMAINS || hits[i].registrable) &&
		    bears_label(catalogue, &hits[i], label))
			return true;
	return false;
}

static bool bears_one_of(const struct catalogue *catalogue, brand_ref brand, enum brand_list list,
			 struct span label)
{
	size_t count = catalogue_list_length(catalogue, brand, list);

	for (size_t i = 0; i < count; i++) {
		struct span domain = catalogue_list_at(catalogue, brand, list, i);

		if (may_bear(domain, label) && bears_domain(catalogue, brand, list, domain, label))
			return true;
	}
	return false;
}

/* Where a telecom's subscribers have their mailboxes, it writes too: from the same name, or from one below it. */
static bool is_carriers_mail(const struct catalogue *catalogue, brand_ref brand, struct span ascii)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count;

	if (!span_equal(catalogue_brand(catalogue, brand).category, SPAN("telecom")))
		return false;
	count = catalogue_match(catalogue, ascii, DOMAIN_USER_CONTENT, hits);
	for (size_t i = 0; i < count; i++)
		if (hits[i].brand == brand)
			return true;
	return false;
}

bool family_bears(const struct catalogue *catalogue, brand_ref brand, struct span ascii)
{
	struct span registrable = catalogue_registrable(catalogue, ascii), label, suffix;

	if (brand == BRAND_NONE || ascii.len == 0)
		return false;
	if (is_carriers_mail(catalogue, brand, ascii))
		return true;
	if (organisation_freemail(catalogue, ascii))
		return false;
	label = span_slice(registrable, 0, span_find(registrable, '.'));
	suffix = span_slice(registrable, label.len + 1, registrable.len);
	if (suffix.len == 0 || hostname_suffix(registrable, false) != suffix.len ||
	    suffix_is_throwaway(catalogue, suffix))
		return false;
	return bears_one_of(catalogue, brand, BRAND_WEB_DOMAINS, label) ||
	       bears_one_of(catalogue, brand, BRAND_MAIL_DOMAINS, label);
}

enum level family_level(const struct catalogue *catalogue, const struct lookalike *found,
			bool claimed, struct span ascii)
{
	if (!claimed)
		return found->level;
	if (found->level_claimed == LEVEL_DANGER &&
	    span_equal(span_of(found->rule), SPAN("token")) &&
	    family_bears(catalogue, found->target.brand, ascii))
		return LEVEL_WARNING;
	return found->level_claimed;
}

void family_settle(enum level *levels, size_t count)
{
	bool certain = false;

	for (size_t i = 0; i < count; i++)
		certain |= levels[i] == LEVEL_DANGER;
	for (size_t i = 0; i < count; i++)
		if (certain && levels[i] == LEVEL_NOTICE)
			levels[i] = LEVEL_NONE;
}
