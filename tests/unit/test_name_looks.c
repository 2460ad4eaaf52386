/* Characters of a name that are read as others. */
#include "arena_fixture.h"

#include "detect/name_looks.h"

struct look_case {
	const char *text, *want; /* NULL: nothing stands for anything else */
};

static void rare_characters(void **state)
{
	static const struct look_case CASES[] = {
	    {"メルカㇼ", "メルカリ"},
	    {"ㇰㇿネコ", "クロネコ"},
	    {"楽夭", "楽天"},
	    {"三丼住友", "三井住友"},
	    {"曰本", "日本"},
	    {"カ一ド", "カード"}, /* Han one among katakana … */
	    {"カ一", "カー"},	  /* … and behind the last of them */
	    {"アマゾン\u3099", "アマゾン"},
	    {"は\u309a", "は"},
	    /* honest */
	    {"一覧", NULL},
	    {"カ一覧", NULL},
	    {"サービス一覧", NULL},
	    {"第一カード", NULL},
	    {"メルカリ", NULL},
	    {"plain ascii", NULL},
	    {"Größe", NULL},
	    {"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const char *text = CASES[i].text;
		bool changed;
		struct span got = name_looks_plain(arena, span_of(text), &changed);

		expect_text("plain", text, got, CASES[i].want ? CASES[i].want : text);
		if (changed != (CASES[i].want != NULL))
			fail_msg("%s: changed %d", text, changed);
	}
}

static void symbols(void **state)
{
	static const struct look_case CASES[] = {
	    {"p@ypal", "paypal"},
	    {"@mazon", "amazon"},
	    {"$tripe", "stripe"},
	    {"app|e", "apple"},
	    {"net£lix", "netllix"},
	    {"m€t@m@sk", "metamask"},
	    {"a!b", "aib"},
	    /* honest: no letter behind it, or none beside it */
	    {"yahoo! mail", NULL},
	    {"100 $", NULL},
	    {"5€", NULL},
	    {"5€uro", NULL},
	    {"a @ b", NULL},
	    {"楽@天", NULL},
	    {"\u0161@b", NULL},
	    {"@", NULL},
	    {"paypal", NULL},
	    {"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		expect_text("symbols", CASES[i].text,
			    name_looks_symbols(arena, span_of(CASES[i].text)), CASES[i].want);
}

static void capitals(void **state)
{
	static const struct look_case CASES[] = {
	    {"AppIe", "Apple"},
	    {"AppIe ID", "Apple ID"},
	    {"PayPaI", "PayPal"},
	    {"lnstagram", "Instagram"},
	    {"my lnstagram", "my Instagram"},
	    /* honest: capitals among capitals, an I that begins a word, an l within one */
	    {"APPIE", NULL},
	    {"iPhone II", NULL},
	    {"Paul Ingram", NULL},
	    {"Paul Allen", NULL},
	    {"McIntosh I", "Mclntosh I"},
	    {"aIB", NULL},
	    {"l", NULL},
	    {"1 l", NULL},
	    {"楽lab", NULL},
	    {"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		expect_text("capitals", CASES[i].text,
			    name_looks_capitals(arena, span_of(CASES[i].text)), CASES[i].want);
}

static void other_kana_and_old_forms(void **state)
{
	static const struct {
		struct span (*form)(struct arena *arena, struct span folded);
		struct look_case look;
	} CASES[] = {
	    {name_looks_small, {"楽天ヵード", "楽天カード"}},
	    {name_looks_small, {"ァマゾン", "アマゾン"}},
	    {name_looks_small, {"アマゾン", NULL}},
	    {name_looks_small, {"plain ascii", NULL}},
	    {name_looks_old, {"國稅庁", "国税庁"}},
	    {name_looks_old, {"sbi證券", "sbi証券"}},
	    {name_looks_old, {"樂天", "楽天"}},
	    {name_looks_old, {"楽天", NULL}},
	    {name_looks_hiragana, {"らくてんカード", "ラクテンカード"}},
	    {name_looks_hiragana, {"カード", NULL}},
	    {name_looks_hiragana, {"", NULL}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		expect_text("form", CASES[i].look.text,
			    CASES[i].form(arena, span_of(CASES[i].look.text)), CASES[i].look.want);
}

static void halves(void **state)
{
	static const struct look_case CASES[] = {
	    {"メノレカリ", "メルカリ"},
	    {"三井イ主友カード", "三井住友カード"},
	    {"みずほ金艮行", "みずほ銀行"},
	    {"言正券会ネ土", "証券会社"},
	    {"ノレノレ", "ルル"},
	    {"ノ レ", NULL},
	    {"メルカリ", NULL},
	    {"plain ascii", NULL},
	    {"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		expect_text("halves", CASES[i].text,
			    name_looks_halves(arena, span_of(CASES[i].text)), CASES[i].want);
}

/* Each is taken for the other. */
static void pairs_that_names_use(void **state)
{
	static const struct {
		uint32_t one, other;
	} PAIRS[] = {{0x30BD, 0x30F3}, {0x5927, 0x72AC}, {0x672A, 0x672B}, {0x7530, 0x7531}};

	(void)state;
	for (size_t i = 0; i < sizeof(PAIRS) / sizeof(*PAIRS); i++) {
		assert_int_equal(name_looks_other(PAIRS[i].one), PAIRS[i].other);
		assert_int_equal(name_looks_other(PAIRS[i].other) != 0, true);
	}
	assert_int_equal(name_looks_other('a'), 0);
	assert_int_equal(name_looks_other(0), 0);
	assert_int_equal(name_looks_other(0x3042), 0);
}

static void a_full_arena_is_no_crash(void **state)
{
	struct arena *small = arena_new(8);
	bool changed;

	(void)state;
	assert_non_null(small);
	(void)name_looks_plain(small, SPAN("メルカㇼメルカㇼ"), &changed);
	assert_true(arena_failed(small));
	assert_int_equal(name_looks_symbols(small, SPAN("p@ypal p@ypal")).len, 0);
	assert_int_equal(name_looks_capitals(small, SPAN("AppIe AppIe")).len, 0);
	assert_int_equal(name_looks_halves(small, SPAN("メノレカリメノレカリ")).len, 0);
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rare_characters),
	    cmocka_unit_test(symbols),
	    cmocka_unit_test(capitals),
	    cmocka_unit_test(halves),
	    cmocka_unit_test(other_kana_and_old_forms),
	    cmocka_unit_test(pairs_that_names_use),
	    cmocka_unit_test(a_full_arena_is_no_crash),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
