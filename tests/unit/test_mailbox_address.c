/* One address of a scanned text: its last @, its range, its plain form, and what is wrong with it. */
#include "text/mailbox_address.h"

#include "arena_fixture.h"

static void test_last_at(void **state)
{
	static const struct {
		const char *text;
		size_t want;
	} cases[] = {
	    {"a@b", 1},	     {"a@b@c", 3},   {"\"a@b\"@c", 5},	{"a(@)@b", 4},
	    {"a@b(c@d)", 1}, {"a@[b@c]", 1}, {"ab", SPAN_NONE}, {"\"a@b\"", SPAN_NONE},
	    {"", SPAN_NONE}, {"@", 0},	     {"<a@b>", 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span text = span_of(cases[i].text);
		struct mailbox_scan scan = mailbox_scan(arena, text);

		assert_int_equal(mailbox_last_at(&scan, (struct mailbox_range){0, text.len}),
				 cases[i].want);
	}
}

static void test_last_at_of_a_range(void **state)
{
	struct mailbox_scan scan = mailbox_scan(arena, SPAN("a@b,c@d,e@f"));

	(void)state;
	assert_int_equal(mailbox_last_at(&scan, (struct mailbox_range){0, 7}), 5);
	assert_int_equal(mailbox_last_at(&scan, (struct mailbox_range){0, 5}), 1);
	assert_int_equal(mailbox_last_at(&scan, (struct mailbox_range){0, 6}), 5);
	assert_int_equal(mailbox_last_at(&scan, (struct mailbox_range){6, 9}), SPAN_NONE);
	assert_int_equal(mailbox_last_at(&scan, (struct mailbox_range){5, 5}), SPAN_NONE);
}

static void test_addresses(void **state)
{
	static const struct {
		const char *text, *address, *local;
		unsigned problems;
	} cases[] = {
	    {"a@b.example", "a@b.example", "a", 0},
	    {" A.b@B.Example\t", "A.b@b.example", "A.b", 0},
	    {"a..b.@c.example", "a..b.@c.example", "a..b.", 0},
	    {"\"a b\"@c.example", "\"a b\"@c.example", "a b", 0},
	    {"\"a\"@c.example", "a@c.example", "a", 0},
	    {"\"a\\\"b\\\\\"@c.example", "\"a\\\"b\\\\\"@c.example", "a\"b\\", 0},
	    {"\"\"@c.example", "\"\"@c.example", "", 0},
	    {"a@例え.example", "a@xn--r8jz45g.example", "a", 0},
	    {"あ@c.example", "あ@c.example", "あ", 0},
	    {"a@b@c.example", "\"a@b\"@c.example", "a@b", MAILBOX_AT},
	    {"@c.example", "\"\"@c.example", "", MAILBOX_CHARACTERS},
	    {"a b@c.example", "\"a b\"@c.example", "a b", MAILBOX_CHARACTERS},
	    {"a\u200b@c.example", "a\u200b@c.example", "a\u200b", MAILBOX_CHARACTERS},
	    {"a\"b\"@c.example", "ab@c.example", "ab", MAILBOX_QUOTES},
	    {"\"a\"b@c.example", "ab@c.example", "ab", MAILBOX_QUOTES},
	    {"a.\"b\".c@d.example", "a.b.c@d.example", "a.b.c", 0},
	    {"a\"@c.example", "\"a\\\"\"@c.example", "a\"", MAILBOX_QUOTES},
	    {"a(x)@c.example", "a@c.example", "a", MAILBOX_COMMENT},
	    {"a@(x)c.example(y)", "a@c.example", "a", MAILBOX_COMMENT},
	    {"@x,@y:a@c.example", "a@c.example", "a", MAILBOX_ROUTE},
	    {"a@[192.0.2.1]", "a@192.0.2.1", "a", MAILBOX_DOMAIN_LITERAL},
	    {"a@192.0.2.1", "a@192.0.2.1", "a", MAILBOX_DOMAIN_LITERAL},
	    {"a@[IPv6:2001:db8::1]", "a@[2001:db8::1]", "a", MAILBOX_DOMAIN_LITERAL},
	    {"a@[b.example]", "a@[b.example]", "a", MAILBOX_DOMAIN_LITERAL | MAILBOX_DOMAIN},
	    {"a@", "a@", "a", MAILBOX_DOMAIN},
	    {"a@b..example", "a@b..example", "a", MAILBOX_DOMAIN},
	    {"a@b%2eexample", "a@b%2eexample", "a", MAILBOX_DOMAIN},
	    {"a@b_c.example", "a@b_c.example", "a", 0},
	    {"a@b!c.example", "a@b!c.example", "a", MAILBOX_DOMAIN},
	    {"a", "", "", MAILBOX_EMPTY},
	    {"", "", "", MAILBOX_EMPTY},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span text = span_of(cases[i].text);
		struct mailbox_scan scan = mailbox_scan(arena, text);
		struct mailbox got = {0};

		mailbox_read_address(arena, &scan, (struct mailbox_range){0, text.len}, &got);
		expect_text("the address", cases[i].text, got.address, cases[i].address);
		expect_text("the local part", cases[i].text, got.local, cases[i].local);
		if (got.problems != cases[i].problems)
			fail_msg("%s: problems %x", cases[i].text, got.problems);
		assert_int_equal(got.domain.kind == HOSTNAME_INVALID,
				 (got.problems & (MAILBOX_DOMAIN | MAILBOX_EMPTY)) != 0);
	}
}

/* Problems are added to those there are; what stands beside the range is not of it. */
static void test_a_range(void **state)
{
	struct mailbox_scan scan = mailbox_scan(arena, SPAN("x\" <a@b.example> (c)"));
	struct mailbox got = {.problems = MAILBOX_SEVERAL};

	(void)state;
	mailbox_read_address(arena, &scan, (struct mailbox_range){4, 15}, &got);
	expect_text("the address", "a range", got.address, "a@b.example");
	assert_int_equal(got.problems, MAILBOX_SEVERAL);
	expect_text("the domain", "a range", got.domain.ascii, "b.example");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_last_at),
	    cmocka_unit_test(test_last_at_of_a_range),
	    cmocka_unit_test(test_addresses),
	    cmocka_unit_test(test_a_range),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
