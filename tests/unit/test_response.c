/* Replies: every member in its place, and what is cut first when a reply would be too long. */
#include "response.h"

#include "embedded_fixture.h"
#include "harmless.h"
#include "json_out.h"
#include "limits.h"
#include "text/utf8.h"

static void assert_json(json_t *reply, const char *want)
{
	char *text = json_dumps(reply, RESPONSE_FLAGS);

	assert_non_null(text);
	assert_string_equal(text, want);
	free(text);
	json_decref(reply);
}

/* A verdict as it is sent, read again. */
static json_t *verdict_json(const int64_t *id, const struct message *message,
			    const struct verdict *verdict, size_t bytes)
{
	struct span text =
	    response_verdict(id, &catalogue, arena, LANGUAGE_EN, message, verdict, bytes);
	json_t *reply =
	    json_loadb(text.ptr, text.len, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, NULL);

	assert_non_null(reply);
	assert_true(text.len <= bytes);
	/* Byte for byte what a JSON library writes. */
	assert_int_equal(json_dumpb(reply, NULL, 0, RESPONSE_FLAGS), text.len);
	return reply;
}

static void test_errors(void **state)
{
	struct fault fault = {0};

	(void)state;
	fault_set(&fault, FAULT_INVALID_REQUEST, "not a string");
	fault_in(&fault, "url");
	fault_in_item(&fault, "links", 3);
	assert_json(response_error(true, 9007199254740991, &fault),
		    "{\"id\":9007199254740991,\"type\":\"error\",\"code\":\"invalid-request\","
		    "\"detail\":\"links[3].url: not a string\"}");
	fault_set(&fault, FAULT_INVALID_JSON, "not UTF-8");
	assert_json(
	    response_error(false, 0, &fault),
	    "{\"id\":null,\"type\":\"error\",\"code\":\"invalid-json\",\"detail\":\"not UTF-8\"}");
	fault_set(&fault, FAULT_UNSUPPORTED_PROTOCOL, "not 1");
	assert_json(response_error(true, 0, &fault),
		    "{\"id\":0,\"type\":\"error\",\"code\":\"unsupported-protocol\",\"detail\":"
		    "\"not 1\",\"protocols\":[1]}");
}

static void test_hello(void **state)
{
	const struct index_facts facts = {SPAN("2026-11-22"), 12, 345};
	json_t *reply = response_hello(7, &facts, LANGUAGE_JA);

	(void)state;
	assert_string_equal(json_string_value(json_object_get(reply, "psl")), hostname_psl_date());
	json_object_del(reply, "psl");
	json_object_del(reply, "unicode");
	assert_json(reply, "{\"id\":7,\"type\":\"hello\",\"protocol\":1,\"host\":{\"name\":"
			   "\"honmono\",\"version\":\"" HONMONO_VERSION
			   "\"},\"catalogue\":{\"version\":\"2026-11-22\",\"brands\":12,"
			   "\"domains\":345},\"limits\":{\"message_bytes\":1048576,\"links\":"
			   "2000},\"language\":\"ja\"}");
}

static void test_profile(void **state)
{
	(void)state;
	assert_json(response_profile(LIMIT_ID, "0123456789abcdef", json_pack("[s]", "p")),
		    "{\"id\":9007199254740991,\"type\":\"profile\",\"profile_id\":"
		    "\"0123456789abcdef\",\"problems\":[\"p\"]}");
	assert_null(response_profile(1, "0123456789abcdef", NULL));
}

/* A page of brands, read again. */
static json_t *brands_page(size_t from, enum language language)
{
	struct span text = response_brands(3, &catalogue, arena, from, language);
	json_t *reply = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, NULL);

	assert_non_null(reply);
	assert_int_equal(json_dumpb(reply, NULL, 0, RESPONSE_FLAGS), text.len);
	arena_reset(arena);
	return reply;
}

/* Every brand stands on one page, in the order of the catalogue, and no page is longer than 200. */
static void test_brands(void **state)
{
	size_t from = 0, total = catalogue_brand_count(&catalogue);
	bool more = true;

	(void)state;
	while (more) {
		json_t *reply = brands_page(from, LANGUAGE_EN);
		const json_t *page = json_object_get(reply, "brands"),
			     *next = json_object_get(reply, "next");
		size_t count = json_array_size(page);

		assert_int_equal(json_integer_value(json_object_get(reply, "total")), total);
		assert_in_range(count, 1, 200);
		for (size_t i = 0; i < count; i++) {
			struct brand brand =
			    catalogue_brand(&catalogue, catalogue_brand_at(&catalogue, from + i));
			const json_t *id = json_object_get(json_array_get(page, i), "id");

			assert_true(span_equal(brand.id, span_of(json_string_value(id))));
		}
		from += count;
		more = next != NULL;
		assert_int_equal(more ? json_integer_value(next) : (json_int_t)total, from);
		json_decref(reply);
	}
	assert_int_equal(from, total);
}

static void test_a_page_behind_the_last(void **state)
{
	size_t total = catalogue_brand_count(&catalogue);
	char want[100];

	(void)state;
	(void)snprintf(want, sizeof(want),
		       "{\"id\":3,\"type\":\"brands\",\"total\":%zu,\"brands\":[]}", total);
	assert_json(brands_page(total, LANGUAGE_EN), want);
	assert_json(brands_page(LIMIT_ID, LANGUAGE_EN), want);
}

static void test_a_brand_in_either_language(void **state)
{
	static const char *const names[LANGUAGES] = {"Rakuten", "楽天"};
	size_t from = 0;

	(void)state;
	while (!span_equal(catalogue_brand(&catalogue, catalogue_brand_at(&catalogue, from)).id,
			   SPAN("rakuten")))
		from++;
	for (int language = 0; language < LANGUAGES; language++) {
		json_t *reply = brands_page(from, (enum language)language);
		const json_t *brand = json_array_get(json_object_get(reply, "brands"), 0);

		assert_int_equal(strncmp(json_string_value(json_object_get(brand, "name")),
					 names[language], strlen(names[language])),
				 0);
		assert_true(json_array_size(json_object_get(brand, "web_domains")) > 0);
		assert_true(json_is_array(json_object_get(brand, "mail_domains")));
		assert_true(json_is_array(json_object_get(brand, "mail_addresses")));
		json_decref(reply);
	}
}

static void test_an_empty_verdict(void **state)
{
	const struct message message = {0};
	const struct verdict verdict = {0};
	const int64_t id = 4;

	(void)state;
	assert_json(verdict_json(&id, &message, &verdict, LIMIT_MESSAGE_BYTES),
		    "{\"id\":4,\"type\":\"verdict\",\"level\":\"none\",\"claims\":[],\"sender\":"
		    "null,\"links\":[],"
		    "\"findings\":[]}");
	assert_json(verdict_json(NULL, &message, &verdict, LIMIT_MESSAGE_BYTES),
		    "{\"type\":\"verdict\",\"level\":\"none\",\"claims\":[],\"sender\":null,"
		    "\"links\":[],\"findings\":[]}");
}

static void test_sender_and_links(void **state)
{
	struct message_link links[3] = {
	    {.url = SPAN("https://a.example/")}, {.url = SPAN("#")}, {.url = SPAN("http://[")}};
	struct link_view views[3] = {
	    {.hostname = SPAN("a.example"),
	     .unicode = SPAN("a.example"),
	     .registrable = SPAN("a.example"),
	     .destination = SPAN("https://b.example/"),
	     .destination_certain = true,
	     .level = LEVEL_NOTICE},
	    {.guard = true},
	    {.failed = true, .level = LEVEL_WARNING},
	};
	const struct message message = {.links = links, .link_count = 3, .links_unjudged = 2};
	struct verdict verdict = {
	    .level = LEVEL_WARNING,
	    .sender = {.present = true, .state = SENDER_UNOFFICIAL_STATE},
	    .links = views,
	    .link_count = 3,
	    .links_unjudged = 2,
	};

	(void)state;
	assert_json(
	    verdict_json(NULL, &message, &verdict, LIMIT_MESSAGE_BYTES),
	    "{\"type\":\"verdict\",\"level\":\"warning\",\"truncated\":true,\"unchecked_from\":3,"
	    "\"claims\":[],"
	    "\"sender\":{\"domain\":null,\"unicode\":null,\"registrable_domain\":null,\"state\":"
	    "\"unofficial\","
	    "\"official_for\":null},\"links\":["
	    "{\"index\":0,\"host\":\"a.example\",\"unicode\":\"a.example\",\"registrable_domain\":"
	    "\"a.example\","
	    "\"official_for\":null,\"destination\":\"https://b.example/"
	    "\",\"destination_certain\":true,"
	    "\"level\":\"notice\",\"guard\":false},"
	    "{\"index\":1,\"host\":null,\"unicode\":null,\"registrable_domain\":null,\"official_"
	    "for\":null,"
	    "\"level\":\"none\",\"guard\":true},"
	    "{\"index\":2,\"host\":null,\"parse\":\"failed\",\"unicode\":null,\"registrable_"
	    "domain\":null,"
	    "\"official_for\":null,\"level\":\"warning\",\"guard\":false}],\"findings\":[]}");
}

/* One finding's JSON object; the caller frees the reply it is in. */
static json_t *reply_with(struct finding *finding, size_t count)
{
	const struct message message = {0};
	struct verdict verdict = {
	    .level = finding->level, .findings = finding, .finding_count = count};

	return verdict_json(NULL, &message, &verdict, LIMIT_MESSAGE_BYTES);
}

static void test_a_finding(void **state)
{
	struct finding finding = {
	    .code = SENDER_UNOFFICIAL,
	    .level = LEVEL_DANGER,
	    .target = TARGET_SENDER,
	    .brand = catalogue_brand_by_id(&catalogue, SPAN("metamask")),
	    .evidence = {[EVIDENCE_CLAIMED] = SPAN("Meta\u202eMask"),
			 [EVIDENCE_REPLY_TO] = SPAN("x@y.example")},
	    .diffs = {{SPAN("rn"), SPAN("m")}},
	    .diff_count = 1,
	};
	json_t *reply = reply_with(&finding, 1);
	const json_t *got = json_array_get(json_object_get(reply, "findings"), 0);
	char *evidence = json_dumps(json_object_get(got, "evidence"), RESPONSE_FLAGS);

	(void)state;
	assert_string_equal(evidence,
			    "{\"claimed\":\"Meta\\\\u202eMask\",\"reply_to\":\"x@y.example\","
			    "\"diff\":[[\"rn\",\"m\"]]}");
	free(evidence);
	assert_string_equal(json_string_value(json_object_get(got, "code")), "sender-unofficial");
	assert_string_equal(
	    json_string_value(json_object_get(json_object_get(got, "brand"), "site")),
	    "https://metamask.io/");
	assert_string_equal(json_string_value(json_array_get(json_object_get(got, "official"), 0)),
			    "support@metamask.io");
	assert_true(json_array_size(json_object_get(got, "official")) <= LIMIT_OFFICIAL);
	json_decref(reply);
}

static void test_official_follows_the_target(void **state)
{
	struct finding finding = {
	    .code = LINK_UNOFFICIAL, .level = LEVEL_WARNING, .target = TARGET_LINK, .index = 3};
	brand_ref brand = BRAND_NONE;
	size_t domains = 0;

	(void)state;
	for (size_t n = 0; n < catalogue_brand_count(&catalogue) && domains <= LIMIT_OFFICIAL;
	     n++) {
		brand = catalogue_brand_at(&catalogue, n);
		domains = catalogue_list_length(&catalogue, brand, BRAND_WEB_DOMAINS);
	}
	assert_true(domains > LIMIT_OFFICIAL);
	finding.brand = brand;
	json_t *reply = reply_with(&finding, 1);
	const json_t *got = json_array_get(json_object_get(reply, "findings"), 0);

	assert_int_equal(json_array_size(json_object_get(got, "official")), LIMIT_OFFICIAL);
	assert_int_equal(json_integer_value(json_object_get(got, "official_more")),
			 domains - LIMIT_OFFICIAL);
	assert_int_equal(
	    json_integer_value(json_object_get(json_object_get(got, "target"), "index")), 3);
	json_decref(reply);
}

/* `count` findings of 20 KB each, the first `danger` of them dangers, and as many links. */
static json_t *long_reply(size_t danger, size_t count, size_t bytes)
{
	static char text[LIMIT_EVIDENCE_POINTS * 4];
	struct finding *findings = arena_array(arena, count, sizeof(*findings));
	struct message_link *links = arena_array(arena, LIMIT_LINKS, sizeof(*links));
	struct link_view *views = arena_array(arena, LIMIT_LINKS, sizeof(*views));
	const struct message message = {.links = links, .link_count = LIMIT_LINKS};

	for (size_t i = 0; i < sizeof(text); i += 4)
		memcpy(text + i, "\U0001f600", 4);
	for (size_t i = 0; i < count; i++) {
		findings[i] = (struct finding){.code = LINK_OBFUSCATED,
					       .target = TARGET_LINK,
					       .index = i,
					       .level = i < danger ? LEVEL_DANGER : LEVEL_NOTICE};
		for (int key = 0; key < EVIDENCE_KEYS; key++)
			findings[i].evidence[key] = (struct span){text, sizeof(text)};
	}
	for (size_t i = 0; i < LIMIT_LINKS; i++)
		views[i] = (struct link_view){.hostname = SPAN("a.example"),
					      .unicode = SPAN("a.example"),
					      .registrable = SPAN("a.example"),
					      .guard = true,
					      .level = LEVEL_DANGER};
	const struct verdict verdict = {.level = LEVEL_DANGER,
					.findings = findings,
					.finding_count = count,
					.links = views,
					.link_count = LIMIT_LINKS};

	return verdict_json(NULL, &message, &verdict, bytes);
}

static size_t text_size(const json_t *value)
{
	return json_dumpb(value, NULL, 0, RESPONSE_FLAGS);
}

static void test_notices_are_cut_first(void **state)
{
	json_t *reply = long_reply(5, 120, LIMIT_MESSAGE_BYTES);

	(void)state;
	assert_true(text_size(reply) <= LIMIT_MESSAGE_BYTES);
	assert_true(text_size(reply) > LIMIT_MESSAGE_BYTES - 25 * 1024);
	assert_true(json_is_true(json_object_get(reply, "truncated")));
	assert_string_equal(json_string_value(json_object_get(reply, "level")), "danger");
	const json_t *findings = json_object_get(reply, "findings");

	assert_true(json_array_size(findings) > 5 && json_array_size(findings) < 120);
	/* Links are whole as long as findings can be cut. */
	assert_non_null(
	    json_object_get(json_array_get(json_object_get(reply, "links"), 1999), "host"));
	json_decref(reply);
	arena_reset(arena);
}

static void test_links_are_reduced_from_the_last_on(void **state)
{
	size_t limit = 600 * 1024;
	json_t *reply = long_reply(30, 30, limit);
	const json_t *links = json_object_get(reply, "links"),
		     *findings = json_object_get(reply, "findings");

	(void)state;
	assert_true(text_size(reply) <= limit);
	assert_int_equal(json_array_size(links), LIMIT_LINKS);
	assert_int_equal(json_object_size(json_array_get(links, LIMIT_LINKS - 1)), 3);
	assert_true(json_is_true(json_object_get(json_array_get(links, LIMIT_LINKS - 1), "guard")));
	assert_true(json_array_size(findings) > 10);
	json_decref(reply);
	arena_reset(arena);
}

static void test_the_limit_is_exact(void **state)
{
	json_t *whole = long_reply(3, 10, LIMIT_MESSAGE_BYTES), *cut;
	size_t size = text_size(whole);

	(void)state;
	assert_null(json_object_get(whole, "truncated"));
	arena_reset(arena);
	cut = long_reply(3, 10, size);
	assert_true(json_equal(whole, cut));
	json_decref(cut);
	arena_reset(arena);
	for (size_t less = 1; less < 40; less++) {
		cut = long_reply(3, 10, size - less);
		assert_true(json_is_true(json_object_get(cut, "truncated")));
		json_decref(cut);
		arena_reset(arena);
	}
	json_decref(whole);
}

static void test_what_cannot_fit_is_no_reply(void **state)
{
	const struct message message = {0};
	const struct verdict verdict = {0};

	(void)state;
	assert_int_equal(
	    response_verdict(NULL, &catalogue, arena, LANGUAGE_EN, &message, &verdict, 20).len, 0);
}

static void test_strings_are_escaped(void **state)
{
	char raw[260];
	struct json_out out = {.text = {.arena = arena}};
	struct span text;
	json_t *value;

	(void)state;
	for (size_t i = 0; i < 128; i++)
		raw[i] = (char)i;
	memcpy(raw + 128, "é日\U0001f600", 9);
	json_out_open(&out, '[');
	json_out_text(&out, (struct span){raw, 137});
	json_out_number(&out, -9223372036854775807 - 1);
	json_out_number(&out, 0);
	json_out_bool(&out, false);
	json_out_text_or_null(&out, (struct span){NULL, 0});
	json_out_close(&out, ']');
	text = builder_span(&out.text);
	value = json_loadb(text.ptr, text.len, JSON_ALLOW_NUL, NULL);
	assert_non_null(value);
	assert_int_equal(json_string_length(json_array_get(value, 0)), 137);
	assert_memory_equal(json_string_value(json_array_get(value, 0)), raw, 137);
	assert_int_equal(json_integer_value(json_array_get(value, 1)), -9223372036854775807 - 1);
	assert_int_equal(json_array_size(value), 5);
	assert_int_equal(json_dumpb(value, NULL, 0, RESPONSE_FLAGS), text.len);
	json_decref(value);
	arena_reset(arena);
}

static void test_harmless(void **state)
{
	static const struct {
		struct span raw;
		size_t points;
		const char *want;
	} cases[] = {
	    {{"plain", 5}, 5, "plain"},
	    {{"plain", 5}, 4, "pla…"},
	    {{"a\0b", 3}, 99, "a\\u0000b"},
	    {{"\x7f\xc2\x85", 3}, 99, "\\u007f\\u0085"},
	    {{"\xe2\x80\xae"
	      "x",
	      4},
	     99,
	     "\\u202ex"},
	    {{"\xe2\x80\xae"
	      "x",
	      4},
	     7,
	     "\\u202ex"},
	    {{"\xe2\x80\xae"
	      "x",
	      4},
	     6,
	     "…"},
	    {{"\xf3\xa0\x81\x81", 4}, 99, "\\u{e0041}"},
	    {{"\xe2\x81\xa8\xe2\x81\xa9", 6}, 99, "\\u2068\\u2069"},
	    {{"\xe2\x80\x8b\xef\xbb\xbf\xe2\x80\xa8", 9}, 99, "\\u200b\\ufeff\\u2028"},
	    {{"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", 11},
	     99,
	     "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb"},
	    {{"", 0}, 5, ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span got = harmless(arena, cases[i].raw, cases[i].points);

		if (!span_equal(got, span_of(cases[i].want)))
			fail_msg("case %zu: %.*s", i, (int)got.len, got.ptr);
	}
	assert_true(span_equal(harmless_bytes(arena, SPAN("ああ"), 5), SPAN("あ")));
	assert_true(span_equal(harmless_bytes(arena, SPAN("a\u202e"), 6), SPAN("a")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_errors),
	    cmocka_unit_test(test_hello),
	    cmocka_unit_test(test_profile),
	    cmocka_unit_test(test_brands),
	    cmocka_unit_test(test_a_page_behind_the_last),
	    cmocka_unit_test(test_a_brand_in_either_language),
	    cmocka_unit_test(test_an_empty_verdict),
	    cmocka_unit_test(test_sender_and_links),
	    cmocka_unit_test(test_a_finding),
	    cmocka_unit_test(test_official_follows_the_target),
	    cmocka_unit_test(test_notices_are_cut_first),
	    cmocka_unit_test(test_links_are_reduced_from_the_last_on),
	    cmocka_unit_test(test_the_limit_is_exact),
	    cmocka_unit_test(test_what_cannot_fit_is_no_reply),
	    cmocka_unit_test(test_strings_are_escaped),
	    cmocka_unit_test(test_harmless),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
