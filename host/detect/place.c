#include "detect/place.h"

#include "detect/lookalike.h"
#include "detect/organisation.h"

/* A brand of these hits in one of `roles`: a claimed one, else the one at home there. */
static brand_ref brand_among(const struct link_context *context, const struct domain_hit *hits,
			     size_t count, unsigned roles)
{
	struct domain_hit brands[DOMAIN_HITS];
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (!(hits[i].roles & roles) || hits[i].brand == BRAND_NONE)
			continue;
		if (link_context_claims(context, hits[i].brand))
			return hits[i].brand;
		brands[kept++] = hits[i];
	}
	return organisation_at_home(context->judge->catalogue, brands, kept);
}

/* The brand whose own site is at www. of this name, which it shares with its users otherwise (icloud.com): nobody
 * publishes at the name itself. */
static brand_ref site_at(const struct link_context *context, struct span ascii)
{
	struct builder www = {.arena = context->arena};
	struct domain_hit hits[DOMAIN_HITS];

	builder_add(&www, SPAN("www."));
	builder_add(&www, ascii);
	return brand_among(context, hits,
			   catalogue_domain(context->judge->catalogue, builder_span(&www), hits),
			   DOMAIN_WEB);
}

/* Names of buckets may have dots: docusign.net.s3.amazonaws.com is one, and nobody has net.s3.amazonaws.com. */
static bool holds_buckets(struct span suffix)
{
	return (span_starts(suffix, SPAN("s3")) &&
		(span_ends(suffix, SPAN(".amazonaws.com")) ||
		 span_ends(suffix, SPAN(".amazonaws.com.cn")))) ||
	       span_equal(suffix, SPAN("storage.googleapis.com"));
}

static struct span registrable_of(const struct catalogue *catalogue, struct span ascii)
{
	struct span registrable = catalogue_registrable(catalogue, ascii);
	size_t dot = span_find(registrable, '.');

	return dot != SPAN_NONE && holds_buckets(span_slice(registrable, dot + 1, registrable.len))
		   ? ascii
		   : registrable;
}

bool place_has_role(const struct link_context *context, const struct place *place, unsigned roles)
{
	const struct hostname *hostname = &place->url.hostname;
	struct domain_hit hits[DOMAIN_HITS];

	return hostname->kind == HOSTNAME_NAME &&
	       catalogue_match(context->judge->catalogue, hostname->ascii, roles, hits) > 0;
}

struct place place_of(const struct link_context *context, const struct url *url)
{
	const unsigned open = DOMAIN_USER_CONTENT | DOMAIN_HOSTING;
	const struct catalogue *catalogue = context->judge->catalogue;
	const struct hostname *hostname = &url->hostname;
	struct place place = {.url = *url, .shown = url->hostname.ascii};
	struct domain_hit hits[DOMAIN_HITS];
	size_t count;

	if (hostname->kind != HOSTNAME_NAME)
		return place;
	place.registrable = registrable_of(catalogue, hostname->ascii);
	place.shown = context->seen ? seen_shown(context->seen, hostname)
				    : lookalike_shown(catalogue, context->arena, hostname, NULL);
	count = catalogue_match(catalogue, hostname->ascii, DOMAIN_WEB | DOMAIN_MAIL | open, hits);
	for (size_t i = 0; i < count; i++)
		place.open |= (hits[i].roles & open) != 0;
	if (place.open && span_equal(place.registrable, hostname->ascii)) {
		place.official = site_at(context, hostname->ascii);
		place.open = place.official == BRAND_NONE;
	}
	place.publisher = brand_among(context, hits, count, DOMAIN_USER_CONTENT);
	place.shared = place.open && place.publisher != BRAND_NONE &&
		       site_at(context, hits[0].name) == place.publisher;
	if (!place.open && place.official == BRAND_NONE)
		place.official = brand_among(context, hits, count, DOMAIN_WEB | DOMAIN_MAIL);
	if (place.official == BRAND_NONE && catalogue_suffix(catalogue, hostname->ascii, true) >
						catalogue_suffix(catalogue, hostname->ascii, false))
		place.open = true;
	place.tracker = place_has_role(context, &place, DOMAIN_MAIL_SERVICE);
	place.trusted = place_has_role(context, &place, DOMAIN_TRUSTED);
	return place;
}

struct span place_registrable_shown(const struct place *place)
{
	struct span shown = place->shown;
	size_t dots = 0, at = shown.len;

	if (!place->registrable.len)
		return (struct span){0};
	for (size_t i = 0; i < place->registrable.len; i++)
		dots += place->registrable.ptr[i] == '.';
	while (at > 0) {
		if (shown.ptr[at - 1] == '.' && dots-- == 0)
			break;
		at--;
	}
	return span_slice(shown, at, shown.len);
}

bool place_belongs(const struct link_context *context, const struct place *place, brand_ref brand)
{
	return place->official != BRAND_NONE &&
	       catalogue_affiliates(context->judge->catalogue, place->official, brand);
}
