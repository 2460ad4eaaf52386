#include "detect/sender.h"

#include "detect/lookalike.h"
#include "detect/organisation.h"
#include "text/normalize.h"

bool sender_is_official(const struct sender *sender)
{
	return !sender->relay && (sender->state == SENDER_OFFICIAL_VERIFIED ||
				  sender->state == SENDER_OFFICIAL_UNVERIFIED);
}

bool sender_is_trusted(const struct judge *judge, struct arena *arena, struct span address,
		       struct span domain)
{
	struct domain_hit hits[DOMAIN_HITS];
	struct span lower = normalize_ascii_lower(arena, address);

	for (size_t i = 0; i < judge->profile->trusted_address_count; i++)
		if (span_equal(judge->profile->trusted_addresses[i], lower))
			return true;
	return catalogue_match(judge->catalogue, domain, DOMAIN_TRUSTED, hits) > 0;
}

/* Alignment as DMARC means it (RFC 7489 section 3.1, relaxed): the same organisational domain by the
 * ICANN section of the suffix list alone. */
static struct span organisational(struct span ascii)
{
	size_t suffix = hostname_suffix(ascii, false), labels = 1;

	for (size_t i = ascii.len - suffix; i < ascii.len; i++)
		labels += ascii.ptr[i] == '.' || i == ascii.len - suffix;
	return suffix ? hostname_last_labels(ascii, labels) : ascii;
}

static bool aligns(struct arena *arena, struct span shown, struct span from)
{
	struct hostname hostname = hostname_parse(arena, shown);

	return hostname.kind == HOSTNAME_NAME &&
	       span_equal(organisational(hostname.ascii), organisational(from));
}

static enum sender_auth read_auth(struct arena *arena, const struct message_auth *auth,
				  struct span from)
{
	bool any = auth->mailed_by.len > 0;

	if (!auth->shown || from.len == 0)
		return SENDER_AUTH_NOT_SHOWN;
	if (auth->result == AUTH_PASS)
		return SENDER_AUTH_ALIGNS;
	if (auth->result == AUTH_FAIL)
		return SENDER_AUTH_DIFFERS;
	if (any && aligns(arena, auth->mailed_by, from))
		return SENDER_AUTH_ALIGNS;
	for (size_t i = 0; i < auth->signed_by_count; i++, any = true)
		if (aligns(arena, auth->signed_by[i], from))
			return SENDER_AUTH_ALIGNS;
	return any || auth->result == AUTH_NONE ? SENDER_AUTH_DIFFERS : SENDER_AUTH_NOT_SHOWN;
}

/* The brand that the address is official for: a claimed one (or its affiliate) if it can be. */
static brand_ref official_brand(const struct judge *judge, const struct claims *claims,
				struct sender *sender)
{
	const struct catalogue *catalogue = judge->catalogue;
	struct address_hit addresses[ADDRESS_HITS];
	struct span domain = sender->mailbox.domain.ascii;
	size_t count = catalogue_address(catalogue, sender->mailbox.address, addresses);
	brand_ref owner = BRAND_NONE;

	for (size_t i = 0; i < count; i++) {
		sender->relay |= addresses[i].relay;
		if (owner == BRAND_NONE || !addresses[i].relay)
			owner = addresses[i].brand;
	}
	if (owner == BRAND_NONE) {
		owner = organisation_brand(catalogue, domain);
		for (size_t i = 0; i < claims->strong_count; i++)
			if (organisation_owns(catalogue, claims->strong[i], domain))
				owner = claims->strong[i];
		if (owner != BRAND_NONE && catalogue_brand(catalogue, owner).exact_addresses) {
			sender->unlisted_for = owner;
			owner = BRAND_NONE;
		}
	}
	return owner;
}

static bool relays(const struct catalogue *catalogue, struct span domain)
{
	struct domain_hit hits[DOMAIN_HITS];

	return catalogue_match(catalogue, domain, DOMAIN_RELAY, hits) > 0;
}

static bool is_service(const struct catalogue *catalogue, struct span domain)
{
	struct domain_hit hits[DOMAIN_HITS];

	return catalogue_match(catalogue, domain, DOMAIN_MAIL_SERVICE, hits) > 0;
}

/* A card that bears another's name is mailed by who issues it: JALカード by JCB, an airline's Visa by a bank. */
static bool issues_card(const struct catalogue *catalogue, struct arena *arena, struct span name,
			brand_ref owner)
{
	static const char *const words[] = {"card", "visa", "カード"};
	struct span category = catalogue_brand(catalogue, owner).category;
	struct span folded;

	if (!span_equal(category, SPAN("card")) && !span_equal(category, SPAN("bank")))
		return false;
	folded = normalize_nfkc_fold(arena, name);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (folded.len && memmem(folded.ptr, folded.len, words[i], strlen(words[i])))
			return true;
	return false;
}

static bool claims_official(const struct catalogue *catalogue, const struct claims *claims,
			    brand_ref owner)
{
	for (size_t i = 0; i < claims->strong_count; i++)
		if (catalogue_affiliates(catalogue, claims->strong[i], owner))
			return true;
	return claims->strong_count == 0 &&
	       (claims->carrier == BRAND_NONE ||
		catalogue_affiliates(catalogue, claims->carrier, owner));
}

void sender_read(const struct judge *judge, struct arena *arena, const struct message *message,
		 const struct claims *claims, struct sender *sender)
{
	*sender = (struct sender){.mailbox = mailbox_parse(arena, message->sender_address)};
	struct span domain = sender->mailbox.domain.ascii;

	if (domain.len == 0) {
		if (claims->strong_count)
			sender->state = SENDER_UNOFFICIAL_STATE;
		return;
	}
	sender->registrable = catalogue_registrable(judge->catalogue, domain);
	sender->shown = lookalike_shown(judge->catalogue, arena, &sender->mailbox.domain, NULL);
	sender->freemail = organisation_freemail(judge->catalogue, domain);
	sender->relay = relays(judge->catalogue, domain);
	sender->auth = read_auth(arena, &message->auth, domain);
	sender->trusted = sender->auth != SENDER_AUTH_DIFFERS &&
			  sender_is_trusted(judge, arena, sender->mailbox.address, domain);
	brand_ref owner = official_brand(judge, claims, sender);

	/* Several write through one service: it is a brand's address where the name says that brand. */
	if (sender->relay && claims->strong_count == 0 && is_service(judge->catalogue, domain))
		owner = BRAND_NONE;

	sender->owner = owner;
	if (owner != BRAND_NONE &&
	    (claims_official(judge->catalogue, claims, owner) ||
	     issues_card(judge->catalogue, arena, message->sender_name, owner))) {
		sender->official_for = owner;
		sender->state = sender->auth == SENDER_AUTH_ALIGNS ? SENDER_OFFICIAL_VERIFIED
								   : SENDER_OFFICIAL_UNVERIFIED;
	} else if (claims->strong_count || claims->carrier != BRAND_NONE ||
		   sender->unlisted_for != BRAND_NONE) {
		sender->state = SENDER_UNOFFICIAL_STATE;
	}
}

void sender_evidence(const struct sender *sender, struct finding *finding)
{
	const struct hostname *domain = &sender->mailbox.domain;

	finding->evidence[EVIDENCE_ADDRESS] = sender->mailbox.address;
	finding->evidence[EVIDENCE_DOMAIN] = sender->shown;
	if (span_equal(domain->unicode, domain->ascii))
		return;
	finding->evidence[EVIDENCE_PUNYCODE] = domain->ascii;
	if (span_equal(sender->shown, domain->ascii))
		finding->evidence[EVIDENCE_UNICODE] = domain->unicode;
}
