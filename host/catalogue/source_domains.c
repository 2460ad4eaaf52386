#include "catalogue/source_domains.h"

#include "text/hostname.h"

/* How many brands list `text`. */
static size_t brands_with(const struct text_map *map, struct span text)
{
	uint32_t count = text_map_get(map, text);

	return count == TEXT_MAP_NONE ? 0 : count;
}

/* What a look-up would not give is not taken: it would be cut from another brand. */
static bool has_room(struct reader *r, const char *path, size_t listed, size_t most)
{
	if (listed >= most)
		reader_problem(r, path, "is listed for too many brands");
	return listed < most;
}

static bool has_domain_room(struct reader *r, const char *path, struct span name)
{
	const struct source *source = r->source;
	bool brandless = text_map_get(&source->domain_names, name) != TEXT_MAP_NONE;

	return has_room(r, path, brands_with(&source->domain_brands, name) + brandless,
			DOMAIN_HITS);
}

/* user_content, and the domains of relays. */
static bool check_shared_item(struct reader *r, const char *path, struct span text, void *context)
{
	return check_domain_item(r, path, text, context) && has_domain_room(r, path, text);
}

/* mail_addresses, and those of relays: lower case, one @, a domain. */
static bool check_address_item(struct reader *r, const char *path, struct span text, void *context)
{
	size_t at = span_find_last(text, '@');
	bool sound = at != SPAN_NONE && at > 0;

	for (size_t i = 0; sound && i < text.len; i++)
		sound = text.ptr[i] > ' ' && text.ptr[i] != '<' && text.ptr[i] != '>' &&
			text.ptr[i] != '"' && !(text.ptr[i] >= 'A' && text.ptr[i] <= 'Z') &&
			(text.ptr[i] != '@' || i == at);
	if (!sound) {
		reader_problem(r, path, "is no plain lower-case address");
		return false;
	}
	return check_domain_item(r, path, span_slice(text, at + 1, text.len), context) &&
	       has_room(r, path, brands_with(&r->source->address_brands, text), ADDRESS_HITS);
}

static bool check_relay_item(struct reader *r, const char *path, struct span text, void *context)
{
	return span_find(text, '@') == SPAN_NONE ? check_shared_item(r, path, text, context)
						 : check_address_item(r, path, text, context);
}

static bool check_affiliate_item(struct reader *r, const char *path, struct span text,
				 void *context)
{
	const struct brand_reading *reading = context;

	if (span_equal(text, reading->brand.id)) {
		reader_problem(r, path, "is the brand itself");
		return false;
	}
	return check_id(r, path, text);
}

/* A www. is noise, unless the name without it is the brand's users' or everybody's (www.gov.uk). */
static bool needless_www(const struct source_list *content, struct span name)
{
	struct span rest = span_slice(name, 4, name.len);

	return span_starts(name, SPAN("www.")) && !list_covers(content, rest) &&
	       hostname_suffix(rest, false) != rest.len;
}

/* An official domain. A public suffix is nobody's; those of the list's private section belong to
 * brands (withgoogle.com), but a user is not asked to know which. */
static bool check_official_item(struct reader *r, const char *path, struct span text, void *context)
{
	const struct brand_reading *reading = context;
	const struct source_list *content = &reading->brand.lists[BRAND_USER_CONTENT];
	const char *problem = domain_problem(r->source, text);

	if (!problem && needless_www(content, text))
		problem = "is to be listed without www.";
	if (!problem && hostname_suffix(text, reading->profile) == text.len)
		problem = "is a public suffix";
	if (problem)
		reader_problem(r, path, "\"%.*s\" %s", (int)(text.len > 60 ? 60 : text.len),
			       text.ptr, problem);
	return !problem && has_domain_room(r, path, text);
}

static bool check_web_item(struct reader *r, const char *path, struct span text, void *context)
{
	const struct brand_reading *reading = context;

	if (!list_has(&reading->brand.lists[BRAND_USER_CONTENT], text))
		return check_official_item(r, path, text, context);
	reader_problem(r, path, "\"%.*s\" is among user_content too", (int)text.len, text.ptr);
	return false;
}

void brand_read_domains(struct reader *r, struct brand_reading *reading)
{
	struct source_list *lists = reading->brand.lists;
	const json_t *json = reading->json;
	const char *path = reading->path;

	lists[BRAND_AFFILIATES] =
	    reader_list(r, json, path, "affiliates", OPTIONAL, check_affiliate_item, reading);
	lists[BRAND_USER_CONTENT] =
	    reader_list(r, json, path, "user_content", OPTIONAL, check_shared_item, NULL);
	lists[BRAND_WEB_DOMAINS] =
	    reader_list(r, json, path, "web_domains", REQUIRED, check_web_item, reading);
	lists[BRAND_MAIL_DOMAINS] =
	    reader_list(r, json, path, "mail_domains", OPTIONAL, check_official_item, reading);
	lists[BRAND_MAIL_ADDRESSES] =
	    reader_list(r, json, path, "mail_addresses", OPTIONAL, check_address_item, NULL);
	lists[BRAND_RELAYS] =
	    reader_list(r, json, path, "relays", OPTIONAL, check_relay_item, NULL);
}

static bool count_one_more(struct text_map *map, struct span text)
{
	size_t count = brands_with(map, text);

	if (count)
		text_map_set(map, text, (uint32_t)count + 1);
	return count || text_map_put(map, text, 1) != TEXT_MAP_NONE;
}

bool brand_commit_domains(struct source *source, const struct source_brand *brand)
{
	static const enum brand_list LISTS[] = {BRAND_WEB_DOMAINS, BRAND_MAIL_DOMAINS,
						BRAND_USER_CONTENT, BRAND_MAIL_ADDRESSES,
						BRAND_RELAYS};
	bool counted = true;

	for (size_t k = 0; k < sizeof(LISTS) / sizeof(LISTS[0]); k++) {
		const struct source_list *list = &brand->lists[LISTS[k]];

		for (size_t i = 0; i < list->count && counted; i++) {
			struct span text = list->items[i];
			bool address = span_find(text, '@') != SPAN_NONE, before = false;

			for (size_t other = 0; other < k && !before; other++)
				before = list_has(&brand->lists[LISTS[other]], text);
			counted = before || count_one_more(address ? &source->address_brands
								   : &source->domain_brands,
							   text);
		}
	}
	return counted;
}

static bool has_label(const struct source_list *domains, struct span label)
{
	for (size_t i = 0; i < domains->count; i++) {
		struct span rest = domains->items[i];

		while (rest.len) {
			size_t dot = span_find(rest, '.');
			size_t end = dot == SPAN_NONE ? rest.len : dot;

			if (span_equal(span_slice(rest, 0, end), label))
				return true;
			rest = span_slice(rest, end + 1, rest.len);
		}
	}
	return false;
}

bool check_label_item(struct reader *r, const char *path, struct span text, void *context)
{
	const struct brand_reading *reading = context;
	const struct source_list *lists = reading->brand.lists;

	if (list_has(&reading->brand.coined, text)) {
		reader_problem(r, path, "is among coined too");
		return false;
	}
	if (has_label(&lists[BRAND_WEB_DOMAINS], text) ||
	    has_label(&lists[BRAND_MAIL_DOMAINS], text) ||
	    has_label(&lists[BRAND_USER_CONTENT], text))
		return true;
	reader_problem(r, path, "is a label of none of its domains");
	return false;
}
