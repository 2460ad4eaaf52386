#include "detect/campaign.h"

#include "detect/impostor.h"
#include "detect/quote.h"
#include "detect/recipients.h"
#include "detect/spoken.h"
#include "text/normalize.h"

/* A report of a mail server on a mail that could not be delivered (RFC 3464) names full mailboxes too, but asks
 * for nothing. */
static bool delivery_report(const struct mail *mail)
{
	struct span local = normalize_ascii_lower(mail->arena, mail->sender.mailbox.local);

	return mail->link_count == 0 &&
	       (span_equal(local, SPAN("mailer-daemon")) || span_equal(local, SPAN("postmaster")));
}

/* "Administrator" of nobody's: the recipients' own organisation may call itself so. */
static bool foreign_admin(const struct mail *mail)
{
	return mail->name.admin && !sender_is_official(&mail->sender) && !delivery_report(mail) &&
	       !recipients_share(mail->judge, mail->arena, mail->message,
				 mail->sender.mailbox.domain.ascii);
}

/* Sender or links make a wording more than a notice. */
static bool wording_agrees(const struct mail *mail)
{
	return foreign_admin(mail) || impostor_signs(mail) ||
	       (findings_has(&mail->findings, SENDER_UNOFFICIAL) && !mail->sender.trusted) ||
	       findings_level(&mail->findings, TARGET_LINK) >= LEVEL_WARNING;
}

/* A wording that honest mail hardly uses and a link to nobody we know, from nobody we know. Of 3,785 honest mails one has
 * such a wording at all. */
static bool nobody_agrees(const struct mail *mail)
{
	return (mail->subject_wording.strong || mail->text_wording.strong) && mail->link_count &&
	       spoken_by_nobody(mail) && impostor_link(mail, BRAND_NONE) != SIZE_MAX;
}

/* Such a wording under the reader's own address: extortion that pretends to write from a broken mailbox. Who writes to
 * himself, passes on or answers. */
static bool own_address_agrees(const struct mail *mail)
{
	return (mail->subject_wording.strong || mail->text_wording.strong) &&
	       spoken_from_reader(mail) && !spoken_passed_on(mail);
}

/* … and so do several wordings: two where one is strong, three weak ones. Two weak ones are too few: on the honest
 * development mails that takes delivery reports and notices for campaigns, three and a strong pair take none. */
static bool several_wordings(const struct mail *mail)
{
	size_t cues = wording_count(&mail->subject_wording, &mail->text_wording);

	return cues > 2 ||
	       ((mail->subject_wording.strong || mail->text_wording.strong) && cues > 1);
}

/* Blackmail has no link and no service: what to do about it is something else (the names of these cues say so). */
static bool is_extortion(const struct wording *wording)
{
	return span_starts(wording->first.id, SPAN("extortion-"));
}

/* What made it a warning, as a word; empty where that stands beside it. */
static struct span wording_problem(const struct mail *mail, const struct wording *wording,
				   bool warn, bool agrees)
{
	if (warn && own_address_agrees(mail))
		return SPAN("own-address");
	if (warn && is_extortion(wording))
		return SPAN("extortion");
	return warn && !agrees ? SPAN("wordings") : (struct span){0};
}

/* The subject's finding says the same of the same words. */
static bool is_told(const struct mail *mail, struct span phrase)
{
	for (size_t i = 0; i < mail->findings.count; i++)
		if (mail->findings.at[i].code == KNOWN_WORDING &&
		    span_equal(mail->findings.at[i].evidence[EVIDENCE_PHRASE], phrase))
			return true;
	return false;
}

static void add_wording(struct mail *mail, const struct wording *wording, enum target_kind target)
{
	if (!wording->found)
		return;
	bool several = several_wordings(mail), subject = target == TARGET_SUBJECT;
	bool agrees = own_address_agrees(mail) || wording_agrees(mail) || nobody_agrees(mail);
	bool warn = (agrees || several) && !sender_is_official(&mail->sender);
	struct span raw = subject ? mail->message->subject : mail->message->text;
	struct span folded = subject ? mail->subject : mail->text;
	const struct cue_match *first = &wording->first, *beside = wording_beside(wording);
	struct span phrase = quote_of(mail->arena, raw, folded, first->from, first->to);

	if (phrase.len && beside && is_told(mail, phrase)) {
		first = beside;
		beside = NULL;
		phrase = quote_of(mail->arena, raw, folded, first->from, first->to);
	}
	if (phrase.len && is_told(mail, phrase))
		return;
	struct finding *finding =
	    findings_add(&mail->findings, KNOWN_WORDING, warn ? LEVEL_WARNING : LEVEL_NOTICE,
			 target, 0, BRAND_NONE);

	finding->evidence[EVIDENCE_PROBLEM] = wording_problem(mail, wording, warn, agrees);
	finding->evidence[EVIDENCE_PHRASE] = phrase;
	finding->evidence[EVIDENCE_CUE] = first->id;
	if (beside)
		finding->evidence[EVIDENCE_ALSO] =
		    quote_of(mail->arena, raw, folded, beside->from, beside->to);
}

void campaign_check(struct mail *mail)
{
	add_wording(mail, &mail->subject_wording, TARGET_SUBJECT);
	add_wording(mail, &mail->text_wording, TARGET_TEXT);
}
