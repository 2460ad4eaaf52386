/* IPv6 addresses: read as browsers do, written as RFC 5952 says, and which of them lead into one's own network. */
#include "text/ipv6.h"

#include "arena_fixture.h"

static void test_read_and_written(void **state)
{
	static const char *const cases[][2] = {
	    {"::", "[::]"},
	    {"::1", "[::1]"},
	    {"1::", "[1::]"},
	    {"2001:db8::1", "[2001:db8::1]"},
	    {"2001:DB8:0:0:0:0:0:1", "[2001:db8::1]"},
	    {"2001:0db8:0000:0000:0001:0000:0000:0001", "[2001:db8::1:0:0:1]"},
	    {"1:2:3:4:5:6:7:8", "[1:2:3:4:5:6:7:8]"},
	    {"1:0:3:4:5:6:7:8", "[1:0:3:4:5:6:7:8]"}, /* one zero is not shortened */
	    {"1::3:4:5:6:7:8", "[1:0:3:4:5:6:7:8]"},
	    {"::2:3:4:5:6:7:8", "[0:2:3:4:5:6:7:8]"},
	    {"1:2:3:4:5:6:7::", "[1:2:3:4:5:6:7:0]"},
	    {"1:0:0:4:0:0:0:8", "[1:0:0:4::8]"},   /* the longest run */
	    {"1:0:0:4:5:0:0:8", "[1::4:5:0:0:8]"}, /* the first of equal ones */
	    {"0:0:3::", "[0:0:3::]"},
	    {"::ffff:192.0.2.1", "[::ffff:c000:201]"},
	    {"::192.0.2.1", "[::c000:201]"},
	    {"1:2:3:4:5:6:192.0.2.1", "[1:2:3:4:5:6:c000:201]"},
	    {"64:ff9b::255.255.255.255", "[64:ff9b::ffff:ffff]"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		uint16_t pieces[IPV6_PIECES];

		if (!ipv6_parse(span_of(cases[i][0]), pieces))
			fail_msg("%s is refused", cases[i][0]);
		expect_text("writing", cases[i][0], ipv6_write(arena, pieces), cases[i][1]);
	}
}

static void test_refused(void **state)
{
	static const char *const cases[] = {
	    "",
	    ":",
	    ":1",
	    "1:",
	    ":::",
	    "1:::2",
	    "::1::",
	    "1::2::3",
	    "1:2:3:4:5:6:7",
	    "1:2:3:4:5:6:7:",
	    "1::2:",
	    "::1:",
	    "1:2:3:4:5:6:7:8:9",
	    "1:2:3:4:5:6:7:8::",
	    "::1:2:3:4:5:6:7:8",
	    "1:2:3:4::5:6:7:8",
	    "12345::",
	    "g::",
	    "::-1",
	    "[::1]",
	    "::1%eth0",
	    "::1%25eth0",
	    " ::1",
	    "::1 ",
	    "1:2:3:4:5:6:7:1.2.3.4",
	    "1:2:3:4:5:1.2.3.4",
	    "::1.2.3",
	    "::1.2.3.4.5",
	    "::1.2.3.4:5",
	    "::1.2.3.256",
	    "::1.2.3.04",
	    "::1.2.3.0x1",
	    "::1.2.3.",
	    "::.1.2.3",
	    "::1..3.4",
	    "::1.2.3.4.",
	    "1.2.3.4",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		uint16_t pieces[IPV6_PIECES];

		if (ipv6_parse(span_of(cases[i]), pieces))
			fail_msg("%s is taken", cases[i]);
	}
}

static void test_private(void **state)
{
	static const struct {
		const char *text;
		bool want;
	} cases[] = {
	    {"::", true},
	    {"::1", true},
	    {"::2", false},
	    {"::1:0", false},
	    {"1::", false},
	    {"fe80::", true},
	    {"febf:ffff::1", true},
	    {"fec0::", false},
	    {"fe7f:ffff::", false},
	    {"fc00::", true},
	    {"fdff:ffff::1", true},
	    {"fe00::", false},
	    {"fbff:ffff::", false},
	    {"::ffff:10.0.0.1", true},
	    {"::ffff:192.168.255.255", true},
	    {"::ffff:192.0.2.1", false},
	    {"::fffe:10.0.0.1", false},
	    {"1::ffff:10.0.0.1", false},
	    {"2001:db8::1", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		uint16_t pieces[IPV6_PIECES];

		assert_true(ipv6_parse(span_of(cases[i].text), pieces));
		if (ipv6_private(pieces) != cases[i].want)
			fail_msg("%s", cases[i].text);
	}
}

/* The longest address has room in what is written. */
static void test_longest(void **state)
{
	uint16_t pieces[IPV6_PIECES];

	(void)state;
	memset(pieces, 0xff, sizeof(pieces));
	expect_text("writing", "all ones", ipv6_write(arena, pieces),
		    "[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_read_and_written),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_private),
	    cmocka_unit_test(test_longest),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
