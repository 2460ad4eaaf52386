/* Requests: what is read, what is refused, with which code and at which member. */
#include "request.h"

#include "limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(8 * 1024 * 1024);
	return arena ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* Bytes are counted, so that a text may hold NUL. */
#define TEXT(literal) ((struct span){(literal), sizeof(literal) - 1})

static bool parse(struct request *request, struct span body, struct fault *fault)
{
	arena_reset(arena);
	return request_parse(request, arena, body, fault);
}

static void assert_fault(struct span body, enum fault_code code, const char *text, int64_t id)
{
	struct request request;
	struct fault fault;
	char got[260];

	assert_false(parse(&request, body, &fault));
	fault_text(&fault, got);
	assert_string_equal(fault_name(fault.code), fault_name(code));
	if (text)
		assert_string_equal(got, text);
	assert_int_equal(request.has_id ? request.id : -1, id);
	request_free(&request);
}

#define REFUSED(literal, code, text, id) assert_fault(TEXT(literal), code, text, id)

static void test_not_json(void **state)
{
	(void)state;
	REFUSED("", FAULT_INVALID_JSON, "an empty message", -1);
	REFUSED("{\"id\":1", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{\"id\":1,}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{\"id\":1} {}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{\"id\":1,\"id\":2}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{\"id\":1,\"x\":{\"a\":1,\"\\u0061\":2}}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{\"id\":1,\"a\\u0000b\":2}", FAULT_INVALID_JSON, "a NUL in a name", -1);
	REFUSED("{\"id\":1,\"a\":\"\0\"}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{\"id\":1,\"a\":\"\xff\"}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{\"id\":1,\"a\":\"\xc0\xaf\"}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{\"id\":1,\"a\":\"\xed\xa0\x80\"}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{\"id\":1,\"a\":\"\\ud800\"}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("\xef\xbb\xbf{\"id\":1,\"type\":\"brands\"}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{'id':1}", FAULT_INVALID_JSON, NULL, -1);
	REFUSED("{\"id\":1,\"a\":\"\\", FAULT_INVALID_JSON, NULL, -1);
}

static void test_not_an_object(void **state)
{
	(void)state;
	REFUSED("null", FAULT_INVALID_REQUEST, "not an object", -1);
	REFUSED("42", FAULT_INVALID_REQUEST, "not an object", -1);
	REFUSED("\"check\"", FAULT_INVALID_REQUEST, "not an object", -1);
	REFUSED("[{\"id\":1}]", FAULT_INVALID_REQUEST, "not an object", -1);
}

static void test_ids(void **state)
{
	struct request request;
	struct fault fault;

	(void)state;
	REFUSED("{\"type\":\"check\"}", FAULT_INVALID_REQUEST, "id: missing", -1);
	REFUSED("{\"id\":-1,\"type\":\"check\"}", FAULT_INVALID_REQUEST,
		"id: not an integer from 0 to 2^53-1", -1);
	REFUSED("{\"id\":9007199254740992,\"type\":\"check\"}", FAULT_INVALID_REQUEST, NULL, -1);
	REFUSED("{\"id\":9223372036854775808,\"type\":\"check\"}", FAULT_INVALID_REQUEST, NULL, -1);
	REFUSED("{\"id\":1.0,\"type\":\"check\"}", FAULT_INVALID_REQUEST, NULL, -1);
	REFUSED("{\"id\":\"1\",\"type\":\"check\"}", FAULT_INVALID_REQUEST, NULL, -1);
	REFUSED("{\"id\":null,\"type\":\"check\"}", FAULT_INVALID_REQUEST, NULL, -1);
	REFUSED("{\"id\":1e400,\"type\":\"check\"}", FAULT_INVALID_REQUEST, NULL, -1);
	assert_true(parse(&request, TEXT("{\"id\":0,\"type\":\"check\"}"), &fault));
	assert_int_equal(request.id, 0);
	request_free(&request);
	assert_true(parse(&request, TEXT("{\"id\":9007199254740991,\"type\":\"check\"}"), &fault));
	assert_true(request.id == LIMIT_ID);
	request_free(&request);
}

static void test_types(void **state)
{
	(void)state;
	REFUSED("{\"id\":3}", FAULT_INVALID_REQUEST, "type: missing", 3);
	REFUSED("{\"id\":3,\"type\":1}", FAULT_INVALID_REQUEST, "type: not a string", 3);
	REFUSED("{\"id\":3,\"type\":\"Check\"}", FAULT_UNSUPPORTED_TYPE, NULL, 3);
	REFUSED("{\"id\":3,\"type\":\"check\\u0000\"}", FAULT_UNSUPPORTED_TYPE, NULL, 3);
	REFUSED("{\"id\":3,\"type\":\"hello\"}", FAULT_UNSUPPORTED_PROTOCOL, "protocol: not 1", 3);
	REFUSED("{\"id\":3,\"type\":\"hello\",\"protocol\":2}", FAULT_UNSUPPORTED_PROTOCOL, NULL,
		3);
	REFUSED("{\"id\":3,\"type\":\"hello\",\"protocol\":\"1\"}", FAULT_UNSUPPORTED_PROTOCOL,
		NULL, 3);
}

/* Every member of every request with a wrong type, and the place that the fault names. */
static void test_members_of_wrong_types(void **state)
{
	static const char *const cases[][2] = {
	    {"\"sender\":1", "sender: not an object"},
	    {"\"sender\":{\"name\":1}", "sender.name: not a string"},
	    {"\"sender\":{\"address\":[]}", "sender.address: not a string"},
	    {"\"reply_to\":\"x\"", "reply_to: not an array"},
	    {"\"reply_to\":[\"a\",null]", "reply_to[1]: not a string"},
	    {"\"recipients\":{}", "recipients: not an array"},
	    {"\"recipients\":[1]", "recipients[0]: not a string"},
	    {"\"subject\":null", "subject: not a string"},
	    {"\"text\":1", "text: not a string"},
	    {"\"cut\":\"false\"", "cut: neither true nor false"},
	    {"\"auth\":[]", "auth: not an object"},
	    {"\"auth\":{\"result\":\"PASS\"}", "auth.result: not pass, fail or none"},
	    {"\"auth\":{\"result\":true}", "auth.result: not a string"},
	    {"\"auth\":{\"mailed_by\":1}", "auth.mailed_by: not a string"},
	    {"\"auth\":{\"signed_by\":\"x\"}", "auth.signed_by: not an array"},
	    {"\"auth\":{\"signed_by\":[\"x\",2]}", "auth.signed_by[1]: not a string"},
	    {"\"auth\":{\"via\":1}", "auth.via: not a string"},
	    {"\"auth\":{\"warned\":0}", "auth.warned: neither true nor false"},
	    {"\"links\":{}", "links: not an array"},
	    {"\"links\":[{},\"x\"]", "links[1]: not an object"},
	    {"\"links\":[{},{},{},{\"url\":7}]", "links[3].url: not a string"},
	    {"\"links\":[{\"raw\":7}]", "links[0].raw: not a string"},
	    {"\"links\":[{\"text\":7}]", "links[0].text: not a string"},
	    {"\"profile_id\":7", "profile_id: not a string"},
	};
	char body[200];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		(void)snprintf(body, sizeof(body), "{\"id\":5,\"type\":\"check\",%s}", cases[i][0]);
		assert_fault(span_of(body), FAULT_INVALID_REQUEST, cases[i][1], 5);
	}
	REFUSED("{\"id\":5,\"type\":\"brands\",\"from\":-1}", FAULT_INVALID_REQUEST,
		"from: not an integer from 0 to 2^53-1", 5);
	REFUSED("{\"id\":5,\"type\":\"brands\",\"from\":1.5}", FAULT_INVALID_REQUEST, NULL, 5);
	REFUSED("{\"id\":5,\"type\":\"hello\",\"protocol\":1,\"languages\":\"ja\"}",
		FAULT_INVALID_REQUEST, "languages: not an array", 5);
	REFUSED("{\"id\":5,\"type\":\"hello\",\"protocol\":1,\"client\":{\"name\":1}}",
		FAULT_INVALID_REQUEST, "client.name: not a string", 5);
}

static void test_check_is_read(void **state)
{
	struct request request;
	struct fault fault;
	const struct message *m = &request.message;

	(void)state;
	assert_true(parse(
	    &request,
	    TEXT("{\"id\":4,\"type\":\"check\",\"sender\":{\"name\":\"A\",\"address\":\"a@b."
		 "example\"},"
		 "\"reply_to\":[\"r@c.example\"],\"recipients\":[\"t@d.example\",\"u@d.example\"],"
		 "\"subject\":\"s\\u0000t\",\"text\":\"x\",\"cut\":true,\"unknown\":[{}],"
		 "\"auth\":{\"result\":\"fail\",\"mailed_by\":\"m\",\"signed_by\":[\"n\"],\"via\":"
		 "null,"
		 "\"warned\":true},\"links\":[{\"url\":\"u\",\"raw\":\"v\",\"text\":\"w\"},{}],"
		 "\"profile_id\":\"p\"}"),
	    &fault));
	assert_int_equal(request.type, REQUEST_CHECK);
	assert_true(m->has_sender && span_equal(m->sender_name, SPAN("A")));
	assert_true(span_equal(m->sender_address, SPAN("a@b.example")));
	assert_int_equal(m->reply_to_count, 1);
	assert_int_equal(m->recipient_count, 2);
	assert_true(span_equal(m->recipients[1], SPAN("u@d.example")));
	assert_true(span_equal(m->subject, SPAN("s\0t")));
	assert_true(m->cut && m->auth.shown && m->auth.warned);
	assert_int_equal(m->auth.result, AUTH_FAIL);
	assert_int_equal(m->auth.signed_by_count, 1);
	assert_int_equal(m->auth.via.len, 0);
	assert_int_equal(m->link_count, 2);
	assert_true(span_equal(m->links[0].text, SPAN("w")));
	assert_true(request.has_profile_id && span_equal(request.profile_id, SPAN("p")));
	request_free(&request);
}

static void test_bare_check(void **state)
{
	struct request request;
	struct fault fault;

	(void)state;
	assert_true(parse(&request, TEXT("{\"id\":4,\"type\":\"check\"}"), &fault));
	assert_false(request.message.has_sender || request.message.auth.shown ||
		     request.has_profile_id);
	assert_int_equal(request.message.link_count, 0);
	request_free(&request);
}

static void test_languages(void **state)
{
	static const struct {
		const char *list;
		enum language language;
	} cases[] = {
	    {"[]", LANGUAGE_EN},
	    {"[\"ja\"]", LANGUAGE_JA},
	    {"[\"ja-JP\"]", LANGUAGE_JA},
	    {"[\"JA\"]", LANGUAGE_JA},
	    {"[\"fr\",\"ja\",\"en\"]", LANGUAGE_JA},
	    {"[\"en-GB\",\"ja\"]", LANGUAGE_EN},
	    {"[\"jav\",\"eng\"]", LANGUAGE_EN},
	    {"[\"jav\",\"\",\"j\"]", LANGUAGE_EN},
	};
	struct request request;
	struct fault fault;
	char body[120];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		(void)snprintf(body, sizeof(body),
			       "{\"id\":1,\"type\":\"hello\",\"protocol\":1,\"languages\":%s}",
			       cases[i].list);
		assert_true(parse(&request, span_of(body), &fault));
		assert_int_equal(request.language, cases[i].language);
		request_free(&request);
	}
}

/* {"id":1,"type":"check","x":[[[…]]]} with `depth` levels in all. */
static struct span nested(char *text, size_t depth)
{
	static const char head[] = "{\"id\":1,\"type\":\"check\",\"x\":";
	size_t len = sizeof(head) - 1;

	memcpy(text, head, len);
	memset(text + len, '[', depth - 1);
	len += depth - 1;
	memset(text + len, ']', depth - 1);
	len += depth - 1;
	text[len++] = '}';
	return (struct span){text, len};
}

static void test_depth(void **state)
{
	static char text[3 * 1024 * 1024];
	struct request request;
	struct fault fault;

	(void)state;
	assert_true(parse(&request, nested(text, 64), &fault));
	request_free(&request);
	assert_fault(nested(text, 65), FAULT_INVALID_JSON, "nested deeper than 64", -1);
	assert_fault(nested(text, 1000000), FAULT_INVALID_JSON, "nested deeper than 64", -1);
	/* Brackets inside strings are no depth. */
	const struct span head = SPAN("{\"id\":1,\"type\":\"check\",\"x\":\"\\\"");

	memset(text, '[', 1000);
	memcpy(text, head.ptr, head.len);
	memcpy(text + 1000, "\"}", 2);
	assert_true(parse(&request, (struct span){text, 1002}, &fault));
	request_free(&request);
}

/* {"id":1,"type":"check","x":[0,0,…]} with `count` values in all. */
static struct span many(char *text, size_t count)
{
	static const char head[] = "{\"id\":1,\"type\":\"check\",\"x\":[";
	size_t len = sizeof(head) - 1;

	memcpy(text, head, len);
	for (size_t i = 4; i < count; i++) {
		text[len++] = '0';
		text[len++] = i + 1 < count ? ',' : ']';
	}
	text[len++] = '}';
	return (struct span){text, len};
}

static void test_number_of_values(void **state)
{
	static char text[1024 * 1024];
	struct request request;
	struct fault fault;

	(void)state;
	assert_true(parse(&request, many(text, LIMIT_VALUES), &fault));
	request_free(&request);
	assert_fault(many(text, LIMIT_VALUES + 2), FAULT_INVALID_REQUEST, "more than 50000 values",
		     -1);
}

static void test_links_beyond_the_limit_are_counted(void **state)
{
	static char text[256 * 1024];
	struct request request;
	struct fault fault;
	size_t len = 0;

	(void)state;
	len = (size_t)snprintf(text, sizeof(text), "{\"id\":1,\"type\":\"check\",\"links\":[");
	for (size_t i = 0; i < LIMIT_LINKS + 7; i++)
		len += (size_t)snprintf(text + len, sizeof(text) - len,
					"%s{\"url\":\"https://a.example/%zu\"}", i ? "," : "", i);
	len += (size_t)snprintf(text + len, sizeof(text) - len, "]}");
	assert_true(parse(&request, (struct span){text, len}, &fault));
	assert_int_equal(request.message.link_count, LIMIT_LINKS);
	assert_int_equal(request.message.links_unjudged, 7);
	assert_true(span_equal(request.message.links[1999].url, SPAN("https://a.example/1999")));
	request_free(&request);
}

static void test_no_memory_for_lists(void **state)
{
	struct arena *small = arena_new(64);
	struct request request;
	struct fault fault;

	(void)state;
	assert_false(request_parse(&request, small,
				   TEXT("{\"id\":1,\"type\":\"check\",\"recipients\":[\"a\",\"b\","
					"\"c\",\"d\",\"e\",\"f\"]}"),
				   &fault));
	assert_int_equal(fault.code, FAULT_INTERNAL);
	request_free(&request);
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_not_json),
	    cmocka_unit_test(test_not_an_object),
	    cmocka_unit_test(test_ids),
	    cmocka_unit_test(test_types),
	    cmocka_unit_test(test_members_of_wrong_types),
	    cmocka_unit_test(test_check_is_read),
	    cmocka_unit_test(test_bare_check),
	    cmocka_unit_test(test_languages),
	    cmocka_unit_test(test_depth),
	    cmocka_unit_test(test_number_of_values),
	    cmocka_unit_test(test_links_beyond_the_limit_are_counted),
	    cmocka_unit_test(test_no_memory_for_lists),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
