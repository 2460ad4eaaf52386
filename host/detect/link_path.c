#include "detect/link_path.h"

#include "text/normalize.h"

/* A reader skims the beginning. */
#define SEGMENTS 4
/* Whoever these are, what their paths name is their business. */
#define KNOWN                                                                              \
	(DOMAIN_WEB | DOMAIN_MAIL | DOMAIN_TRUSTED | DOMAIN_HONEST | DOMAIN_MAIL_SERVICE | \
	 DOMAIN_SHORTENER | DOMAIN_REDIRECTOR | DOMAIN_FREEMAIL)

/* The hostname that a segment is and no more: in 1234@mx.example it is part of a message's name. */
static struct span name_of(struct arena *arena, struct span segment)
{
	struct span name = normalize_ascii_lower(arena, url_percent_decode(arena, segment));

	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-'))
			return (struct span){0};
	}
	return name;
}

/* The brand whose official site the segment names, in *site. */
static brand_ref named(const struct link_context *context, struct span segment, struct span *site)
{
	const struct catalogue *catalogue = context->judge->catalogue;
	struct span name = name_of(context->arena, segment);
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = span_find(name, '.') == SPAN_NONE
			   ? 0
			   : catalogue_match(catalogue, name, DOMAIN_WEB, hits);
	brand_ref brand = BRAND_NONE;

	for (size_t i = 0; i < count; i++) {
		if (hits[i].brand == BRAND_NONE ||
		    (brand != BRAND_NONE && !link_context_claims(context, hits[i].brand)))
			continue;
		brand = hits[i].brand;
		*site = hits[i].name;
	}
	return brand;
}

static void raise(const struct link_case *c, const struct place *place, brand_ref brand,
		  struct span site)
{
	enum level level = link_context_claims(c->context, brand) ? LEVEL_WARNING : LEVEL_NOTICE;
	struct finding *f = link_raise(c, LINK_BRAND_EMBEDDED, level, brand, place);

	f->evidence[EVIDENCE_IMITATES] = site;
	f->evidence[EVIDENCE_RULE] = SPAN("path");
}

void link_path_check(const struct link_case *c, const struct place *place)
{
	struct span path = place->url.path, site = {0};

	if (c->context->sender_official || place->official != BRAND_NONE ||
	    place->publisher != BRAND_NONE || place_has_role(c->context, place, KNOWN))
		return;
	for (size_t i = 0; i < SEGMENTS && path.len > 1; i++) {
		struct span segment;
		brand_ref brand;

		path = span_slice(path, 1, path.len);
		segment = span_slice(path, 0, span_find(path, '/'));
		path = span_slice(path, segment.len, path.len);
		if (segment.len == 0 || segment.len > 3 * 253)
			continue;
		brand = named(c->context, segment, &site);
		if (brand == BRAND_NONE)
			continue;
		raise(c, place, brand, site);
		return;
	}
}

/* What the operators of such places keep to themselves, at the head of a path. */
static bool is_reserved(struct span segment)
{
	static const char *const words[] = {
	    "about",	"account",  "accounts", "billing", "contact", "download", "help",
	    "legal",	"login",    "logout",	"press",   "pricing", "privacy",  "register",
	    "security", "settings", "signin",	"signup",  "support", "terms",	  "unsubscribe",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (span_equal(segment, span_of(words[i])))
			return true;
	return false;
}

bool link_path_is_operators(const struct link_context *context, const struct place *place)
{
	const struct span ascii = place->url.hostname.ascii;
	struct span path = place->url.path, name = ascii;
	struct domain_hit hits[DOMAIN_HITS];
	size_t count;

	if (span_starts(name, SPAN("www.")))
		name = span_slice(name, strlen("www."), name.len);
	count = catalogue_domain(context->judge->catalogue, name, hits);
	for (size_t i = 0; i < count; i++) {
		if (!(hits[i].roles & (DOMAIN_HOSTING | DOMAIN_USER_CONTENT)))
			continue;
		path = span_slice(path, 1, path.len);
		return is_reserved(span_slice(path, 0, span_find(path, '/')));
	}
	return false;
}
