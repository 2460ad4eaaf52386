#include "detect/organisation.h"

#include "text/hostname.h"

#define OWNED (DOMAIN_WEB | DOMAIN_MAIL)
#define ANYONE (DOMAIN_USER_CONTENT | DOMAIN_FREEMAIL | DOMAIN_HOSTING)

/* Entries of the longest suffix that says who may use the domain; a brand's mail domain wins over its
 * user content of the same name (dropbox.com: the company mails from there). */
static size_t owners(const struct catalogue *catalogue, struct span ascii,
		     struct domain_hit hits[static DOMAIN_HITS])
{
	size_t count = catalogue_match(catalogue, ascii, OWNED | ANYONE, hits), kept = 0;

	for (size_t i = 0; i < count; i++)
		if (hits[i].brand != BRAND_NONE && (hits[i].roles & OWNED))
			hits[kept++] = hits[i];
	return kept;
}

static bool is_at(struct span site, struct span ascii)
{
	size_t slashes = span_find(site, '/');
	struct span hostname =
	    slashes == SPAN_NONE ? site : span_slice(site, slashes + 2, site.len);

	hostname = hostname_without_www(span_slice(hostname, 0, span_find(hostname, '/')));
	return span_equal(hostname, hostname_without_www(ascii));
}

bool organisation_has_site(const struct catalogue *catalogue, brand_ref brand, struct span ascii)
{
	const struct brand known = catalogue_brand(catalogue, brand);

	return is_at(known.site, ascii) || is_at(known.site_ja, ascii);
}

brand_ref organisation_at_home(const struct catalogue *catalogue, const struct domain_hit *hits,
			       size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (organisation_has_site(catalogue, hits[i].brand, hits[i].name))
			return hits[i].brand;
	return count ? hits[0].brand : BRAND_NONE;
}

brand_ref organisation_brand(const struct catalogue *catalogue, struct span ascii)
{
	struct domain_hit hits[DOMAIN_HITS];

	return organisation_at_home(catalogue, hits, owners(catalogue, ascii, hits));
}

/* Below such a suffix registries give names to public bodies alone. */
static bool is_closed(struct span suffix)
{
	static const char *const labels[] = {"gc",   "go",  "gob", "gouv", "gov",
					     "govt", "gub", "gv",  "lg",   "mil"};
	struct span first = span_slice(suffix, 0, span_find(suffix, '.'));

	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (span_equal(first, span_of(labels[i])))
			return true;
	return false;
}

static struct span suffix_of(const struct catalogue *catalogue, struct span ascii)
{
	return span_slice(ascii, ascii.len - catalogue_suffix(catalogue, ascii, false), ascii.len);
}

/* A ministry's offices have more domains below the government's suffix (gsi.go.jp) than a list holds. */
static bool is_public_body(const struct catalogue *catalogue, brand_ref brand, struct span ascii)
{
	struct span suffix = suffix_of(catalogue, ascii);
	size_t count;

	if (suffix.len == ascii.len || !is_closed(suffix) ||
	    !span_equal(catalogue_brand(catalogue, brand).category, SPAN("government")))
		return false;
	count = catalogue_list_length(catalogue, brand, BRAND_WEB_DOMAINS);
	for (size_t i = 0; i < count; i++)
		if (span_equal(suffix,
			       suffix_of(catalogue, catalogue_list_at(catalogue, brand,
								      BRAND_WEB_DOMAINS, i))))
			return true;
	return false;
}

bool organisation_owns(const struct catalogue *catalogue, brand_ref brand, struct span ascii)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = owners(catalogue, ascii, hits);

	for (size_t i = 0; i < count; i++)
		if (catalogue_affiliates(catalogue, brand, hits[i].brand))
			return true;
	return is_public_body(catalogue, brand, ascii);
}

bool organisation_freemail(const struct catalogue *catalogue, struct span ascii)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_match(catalogue, ascii, OWNED | ANYONE, hits);

	for (size_t i = 0; i < count; i++)
		if (hits[i].roles & DOMAIN_FREEMAIL)
			return true;
	return false;
}

struct span organisation_subscribers(const struct catalogue *catalogue, struct span ascii)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_match(catalogue, ascii, DOMAIN_CARRIER | DOMAIN_PROVIDER, hits);

	if (count == 0)
		return (struct span){0};
	return hits[0].roles & DOMAIN_CARRIER ? SPAN("carrier") : SPAN("provider");
}

bool organisation_same(const struct catalogue *catalogue, struct span a, struct span b)
{
	struct span one = catalogue_registrable(catalogue, a),
		    other = catalogue_registrable(catalogue, b);

	if (one.len && span_equal(one, other))
		return !organisation_freemail(catalogue, a);
	brand_ref brand = organisation_brand(catalogue, a);

	return brand != BRAND_NONE && organisation_owns(catalogue, brand, b);
}
