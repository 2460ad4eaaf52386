/* Single labels to ASCII and back: what UTS #46 maps, what it refuses, and what libidn2 has of its own. */
#include "text/hostname_idna.h"

#include "arena_fixture.h"

static void test_warm(void **state)
{
	(void)state;
	assert_true(hostname_idna_warm());
	assert_true(hostname_idna_warm());
}

static void test_prefixed(void **state)
{
	static const struct {
		const char *label;
		bool want;
	} cases[] = {{"xn--", true},   {"xn--a", true},	 {"XN--a", true},  {"Xn--a", true},
		     {"xn-", false},   {"xn-a", false},	 {"xn-a-", false}, {"axn--", false},
		     {"xm--a", false}, {"yn--a", false}, {"", false}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (hostname_idna_prefixed(span_of(cases[i].label)) != cases[i].want)
			fail_msg("%s", cases[i].label);
	assert_false(hostname_idna_prefixed((struct span){"xn--", 3}));
}

static void test_encoding(void **state)
{
	static const char *const cases[][2] = {
	    {"bücher", "xn--bcher-kva"},
	    {"BÜCHER", "xn--bcher-kva"},
	    {"straße", "xn--strae-oqa"}, /* non-transitional */
	    {"STRAẞE", "xn--strae-oqa"},
	    {"ｐａｙｐａｌ", "paypal"},
	    {"pay\u00adpal", "paypal"},
	    {"pay\u200bpal", "paypal"},
	    {"\u00ad", ""},
	    {"日本", "xn--wgv71a"},
	    {"😀", "xn--e28h"},
	    {"xn--wgv71a", "xn--wgv71a"},
	    {"xn--e28h", "xn--e28h"},
	    {"①", "1"},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span got = SPAN("untouched");

		if (!hostname_idna_encode(arena, span_of(cases[i][0]), &got))
			fail_msg("%s is refused", cases[i][0]);
		expect_text("encoding", cases[i][0], got, cases[i][1]);
	}
}

static void test_what_is_not_encoded(void **state)
{
	static const char *const cases[] = {
	    "xn--a",	/* decodes to a control character */
	    "xn--ü",	/* a prefix that no encoder made */
	    "\u0301a",	/* begins with a mark */
	    "a\u202eb", /* an override */
	    "אa",	/* both directions in one label */
	    "a\ufffdb", /* the replacement character */
	    "a\u2ff0b", /* describes an ideograph */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span got;

		if (hostname_idna_encode(arena, span_of(cases[i]), &got))
			fail_msg("case %zu: %.*s", i, (int)got.len, got.ptr);
	}
}

static void test_decoding(void **state)
{
	static const char *const cases[][2] = {
	    {"xn--bcher-kva", "bücher"}, {"xn--strae-oqa", "straße"}, {"xn--wgv71a", "日本"},
	    {"xn--e28h", "😀"},		 {"xn--ls8h", "💩"},	      {"xn--80ak6aa92e", "аррӏе"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span got;

		if (!hostname_idna_decode(arena, span_of(cases[i][0]), &got))
			fail_msg("%s is refused", cases[i][0]);
		expect_text("decoding", cases[i][0], got, cases[i][1]);
	}
}

static void test_what_is_not_decoded(void **state)
{
	static const char *const cases[] = {
	    "xn--",	       /* nothing */
	    "xn--a",	       /* a control character */
	    "xn--abc-",	       /* plain ASCII */
	    "xn--BCHER-kva",   /* upper case, which no encoder writes */
	    "xn--bcher-kva8",  /* too short a number at its end */
	    "xn--99999999999", /* out of range */
	    "xn--a-ecp",       /* ä in its decomposed form */
	    "xn--zn7c",	       /* what the mapping would change */
	    "xn--é",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span got;

		if (hostname_idna_decode(arena, span_of(cases[i]), &got))
			fail_msg("%s: %.*s", cases[i], (int)got.len, got.ptr);
	}
}

/* DNS has 63 bytes for a label; a longer one is not tried. */
static void test_length_of_a_label(void **state)
{
	char unicode[2 * 60 + 1] = "", label[70];
	struct span ascii, again;

	(void)state;
	for (size_t points = 55; points <= 60; points++) {
		bool decoded;

		for (size_t i = 0; i < points; i++)
			memcpy(unicode + 2 * i, "é", 2);
		assert_true(
		    hostname_idna_encode(arena, (struct span){unicode, 2 * points}, &ascii));
		assert_int_equal(ascii.len, points + 6);
		memcpy(label, ascii.ptr, ascii.len);
		decoded = hostname_idna_decode(arena, (struct span){label, ascii.len}, &again);
		assert_int_equal(decoded, ascii.len <= 63);
		if (decoded)
			assert_true(span_equal(again, (struct span){unicode, 2 * points}));
	}
}

static void test_no_memory(void **state)
{
	struct arena *small = arena_new(64);
	struct span got;

	(void)state;
	while (!arena_failed(small))
		(void)arena_alloc(small, 16);
	assert_false(hostname_idna_encode(small, SPAN("bücher"), &got) && got.len > 0);
	assert_false(hostname_idna_decode(small, SPAN("xn--bcher-kva"), &got));
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_warm),
	    cmocka_unit_test(test_prefixed),
	    cmocka_unit_test(test_encoding),
	    cmocka_unit_test(test_what_is_not_encoded),
	    cmocka_unit_test(test_decoding),
	    cmocka_unit_test(test_what_is_not_decoded),
	    cmocka_unit_test(test_length_of_a_label),
	    cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
