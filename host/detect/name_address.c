#include "detect/name_address.h"

#include "detect/organisation.h"
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
	struct span domain;  /* ASCII */
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

static bool is_recipients(const struct judge *judge, struct arena *arena, const struct message *message,
			  const struct shown *shown)
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

void name_address_check(const struct judge *judge, const struct message *message, const struct sender *sender,
			const struct name_reading *reading, struct findings *findings)
{
	struct arena *arena = findings->arena;
	struct span rest = fold_text(arena, message->sender_name).text, token;
	struct shown shown;

	if (reading->relayed || sender->mailbox.domain.ascii.len == 0)
		return;
	while (next_token(&rest, &token)) {
		if (!read_shown(arena, token, &shown) || of_sender(judge, sender, shown.domain))
			continue;
		brand_ref brand = organisation_brand(judge->catalogue, shown.domain);
		bool known = brand != BRAND_NONE || sender_trusted_domain(judge->catalogue, shown.domain) ||
			     is_recipients(judge, arena, message, &shown);

		if (!known && !shown.full_address)
			continue;
		struct finding *finding = findings_add(findings, SENDER_NAME_ADDRESS,
						       known ? LEVEL_DANGER : LEVEL_WARNING, TARGET_SENDER, 0, brand);

		finding->evidence[EVIDENCE_SHOWN] = shown.text;
		finding->evidence[EVIDENCE_ADDRESS] = sender->mailbox.address;
		finding->evidence[EVIDENCE_CLAIMED] = message->sender_name;
		finding->evidence[EVIDENCE_DOMAIN] = sender->shown;
	}
}

/* ---- the recipient inside the sender ---- */

static bool border(struct span text, size_t at)
{
	return at >= text.len || !((text.ptr[at] >= 'a' && text.ptr[at] <= 'z') ||
				   (text.ptr[at] >= '0' && text.ptr[at] <= '9') || (text.ptr[at] & 0x80));
}

/* `word` in `text` between token borders; `whole` tells when it is all of it. */
static bool holds(struct span text, struct span word)
{
	for (size_t at = 0; word.len && at + word.len <= text.len; at++)
		if (memcmp(text.ptr + at, word.ptr, word.len) == 0 && (at == 0 || border(text, at - 1)) &&
		    border(text, at + word.len))
			return true;
	return false;
}

/* taro-example.jp, taro_example.jp, taro=example.jp: the @ is what a local part cannot hold. */
static bool holds_address(struct arena *arena, struct span text, struct mailbox *own)
{
	static const char JOINTS[] = "@-_.=+";

	for (size_t i = 0; JOINTS[i]; i++) {
		struct builder form = {.arena = arena};

		builder_add(&form, normalize_ascii_lower(arena, own->local));
		builder_byte(&form, JOINTS[i]);
		builder_add(&form, own->domain.ascii);
		if (holds(text, builder_span(&form)))
			return true;
	}
	return false;
}

/* Names of posts rather than people stand in anyone's address. */
static bool role_local_part(const struct catalogue *catalogue, struct arena *arena, struct span local)
{
	return catalogue_role_word(catalogue, fold_squash(arena, local)) != ROLE_NONE;
}

static bool holds_recipient(const struct judge *judge, struct arena *arena, struct mailbox *own,
			    struct span name, struct span address, struct span sender_local)
{
	struct span local = normalize_ascii_lower(arena, own->local);

	if (holds_address(arena, name, own) || holds_address(arena, address, own))
		return true;
	if (!organisation_freemail(judge->catalogue, own->domain.ascii) &&
	    (holds(name, own->domain.ascii) || holds(address, own->domain.ascii)))
		return true;
	return local.len >= LOCAL_PART_FLOOR && !role_local_part(judge->catalogue, arena, local) &&
	       !span_equal(local, sender_local) && (holds(sender_local, local) || holds(name, local));
}

struct span name_address_recipient(const struct judge *judge, struct arena *arena,
				   const struct message *message, const struct sender *sender)
{
	struct span name = fold_text(arena, message->sender_name).text;
	struct span address = normalize_ascii_lower(arena, sender->mailbox.address);
	struct span local = normalize_ascii_lower(arena, sender->mailbox.local);

	if (sender->mailbox.domain.ascii.len == 0 || sender_is_official(sender))
		return (struct span){0};
	for (size_t i = 0; i < message->recipient_count; i++) {
		struct mailbox own = mailbox_parse(arena, message->recipients[i]);

		/* A name without a dot is no mail domain and stands in anybody's. */
		if (span_find(own.domain.ascii, '.') == SPAN_NONE || span_equal(own.domain.ascii, sender->mailbox.domain.ascii) ||
		    organisation_same(judge->catalogue, own.domain.ascii, sender->mailbox.domain.ascii))
			continue;
		if (holds_recipient(judge, arena, &own, name, address, local))
			return own.address;
	}
	return (struct span){0};
}
