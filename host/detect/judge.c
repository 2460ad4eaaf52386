#include "detect/judge.h"

#include "detect/claim.h"
#include "detect/combine.h"
#include "detect/findings.h"
#include "detect/link.h"
#include "detect/list_mail.h"
#include "detect/resembling.h"
#include "detect/sender_check.h"
#include "detect/window.h"
#include "detect/wording.h"
#include "text/fold.h"

static void read_link_texts(struct mail *mail, bool *cut)
{
	size_t room = WINDOW_LINKS, growth = WINDOW_LINKS_GROWN;

	for (size_t i = 0; i < mail->message->link_count; i++) {
		struct span text = mail->message->links[i].text, folded;
		struct arena_mark mark = arena_mark(mail->arena);
		size_t grown;

		if (text.len > room) {
			*cut = true;
			return;
		}
		folded = window_fold(mail->arena, text, WINDOW_LINK_HEAD, WINDOW_LINK_TAIL, cut);
		grown = folded.len > text.len ? folded.len - text.len : 0;
		if (grown > growth) { /* some letters become many */
			*cut = true;
			return;
		}
		room -= text.len;
		growth -= grown;
		claims_read_text(mail->judge, mail->arena, folded, CLAIM_LINK_TEXT, &mail->claims);
		arena_release(mail->arena, mark);
	}
}

/* Reads what the words of the mail say, before anything is judged; true when some were too many. */
static bool read_words(struct mail *mail)
{
	const struct message *message = mail->message;
	bool cut;

	mail->name =
	    claims_read_name(mail->judge, mail->arena, message->sender_name, &mail->claims);
	cut = mail->name.cut;
	mail->subject = window_fold(mail->arena, message->subject, WINDOW_SUBJECT_HEAD,
				    WINDOW_SUBJECT_TAIL, &cut);
	mail->text =
	    window_fold(mail->arena, message->text, WINDOW_TEXT_HEAD, WINDOW_TEXT_TAIL, &cut);
	claims_read_text(mail->judge, mail->arena, mail->subject, CLAIM_SUBJECT, &mail->claims);
	claims_read_text(mail->judge, mail->arena, mail->text, CLAIM_TEXT, &mail->claims);
	read_link_texts(mail, &cut);
	mail->subject_wording = wording_read(mail->judge, mail->subject);
	mail->text_wording = wording_read(mail->judge, mail->text);
	return cut;
}

#define NAMED 3 /* a text that names more brands writes about them */

/* The brands that subject and text name; returns their number, 0 for too many. */
static size_t named_brands(const struct claims *claims, brand_ref named[static NAMED])
{
	size_t count = 0;

	for (size_t i = 0; i < claims->count; i++) {
		const struct claim *claim = &claims->at[i];
		bool known = claim->where != CLAIM_SUBJECT && claim->where != CLAIM_TEXT;

		for (size_t n = 0; n < count; n++)
			known |= named[n] == claim->brand;
		if (known)
			continue;
		if (count == NAMED)
			return 0;
		named[count++] = claim->brand;
	}
	return count;
}

/* Returns true when some were too many to be looked at in full. */
static bool check_links(struct mail *mail, struct verdict *verdict)
{
	const struct message_link *links = mail->message->links;
	size_t count = mail->message->link_count;
	struct effort idna = {.left = EFFORT_IDNA};
	brand_ref named[NAMED];
	bool official = sender_is_official(&mail->sender);
	struct link_context context = {
	    .judge = mail->judge,
	    .arena = mail->arena,
	    .claimed = mail->claims.strong,
	    .claimed_count = mail->claims.strong_count,
	    .named = named,
	    .named_count = official ? 0 : named_brands(&mail->claims, named),
	    .sender_official = official,
	    .sender_relays = mail->sender.relay && mail->sender.official_for != BRAND_NONE,
	    .sender_registrable = mail->sender.registrable,
	    .sender_authenticated = mail->sender.auth == SENDER_AUTH_ALIGNS,
	    .idna = &idna,
	};

	const struct seen_claims claims = {context.claimed, context.claimed_count,
					   context.named_count > 0, official};

	context.seen =
	    seen_new(mail->judge->catalogue, mail->arena, &claims, mail->message->link_count);
	verdict->links = arena_array(mail->arena, count, sizeof(*verdict->links));
	if (!verdict->links || !context.seen)
		return false;
	while (mail->link_count < count && link_is_affordable(&context, &links[mail->link_count])) {
		size_t i = mail->link_count++;

		link_check(&context, i, &links[i], &verdict->links[i], &mail->findings);
	}
	mail->links = verdict->links;
	verdict->link_count = mail->link_count;
	verdict->links_unjudged += count - mail->link_count;
	return seen_is_cut(context.seen) || idna.spent;
}

/* A dangerous link asks before it opens, and in a dangerous mail every link that does not surely lead to the
 * claimed brand. Fragments lead nowhere. */
static void set_guards(const struct mail *mail, struct verdict *verdict)
{
	for (size_t i = 0; i < verdict->link_count; i++) {
		struct link_view *view = &verdict->links[i];
		bool claimed = false;

		for (size_t n = 0; n < mail->claims.strong_count; n++)
			claimed |= view->leads_to != BRAND_NONE &&
				   catalogue_affiliates(mail->judge->catalogue, view->leads_to,
							mail->claims.strong[n]);
		view->guard = view->level == LEVEL_DANGER ||
			      (verdict->level == LEVEL_DANGER && !claimed && !view->relative);
	}
}

/* What the mail as a whole has made of findings about its links. */
static void raise_views(const struct mail *mail, struct verdict *verdict)
{
	for (size_t i = 0; i < mail->findings.count; i++) {
		const struct finding *finding = &mail->findings.at[i];

		if (finding->target == TARGET_LINK && finding->index < verdict->link_count &&
		    finding->level > verdict->links[finding->index].level)
			verdict->links[finding->index].level = finding->level;
	}
}

/* The first `most` of a list that no honest mail fills; *cut where there are more. */
static size_t first_of(size_t count, size_t most, bool *cut)
{
	*cut |= count > most;
	return count > most ? most : count;
}

/* The end of an address, of whole code points; *cut where it has more. */
static struct span end_of(struct span address, bool *cut)
{
	size_t from = address.len > WINDOW_ADDRESS ? address.len - WINDOW_ADDRESS : 0;

	while (from > 0 && from < address.len && (address.ptr[from] & 0xc0) == 0x80)
		from++;
	*cut |= from > 0;
	return span_slice(address, from, address.len);
}

static const struct span *ends_of(struct arena *arena, const struct span *addresses, size_t count,
				  bool *cut)
{
	struct span *ends = arena_array(arena, count, sizeof(*ends));

	for (size_t i = 0; ends && i < count; i++)
		ends[i] = end_of(addresses[i], cut);
	return ends;
}

/* False when the arena gave out. */
static bool shorten_addresses(struct arena *arena, struct message *message)
{
	bool *cut = &message->cut;

	message->recipient_count = first_of(message->recipient_count, WINDOW_RECIPIENTS, cut);
	message->reply_to_count = first_of(message->reply_to_count, WINDOW_REPLY_TO, cut);
	message->auth.signed_by_count =
	    first_of(message->auth.signed_by_count, WINDOW_SIGNERS, cut);
	message->sender_address = end_of(message->sender_address, cut);
	message->recipients = ends_of(arena, message->recipients, message->recipient_count, cut);
	message->reply_to = ends_of(arena, message->reply_to, message->reply_to_count, cut);
	return message->recipients && message->reply_to;
}

static void describe_sender(const struct mail *mail, struct sender_view *view)
{
	const struct sender *sender = &mail->sender;

	view->present = mail->message->has_sender;
	view->domain = sender->mailbox.domain.ascii;
	view->unicode = sender->mailbox.domain.unicode;
	view->registrable = sender->registrable;
	view->state = sender->state;
	view->official_for = sender->official_for;
}

/* Who the sender is; not the one whom a list names whose mail it passes on. */
static void read_sender(struct mail *mail)
{
	sender_read(mail->judge, mail->arena, mail->message, &mail->claims, &mail->sender);
	if (resembling_is_own(mail->judge, mail->arena, &mail->sender, &mail->name)) {
		claims_drop_name(&mail->claims, mail->name.resembles);
		mail->name.near_miss = mail->name.resembles;
		sender_read(mail->judge, mail->arena, mail->message, &mail->claims, &mail->sender);
	}
	if (mail->claims.strong_count == 0)
		return;
	mail->name.by_service =
	    list_mail_service(mail->judge, mail->arena, &mail->sender, mail->claims.strong[0]);
	if (!(mail->name.by_service ||
	      list_mail(mail->judge, mail->arena, mail->message, &mail->sender, &mail->name) ||
	      list_mail_report(mail->judge, mail->arena, mail->message, &mail->sender,
			       mail->claims.strong[0])))
		return;
	mail->name.listed = mail->claims.strong[0];
	claims_withdraw(&mail->claims);
	sender_read(mail->judge, mail->arena, mail->message, &mail->claims, &mail->sender);
}

bool judge_message(const struct judge *judge, struct arena *arena, const struct message *message,
		   struct verdict *verdict)
{
	struct mail *mail = arena_alloc(arena, sizeof(*mail));
	struct message read = *message;

	*verdict = (struct verdict){.links_unjudged = message->links_unjudged};
	if (!mail)
		return false;
	*mail = (struct mail){
	    .judge = judge, .arena = arena, .message = &read, .findings = {.arena = arena}};
	if (!shorten_addresses(arena, &read))
		return false;
	cues_renew(judge->cues);
	read.cut |= read_words(mail);
	read_sender(mail);
	sender_check(judge, &read, &mail->sender, &mail->claims, &mail->name, &mail->findings);
	read.cut |= check_links(mail, verdict);
	combine(mail);
	raise_views(mail, verdict);
	findings_sort(&mail->findings, judge->catalogue);

	verdict->findings = mail->findings.at;
	verdict->finding_count = mail->findings.count;
	verdict->level = mail->findings.count ? mail->findings.at[0].level : LEVEL_NONE;
	verdict->claims = mail->claims.at;
	verdict->claim_count = mail->claims.count;
	describe_sender(mail, &verdict->sender);
	set_guards(mail, verdict);
	return !cues_failed(judge->cues) && !arena_failed(arena);
}
