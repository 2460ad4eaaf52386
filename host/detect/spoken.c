#include "detect/spoken.h"

#include "detect/impostor.h"
#include "detect/names.h"
#include "detect/organisation.h"
#include "detect/recipients.h"
#include "text/fold.h"
#include "text/mailbox.h"
#include "text/normalize.h"

#define BRANDS 4       /* who names more writes about them */
#define OWN_LETTERS 4  /* shorter labels stand in any text by accident */
#define FORWARDED 2000 /* bytes of a text in which the head of a forwarded mail begins */

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* In front of a brand's name: it is the reader's account there that is meant. */
static const struct span YOURS[] = {
    SPAN("your"),     SPAN("ihr"),	  SPAN("ihre"),		SPAN("ihren"),
    SPAN("ihrem"),    SPAN("ihrer"),	  SPAN("dein"),		SPAN("deine"),
    SPAN("deinem"),   SPAN("votre"),	  SPAN("votre compte"), SPAN("tu"),
    SPAN("su"),	      SPAN("tu cuenta"),  SPAN("su cuenta"),	SPAN("cuenta de"),
    SPAN("seu"),      SPAN("sua"),	  SPAN("sua conta"),	SPAN("uw"),
    SPAN("jouw"),     SPAN("il tuo"),	  SPAN("la tua"),	SPAN("dear"),
    SPAN("お客様の"), SPAN("お客さまの"), SPAN("あなたの"),	SPAN("ご利用中の"),
    SPAN("ご登録の"),
};

/* Behind it. */
static const struct span ACCOUNTS[] = {
    SPAN("account"),	SPAN("membership"), SPAN("subscription"), SPAN("customer"), SPAN("user"),
    SPAN("member"),	SPAN("wallet"),	    SPAN("id "),	  SPAN("konto"),    SPAN("-konto"),
    SPAN("-abo"),	SPAN("abo"),	    SPAN("kunde"),	  SPAN("-kunde"),   SPAN("käufer"),
    SPAN("-käufer"),	SPAN("mitglied"),   SPAN("-mitglied"),	  SPAN("prime"),    SPAN("premium"),
    SPAN("アカウント"), SPAN("会員"),	    SPAN("カスタマー"),	  SPAN("ユーザー"), SPAN("お客様"),
    SPAN("プライム"),	SPAN("をご利用"),   SPAN("のご利用"),	  SPAN("ご利用"),   SPAN("idを"),
    SPAN("idが"),	SPAN("idの"),
};

/* Marks of somebody else's words at the head of a subject. */
static const struct span ANSWERS[] = {
    SPAN("re:"), SPAN("fw:"),  SPAN("fwd:"), SPAN("aw:"), SPAN("wg:"),	 SPAN("tr:"),
    SPAN("rv:"), SPAN("enc:"), SPAN("sv:"),  SPAN("vs:"), SPAN("转发:"), SPAN("転送:"),
};

static bool is_answer(struct span subject)
{
	for (size_t i = 0; i < COUNT(ANSWERS); i++)
		if (span_starts(subject, ANSWERS[i]))
			return true;
	return false;
}

bool spoken_from_reader(const struct mail *mail)
{
	struct span address = mail->sender.mailbox.address;

	for (size_t i = 0; address.len && i < mail->message->recipient_count; i++)
		if (span_equal(
			normalize_ascii_lower(
			    mail->arena,
			    mailbox_parse(mail->arena, mail->message->recipients[i]).address),
			normalize_ascii_lower(mail->arena, address)))
			return true;
	return false;
}

/* "---- Forwarded message ----", "-----Original Message-----" and the like, in front of what is forwarded. */
static bool is_forwarded(struct span text)
{
	static const struct span MARKS[] = {
	    SPAN("forwarded message"), SPAN("original message"), SPAN("begin forwarded"),
	    SPAN("転送メッセージ"),    SPAN("転送されたメール"), SPAN("元のメッセージ"),
	};
	struct span head = span_slice(text, 0, FORWARDED);

	for (size_t i = 0; i < COUNT(MARKS); i++)
		if (span_holds(head, MARKS[i]))
			return true;
	return false;
}

bool spoken_passed_on(const struct mail *mail)
{
	return is_forwarded(mail->text) ||
	       (is_answer(mail->subject) && !span_starts(mail->subject, SPAN("re:")));
}

static bool is_service(const struct mail *mail)
{
	struct domain_hit hits[DOMAIN_HITS];

	return catalogue_match(mail->judge->catalogue, mail->sender.mailbox.domain.ascii,
			       DOMAIN_MAIL_SERVICE | DOMAIN_RELAY, hits) > 0;
}

/* Whether what stands at [from, to) is a part of an address, a URL or a hostname. */
static bool in_address(struct span text, size_t from, size_t to)
{
	char before = from > 0 ? text.ptr[from - 1] : ' ';
	char after = to < text.len ? text.ptr[to] : ' ';
	char next = to + 1 < text.len ? text.ptr[to + 1] : ' ';

	return before == '@' || before == '.' || before == '/' || after == '@' ||
	       (after == '.' && next != ' ' && next != '\n');
}

/* `label` stands in `text`, and not only in addresses. */
static bool says(struct span text, struct span label)
{
	size_t at = 0;

	while (label.len && at + label.len <= text.len) {
		const char *hit = memmem(text.ptr + at, text.len - at, label.ptr, label.len);

		if (!hit)
			return false;
		at = (size_t)(hit - text.ptr) + label.len;
		if (!in_address(text, at - label.len, at))
			return true;
	}
	return false;
}

/* aozora-cards as people write it: aozora cards. */
static struct span with_blanks(struct arena *arena, struct span label)
{
	struct builder words = {.arena = arena};

	for (size_t i = 0; i < label.len; i++)
		builder_byte(&words, label.ptr[i] == '-' ? ' ' : label.ptr[i]);
	return builder_span(&words);
}

/* The mail names its own sender: a shop, a paper, a firm that writes of the brand. Impostors do not name the domain that
 * they write from. */
bool spoken_names_itself(const struct mail *mail)
{
	struct span label = mail->sender.registrable, name, squashed, apart;

	label = span_slice(label, 0, span_find(label, '.'));
	if (mail->sender.freemail || label.len < OWN_LETTERS)
		return false;
	squashed = fold_squash(mail->arena, label);
	apart = with_blanks(mail->arena, label);
	name = fold_squash(mail->arena, mail->name.folded);
	return span_holds(name, squashed) || says(mail->subject, label) ||
	       says(mail->text, label) || says(mail->text, squashed) ||
	       says(mail->subject, apart) || says(mail->text, apart);
}

/* Nothing about the sender speaks for or against a brand. */
static bool is_nobody(const struct mail *mail)
{
	const struct sender *sender = &mail->sender;

	return mail->message->has_sender && sender->mailbox.domain.ascii.len &&
	       sender->state == SENDER_UNKNOWN && sender->owner == BRAND_NONE && !sender->trusted &&
	       !mail->name.relayed && mail->name.listed == BRAND_NONE && !is_service(mail) &&
	       !recipients_share(mail->judge, mail->arena, mail->message,
				 sender->mailbox.domain.ascii);
}

static bool is_yours(struct span folded, struct span name)
{
	size_t from = (size_t)(name.ptr - folded.ptr);
	struct span front = span_trimmed(span_slice(folded, 0, from));
	struct span back = span_trimmed(span_slice(folded, from + name.len, folded.len));

	for (size_t i = 0; i < COUNT(YOURS); i++) {
		size_t start = front.len - YOURS[i].len;

		if (span_ends(front, YOURS[i]) &&
		    (start == 0 || (unsigned char)YOURS[i].ptr[0] >= 0x80 ||
		     strchr(" \n\"'(:,.!-", front.ptr[start - 1])))
			return true;
	}
	for (size_t i = 0; i < COUNT(ACCOUNTS); i++)
		if (span_starts(back, ACCOUNTS[i]))
			return true;
	return false;
}

/* 【NAME】 is how Japanese senders sign a subject. */
static bool is_signature(struct span folded, struct span name)
{
	size_t from = (size_t)(name.ptr - folded.ptr);

	return span_ends(span_slice(folded, 0, from), SPAN("【")) &&
	       span_starts(span_slice(folded, from + name.len, folded.len), SPAN("】"));
}

/* The text speaks of the reader's account at `brand`, or is signed with its name. */
static bool addresses(const struct mail *mail, struct span folded, brand_ref brand)
{
	struct name_units units = names_split(mail->arena, folded);
	struct name_hit hit;
	size_t from = 0;

	while (names_next(mail->judge->catalogue, &units, &from, &hit)) {
		struct span name = names_text(&units, hit.from, hit.to);

		if (hit.alias.brand == brand &&
		    (is_yours(folded, name) || is_signature(folded, name)))
			return true;
	}
	return false;
}

static bool speaks_for(const struct mail *mail, brand_ref brand, bool in_subject)
{
	bool yours;

	if (impostor_links_to(mail, brand) ||
	    organisation_owns(mail->judge->catalogue, brand, mail->sender.mailbox.domain.ascii))
		return false;
	yours = addresses(mail, mail->subject, brand) || addresses(mail, mail->text, brand);
	if (impostor_link(mail, brand) != SIZE_MAX)
		return in_subject || yours || mail->name.post;
	return impostor_links_home(mail) && mail->name.post && yours;
}

/* The brands named in subject and text, those of the subject first; 0 also for too many. */
static size_t named(const struct mail *mail, brand_ref brands[static BRANDS], size_t *in_subject)
{
	size_t count = 0;

	*in_subject = 0;
	for (enum claim_where where = CLAIM_SUBJECT; where <= CLAIM_TEXT; where++) {
		for (size_t i = 0; i < mail->claims.count; i++) {
			bool known = mail->claims.at[i].where != where;

			for (size_t n = 0; n < count; n++)
				known |= brands[n] == mail->claims.at[i].brand;
			if (known)
				continue;
			if (count == BRANDS)
				return 0;
			brands[count++] = mail->claims.at[i].brand;
			*in_subject += where == CLAIM_SUBJECT;
		}
	}
	return count;
}

bool spoken_by_nobody(const struct mail *mail)
{
	return is_nobody(mail) && !is_answer(mail->subject) && !is_forwarded(mail->text) &&
	       !spoken_names_itself(mail);
}

brand_ref spoken_brand(const struct mail *mail)
{
	brand_ref brands[BRANDS];
	size_t in_subject, count;

	if (mail->link_count == 0 || !(mail->subject_wording.found || mail->text_wording.found))
		return BRAND_NONE;
	count = named(mail, brands, &in_subject);
	if (count == 0 || !spoken_by_nobody(mail))
		return BRAND_NONE;
	for (size_t i = 0; i < count; i++)
		if (speaks_for(mail, brands[i], i < in_subject))
			return brands[i];
	return BRAND_NONE;
}

void spoken_check(struct mail *mail)
{
	brand_ref brand = spoken_brand(mail);

	if (brand == BRAND_NONE)
		return;
	mail->sender.state = SENDER_UNOFFICIAL_STATE;
	impostor_finding(mail, SENDER_UNOFFICIAL, LEVEL_WARNING, brand)
	    ->evidence[EVIDENCE_PROBLEM] = SPAN("spoken-for");
}
