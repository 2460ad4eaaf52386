/* Names that claim a brand: which are taken, which are told and left out, and when a domain yields to a name. */
#include "catalogue/source_alias.h"

#include "catalogue_fixture.h"

static struct source *source;
static struct problems problems;
static struct reader reader;

static const char *const brands[] = {
    BRAND("swisscom", "Swisscom", "swisscom.example",
	  "\"aliases\": [\"Bluewin\"], \"weak_aliases\": [\"Wing\"], \"web_domains\": "
	  "[\"swisscom.example\"], "),
    BRAND("kin", "Kindred House", "kindred.example",
	  "\"aliases\": [\"Kindred Bank\"], \"web_domains\": [\"kindred.example\"], "
	  "\"affiliates\": [\"newcomer\"], "),
};

/* A brand that is being read, kin to `kin` by that one's word. */
static struct source_brand newcomer;
static struct alias_reading reading;

static bool check(const char *text)
{
	problems = (struct problems){0};
	return check_alias_item(&reader, "p", span_of(text), &reading);
}

static void test_what_is_taken(void **state)
{
	(void)state;
	assert_true(check("New Comer"));
	assert_int_equal(reading.found.count, 1);
	assert_span(ARRAY_AT(&reading.found, struct source_alias, 0)->shown, "New Comer");
	assert_span(ARRAY_AT(&reading.found, struct source_alias, 0)->squash, "newcomer");
	/* Another spelling of the same letters brings nothing new. */
	assert_true(check("NEW-COMER"));
	assert_true(check("ｎｅｗ ｃｏｍｅｒ"));
	assert_int_equal(reading.found.count, 1);
	assert_true(check("Wing"));	    /* of another brand, but weak there */
	assert_true(check("Kindred Bank")); /* an affiliate's */
	assert_int_equal(reading.found.count, 3);
	assert_string_equal(problems.text, "");
	assert_false(reading.out_of_memory);
}

static void test_kin_by_its_own_word(void **state)
{
	static const struct span kin[] = {SPAN("other"), SPAN("swisscom")};

	(void)state;
	newcomer.lists[BRAND_AFFILIATES] = (struct source_list){kin, 1};
	assert_false(check("Bluewin"));
	newcomer.lists[BRAND_AFFILIATES].count = 2;
	assert_true(check("Bluewin"));
}

static void test_what_is_left_out(void **state)
{
	char longest[122];

	(void)state;
	assert_false(check("---"));
	assert_string_equal(problems.text, "f.json: p: has no letters or too many\n");
	assert_false(check("Bluewin"));
	assert_string_equal(problems.text,
			    "f.json: p: is an alias of swisscom too, which is no affiliate\n");
	assert_false(check("BLUE WIN"));
	memset(longest, 'x', 121);
	longest[121] = '\0';
	assert_false(check(longest));
	longest[120] = '\0';
	assert_true(check(longest));
	assert_int_equal(reading.found.count, 1);
}

static void test_weak_and_strong(void **state)
{
	(void)state;
	reading.weak = true;
	assert_true(check("Street"));
	assert_true(check("Bluewin")); /* a weak one has no rivals */
	reading.weak = false;
	assert_false(check("STREET"));
	assert_string_equal(problems.text, "f.json: p: is among weak_aliases too\n");
	reading.name = true; /* the brand's own name may be listed as weak */
	assert_true(check("Street"));
	assert_string_equal(problems.text, "");
	assert_int_equal(reading.found.count, 2);
}

static bool found(const char *shown)
{
	for (size_t i = 0; i < reading.found.count; i++)
		if (span_equal(ARRAY_AT(&reading.found, struct source_alias, i)->shown,
			       span_of(shown)))
			return true;
	return false;
}

static void test_domains_as_names(void **state)
{
	static const struct span web[] = {SPAN("newcomer.example"), SPAN("swisscom.example"),
					  SPAN("co.jp")},
				 mail[] = {SPAN("mail.newcomer.example"), SPAN("newcomer.example")},
				 content[] = {SPAN("pages.newcomer.example")};

	(void)state;
	newcomer.lists[BRAND_WEB_DOMAINS] = (struct source_list){web, 3};
	newcomer.lists[BRAND_MAIL_DOMAINS] = (struct source_list){mail, 2};
	newcomer.lists[BRAND_USER_CONTENT] = (struct source_list){content, 1};
	alias_take_domains(source, &reading);
	assert_true(found("newcomer.example") && found("mail.newcomer.example") &&
		    found("pages.newcomer.example"));
	assert_false(found("swisscom.example")); /* another brand's */
	assert_false(found("co.jp"));		 /* everybody's */
	assert_int_equal(reading.found.count, 3);
	for (size_t i = 0; i < reading.found.count; i++)
		assert_true(ARRAY_AT(&reading.found, struct source_alias, i)->domain);
}

/* Adds the brand with what was read of it. */
static void commit(const char *id)
{
	struct source_brand *brand = array_push(&source->brands, sizeof(*brand));

	assert_non_null(brand);
	*brand = newcomer;
	brand->id = span_of(id);
	assert_true(alias_commit(source, &reading, (uint32_t)(source->brands.count - 1)));
	array_free(&reading.found);
}

/* A domain that reads like another brand's name, were it read later, claims nobody. */
static void test_domains_yield_to_names(void **state)
{
	static const struct span web[] = {SPAN("later.name"), SPAN("new.comer"), SPAN("blue.win")};
	size_t before = source->aliases.count;

	(void)state;
	newcomer.lists[BRAND_WEB_DOMAINS] = (struct source_list){web, 3};
	alias_take_domains(source, &reading);
	assert_false(found("blue.win")); /* a name already */
	assert_true(check("Own Name"));
	commit("newcomer");
	assert_int_equal(source->aliases.count, before + 3);
	newcomer.lists[BRAND_WEB_DOMAINS].count = 0;
	assert_true(check("Later Name"));
	commit("later");
	for (size_t i = before; i < source->aliases.count; i++) {
		const struct source_alias *alias =
		    ARRAY_AT(&source->aliases, struct source_alias, i);

		assert_int_equal(alias_yields(source, alias),
				 span_equal(alias->shown, SPAN("later.name")));
	}
}

/* Aliases under one key are all found from it. */
static void test_aliases_of_one_key_are_chained(void **state)
{
	struct source_brand *brand;
	uint32_t number, at;
	size_t count = 0;

	(void)state;
	assert_true(check("Kindred Bank"));
	brand = array_push(&source->brands, sizeof(*brand));
	assert_non_null(brand);
	*brand = newcomer;
	number = (uint32_t)(source->brands.count - 1);
	assert_true(alias_commit(source, &reading, number));
	at = text_map_get(&source->alias_keys,
			  ARRAY_AT(&reading.found, struct source_alias, 0)->key);
	assert_int_equal(ARRAY_AT(&source->aliases, struct source_alias, at)->brand, number);
	for (; at != TEXT_MAP_NONE; count++) {
		uint32_t next = ARRAY_AT(&source->aliases, struct source_alias, at)->next;

		at = next ? next - 1 : TEXT_MAP_NONE;
	}
	assert_int_equal(count, 2);
	reading.out_of_memory = true;
	reading.found.count = 0;
	assert_false(alias_commit(source, &reading, number));
}

static int set_up(void **state)
{
	(void)state;
	source = source_new();
	if (!source || !hostname_open())
		return -1;
	for (size_t i = 0; i < sizeof(brands) / sizeof(brands[0]); i++) {
		json_t *brand = json_loads(brands[i], 0, NULL);
		bool taken;

		problems = (struct problems){0};
		taken = source_add_brand(source, brand, i ? "kin.json" : "swisscom.json", "",
					 problems_report, &problems);
		json_decref(brand);
		if (!taken)
			fail_msg("%s", problems.text);
	}
	newcomer = (struct source_brand){.id = SPAN("newcomer")};
	reading = (struct alias_reading){.brand = &newcomer};
	reader = (struct reader){
	    .source = source, .file = "f.json", .report = problems_report, .context = &problems};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	array_free(&reading.found);
	source_free(&source);
	hostname_close();
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_what_is_taken),
	    TEST(test_kin_by_its_own_word),
	    TEST(test_what_is_left_out),
	    TEST(test_weak_and_strong),
	    TEST(test_domains_as_names),
	    TEST(test_domains_yield_to_names),
	    TEST(test_aliases_of_one_key_are_chained),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
