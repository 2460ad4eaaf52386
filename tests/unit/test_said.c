/* What the command line says in Japanese is filled with the same values as the English. */
#include "said.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The conversions of a format, one behind the other: "%s%zu". */
static void conversions(const char *format, char out[static 64])
{
	size_t used = 0;

	for (const char *at = strchr(format, '%'); at; at = strchr(at, '%')) {
		size_t len = strcspn(at, "sducxX%") + 1;

		if (at[1] == '%')
			len = 2;
		assert_true(used + len < 64);
		memcpy(out + used, at, len);
		used += len;
		at += len;
	}
	out[used] = '\0';
}

static void test_rows(void **state)
{
	const char *english, *japanese, *other, *unused;

	(void)state;
	for (size_t at = 0; said_row(at, &english, &japanese); at++) {
		char in_english[64], in_japanese[64];

		conversions(english, in_english);
		conversions(japanese, in_japanese);
		if (strcmp(in_english, in_japanese) != 0)
			fail_msg("%s: %s", english, japanese);
		assert_ptr_equal(said_in(LANGUAGE_JA, english), japanese);
		assert_ptr_equal(said_in(LANGUAGE_EN, english), english);
		for (size_t i = 0; i < at; i++)
			if (said_row(i, &other, &unused) && strcmp(other, english) == 0)
				fail_msg("twice: %s", english);
	}
}

static void test_environment(void **state)
{
	(void)state;
	setenv("LC_ALL", "", 1);
	setenv("LC_MESSAGES", "ja_JP.UTF-8", 1);
	setenv("LANG", "en_US.UTF-8", 1);
	assert_string_equal(said("given twice"), "二重に指定されています");
	assert_string_equal(said("of no row"), "of no row");
	setenv("LC_ALL", "C.UTF-8", 1);
	assert_string_equal(said("given twice"), "given twice");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_environment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
