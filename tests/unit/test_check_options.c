/* The command line of `honmono check`: what each option fills, and what each wrong one is told. */
#include "check_options.h"

#include "capture.h"
#include "limits.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct check_options options;
static char folder[] = "/tmp/honmono-options-XXXXXX";

/* Words behind "check", up to a NULL. */
static bool read_words(const char *const *words)
{
	static char *argv[LIMIT_LINKS + 40];
	int argc = 0;

	argv[argc++] = "check";
	for (; *words; words++)
		argv[argc++] = (char *)(uintptr_t)*words;
	argv[argc] = NULL;
	optind = 0; /* forgets a word of several letters that was refused before */
	(void)getopt(1, argv, "");
	json_decref(options.profile);
	catalogue_files_close(&options.files);
	arena_reset(arena);
	return check_options_read(argc, argv, arena, &options);
}

#define READ(...) assert_true(read_words((const char *const[]){__VA_ARGS__, NULL}))

/* The path of a new file in the folder; static storage. */
static const char *put_file(const char *name, const char *text)
{
	static char paths[8][100];
	static int next;
	char *path = paths[next++ % 8];
	FILE *file;

	(void)snprintf(path, sizeof(paths[0]), "%s/%s", folder, name);
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
	return path;
}

static void assert_text(struct span got, const char *want)
{
	if (!span_equal(got, span_of(want)))
		fail_msg("\"%.*s\" instead of \"%s\"", (int)got.len, got.len ? got.ptr : "", want);
}

static void test_the_sender(void **state)
{
	static const struct {
		const char *words[5], *name, *address;
	} cases[] = {
	    {{"--from", "a@b.example"}, "", "a@b.example"},
	    {{"--from=a@b.example"}, "", "a@b.example"},
	    {{"--from", "Shop <a@b.example>"}, "Shop", "a@b.example"},
	    {{"--from", "a@b.example", "--from-name", "Shop"}, "Shop", "a@b.example"},
	    {{"--from-name", "Shop", "--from", "a@b.example"}, "Shop", "a@b.example"},
	    {{"--from-name", "Shop", "--from", "Shop <a@b.example>"}, "Shop", "a@b.example"},
	    {{"--from", "Shop <a@b.example>", "--from-name", ""}, "Shop", "a@b.example"},
	    {{"--from-name", "Shop"}, "Shop", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_true(read_words(cases[i].words));
		assert_true(options.message.has_sender);
		assert_text(options.message.sender_name, cases[i].name);
		assert_text(options.message.sender_address, cases[i].address);
	}
	/* An empty name alone is no sender. */
	READ("--from-name", "", "--subject", "x");
	assert_false(options.message.has_sender);
}

static void test_the_message(void **state)
{
	const struct message *m = &options.message;

	(void)state;
	READ("--to", "me@a.example", "--reply-to", "x@b.example", "--subject", "件名", "--to",
	     "us@a.example", "--cut", "--reply-to", "y@b.example");
	assert_int_equal(m->recipient_count, 2);
	assert_text(m->recipients[0], "me@a.example");
	assert_text(m->recipients[1], "us@a.example");
	assert_int_equal(m->reply_to_count, 2);
	assert_text(m->reply_to[0], "x@b.example");
	assert_text(m->reply_to[1], "y@b.example");
	assert_text(m->subject, "件名");
	assert_true(m->cut && !m->has_sender && !m->auth.shown && m->link_count == 0);
	assert_int_equal(options.output, CHECK_TEXT);
	assert_true(!options.help && !options.profile && options.files.count == 0);
}

static void test_links(void **state)
{
	const struct message *m = &options.message;

	(void)state;
	READ("--link", "hxxps://a[.]example/", "--link-text", "one", "--link", "b.example", "--raw",
	     "b", "--link-text", "", "--link", "https://c.example/");
	assert_int_equal(m->link_count, 3);
	assert_text(m->links[0].url, "https://a.example/");
	assert_text(m->links[0].text, "one");
	assert_text(m->links[0].raw, "");
	assert_text(m->links[1].url, "https://b.example");
	assert_text(m->links[1].raw, "b");
	assert_text(m->links[1].text, "");
	assert_text(m->links[2].url, "https://c.example/");
	assert_true(!m->links[2].text.ptr && !m->links[2].raw.ptr);
}

static void test_number_of_links(void **state)
{
	static const char *words[LIMIT_LINKS + 2];
	const char *told;
	bool taken;

	(void)state;
	for (size_t i = 0; i < LIMIT_LINKS; i++)
		words[i] = "--link=a.example";
	assert_true(read_words(words));
	assert_int_equal(options.message.link_count, LIMIT_LINKS);
	words[LIMIT_LINKS] = "--link=a.example";
	capture_begin(STDERR_FILENO);
	taken = read_words(words);
	told = capture_end(STDERR_FILENO);
	assert_false(taken);
	assert_string_equal(told, "honmono: --link: more than 2000 links\n");
}

static void test_authentication(void **state)
{
	static const struct {
		const char *word;
		enum auth_result want;
	} results[] = {{"pass", AUTH_PASS}, {"fail", AUTH_FAIL}, {"none", AUTH_NONE}};
	const struct message_auth *auth = &options.message.auth;

	(void)state;
	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++) {
		READ("--auth-result", results[i].word);
		assert_true(auth->shown && auth->result == results[i].want && !auth->warned);
	}
	READ("--signed-by", "a.example", "--mailed-by", "b.example", "--signed-by", "c.example",
	     "--via", "d.example");
	assert_true(auth->shown && auth->result == AUTH_UNKNOWN);
	assert_int_equal(auth->signed_by_count, 2);
	assert_text(auth->signed_by[0], "a.example");
	assert_text(auth->signed_by[1], "c.example");
	assert_text(auth->mailed_by, "b.example");
	assert_text(auth->via, "d.example");
	READ("--warned");
	assert_true(auth->shown && auth->warned);
}

static void test_output_and_language(void **state)
{
	(void)state;
	setenv("LC_ALL", "ja_JP.UTF-8", 1);
	READ("--subject=x", "--json");
	assert_int_equal(options.output, CHECK_JSON);
	assert_int_equal(options.language, LANGUAGE_JA);
	READ("--subject=x", "--language=en");
	assert_int_equal(options.language, LANGUAGE_EN);
	setenv("LC_ALL", "C", 1);
	READ("--ndjson", "--language", "ja");
	assert_int_equal(options.output, CHECK_NDJSON);
	assert_int_equal(options.language, LANGUAGE_JA);
	READ("--help");
	assert_true(options.help);
	READ("--help", "--ndjson", "--help", "--subject=x");
	assert_true(options.help);
}

static void test_files(void **state)
{
	(void)state;
	READ("--text-file", put_file("text", "本文\nline\n"));
	assert_text(options.message.text, "本文\nline\n");
	READ("--cut", "--text-file", put_file("blank", " \t\r\n"));
	assert_text(options.message.text, "");
	READ("--profile", put_file("profile", "{\"trusted\":[\"a.example\"]}"), "--subject=x");
	assert_int_equal(json_array_size(json_object_get(options.profile, "trusted")), 1);
}

/* A file of just the limit, and one byte more. */
static void test_size_of_a_file(void **state)
{
	char *text = malloc(LIMIT_MESSAGE_BYTES + 2);
	const char *path;
	bool taken;

	(void)state;
	assert_non_null(text);
	memset(text, 'x', LIMIT_MESSAGE_BYTES + 1);
	text[LIMIT_MESSAGE_BYTES] = '\0';
	READ("--text-file", put_file("large", text));
	assert_int_equal(options.message.text.len, LIMIT_MESSAGE_BYTES);
	text[LIMIT_MESSAGE_BYTES] = 'x';
	text[LIMIT_MESSAGE_BYTES + 1] = '\0';
	path = put_file("large", text);
	free(text);
	capture_begin(STDERR_FILENO);
	taken = read_words((const char *const[]){"--text-file", path, NULL});
	assert_non_null(strstr(capture_end(STDERR_FILENO), ": larger than 1 MiB\n"));
	assert_false(taken);
}

static void test_what_is_wrong(void **state)
{
	const char *none = "/nonexistent/file";
	const struct {
		const char *words[7], *told;
	} cases[] = {
	    {{NULL}, "nothing to check (honmono check --help)"},
	    {{"--json"}, "nothing to check (honmono check --help)"},
	    {{"--subject", ""}, "nothing to check (honmono check --help)"},
	    {{"--from-name", ""}, "nothing to check (honmono check --help)"},
	    {{"--text-file", put_file("blank", "\n \n")},
	     "nothing to check (honmono check --help)"},
	    {{"--none"}, "--none: not an option (honmono check --help)"},
	    {{"-from", "x"}, "-from: not an option (honmono check --help)"},
	    {{"--from"}, "--from: takes a value (honmono check --help)"},
	    {{"--json=1"}, "--json=1: not an option (honmono check --help)"},
	    {{"--subject=x", "word"}, "word: belongs to no option (honmono check --help)"},
	    {{"--subject=x", "--", "--json"}, "--json: not an option (honmono check --help)"},
	    {{"--subj=x"}, "--subject: to be written in full"},
	    {{"--from", ""}, "--from: empty"},
	    {{"--from", "a@b.example", "--from", "a@b.example"}, "--from: given twice"},
	    {{"--cut", "--cut"}, "--cut: given twice"},
	    {{"--subject", "\xff"}, "--subject: not UTF-8"},
	    {{"--to", "a\xed\xa0\x80"}, "--to: not UTF-8"},
	    {{"--from", "One <a@b.example>", "--from-name", "Two"},
	     "--from: has a name already, which --from-name contradicts"},
	    {{"--link", ""}, "--link: empty"},
	    {{"--link", "no\x1b link"}, "--link: no\\u001b link: neither a link nor a hostname"},
	    {{"--link-text", "x"},
	     "--link-text: the --link that it is the text of must stand before it"},
	    {{"--raw", "x"}, "--raw: the --link that it is the attribute of must stand before it"},
	    {{"--link", "a.example", "--link-text", "", "--link-text", "x"},
	     "--link-text: given twice for one link"},
	    {{"--link", "a.example", "--raw", "x", "--raw", "x"},
	     "--raw: given twice for one link"},
	    {{"--auth-result", "PASS"}, "--auth-result: is pass, fail or none"},
	    {{"--language", "fr"}, "--language: is en or ja"},
	    {{"--subject=x", "--json", "--ndjson"}, "--ndjson: not together with --json"},
	    {{"--ndjson", "--json"}, "--json: not together with --ndjson"},
	    {{"--ndjson", "--subject=x"},
	     "--ndjson: takes what is to be checked from standard input"},
	    {{"--warned", "--ndjson"}, "--ndjson: takes what is to be checked from standard input"},
	    {{"--text-file", none},
	     "--text-file: cannot read /nonexistent/file: No such file or directory"},
	    {{"--profile", none},
	     "--profile: cannot read /nonexistent/file: No such file or directory"},
	    {{"--catalogue", none}, "--catalogue: /nonexistent/file: No such file or directory"},
	    {{"--text-file", "/"}, "--text-file: cannot read /: Is a directory"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char want[200];
		const char *told;
		bool taken;

		capture_begin(STDERR_FILENO);
		taken = read_words(cases[i].words);
		told = capture_end(STDERR_FILENO);
		(void)snprintf(want, sizeof(want), "honmono: %s\n", cases[i].told);
		if (taken || strcmp(told, want) != 0)
			fail_msg("case %zu: %s", i, told);
	}
}

static void test_files_that_are_wrong(void **state)
{
	static const struct {
		const char *option, *text, *told;
	} cases[] = {
	    {"--text-file", "\xff", "not UTF-8"},
	    {"--profile", "", "not JSON (line 1)"},
	    {"--profile", "{\n\"a\":1,\n\"a\":2}", "not JSON (line 3)"},
	    {"--profile", "[]", "JSON, but not an object"},
	    {"--profile", "{} {}", "not JSON (line 1)"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *path = put_file("wrong", cases[i].text), *told;
		char want[200];
		bool taken;

		capture_begin(STDERR_FILENO);
		taken = read_words((const char *const[]){cases[i].option, path, NULL});
		told = capture_end(STDERR_FILENO);
		(void)snprintf(want, sizeof(want), "honmono: %s: %s: %s\n", cases[i].option, path,
			       cases[i].told);
		assert_false(taken);
		assert_string_equal(told, want);
	}
}

static void test_no_memory(void **state)
{
	struct arena *small = arena_new(64);
	char *argv[] = {"check", "--subject=x", NULL};
	const char *told;
	bool taken;

	(void)state;
	json_decref(options.profile);
	capture_begin(STDERR_FILENO);
	taken = check_options_read(2, argv, small, &options);
	told = capture_end(STDERR_FILENO);
	assert_false(taken);
	assert_string_equal(told, "honmono: out of memory\n");
	assert_null(options.profile);
	arena_free(&small);
}

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(16u << 20);
	return arena && mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
	char command[100];

	(void)state;
	json_decref(options.profile);
	arena_free(&arena);
	(void)snprintf(command, sizeof(command), "rm -r %s", folder);
	return system(command);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_the_sender),	   cmocka_unit_test(test_the_message),
	    cmocka_unit_test(test_links),	   cmocka_unit_test(test_number_of_links),
	    cmocka_unit_test(test_authentication), cmocka_unit_test(test_output_and_language),
	    cmocka_unit_test(test_files),	   cmocka_unit_test(test_size_of_a_file),
	    cmocka_unit_test(test_what_is_wrong),  cmocka_unit_test(test_files_that_are_wrong),
	    cmocka_unit_test(test_no_memory),
	};

	setenv("LC_ALL", "C", 1);
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
