/* Tags and locale names of the two languages, and of none. */
#include "language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#define NONE LANGUAGES

static void test_tags_and_locales(void **state)
{
	static const struct {
		const char *tag;
		enum language want;
	} cases[] = {
	    {"en", LANGUAGE_EN},
	    {"ja", LANGUAGE_JA},
	    {"JA", LANGUAGE_JA},
	    {"En-GB", LANGUAGE_EN},
	    {"ja-Jpan-JP", LANGUAGE_JA},
	    {"ja_JP.UTF-8", LANGUAGE_JA},
	    {"ja.eucJP", LANGUAGE_JA},
	    {"en@euro", LANGUAGE_EN},
	    {"en_US", LANGUAGE_EN},
	    {"", NONE},
	    {"e", NONE},
	    {"j", NONE},
	    {"eng", NONE},
	    {"jav", NONE},
	    {"fr", NONE},
	    {"fr-en", NONE},
	    {"C", NONE},
	    {"C.UTF-8", NONE},
	    {"POSIX", NONE},
	    {" ja", NONE},
	    {"ja ", NONE},
	    {"i-enochian", NONE},
	    {"日本語", NONE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		enum language got = NONE;
		bool known = language_parse(span_of(cases[i].tag), &got);

		if (known != (cases[i].want != NONE) || got != cases[i].want)
			fail_msg("%s: %d", cases[i].tag, got);
	}
}

static void test_a_tag_ends_where_its_span_does(void **state)
{
	enum language language;

	(void)state;
	assert_true(language_parse((struct span){"japan", 2}, &language));
	assert_int_equal(language, LANGUAGE_JA);
	assert_false(language_parse((struct span){"ja-JP", 1}, &language));
}

static void test_names_are_tags(void **state)
{
	(void)state;
	for (int i = 0; i < LANGUAGES; i++) {
		enum language got = NONE;

		assert_true(language_parse(span_of(language_name((enum language)i)), &got));
		assert_int_equal(got, i);
	}
	assert_string_equal(language_name(LANGUAGE_EN), "en");
	assert_string_equal(language_name(LANGUAGE_JA), "ja");
}

static void put_variable(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static void test_environment(void **state)
{
	static const struct {
		const char *all, *messages, *lang;
		enum language want;
	} cases[] = {
	    {NULL, NULL, NULL, LANGUAGE_EN},
	    {NULL, NULL, "ja_JP.UTF-8", LANGUAGE_JA},
	    {"", "", "ja_JP.UTF-8", LANGUAGE_JA},
	    {NULL, "ja_JP.UTF-8", "en_US.UTF-8", LANGUAGE_JA},
	    {NULL, "en_US.UTF-8", "ja_JP.UTF-8", LANGUAGE_EN},
	    {"ja_JP.UTF-8", "en_US.UTF-8", "en_US.UTF-8", LANGUAGE_JA},
	    /* The first that is set decides, also where it names neither. */
	    {"C", "ja_JP.UTF-8", "ja_JP.UTF-8", LANGUAGE_EN},
	    {NULL, "fr_FR.UTF-8", "ja_JP.UTF-8", LANGUAGE_EN},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		put_variable("LC_ALL", cases[i].all);
		put_variable("LC_MESSAGES", cases[i].messages);
		put_variable("LANG", cases[i].lang);
		if (language_of_environment() != cases[i].want)
			fail_msg("case %zu", i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_tags_and_locales),
	    cmocka_unit_test(test_a_tag_ends_where_its_span_does),
	    cmocka_unit_test(test_names_are_tags),
	    cmocka_unit_test(test_environment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
