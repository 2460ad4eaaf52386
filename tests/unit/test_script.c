#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/script.h"
#include "text/utf8.h"

#ifdef HAVE_ICU
#include <unicode/uchar.h>
#include <unicode/uset.h>
#include <unicode/uspoof.h>
#endif

static void test_restriction_levels(void **state)
{
	static const struct {
		const char *label;
		enum restriction_level level;
	} cases[] = {
	    {"", RESTRICTION_ASCII_ONLY},
	    {"metamask-2", RESTRICTION_ASCII_ONLY},
	    {"bücher", RESTRICTION_SINGLE_SCRIPT},
	    {"россия", RESTRICTION_SINGLE_SCRIPT},
	    {"россия2", RESTRICTION_SINGLE_SCRIPT},
	    {"日本語", RESTRICTION_SINGLE_SCRIPT},
	    {"東京タワーへ", RESTRICTION_SINGLE_SCRIPT},
	    {"人々", RESTRICTION_SINGLE_SCRIPT},
	    {"한국", RESTRICTION_SINGLE_SCRIPT},
	    {"aカード", RESTRICTION_HIGHLY},
	    {"japan日本ジャパン", RESTRICTION_HIGHLY},
	    {"abc한국", RESTRICTION_HIGHLY},
	    {"abcไทย", RESTRICTION_MODERATELY},
	    {"abcעברית", RESTRICTION_MODERATELY},
	    {"pаypal", RESTRICTION_MINIMALLY}, /* a Cyrillic а */
	    {"αbc", RESTRICTION_MINIMALLY},
	    {"日本ไทย", RESTRICTION_MINIMALLY},
	    {"日本한국カ", RESTRICTION_MINIMALLY}, /* kana and hangul */
	    {"a b", RESTRICTION_UNRESTRICTED},
	    {"❤", RESTRICTION_UNRESTRICTED},
	    {"a\u200Bb", RESTRICTION_UNRESTRICTED},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (script_restriction_level(span_of(cases[i].label)) != cases[i].level)
			fail_msg("%s: %d", cases[i].label,
				 (int)script_restriction_level(span_of(cases[i].label)));
}

struct problem_case {
	const char *label, *tld;
	unsigned problems;
};

static void check_problems(const struct problem_case *cases, size_t count)
{
	size_t wrong = 0;

	for (size_t i = 0; i < count; i++) {
		unsigned got = script_problems(span_of(cases[i].label), span_of(cases[i].tld));

		if (got == cases[i].problems)
			continue;
		print_error("%s.%s: %x, not %x\n", cases[i].label, cases[i].tld, got,
			    cases[i].problems);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

#define CHECK_PROBLEMS(...)                                               \
	do {                                                              \
		static const struct problem_case cases[] = {__VA_ARGS__}; \
		check_problems(cases, sizeof(cases) / sizeof(*cases));    \
	} while (0)

static void test_honest_labels(void **state)
{
	(void)state;
	CHECK_PROBLEMS(
	    {"", "com", 0}, {"metamask", "io", 0}, {"a_b-c", "com", 0}, {"日本語", "jp", 0},
	    {"bücher", "de", 0}, {"café", "com", 0}, {"straße", "de", 0}, {"łódź", "pl", 0},
	    {"コーヒー", "jp", 0}, {"東京ー", "jp", 0}, {"佐々木", "com", 0},
	    {"スーパーマーケット", "com", 0}, {"らーめん", "jp", 0}, {"お名前", "com", 0},
	    {"東京へ", "jp", 0}, {"トラックへ行こう", "jp", 0}, {"一二三", "com", 0},
	    {"abc工業", "jp", 0}, {"ntt東日本", "jp", 0}, {"第一生命", "jp", 0},
	    {"ニコニコ・動画", "jp", 0}, {"三井住友2", "jp", 0}, {"ノート", "com", 0},
	    {"τράπεζα", "gr", 0}, {"τράπεζα", "com", 0}, {"τηνοη", "gr", 0}, {"россия", "рф", 0},
	    {"россия", "com", 0}, {"москва", "com", 0}, {"аорсе", "рф", 0}, {"аорсе", "ru", 0},
	    {"аптека", "com", 0}, {"курс", "com", 0}, {"❤", "ws", 0}, {"i❤japan", "ws", 0},
	    {"🦊", "to", 0}, {"👍🏽", "ws", 0}, {"👨\u200D👩\u200D👧", "ws", 0},
	    {"한국은행", "kr", 0}, {"البريد", "com", 0}, {"نامه\u200Cای", "ir", 0},
	    {"हिन्दी", "com", 0}, {"क्\u200Dष", "com", 0}, {"ภาษาไทย", "com", 0}, {"อาหาร", "com", 0},
	    {"tiếngviệt", "vn", 0}, {"ñandú", "es", 0}, {"þór", "is", 0}, {"bakı", "az", 0},
	    {"gəncə", "az", 0}, {"col·legi", "cat", 0}, {"קניות", "com", 0}, {"ελλάδα", "com", 0},
	    {"turfølge", "no", 0}, {"ไทย2", "com", 0}, {"২০২৪", "com", 0});
}

static void test_mixed_scripts(void **state)
{
	(void)state;
	CHECK_PROBLEMS({"pаypal", "com", SCRIPT_MIXED}, {"gοogle", "com", SCRIPT_MIXED},
		       {"metamaskไทย", "com", SCRIPT_MIXED}, {"日本ไทย", "com", SCRIPT_MIXED},
		       {"é日本", "com", SCRIPT_MIXED}, {"mетамаск", "com", SCRIPT_MIXED},
		       {"россия日", "com", SCRIPT_MIXED});
}

static void test_whole_script_confusables(void **state)
{
	(void)state;
	CHECK_PROBLEMS(
	    {"аррӏе", "com", SCRIPT_WHOLE_CONFUSABLE}, {"раураӏ", "com", SCRIPT_WHOLE_CONFUSABLE},
	    {"аорсе-24", "com", SCRIPT_WHOLE_CONFUSABLE}, {"аорсе", "gr", SCRIPT_WHOLE_CONFUSABLE},
	    {"νικο", "com", SCRIPT_WHOLE_CONFUSABLE}, {"νικο", "gr", 0}, {"νικο", "ελ", 0},
	    {"սոսօ", "com", SCRIPT_WHOLE_CONFUSABLE}, {"սոսօ", "am", 0},
	    {"იოყ", "com", SCRIPT_WHOLE_CONFUSABLE}, {"იოყ", "ge", 0},
	    {"סוס", "com", SCRIPT_WHOLE_CONFUSABLE}, {"סוס", "il", 0},
	    {"พอ", "com", SCRIPT_WHOLE_CONFUSABLE}, {"พอ", "ไทย", 0});
}

static void test_invisible(void **state)
{
	(void)state;
	CHECK_PROBLEMS({"meta\u200Bmask", "io", SCRIPT_INVISIBLE}, {"a b", "io", SCRIPT_INVISIBLE},
		       {"a\x01", "io", SCRIPT_INVISIBLE}, {"ab\u202E", "io", SCRIPT_INVISIBLE},
		       {"a\u200Db", "io", SCRIPT_INVISIBLE}, {"日\u200C本", "jp", SCRIPT_INVISIBLE},
		       {"\u200Cنامه", "ir", SCRIPT_INVISIBLE},
		       {"meta\u00ADmask", "io", SCRIPT_INVISIBLE},
		       {"a\u3000b", "jp", SCRIPT_INVISIBLE}, {"a\uFE0F", "io", SCRIPT_INVISIBLE},
		       {"\u2800", "com", SCRIPT_INVISIBLE}, {"a\u034Fb", "com", SCRIPT_INVISIBLE});
}

static void test_unassigned_and_foreign(void **state)
{
	(void)state;
	CHECK_PROBLEMS(
	    {"a\u0378", "com", SCRIPT_UNASSIGNED},
	    {"\U000E0FFFx", "com", SCRIPT_INVISIBLE | SCRIPT_UNASSIGNED},
	    {"\U0010FFFF", "com", SCRIPT_UNASSIGNED}, {"a\uE000", "com", SCRIPT_NOT_IDENTIFIER},
	    {"googlé⁄", "com", SCRIPT_NOT_IDENTIFIER}, {"a→b", "com", SCRIPT_NOT_IDENTIFIER},
	    {"ɡoogle", "com", SCRIPT_NOT_IDENTIFIER}, {"ǎb", "com", SCRIPT_NOT_IDENTIFIER},
	    {"ꜱb", "com", SCRIPT_NOT_IDENTIFIER}, {"ḿeta", "com", SCRIPT_NOT_IDENTIFIER},
	    {"a‐b", "com", SCRIPT_NOT_IDENTIFIER});
}

static void test_digits(void **state)
{
	(void)state;
	CHECK_PROBLEMS({"1२", "com", SCRIPT_DIGITS | SCRIPT_WHOLE_CONFUSABLE},
		       {"٣5", "com", SCRIPT_DIGITS}, {"٣٤", "com", 0}, {"٣۴", "com", SCRIPT_DIGITS},
		       {"ззз", "ru", SCRIPT_DIGITS}, {"12з4", "ru", SCRIPT_DIGITS},
		       {"1丩2", "com", SCRIPT_DIGITS}, {"зона3", "ru", 0}, {"123", "com", 0});
}

static void test_patterns(void **state)
{
	(void)state;
	CHECK_PROBLEMS({"aノb", "com", SCRIPT_PATTERN}, {"metamask丿io", "com", SCRIPT_PATTERN},
		       {"aノート", "jp", 0}, {"ーabc", "com", SCRIPT_PATTERN},
		       {"abcー日本", "jp", SCRIPT_PATTERN}, {"google一com", "jp", SCRIPT_PATTERN},
		       {"google丨com", "jp", SCRIPT_PATTERN}, {"十witter", "com", SCRIPT_PATTERN},
		       {"abc・日本", "jp", SCRIPT_PATTERN}, {"あヽ", "jp", SCRIPT_PATTERN},
		       {"カヽ", "jp", 0}, {"ヘんな", "jp", SCRIPT_PATTERN}, {"スペース", "jp", 0},
		       {"スぺース", "jp", SCRIPT_PATTERN}, {"日\u0301", "jp", SCRIPT_PATTERN},
		       {"ไ\u0301", "th", SCRIPT_PATTERN}, {"\u0301a", "com", SCRIPT_PATTERN},
		       {"i\u0307stanbul", "com", SCRIPT_PATTERN},
		       {"ı\u0301", "com", SCRIPT_PATTERN}, {"日\u3099", "jp", SCRIPT_PATTERN},
		       {"q\u0301\u0301", "com", SCRIPT_PATTERN}, {"þaypal", "com", SCRIPT_PATTERN},
		       {"əpple", "com", SCRIPT_PATTERN}, {"a·b", "cat", SCRIPT_PATTERN},
		       {"l·l", "com", SCRIPT_PATTERN});
}

/* The rules of Chromium's display check, by number in its published description, with labels of our own. */
static void test_display_rules(void **state)
{
	(void)state;
	/* 3: one script, or Latin with one of the East Asian sets; never Latin with Cyrillic, Greek or
	 * Armenian. */
	CHECK_PROBLEMS({"xserverサーバー", "jp", 0}, {"docomoドコモ光", "jp", 0},
		       {"kb국민", "kr", 0}, {"mетa", "com", SCRIPT_MIXED},
		       {"ωmega", "com", SCRIPT_MIXED}, {"xսn", "com", SCRIPT_MIXED},
		       {"hdไทย", "com", SCRIPT_MIXED}, {"ひらがな한글", "jp", SCRIPT_MIXED},
		       {"ㄅㄆ漢字", "tw", 0}, {"日本人россия", "jp", SCRIPT_MIXED},
		       {"москваa", "ru", SCRIPT_MIXED});
	/* 4: characters that are no identifier's. */
	CHECK_PROBLEMS(
	    {"a\u0338b", "com", SCRIPT_NOT_IDENTIFIER},
	    {"a\u058Ab", "com", SCRIPT_MIXED | SCRIPT_NOT_IDENTIFIER},
	    {"a\u2019b", "com", SCRIPT_NOT_IDENTIFIER}, {"a\u2027b", "com", SCRIPT_NOT_IDENTIFIER},
	    {"a\u02BBb", "com", SCRIPT_NOT_IDENTIFIER}, {"a\u02BCb", "com", SCRIPT_NOT_IDENTIFIER},
	    {"a\u02ECb", "com", SCRIPT_NOT_IDENTIFIER}, {"\u0138a", "com", SCRIPT_NOT_IDENTIFIER},
	    {"\u01CEb", "com", SCRIPT_NOT_IDENTIFIER}, {"\u1E41eta", "com", SCRIPT_NOT_IDENTIFIER},
	    {"\ua72da", "com", SCRIPT_NOT_IDENTIFIER}, {"naïve", "com", 0}, {"århus", "dk", 0},
	    {"čeština", "cz", 0}, {"ﬁn", "com", SCRIPT_NOT_IDENTIFIER});
	/* 5, 6: letters of one country's names. */
	CHECK_PROBLEMS({"guðrún", "is", 0}, {"føroyarð", "fo", 0},
		       {"guðrun", "com", SCRIPT_PATTERN}, {"þing", "de", SCRIPT_PATTERN},
		       {"şəki", "az", 0}, {"şəki", "com", SCRIPT_PATTERN}, {"paral·lel", "cat", 0},
		       {"paral·lel", "es", SCRIPT_PATTERN}, {"para·lel", "cat", SCRIPT_PATTERN});
	/* 7: what IDNA 2008 keeps. */
	CHECK_PROBLEMS({"großhandel", "de", 0}, {"λόγος", "gr", 0},
		       {"pay\u200Dpal", "com", SCRIPT_INVISIBLE},
		       {"pay\u200Cpal", "com", SCRIPT_INVISIBLE});
	/* 9: every letter of the script passes for Latin; figures and hyphens rescue nothing, the script's
	 * own suffixes and known words do. */
	CHECK_PROBLEMS(
	    {"сосо", "com", SCRIPT_WHOLE_CONFUSABLE}, {"сосо", "by", 0}, {"сосо", "kz", 0},
	    {"сосо", "su", 0}, {"сосо", "бел", 0}, {"рау-рау", "com", SCRIPT_WHOLE_CONFUSABLE},
	    {"сасһе2", "com", SCRIPT_WHOLE_CONFUSABLE}, {"как", "com", 0}, {"такси", "com", 0},
	    {"οικο", "com", SCRIPT_WHOLE_CONFUSABLE}, {"οικο", "gr", 0}, {"οικος", "com", 0},
	    {"ջրհոր", "com", 0}, {"ხელი", "com", 0}, {"שלום", "com", 0});
	/* 10: figures and what is shaped like them. */
	CHECK_PROBLEMS({"7з7", "com", SCRIPT_DIGITS}, {"१२३", "com", 0},
		       {"12३", "com", SCRIPT_DIGITS | SCRIPT_WHOLE_CONFUSABLE}, {"三123", "com", 0},
		       {"২2", "com", SCRIPT_DIGITS});
	/* 12, 13: accents beside another script, strokes as punctuation, stray marks. */
	CHECK_PROBLEMS({"é한국", "com", SCRIPT_MIXED}, {"payンpal", "com", SCRIPT_PATTERN},
		       {"payゾpal", "com", SCRIPT_PATTERN}, {"パソコン", "jp", 0},
		       {"ゾンビ", "jp", 0}, {"login丶bank", "com", SCRIPT_PATTERN},
		       {"一番", "jp", 0}, {"ab工", "com", SCRIPT_PATTERN}, {"人工知能", "jp", 0},
		       {"pay亠pal", "com", SCRIPT_PATTERN}, {"コヽ", "jp", 0},
		       {"abヾ", "jp", SCRIPT_PATTERN}, {"べカリー", "jp", SCRIPT_PATTERN},
		       {"ベーカリー", "jp", 0}, {"l\u0307", "com", SCRIPT_PATTERN},
		       {"j\u0307a", "com", SCRIPT_PATTERN}, {"カ\u309A", "jp", SCRIPT_PATTERN},
		       {"한\u0301", "kr", SCRIPT_PATTERN});
}

static void test_hostile(void **state)
{
	static char flood[200001];
	struct span none = {NULL, 0};

	(void)state;
	assert_int_equal(script_problems(none, none), 0);
	assert_int_equal(script_restriction_level(none), RESTRICTION_ASCII_ONLY);
	assert_int_not_equal(script_problems(SPAN("\xFF\xE3\x81"), SPAN("\xF0")), 0);
	for (size_t i = 0; i + 2 < sizeof(flood); i += 2)
		memcpy(flood + i, "\xCC\x81", 2);
	assert_int_equal(script_problems((struct span){flood, 200000}, SPAN("com")),
			 SCRIPT_PATTERN);
	for (size_t i = 0; i + 2 < sizeof(flood); i += 2)
		memcpy(flood + i, "о", 2);
	assert_int_equal(script_problems((struct span){flood, 200000}, SPAN("com")),
			 SCRIPT_WHOLE_CONFUSABLE);
}

#ifdef HAVE_ICU
static enum restriction_level level_of_icu(URestrictionLevel level)
{
	switch (level) {
	case USPOOF_ASCII:
		return RESTRICTION_ASCII_ONLY;
	case USPOOF_SINGLE_SCRIPT_RESTRICTIVE:
		return RESTRICTION_SINGLE_SCRIPT;
	case USPOOF_HIGHLY_RESTRICTIVE:
		return RESTRICTION_HIGHLY;
	case USPOOF_MODERATELY_RESTRICTIVE:
		return RESTRICTION_MODERATELY;
	case USPOOF_MINIMALLY_RESTRICTIVE:
		return RESTRICTION_MINIMALLY;
	default:
		return RESTRICTION_UNRESTRICTED;
	}
}

static USpoofChecker *open_checker(void)
{
	UErrorCode error = U_ZERO_ERROR;
	USpoofChecker *checker = uspoof_open(&error);
	USet *allowed = uset_openEmpty();

	uset_addAll(allowed, uspoof_getRecommendedSet(&error));
	uset_addAll(allowed, uspoof_getInclusionSet(&error));
	uspoof_setAllowedChars(checker, allowed, &error);
	uspoof_setChecks(checker, USPOOF_RESTRICTION_LEVEL | USPOOF_AUX_INFO, &error);
	uspoof_setRestrictionLevel(checker, USPOOF_ASCII);
	uset_close(allowed);
	assert_true(U_SUCCESS(error));
	return checker;
}

static void check_level(USpoofChecker *checker, const char *label, size_t len)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t bits = uspoof_check2UTF8(checker, label, (int32_t)len, NULL, &error);
	URestrictionLevel wanted = (URestrictionLevel)(bits & USPOOF_RESTRICTION_LEVEL_MASK);

	if (script_restriction_level((struct span){label, len}) != level_of_icu(wanted))
		fail_msg("'%.*s': %d, ICU %x", (int)len, label,
			 (int)script_restriction_level((struct span){label, len}),
			 (unsigned)wanted);
}

/* Labels of three letters, each from a small hat of scripts, so that every level occurs. */
static void test_levels_equal_icu(void **state)
{
	static const char *const pieces[] = {
	    "a",  "z",	    "9",      "-",	"é",  "а", "ж", "α", "λ", "日",	    "本", "カ",
	    "あ", "ー",	    "々",     "한",	"ㄅ", "ก", "א", "ب", "अ", "ა",	    "Ꭰ",  "՛",
	    "・", "\u0301", "\u3099", "\u064B", "०",  "٣", "_", " ", "❤", "\u200D", "ɡ",  "ա",
	};
	const size_t count = sizeof(pieces) / sizeof(*pieces);
	USpoofChecker *checker = open_checker();

	(void)state;
	if (strcmp(U_UNICODE_VERSION, "15.0") != 0) {
		uspoof_close(checker);
		skip();
	}
	for (size_t i = 0; i < count * count * count; i++) {
		char label[16];
		size_t len = 0;

		for (size_t rest = i, k = 0; k < 3; k++, rest /= count) {
			const char *piece = pieces[rest % count];

			memcpy(label + len, piece, strlen(piece));
			len += strlen(piece);
		}
		check_level(checker, label, len);
	}
	uspoof_close(checker);
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_restriction_levels),
	    cmocka_unit_test(test_honest_labels),
	    cmocka_unit_test(test_mixed_scripts),
	    cmocka_unit_test(test_whole_script_confusables),
	    cmocka_unit_test(test_invisible),
	    cmocka_unit_test(test_unassigned_and_foreign),
	    cmocka_unit_test(test_digits),
	    cmocka_unit_test(test_patterns),
	    cmocka_unit_test(test_display_rules),
	    cmocka_unit_test(test_hostile),
#ifdef HAVE_ICU
	    cmocka_unit_test(test_levels_equal_icu),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
