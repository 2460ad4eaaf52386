#include "response.h"

#include "build.h"
#include "limits.h"
#include "text/hostname.h"
#include "text/unicode.h"

#include <stdio.h>

#define BRANDS_PAGE 200
#define BRANDS_PAGE_BYTES (512 * 1024)

static json_t *reply_of(struct build *b, int64_t id, const char *type)
{
	json_t *reply = json_object();

	build_set(b, reply, "id", json_integer(id));
	build_set(b, reply, "type", json_string(type));
	return reply;
}

json_t *response_hello(int64_t id, const struct index_facts *facts, enum language language)
{
	struct build b = {0};
	json_t *reply = reply_of(&b, id, "hello"), *catalogue = json_object();

	build_set(&b, catalogue, "version", build_text(facts->version));
	build_set(&b, catalogue, "brands", json_integer((json_int_t)facts->brands));
	build_set(&b, catalogue, "domains", json_integer((json_int_t)facts->domains));
	build_set(&b, reply, "protocol", json_integer(PROTOCOL_VERSION));
	build_set(&b, reply, "host",
		  json_pack("{ss ss}", "name", "honmono", "version", HONMONO_VERSION));
	build_set(&b, reply, "catalogue", catalogue);
	build_set(&b, reply, "unicode", json_string(UNICODE_VERSION));
	build_set(&b, reply, "psl", json_string(hostname_psl_date()));
	build_set(&b, reply, "limits",
		  json_pack("{si si}", "message_bytes", LIMIT_MESSAGE_BYTES, "links", LIMIT_LINKS));
	build_set(&b, reply, "language", json_string(language_name(language)));
	return build_end(&b, reply);
}

json_t *response_profile(int64_t id, const char *profile_id, json_t *problems)
{
	struct build b = {0};
	json_t *reply = reply_of(&b, id, "profile");

	build_set(&b, reply, "profile_id", json_string(profile_id));
	build_set(&b, reply, "problems", problems);
	return build_end(&b, reply);
}

static json_t *list_of(struct build *b, const struct catalogue *catalogue, brand_ref ref,
		       enum brand_list list)
{
	json_t *array = json_array();
	size_t length = catalogue_list_length(catalogue, ref, list);

	for (size_t i = 0; i < length; i++)
		build_append(b, array, build_text(catalogue_list_at(catalogue, ref, list, i)));
	return array;
}

static json_t *brand_entry(struct build *b, const struct catalogue *catalogue, brand_ref ref,
			   enum language language)
{
	struct brand brand = catalogue_brand(catalogue, ref);
	json_t *entry = json_object();

	build_set(b, entry, "id", build_text(brand.id));
	build_set(b, entry, "name",
		  build_text(language == LANGUAGE_JA ? brand.name_ja : brand.name));
	build_set(b, entry, "category", build_text(brand.category));
	build_set(b, entry, "site", build_text(brand.site));
	build_set(b, entry, "web_domains", list_of(b, catalogue, ref, BRAND_WEB_DOMAINS));
	build_set(b, entry, "mail_domains", list_of(b, catalogue, ref, BRAND_MAIL_DOMAINS));
	build_set(b, entry, "mail_addresses", list_of(b, catalogue, ref, BRAND_MAIL_ADDRESSES));
	if (brand.advisory.len)
		build_set(b, entry, "advisory", build_text(brand.advisory));
	return entry;
}

json_t *response_brands(int64_t id, const struct catalogue *catalogue, size_t from,
			enum language language)
{
	struct build b = {0};
	json_t *reply = reply_of(&b, id, "brands"), *page = json_array();
	size_t total = catalogue_brand_count(catalogue), bytes = 0, n = from;

	for (; n < total && n - from < BRANDS_PAGE && bytes < BRANDS_PAGE_BYTES; n++) {
		json_t *entry =
		    brand_entry(&b, catalogue, catalogue_brand_at(catalogue, n), language);

		bytes += json_dumpb(entry, NULL, 0, RESPONSE_FLAGS);
		build_append(&b, page, entry);
	}
	build_set(&b, reply, "total", json_integer((json_int_t)total));
	if (n < total)
		build_set(&b, reply, "next", json_integer((json_int_t)n));
	build_set(&b, reply, "brands", page);
	return build_end(&b, reply);
}

json_t *response_error(bool has_id, int64_t id, const struct fault *fault)
{
	struct build b = {0};
	json_t *reply = json_object();
	char detail[260];

	fault_text(fault, detail);
	build_set(&b, reply, "id", has_id ? json_integer(id) : json_null());
	build_set(&b, reply, "type", json_string("error"));
	build_set(&b, reply, "code", json_string(fault_name(fault->code)));
	build_set(&b, reply, "detail", json_string(detail));
	if (fault->code == FAULT_UNSUPPORTED_PROTOCOL)
		build_set(&b, reply, "protocols", json_pack("[i]", PROTOCOL_VERSION));
	return build_end(&b, reply);
}
