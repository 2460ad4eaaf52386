#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/fold.h"
#include "text/fold_class.h"
#include "text/utf8.h"

#include <time.h>

struct fold_case {
	const char *raw, *text;
	unsigned tricks;
};

static void check_text(const struct fold_case *c)
{
	struct arena *arena = arena_new(1 << 20);
	struct fold fold = fold_text(arena, span_of(c->raw)), again;

	if (!span_equal(fold.text, span_of(c->text)) || fold.tricks != c->tricks)
		fail_msg("'%s': '%.*s' %x", c->raw, (int)fold.text.len, fold.text.ptr, fold.tricks);
	again = fold_text(arena, fold.text);
	if (!span_equal(again.text, fold.text))
		fail_msg("'%s' again: '%.*s'", c->raw, (int)again.text.len, again.text.ptr);
	assert_false(arena_failed(arena));
	arena_free(&arena);
}

static void check_texts(const struct fold_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_text(&cases[i]);
}

#define CHECK_TEXTS(...)                                               \
	do {                                                           \
		static const struct fold_case cases[] = {__VA_ARGS__}; \
		check_texts(cases, sizeof(cases) / sizeof(*cases));    \
	} while (0)

static void test_plain(void **state)
{
	(void)state;
	CHECK_TEXTS(
	    {"", "", 0}, {"   ", "", 0}, {"MetaMask", "metamask", 0},
	    {"  Meta\tMask\r\n Support ", "meta mask support", 0},
	    {"Amazon\u00A0\u3000Japan", "amazon japan", 0},
	    {"ＭｅｔａＭａｓｋ　ｻﾎﾟｰﾄ", "metamask サポート", 0}, {"Café Zürich", "café zürich", 0},
	    {"Cafe\u0301", "café", 0}, {"楽天市場からのお知らせ", "楽天市場からのお知らせ", 0},
	    {"か\u3099", "が", 0}, {"ガールズ", "ガールズ", 0}, {"Straße", "strasse", 0},
	    {"İstanbul", "istanbul", 0}, {"דואר ישראל", "דואר ישראל", 0}, {"البريد", "البريد", 0},
	    {"हिन्दी", "हिन्दी", 0}, {"ภาษาไทย ที่", "ภาษาไทย ที\u0E48", 0});
}

/* Everyday characters that have a compatibility form, are invisible or combine are no trick. */
static void test_honest_look_like_tricks(void **state)
{
	(void)state;
	CHECK_TEXTS(
	    {"Kellogg's® Shop™", "kellogg's shop", 0}, {"㈱サンプル №5", "(株)サンプル no5", 0},
	    {"ﬁnance ﬂow", "finance flow", 0}, {"①お知らせ m²", "1お知らせ m2", 0},
	    {"soft\u00ADhyphen", "softhyphen", 0}, {"❤\uFE0F Shop ☎\uFE0E", "❤ shop ☎", 0},
	    {"1\uFE0F\u20E3 Info", "1 info", 0}, {"👨\u200D👩\u200D👧", "👨👩👧", 0},
	    {"🏴\U000E0067\U000E0062\U000E007F GB", "🏴 gb", 0},
	    {"葛\U000E0100城市", "葛城市", 0}, {"🇯🇵 Japan 🇺🇸", "🇯🇵 japan 🇺🇸", 0},
	    {"\u200Fדואר\u200F", "דואר", 0}, {"نامه\u200Cای", "نامهای", 0}, {"क्\u200Dष", "क्ष", 0},
	    {"1ª Edición ℹ\uFE0F", "1a edición i", 0}, {"U.S. Bank", "u.s. bank", 0},
	    {"A B", "a b", 0}, {"2 0 2 4", "2 0 2 4", 0}, {"㎏ ㍍", "kg メートル", 0});
}

static void test_invisible(void **state)
{
	(void)state;
	CHECK_TEXTS({"Meta\u200BMask", "metamask", FOLD_INVISIBLE},
		    {"\uFEFFMetaMask", "metamask", FOLD_INVISIBLE},
		    {"Meta\u2060Mask", "metamask", FOLD_INVISIBLE},
		    {"Meta\u200DMask", "metamask", FOLD_INVISIBLE},
		    {"メタ\u200Cマスク", "メタマスク", FOLD_INVISIBLE},
		    {"Meta\uFE0FMask", "metamask", FOLD_INVISIBLE},
		    {"Meta\u034FMask", "metamask", FOLD_INVISIBLE},
		    {"Meta\x01Mask\x7F", "metamask", FOLD_INVISIBLE},
		    {"Meta\U000E0041Mask", "metamask", FOLD_INVISIBLE},
		    {"Meta\u3164Mask", "meta mask", FOLD_INVISIBLE},
		    {"Meta\u2800\u2800Mask\uFFA0", "meta mask", FOLD_INVISIBLE});
}

static void test_bidi(void **state)
{
	(void)state;
	CHECK_TEXTS(
	    {"\u202EksaMateM", "metamask", FOLD_BIDI},
	    {"\u202EksaMateM\u202C Support", "metamask support", FOLD_BIDI},
	    {"Pay\u202ElaP\u202C Support", "paypal support", FOLD_BIDI},
	    {"\u202Eks\u202DaM\u202Cate\u202C", "etaamsk", FOLD_BIDI}, /* the inner part runs on */
	    {"\u202Eks\u202EaMateM\u202C\u202C", "metamask", FOLD_BIDI},
	    {"\u2067\u202EksaMateM\u2069 Team", "metamask team", FOLD_BIDI},
	    {"\u202A+81 3\u202C", "+81 3", FOLD_BIDI},
	    {"\u2068MetaMask\u2069", "metamask", FOLD_BIDI},
	    {"Meta\u200EMask", "metamask", FOLD_BIDI}, {"MetaMask\u200F", "metamask", FOLD_BIDI},
	    {"\u202Eדואר\u202C", "דואר", FOLD_BIDI}, {"\u202C\u2069x", "x", FOLD_BIDI},
	    {"\u202EksaM\u0335ateM", "metamask", FOLD_BIDI | FOLD_COMBINING});
}

static void test_combining(void **state)
{
	(void)state;
	CHECK_TEXTS({"M\u0336e\u0336t\u0336a", "meta", FOLD_COMBINING},
		    {"Meta\u0489Mask", "metamask", FOLD_COMBINING},
		    {"メ\u0338タ", "メタ", FOLD_COMBINING}, {"P\u20DDay", "pay", FOLD_COMBINING},
		    {"1\u03382", "12", FOLD_COMBINING}, {"é\u0323", "ẹ", FOLD_COMBINING},
		    {"α\u0336", "α", FOLD_COMBINING}, {"\u0301x", "x", 0},
		    {"Me\u064Bta", "meta", FOLD_COMBINING});
}

static void test_styled(void **state)
{
	(void)state;
	CHECK_TEXTS({"𝐌𝐞𝐭𝐚𝐌𝐚𝐬𝐤", "metamask", FOLD_STYLED}, {"ⓂⓔⓣⓐMask", "metamask", FOLD_STYLED},
		    {"🄼🄴🅃🄰", "meta", FOLD_STYLED}, {"🅼🅴🆃🅰", "meta", FOLD_STYLED},
		    {"🅜🅔🅣🅐", "meta", FOLD_STYLED}, {"⒨⒠⒯⒜", "meta", FOLD_STYLED},
		    {"ᴍᴇᴛᴀᴍᴀsᴋ", "metamask", FOLD_STYLED}, {"ᵐᵉᵗᵃ", "meta", FOLD_STYLED},
		    {"㋱㋟㋮㋜㋗", "メタマスク", FOLD_STYLED},
		    {"𝟏Password", "1password", FOLD_STYLED}, {"🇲🇪🇹🇦", "meta", FOLD_STYLED},
		    {"🇲\u200B🇪\u200B🇹🇦", "meta", FOLD_STYLED | FOLD_INVISIBLE});
}

static void test_spaced(void **state)
{
	(void)state;
	CHECK_TEXTS({"M e t a M a s k", "metamask", FOLD_SPACED},
		    {"P a y P a l Support", "paypal support", FOLD_SPACED},
		    {"P a y P a l   S u p p o r t", "paypal support", FOLD_SPACED},
		    {"Dear M.e.t.a.M.a.s.k User", "dear metamask user", FOLD_SPACED},
		    {"M-e-t-a", "meta", FOLD_SPACED},
		    {"m\u00A0e\u2003t\u3000a", "meta", FOLD_SPACED},
		    {"メ タ マ ス ク", "メタマスク", FOLD_SPACED},
		    {"J. R. R. Tolkien", "jrr. tolkien", FOLD_SPACED},
		    {"A B C Company", "abc company", FOLD_SPACED}, {"P 4 y", "p4y", FOLD_SPACED},
		    {"Plan A B", "plan a b", 0}, {"M  e  t  a", "meta", FOLD_SPACED},
		    {"a  b   ❤", "a b ❤", 0}, {"Macy's A.B", "macy's a.b", 0});
}

static void test_body(void **state)
{
	static const struct {
		const char *raw, *folded;
	} cases[] = {
	    {"", ""},
	    {" \n ", ""},
	    {"  Dear  Customer,\r\n\r\n\tPlease\u00A0VERIFY \n", "dear customer,\nplease verify"},
	    {"セ キュリ　ティ", "セキュリティ"},
	    {"セ\u200B \u200Bキュ", "セキュ"},
	    {"本日\n締切", "本日\n締切"},
	    {"Amazon セール", "amazon セール"},
	    {"。 お", "。お"},
	    {"비밀 번호", "비밀 번호"}, /* Korean sets words apart */
	    {"pass\u00ADword\u2028now\u202E", "password\nnow"},
	    {"ｱ ｶﾞ", "アガ"},
	    {"a\x01\x02\u2800b", "a b"},
	    {"Pass\x1b[1;31mword\302\2330m\x1b[1Mnow\x1b[me\a", "passwordnow[me"},
	};
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span got = fold_body(arena, span_of(cases[i].raw));

		if (!span_equal(got, span_of(cases[i].folded)) ||
		    !span_equal(fold_body(arena, got), got))
			fail_msg("'%s': '%.*s'", cases[i].raw, (int)got.len, got.ptr);
	}
	arena_free(&arena);
}

static void test_squash_and_key(void **state)
{
	static const struct {
		const char *folded, *squash;
	} squashes[] = {
	    {"", ""},
	    {"meta-mask", "metamask"},
	    {"メタマスク サポート", "メタマスクサポト"},
	    {"e-xserver.ne.jp", "exservernejp"},
	    {"〇〇銀行 2", "〇〇銀行2"},
	    {"❤ !?", ""},
	    {"हिन्दी", "हिन्दी"},
	};
	static const struct {
		const char *a, *b;
		bool same;
	} keys[] = {
	    {"meta-mask", "rnetarnask", true},	{"paypa1", "pay pal", true},
	    {"メタマスク", "メ夕マスク", true}, {"ｍеtаmаsk", "metamask", true},
	    {"émile", "emile", true},		{"amazon", "arnazon", true},
	    {"amazon", "amazom", false},	{"サポート", "サポト", true},
	};
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof(squashes) / sizeof(*squashes); i++) {
		struct span got = fold_squash(arena, span_of(squashes[i].folded));

		if (!span_equal(got, span_of(squashes[i].squash)))
			fail_msg("'%s': '%.*s'", squashes[i].folded, (int)got.len, got.ptr);
	}
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		struct span a = fold_text(arena, span_of(keys[i].a)).text;
		struct span b = fold_text(arena, span_of(keys[i].b)).text;

		if (span_equal(fold_key(arena, a), fold_key(arena, b)) != keys[i].same)
			fail_msg("%s / %s", keys[i].a, keys[i].b);
	}
	arena_free(&arena);
}

static void test_words(void **state)
{
	static const struct {
		const char *folded, *words; /* each word and c or -, then a bar */
	} cases[] = {
	    {"", ""},
	    {" -- !", ""},
	    {"meta-mask support", "meta-|mask-|support-|"},
	    {"楽天カードからのお知らせ", "楽天カードからのお知らせc|"},
	    {"amazonプライム会員2024", "amazon-|プライム会員c|2024-|"},
	    {"コーヒー、ー", "コーヒーc|ーc|"},
	    {"한국 bank", "한국c|bank-|"},
	    {"が", "がc|"},
	    {"か\u3099a", "か\u3099c|a-|"},
	    {"हिन्दी", "हिन्दी-|"},
	    {"e.x", "e-|x-|"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena *arena = arena_new(1 << 16);
		struct builder b = {.arena = arena};
		struct span rest = span_of(cases[i].folded);
		struct fold_word word;

		while (fold_next_word(&rest, &word)) {
			builder_add(&b, word.text);
			builder_add(&b, word.cjk ? SPAN("c|") : SPAN("-|"));
		}
		if (!span_equal(builder_span(&b), span_of(cases[i].words)))
			fail_msg("'%s': '%.*s'", cases[i].folded, (int)b.len, b.ptr);
		arena_free(&arena);
	}
}

/* `count` repetitions; a text that must neither crash nor take long. */
/* names_split() counts on it. */
static void test_cjk_takes_three_bytes(void **state)
{
	(void)state;
	for (uint32_t point = 0; point < 0x800; point++)
		if (fold_class(point) == CLASS_CJK)
			fail_msg("U+%04X", (unsigned)point);
}

static struct span flood(struct arena *arena, const char *piece, size_t count)
{
	struct builder b = {.arena = arena};

	for (size_t i = 0; i < count; i++)
		builder_add(&b, span_of(piece));
	return builder_span(&b);
}

static void test_floods(void **state)
{
	static const char *pieces[] = {
	    "a",
	    " ",
	    "a ",
	    "1 ",
	    "\u202E",
	    "\u202E\u202D",
	    "a\u202E\u202D",
	    "\u0301",
	    "x\u0301",
	    "\uFDFA",
	    "🇦",
	    "\u200B",
	    "\xFF",
	    "日 ",
	    "é\n",
	    "\u2068",
	    "ก\u0E34",
	    "\u1100\u1161",
	    "𝐚 ",
	    "e\u0301\u0301",
	};
	clock_t start = clock();

	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		struct arena *arena = arena_new(64 << 20);
		struct span text = flood(arena, pieces[i], 65536 / strlen(pieces[i]));
		struct fold fold = fold_text(arena, text);
		struct span body = fold_body(arena, text);

		assert_int_equal(utf8_check(fold.text), fold.text.len);
		assert_int_equal(utf8_check(body), body.len);
		fold_key(arena, fold.text);
		assert_false(arena_failed(arena));
		arena_free(&arena);
	}
	/* Quadratic work on any of them would take minutes. */
	assert_in_range((clock() - start) / CLOCKS_PER_SEC, 0, 20);
}

static void test_only_so_much_of_a_name_is_read(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	struct fold fold = fold_text(arena, flood(arena, "é", 5000));

	(void)state;
	assert_int_equal(utf8_length(fold.text), FOLD_TEXT_POINTS);
	arena_free(&arena);
}

static void test_null_broken_and_failed(void **state)
{
	struct arena *arena = arena_new(1 << 16), *small = arena_new(128);
	struct span none = {NULL, 0};
	struct fold_word word;

	(void)state;
	assert_int_equal(fold_text(arena, none).text.len, 0);
	assert_int_equal(fold_body(arena, none).len, 0);
	assert_int_equal(fold_squash(arena, none).len, 0);
	assert_int_equal(fold_key(arena, none).len, 0);
	assert_false(fold_next_word(&none, &word));
	assert_true(span_equal(fold_text(arena, SPAN("A\xED\xA0\x80"
						     "B\xE3"))
				   .text,
			       SPAN("a\uFFFD\uFFFD\uFFFD"
				    "b\uFFFD")));
	assert_true(span_equal(fold_text(arena, SPAN("A\0B")).text, SPAN("ab")));
	assert_false(arena_failed(arena));
	assert_int_equal(fold_text(NULL, SPAN("é")).text.len, 0);
	assert_int_equal(fold_body(NULL, SPAN("é")).len, 0);
	fold_text(small, SPAN("a name that does not fit into so small an arena"));
	assert_true(arena_failed(small));
	assert_int_equal(fold_key(small, SPAN("ab")).len, 0);
	arena_free(&arena);
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_plain),
	    cmocka_unit_test(test_honest_look_like_tricks),
	    cmocka_unit_test(test_invisible),
	    cmocka_unit_test(test_bidi),
	    cmocka_unit_test(test_combining),
	    cmocka_unit_test(test_styled),
	    cmocka_unit_test(test_spaced),
	    cmocka_unit_test(test_body),
	    cmocka_unit_test(test_squash_and_key),
	    cmocka_unit_test(test_words),
	    cmocka_unit_test(test_cjk_takes_three_bytes),
	    cmocka_unit_test(test_floods),
	    cmocka_unit_test(test_only_so_much_of_a_name_is_read),
	    cmocka_unit_test(test_null_broken_and_failed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
