#include "response.h"

#include "brand_name.h"

#include "json_out.h"

#define PAGE 200
#define PAGE_BYTES (512 * 1024)

static void text_member(struct json_out *out, struct span name, struct span text)
{
	json_out_name(out, name);
	json_out_text(out, text);
}

static void number_member(struct json_out *out, struct span name, int64_t number)
{
	json_out_name(out, name);
	json_out_number(out, number);
}

static void list_member(struct json_out *out, struct span name, const struct catalogue *catalogue,
			brand_ref ref, enum brand_list list)
{
	size_t length = catalogue_list_length(catalogue, ref, list);

	json_out_name(out, name);
	json_out_open(out, '[');
	for (size_t i = 0; i < length; i++)
		json_out_text(out, catalogue_list_at(catalogue, ref, list, i));
	json_out_close(out, ']');
}

static void write_brand(struct json_out *out, const struct catalogue *catalogue, brand_ref ref,
			enum language language)
{
	struct brand brand = catalogue_brand(catalogue, ref);

	json_out_open(out, '{');
	text_member(out, SPAN("id"), brand.id);
	text_member(out, SPAN("name"), brand_name(&brand, language));
	text_member(out, SPAN("category"), brand.category);
	text_member(out, SPAN("site"), language == LANGUAGE_JA ? brand.site_ja : brand.site);
	list_member(out, SPAN("web_domains"), catalogue, ref, BRAND_WEB_DOMAINS);
	list_member(out, SPAN("mail_domains"), catalogue, ref, BRAND_MAIL_DOMAINS);
	list_member(out, SPAN("mail_addresses"), catalogue, ref, BRAND_MAIL_ADDRESSES);
	struct span advisory = language == LANGUAGE_JA ? brand.advisory_ja : brand.advisory;

	if (advisory.len)
		text_member(out, SPAN("advisory"), advisory);
	json_out_close(out, '}');
}

struct span response_brands(int64_t id, const struct catalogue *catalogue, struct arena *arena,
			    size_t from, enum language language)
{
	struct json_out out = {.text = {.arena = arena}};
	size_t total = catalogue_brand_count(catalogue), n = from, begin;

	json_out_open(&out, '{');
	number_member(&out, SPAN("id"), id);
	text_member(&out, SPAN("type"), SPAN("brands"));
	number_member(&out, SPAN("total"), (int64_t)total);
	json_out_name(&out, SPAN("brands"));
	json_out_open(&out, '[');
	begin = out.text.len;
	for (; n < total && n - from < PAGE && out.text.len - begin < PAGE_BYTES; n++)
		write_brand(&out, catalogue, catalogue_brand_at(catalogue, n), language);
	json_out_close(&out, ']');
	if (n < total)
		number_member(&out, SPAN("next"), (int64_t)n);
	json_out_close(&out, '}');
	return builder_span(&out.text);
}
