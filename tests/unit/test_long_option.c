/* Options as getopt_long() returns them: in full or begun only, with the value behind = or as the next word. */
#include "long_option.h"

#include "capture.h"

#include <stdlib.h>
#include <string.h>

static const struct option options[] = {
    {"from", required_argument, NULL, 0},
    {"from-name", required_argument, NULL, 1},
    {"json", no_argument, NULL, 2},
    {NULL, 0, NULL, 0},
};

/* Reads one option of `first` and `second`; whether it was written in full. */
static bool in_full(const char *first, const char *second)
{
	char *argv[] = {"verb", (char *)(uintptr_t)first, (char *)(uintptr_t)second, NULL};
	int which;

	optind = 0; /* begin anew */
	opterr = 0;
	which = getopt_long(second ? 3 : 2, argv, "+:", options, NULL);
	assert_in_range(which, 0, 2);
	return long_option_in_full(&options[which], argv);
}

static void test_in_full(void **state)
{
	static const struct {
		const char *first, *second, *told;
	} cases[] = {
	    {"--json", NULL, ""},
	    {"--from=a", NULL, ""},
	    {"--from=", NULL, ""},
	    {"--from", "a", ""},
	    {"--from", "", ""},
	    {"--from", "--from", ""},
	    {"--from-name", "a", ""},
	    {"--from-name=--from-name", NULL, ""},
	    {"--js", NULL, "honmono: --json: to be written in full\n"},
	    {"--j", NULL, "honmono: --json: to be written in full\n"},
	    {"--from-n", "a", "honmono: --from-name: to be written in full\n"},
	    {"--from-n=a", NULL, "honmono: --from-name: to be written in full\n"},
	    {"--from-n=from-name", NULL, "honmono: --from-name: to be written in full\n"},
	    {"--from-", "--from-name", "honmono: --from-name: to be written in full\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *told;
		bool full;

		capture_begin(STDERR_FILENO);
		full = in_full(cases[i].first, cases[i].second);
		told = capture_end(STDERR_FILENO);
		if (full != (*cases[i].told == '\0') || strcmp(told, cases[i].told) != 0)
			fail_msg("%s %s: %s", cases[i].first, cases[i].second, told);
	}
}

/* A verb with a short option, too, and one without. */
static void test_the_refused_word(void **state)
{
	static const struct {
		const char *shorts, *words[4], *want;
	} cases[] = {
	    {":o:", {"--none"}, "--none"},
	    {":o:", {"--none=1"}, "--none=1"},
	    {":o:", {"--from"}, "--from"},
	    {":o:", {"--json=1", "-x"}, "--json=1"},
	    {":o:", {"-o"}, "-o"},
	    {":o:", {"-x"}, "-x"},
	    {":o:", {"-x", "-xy"}, "-x"},
	    {":o:", {"-from", "a"}, "-from"},
	    {":o:", {"--from", "--json", "-xy"}, "-xy"},
	    {":o:", {"input", "-xy"}, "-xy"},
	    {"+:", {"-from"}, "-from"},
	    {"+:", {"--json", "-f", "x"}, "-f"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char *argv[6] = {"verb"};
		int argc = 1, which;

		for (; argc <= 4 && cases[i].words[argc - 1]; argc++)
			argv[argc] = (char *)(uintptr_t)cases[i].words[argc - 1];
		optind = 0;
		opterr = 0;
		do
			which = getopt_long(argc, argv, cases[i].shorts, options, NULL);
		while (which != '?' && which != ':' && which != -1);
		assert_int_not_equal(which, -1);
		assert_string_equal(option_word(argv), cases[i].want);
	}
}

static void assert_refused(const char *word, bool valueless, const char *want)
{
	bool taken;

	capture_begin(STDERR_FILENO);
	taken = option_refused("check", word, valueless);
	assert_string_equal(capture_end(STDERR_FILENO), want);
	assert_false(taken);
}

static void test_refused(void **state)
{
	char longest[200], shown[300];

	(void)state;
	assert_refused("--none", false, "honmono: --none: not an option (honmono check --help)\n");
	assert_refused("--from", true, "honmono: --from: takes a value (honmono check --help)\n");
	assert_refused("", false, "honmono: : belongs to no option (honmono check --help)\n");
	assert_refused(
	    "a\nb\x1b[2J\xe2\x80\xae", false,
	    "honmono: a\\u000ab\\u001b[2J\\u202e: belongs to no option (honmono check --help)\n");
	memset(longest, 'x', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	(void)snprintf(shown, sizeof(shown),
		       "honmono: %.*s…: belongs to no option (honmono check --help)\n", 79,
		       longest);
	assert_refused(longest, false, shown);
	longest[80] = '\0';
	(void)snprintf(shown, sizeof(shown),
		       "honmono: %s: belongs to no option (honmono check --help)\n", longest);
	assert_refused(longest, false, shown);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_in_full),
	    cmocka_unit_test(test_the_refused_word),
	    cmocka_unit_test(test_refused),
	};

	setenv("LC_ALL", "C", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
