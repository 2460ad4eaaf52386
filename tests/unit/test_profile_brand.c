/* One brand of a profile: its shape, what of it becomes a catalogue entry, and what is told of the rest. */
#include "profile_brand.h"

#include "catalogue/source.h"
#include "embedded_fixture.h"
#include "limits.h"

/* The entry made of a brand, as text, and the paths of the problems; both live until the next call. */
static char *entry_text, paths[1000];

static void make(const char *text)
{
	json_t *brand = json_loads(text, 0, NULL), *problems = json_array(), *entry, *problem;
	struct fault fault;
	size_t i, len = 0;

	assert_non_null(brand);
	assert_true(profile_brand_shape(brand, &fault));
	entry = profile_brand_entry(&catalogue, arena, brand, "brands[2]", problems, &(size_t){0});
	json_decref(brand); /* nothing of it may be needed afterwards */
	free(entry_text);
	entry_text = entry ? json_dumps(entry, JSON_COMPACT | JSON_SORT_KEYS) : NULL;
	json_decref(entry);
	paths[0] = '\0';
	json_array_foreach(problems, i, problem)
	{
		assert_true(json_is_string(json_object_get(problem, "detail")));
		len += (size_t)snprintf(paths + len, sizeof(paths) - len, "%s%s", i ? " " : "",
					json_string_value(json_object_get(problem, "path")));
	}
	json_decref(problems);
	assert_false(arena_failed(arena));
	arena_reset(arena);
}

static void test_the_least(void **state)
{
	(void)state;
	make("{\"id\":\"ours\",\"name\":\"Our Office\",\"web_domains\":[\"Office.example\"]}");
	assert_string_equal(paths, "");
	assert_string_equal(
	    entry_text,
	    "{\"aliases\":[],\"category\":\"own\",\"country\":\"int\",\"id\":\"ours\",\"name\":"
	    "{\"en\":\"Our Office\"},\"only_on_request\":false,\"senders_complete\":false,"
	    "\"source\":{\"confidence\":\"high\",\"date\":"
	    "\"1970-01-01\",\"evidence\":\"knowledge\"},\"web_domains\":[\"office.example\"]}");
}

static void test_all_members(void **state)
{
	(void)state;
	make(
	    "{\"id\":\"ours\",\"name\":\"Our Office\",\"site\":\"https://www.office.example/home\","
	    "\"advisory\":\"https://office.example/"
	    "fraud\",\"category\":\"bank\",\"country\":\"jp\","
	    "\"aliases\":[\"私たちの事務所\"],\"weak_aliases\":[\"Officers\"],"
	    "\"web_domains\":[\"例え.jp\"],\"mail_domains\":[\"mail.office.example\"],"
	    "\"mail_addresses\":[\"Desk@Post.example\"],\"affiliates\":[\"theirs\"],"
	    "\"coined\":[\"a\"],\"words\":[\"b\"],\"only_on_request\":true,\"unknown\":1}");
	assert_string_equal(paths, "");
	assert_string_equal(
	    entry_text,
	    "{\"advisory\":\"https://office.example/fraud\",\"affiliates\":[\"theirs\"],"
	    "\"aliases\":[\"私たちの事務所\"],\"category\":\"own\",\"coined\":[\"a\"],"
	    "\"country\":\"int\",\"id\":\"ours\",\"mail_addresses\":[\"desk@post.example\"],"
	    "\"mail_domains\":[\"mail.office.example\"],\"name\":{\"en\":\"Our Office\"},"
	    "\"only_on_request\":true,\"senders_complete\":true,"
	    "\"site\":\"https://www.office.example/home\",\"source\":{\"confidence\":\"high\","
	    "\"date\":\"1970-01-01\",\"evidence\":\"knowledge\"},\"weak_aliases\":[\"Officers\"],"
	    "\"web_domains\":[\"xn--r8jz45g.jp\"],\"words\":[\"b\"]}");
}

#define OURS "\"id\":\"ours\",\"name\":\"Our Office\",\"web_domains\":[\"office.example\"]"

static void test_senders_are_complete_unless_it_is_said(void **state)
{
	static const struct {
		const char *members;
		bool complete;
	} cases[] = {
	    {"", false},
	    {",\"senders_complete\":true", false}, /* none is known */
	    {",\"mail_domains\":[\"a.example\"]", true},
	    {",\"mail_addresses\":[\"a@b.example\"]", true},
	    {",\"mail_domains\":[\"a.example\"],\"senders_complete\":true", true},
	    {",\"mail_domains\":[\"a.example\"],\"senders_complete\":false", false},
	    {",\"mail_domains\":[\"gmail.com\"]", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[300];

		(void)snprintf(text, sizeof(text), "{" OURS "%s}", cases[i].members);
		make(text);
		if (!strstr(entry_text, cases[i].complete ? "\"senders_complete\":true"
							  : "\"senders_complete\":false"))
			fail_msg("%s: %s", text, entry_text);
	}
}

static void test_what_is_left_out(void **state)
{
	(void)state;
	make("{\"id\":\"ours\",\"name\":\"Our Office\",\"aliases\":[\"ABC\",\"Our Bureau\"],"
	     "\"weak_aliases\":[\"PayPal\"],\"web_domains\":[\"gmail.com\",\"office.example\","
	     "\"OFFICE.example\"],\"mail_domains\":[\"co.jp\"],\"mail_addresses\":[\"nobody\"],"
	     "\"affiliates\":[\"metamask\",\"Not An Id\"],\"site\":\"http://office.example/\","
	     "\"advisory\":\"javascript:alert(1)\"}");
	assert_string_equal(paths, "brands[2].aliases[0] brands[2].weak_aliases[0] "
				   "brands[2].web_domains[0] brands[2].mail_domains[0] "
				   "brands[2].mail_addresses[0] brands[2].affiliates[0] "
				   "brands[2].affiliates[1]");
	assert_non_null(strstr(entry_text, "\"aliases\":[\"Our Bureau\"]"));
	assert_non_null(strstr(entry_text, "\"web_domains\":[\"office.example\"]"));
	assert_null(strstr(entry_text, "\"site\":"));
	assert_null(strstr(entry_text, "weak_aliases"));
	assert_null(strstr(entry_text, "mail_domains"));
	assert_null(strstr(entry_text, "mail_addresses"));
	assert_null(strstr(entry_text, "affiliates"));
	assert_null(strstr(entry_text, "advisory"));
}

/* A list that is too long: refused before any of it is read, and nothing else is blamed for it. */
static void test_a_list_that_is_too_long(void **state)
{
	static const struct {
		const char *member, *paths;
	} cases[] = {{"web_domains", "brands[2].web_domains"},
		     {"mail_domains", "brands[2].mail_domains"},
		     {"words", "brands[2].words"}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t size = 32 * LIST_ITEMS, len;
		char *text = malloc(size);

		assert_non_null(text);
		len = (size_t)snprintf(
		    text, size, "{\"id\":\"ours\",\"name\":\"Our Office\",%s\"%s\":[\"a.example\"",
		    i ? "\"web_domains\":[\"office.example\"],"
			"\"mail_addresses\":[\"a@office.example\"],"
		      : "",
		    cases[i].member);
		for (size_t n = 0; n < LIST_ITEMS; n++)
			len += (size_t)snprintf(text + len, size - len, ",\"d%zu.example\"", n);
		(void)snprintf(text + len, size - len, "]}");
		make(text);
		free(text);
		assert_string_equal(paths, cases[i].paths);
		assert_int_equal(entry_text != NULL, i > 0);
		assert_true(i == 0 || !strstr(entry_text, "d1.example"));
		if (i == 1) /* of whom nobody knows who else is there */
			assert_non_null(strstr(entry_text, "\"senders_complete\":false"));
	}
}

static void test_too_little_is_left(void **state)
{
	static const char *const cases[][2] = {
	    {"{}", "brands[2].id"},
	    {"{\"name\":\"Our Office\",\"web_domains\":[\"office.example\"]}", "brands[2].id"},
	    {"{\"id\":\"metamask\",\"name\":\"Our Office\",\"web_domains\":[\"a.example\"]}",
	     "brands[2].id"},
	    {"{\"id\":\"ours\",\"web_domains\":[\"office.example\"]}", "brands[2].name"},
	    {"{\"id\":\"ours\",\"name\":\"PayPal\",\"web_domains\":[\"office.example\"]}",
	     "brands[2].name"},
	    {"{\"id\":\"ours\",\"name\":\"Our Office\"}", "brands[2].web_domains"},
	    {"{\"id\":\"ours\",\"name\":\"Our Office\",\"web_domains\":[]}",
	     "brands[2].web_domains"},
	    {"{\"id\":\"ours\",\"name\":\"Our Office\",\"web_domains\":[\"gmail.com\"]}",
	     "brands[2].web_domains[0] brands[2].web_domains"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		make(cases[i][0]);
		assert_null(entry_text);
		assert_string_equal(paths, cases[i][1]);
	}
}

static void test_shape(void **state)
{
	static const char *const cases[][2] = {
	    {"[]", "not an object"},
	    {"null", "not an object"},
	    {"{\"id\":1}", "id: not a string"},
	    {"{\"name\":{}}", "name: not a string"},
	    {"{\"site\":null}", "site: not a string"},
	    {"{\"advisory\":[]}", "advisory: not a string"},
	    {"{\"category\":1}", "category: not a string"},
	    {"{\"country\":1}", "country: not a string"},
	    {"{\"senders_complete\":1}", "senders_complete: neither true nor false"},
	    {"{\"only_on_request\":null}", "only_on_request: neither true nor false"},
	    {"{\"aliases\":\"a\"}", "aliases: not an array"},
	    {"{\"weak_aliases\":[1]}", "weak_aliases[0]: not a string"},
	    {"{\"web_domains\":{}}", "web_domains: not an array"},
	    {"{\"mail_domains\":[\"a\",[]]}", "mail_domains[1]: not a string"},
	    {"{\"mail_addresses\":1}", "mail_addresses: not an array"},
	    {"{\"affiliates\":[null]}", "affiliates[0]: not a string"},
	    {"{\"coined\":1}", "coined: not an array"},
	    {"{\"words\":[1]}", "words[0]: not a string"},
	    {"{}", NULL},
	    {"{\"unknown\":1}", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		json_t *brand = json_loads(cases[i][0], 0, NULL);
		struct fault fault = {0};
		char told[260];
		bool sound = profile_brand_shape(brand, &fault);

		fault_text(&fault, told);
		if (sound != !cases[i][1] || (!sound && strcmp(told, cases[i][1]) != 0))
			fail_msg("%s: %s", cases[i][0], told);
		json_decref(brand);
	}
}

static void test_problems_up_to_the_limit(void **state)
{
	json_t *problems = json_array();

	(void)state;
	for (size_t i = 0; i < LIMIT_PROBLEMS + 1; i++) {
		profile_problem(problems, i ? "later" : "first", "is wrong");
		assert_int_equal(json_array_size(problems),
				 i < LIMIT_PROBLEMS ? i + 1 : LIMIT_PROBLEMS);
	}
	char *first = json_dumps(json_array_get(problems, 0), JSON_COMPACT);

	assert_string_equal(first, "{\"path\":\"first\",\"detail\":\"is wrong\"}");
	free(first);
	json_decref(problems);
}

static long until_failure =
    -1; /* jansson's allocations before the one that fails; negative: none does */

static void *failing_malloc(size_t size)
{
	return until_failure-- == 0 ? NULL : malloc(size);
}

static long arena_failures;

/* The entry's text when the `after`th allocation fails; NULL without an entry. The caller frees it. */
static char *made_without(const json_t *brand, long after, bool *failed)
{
	json_t *problems = json_array(), *entry;
	char *text;

	until_failure = after;
	entry = profile_brand_entry(&catalogue, arena, brand, "brands[0]", problems, &(size_t){0});
	*failed = until_failure < 0;
	until_failure = -1;
	arena_failures += arena_failed(arena);
	text = entry ? json_dumps(entry, JSON_COMPACT) : NULL;
	json_decref(entry);
	json_decref(problems);
	arena_reset(arena);
	return text;
}

/* An entry is whole or there is none. */
static void test_no_memory(void **state)
{
	json_t *brand;
	char *whole;
	bool failed;
	long after = 0, without = 0;

	(void)state;
	json_set_alloc_funcs(failing_malloc, free);
	brand = json_loads("{" OURS ",\"mail_domains\":[\"a.example\"]}", 0, NULL);
	whole = made_without(brand, 10000, &failed);
	assert_true(whole && !failed);
	do {
		char *text = made_without(brand, after++, &failed);

		/* An empty list that cannot be made is as good as absent. */
		if (text ? strcmp(text, whole) != 0 : !failed)
			fail_msg("allocation %ld: %s", after, text ? text : "nothing");
		without += !text;
		free(text);
	} while (failed);
	assert_true(after > 20 && without > 20 && arena_failures > 10);
	free(whole);
	json_decref(brand);
	json_set_alloc_funcs(malloc, free);
}

static int tear_down_all(void **state)
{
	free(entry_text);
	return tear_down(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_the_least),
	    cmocka_unit_test(test_all_members),
	    cmocka_unit_test(test_senders_are_complete_unless_it_is_said),
	    cmocka_unit_test(test_what_is_left_out),
	    cmocka_unit_test(test_a_list_that_is_too_long),
	    cmocka_unit_test(test_too_little_is_left),
	    cmocka_unit_test(test_shape),
	    cmocka_unit_test(test_problems_up_to_the_limit),
	    cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down_all);
}
