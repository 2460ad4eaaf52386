/* Names that read differently from what they are by a capital I. */
#include "fixture.h"

#include "detect/capitals.h"

static void names(void **state)
{
	static const struct {
		const char *written, *hostname, *reads;
	} CASES[] = {
	    {"https://paypaI.com/x", "paypai.com", "paypal.com"},
	    {"paypaI.com", "paypai.com", "paypal.com"},
	    {"Go to www.paypaI.com now", "www.paypai.com", "www.paypal.com"},
	    {"service@paypaI.com", "paypai.com", "paypal.com"},
	    {"paypai.com, paypaI.com", "paypai.com", "paypal.com"},
	    /* honest: no capital, all capitals, a capital at the front of words */
	    {"https://paypai.com/", "paypai.com", NULL},
	    {"HTTPS://PAYPAI.COM/", "paypai.com", NULL},
	    {"PaypaI.com", "paypai.com", NULL},
	    {"Iris and I", "paypai.com", NULL},
	    {"", "paypai.com", NULL},
	    {"mypaypaI.com", "paypai.com", NULL},
	    {"paypaI.co", "paypai.com", NULL},
	    {"paypaI.com", "", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct span got = capitals_read(fixture.arena, span_of(CASES[i].written),
						span_of(CASES[i].hostname));

		if (!span_equal(got, span_of(CASES[i].reads)))
			fail_msg("%s: %.*s", CASES[i].written, (int)got.len, got.ptr);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names),
	};

	return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
