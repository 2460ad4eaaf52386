#include "detect/impostor.h"

#include "detect/list_mail.h"
#include "detect/lookalike.h"
#include "detect/organisation.h"
#include "detect/quote.h"
#include "detect/recipients.h"
#include "detect/suffix.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/utf8.h"

struct finding *impostor_finding(struct mail *mail, enum finding_code code, enum level level,
				 brand_ref brand)
{
	struct finding *finding =
	    findings_add(&mail->findings, code, level, TARGET_SENDER, 0, brand);

	finding->evidence[EVIDENCE_CLAIMED] = mail->message->sender_name;
	finding->evidence[EVIDENCE_ALIAS] =
	    quote_alias(mail->judge->catalogue, mail->arena, mail->message->sender_name, brand);
	sender_evidence(&mail->sender, finding);
	return finding;
}

bool impostor_is_stranger(const struct mail *mail, size_t index, brand_ref brand)
{
	const struct catalogue *catalogue = mail->judge->catalogue;
	const struct link_view *link = &mail->links[index];
	struct domain_hit hits[DOMAIN_HITS];

	if (link->hostname.len == 0 || link->leads_to != BRAND_NONE ||
	    catalogue_match(catalogue, link->hostname, DOMAIN_MAIL_SERVICE, hits))
		return false;
	return link->end.len == 0 ||
	       !((brand != BRAND_NONE && organisation_owns(catalogue, brand, link->end)) ||
		 organisation_same(catalogue, link->end, mail->sender.mailbox.domain.ascii) ||
		 organisation_brand(catalogue, link->end) != BRAND_NONE ||
		 catalogue_match(catalogue, link->end, DOMAIN_MAIL_SERVICE | DOMAIN_HONEST, hits));
}

size_t impostor_link(const struct mail *mail, brand_ref brand)
{
	for (size_t i = 0; i < mail->link_count; i++)
		if (impostor_is_stranger(mail, i, brand))
			return i;
	return SIZE_MAX;
}

bool impostor_link_imitates(const struct mail *mail, size_t link, brand_ref brand)
{
	const struct catalogue *catalogue = mail->judge->catalogue;
	struct hostname hostname = hostname_parse(mail->arena, mail->links[link].hostname);
	struct claimed_brand *claimed = claimed_read(catalogue, mail->arena, &brand, 1);
	struct lookalike found[LOOKALIKES];
	size_t count =
	    lookalike_find_claimed(catalogue, mail->arena, &hostname, claimed, 1, NULL, found);

	for (size_t i = 0; i < count; i++)
		if (found[i].target.brand != BRAND_NONE &&
		    catalogue_affiliates(catalogue, found[i].target.brand, brand) &&
		    (found[i].code == LINK_LOOKALIKE_TYPO || found[i].code == LINK_LOOKALIKE_IDN))
			return true;
	return false;
}

/* The address has a trace of the name (otto@garten.example, info@otto-garten.example), or the name is written in letters
 * that no address shows. */
static bool address_bears(const struct mail *mail, brand_ref brand)
{
	const struct catalogue *catalogue = mail->judge->catalogue;
	struct arena *arena = mail->arena;
	size_t count = catalogue_list_length(catalogue, brand, BRAND_WEAK_ALIASES);
	struct span address =
	    fold_squash(arena, normalize_ascii_lower(arena, mail->sender.mailbox.address));

	if (!utf8_is_ascii(mail->name.folded))
		return true;
	for (size_t i = 0; i < count; i++) {
		struct span alias = catalogue_list_at(catalogue, brand, BRAND_WEAK_ALIASES, i);
		struct span name = fold_squash(arena, normalize_nfkc_fold(arena, alias));

		if (name.len && memmem(address.ptr, address.len, name.ptr, name.len))
			return true;
	}
	return false;
}

bool impostor_links_home(const struct mail *mail)
{
	for (size_t i = 0; i < mail->link_count; i++)
		if (mail->links[i].end.len &&
		    organisation_same(mail->judge->catalogue, mail->links[i].end,
				      mail->sender.mailbox.domain.ascii))
			return true;
	return false;
}

bool impostor_links_to(const struct mail *mail, brand_ref brand)
{
	for (size_t i = 0; i < mail->link_count; i++)
		if (mail->links[i].leads_to != BRAND_NONE &&
		    catalogue_affiliates(mail->judge->catalogue, mail->links[i].leads_to, brand))
			return true;
	return false;
}

/* A name one letter off a brand that is also a word says nothing by itself (Amazom): subject, text or a link's text must
 * name the brand, and the address must not bear the name. */
static bool misspells(const struct mail *mail, brand_ref brand)
{
	struct arena *arena = mail->arena;
	struct span name, address;

	if (brand == BRAND_NONE)
		return false;
	name = fold_squash(arena, mail->name.folded);
	address = fold_squash(arena, normalize_ascii_lower(arena, mail->sender.mailbox.address));
	if (name.len == 0 || (!(brand == mail->name.resembles && mail->sender.freemail) &&
			      memmem(address.ptr, address.len, name.ptr, name.len)))
		return false;
	for (size_t i = 0; i < mail->claims.count; i++)
		if (mail->claims.at[i].brand == brand &&
		    mail->claims.at[i].where != CLAIM_SENDER_NAME)
			return true;
	return false;
}

/* Words of a campaign that honest mail hardly uses. */
static bool worded(const struct mail *mail)
{
	return mail->subject_wording.strong || mail->text_wording.strong;
}

/* 【JAL】, [UPS]: the weak name in brackets in the subject, as senders head their mails. */
static bool heads_subject(const struct mail *mail, brand_ref brand)
{
	static const struct span OPEN[] = {SPAN("【"), SPAN("["), SPAN("<")};
	static const struct span CLOSE[] = {SPAN("】"), SPAN("]"), SPAN(">")};
	const struct catalogue *catalogue = mail->judge->catalogue;
	size_t count = catalogue_list_length(catalogue, brand, BRAND_WEAK_ALIASES);

	for (size_t i = 0; i < count * 3; i++) {
		struct builder head = {.arena = mail->arena};
		struct span alias = catalogue_list_at(catalogue, brand, BRAND_WEAK_ALIASES, i / 3);

		builder_add(&head, OPEN[i % 3]);
		builder_add(&head, normalize_nfkc_fold(mail->arena, alias));
		builder_add(&head, CLOSE[i % 3]);
		if (memmem(mail->subject.ptr, mail->subject.len, builder_span(&head).ptr, head.len))
			return true;
	}
	return false;
}

/* The mail says that it is this brand's. */
static bool says_brand(const struct mail *mail, brand_ref brand)
{
	for (size_t i = 0; i < mail->claims.count; i++)
		if (mail->claims.at[i].brand == brand &&
		    (mail->claims.at[i].where == CLAIM_SUBJECT ||
		     mail->claims.at[i].where == CLAIM_TEXT))
			return true;
	return mail->subject.len && heads_subject(mail, brand);
}

/* The sender's own label is the name and no more (correos.cl): somebody's who has it, too. */
static bool is_namesake(const struct mail *mail, brand_ref brand)
{
	const struct catalogue *catalogue = mail->judge->catalogue;
	struct span label = mail->sender.registrable;
	size_t count = catalogue_list_length(catalogue, brand, BRAND_WEAK_ALIASES);

	label = fold_squash(mail->arena, span_slice(label, 0, span_find(label, '.')));
	for (size_t i = 0; i < count; i++) {
		struct span alias = catalogue_list_at(catalogue, brand, BRAND_WEAK_ALIASES, i);

		if (span_equal(label,
			       fold_squash(mail->arena, normalize_nfkc_fold(mail->arena, alias))))
			return true;
	}
	return false;
}

/* More than the name below a suffix that costs next to nothing (jcb-login.top). */
static bool wears_name(const struct mail *mail, brand_ref brand)
{
	struct span domain = mail->sender.registrable;
	size_t dot = span_find(domain, '.');

	return dot != SPAN_NONE && !is_namesake(mail, brand) &&
	       suffix_is_throwaway(mail->judge->catalogue, span_slice(domain, dot + 1, domain.len));
}

/* Somebody who is called so and writes from a free mailbox of that name, without a word about the brand (Chase). */
static bool is_person(const struct mail *mail, brand_ref brand)
{
	return mail->sender.freemail && brand == mail->name.weak_whole && !mail->name.weak_post &&
	       utf8_is_ascii(mail->message->sender_name) && address_bears(mail, brand) &&
	       !says_brand(mail, brand) && !mail->subject_wording.found &&
	       !mail->text_wording.found;
}

/* What beside a weak name says that the brand is meant: links to strangers, none to the bearer of such a name, or links
 * to the sender's own in a mail that names the brand; from free mail, the wording of a campaign. */
static bool weak_name_counts(const struct mail *mail, brand_ref brand)
{
	if (impostor_link(mail, brand) != SIZE_MAX)
		return !is_person(mail, brand);
	if (impostor_links_home(mail))
		return !address_bears(mail, brand) || wears_name(mail, brand) ||
		       (says_brand(mail, brand) && !is_namesake(mail, brand));
	return mail->sender.freemail && says_brand(mail, brand) &&
	       (mail->subject_wording.found || mail->text_wording.found);
}

/* A company's name over free mail, and nothing else that speaks for or against it: with the words of a post, no person's;
 * alone, it may be somebody's who has that name, unless the address knows nothing of it. */
static void check_weak_freemail(struct mail *mail, brand_ref brand)
{
	if (brand != mail->name.weak_whole || !mail->sender.freemail)
		return;
	if (mail->name.weak_post) {
		mail->sender.state = SENDER_UNOFFICIAL_STATE;
		impostor_finding(mail, SENDER_UNOFFICIAL, LEVEL_WARNING, brand);
		impostor_finding(mail, SENDER_FREEMAIL, LEVEL_WARNING, brand)
		    ->evidence[EVIDENCE_PROBLEM] = organisation_subscribers(
		    mail->judge->catalogue, mail->sender.mailbox.domain.ascii);
	} else if (!address_bears(mail, brand)) {
		impostor_finding(mail, SENDER_UNOFFICIAL, LEVEL_NOTICE, brand);
	}
}

/* An official name and a wrong one in whole: LINE, au, JCB as the name, with words of a campaign or a link to somebody
 * else; a link to the sender's own site says nothing where somebody bears the name. */
static void check_weak_name(struct mail *mail)
{
	brand_ref brand =
	    misspells(mail, mail->name.near_miss) ? mail->name.near_miss : mail->name.weak_whole;
	struct finding *finding;

	if (brand == BRAND_NONE || mail->sender.trusted ||
	    mail->sender.mailbox.domain.ascii.len == 0 ||
	    organisation_owns(mail->judge->catalogue, brand, mail->sender.mailbox.domain.ascii))
		return;
	if (!worded(mail) && !weak_name_counts(mail, brand)) {
		check_weak_freemail(mail, brand);
		return;
	}
	mail->sender.state = SENDER_UNOFFICIAL_STATE;
	finding = impostor_finding(mail, SENDER_UNOFFICIAL, LEVEL_WARNING, brand);
	if (brand == mail->name.near_miss && brand != mail->name.weak_whole)
		finding->evidence[EVIDENCE_PROBLEM] = SPAN("resembles");
}

bool impostor_is_colleague(const struct mail *mail)
{
	return mail->sender.auth == SENDER_AUTH_ALIGNS &&
	       recipients_share(mail->judge, mail->arena, mail->message,
				mail->sender.mailbox.domain.ascii);
}

/* The first link of a list's mail that leads to a stranger; a list's archive is none. */
static size_t listed_link(const struct mail *mail, brand_ref brand)
{
	for (size_t i = 0; i < mail->link_count; i++)
		if (impostor_is_stranger(mail, i, brand) &&
		    !list_mail_archive(mail->links[i].hostname))
			return i;
	return SIZE_MAX;
}

/* A list's mail in a brand's name with a link to a stranger. One to that brand beside it speaks for a service that writes
 * in many names and for a list that is surely the recipients' own, not for who only calls himself one. */
static void check_listed(struct mail *mail)
{
	brand_ref brand = mail->name.listed;

	if (brand == BRAND_NONE || mail->sender.trusted)
		return;
	/* Anybody can write the recipients' domain, or a host of lists of his. */
	bool known = mail->name.by_service || impostor_is_colleague(mail);

	if (listed_link(mail, brand) == SIZE_MAX || (known && impostor_links_to(mail, brand))) {
		/* Anybody may have such a service write in any name. */
		if (mail->name.by_service)
			impostor_finding(mail, SENDER_UNOFFICIAL, LEVEL_NOTICE, brand);
		return;
	}
	mail->sender.state = SENDER_UNOFFICIAL_STATE;
	impostor_finding(mail, SENDER_UNOFFICIAL, LEVEL_WARNING, brand);
}

void impostor_check(struct mail *mail)
{
	check_weak_name(mail);
	check_listed(mail);
}

static bool claims_at(const struct mail *mail, brand_ref brand, enum claim_where where)
{
	for (size_t i = 0; i < mail->claims.count; i++)
		if (mail->claims.at[i].brand == brand && mail->claims.at[i].where == where)
			return true;
	return false;
}

/* The brands in the subject's first brackets. */
static size_t heading(const struct mail *mail, struct alias_hit hits[static ALIAS_HITS])
{
	static const struct span OPEN[] = {SPAN("【"), SPAN("[")},
				 CLOSE[] = {SPAN("】"), SPAN("]")};
	struct span subject = mail->subject;

	for (size_t i = 0; i < 2 && subject.len; i++) {
		const char *from = memmem(subject.ptr, subject.len, OPEN[i].ptr, OPEN[i].len);
		struct span rest;
		const char *to;

		if (!from)
			continue;
		rest = span_slice(subject, (size_t)(from - subject.ptr) + OPEN[i].len, subject.len);
		to = rest.len ? memmem(rest.ptr, rest.len, CLOSE[i].ptr, CLOSE[i].len) : NULL;
		if (to)
			return catalogue_alias(
			    mail->judge->catalogue,
			    fold_key(mail->arena, span_slice(rest, 0, (size_t)(to - rest.ptr))),
			    hits);
	}
	return 0;
}

bool impostor_signs(const struct mail *mail)
{
	const struct catalogue *catalogue = mail->judge->catalogue;
	struct span domain = mail->sender.mailbox.domain.ascii;
	struct alias_hit hits[ALIAS_HITS];
	size_t count =
	    domain.len && mail->link_count && !mail->sender.trusted ? heading(mail, hits) : 0;

	for (size_t i = 0; i < count; i++)
		if (claims_at(mail, hits[i].brand, CLAIM_TEXT) &&
		    !organisation_owns(catalogue, hits[i].brand, domain) &&
		    !impostor_links_to(mail, hits[i].brand) &&
		    (impostor_links_home(mail) || impostor_link(mail, hits[i].brand) != SIZE_MAX))
			return true;
	return false;
}
