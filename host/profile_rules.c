#include "profile_rules.h"

#include "detect/lookalike.h"
#include "text/fold.h"
#include "text/mailbox.h"
#include "text/normalize.h"
#include "text/utf8.h"

#define NAME_LETTERS 4
/* Normalized: 120 letters of up to 4 bytes, more than which no name of a catalogue has. */
#define NAME_BYTES 480
/* What few characters make of themselves (U+FDFA 33 bytes of 3) is no name: twice a name's bytes and a little. */
#define NAME_GROWTH 32
#define LABEL_BYTES 63 /* RFC 1035 section 2.3.4 */

static const struct {
	unsigned role;
	const char *why;
} refused_roles[] = {
    {DOMAIN_CARRIER, "is a mobile carrier's: every subscriber can have an address there"},
    {DOMAIN_PROVIDER, "is an internet provider's: every subscriber can have an address there"},
    {DOMAIN_FREEMAIL, "is free mail: anyone can have an address there"},
    {DOMAIN_MAIL_SERVICE, "is an e-mail service that sends for many organisations"},
    {DOMAIN_HOSTING, "is a hosting service: anyone can publish there"},
    {DOMAIN_USER_CONTENT, "is a place where anyone can publish"},
    {DOMAIN_SHORTENER, "is a URL shortener: its links lead anywhere"},
    {DOMAIN_REDIRECTOR, "is a redirector: its links lead anywhere"},
};

static unsigned roles_of(const struct catalogue *catalogue, struct span ascii)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_domain(catalogue, ascii, hits);
	unsigned roles = 0;

	for (size_t i = 0; i < count; i++)
		roles |= hits[i].roles;
	return roles;
}

/* The roles of a name and the redirectors at its www. */
static unsigned roles_with_www(const struct catalogue *catalogue, struct arena *arena,
			       struct span ascii)
{
	struct builder www = {.arena = arena};

	builder_add(&www, SPAN("www."));
	builder_add(&www, ascii);
	return roles_of(catalogue, ascii) |
	       (roles_of(catalogue, builder_span(&www)) & (DOMAIN_SHORTENER | DOMAIN_REDIRECTOR));
}

/* Letters, digits, hyphens and underscores between single dots, and no longer than a catalogue takes. */
static bool plain_labels(struct span ascii)
{
	size_t label = 0;

	for (size_t i = 0; i < ascii.len; i++) {
		char c = ascii.ptr[i];

		label = c == '.' ? 0 : label + 1;
		if (label > LABEL_BYTES)
			return false;
		if (c == '.' ? i == 0 || ascii.ptr[i - 1] == '.'
			     : !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
				 c == '_'))
			return false;
	}
	return ascii.len > 0 && ascii.len <= DOMAIN_BYTES;
}

/* A brand of the user's own must not make a look-alike official. */
static bool looks_like_another(const struct catalogue *catalogue, struct arena *arena,
			       const struct hostname *name)
{
	struct lookalike found[LOOKALIKES];
	size_t count = lookalike_find(catalogue, arena, name, found);

	return count > 0 && found[0].level == LEVEL_DANGER;
}

const char *profile_check_domain(const struct catalogue *catalogue, struct arena *arena,
				 struct span text, enum profile_domain use, struct span *ascii)
{
	struct hostname name = hostname_parse(arena, text);

	if (name.kind != HOSTNAME_NAME || name.undecodable || !plain_labels(name.ascii))
		return "is not a domain";
	unsigned roles = roles_with_www(catalogue, arena, name.ascii);

	for (size_t i = 0; i < sizeof(refused_roles) / sizeof(refused_roles[0]); i++)
		if (roles & refused_roles[i].role)
			return refused_roles[i].why;
	if (hostname_suffix(name.ascii, true) == name.ascii.len)
		return "is a public suffix: domains below it belong to many";
	if (use == PROFILE_BRAND && looks_like_another(catalogue, arena, &name))
		return "looks like a domain of a brand in the catalogue";
	if (use == PROFILE_TRUSTED &&
	    !span_equal(catalogue_registrable(catalogue, name.ascii), name.ascii))
		return "is not a registrable domain: leave out what stands before it";
	*ascii = name.ascii;
	return NULL;
}

const char *profile_check_address(struct arena *arena, struct span text, struct span *address)
{
	struct mailbox mailbox = mailbox_parse(arena, text);

	if (mailbox.problems || mailbox.domain.kind != HOSTNAME_NAME ||
	    !plain_labels(mailbox.domain.ascii))
		return "is not a plain mail address";
	*address = normalize_ascii_lower(arena, mailbox.address);
	return NULL;
}

const char *profile_check_name(const struct catalogue *catalogue, struct arena *arena,
			       struct span text)
{
	struct alias_hit hits[ALIAS_HITS];
	struct span unread;
	size_t normalized = normalize_nfkc_fold_front(arena, text, NAME_BYTES, &unread).len;

	if (unread.len || normalized > NAME_BYTES || normalized > 2 * text.len + NAME_GROWTH)
		return "is too long for a name";
	struct span folded = fold_text(arena, text).text;

	if (utf8_length(fold_squash(arena, folded)) < NAME_LETTERS)
		return "has fewer than 4 letters";
	if (catalogue_alias(catalogue, fold_key(arena, folded), hits) > 0)
		return "is a name of a brand in the catalogue";
	return NULL;
}

const char *profile_check_id(const struct catalogue *catalogue, struct span id)
{
	for (size_t i = 0; i < id.len; i++) {
		char c = id.ptr[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && i > 0)))
			return "is not of lower-case letters, digits and hyphens";
	}
	if (id.len == 0)
		return "is missing";
	if (catalogue_brand_by_id(catalogue, id) != BRAND_NONE)
		return "is a brand of the catalogue";
	return NULL;
}
