#include "official.h"

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

size_t official_of(const struct catalogue *catalogue, const struct finding *finding,
		   struct span *out, size_t max, size_t *more)
{
	*more = 0;
	if (finding->brand == BRAND_NONE)
		return 0;
	enum brand_list list = list_for(catalogue, finding);
	size_t length = catalogue_list_length(catalogue, finding->brand, list);
	size_t count = length < max ? length : max;

	for (size_t i = 0; i < count; i++)
		out[i] = catalogue_list_at(catalogue, finding->brand, list, i);
	*more = length - count;
	return count;
}

struct span official_site(const struct brand *brand)
{
	const struct span scheme = SPAN("https://");
	struct span site = brand->site;

	if (span_starts(site, scheme))
		site = span_slice(site, scheme.len, site.len);
	size_t slash = span_find(site, '/');

	return slash == SPAN_NONE ? site : span_slice(site, 0, slash);
}
