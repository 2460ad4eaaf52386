#include "detect/name_address.h"

#include "detect/family.h"
#include "detect/names.h"
#include "detect/organisation.h"
#include "detect/recipients.h"
#include "text/fold.h"
#include "text/normalize.h"

#define LOCAL_PART_FLOOR 6 /* shorter local parts stand in other words by accident */

static bool address_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte & 0x80) ||
	       (byte && strchr("@.-_+%", byte));
}

/* Takes the next run of address characters off *rest. */
static bool next_token(struct span *rest, struct span *token)
{
	size_t from = 0, to;

	while (from < rest->len && !address_byte(rest->ptr[from]))
		from++;
	for (to = from; to < rest->len && address_byte(rest->ptr[to]); to++)
		;
	*token = span_slice(*rest, from, to);
	*rest = span_slice(*rest, to, rest->len);
	while (token->len && strchr(".-_", token->ptr[token->len - 1]))
		token->len--;
	return token->len > 0;
}

struct shown {
	struct span text;
	struct span domain; /* ASCII */
	bool full_address;
};

/* A word of the name that is an address, or a domain under a real suffix. */
static bool read_shown(struct arena *arena, struct span token, struct shown *shown)
{
	size_t at = span_find_last(token, '@');
	struct span domain = at == SPAN_NONE ? token : span_slice(token, at + 1, token.len);

	if (span_find(domain, '.') == SPAN_NONE)
		return false;
	struct hostname hostname = hostname_parse(arena, domain);

	if (hostname.kind != HOSTNAME_NAME)
		return false;
	*shown = (struct shown){token, hostname.ascii, at != SPAN_NONE && at > 0};
	return true;
}

static bool is_recipients(const struct judge *judge, struct arena *arena,
			  const struct message *message, const struct shown *shown)
{
	for (size_t i = 0; i < message->recipient_count; i++) {
		struct mailbox own = mailbox_parse(arena, message->recipients[i]);

		if (span_equal(own.domain.ascii, shown->domain) &&
		    !organisation_freemail(judge->catalogue, shown->domain))
			return true;
		if (shown->full_address &&
		    span_equal(normalize_ascii_lower(arena, own.address), shown->text))
			return true;
	}
	return false;
}

static bool of_sender(const struct judge *judge, const struct sender *sender, struct span domain)
{
	struct span ascii = sender->mailbox.domain.ascii;

	return organisation_same(judge->catalogue, ascii, domain) || span_equal(ascii, domain) ||
	       (sender->official_for != BRAND_NONE &&
		organisation_owns(judge->catalogue, sender->official_for, domain));
}

/* What is shown is not all of the name: other words than role words stand beside it. */
static bool has_other_words(const struct judge *judge, struct arena *arena, struct span name,
			    struct span token)
{
	struct builder rest = {.arena = arena};
	size_t at = (size_t)(token.ptr - name.ptr);

	builder_add(&rest, span_slice(name, 0, at));
	builder_byte(&rest, '\n');
	builder_add(&rest, span_slice(name, at + token.len, name.len));
	struct name_units units = names_split(arena, builder_span(&rest));

	names_mark_roles(judge->catalogue, arena, &units);
	for (size_t i = 0; i < units.count; i++)
		if (!units.at[i].role)
			return true;
	return false;
}

/* LEVEL_NONE where what is shown proves nothing bad. `mention`: beside other words, in a name that claims no brand.
 * `relayed`: "… via …" by a carrier that nothing vouches for. `from`: the domain of the sender's address. */
static enum level shown_level(const struct judge *judge, struct arena *arena,
			      const struct message *message, struct span from,
			      const struct shown *shown, bool mention, bool relayed)
{
	if (sender_is_trusted(judge, arena, shown->text, shown->domain) ||
	    is_recipients(judge, arena, message, shown))
		return LEVEL_DANGER;
	brand_ref brand = organisation_brand(judge->catalogue, shown->domain);

	/* A hotel that can be booked at Booking.com says so; the brand itself has no more to say, and may have one more
	 * domain. */
	if (brand != BRAND_NONE)
		return shown->full_address ||
			       !(mention || family_bears(judge->catalogue, brand, from))
			   ? LEVEL_DANGER
			   : LEVEL_WARNING;
	return shown->full_address && !relayed ? LEVEL_WARNING : LEVEL_NONE;
}

void name_address_check(const struct judge *judge, const struct message *message,
			const struct sender *sender, const struct claims *claims,
			const struct name_reading *reading, struct findings *findings)
{
	struct arena *arena = findings->arena;
	struct span name = reading->folded, rest = name, token;
	struct shown shown;

	if (sender->mailbox.domain.ascii.len == 0 || reading->listed != BRAND_NONE ||
	    (reading->relayed && (sender->relay || recipients_share(judge, arena, message,
								    sender->mailbox.domain.ascii))))
		return;
	while (next_token(&rest, &token)) {
		if (!read_shown(arena, token, &shown) || of_sender(judge, sender, shown.domain))
			continue;
		enum level level = shown_level(
		    judge, arena, message, sender->mailbox.domain.ascii, &shown,
		    claims->strong_count == 0 && has_other_words(judge, arena, name, token),
		    reading->relayed);

		if (level == LEVEL_NONE)
			continue;
		struct finding *finding =
		    findings_add(findings, SENDER_NAME_ADDRESS, level, TARGET_SENDER, 0,
				 organisation_brand(judge->catalogue, shown.domain));

		finding->evidence[EVIDENCE_SHOWN] = shown.text;
		finding->evidence[EVIDENCE_CLAIMED] = message->sender_name;
		sender_evidence(sender, finding);
	}
}

/* ---- the recipient inside the sender ---- */

/* Letters of Latin, Greek and their neighbours (below U+1000) go on in a word; Japanese is written without blanks. */
static bool border(struct span text, size_t at)
{
	if (at >= text.len)
		return true;
	while (at > 0 && (text.ptr[at] & 0xC0) == 0x80)
		at--;
	if (text.ptr[at] & 0x80)
		return (unsigned char)text.ptr[at] > 0xE1;
	return !((text.ptr[at] >= 'a' && text.ptr[at] <= 'z') ||
		 (text.ptr[at] >= '0' && text.ptr[at] <= '9'));
}

/* `word` in `text` between token borders. Words of other scripts need none on their sides. */
static bool holds(struct span text, struct span word)
{
	for (size_t at = 0; word.len && at + word.len <= text.len; at++) {
		const char *found = memmem(text.ptr + at, text.len - at, word.ptr, word.len);

		if (!found)
			return false;
		at = (size_t)(found - text.ptr);
		if ((at == 0 || (word.ptr[0] & 0x80) || border(text, at - 1)) &&
		    ((word.ptr[word.len - 1] & 0x80) || border(text, at + word.len)))
			return true;
	}
	return false;
}

/* taro-example.jp, taro_example.jp, taro=example.jp: the @ is what a local part cannot hold. */
static bool holds_address(struct arena *arena, struct span text, struct mailbox *own,
			  struct span domain)
{
	static const char JOINTS[] = "@-_.=+";

	for (size_t i = 0; JOINTS[i]; i++) {
		struct builder form = {.arena = arena};

		builder_add(&form, normalize_ascii_lower(arena, own->local));
		builder_byte(&form, JOINTS[i]);
		builder_add(&form, domain);
		if (holds(text, builder_span(&form)))
			return true;
	}
	return false;
}

/* Names of posts rather than people stand in anyone's address. */
static bool role_local_part(const struct catalogue *catalogue, struct arena *arena,
			    struct span local)
{
	return catalogue_role_word(catalogue, fold_squash(arena, local)) != ROLE_NONE;
}

/* What the sender shows of itself, in lower case. */
struct sender_texts {
	struct span name, address, local;
};

static bool found(struct held_recipient *held, const char *where, struct span part)
{
	held->where = where;
	held->part = part;
	return true;
}

/* The recipient's address or domain, in either form (xn-- or Unicode). */
static bool holds_domain(const struct judge *judge, struct arena *arena, struct mailbox *own,
			 const struct sender_texts *sender, struct held_recipient *held)
{
	struct span forms[] = {own->domain.ascii, own->domain.unicode};

	for (size_t i = 0; i < 2; i++) {
		if (!span_holds(sender->name, forms[i]) && !span_holds(sender->address, forms[i]))
			continue; /* nearly always */
		bool freemail = organisation_freemail(judge->catalogue, own->domain.ascii);

		if (holds_address(arena, sender->name, own, forms[i]))
			return found(held, "address-in-name", own->address);
		if (holds_address(arena, sender->address, own, forms[i]))
			return found(held, "address-in-address", own->address);
		if (!freemail && holds(sender->name, forms[i]))
			return found(held, "domain-in-name", forms[i]);
		if (!freemail && holds(sender->address, forms[i]))
			return found(held, "domain-in-address", forms[i]);
	}
	return false;
}

static bool holds_recipient(const struct judge *judge, struct arena *arena, struct mailbox *own,
			    const struct sender_texts *sender, struct held_recipient *held)
{
	struct span local = normalize_ascii_lower(arena, own->local);
	bool in_address;

	if (holds_domain(judge, arena, own, sender, held))
		return true;
	if (local.len < LOCAL_PART_FLOOR || span_equal(local, sender->local))
		return false;
	in_address = holds(sender->local, local);
	if ((!in_address && !holds(sender->name, local)) ||
	    role_local_part(judge->catalogue, arena, local))
		return false;
	held->local_in_name = !in_address;
	return found(held, in_address ? "local-part-in-address" : "local-part-in-name", own->local);
}

struct held_recipient name_address_recipient(const struct judge *judge, struct arena *arena,
					     const struct message *message,
					     const struct sender *sender,
					     const struct name_reading *reading)
{
	struct sender_texts texts = {
	    .name = reading->folded,
	    .address = normalize_ascii_lower(arena, sender->mailbox.address),
	    .local = normalize_ascii_lower(arena, sender->mailbox.local),
	};

	if (sender->mailbox.domain.ascii.len == 0 || sender_is_official(sender))
		return (struct held_recipient){0};
	for (size_t i = 0; i < message->recipient_count; i++) {
		struct mailbox own = mailbox_parse(arena, message->recipients[i]);
		struct held_recipient held = {.address = own.address};

		/* A name without a dot is no mail domain and stands in anybody's. */
		if (span_find(own.domain.ascii, '.') != SPAN_NONE &&
		    !span_equal(own.domain.ascii, sender->mailbox.domain.ascii) &&
		    holds_recipient(judge, arena, &own, &texts, &held) &&
		    !organisation_same(judge->catalogue, own.domain.ascii,
				       sender->mailbox.domain.ascii))
			return held;
	}
	return (struct held_recipient){0};
}
