#include "official.h"

#include "text/hostname.h"

static enum brand_list list_for(const struct catalogue *catalogue, const struct finding *finding)
{
	if (finding->target != TARGET_SENDER && finding->target != TARGET_REPLY_TO)
		return BRAND_WEB_DOMAINS;
	if (catalogue_list_length(catalogue, finding->brand, BRAND_MAIL_ADDRESSES) > 0)
		return BRAND_MAIL_ADDRESSES;
	if (catalogue_list_length(catalogue, finding->brand, BRAND_MAIL_DOMAINS) > 0)
		return BRAND_MAIL_DOMAINS;
	return BRAND_WEB_DOMAINS;
}

bool official_writes(const struct catalogue *catalogue, const struct finding *finding)
{
	return finding->brand != BRAND_NONE && list_for(catalogue, finding) != BRAND_WEB_DOMAINS;
}

bool official_same(const struct catalogue *catalogue, const struct finding *a,
		   const struct finding *b)
{
	return a->brand == b->brand &&
	       (a->brand == BRAND_NONE || list_for(catalogue, a) == list_for(catalogue, b));
}

/* The place in the list of what the site belongs to; 0 where that is none of it. */
static size_t first_of(const struct catalogue *catalogue, brand_ref brand, enum brand_list list,
		       struct span site)
{
	size_t length = catalogue_list_length(catalogue, brand, list);

	for (size_t i = 0; site.len && i < length; i++)
		if (hostname_within(site, catalogue_list_at(catalogue, brand, list, i)))
			return i;
	return 0;
}

size_t official_of(const struct catalogue *catalogue, const struct finding *finding,
		   enum language language, struct span *out, size_t max, size_t *more)
{
	*more = 0;
	if (finding->brand == BRAND_NONE)
		return 0;
	enum brand_list list = list_for(catalogue, finding);
	const struct brand brand = catalogue_brand(catalogue, finding->brand);
	struct span site =
	    hostname_without_www(official_site(official_page(&brand, language, finding)));
	size_t length = catalogue_list_length(catalogue, finding->brand, list);
	size_t first = first_of(catalogue, finding->brand, list, site);
	size_t count = length < max ? length : max;

	for (size_t i = 0; i < count; i++)
		out[i] = catalogue_list_at(catalogue, finding->brand, list,
					   i == 0	? first
					   : i <= first ? i - 1
							: i);
	*more = length - count;
	return count;
}

static bool same_but_case(struct span a, struct span b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++) {
		char c = a.ptr[i];

		if ((c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c) != b.ptr[i])
			return false;
	}
	return true;
}

struct span official_page(const struct brand *brand, enum language language,
			  const struct finding *finding)
{
	struct span page = language == LANGUAGE_JA ? brand->site_ja : brand->site;
	struct span other = language == LANGUAGE_JA ? brand->site : brand->site_ja;
	struct span site = hostname_without_www(official_site(other));

	static const enum evidence_key about[] = {EVIDENCE_IMITATES, EVIDENCE_ALIAS,
						  EVIDENCE_SHOWN};

	for (size_t i = 0; i < sizeof(about) / sizeof(*about); i++)
		if (same_but_case(finding->evidence[about[i]], site))
			return other;
	return page;
}

struct span official_site(struct span page)
{
	const struct span scheme = SPAN("https://");
	struct span site = page;

	if (span_starts(site, scheme))
		site = span_slice(site, scheme.len, site.len);
	size_t slash = span_find(site, '/');

	return slash == SPAN_NONE ? site : span_slice(site, 0, slash);
}
