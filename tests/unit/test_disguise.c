/* Words spelt for people and against filters, and honest ones in mixed alphabets. */
#include "house_fixture.h"

#include "detect/disguise.h"

static struct disguise read_text(const char *text)
{
	return disguise_read(&fixture.catalogue, fixture.arena, span_of(text));
}

static const char *problem_of(const struct disguise *disguise)
{
	return disguise->problem ? disguise->problem : "none";
}

/* The Cyrillic and Greek letters are written as escapes: they could not be told here. */
static void spelt_against_filters(void **state)
{
	static const struct {
		const char *text, *word, *problem, *brand;
	} CASES[] = {
	    {"Y\u043Eur acc\u043Eunt is on hold", "Y\u043Eur", "look-alike letters", NULL},
	    {"your Z\u0430velto", "Z\u0430velto", "look-alike letters", "zavelto"},
	    {"\u0405t\u0430\u0433t now", "\u0405t\u0430\u0433t", "look-alike letters", NULL},
	    {"お客様のZ\u0430veltoは停止されました", "Z\u0430velto", "look-alike letters",
	     "zavelto"},
	    {"ha\u03BDing a milli\u03BFn", "ha\u03BDing", "look-alike letters", NULL},
	    {"\u041D\u0435llo Z\u0430velto", "Z\u0430velto", "look-alike letters", "zavelto"},
	    {"P\u200Da\u200Dy m\u2069e", "P\u200Da\u200Dy", "invisible characters", NULL},
	    {"E\u034FV\u034FR\u034Fi", "E\u034FV\u034FR\u034Fi", "invisible characters", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct disguise disguise = read_text(CASES[i].text);

		expect_text(CASES[i].text, "the problem", span_of(problem_of(&disguise)),
			    CASES[i].problem);
		expect_text(CASES[i].text, "the word", disguise.word, CASES[i].word);
		expect_house(CASES[i].text, "the brand", disguise.brand, CASES[i].brand);
		arena_reset(fixture.arena);
	}
}

static void honest_words(void **state)
{
	static const char *const TEXTS[] = {
	    "",
	    "Your account is on hold",
	    "10 k\u03A9, 5 \u03BCm, \u03B2-carotene",
	    "TNF\u03B1 and IL\u03B2 levels, TGF\u03B2 pathways",
	    "\u03B1test and \u03B2blocker",
	    /* one slip of a bilingual's keyboard */
	    "The \u0441ompany writes",
	    /* Russian with names, and with Latin letters in its own words */
	    "\u043D\u0430\u0448 IT-\u043E\u0442\u0434\u0435\u043B \u0438 SMS\u043A\u0430",
	    "\u043C\u044B \u0436\u0434\u0451\u043C \u0432\u0430\u0441 c\u043Eop \u0438 p\u043Eop",
	    "soft\u00ADhyphens\u00ADevery\u00ADwhere\u00ADhere",
	    "one\u200Bbreak in long\u200Bwords",
	    "\u034F \u200C \u034F \u200C \u034F \u200C padding behind a preview",
	    "日本語とEnglishの混ざった文、Ωとα、■━━■",
	    "\u041C\u043E\u0441\u043A\u0432\u0430",
	    "\u041C",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		struct disguise disguise = read_text(TEXTS[i]);

		expect_text(TEXTS[i], "the problem", span_of(problem_of(&disguise)), "none");
		assert_int_equal(disguise.word.len, 0);
		assert_true(disguise.brand == BRAND_NONE);
		arena_reset(fixture.arena);
	}
}

/* A text cut within a character, and one longer than what is read. */
static void any_text(void **state)
{
	size_t len = (1U << 17) + 1;
	char *text = malloc(len);

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < len; i++)
		text[i] = "\xD0\xB0"[i % 2];
	for (size_t end = 0; end < 9; end++)
		assert_null(
		    disguise_read(&fixture.catalogue, fixture.arena, (struct span){text, len - end})
			.problem);
	free(text);
	arena_reset(fixture.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(spelt_against_filters),
	    cmocka_unit_test(honest_words),
	    cmocka_unit_test(any_text),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
