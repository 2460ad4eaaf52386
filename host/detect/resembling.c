#include "detect/resembling.h"

#include "detect/organisation.h"
#include "detect/suffix.h"
#include "text/fold.h"
#include "text/normalize.h"

#define NAME_BYTES 4 /* shorter names are in any mailbox */

/* The label of the sender's registrable domain, where it is a domain that costs something. */
static struct span own_label(const struct judge *judge, struct arena *arena,
			     const struct sender *sender)
{
	size_t dot = span_find(sender->registrable, '.');
	struct span label = span_slice(sender->registrable, 0, dot), suffix;

	if (dot == SPAN_NONE)
		return (struct span){0};
	suffix = span_slice(sender->registrable, dot + 1, sender->registrable.len);
	if (suffix_is_throwaway(judge->catalogue, suffix))
		return (struct span){0};
	return fold_squash(arena, label);
}

bool resembling_is_own(const struct judge *judge, struct arena *arena, const struct sender *sender,
		       const struct name_reading *reading)
{
	struct span name, local, label;

	if (reading->resembles == BRAND_NONE || sender->auth == SENDER_AUTH_DIFFERS)
		return false;
	name = fold_squash(arena, reading->folded);
	if (sender->freemail) {
		local = normalize_ascii_lower(arena, sender->mailbox.local);
		local = fold_squash(arena, fold_text(arena, local).text);
		return !reading->resembles_post && name.len >= NAME_BYTES &&
		       memmem(local.ptr, local.len, name.ptr, name.len);
	}
	label = own_label(judge, arena, sender);
	return label.len >= NAME_BYTES &&
	       (span_equal(label, name) || span_equal(label, reading->resembling));
}

static bool names_brand(const struct mail *mail, brand_ref brand)
{
	for (size_t i = 0; i < mail->claims.count; i++)
		if (mail->claims.at[i].brand == brand)
			return true;
	return false;
}

static bool is_own_doubt(const struct mail *mail, const struct finding *finding)
{
	struct span rule = finding->evidence[EVIDENCE_RULE];

	if (finding->level != LEVEL_WARNING || names_brand(mail, finding->brand) ||
	    !(span_equal(rule, SPAN("edit")) || span_equal(rule, SPAN("swap"))))
		return false;
	return finding->code == SENDER_LOOKALIKE ||
	       (finding->code == LINK_LOOKALIKE_TYPO && finding->index < mail->link_count &&
		organisation_same(mail->judge->catalogue, mail->links[finding->index].hostname,
				  mail->sender.mailbox.domain.ascii));
}

void resembling_weigh(struct mail *mail)
{
	struct span label, name;

	if (mail->findings.count == 0 || mail->sender.freemail || mail->subject_wording.found ||
	    mail->text_wording.found || mail->sender.auth == SENDER_AUTH_DIFFERS ||
	    mail->message->auth.warned)
		return;
	label = own_label(mail->judge, mail->arena, &mail->sender);
	name = fold_squash(mail->arena, mail->name.folded);
	if (label.len < NAME_BYTES ||
	    !(span_equal(label, name) || span_equal(label, mail->name.resembling)))
		return;
	for (size_t i = 0; i < mail->findings.count; i++)
		if (is_own_doubt(mail, &mail->findings.at[i]))
			mail->findings.at[i].level = LEVEL_NOTICE;
}
