#include "detect/combine.h"

#include "detect/campaign.h"
#include "detect/disguise.h"
#include "detect/forged.h"
#include "detect/fraud.h"
#include "detect/impostor.h"
#include "detect/name_address.h"
#include "detect/namesake.h"
#include "detect/organisation.h"
#include "detect/quote.h"
#include "detect/recipients.h"
#include "detect/resembling.h"
#include "detect/secret.h"
#include "detect/spoken.h"
#include "text/normalize.h"

static struct finding *add(struct mail *mail, enum finding_code code, enum level level,
			   enum target_kind target, brand_ref brand)
{
	return findings_add(&mail->findings, code, level, target, 0, brand);
}

static bool any_cue(const struct mail *mail)
{
	return mail->subject_wording.found || mail->text_wording.found;
}

static bool unofficial_claim(const struct mail *mail)
{
	return findings_has(&mail->findings, SENDER_UNOFFICIAL) && !mail->sender.trusted;
}

/* A part of the folded text or subject as it stands in the mail. */
static struct span quoted(const struct mail *mail, struct span part, enum target_kind target)
{
	struct span raw = target == TARGET_SUBJECT ? mail->message->subject : mail->message->text;
	struct span folded = target == TARGET_SUBJECT ? mail->subject : mail->text;
	uintptr_t from = (uintptr_t)part.ptr - (uintptr_t)folded.ptr;

	if (from > folded.len || part.len > folded.len - from)
		return part;
	return quote_of(mail->arena, raw, folded, from, from + part.len);
}

/* An official address that nothing proves, words of a campaign or a request for secrets, and a link to
 * somebody unknown: how forged official mail looks. */
static void check_unverified(struct mail *mail, enum secret secret)
{
	brand_ref brand = mail->sender.official_for;
	bool strong =
	    mail->subject_wording.strong || mail->text_wording.strong || secret != SECRET_NONE;

	if (mail->sender.state != SENDER_OFFICIAL_UNVERIFIED)
		return;
	size_t link = forged_link(mail, brand, strong);
	struct span pointer = forged_pointer(mail, brand);

	if (link != SIZE_MAX) {
		impostor_finding(mail, SENDER_UNVERIFIED, LEVEL_WARNING, brand)
		    ->evidence[EVIDENCE_DESTINATION] = mail->links[link].unicode;
	} else if (pointer.len) {
		struct finding *finding =
		    impostor_finding(mail, SENDER_UNVERIFIED, LEVEL_WARNING, brand);

		finding->evidence[EVIDENCE_PHRASE] = quoted(mail, pointer, TARGET_TEXT);
		finding->evidence[EVIDENCE_PROBLEM] = SPAN("no-link");
	} else if (strong && mail->link_count == 0) {
		impostor_finding(mail, SENDER_UNVERIFIED, LEVEL_NOTICE, brand);
	}
}

/* A claim that the address does not bear out. */
static bool foreign_claim(const struct mail *mail)
{
	return mail->sender.state == SENDER_UNOFFICIAL_STATE && !mail->sender.trusted;
}

/* Nobody whom anything speaks for asks: to send a password that is no door's or file's, or to type one in behind a link to
 * somebody else, in a mail of a campaign's words or of a help desk that is none of the reader's. */
static bool asked_by_nobody(const struct mail *mail, const struct secret_reading *reading)
{
	if (!spoken_by_nobody(mail))
		return false;
	if (reading->secret == SECRET_TELL_PASSWORD)
		return reading->by_mail;
	return (any_cue(mail) || mail->name.admin) && impostor_link(mail, BRAND_NONE) != SIZE_MAX;
}

/* A colleague asks, of whom it is sure that he is one, or the request is told of: in a mail that is passed on, or in
 * a quoted line. Who writes so to be taken for it is suspicious still. */
static bool asked_among_friends(const struct mail *mail, const struct secret_reading *reading)
{
	return spoken_passed_on(mail) || span_starts(reading->phrase, SPAN(">")) ||
	       (!foreign_claim(mail) && impostor_is_colleague(mail));
}

/* How much the request weighs beside who asks. */
static enum level secret_level(const struct mail *mail, const struct secret_reading *reading)
{
	enum secret secret = reading->secret;
	bool unverified = mail->sender.state == SENDER_OFFICIAL_UNVERIFIED &&
			  mail->claims.strong_count &&
			  impostor_link(mail, mail->claims.strong[0]) != SIZE_MAX;

	if (secret == SECRET_NONE)
		return LEVEL_NONE;
	if (secret >= SECRET_TELL_CODE ||
	    (secret == SECRET_TELL_PASSWORD && (foreign_claim(mail) || mail->claims.strong_count)))
		return secret < SECRET_PHRASE && asked_among_friends(mail, reading) ? LEVEL_WARNING
										    : LEVEL_DANGER;
	return (mail->link_count && (foreign_claim(mail) || unverified)) ||
		       asked_by_nobody(mail, reading)
		   ? LEVEL_WARNING
		   : LEVEL_NONE;
}

static void check_secrets(struct mail *mail, const struct secret_reading *reading,
			  enum target_kind target)
{
	enum level level = secret_level(mail, reading);

	if (level == LEVEL_NONE)
		return;
	struct finding *finding =
	    add(mail, SECRET_REQUESTED, level, target,
		mail->claims.strong_count ? mail->claims.strong[0] : BRAND_NONE);

	finding->evidence[EVIDENCE_PHRASE] = quoted(mail, reading->phrase, target);
	finding->evidence[EVIDENCE_PROBLEM] =
	    reading->secret == SECRET_PHRASE ? SPAN("recovery phrase") : SPAN("password or code");
}

static void check_contradiction(struct mail *mail)
{
	struct span line;
	brand_ref brand;

	if (sender_is_official(&mail->sender) ||
	    !wording_contradiction(mail->judge, mail->arena, mail->text, &mail->claims, &brand,
				   &line))
		return;
	struct finding *finding =
	    add(mail, BRANDS_CONTRADICT, LEVEL_WARNING, TARGET_TEXT, mail->claims.strong[0]);

	finding->evidence[EVIDENCE_CLAIMED] = mail->message->sender_name;
	finding->other = brand;
	finding->evidence[EVIDENCE_BRAND] = catalogue_brand(mail->judge->catalogue, brand).name;
	finding->evidence[EVIDENCE_PHRASE] = quoted(mail, line, TARGET_TEXT);
}

static void check_recipient(struct mail *mail)
{
	struct held_recipient held = name_address_recipient(mail->judge, mail->arena, mail->message,
							    &mail->sender, &mail->name);
	enum level link = held.local_in_name ? LEVEL_WARNING : LEVEL_NOTICE;
	bool agrees = any_cue(mail) || findings_level(&mail->findings, TARGET_LINK) >= link ||
		      unofficial_claim(mail);

	if (held.address.len == 0)
		return;
	struct finding *finding = impostor_finding(
	    mail, SENDER_CONTAINS_RECIPIENT,
	    agrees && !mail->sender.trusted ? LEVEL_WARNING : LEVEL_NOTICE, BRAND_NONE);

	finding->evidence[EVIDENCE_RECIPIENT] = held.address;
	finding->evidence[EVIDENCE_SHOWN] = held.part;
	finding->evidence[EVIDENCE_PROBLEM] = span_of(held.where);
}

/* Replies to a free mailbox akin to the sender's are how small firms and clubs write, if nothing else is odd. */
static void weigh_reply_to(struct mail *mail)
{
	if (mail->sender.trusted ||
	    !(any_cue(mail) || findings_level(&mail->findings, TARGET_LINK) > LEVEL_NONE ||
	      mail->name.weak_whole))
		return;
	for (size_t i = 0; i < mail->findings.count; i++)
		if (mail->findings.at[i].code == REPLY_TO_ELSEWHERE)
			mail->findings.at[i].level = LEVEL_WARNING;
}

static bool names_brand(const struct mail *mail, brand_ref brand)
{
	for (size_t i = 0; i < mail->claims.count; i++)
		if ((mail->claims.at[i].where == CLAIM_SUBJECT ||
		     mail->claims.at[i].where == CLAIM_TEXT) &&
		    catalogue_affiliates(mail->judge->catalogue, mail->claims.at[i].brand, brand))
			return true;
	return false;
}

static bool is_trusted_link(const struct mail *mail, size_t index)
{
	struct domain_hit hits[DOMAIN_HITS];

	return catalogue_match(mail->judge->catalogue, mail->links[index].hostname, DOMAIN_TRUSTED,
			       hits) > 0;
}

/* A brand's name in a stranger's hostname, in a mail that names the brand in a campaign's wording. */
static void weigh_named_links(struct mail *mail)
{
	if (!any_cue(mail) || sender_is_official(&mail->sender) || mail->sender.trusted)
		return;
	for (size_t i = 0; i < mail->findings.count; i++) {
		struct finding *finding = &mail->findings.at[i];

		if (finding->code == LINK_COMBOSQUAT && finding->level == LEVEL_NOTICE &&
		    finding->brand != BRAND_NONE && names_brand(mail, finding->brand) &&
		    impostor_is_stranger(mail, finding->index, finding->brand) &&
		    !is_trusted_link(mail, finding->index))
			finding->level = LEVEL_WARNING;
	}
}

/* The sender's own name over another place, or a brand's over the sender's own, is how click counters look, if nothing
 * else is odd. */
static void weigh_own_names(struct mail *mail)
{
	if (!any_cue(mail) && mail->sender.auth != SENDER_AUTH_DIFFERS &&
	    !mail->message->auth.warned)
		return;
	for (size_t i = 0; i < mail->findings.count; i++) {
		struct finding *finding = &mail->findings.at[i];

		if (finding->code != LINK_TEXT_MISMATCH)
			continue;
		bool brands = span_equal(finding->evidence[EVIDENCE_PROBLEM], SPAN("own-link"));

		if (brands || span_equal(finding->evidence[EVIDENCE_PROBLEM], SPAN("own-name"))) {
			finding->evidence[EVIDENCE_PROBLEM] = (struct span){0};
			finding->level = brands ? LEVEL_DANGER : LEVEL_WARNING;
		}
	}
}

static void check_unused(struct mail *mail)
{
	static const enum target_kind TARGETS[] = {TARGET_SENDER, TARGET_SUBJECT, TARGET_TEXT,
						   TARGET_LINK};
	const struct profile *profile = mail->judge->profile;

	for (size_t i = 0; i < mail->claims.count; i++) {
		const struct claim *claim = &mail->claims.at[i];

		if (claim->where == CLAIM_LINK_TEXT ||
		    (!claim->strong && sender_is_official(&mail->sender) &&
		     claim->brand != mail->sender.official_for))
			continue;
		for (size_t n = 0; n < profile->unused_count; n++)
			if (profile->unused[n] == claim->brand)
				add(mail, UNUSED_SERVICE, LEVEL_NOTICE, TARGETS[claim->where],
				    claim->brand);
	}
}

/* What speaks of a claim names it as the sender does. */
static void name_claim(struct mail *mail, brand_ref brand)
{
	struct span alias =
	    quote_alias(mail->judge->catalogue, mail->arena, mail->message->sender_name, brand);

	for (size_t i = 0; i < mail->findings.count; i++) {
		struct finding *finding = &mail->findings.at[i];

		if (finding->brand == brand &&
		    (finding->code == LINK_UNOFFICIAL || finding->code == LINK_FREE_HOSTING ||
		     finding->code == BRANDS_CONTRADICT))
			finding->evidence[EVIDENCE_ALIAS] = alias;
	}
}

/* Words that filters are not to read: an impostor's, unless the sender has proved who he is (and quotes them). */
static void check_disguise(struct mail *mail)
{
	const struct {
		struct span raw;
		enum target_kind target;
	} parts[] = {{mail->message->sender_name, TARGET_SENDER},
		     {mail->message->subject, TARGET_SUBJECT},
		     {mail->message->text, TARGET_TEXT}};

	if (mail->sender.state == SENDER_OFFICIAL_VERIFIED)
		return;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		struct disguise disguise =
		    disguise_read(mail->judge->catalogue, mail->arena, parts[i].raw);

		if (!disguise.problem)
			continue;
		struct finding *finding =
		    add(mail, TEXT_DISGUISED, LEVEL_WARNING, parts[i].target, disguise.brand);

		finding->evidence[EVIDENCE_PHRASE] = disguise.word;
		finding->evidence[EVIDENCE_PROBLEM] = span_of(disguise.problem);
		return;
	}
}

static struct secret_reading secrets_of(const struct mail *mail, const struct wording *wording,
					struct span folded)
{
	return wording->names_secret ? secret_read(mail->judge, folded)
				     : (struct secret_reading){.secret = SECRET_NONE};
}

void combine(struct mail *mail)
{
	struct secret_reading in_subject = secrets_of(mail, &mail->subject_wording, mail->subject);
	struct secret_reading in_text = secrets_of(mail, &mail->text_wording, mail->text);
	bool subject = in_subject.secret > in_text.secret;
	struct secret_reading secret = subject ? in_subject : in_text;

	impostor_check(mail);
	spoken_check(mail);
	check_contradiction(mail);
	check_secrets(mail, &secret, subject ? TARGET_SUBJECT : TARGET_TEXT);
	check_unverified(mail, secret.secret);
	check_disguise(mail);
	fraud_check(mail);
	weigh_own_names(mail);
	weigh_named_links(mail);
	check_recipient(mail);
	weigh_reply_to(mail);
	campaign_check(mail);
	for (size_t i = 0; i < mail->claims.strong_count; i++)
		name_claim(mail, mail->claims.strong[i]);
	namesake_weigh(mail);
	resembling_weigh(mail);
	check_unused(mail);
	if (mail->message->cut || mail->message->links_unjudged)
		add(mail, NOT_ALL_CHECKED, LEVEL_WARNING, TARGET_TEXT, BRAND_NONE);
}
