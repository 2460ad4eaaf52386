/* The words that stand around brands' names in hostnames, as the catalogue has them. */
#include "embedded_fixture.h"

#include "detect/combo_words.h"

static void how_much_a_word_tells(void **state)
{
	static const struct {
		const char *word;
		enum tell tell;
	} CASES[] = {
	    {"login", TELL_STRONG},
	    {"verify", TELL_STRONG},
	    {"access", TELL_MILD},
	    {"shop", TELL_PLAIN},
	    {"blumen", TELL_NOTHING},
	    {"", TELL_NOTHING},
	    {"logins3", TELL_NOTHING},
	    /* suffixes and parts of pages are no such words */
	    {"cdn", TELL_NOTHING},
	    {"cyou", TELL_NOTHING},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (combo_word_tell(&catalogue, span_of(CASES[i].word)) != CASES[i].tell)
			fail_msg("%s: %d", CASES[i].word,
				 (int)combo_word_tell(&catalogue, span_of(CASES[i].word)));
}

static void who_writes_about_a_brand(void **state)
{
	(void)state;
	assert_true(combo_word_is_about(&catalogue, SPAN("blog")));
	assert_true(combo_word_is_about(&catalogue, SPAN("news")));
	assert_false(combo_word_is_about(&catalogue, SPAN("login")));
	assert_false(combo_word_is_about(&catalogue, SPAN("shop")));
	assert_false(combo_word_is_about(&catalogue, SPAN("blumen")));
	assert_false(combo_word_is_about(&catalogue, SPAN("")));
}

/* The more telling ones first, each at an end of the text and not all of it. */
static void words_beside_another(void **state)
{
	static const struct {
		const char *text;
		const char *must, *must_not;
	} CASES[] = {
	    {"securemetamasklogin", "login", "metamask"},
	    {"verifymetamask", "verify", "login"},
	    {"metamaskshop", "shop", "login"},
	    {"login", NULL, "login"},
	    {"metamask", NULL, "login"},
	    {"", NULL, ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct span text = span_of(CASES[i].text), word;
		struct hostname_place place = {0};
		enum tell tell, before = TELL_STRONG;
		bool found = false;

		while (combo_word_beside(&catalogue, text, &place, &word, &tell)) {
			assert_true(word.len > 0 && word.len < text.len);
			assert_true(span_starts(text, word) || span_ends(text, word));
			assert_true(tell <= before && tell > TELL_NOTHING);
			assert_int_equal(tell, combo_word_tell(&catalogue, word));
			before = tell;
			found |= CASES[i].must && span_equal(word, span_of(CASES[i].must));
			assert_false(span_equal(word, span_of(CASES[i].must_not)));
		}
		if (CASES[i].must && !found)
			fail_msg("%s: no %s", CASES[i].text, CASES[i].must);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(how_much_a_word_tells),
	    cmocka_unit_test(who_writes_about_a_brand),
	    cmocka_unit_test(words_beside_another),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
