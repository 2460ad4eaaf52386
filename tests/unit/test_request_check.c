/* The members of a check: each in its place in the message, each wrong one by its name, links up to the limit. */
#include "arena_fixture.h"
#include "request_check.h"

#include "limits.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static void assert_text(struct span got, const char *want)
{
	if (!span_equal(got, span_of(want)))
		fail_msg("\"%.*s\" instead of \"%s\"", (int)got.len, got.len ? got.ptr : "", want);
}

/* The message of a request; its spans live until the request is freed. */
static json_t *read_message(const char *text, struct message *message)
{
	json_t *root = json_loads(text, 0, NULL);
	struct fault fault = {0};
	char told[260];

	assert_non_null(root);
	*message = (struct message){0};
	if (!request_check(root, arena, message, &fault)) {
		fault_text(&fault, told);
		fail_msg("%s: %s", text, told);
	}
	return root;
}

static void test_all_members(void **state)
{
	struct message m;
	json_t *root = read_message(
	    "{\"sender\":{\"name\":\"N\",\"address\":\"a@b.example\"},\"reply_to\":[\"r\",\"s\"],"
	    "\"recipients\":[\"me\"],\"subject\":\"S\",\"text\":\"T\",\"cut\":true,\"auth\":"
	    "{\"result\":\"fail\",\"mailed_by\":\"m\",\"signed_by\":[\"d\",\"e\"],\"via\":\"v\","
	    "\"warned\":true},\"links\":[{\"url\":\"u\",\"raw\":\"w\",\"text\":\"t\"},{}],"
	    "\"unknown\":[{}]}",
	    &m);

	(void)state;
	assert_true(m.has_sender && m.cut);
	assert_text(m.sender_name, "N");
	assert_text(m.sender_address, "a@b.example");
	assert_int_equal(m.reply_to_count, 2);
	assert_text(m.reply_to[0], "r");
	assert_text(m.reply_to[1], "s");
	assert_int_equal(m.recipient_count, 1);
	assert_text(m.recipients[0], "me");
	assert_text(m.subject, "S");
	assert_text(m.text, "T");
	assert_true(m.auth.shown && m.auth.result == AUTH_FAIL && m.auth.warned);
	assert_text(m.auth.mailed_by, "m");
	assert_int_equal(m.auth.signed_by_count, 2);
	assert_text(m.auth.signed_by[1], "e");
	assert_text(m.auth.via, "v");
	assert_int_equal(m.link_count, 2);
	assert_int_equal(m.links_unjudged, 0);
	assert_text(m.links[0].url, "u");
	assert_text(m.links[0].raw, "w");
	assert_text(m.links[0].text, "t");
	assert_true(!m.links[1].url.ptr && !m.links[1].raw.ptr && !m.links[1].text.ptr);
	json_decref(root);
}

static void test_no_members(void **state)
{
	static const struct message none;
	struct message m;
	json_t *root = read_message("{}", &m);

	(void)state;
	assert_memory_equal(&m, &none, sizeof(m));
	json_decref(root);
	/* An object without members is there, though. */
	root = read_message("{\"sender\":{},\"auth\":{},\"links\":[],\"reply_to\":[]}", &m);
	assert_true(m.has_sender && m.auth.shown && m.auth.result == AUTH_UNKNOWN);
	assert_true(m.link_count == 0 && m.reply_to_count == 0);
	json_decref(root);
}

static void test_results(void **state)
{
	static const struct {
		const char *text;
		enum auth_result want;
	} cases[] = {
	    {"{\"auth\":{\"result\":\"pass\"}}", AUTH_PASS},
	    {"{\"auth\":{\"result\":\"fail\"}}", AUTH_FAIL},
	    {"{\"auth\":{\"result\":\"none\"}}", AUTH_NONE},
	    {"{\"auth\":{\"mailed_by\":null,\"via\":null}}", AUTH_UNKNOWN},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct message m;
		json_t *root = read_message(cases[i].text, &m);

		assert_int_equal(m.auth.result, cases[i].want);
		assert_true(m.auth.shown && !m.auth.via.ptr && !m.auth.mailed_by.ptr);
		json_decref(root);
	}
}

static void test_what_is_wrong(void **state)
{
	static const char *const cases[][2] = {
	    {"{\"sender\":null}", "sender: not an object"},
	    {"{\"sender\":{\"name\":1}}", "sender.name: not a string"},
	    {"{\"sender\":{\"address\":null}}", "sender.address: not a string"},
	    {"{\"reply_to\":\"a\"}", "reply_to: not an array"},
	    {"{\"reply_to\":[\"a\",null]}", "reply_to[1]: not a string"},
	    {"{\"recipients\":{}}", "recipients: not an array"},
	    {"{\"recipients\":[[]]}", "recipients[0]: not a string"},
	    {"{\"subject\":[]}", "subject: not a string"},
	    {"{\"text\":null}", "text: not a string"},
	    {"{\"cut\":1}", "cut: neither true nor false"},
	    {"{\"auth\":[]}", "auth: not an object"},
	    {"{\"auth\":{\"result\":\"Pass\"}}", "auth.result: not pass, fail or none"},
	    {"{\"auth\":{\"result\":\"\"}}", "auth.result: not pass, fail or none"},
	    {"{\"auth\":{\"result\":\"passed\"}}", "auth.result: not pass, fail or none"},
	    {"{\"auth\":{\"result\":null}}", "auth.result: not a string"},
	    {"{\"auth\":{\"mailed_by\":1}}", "auth.mailed_by: not a string"},
	    {"{\"auth\":{\"signed_by\":null}}", "auth.signed_by: not an array"},
	    {"{\"auth\":{\"signed_by\":[1]}}", "auth.signed_by[0]: not a string"},
	    {"{\"auth\":{\"via\":false}}", "auth.via: not a string"},
	    {"{\"auth\":{\"warned\":\"\"}}", "auth.warned: neither true nor false"},
	    {"{\"links\":{}}", "links: not an array"},
	    {"{\"links\":[{},\"u\"]}", "links[1]: not an object"},
	    {"{\"links\":[{\"url\":null}]}", "links[0].url: not a string"},
	    {"{\"links\":[{},{},{\"raw\":1}]}", "links[2].raw: not a string"},
	    {"{\"links\":[{\"text\":{}}]}", "links[0].text: not a string"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		json_t *root = json_loads(cases[i][0], 0, NULL);
		struct message m = {0};
		struct fault fault = {0};
		char told[260];

		assert_non_null(root);
		if (request_check(root, arena, &m, &fault))
			fail_msg("taken: %s", cases[i][0]);
		fault_text(&fault, told);
		assert_string_equal(told, cases[i][1]);
		assert_int_equal(fault.code, FAULT_INVALID_REQUEST);
		json_decref(root);
	}
}

static json_t *links_of(size_t count, json_t *last)
{
	json_t *root = json_object(), *links = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(links, json_pack("{ss}", "url", "u"));
	if (last)
		json_array_append_new(links, last);
	json_object_set_new(root, "links", links);
	return root;
}

static void test_number_of_links(void **state)
{
	static const struct {
		size_t sent, judged, unjudged;
	} cases[] = {
	    {1, 1, 0},
	    {LIMIT_LINKS, LIMIT_LINKS, 0},
	    {LIMIT_LINKS + 1, LIMIT_LINKS, 1},
	    {LIMIT_LINKS + 500, LIMIT_LINKS, 500},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		json_t *root = links_of(cases[i].sent, NULL);
		struct message m = {0};
		struct fault fault;

		assert_true(request_check(root, arena, &m, &fault));
		assert_int_equal(m.link_count, cases[i].judged);
		assert_int_equal(m.links_unjudged, cases[i].unjudged);
		assert_text(m.links[m.link_count - 1].url, "u");
		json_decref(root);
	}
}

/* What is not looked at cannot be wrong; the last that is can. */
static void test_links_behind_the_limit(void **state)
{
	struct message m = {0};
	struct fault fault;
	json_t *root = links_of(LIMIT_LINKS, json_integer(1));
	char told[260];

	(void)state;
	assert_true(request_check(root, arena, &m, &fault));
	assert_int_equal(m.links_unjudged, 1);
	json_decref(root);
	root = links_of(LIMIT_LINKS - 1, json_integer(1));
	assert_false(request_check(root, arena, &m, &fault));
	fault_text(&fault, told);
	assert_string_equal(told, "links[1999]: not an object");
	json_decref(root);
}

/* The arena remembers; what is there is not half. */
static void test_no_memory(void **state)
{
	struct arena *small = arena_new(64);
	struct message m = {0};
	struct fault fault;
	json_t *root = links_of(LIMIT_LINKS, NULL);

	(void)state;
	json_object_set_new(root, "reply_to", json_pack("[sssss]", "a", "b", "c", "d", "e"));
	while (!arena_failed(small))
		(void)arena_alloc(small, 16);
	assert_true(request_check(root, small, &m, &fault));
	assert_true(m.link_count == 0 && m.reply_to_count == 0);
	json_decref(root);
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_all_members),	    cmocka_unit_test(test_no_members),
	    cmocka_unit_test(test_results),	    cmocka_unit_test(test_what_is_wrong),
	    cmocka_unit_test(test_number_of_links), cmocka_unit_test(test_links_behind_the_limit),
	    cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
