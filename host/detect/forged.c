#include "detect/forged.h"

#include "detect/impostor.h"
#include "detect/organisation.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/unicode.h"

static bool worded(const struct mail *mail)
{
	return mail->subject_wording.found || mail->text_wording.found;
}

#define WORD_LETTERS 4 /* shorter ones stand in any name */

/* no-reply, info7: a post, not a person; of several words (account-update) one is enough. Who bears the name that the
 * address shows is a person (John Case, john.case). */
static bool is_post(const struct mail *mail)
{
	const struct catalogue *catalogue = mail->judge->catalogue;
	struct arena *arena = mail->arena;
	struct span local = normalize_ascii_lower(arena, mail->sender.mailbox.local);
	struct span name = normalize_ascii_lower(arena, mail->message->sender_name);
	bool post = catalogue_role_word(catalogue, fold_squash(arena, local)) != ROLE_NONE;

	for (size_t i = 0, from = 0; i <= local.len; i++) {
		struct span word;

		if (i < local.len && local.ptr[i] >= 'a' && local.ptr[i] <= 'z')
			continue;
		word = span_slice(local, from, i);
		from = i + 1;
		if (word.len < WORD_LETTERS)
			continue;
		if (catalogue_role_word(catalogue, word) == ROLE_SUPPORT)
			post = true;
		else if (name.len && word.ptr && memmem(name.ptr, name.len, word.ptr, word.len))
			return false;
	}
	return post;
}

/* The mail is the brand's own, as it says: by its display name, or by the post that its address is. */
static bool speaks_for(const struct mail *mail, brand_ref brand)
{
	for (size_t i = 0; i < mail->claims.count; i++)
		if (mail->claims.at[i].where == CLAIM_SENDER_NAME &&
		    catalogue_affiliates(mail->judge->catalogue, mail->claims.at[i].brand, brand))
			return true;
	return is_post(mail);
}

static bool leads_home(const struct mail *mail, const struct link_view *link, brand_ref brand)
{
	const struct catalogue *catalogue = mail->judge->catalogue;

	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_match(catalogue, link->hostname, DOMAIN_USER_CONTENT, hits);

	if (link->leads_to != BRAND_NONE && catalogue_affiliates(catalogue, link->leads_to, brand))
		return true;
	/* What its users publish with it (a shared document) is the brand's own matter, too. */
	for (size_t i = 0; i < count; i++)
		if (hits[i].brand != BRAND_NONE &&
		    catalogue_affiliates(catalogue, hits[i].brand, brand))
			return true;
	return link->end.len &&
	       (organisation_owns(catalogue, brand, link->end) ||
		organisation_same(catalogue, link->end, mail->sender.mailbox.domain.ascii));
}

/* Nobody's own place, or suspected by itself: no brand sends its customers there alone. */
static bool is_odd(const struct mail *mail, const struct link_view *link)
{
	const unsigned anybodys = DOMAIN_USER_CONTENT | DOMAIN_HOSTING | DOMAIN_SHORTENER;
	struct domain_hit hits[DOMAIN_HITS];

	return link->level >= LEVEL_WARNING ||
	       (link->level == LEVEL_NOTICE &&
		catalogue_match(mail->judge->catalogue, link->hostname, anybodys, hits));
}

/* The first link to a stranger from `first` on that is odd; SIZE_MAX when there is none. */
static size_t odd_link(const struct mail *mail, size_t first, brand_ref brand)
{
	for (size_t i = first; i < mail->link_count; i++)
		if (is_odd(mail, &mail->links[i]) && impostor_is_stranger(mail, i, brand))
			return i;
	return SIZE_MAX;
}

size_t forged_link(const struct mail *mail, brand_ref brand, bool strong)
{
	size_t link = impostor_link(mail, brand);

	if (link == SIZE_MAX || strong ||
	    (worded(mail) && impostor_link_imitates(mail, link, brand)))
		return link;
	for (size_t i = 0; i < mail->link_count; i++)
		if (leads_home(mail, &mail->links[i], brand))
			return SIZE_MAX;
	if (!speaks_for(mail, brand))
		return SIZE_MAX;
	size_t odd = odd_link(mail, link, brand);

	return odd == SIZE_MAX && worded(mail) ? link : odd;
}

/* Some address of a page stands in the text. */
static bool writes_link(struct span folded)
{
	static const struct span MARKS[] = {SPAN("http:"), SPAN("https:"), SPAN("www.")};

	for (size_t i = 0; i < sizeof(MARKS) / sizeof(*MARKS); i++)
		if (folded.len && memmem(folded.ptr, folded.len, MARKS[i].ptr, MARKS[i].len))
			return true;
	return false;
}

struct span forged_pointer(const struct mail *mail, brand_ref brand)
{
	struct cue_match match;

	if (mail->link_count || mail->message->links_unjudged || mail->message->cut ||
	    !worded(mail) || !speaks_for(mail, brand) || writes_link(mail->text) ||
	    cues_find(mail->judge->cues, mail->text, 1U << CUE_POINTS, &match, 1) == 0)
		return (struct span){0};
	return span_slice(mail->text, match.from, match.to);
}
