/* Whose domain it is, and which domains are one organisation's. */
#include "house_fixture.h"

#include "detect/organisation.h"

static void the_longest_listed_suffix_decides(void **state)
{
	static const struct {
		const char *domain, *brand;
	} CASES[] = {
	    {"zavelto.example", "zavelto"},
	    {"a.b.zavelto.example", "zavelto"},
	    {"post.zavelto.test", "zavelto"}, /* mail_domains */
	    {"murvenex.example", "murvenex"},
	    {"drovant.umfragen.example", "drovant"}, /* a place of its own at a service */
	    /* anybody's, though below a brand's */
	    {"seiten.murvenex.example", NULL},
	    {"wer.seiten.murvenex.example", NULL},
	    {"umfragen.example", NULL},
	    {"freipost.example", NULL},
	    {"mietseiten.example", NULL},
	    /* trust and honesty make no brand */
	    {"freund.example", NULL},
	    {"ehrlich.example", NULL},
	    {"test", NULL},
	    {"zavelto.test", NULL},
	    {"notzavelto.example", NULL},
	    {"zavelto.example.boese.example", NULL},
	    {"127.0.0.1", NULL},
	    {"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		expect_house("the owner", CASES[i].domain,
			     organisation_brand(&fixture.catalogue, span_of(CASES[i].domain)),
			     CASES[i].brand);
}

static void a_house_owns_what_its_brands_own(void **state)
{
	static const struct {
		const char *brand, *domain;
		bool owns;
	} CASES[] = {
	    {"zavelto", "www.zavelto.example", true},
	    {"zavelto", "quorbank.example", true}, /* which zavelto lists as an affiliate … */
	    {"zavelto-karte", "zavelto.example", true}, /* … whoever is asked */
	    {"zavelto", "murvenex.example", false},
	    {"murvenex", "seiten.murvenex.example", false},
	    {"zavelto", "", false},
	    /* below a government's closed suffix only public bodies have a name */
	    {"soumu", "e-stat.go.jp", true},
	    {"hmrc", "beta.companies.gov.uk", true},
	    {"soumu", "go.jp", false},
	    {"soumu", "companies.gov.uk", false},
	    {"soumu", "soumu.or.jp", false},
	    {"soumu", "e-stat.go.jp.boese.example", false},
	    {"etc-meisai", "info.jp", false},
	    {"docomo", "e-stat.go.jp", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (organisation_owns(&fixture.catalogue, fixture_brand(CASES[i].brand),
				      span_of(CASES[i].domain)) != CASES[i].owns)
			fail_msg("%s, %s", CASES[i].brand, CASES[i].domain);
	assert_false(organisation_owns(&fixture.catalogue, BRAND_NONE, SPAN("boese.example")));
}

static void where_anyone_has_a_mailbox(void **state)
{
	static const struct {
		const char *domain;
		bool freemail;
	} CASES[] = {
	    {"freipost.example", true},
	    {"post.freipost.example", true},
	    {"gmail.com", true},
	    {"docomo.ne.jp", true},
	    {"wdy.docomo.ne.jp", false}, /* the company's own below it */
	    {"team.freipost.example", false},
	    {"zavelto.example", false},
	    {"mietseiten.example", false},
	    {"nichtfreipost.example", false},
	    {"", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (organisation_freemail(&fixture.catalogue, span_of(CASES[i].domain)) !=
		    CASES[i].freemail)
			fail_msg("%s", CASES[i].domain);
}

static void whose_subscribers(void **state)
{
	static const struct {
		const char *domain, *whose;
	} CASES[] = {
	    {"funkpost.example", "carrier"}, {"post.funkpost.example", "carrier"},
	    {"leitung.example", "provider"}, {"freipost.example", ""},
	    {"zavelto.example", ""},	     {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (!span_equal(
			organisation_subscribers(&fixture.catalogue, span_of(CASES[i].domain)),
			span_of(CASES[i].whose)))
			fail_msg("%s", CASES[i].domain);
}

static void who_is_one_organisation(void **state)
{
	static const struct {
		const char *a, *b;
		bool same;
	} CASES[] = {
	    {"verein.example", "post.verein.example", true},
	    {"eins.co.jp", "zwei.co.jp", false},
	    {"a.eins.co.jp", "b.eins.co.jp", true},
	    /* of one house, though the names differ */
	    {"zavelto.example", "post.zavelto.test", true},
	    {"zavelto.example", "www.quorbank.example", true},
	    {"zavelto.example", "murvenex.example", false},
	    {"zavelto.example", "boese.example", false},
	    /* everybody's mailbox or pages */
	    {"freipost.example", "freipost.example", false},
	    {"eins.mietseiten.example", "zwei.mietseiten.example", false},
	    {"eins.mietseiten.example", "www.eins.mietseiten.example", true},
	    {"wer.seiten.murvenex.example", "murvenex.example", false},
	    {"", "", false},
	    {"127.0.0.1", "127.0.0.1", false},
	    {"", "verein.example", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct span a = span_of(CASES[i].a), b = span_of(CASES[i].b);

		if (organisation_same(&fixture.catalogue, a, b) != CASES[i].same ||
		    organisation_same(&fixture.catalogue, b, a) != CASES[i].same)
			fail_msg("%s, %s", CASES[i].a, CASES[i].b);
	}
}

static void whose_site_is_there(void **state)
{
	const brand_ref zavelto = fixture_brand("zavelto");
	const struct domain_hit hits[] = {
	    {.brand = fixture_brand("murvenex"), .name = SPAN("zavelto.example")},
	    {.brand = zavelto, .name = SPAN("zavelto.example")}};

	(void)state;
	assert_true(organisation_has_site(&fixture.catalogue, zavelto, SPAN("zavelto.example")));
	assert_true(
	    organisation_has_site(&fixture.catalogue, zavelto, SPAN("www.zavelto.example")));
	assert_false(
	    organisation_has_site(&fixture.catalogue, zavelto, SPAN("shop.zavelto.example")));
	assert_false(organisation_has_site(&fixture.catalogue, zavelto, SPAN("zavelto.exampl")));
	assert_false(organisation_has_site(&fixture.catalogue, zavelto, SPAN("")));
	/* of those that list one name, the one at home there; else the first; of none, nobody */
	expect_house("at home", "two", organisation_at_home(&fixture.catalogue, hits, 2),
		     "zavelto");
	expect_house("at home", "one", organisation_at_home(&fixture.catalogue, hits, 1),
		     "murvenex");
	expect_house("at home", "none", organisation_at_home(&fixture.catalogue, hits, 0), NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_longest_listed_suffix_decides),
	    cmocka_unit_test(a_house_owns_what_its_brands_own),
	    cmocka_unit_test(where_anyone_has_a_mailbox),
	    cmocka_unit_test(whose_subscribers),
	    cmocka_unit_test(who_is_one_organisation),
	    cmocka_unit_test(whose_site_is_there),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
