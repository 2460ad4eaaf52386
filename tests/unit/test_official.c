/* Who really writes and where the real site is: addresses before domains, the site where nothing of a sender is known. */
#include "official.h"

#include "catalogue_fixture.h"

#define WEB(domain) "\"web_domains\": [\"" domain "\"], "

static const struct fixture_file files[] = {
    {"brands/exact.json", BRAND("exact", "Exact Mail", "exact.example",
				"\"aliases\": [\"Exact Mail\"], " WEB(
				    "exact.example") "\"mail_domains\": [\"mail.exact.example\"], "
						     "\"mail_addresses\": [\"news@exact.example\", "
						     "\"desk@exact.example\"], ")},
    {"brands/domains.json",
     BRAND("domains", "Domain Mail", "domains.example",
	   "\"aliases\": [\"Domain Mail\"], " WEB(
	       "domains.example") "\"mail_domains\": [\"a.domains.example\", "
				  "\"b.domains.example\"], ")},
    {"brands/site.json",
     BRAND("site", "Site Only", "site.example",
	   "\"aliases\": [\"Site Only\"], "
	   "\"web_domains\": [\"site.example\", \"site2.example\", \"site3.example\"], ")},
    {"brands/two.json",
     "{\"id\": \"two\", \"name\": {\"en\": \"Two Sites\"}, \"category\": \"shopping\", "
     "\"country\": \"int\", "
     "\"site\": {\"en\": \"https://www.two.test/\", \"ja\": \"https://www.two.jp/\"}, \"aliases\": "
     "[\"Two Sites\"], \"web_domains\": [\"two.jp\", \"two.example\", \"two.test\"], \"source\": "
     "{\"evidence\": \"page\", \"confidence\": \"high\", \"date\": \"2026-11-22\"}}"},
    {NULL, NULL},
};

static struct compiled compiled;
static struct catalogue catalogue;

static struct finding about(const char *brand, enum target_kind target)
{
	return (struct finding){.target = target,
				.brand = brand ? catalogue_brand_by_id(&catalogue, span_of(brand))
					       : BRAND_NONE};
}

#define MAX 2

static void test_what_is_told(void **state)
{
	static const struct {
		const char *brand;
		enum target_kind target;
		bool writes;
		const char *want[MAX];
		size_t more;
	} cases[] = {
	    {"exact", TARGET_SENDER, true, {"news@exact.example", "desk@exact.example"}, 0},
	    {"exact", TARGET_REPLY_TO, true, {"news@exact.example", "desk@exact.example"}, 0},
	    {"exact", TARGET_LINK, false, {"exact.example"}, 0},
	    {"domains", TARGET_SENDER, true, {"a.domains.example", "b.domains.example"}, 0},
	    {"domains", TARGET_SUBJECT, false, {"domains.example"}, 0},
	    {"domains", TARGET_TEXT, false, {"domains.example"}, 0},
	    {"site", TARGET_SENDER, false, {"site.example", "site2.example"}, 1},
	    {"site", TARGET_REPLY_TO, false, {"site.example", "site2.example"}, 1},
	    {"site", TARGET_LINK, false, {"site.example", "site2.example"}, 1},
	    {NULL, TARGET_SENDER, false, {NULL}, 0},
	    {NULL, TARGET_LINK, false, {NULL}, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct finding finding = about(cases[i].brand, cases[i].target);
		struct span got[MAX];
		size_t more = 99,
		       count = official_of(&catalogue, &finding, LANGUAGE_EN, got, MAX, &more);

		assert_int_equal(official_writes(&catalogue, &finding), cases[i].writes);
		for (size_t n = 0; n < MAX; n++)
			if (n < count)
				assert_span(got[n], cases[i].want[n]);
			else
				assert_null(cases[i].want[n]);
		assert_int_equal(more, cases[i].more);
	}
}

static void test_room(void **state)
{
	struct finding finding = about("site", TARGET_LINK);
	struct span got[4] = {{0}};
	size_t more;

	(void)state;
	assert_int_equal(official_of(&catalogue, &finding, LANGUAGE_EN, got, 0, &more), 0);
	assert_int_equal(more, 3);
	assert_null(got[0].ptr);
	assert_int_equal(official_of(&catalogue, &finding, LANGUAGE_EN, got, 1, &more), 1);
	assert_int_equal(more, 2);
	assert_null(got[1].ptr);
	assert_int_equal(official_of(&catalogue, &finding, LANGUAGE_EN, got, 4, &more), 3);
	assert_int_equal(more, 0);
	assert_null(got[3].ptr);
}

static void test_site(void **state)
{
	static const struct {
		const char *url, *want;
	} cases[] = {
	    {"https://metamask.io/", "metamask.io"},
	    {"https://metamask.io", "metamask.io"},
	    {"https://a.example/b/c", "a.example"},
	    {"a.example/b", "a.example"},
	    {"https://", ""},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_span(official_site(span_of(cases[i].url)), cases[i].want);
	}
}

/* One site for each language: each reader's own, unless the finding is about the other. */
static void test_sites_of_languages(void **state)
{
	static const struct {
		enum language language;
		const char *imitates, *alias, *site, *first, *second;
	} cases[] = {
	    {LANGUAGE_EN, NULL, NULL, "www.two.test", "two.test", "two.jp"},
	    {LANGUAGE_JA, NULL, NULL, "www.two.jp", "two.jp", "two.example"},
	    {LANGUAGE_EN, "two.jp", NULL, "www.two.jp", "two.jp", "two.example"},
	    {LANGUAGE_JA, "two.test", NULL, "www.two.test", "two.test", "two.jp"},
	    {LANGUAGE_EN, NULL, "Two.JP", "www.two.jp", "two.jp", "two.example"},
	    {LANGUAGE_EN, "else.test", "Two", "www.two.test", "two.test", "two.jp"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct finding finding = about("two", TARGET_LINK);
		struct brand brand = catalogue_brand(&catalogue, finding.brand);
		struct span got[MAX];
		size_t more;

		finding.evidence[EVIDENCE_IMITATES] = span_of(cases[i].imitates);
		finding.evidence[EVIDENCE_ALIAS] = span_of(cases[i].alias);
		assert_span(official_site(official_page(&brand, cases[i].language, &finding)),
			    cases[i].site);
		assert_int_equal(
		    official_of(&catalogue, &finding, cases[i].language, got, MAX, &more), MAX);
		assert_span(got[0], cases[i].first);
		assert_span(got[1], cases[i].second);
		assert_int_equal(more, 1);
	}
}

static int set_up(void **state)
{
	(void)state;
	compiled = fixture_make(files);
	catalogue = (struct catalogue){.indexes = {compiled.index}, .count = 1};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	fixture_free(&compiled);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_what_is_told),
	    cmocka_unit_test(test_room),
	    cmocka_unit_test(test_site),
	    cmocka_unit_test(test_sites_of_languages),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
