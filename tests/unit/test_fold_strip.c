/* What only disguises is taken off a raw text, and told; what is honest stays and is not. */
#include "text/fold_strip.h"

#include "arena_fixture.h"

#include "text/fold.h"
#include "text/fold_class.h"

static void test_strip(void **state)
{
	static const struct {
		const char *text, *want;
		unsigned tricks;
	} cases[] = {
	    {"", "", 0},
	    {"Pay Pal", "Pay Pal", 0},
	    {"Pay\u3000Pal\t", "Pay Pal ", 0},
	    {"Pay\u200bPal", "PayPal", FOLD_INVISIBLE},
	    {"Pay\x01Pal", "PayPal", FOLD_INVISIBLE},
	    {"Pay\aPal", "PayPal", FOLD_INVISIBLE},
	    {"Pay\xc2\x85\xc2\x90lus", "Pay lus", FOLD_INVISIBLE},
	    {"Pay\x1b[31mPal", "PayPal", FOLD_INVISIBLE},
	    {"\x1b[1;4;38:5:196mPay\302\2330mPal", "PayPal", FOLD_INVISIBLE},
	    {"\x1b[PayPal", "[PayPal", FOLD_INVISIBLE}, /* a browser shows these */
	    {"\x1b[metamask", "[metamask", FOLD_INVISIBLE},
	    {"\x1b[31 mPay\03331m\x1b[31", "[31 mPay31m[31", FOLD_INVISIBLE},
	    {"Pay[31mPal", "Pay[31mPal", 0},
	    {"Pay\u00adPal", "PayPal", 0}, /* a soft hyphen */
	    {"Pay\u200dPal", "PayPal", FOLD_INVISIBLE},
	    {"क्\u200dष", "क्ष", 0}, /* a joiner where its script needs it */
	    {"👩\u200d💻", "👩💻", 0},
	    {"Pay\u3164Pal", "Pay Pal", FOLD_INVISIBLE}, /* a filler is as wide as a letter */
	    {"葛\U000e0100", "葛", 0},
	    {"a\ufe0f", "a", FOLD_INVISIBLE},
	    {"❤\ufe0f", "❤", 0},
	    {"\u200ePayPal", "PayPal", FOLD_BIDI},
	    {"\u200fשלום", "שלום", 0},
	    {"\u202elaPyaP", "PayPal", FOLD_BIDI},
	    {"\u2068PayPal\u2069", "PayPal", FOLD_BIDI},
	    {"P\u0335ayPal", "PayPal", FOLD_COMBINING},
	    {"が\u3099", "が\u3099", 0},
	    {"1\u20e3", "1", 0}, /* a keycap */
	    {"a\u20e3", "a", FOLD_COMBINING},
	    {"𝐏𝐚𝐲", "Pay", FOLD_STYLED},
	    {"Ⓟⓐⓨ", "Pay", FOLD_STYLED},
	    {"🇵🇦🇾", "pay", FOLD_STYLED},
	    {"🇯🇵", "🇯🇵", 0}, /* two are a flag */
	    {"PayPal™", "PayPal ", 0},
	    {"㈱ペイ", "㈱ペイ", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		unsigned tricks = FOLD_SPACED; /* is added to */
		struct span got = fold_strip(arena, span_of(cases[i].text), &tricks);

		expect_text("stripping", cases[i].text, got, cases[i].want);
		if (tricks != (cases[i].tricks | FOLD_SPACED))
			fail_msg("%s: tricks %x", cases[i].text, tricks);
	}
}

static void test_no_memory(void **state)
{
	struct arena *small = arena_new(64);
	unsigned tricks = 0;

	(void)state;
	while (!arena_failed(small))
		(void)arena_alloc(small, 16);
	assert_int_equal(fold_strip(small, SPAN("Pay\u200bPal"), &tricks).len, 0);
	arena_free(&small);
}

/* ---- what it asks of a code point ---- */

static void test_classes(void **state)
{
	static const struct {
		uint32_t point;
		enum fold_class class;
		bool in_word, japanese, cjk, right_to_left;
	} cases[] = {
	    {'a', CLASS_SPACED, true, false, false, false},
	    {'7', CLASS_SPACED, true, false, false, false},
	    {' ', CLASS_OUTSIDE, false, false, false, false},
	    {'-', CLASS_OUTSIDE, false, false, false, false},
	    {0x0430, CLASS_SPACED, true, false, false, false}, /* а */
	    {0x0301, CLASS_MARK, true, false, false, false},
	    {0x05d0, CLASS_SPACED, true, false, false, true},  /* א */
	    {0x0627, CLASS_SPACED, true, false, false, true},  /* ا */
	    {0x0661, CLASS_SPACED, true, false, false, false}, /* ١ */
	    {0x3042, CLASS_CJK, true, true, true, false},      /* あ */
	    {0x30a2, CLASS_CJK, true, true, true, false},      /* ア */
	    {0x30fc, CLASS_CJK, true, true, true, false},      /* ー */
	    {0x3005, CLASS_CJK, true, true, true, false},      /* 々 */
	    {0x5b57, CLASS_CJK, true, true, true, false},      /* 字 */
	    {0xac00, CLASS_CJK, true, false, true, false},     /* 가 */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		uint32_t point = cases[i].point;

		if (fold_class(point) != cases[i].class ||
		    fold_in_word(point) != cases[i].in_word ||
		    fold_is_japanese(point) != cases[i].japanese ||
		    fold_is_cjk(point) != cases[i].cjk ||
		    fold_is_right_to_left(point) != cases[i].right_to_left)
			fail_msg("U+%04X: %d %d %d %d %d", point, fold_class(point),
				 fold_in_word(point), fold_is_japanese(point), fold_is_cjk(point),
				 fold_is_right_to_left(point));
	}
	assert_true(fold_is_japanese(0x3001) && fold_is_japanese(0x3002)); /* 、 。 */
}

static void test_styled(void **state)
{
	static const struct {
		uint32_t point, plain;
	} cases[] = {
	    {0x1d400, 'A'}, {0x1d41a, 'a'}, {0x24b6, 'A'}, {0x24d0, 'a'}, {0x1f130, 'A'},
	    {0x249c, 'a'},  {0x00aa, 0},    {0x00ba, 0},   {0x2139, 0},	  {0x2090, 'a'},
	    {0x1d7ce, '0'}, {0x2460, 0},    {'a', 0},	   {'A', 0},	  {'1', 0},
	    {0x0430, 0},    {0xfb01, 0},    {0x2122, 0},   {0x00b2, 0},	  {0x32d0, 0x30a2},
	    {0x3231, 0},    {0x00e9, 0},    {0, 0},	   {0x10ffff, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (fold_styled(cases[i].point) != cases[i].plain)
			fail_msg("U+%04X: U+%04X", cases[i].point, fold_styled(cases[i].point));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_strip),
	    cmocka_unit_test(test_no_memory),
	    cmocka_unit_test(test_classes),
	    cmocka_unit_test(test_styled),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
