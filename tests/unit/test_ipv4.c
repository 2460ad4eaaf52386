/* IPv4 addresses: every spelling that a browser takes, what it refuses, what is a name, and the borders of ranges. */
#include "text/ipv4.h"

#include "arena_fixture.h"

static void test_spellings(void **state)
{
	static const struct {
		const char *text;
		enum ipv4_reading reading;
		uint32_t address;
	} cases[] = {
	    {"192.0.2.1", IPV4_ADDRESS, 0xc0000201},
	    {"192.0.2.1.", IPV4_ADDRESS, 0xc0000201},
	    {"0.0.0.0", IPV4_ADDRESS, 0},
	    {"255.255.255.255", IPV4_ADDRESS, 0xffffffff},
	    {"0300.0.0x2.01", IPV4_ADDRESS, 0xc0000201},
	    {"0XC0.0.2.1", IPV4_ADDRESS, 0xc0000201},
	    {"0xffffffff", IPV4_ADDRESS, 0xffffffff},
	    {"0xFfFf.1", IPV4_BROKEN, 0},
	    {"4294967295", IPV4_ADDRESS, 0xffffffff},
	    {"4294967296", IPV4_BROKEN, 0},
	    {"99999999999999999999999999", IPV4_BROKEN, 0},
	    {"00000000000000000000000000000001", IPV4_ADDRESS, 1},
	    {"1.16777215", IPV4_ADDRESS, 0x01ffffff},
	    {"1.16777216", IPV4_BROKEN, 0},
	    {"1.2.65535", IPV4_ADDRESS, 0x0102ffff},
	    {"1.2.65536", IPV4_BROKEN, 0},
	    {"1.2.3.255", IPV4_ADDRESS, 0x010203ff},
	    {"1.2.3.256", IPV4_BROKEN, 0},
	    {"256.2.3.4", IPV4_BROKEN, 0},
	    {"1.256.3.4", IPV4_BROKEN, 0},
	    {"1.2.3.4.5", IPV4_BROKEN, 0},
	    {"1..2.3", IPV4_BROKEN, 0},
	    {".1", IPV4_BROKEN, 0},
	    {"a.1", IPV4_BROKEN, 0},
	    {"1.2.3.08", IPV4_BROKEN, 0},
	    {"1.2.3.09", IPV4_BROKEN, 0},
	    {"08", IPV4_BROKEN, 0},
	    {"a.0x", IPV4_BROKEN, 0},
	    {"0x", IPV4_ADDRESS, 0},
	    {"0x.0X.0x.0", IPV4_ADDRESS, 0},
	    {"a.example", IPV4_NAME, 0},
	    {"1.2.3.4.a", IPV4_NAME, 0},
	    {"1.2.3.0xg", IPV4_NAME, 0},
	    {"1.2.3.1x", IPV4_NAME, 0},
	    {"1.2.3.-1", IPV4_NAME, 0},
	    {"1..", IPV4_NAME, 0},
	    {"", IPV4_NAME, 0},
	    {".", IPV4_NAME, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const uint32_t untouched = 0xdeadbeef;
		uint32_t address = untouched;
		enum ipv4_reading got = ipv4_parse(span_of(cases[i].text), &address);

		if (got != cases[i].reading || (got == IPV4_ADDRESS && address != cases[i].address))
			fail_msg("%s: %d %08x", cases[i].text, got, address);
		if (got == IPV4_NAME)
			assert_int_equal(address, untouched);
	}
}

static void test_a_span_ends_where_it_says(void **state)
{
	uint32_t address;

	(void)state;
	assert_int_equal(ipv4_parse((struct span){"1.2.3.45", 7}, &address), IPV4_ADDRESS);
	assert_int_equal(address, 0x01020304);
	assert_int_equal(ipv4_parse((struct span){NULL, 0}, &address), IPV4_NAME);
}

static void test_writing(void **state)
{
	(void)state;
	expect_text("writing", "0", ipv4_write(arena, 0), "0.0.0.0");
	expect_text("writing", "c0000201", ipv4_write(arena, 0xc0000201), "192.0.2.1");
	expect_text("writing", "all", ipv4_write(arena, 0xffffffff), "255.255.255.255");
}

/* First and last address of each range, and those beside it. */
static void test_private(void **state)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = {
	    {0x00000000, 0x00ffffff}, /* 0/8; before it comes the last of all */
	    {0x0a000000, 0x0affffff}, /* 10/8 */
	    {0x64400000, 0x647fffff}, /* 100.64/10 */
	    {0x7f000000, 0x7fffffff}, /* 127/8 */
	    {0xa9fe0000, 0xa9feffff}, /* 169.254/16 */
	    {0xac100000, 0xac1fffff}, /* 172.16/12 */
	    {0xc0a80000, 0xc0a8ffff}, /* 192.168/16 */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
		assert_true(ipv4_private(ranges[i].first));
		assert_true(ipv4_private(ranges[i].last));
		assert_false(ipv4_private(ranges[i].first - 1));
		assert_false(ipv4_private(ranges[i].last + 1));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_spellings),
	    cmocka_unit_test(test_a_span_ends_where_it_says),
	    cmocka_unit_test(test_writing),
	    cmocka_unit_test(test_private),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
