#include "detect/namesake.h"

#include "detect/combo_words.h"
#include "detect/impostor.h"
#include "detect/list_mail.h"
#include "detect/recipients.h"
#include "text/fold.h"
#include "text/normalize.h"

static bool is_bare(const struct mail *mail, brand_ref brand)
{
	for (size_t i = 0; i < mail->findings.count; i++) {
		const struct finding *finding = &mail->findings.at[i];

		/* What follows from the claim itself says nothing more. */
		if (finding->level >= LEVEL_WARNING && finding->code != SENDER_UNOFFICIAL &&
		    finding->code != LINK_UNOFFICIAL)
			return false;
	}
	return !mail->subject_wording.found && !mail->text_wording.found &&
	       impostor_link(mail, brand) == SIZE_MAX;
}

static bool is_separator(char c)
{
	return c == '.' || c == '_' || c == '-';
}

/* The next piece of a mailbox between dots, hyphens and underscores. */
static struct span next_piece(struct span *rest)
{
	size_t end = 0;
	struct span piece;

	while (end < rest->len && !is_separator(rest->ptr[end]))
		end++;
	piece = span_slice(*rest, 0, end);
	*rest = span_slice(*rest, end + 1, rest->len);
	return piece;
}

/* The local part has two pieces at least, and the whole name is one of them. */
static bool bears_name(struct arena *arena, struct span name, struct span local)
{
	struct span folded = fold_text(arena, name).text;
	size_t pieces = 0, named = 0;

	while (local.len) {
		struct span piece = next_piece(&local);

		pieces += piece.len > 0;
		named += piece.len > 0 && span_equal(piece, folded);
	}
	return named == 1 && pieces > 1;
}

/* it@, ict-helpdesk@ */
static bool is_help_desk(struct span local)
{
	static const char *const words[] = {"edv",	 "helpdesk",	"ict",	"it",
					    "itsupport", "servicedesk", "joho", "jouhou"};

	while (local.len) {
		struct span piece = next_piece(&local);

		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
			if (span_equal(piece, span_of(words[i])))
				return true;
	}
	return false;
}

/* Exchange reports undelivered mail as "Microsoft Outlook" from such a mailbox of its own at every organisation. */
static bool is_exchange(struct span local)
{
	return span_starts(local, SPAN("microsoftexchange"));
}

/* The mailbox is called as the product that its organisation uses: Microsoft Teams <teams@…>, not PayPal Support <support@…>. */
static bool is_products(const struct mail *mail)
{
	struct span local = normalize_ascii_lower(mail->arena, mail->sender.mailbox.local);
	struct span name = fold_text(mail->arena, mail->message->sender_name).text;
	size_t blank = span_find_last(name, ' ');

	return !mail->sender.freemail && blank != SPAN_NONE && local.len > 0 &&
	       span_equal(span_slice(name, blank + 1, name.len), local) &&
	       !combo_word_tell(mail->judge->catalogue, local);
}

static bool is_likely(const struct mail *mail)
{
	struct span local = normalize_ascii_lower(mail->arena, mail->sender.mailbox.local);

	if (mail->sender.freemail)
		return false;
	return bears_name(mail->arena, mail->message->sender_name, local) || is_help_desk(local) ||
	       is_exchange(local) ||
	       recipients_share(mail->judge, mail->arena, mail->message,
				mail->sender.mailbox.domain.ascii);
}

/* There are links, and all lead to the brand's house. */
static bool links_only_to(const struct mail *mail, brand_ref brand)
{
	for (size_t i = 0; i < mail->link_count; i++)
		if (mail->links[i].leads_to == BRAND_NONE ||
		    !catalogue_affiliates(mail->judge->catalogue, mail->links[i].leads_to, brand))
			return false;
	return mail->link_count > 0;
}

/* A group's address passed on the brand's own mail, to readers elsewhere. */
static void weigh_rewritten(struct mail *mail)
{
	if (!list_mail_rewritten(mail->arena, &mail->sender, &mail->name))
		return;
	for (size_t i = 0; i < mail->findings.count; i++) {
		struct finding *finding = &mail->findings.at[i];

		if (finding->code == SENDER_UNOFFICIAL && finding->level == LEVEL_WARNING &&
		    links_only_to(mail, finding->brand))
			finding->level = LEVEL_NOTICE;
	}
}

void namesake_weigh(struct mail *mail)
{
	bool likely = mail->claims.strong_count > 0 && is_likely(mail);

	weigh_rewritten(mail);
	if (!likely && (mail->claims.strong_count == 0 || !is_products(mail)))
		return;
	for (size_t i = 0; i < mail->findings.count; i++) {
		struct finding *finding = &mail->findings.at[i];

		if (finding->code == SENDER_UNOFFICIAL && finding->level == LEVEL_DANGER &&
		    is_bare(mail, finding->brand) &&
		    (likely || mail->link_count == 0 || links_only_to(mail, finding->brand)))
			finding->level = LEVEL_WARNING;
	}
}
