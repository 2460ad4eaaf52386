/* What the command line says in Japanese is filled with the same values as the English. */
#include "said.h"
#include "said_details.h"

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

/* Behind Japanese words stands the colon of that script. */
static void assert_full_width(const char *japanese)
{
	for (const char *at = japanese; (at = strstr(at, ": ")) != NULL; at++)
		if (at > japanese && (at[-1] & 0x80))
			fail_msg("%s", japanese);
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
		assert_full_width(japanese);
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

static size_t stars(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += *text == '*';
	return count;
}

static void test_detail_rows(void **state)
{
	const char *english, *japanese, *other, *unused;

	(void)state;
	for (size_t at = 0; said_detail_row(at, &english, &japanese); at++) {
		char out[SAID_DETAIL_BYTES];

		if (stars(english) != stars(japanese))
			fail_msg("%s: %s", english, japanese);
		assert_full_width(japanese);
		/* An earlier row that fits it too would hide it; a star stands for itself here. */
		if (strcmp(said_detail_in(LANGUAGE_JA, english, out), japanese) != 0)
			fail_msg("%s: %s", english, out);
		assert_ptr_equal(said_detail_in(LANGUAGE_EN, english, out), english);
		for (size_t i = 0; i < at; i++)
			if (said_detail_row(i, &other, &unused) && strcmp(other, english) == 0)
				fail_msg("twice: %s", english);
	}
}

static void check_detail(const char *english, const char *japanese)
{
	char out[SAID_DETAIL_BYTES];

	assert_string_equal(said_detail_in(LANGUAGE_JA, english, out), japanese);
}

static void test_details(void **state)
{
	char longest[2000] = "the text ", out[SAID_DETAIL_BYTES];

	(void)state;
	check_detail("section 3, record 40: a text lies elsewhere",
		     "セクション 3、レコード 40: 文字列の位置が範囲外です");
	check_detail("section 3: bytes 8+90 lie elsewhere",
		     "セクション 3: 位置 8、長さ 90 がファイルの範囲外です");
	check_detail("the text is empty", "文字列：空です");
	check_detail(
	    "sandbox: resource limits, Landlock (ABI 7), system call filter",
	    "サンドボックスあり（リソース制限、Landlock ABI 7、システムコールフィルター）");
	check_detail("part of the sandbox: resource limits, no Landlock, no system call filter",
		     "サンドボックスの一部だけあり（リソース制限、Landlock "
		     "なし、システムコールフィルターなし）");
	check_detail("no sandbox: HONMONO_SANDBOX=off",
		     "サンドボックスなし（環境変数 HONMONO_SANDBOX=off による）");
	check_detail("unable to open a.json: No such file or directory",
		     "a.json を開けません：ファイルまたはフォルダーがありません");
	check_detail("string or '}' expected near 'oops'",
		     "文字列または } が必要です（'oops' の付近）");
	check_detail("']' expected near 'x expected near y'",
		     "']' が必要です（'x expected near y' の付近）");
	check_detail("\"a b\" is none of its values", "\"a b\" はここで使える値ではありません");
	check_detail("line 3, column 14", "3行目、14文字目");
	check_detail("out of memory", "メモリーが足りません");
	check_detail(" is missing", "必要ですが、ありません");
	/* of no row: as it is */
	check_detail("section 3: well", "section 3: well");
	check_detail("", "");
	check_detail("is emptyx", "is emptyx");
	/* cut between two letters */
	for (size_t i = 9; i + 3 < sizeof(longest) - 1; i += 3)
		memcpy(longest + i, "あ", 4);
	assert_true(strlen(said_detail_in(LANGUAGE_JA, longest, out)) < SAID_DETAIL_BYTES);
	assert_memory_equal(out + strlen(out) - 3, "あ", 3);
}

/* What printf makes of a format, each number 7 and each text x. */
static void filled(const char *format, char out[static 256])
{
	size_t used = 0;

	for (const char *at = format; *at && used < 255; at++) {
		if (*at == '\\')
			at++;
		if (*at != '%') {
			out[used++] = *at;
			continue;
		}
		at += strcspn(at, "sdu");
		out[used++] = *at == 's' ? 'x' : '7';
	}
	out[used] = '\0';
}

/* The next text in quotes from `at` on, without them; NULL behind the last one. */
static const char *next_text(const char *at, char out[static 256])
{
	while ((at = strchr(at, '"'))) {
		const char *end = at + 1;

		if (*end == '\'') { /* the character */
			at = end;
			continue;
		}
		while (*end && *end != '"')
			end += end[0] == '\\' && end[1] ? 2 : 1;
		if (end - at < 256) {
			memcpy(out, at + 1, (size_t)(end - at - 1));
			out[end - at - 1] = '\0';
			return *end ? end + 1 : NULL;
		}
		at = *end ? end + 1 : end;
	}
	return NULL;
}

/* Every sentence in the sources that give reasons has its Japanese: words with a blank between, in lower case. */
static void test_sources(void **state)
{
	static const char *const files[] = {
	    "catalogue/index_check.c",	    "catalogue/source.c",
	    "catalogue/source_json.c",	    "catalogue/source_brand.c",
	    "catalogue/source_alias.c",	    "catalogue/source_lists.c",
	    "catalogue/source_folder.c",    "catalogue/source_wording.c",
	    "catalogue/source_hostnames.c", "profile_rules.c",
	};
	size_t seen = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		static char source[1 << 16];
		char path[512], text[256], sentence[256], behind[260], out[SAID_DETAIL_BYTES];

		(void)snprintf(path, sizeof(path), "%s/host/%s", SOURCE_DIR, files[i]);
		FILE *file = fopen(path, "r");

		assert_non_null(file);
		source[fread(source, 1, sizeof(source) - 1, file)] = '\0';
		(void)fclose(file);
		for (const char *at = source; (at = next_text(at, text));) {
			filled(text, sentence);
			/* "x x" and the like only join what has been told; what a static
			 * assertion says nobody reads */
			if (!strchr(sentence, ' ') ||
			    !strpbrk(sentence, "abcdefghijklmnopqrstuvw") ||
			    strstr(sentence, "a name for each enum") ||
			    strcmp(sentence, "the pattern x") == 0 ||
			    strcmp(sentence, "matches it") == 0 ||
			    strcmp(sentence, "does not match it") == 0)
				continue;
			seen++;
			(void)snprintf(behind, sizeof(behind), "x %s", sentence);
			if (said_detail_in(LANGUAGE_JA, sentence, out) == sentence &&
			    said_detail_in(LANGUAGE_JA, behind, out) == behind)
				fail_msg("%s: %s", files[i], sentence);
		}
	}
	assert_true(seen > 70);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),	cmocka_unit_test(test_environment),
	    cmocka_unit_test(test_detail_rows), cmocka_unit_test(test_details),
	    cmocka_unit_test(test_sources),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
