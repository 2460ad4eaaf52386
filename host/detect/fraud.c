#include "detect/fraud.h"

#include "detect/impostor.h"
#include "detect/quote.h"
#include "detect/recipients.h"
#include "detect/spoken.h"

#define LANGUAGE_SUFFIX 3 /* of a cue's id: -en */

/* gift-cards of gift-cards-en */
static struct span kind_of(const struct wording *wording)
{
	struct span id = wording->fraud.id;

	return span_slice(id, 0, id.len > LANGUAGE_SUFFIX ? id.len - LANGUAGE_SUFFIX : 0);
}

/* The first brand that subject or text name and no link leads to; BRAND_NONE. Links to another, with which the bill is said
 * to be paid, prove nothing. */
static brand_ref brand_without_link(const struct mail *mail)
{
	for (size_t i = 0; i < mail->claims.count; i++)
		if (mail->claims.at[i].where != CLAIM_LINK_TEXT &&
		    !impostor_links_to(mail, mail->claims.at[i].brand))
			return mail->claims.at[i].brand;
	return BRAND_NONE;
}

/* A relay's name is in every mail that it carries. */
static bool names_itself(const struct mail *mail)
{
	return !mail->sender.relay && spoken_names_itself(mail);
}

static enum level level_of(const struct mail *mail)
{
	const struct sender *sender = &mail->sender;

	if (sender_is_official(sender) || sender->trusted)
		return LEVEL_NONE;
	if (spoken_passed_on(mail))
		return LEVEL_NOTICE;
	if (sender->auth != SENDER_AUTH_DIFFERS &&
	    recipients_share(mail->judge, mail->arena, mail->message, sender->mailbox.domain.ascii))
		return LEVEL_NOTICE;
	return LEVEL_WARNING;
}

static void check(struct mail *mail, const struct wording *wording, enum target_kind target)
{
	bool subject = target == TARGET_SUBJECT;
	bool call = wording->asks_fraud && span_equal(kind_of(wording), SPAN("call-back"));
	enum level level = wording->asks_fraud ? level_of(mail) : LEVEL_NONE;
	brand_ref brand = call ? brand_without_link(mail) : BRAND_NONE;

	if (level == LEVEL_NONE || (call && (brand == BRAND_NONE || names_itself(mail))))
		return;
	struct finding *finding =
	    findings_add(&mail->findings, FRAUD_REQUESTED, level, target, 0, brand);

	finding->evidence[EVIDENCE_PHRASE] =
	    quote_of(mail->arena, subject ? mail->message->subject : mail->message->text,
		     subject ? mail->subject : mail->text, wording->fraud.from, wording->fraud.to);
	finding->evidence[EVIDENCE_CUE] = wording->fraud.id;
	finding->evidence[EVIDENCE_PROBLEM] = kind_of(wording);
}

void fraud_check(struct mail *mail)
{
	check(mail, &mail->subject_wording, TARGET_SUBJECT);
	check(mail, &mail->text_wording, TARGET_TEXT);
}
