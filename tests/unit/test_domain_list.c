/* Lists of domains to protect: what is taken of each line, what is told of the others, and when reading failed. */
#include "domain_list.h"

#include "catalogue_fixture.h"

#include "text/arena.h"

/* Reads `text` as the file "list"; the problems are left in `problems`. */
static bool read_text(struct source *source, const char *text, size_t len, struct domain_list *list,
		      struct problems *problems)
{
	FILE *file = fmemopen((char *)(uintptr_t)text, len, "r");
	bool sound;

	assert_non_null(file);
	sound = domain_list_read(source, file, "list", list, problems_report, NULL, problems);
	assert_int_equal(fclose(file), 0);
	return sound;
}

static void test_lines(void **state)
{
	static const struct {
		const char *line, *domain, *problem;
	} cases[] = {
	    {"shop.example\n", "shop.example", NULL},
	    {"shop.example", "shop.example", NULL},
	    {"  Shop.EXAMPLE \t\r\n", "shop.example", NULL},
	    {"shop.example. # the shop\n", "shop.example", NULL},
	    {"shop.example#\n", "shop.example", NULL},
	    {"例え.example\n", "xn--r8jz45g.example", NULL},
	    {"\n", NULL, NULL},
	    {" \t\r\n", NULL, NULL},
	    {"# shop.example\n", NULL, NULL},
	    {" # \n", NULL, NULL},
	    {"two words.example\n", NULL, "is no domain name"},
	    {"https://shop.example/\n", NULL, "is no domain name"},
	    {"192.0.2.1\n", NULL, "is no domain name"},
	    {"[::1]\n", NULL, "is no domain name"},
	    {".\n", NULL, "is no domain name"},
	    {"a..example\n", NULL, "is no domain name"},
	    {"xn--a.example\n", NULL, "is no domain name"},
	    {"shop\xff.example\n", NULL, "is not UTF-8"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct source *source = source_new();
		struct problems problems = {0};
		struct domain_list list;
		char told[200] = "";

		assert_true(
		    read_text(source, cases[i].line, strlen(cases[i].line), &list, &problems));
		if (cases[i].problem)
			(void)snprintf(told, sizeof(told), "list: line 1: %s\n", cases[i].problem);
		if (list.lines != 1 || list.taken != (cases[i].domain != NULL) ||
		    list.bad != (cases[i].problem != NULL) || strcmp(problems.text, told) != 0)
			fail_msg("%s: %s", cases[i].line, problems.text);
		source_free(&source);
	}
}

/* What was taken can be looked up in its ASCII form. */
static void test_domains_are_protected(void **state)
{
	static const char text[] = "Shop.EXAMPLE.\n\n# none.example\n例え.example\n";
	struct source *source = source_new();
	struct problems problems = {0};
	struct domain_hit hits[DOMAIN_HITS];
	struct domain_list list;
	struct compiled compiled;

	(void)state;
	assert_true(read_text(source, text, strlen(text), &list, &problems));
	assert_true(list.lines == 4 && list.taken == 2 && list.bad == 0);
	compiled = (struct compiled){0};
	assert_true(source_compile(source, "2026-11-22", &compiled.bytes, &compiled.size,
				   problems_report, &problems));
	compiled.index = index_open(compiled.bytes, compiled.size, problems.text);
	assert_non_null(compiled.index);
	const struct catalogue catalogue = {.indexes = {compiled.index}, .count = 1};

	assert_int_equal(catalogue_domain(&catalogue, SPAN("shop.example"), hits), 1);
	assert_int_equal(hits[0].roles, DOMAIN_PROTECTED);
	assert_int_equal(catalogue_domain(&catalogue, SPAN("xn--r8jz45g.example"), hits), 1);
	assert_int_equal(catalogue_domain(&catalogue, SPAN("none.example"), hits), 0);
	index_close(&compiled.index);
	free(compiled.bytes);
	source_free(&source);
}

static void test_length(void **state)
{
	static char text[2000];
	struct source *source = source_new();
	struct problems problems = {0};
	struct domain_list list;

	(void)state;
	memset(text, 'a', sizeof(text));
	text[1024] = '\n';
	assert_true(read_text(source, text, 1025, &list, &problems));
	assert_string_equal(problems.text, "list: line 1: is no domain name\n");
	problems = (struct problems){0};
	text[1024] = 'a';
	assert_true(read_text(source, text, 1025, &list, &problems));
	assert_string_equal(problems.text, "list: line 1: is longer than any domain\n");
	/* Blanks and a comment are not of the domain. */
	memset(text, ' ', sizeof(text));
	memcpy(text + 1500, "a.example #", 11);
	assert_true(read_text(source, text, sizeof(text), &list, &problems));
	assert_int_equal(list.taken, 1);
	source_free(&source);
}

static void test_only_the_first_bad_lines_are_named(void **state)
{
	static const char line[] = "no domain\nyes.example\n";
	char text[sizeof(line) * (BAD_LINES_NAMED + 5)] = "";
	struct source *source = source_new();
	struct problems problems = {0};
	struct domain_list list;

	(void)state;
	for (size_t i = 0; i < BAD_LINES_NAMED + 5; i++)
		memcpy(text + i * (sizeof(line) - 1), line, sizeof(line));
	assert_true(read_text(source, text, strlen(text), &list, &problems));
	assert_int_equal(problems.count, BAD_LINES_NAMED);
	assert_int_equal(list.bad, BAD_LINES_NAMED + 5);
	assert_int_equal(list.taken, BAD_LINES_NAMED + 5);
	assert_int_equal(list.lines, 2 * (BAD_LINES_NAMED + 5));
	assert_non_null(strstr(problems.text, "list: line 19: is no domain name\n"));
	assert_null(strstr(problems.text, "line 21:"));
	source_free(&source);
}

static size_t told_at[4], told;

static void progress(const struct domain_list *list)
{
	if (told < 4)
		told_at[told] = list->lines;
	told++;
}

static void test_progress(void **state)
{
	static char text[24001];
	struct source *source = source_new();
	struct domain_list list;
	FILE *file;

	(void)state;
	memset(text, '\n', sizeof(text));
	file = fmemopen(text, sizeof(text), "r");
	assert_true(domain_list_read(source, file, "list", &list, problems_report, progress, NULL));
	assert_int_equal(fclose(file), 0);
	assert_int_equal(list.lines, sizeof(text));
	assert_int_equal(told, 2);
	assert_true(told_at[0] == 10000 && told_at[1] == 20000);
	source_free(&source);
}

static void test_a_file_that_cannot_be_read(void **state)
{
	struct source *source = source_new();
	struct domain_list list;
	FILE *folder = fopen("/", "r"), *unread = fopen("/dev/null", "w");

	(void)state;
	assert_true(folder && unread);
	assert_false(domain_list_read(source, folder, "list", &list, problems_report, NULL, NULL));
	assert_false(domain_list_read(source, unread, "list", &list, problems_report, NULL, NULL));
	assert_true(list.lines == 0 && list.taken == 0 && list.bad == 0);
	(void)fclose(folder);
	(void)fclose(unread);
	source_free(&source);
}

static int set_up(void **state)
{
	(void)state;
	return hostname_open() ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	hostname_close();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_lines),
	    cmocka_unit_test(test_domains_are_protected),
	    cmocka_unit_test(test_length),
	    cmocka_unit_test(test_only_the_first_bad_lines_are_named),
	    cmocka_unit_test(test_progress),
	    cmocka_unit_test(test_a_file_that_cannot_be_read),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
