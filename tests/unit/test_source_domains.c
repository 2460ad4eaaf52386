/* A brand's domains, addresses and kin as they are read, and how many brands may list one. */
#include "catalogue/source_domains.h"

#include "catalogue_fixture.h"

static struct source *source;
static struct problems problems;
static struct reader reader;
static struct brand_reading reading;

static void read_brand(const char *text)
{
	json_t *json = json_loads(text, 0, NULL);

	assert_non_null(json);
	problems = (struct problems){0};
	reading = (struct brand_reading){
	    .brand.id = SPAN("ours"), .json = json, .path = "", .profile = reading.profile};
	brand_read_domains(&reader, &reading);
	reading.json = NULL;
	json_decref(json);
}

static void expect_list(enum brand_list list, const char *only)
{
	assert_int_equal(reading.brand.lists[list].count, 1);
	assert_span(reading.brand.lists[list].items[0], only);
}

static void test_each_list_takes_what_can_stand_there(void **state)
{
	(void)state;
	read_brand("{\"affiliates\": [\"kin\", \"ours\"],"
		   "\"user_content\": [\"pages.ours.example\", \"no domain\"],"
		   "\"web_domains\": [\"ours.example\", \"co.jp\", \"www.ours.example\", "
		   "\"pages.ours.example\"],"
		   "\"mail_domains\": [\"post.ours.example\", \"jp\"],"
		   "\"mail_addresses\": [\"info@ours.example\", \"Info@ours.example\", "
		   "\"a@b@ours.example\"],"
		   "\"relays\": [\"shared.example\", \"@shared.example\"]}");
	expect_list(BRAND_AFFILIATES, "kin");
	expect_list(BRAND_USER_CONTENT, "pages.ours.example");
	expect_list(BRAND_WEB_DOMAINS, "ours.example");
	expect_list(BRAND_MAIL_DOMAINS, "post.ours.example");
	expect_list(BRAND_MAIL_ADDRESSES, "info@ours.example");
	expect_list(BRAND_RELAYS, "shared.example");
	assert_int_equal(problems.count, 9);
}

/* A user is not asked to know which suffix of the list's private section is a brand's. */
static void test_private_suffixes(void **state)
{
	static const char brand[] = "{\"web_domains\": [\"github.io\"]}";

	(void)state;
	read_brand(brand);
	expect_list(BRAND_WEB_DOMAINS, "github.io");
	reading.profile = true;
	read_brand(brand);
	assert_int_equal(reading.brand.lists[BRAND_WEB_DOMAINS].count, 0);
	assert_string_equal(problems.text,
			    "f.json: web_domains[0]: \"github.io\" is a public suffix\n");
}

/* As many brands may list one as a look-up gives; a brand that lists it twice is one. */
static void test_no_more_brands_than_a_look_up_gives(void **state)
{
	static const char brand[] =
	    "{\"web_domains\": [\"shared.example\"], \"mail_domains\": [\"shared.example\"],"
	    "\"relays\": [\"all@shared.example\"]}";

	(void)state;
	for (size_t brands = 0; brands < DOMAIN_HITS; brands++) {
		read_brand(brand);
		expect_list(BRAND_WEB_DOMAINS, "shared.example");
		assert_int_equal(reading.brand.lists[BRAND_RELAYS].count, brands < ADDRESS_HITS);
		assert_true(brand_commit_domains(source, &reading.brand));
	}
	read_brand(brand);
	assert_int_equal(reading.brand.lists[BRAND_WEB_DOMAINS].count, 0);
	assert_non_null(strstr(problems.text, "web_domains[0]: is listed for too many brands"));
}

static void test_a_domain_without_a_brand_takes_a_place(void **state)
{
	static const char brand[] = "{\"web_domains\": [\"shared.example\"]}";

	(void)state;
	assert_true(source_add_domain(source, SPAN("shared.example"), DOMAIN_TRUSTED));
	for (size_t brands = 0; brands + 1 < DOMAIN_HITS; brands++) {
		read_brand(brand);
		expect_list(BRAND_WEB_DOMAINS, "shared.example");
		assert_true(brand_commit_domains(source, &reading.brand));
	}
	read_brand(brand);
	assert_int_equal(reading.brand.lists[BRAND_WEB_DOMAINS].count, 0);
}

static void test_labels_of_its_domains(void **state)
{
	static const struct span coined[] = {SPAN("oursome")};

	(void)state;
	read_brand("{\"user_content\": [\"pages.ours.example\"], \"web_domains\": "
		   "[\"oursome.example\"], \"mail_domains\": [\"post.ours.example\"]}");
	reading.brand.coined = (struct source_list){coined, 1};
	assert_true(check_label_item(&reader, "p", SPAN("ours"), &reading));
	assert_true(check_label_item(&reader, "p", SPAN("pages"), &reading));
	assert_true(check_label_item(&reader, "p", SPAN("post"), &reading));
	assert_false(check_label_item(&reader, "p", SPAN("our"), &reading));
	assert_false(check_label_item(&reader, "p", SPAN("oursome"), &reading));
	assert_string_equal(problems.text, "f.json: p: is a label of none of its domains\n"
					   "f.json: p: is among coined too\n");
}

static int set_up(void **state)
{
	(void)state;
	source = source_new();
	reading.profile = false;
	reader = (struct reader){
	    .source = source, .file = "f.json", .report = problems_report, .context = &problems};
	return source && hostname_open() ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	source_free(&source);
	hostname_close();
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_each_list_takes_what_can_stand_there),
	    TEST(test_private_suffixes),
	    TEST(test_no_more_brands_than_a_look_up_gives),
	    TEST(test_a_domain_without_a_brand_takes_a_place),
	    TEST(test_labels_of_its_domains),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
