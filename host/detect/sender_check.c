#include "detect/sender_check.h"

#include "detect/family.h"
#include "detect/name_address.h"
#include "detect/organisation.h"
#include "detect/quote.h"
#include "detect/sisters.h"
#include "text/normalize.h"

struct sender_case {
	const struct judge *judge;
	const struct message *message;
	const struct sender *sender;
	const struct claims *claims;
	const struct name_reading *reading;
	struct findings *findings;
};

static struct finding *add(const struct sender_case *c, enum finding_code code, enum level level,
			   brand_ref brand)
{
	struct finding *finding = findings_add(c->findings, code, level, TARGET_SENDER, 0, brand);

	finding->evidence[EVIDENCE_CLAIMED] = c->message->sender_name;
	sender_evidence(c->sender, finding);
	return finding;
}

static enum level unless_trusted(const struct sender_case *c, enum level level)
{
	return c->sender->trusted ? LEVEL_NOTICE : level;
}

/* The brand's own domain with an unlisted address has a finding of its own. */
static bool accounted_for(const struct sender_case *c, brand_ref brand)
{
	const struct catalogue *catalogue = c->judge->catalogue;

	return (c->sender->official_for != BRAND_NONE &&
		catalogue_affiliates(catalogue, brand, c->sender->official_for)) ||
	       (c->sender->unlisted_for != BRAND_NONE &&
		catalogue_affiliates(catalogue, brand, c->sender->unlisted_for));
}

static void check_claim(const struct sender_case *c, brand_ref brand)
{
	enum level level = catalogue_brand(c->judge->catalogue, brand).senders_complete
			       ? LEVEL_DANGER
			       : LEVEL_WARNING;

	if (accounted_for(c, brand))
		return;
	/* A name alone is neither borne out nor belied. */
	if (!c->message->sender_address.len) {
		add(c, SENDER_UNOFFICIAL, LEVEL_NOTICE, brand)->evidence[EVIDENCE_PROBLEM] =
		    SPAN("no-address");
		return;
	}
	if (level == LEVEL_DANGER &&
	    family_bears(c->judge->catalogue, brand, c->sender->mailbox.domain.ascii))
		level = LEVEL_WARNING;
	/* Some list may stand behind "via", wherever it is. */
	if (c->reading->relayed && c->claims->carrier == BRAND_NONE &&
	    c->sender->owner == BRAND_NONE && level == LEVEL_DANGER)
		level = LEVEL_WARNING;
	/* "Shop via PayPal" says who carries the mail; what speaks to the reader is a shop. */
	if (brand == c->claims->carrier && c->claims->strong_count == 0 && level == LEVEL_DANGER)
		level = LEVEL_WARNING;
	/* Two brands may write as one (メルカリ×dポイント), and a card's issuer for another: the address is one's of
	 * them. */
	if (sender_is_official(c->sender))
		level = LEVEL_NOTICE;
	struct span alias =
	    quote_alias(c->judge->catalogue, c->findings->arena, c->message->sender_name, brand);

	struct finding *finding = add(c, SENDER_UNOFFICIAL, unless_trusted(c, level), brand);

	finding->evidence[EVIDENCE_ALIAS] = alias;
	if (brand == c->reading->resembles)
		finding->evidence[EVIDENCE_PROBLEM] = SPAN("resembles");
	if (!c->sender->freemail)
		return;
	finding = add(c, SENDER_FREEMAIL, LEVEL_WARNING, brand);
	finding->evidence[EVIDENCE_ALIAS] = alias;
	finding->evidence[EVIDENCE_PROBLEM] =
	    organisation_subscribers(c->judge->catalogue, c->sender->mailbox.domain.ascii);
}

static void check_claims(const struct sender_case *c)
{
	for (size_t i = 0; i < c->claims->strong_count; i++)
		check_claim(c, c->claims->strong[i]);
	/* Where the address is a carrier's, what it carries is judged by its own name; elsewhere the carrier is
	 * one more brand that the name gives out. */
	if (c->claims->carrier != BRAND_NONE && c->sender->owner == BRAND_NONE)
		check_claim(c, c->claims->carrier);
}

static void check_brand_rules(const struct sender_case *c)
{
	brand_ref unlisted = c->sender->unlisted_for, official = c->sender->official_for;

	if (unlisted != BRAND_NONE)
		add(c, SENDER_ADDRESS_UNLISTED, unless_trusted(c, LEVEL_WARNING), unlisted);
	if (official != BRAND_NONE &&
	    catalogue_brand(c->judge->catalogue, official).only_on_request)
		add(c, SENDER_UNSOLICITED, LEVEL_NOTICE, official);
}

static bool claims_brand(const struct claims *claims, brand_ref brand)
{
	for (size_t i = 0; i < claims->strong_count; i++)
		if (claims->strong[i] == brand)
			return true;
	return false;
}

static bool mentions(const struct claims *claims, brand_ref brand)
{
	for (size_t i = 0; i < claims->count; i++)
		if (claims->at[i].brand == brand)
			return true;
	return false;
}

static void check_lookalike(const struct sender_case *c)
{
	struct lookalike found[LOOKALIKES];
	enum level levels[LOOKALIKES];
	const struct hostname *domain = &c->sender->mailbox.domain;
	const struct catalogue *catalogue = c->judge->catalogue;
	struct arena *arena = c->findings->arena;
	size_t count = c->claims->strong_count
			   ? lookalike_find(catalogue, arena, domain, found)
			   : lookalike_find_unclaimed(catalogue, arena, domain, NULL, found);

	count = sisters_merge(c->judge->catalogue, c->claims->strong, c->claims->strong_count,
			      found, count);
	for (size_t i = 0; i < count; i++) {
		brand_ref brand = found[i].target.brand;

		levels[i] = family_level(catalogue, &found[i],
					 brand != BRAND_NONE && claims_brand(c->claims, brand),
					 domain->ascii);
	}
	family_settle(levels, count);
	for (size_t i = 0; i < count; i++) {
		brand_ref brand = found[i].target.brand;

		/* Many have a name like that; where the mail names the brand it is worth a word. */
		if (levels[i] == LEVEL_NONE || (levels[i] == LEVEL_NOTICE && brand != BRAND_NONE &&
						!mentions(c->claims, brand)))
			continue;
		struct finding *finding = add(c, SENDER_LOOKALIKE, levels[i], brand);

		finding->evidence[EVIDENCE_IMITATES] = found[i].target.name;
		finding->evidence[EVIDENCE_RULE] = span_of(found[i].rule);
		finding->diff_count = found[i].diff_count;
		memcpy(finding->diffs, found[i].diffs, sizeof(finding->diffs));
	}
}

static const struct {
	enum mailbox_problem problem;
	const char *word;
} PROBLEM_WORDS[] = {
    {MAILBOX_SEVERAL, "several addresses"},
    {MAILBOX_GROUP, "group"},
    {MAILBOX_ROUTE, "source route"},
    {MAILBOX_COMMENT, "comment"},
    {MAILBOX_AT, "several @"},
    {MAILBOX_DOMAIN_LITERAL, "domain literal"},
    {MAILBOX_QUOTES, "misplaced quotes"},
    {MAILBOX_CHARACTERS, "forbidden characters"},
    {MAILBOX_DOMAIN, "unreadable domain"},
    {MAILBOX_EMPTY, "no address"},
};

static void check_shape(const struct sender_case *c)
{
	unsigned problems = c->sender->mailbox.problems;
	struct span written = normalize_ascii_lower(c->findings->arena, c->message->sender_address);

	/* Mail servers sign their reports so, without a domain. */
	if (!problems || written.len == 0 || span_equal(written, SPAN("mailer-daemon")))
		return;
	struct finding *finding = add(c, SENDER_MALFORMED, LEVEL_WARNING, BRAND_NONE);

	finding->evidence[EVIDENCE_ADDRESS] = c->message->sender_address;
	for (size_t i = 0; i < sizeof(PROBLEM_WORDS) / sizeof(PROBLEM_WORDS[0]); i++) {
		if (problems & PROBLEM_WORDS[i].problem) {
			finding->evidence[EVIDENCE_PROBLEM] = span_of(PROBLEM_WORDS[i].word);
			return;
		}
	}
}

static void check_authentication(const struct sender_case *c)
{
	const struct message_auth *auth = &c->message->auth;
	const struct sender *sender = c->sender;
	brand_ref brand =
	    sender->official_for != BRAND_NONE ? sender->official_for : sender->unlisted_for;

	if (sender->auth != SENDER_AUTH_DIFFERS)
		return;
	bool matters = brand != BRAND_NONE || c->claims->strong_count ||
		       sender_is_trusted(c->judge, c->findings->arena, sender->mailbox.address,
					 sender->mailbox.domain.ascii);
	struct finding *finding =
	    add(c, SENDER_UNAUTHENTICATED, matters ? LEVEL_WARNING : LEVEL_NOTICE, brand);

	if (auth->result == AUTH_NONE && !auth->mailed_by.len && !auth->signed_by_count)
		finding->evidence[EVIDENCE_PROBLEM] = SPAN("none");
	finding->evidence[EVIDENCE_MAILED_BY] = auth->mailed_by;
	if (auth->signed_by_count)
		finding->evidence[EVIDENCE_SIGNED_BY] = auth->signed_by[0];
}

#define SHARED_BYTES 4	    /* shorter pieces are in any two addresses */
#define LOCAL_PART_BYTES 64 /* RFC 5321, section 4.5.3.1.1: the longest local part */

static bool share_piece(struct span a, struct span b)
{
	for (size_t at = 0; at + SHARED_BYTES <= a.len; at++)
		if (memmem(b.ptr, b.len, a.ptr + at, SHARED_BYTES))
			return true;
	return false;
}

/* The two mailboxes share a piece of a name: aoba@gmail.com of info@aoba-cha.example, as small firms write. The
 * display name is no witness: who chose the mailbox chose it too. */
static bool akin(struct arena *arena, const struct sender *sender, struct span reply_local)
{
	struct span reply =
	    normalize_ascii_lower(arena, span_slice(reply_local, 0, LOCAL_PART_BYTES));
	struct span local = span_slice(sender->mailbox.local, 0, LOCAL_PART_BYTES);

	return share_piece(reply, normalize_ascii_lower(arena, local)) ||
	       share_piece(reply, sender->registrable);
}

/* Replies that leave for elsewhere: a brand's name with another registrable domain, or free mail (where both mailboxes
 * are akin, for combine.c to weigh). "… via LIST" is how lists rewrite senders: replies go to the person behind. */
static void check_reply_to(const struct sender_case *c)
{
	const struct catalogue *catalogue = c->judge->catalogue;
	struct arena *arena = c->findings->arena;

	if (sender_is_official(c->sender) || c->sender->mailbox.domain.ascii.len == 0)
		return;
	for (size_t i = 0; i < c->message->reply_to_count; i++) {
		struct mailbox reply = mailbox_parse(arena, c->message->reply_to[i]);
		struct span domain = catalogue_registrable(catalogue, reply.domain.ascii);
		bool freemail = organisation_freemail(catalogue, reply.domain.ascii) &&
				!c->sender->freemail && !c->reading->relayed;

		if (domain.len == 0 || span_equal(domain, c->sender->registrable) ||
		    !(c->claims->strong_count || freemail))
			continue;
		enum level level = c->claims->strong_count || !akin(arena, c->sender, reply.local)
				       ? LEVEL_WARNING
				       : LEVEL_NOTICE;
		struct finding *finding = findings_add(
		    c->findings, REPLY_TO_ELSEWHERE, unless_trusted(c, level), TARGET_REPLY_TO, 0,
		    c->claims->strong_count ? c->claims->strong[0] : BRAND_NONE);

		finding->evidence[EVIDENCE_ADDRESS] = c->sender->mailbox.address;
		finding->evidence[EVIDENCE_REPLY_TO] = reply.address;
		if (level == LEVEL_WARNING)
			return;
	}
}

void sender_check(const struct judge *judge, const struct message *message,
		  const struct sender *sender, const struct claims *claims,
		  const struct name_reading *reading, struct findings *findings)
{
	struct sender_case c = {judge, message, sender, claims, reading, findings};
	bool official = sender->official_for != BRAND_NONE;

	if (message->auth.warned)
		add(&c, WEBMAIL_WARNED, LEVEL_WARNING, BRAND_NONE);
	if (!message->has_sender)
		return;
	check_claims(&c);
	check_brand_rules(&c);
	if (!official && sender->unlisted_for == BRAND_NONE)
		check_lookalike(&c);
	if (reading->disguised != BRAND_NONE &&
	    !(official &&
	      catalogue_affiliates(judge->catalogue, reading->disguised, sender->official_for)))
		add(&c, SENDER_NAME_DISGUISED, LEVEL_DANGER, reading->disguised)
		    ->evidence[EVIDENCE_PROBLEM] =
		    reading->spaced ? SPAN("letters set apart") : (struct span){0};
	check_shape(&c);
	name_address_check(judge, message, sender, claims, reading, findings);
	check_authentication(&c);
	check_reply_to(&c);
}
