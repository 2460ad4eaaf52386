/* Checked values out of JSON: what each reader takes, and that all that is wrong is told with its place. */
#include "catalogue/source_json.h"

#include "catalogue_fixture.h"

static struct source *source;
static struct problems problems;
static struct reader reader;
static json_t *object;

/* Reads `text` as the object of the next calls; problems are counted anew. */
static const json_t *given(const char *text)
{
	json_decref(object);
	object = json_loads(text, JSON_ALLOW_NUL, NULL);
	assert_non_null(object);
	problems = (struct problems){0};
	reader = (struct reader){
	    .source = source, .file = "f.json", .report = problems_report, .context = &problems};
	return object;
}

/* What was told since, a line each without the file's name. */
static void assert_told(const char *want)
{
	assert_string_equal(problems.text, want);
	assert_int_equal(reader.problems, problems.count);
}

static void test_paths(void **state)
{
	char longest[300];

	(void)state;
	assert_string_equal(path_member("", "a").text, "a");
	assert_string_equal(path_member("a[1]", "b").text, "a[1].b");
	assert_string_equal(path_element("a.b", 0).text, "a.b[0]");
	assert_string_equal(path_element("", SIZE_MAX).text, "[18446744073709551615]");
	memset(longest, 'x', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	assert_int_equal(strlen(path_member(longest, "b").text), 127);
	assert_string_equal(path_element(longest, 12).text + 100, "[12]"); /* the number stays */
}

static void test_objects(void **state)
{
	static const char *const known[] = {"a", "b", NULL};

	(void)state;
	assert_true(reader_object(&reader, given("{\"a\":1,\"b\":2}"), "p", known));
	assert_told("");
	assert_true(reader_object(&reader, given("{\"c\":1,\"a\":2,\"A\":3}"), "p", known));
	assert_told("f.json: p.c: unknown member\nf.json: p.A: unknown member\n");
	assert_false(reader_object(&reader, given("[]"), "p", known));
	assert_told("f.json: p: an object is expected\n");
}

static void test_texts(void **state)
{
	static const struct {
		const char *object;
		enum presence presence;
		size_t max;
		const char *want, *told;
	} cases[] = {
	    {"{\"m\":\"text\"}", REQUIRED, 4, "text", ""},
	    {"{\"m\":\"text\"}", REQUIRED, 3, "", "f.json: p.m: the text is too long\n"},
	    {"{\"m\":\"あ\"}", REQUIRED, 3, "あ", ""},
	    {"{\"m\":\"あ\"}", REQUIRED, 2, "", "f.json: p.m: the text is too long\n"},
	    {"{}", OPTIONAL, 9, "", ""},
	    {"{}", REQUIRED, 9, "", "f.json: p.m: is missing\n"},
	    {"{\"m\":\"\"}", OPTIONAL, 9, "", "f.json: p.m: the text is empty\n"},
	    {"{\"m\":1}", OPTIONAL, 9, "", "f.json: p.m: a text is expected\n"},
	    {"{\"m\":null}", OPTIONAL, 9, "", "f.json: p.m: a text is expected\n"},
	    {"{\"m\":\" a\"}", OPTIONAL, 9, "",
	     "f.json: p.m: the text begins or ends with a blank\n"},
	    {"{\"m\":\"a \"}", OPTIONAL, 9, "",
	     "f.json: p.m: the text begins or ends with a blank\n"},
	    {"{\"m\":\"a\\u200bb\"}", OPTIONAL, 9, "",
	     "f.json: p.m: the text has a control or invisible character\n"},
	    {"{\"m\":\"a\\u202eb\"}", OPTIONAL, 9, "",
	     "f.json: p.m: the text has a control or invisible character\n"},
	    {"{\"m\":\"a\\u0000b\"}", OPTIONAL, 9, "",
	     "f.json: p.m: the text has a control or invisible character\n"},
	    {"{\"m\":\"a\\nb\"}", OPTIONAL, TEXT_BYTES, "",
	     "f.json: p.m: the text has a control or invisible character\n"},
	    {"{\"m\":\"a\\nb\"}", OPTIONAL, LONG_TEXT_BYTES, "a\nb", ""},
	    {"{\"m\":\"a\\tb\"}", OPTIONAL, LONG_TEXT_BYTES, "",
	     "f.json: p.m: the text has a control or invisible character\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const json_t *from = given(cases[i].object);
		struct span got =
		    reader_text(&reader, from, "p", "m", cases[i].presence, cases[i].max);

		/* It is a copy: the tree may go. */
		assert_true(got.ptr != json_string_value(json_object_get(from, "m")) || !got.ptr);
		assert_span(got, cases[i].want);
		assert_told(cases[i].told);
	}
}

static void test_flags_and_choices(void **state)
{
	static const char *const choices[] = {"one", "two", NULL};

	(void)state;
	assert_true(reader_flag(&reader, given("{\"m\":true}"), "p", "m"));
	assert_false(reader_flag(&reader, given("{\"m\":false}"), "p", "m"));
	assert_false(reader_flag(&reader, given("{}"), "p", "m"));
	assert_told("");
	assert_false(reader_flag(&reader, given("{\"m\":1}"), "p", "m"));
	assert_told("f.json: p.m: true or false is expected\n");
	assert_int_equal(reader_choice(&reader, given("{\"m\":\"one\"}"), "p", "m", choices), 0);
	assert_int_equal(reader_choice(&reader, given("{\"m\":\"two\"}"), "p", "m", choices), 1);
	assert_told("");
	assert_int_equal(reader_choice(&reader, given("{\"m\":\"tw\"}"), "p", "m", choices), -1);
	assert_told("f.json: p.m: \"tw\" is none of its values\n");
	assert_int_equal(reader_choice(&reader, given("{}"), "p", "m", choices), -1);
	assert_told("f.json: p.m: is missing\n");
}

static bool not_bad(struct reader *r, const char *path, struct span text, void *context)
{
	(void)context;
	if (!span_equal(text, SPAN("bad")))
		return true;
	reader_problem(r, path, "is bad");
	return false;
}

static void test_lists(void **state)
{
	static const struct {
		const char *object;
		enum presence presence;
		size_t count;
		const char *last, *told;
	} cases[] = {
	    {"{\"m\":[\"a\",\"b\"]}", REQUIRED, 2, "b", ""},
	    {"{\"m\":[]}", OPTIONAL, 0, NULL, ""},
	    {"{\"m\":[]}", REQUIRED, 0, NULL, "f.json: p.m: at least one text is expected\n"},
	    {"{}", OPTIONAL, 0, NULL, ""},
	    {"{}", REQUIRED, 0, NULL, "f.json: p.m: is missing\n"},
	    {"{\"m\":\"a\"}", OPTIONAL, 0, NULL, "f.json: p.m: a list of texts is expected\n"},
	    {"{\"m\":[\"a\",1,\"\",\"b\"]}", OPTIONAL, 2, "b",
	     "f.json: p.m[1]: a text is expected\nf.json: p.m[2]: the text is empty\n"},
	    {"{\"m\":[\"a\",\"b\",\"a\"]}", OPTIONAL, 2, "b", "f.json: p.m[2]: is there twice\n"},
	    {"{\"m\":[\"bad\",\"a\",\"bad\"]}", OPTIONAL, 1, "a",
	     "f.json: p.m[0]: is bad\nf.json: p.m[2]: is bad\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct source_list list = reader_list(&reader, given(cases[i].object), "p", "m",
						      cases[i].presence, not_bad, NULL);

		assert_int_equal(list.count, cases[i].count);
		if (list.count)
			assert_span(list.items[list.count - 1], cases[i].last);
		assert_told(cases[i].told);
	}
}

static void test_length_of_a_list(void **state)
{
	json_t *list = json_array();

	(void)state;
	for (size_t i = 0; i <= LIST_ITEMS; i++) {
		char text[16];

		(void)snprintf(text, sizeof(text), "%zu", i);
		json_array_append_new(list, json_string(text));
	}
	given("{}");
	json_object_set_new(object, "m", list);
	assert_int_equal(reader_list(&reader, object, "p", "m", OPTIONAL, NULL, NULL).count, 0);
	assert_told("f.json: p.m: has more than 2000 texts\n");
	json_array_remove(list, LIST_ITEMS);
	problems = (struct problems){0};
	assert_int_equal(reader_list(&reader, object, "p", "m", OPTIONAL, NULL, NULL).count,
			 LIST_ITEMS);
	assert_string_equal(problems.text, "");
}

#define SOURCE(members) "{\"source\":{\"evidence\":\"page\",\"confidence\":\"high\"" members "}}"

static void test_sources(void **state)
{
	(void)state;
	reader_source(&reader, given(SOURCE(",\"date\":\"2020-01-02\"")), "p", REQUIRED);
	assert_told("");
	assert_string_equal(source_newest_date(source), "2020-01-02");
	reader_source(&reader, given(SOURCE(",\"date\":\"2019-12-31\",\"note\":\"x\"")), "p",
		      REQUIRED);
	assert_told("");
	assert_string_equal(source_newest_date(source), "2020-01-02"); /* the newest */
	reader_source(&reader, given(SOURCE(",\"date\":\"2021-1-02\"")), "p", OPTIONAL);
	assert_told("f.json: p.source.date: is no YYYY-MM-DD\n");
	reader_source(&reader, given(SOURCE(",\"date\":\"2021-01-020\"")), "p", OPTIONAL);
	assert_told("f.json: p.source.date: is no YYYY-MM-DD\n");
	assert_string_equal(source_newest_date(source), "2020-01-02");
	reader_source(&reader, given(SOURCE("")), "p", OPTIONAL);
	assert_told("f.json: p.source.date: is missing\n");
	reader_source(&reader, given("{}"), "p", OPTIONAL);
	assert_told("");
	reader_source(&reader, given("{}"), "p", REQUIRED);
	assert_told("f.json: p.source: is missing\n");
	reader_source(&reader, given("{\"source\":1}"), "p", REQUIRED);
	assert_told("f.json: p.source: an object is expected\n");
	reader_source(&reader, given(SOURCE(",\"date\":\"2020-01-02\",\"x\":1")), "p", REQUIRED);
	assert_told("f.json: p.source.x: unknown member\n");
}

static void test_urls(void **state)
{
	static const struct {
		const char *url;
		bool secure;
		const char *want;
	} cases[] = {
	    {"https://a.example/b?c", true, "a.example"},
	    {"https://A.Example", true, "a.example"},
	    {"http://a.example/", true, NULL},
	    {"http://a.example/", false, "a.example"},
	    {"ftp://a.example/", false, NULL},
	    {"//a.example/", false, "a.example"},
	    {"a.example", false, NULL},
	    {"https://u@a.example/", false, NULL},
	    {"https://a.example:8443/", false, NULL},
	    {"https://a.example:443/", false, "a.example"},
	    {"https://a.example/b c", false, NULL},
	    {"https:/a.example/", false, NULL},
	    {"https://192.0.2.1/", false, NULL},
	    {"https:///", false, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		given("{}");
		assert_span(reader_url(&reader, span_of(cases[i].url), cases[i].secure, "p"),
			    cases[i].want);
		assert_told(cases[i].want     ? ""
			    : cases[i].secure ? "f.json: p: is no plain https URL\n"
					      : "f.json: p: is no plain web URL\n");
	}
}

static void test_domains(void **state)
{
	static const struct {
		const char *domain;
		bool want;
	} cases[] = {{"a.example", true},	   {"xn--r8jz45g.example", true},
		     {"例え.example", false},	   {"A.example", false},
		     {"a.example.", false},	   {"192.0.2.1", false},
		     {"a b.example", false},	   {"xn--a.example", false},
		     {"https://a.example", false}, {"", false}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		given("{}");
		if (check_domain_item(&reader, "p", span_of(cases[i].domain), NULL) !=
			cases[i].want ||
		    problems.count != !cases[i].want)
			fail_msg("%s: %s", cases[i].domain, problems.text);
	}
}

static void test_names_and_what_they_are_below(void **state)
{
	static const struct {
		const char *name, *domain;
		bool want;
	} cases[] = {{"a.example", "a.example", true},	 {"b.a.example", "a.example", true},
		     {"ba.example", "a.example", false}, {"a.example", "b.a.example", false},
		     {"example", "a.example", false},	 {".a.example", "a.example", true}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (hostname_within(span_of(cases[i].name), span_of(cases[i].domain)) !=
		    cases[i].want)
			fail_msg("%s, %s", cases[i].name, cases[i].domain);
	assert_null(domain_problem(source, SPAN("a.example")));
	assert_non_null(domain_problem(source, SPAN("a..example")));
}

/* What is read of one entry does not stay for the next. */
static void test_scratch_memory(void **state)
{
	(void)state;
	assert_false(source_failed(source));
	while (!arena_failed(source->scratch))
		(void)arena_alloc(source->scratch, 1 << 20);
	source_reset_scratch(source);
	assert_false(arena_failed(source->scratch));
	assert_true(source_failed(source)); /* but that it gave out once does */
}

static void test_ids(void **state)
{
	static const struct {
		const char *id;
		bool want;
	} cases[] = {{"a", true},  {"a-1", true},  {"0", true},	  {"a-", true},	 {"-a", false},
		     {"A", false}, {"a_b", false}, {"あ", false}, {"a b", false}};
	char longest[66];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		given("{}");
		if (check_id(&reader, "p", span_of(cases[i].id)) != cases[i].want)
			fail_msg("%s", cases[i].id);
		assert_told(cases[i].want
				? ""
				: "f.json: p: is no id: lower-case letters, digits and hyphens\n");
	}
	memset(longest, 'a', sizeof(longest));
	given("{}");
	assert_true(check_id(&reader, "p", (struct span){longest, 64}));
	assert_false(check_id(&reader, "p", (struct span){longest, 65}));
	/* An empty one was told of when it was read. */
	given("{}");
	assert_false(check_id(&reader, "p", SPAN("")));
	assert_told("");
}

static int set_up(void **state)
{
	(void)state;
	source = source_new();
	given("{}");
	return source && hostname_open() ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	json_decref(object);
	source_free(&source);
	hostname_close();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_paths),   cmocka_unit_test(test_objects),
	    cmocka_unit_test(test_texts),   cmocka_unit_test(test_flags_and_choices),
	    cmocka_unit_test(test_lists),   cmocka_unit_test(test_length_of_a_list),
	    cmocka_unit_test(test_sources), cmocka_unit_test(test_urls),
	    cmocka_unit_test(test_domains), cmocka_unit_test(test_names_and_what_they_are_below),
	    cmocka_unit_test(test_ids),	    cmocka_unit_test(test_scratch_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
