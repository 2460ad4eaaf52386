#include "arena_fixture.h"

#include "text/base64.h"

/* RFC 4648, section 10, and what mails and links make of it. */
static const struct {
	const char *text, *bytes; /* bytes NULL: refused */
} cases[] = {
    {"", ""},
    {"Zg==", "f"},
    {"Zm8=", "fo"},
    {"Zm9v", "foo"},
    {"Zm9vYg==", "foob"},
    {"Zm9vYmE=", "fooba"},
    {"Zm9vYmFy", "foobar"},
    {"Zm8", "fo"},   /* without its padding */
    {"Z", ""},	     /* six bits are no byte */
    {"fj8+", "~?>"}, /* both alphabets */
    {"fj8-", "~?>"},
    {"fn8/", "~\x7f?"},
    {"fn8_", "~\x7f?"},
    {"Zg==Zg==", "f"}, /* what follows the padding is another text */
    {"4pyT", "✓"},
    {"gg==", "\x82"}, /* no UTF-8 */
    {"Zm 9v", NULL},
    {"Zm.9", NULL},
    {"\xe3\x81\x82", NULL},
};

static void decodes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct builder bytes = {.arena = arena};
		bool sound = base64_decode(&bytes, span_of(cases[i].text));

		if (sound != (cases[i].bytes != NULL))
			fail_msg("\"%s\" is %s", cases[i].text, sound ? "taken" : "refused");
		if (sound)
			expect_text("base64", cases[i].text, builder_span(&bytes), cases[i].bytes);
	}
}

static void each_digit_has_its_value(void **state)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	int none = 0;

	(void)state;
	for (int i = 0; i < 64; i++)
		assert_int_equal(base64_digit(digits[i]), i);
	for (int c = 0; c < 256; c++)
		none += base64_digit((char)c) < 0;
	assert_int_equal(none, 256 - 66);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(decodes),
	    cmocka_unit_test(each_digit_has_its_value),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
