/* Punycode against another implementation's output (Python's codec), and the longest label. */
#include "text/hostname_punycode.h"

#include "arena_fixture.h"

#include "text/utf8.h"

static void test_labels(void **state)
{
	static const char *const cases[][2] = {
	    {"ü", "xn--tda"},
	    {"ß", "xn--zca"},
	    {"éé", "xn--9caa"},
	    {"bücher", "xn--bcher-kva"},
	    {"münchen", "xn--mnchen-3ya"},
	    {"日本", "xn--wgv71a"},
	    {"一万与丕东", "xn--4gqov2a9a"},
	    {"☃", "xn--n3h"},
	    {"😀", "xn--e28h"},
	    {"i❤", "xn--i-7iq"},
	    {"a😀b-c", "xn--ab-c-v973c"},
	    {"αααααααααα", "xn--mxaaaaaaaaaa"},
	    {"ひとつ屋根の下2", "xn--2-u9tlzr9756bt3uc0v"},
	    {"ليهمابتكلموشعربي؟", "xn--egbpdaj6bu4bxfgehfvwxn"},
	    {"\U0010ffff", "xn--dn32g"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_text("punycode", cases[i][0], hostname_punycode(arena, span_of(cases[i][0])),
			    cases[i][1]);
}

static void test_the_longest(void **state)
{
	char label[2 * PUNYCODE_MAX + 2], want[PUNYCODE_MAX + 7] = "xn--9c";

	(void)state;
	for (size_t i = 0; i <= PUNYCODE_MAX; i++)
		memcpy(label + 2 * i, "é", 2);
	memset(want + 6, 'a', PUNYCODE_MAX);
	expect_text("punycode", "the longest",
		    hostname_punycode(arena, (struct span){label, 2 * PUNYCODE_MAX}), want);
	assert_int_equal(hostname_punycode(arena, (struct span){label, 2 * PUNYCODE_MAX + 2}).len,
			 0);
}

/* The highest and the lowest point of the longest label, where the numbers are largest. */
static void test_no_overflow(void **state)
{
	char label[4 * PUNYCODE_MAX];
	size_t len = 0;
	struct span got;

	(void)state;
	for (size_t i = 0; i + 1 < PUNYCODE_MAX; i++)
		label[len++] = 'a';
	len += utf8_encode(0x10ffff, label + len);
	got = hostname_punycode(arena, (struct span){label, len});
	assert_true(span_starts(got, SPAN("xn--aaa")));
	assert_true(span_ends(got, SPAN("a-515811u")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_labels),
	    cmocka_unit_test(test_the_longest),
	    cmocka_unit_test(test_no_overflow),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
