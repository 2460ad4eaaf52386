/* Diagnostics: one line each, whole or cut, and never a reason to fail. */
#include "log.h"

#include "capture.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* The bytes of a line besides the text: "honmono: " and the line break. */
#define AROUND 10
#define LONGEST (511 - AROUND) /* one byte is left for the formatter's own end */

static char text[2 * LONGEST];

static const char *text_of(size_t len)
{
	memset(text, 'x', len);
	text[len] = '\0';
	return text;
}

static void test_a_line(void **state)
{
	(void)state;
	capture_begin(STDERR_FILENO);
	log_line("%s is %d of %zu", "this", -1, (size_t)3);
	log_line("%s", "");
	assert_string_equal(capture_end(STDERR_FILENO), "honmono: this is -1 of 3\nhonmono: \n");
}

static void test_length(void **state)
{
	static const size_t sizes[] = {1, LONGEST - 1, LONGEST, LONGEST + 1, 2 * LONGEST - 1};

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		size_t fits = sizes[i] < LONGEST ? sizes[i] : LONGEST;
		const char *line;

		capture_begin(STDERR_FILENO);
		log_line("%s", text_of(sizes[i]));
		line = capture_end(STDERR_FILENO);
		assert_int_equal(strlen(line), fits + AROUND);
		assert_int_equal(strspn(line + AROUND - 1, "x"), fits);
		assert_int_equal(line[fits + AROUND - 1], '\n');
	}
}

/* A long text in letters of two to four bytes, in each position to the place where it is cut. */
static void test_cut_between_letters(void **state)
{
	static const char *const letters[] = {"é", "語", "𝐚"};

	(void)state;
	for (size_t i = 0; i < 12; i++) {
		const char *letter = letters[i % 3], *line;
		size_t len = strlen(letter), used = i / 3;

		memset(text, 'x', used);
		for (; used + len < sizeof(text); used += len)
			memcpy(text + used, letter, len);
		text[used] = '\0';
		capture_begin(STDERR_FILENO);
		log_line("%s", text);
		line = capture_end(STDERR_FILENO);
		used = strlen(line) - 1;
		assert_int_equal(line[used], '\n');
		assert_true(used < LONGEST + AROUND && used + len >= LONGEST + AROUND);
		assert_int_equal(utf8_check((struct span){line, used}), used);
	}
}

static void test_language_of_the_environment(void **state)
{
	(void)state;
	setenv("LC_ALL", "ja_JP.UTF-8", 1);
	capture_begin(STDERR_FILENO);
	log_line("out of memory");
	setenv("LC_ALL", "C", 1);
	log_line("out of memory");
	assert_string_equal(capture_end(STDERR_FILENO),
			    "honmono: メモリーが足りません\nhonmono: out of memory\n");
}

static void test_a_closed_standard_error(void **state)
{
	int saved = dup(STDERR_FILENO);

	(void)state;
	assert_true(saved >= 0);
	close(STDERR_FILENO);
	log_line("nobody hears this");
	assert_int_equal(dup2(saved, STDERR_FILENO), STDERR_FILENO);
	close(saved);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_a_line),
	    cmocka_unit_test(test_length),
	    cmocka_unit_test(test_cut_between_letters),
	    cmocka_unit_test(test_language_of_the_environment),
	    cmocka_unit_test(test_a_closed_standard_error),
	};

	setenv("LC_ALL", "C", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
