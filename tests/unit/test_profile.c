/* Profiles: what is taken, what is listed as a problem, what is refused as a whole. */
#include "profile.h"

#include "embedded_fixture.h"
#include "profile_rules.h"
#include "text/hostname.h"

static struct user_profile *make(const char *text, json_t **problems, struct fault *fault)
{
	json_t *request = json_loads(text, 0, NULL);
	struct user_profile *profile;

	assert_non_null(request);
	profile = profile_new(&catalogue, request, problems, fault);
	json_decref(request); /* nothing of it may be needed afterwards */
	return profile;
}

/* A profile whose problems have exactly these paths, separated by blanks. */
static struct user_profile *made_with(const char *text, const char *paths)
{
	struct fault fault;
	json_t *problems, *problem;
	struct user_profile *profile = make(text, &problems, &fault);
	char got[1000] = "";
	size_t i, len = 0;

	assert_non_null(profile);
	json_array_foreach(problems, i, problem) len +=
	    (size_t)snprintf(got + len, sizeof(got) - len, "%s%s", i ? " " : "",
			     json_string_value(json_object_get(problem, "path")));
	assert_string_equal(got, paths);
	json_decref(problems);
	return profile;
}

static void test_domains(void **state)
{
	static const struct {
		const char *text, *trusted, *brand; /* the result in ASCII; NULL: refused */
	} cases[] = {
	    {"example.com", "example.com", "example.com"},
	    {"EXAMPLE.com.", "example.com", "example.com"},
	    {"mail.example.com", NULL, "mail.example.com"},
	    {"www.example.com", NULL, "www.example.com"},
	    {"yamada.co.jp", "yamada.co.jp", "yamada.co.jp"},
	    {"例え.jp", "xn--r8jz45g.jp", "xn--r8jz45g.jp"},
	    {"me.github.io", "me.github.io", "me.github.io"},
	    {"co.jp", NULL, NULL},
	    {"jp", NULL, NULL},
	    {"github.io", NULL, NULL},
	    {"gmail.com", NULL, NULL},
	    {"bit.ly", NULL, NULL},
	    {"sendgrid.net", NULL, NULL},
	    {"192.0.2.1", NULL, NULL},
	    {"0x7f.1", NULL, NULL},
	    {"[::1]", NULL, NULL},
	    {"", NULL, NULL},
	    {".", NULL, NULL},
	    {"a..example", NULL, NULL},
	    {"exa mple.com", NULL, NULL},
	    {"*.example.com", NULL, NULL},
	    {"https://example.com/", NULL, NULL},
	    {"user@example.com", NULL, NULL},
	    {"xn--a.example", NULL, NULL},
	    {"paypa1.com", "paypa1.com", NULL}, /* a look-alike stays one, whoever claims it */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		for (int use = PROFILE_TRUSTED; use <= PROFILE_BRAND; use++) {
			const char *want =
			    use == PROFILE_TRUSTED ? cases[i].trusted : cases[i].brand;
			struct span got = {0};
			const char *why =
			    profile_check_domain(&catalogue, arena, span_of(cases[i].text),
						 (enum profile_domain)use, &got);

			if (!why != !!want || (want && !span_equal(got, span_of(want))))
				fail_msg("%s as %d: %s", cases[i].text, use, why ? why : "taken");
		}
	}
}

static void test_addresses(void **state)
{
	struct span got;

	(void)state;
	assert_null(profile_check_address(arena, SPAN("Boss@Example.NET"), &got));
	assert_true(span_equal(got, SPAN("boss@example.net")));
	assert_null(profile_check_address(arena, SPAN("friend@gmail.com"), &got));
	assert_null(profile_check_address(arena, SPAN("a@例え.jp"), &got));
	assert_true(span_equal(got, SPAN("a@xn--r8jz45g.jp")));
	static const char *const refused[] = {"",
					      "@",
					      "a@",
					      "@b.example",
					      "a@b@",
					      "a@b.example, c@d.example",
					      "a@[192.0.2.1]",
					      "x:a@b.example;",
					      "a b@c.example",
					      "a@192.0.2.1"};

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		if (!profile_check_address(arena, span_of(refused[i]), &got))
			fail_msg("taken: %s", refused[i]);
}

static void test_names_and_ids(void **state)
{
	char many_letters[481];

	memset(many_letters, 'x', sizeof(many_letters));
	(void)state;
	assert_null(profile_check_name(&catalogue, arena, SPAN("My Company")));
	assert_null(profile_check_name(&catalogue, arena, SPAN("山田商店")));
	assert_non_null(profile_check_name(&catalogue, arena, SPAN("ABC")));
	assert_non_null(profile_check_name(&catalogue, arena, SPAN("A-B C.")));
	assert_non_null(profile_check_name(&catalogue, arena, SPAN("")));
	/* What one character makes of itself may not make the name: U+FDFA is 18 letters. */
	assert_null(profile_check_name(&catalogue, arena, SPAN("ﷺ")));
	assert_null(profile_check_name(&catalogue, arena, SPAN("㍿山田商店")));
	assert_non_null(profile_check_name(&catalogue, arena, SPAN("ﷺﷺﷺ")));
	assert_non_null(profile_check_name(&catalogue, arena, (struct span){many_letters, 481}));
	assert_null(profile_check_name(&catalogue, arena, (struct span){many_letters, 120}));
	assert_non_null(profile_check_name(&catalogue, arena, SPAN("MetaMask")));
	assert_non_null(profile_check_name(&catalogue, arena, SPAN("Meta-Mask")));
	assert_non_null(
	    profile_check_name(&catalogue, arena, SPAN("Mеtаmask"))); /* Cyrillic е and а */
	assert_null(profile_check_id(&catalogue, SPAN("my-company2")));
	assert_non_null(profile_check_id(&catalogue, SPAN("")));
	assert_non_null(profile_check_id(&catalogue, SPAN("-a")));
	assert_non_null(profile_check_id(&catalogue, SPAN("My")));
	assert_non_null(profile_check_id(&catalogue, SPAN("metamask")));
}

static void test_what_is_sound_is_taken(void **state)
{
	struct user_profile *profile =
	    made_with("{\"trusted\":[\"example.com\",\"com\",\"B@x.example\",\"a@x.example\",\"a@x."
		      "example\"],"
		      "\"unused_services\":[\"metamask\",\"nobody\",\"metamask\"]}",
		      "trusted[1] unused_services[1]");
	const struct profile *view = profile_view(profile);
	struct catalogue all = profile_catalogue(profile, &catalogue);
	struct domain_hit hits[DOMAIN_HITS];

	(void)state;
	assert_int_equal(view->trusted_address_count, 2);
	assert_true(span_equal(view->trusted_addresses[0], SPAN("a@x.example")));
	assert_true(span_equal(view->trusted_addresses[1], SPAN("b@x.example")));
	assert_int_equal(view->unused_count, 1);
	assert_true(view->unused[0] == catalogue_brand_by_id(&all, SPAN("metamask")));
	assert_int_equal(catalogue_domain(&all, SPAN("example.com"), hits), 1);
	assert_int_equal(hits[0].roles, DOMAIN_TRUSTED);
	assert_int_equal(catalogue_domain(&catalogue, SPAN("example.com"), hits), 0);
	profile_free(&profile);
	assert_null(profile);
	profile_free(&profile);
}

static void test_a_brand(void **state)
{
	struct user_profile *profile = made_with(
	    "{\"brands\":[{\"id\":\"own\",\"name\":\"My Company\",\"aliases\":[\"My Company "
	    "Ltd\",\"MetaMask\"],"
	    "\"web_domains\":[\"own.example\",\"OWN.example\",\"t.co\"],\"mail_addresses\":[\"Info@"
	    "own.example\"],"
	    "\"advisory\":\"javascript:x\",\"site\":\"http://own.example/\",\"later\":[1]}],"
	    "\"unused_services\":[\"own\"]}",
	    "brands[0].aliases[1] brands[0].web_domains[2]");
	struct catalogue all = profile_catalogue(profile, &catalogue);
	brand_ref ref = catalogue_brand_by_id(&all, SPAN("own"));
	struct brand brand;

	(void)state;
	assert_true(ref != BRAND_NONE);
	brand = catalogue_brand(&all, ref);
	assert_true(span_equal(brand.name, SPAN("My Company")));
	assert_true(span_equal(brand.name_ja, SPAN("My Company")));
	assert_true(span_equal(brand.site, SPAN("https://own.example/")));
	assert_int_equal(brand.advisory.len, 0);
	assert_true(brand.senders_complete && brand.exact_addresses);
	assert_int_equal(catalogue_list_length(&all, ref, BRAND_WEB_DOMAINS), 1);
	assert_true(span_equal(catalogue_list_at(&all, ref, BRAND_MAIL_ADDRESSES, 0),
			       SPAN("info@own.example")));
	assert_int_equal(catalogue_brand_count(&all), catalogue_brand_count(&catalogue) + 1);
	profile_free(&profile);
}

static void test_senders_of_a_brand_that_lists_none_are_not_complete(void **state)
{
	static const struct {
		const char *more;
		bool complete;
	} cases[] = {
	    {"", false},
	    {",\"mail_domains\":[\"own.example\"]", true},
	    {",\"mail_domains\":[\"own.example\"],\"senders_complete\":false", false},
	    {",\"mail_domains\":[\"gmail.com\"]", false},
	};
	char text[200];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		(void)snprintf(text, sizeof(text),
			       "{\"brands\":[{\"id\":\"own\",\"name\":\"My "
			       "Company\",\"web_domains\":[\"own.example\"]%s}]}",
			       cases[i].more);
		struct user_profile *profile =
		    made_with(text, i == 3 ? "brands[0].mail_domains[0]" : "");
		struct catalogue all = profile_catalogue(profile, &catalogue);

		assert_int_equal(catalogue_brand(&all, catalogue_brand_by_id(&all, SPAN("own")))
				     .senders_complete,
				 cases[i].complete);
		profile_free(&profile);
	}
}

/* A request of `count` brands own-0 …, each with `members`. */
static void many_brands(char *out, size_t size, size_t count, const char *members)
{
	size_t len = (size_t)snprintf(out, size, "{\"trusted\":[\"friend.example\"],\"brands\":[");

	for (size_t i = 0; i < count; i++)
		len += (size_t)snprintf(out + len, size - len,
					"%s{\"id\":\"own-%zu\",\"name\":\"Company Number %c\",%s}",
					i ? "," : "", i, 'a' + (int)i, members);
	(void)snprintf(out + len, size - len, "]}");
}

static void test_what_too_many_brands_list(void **state)
{
	static const struct {
		size_t count;
		const char *members, *paths;
		size_t taken;
	} cases[] = {
	    {DOMAIN_HITS, "\"web_domains\":[\"same.example\"]", "", DOMAIN_HITS},
	    {DOMAIN_HITS + 1, "\"web_domains\":[\"same.example\"]", "brands[16].web_domains[0]",
	     DOMAIN_HITS},
	    {DOMAIN_HITS + 1,
	     "\"web_domains\":[\"same.example\",\"co.example\"],\"mail_domains\":[\"same."
	     "example\"]",
	     "brands[16].web_domains[0] brands[16].web_domains[1] brands[16].mail_domains[0]",
	     DOMAIN_HITS},
	    {DOMAIN_HITS, "\"web_domains\":[\"friend.example\"]", "brands[15].web_domains[0]",
	     DOMAIN_HITS - 1},
	    {ADDRESS_HITS, "\"web_domains\":[\"a.example\"],\"mail_addresses\":[\"x@a.example\"]",
	     "", ADDRESS_HITS},
	    {ADDRESS_HITS + 1,
	     "\"web_domains\":[\"a.example\"],\"mail_addresses\":[\"x@a.example\"]",
	     "brands[4].mail_addresses[0]", ADDRESS_HITS + 1},
	    {ALIAS_HITS + 1, "\"web_domains\":[\"a.example\"],\"weak_aliases\":[\"Same Firm\"]",
	     "brands[8].weak_aliases[0]", ALIAS_HITS + 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[8000];

		many_brands(text, sizeof(text), cases[i].count, cases[i].members);
		struct user_profile *profile = made_with(text, cases[i].paths);
		struct catalogue all = profile_catalogue(profile, &catalogue);
		struct domain_hit hits[DOMAIN_HITS];

		assert_int_equal(catalogue_brand_count(&all),
				 catalogue_brand_count(&catalogue) + cases[i].taken);
		assert_int_not_equal(catalogue_domain(&all, SPAN("friend.example"), hits), 0);
		profile_free(&profile);
	}
}

static void test_shape(void **state)
{
	static const char *const cases[][2] = {
	    {"{\"trusted\":{}}", "trusted: not an array"},
	    {"{\"trusted\":[\"a.example\",{}]}", "trusted[1]: not a string"},
	    {"{\"unused_services\":[1]}", "unused_services[0]: not a string"},
	    {"{\"brands\":[[]]}", "brands[0]: not an object"},
	    {"{\"brands\":[{},{\"id\":1}]}", "brands[1].id: not a string"},
	    {"{\"brands\":[{\"aliases\":[null]}]}", "brands[0].aliases[0]: not a string"},
	    {"{\"brands\":[{\"senders_complete\":1}]}",
	     "brands[0].senders_complete: neither true nor false"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fault fault = {0};
		json_t *problems;
		char text[260];

		assert_null(make(cases[i][0], &problems, &fault));
		assert_null(problems);
		fault_text(&fault, text);
		assert_int_equal(fault.code, FAULT_INVALID_REQUEST);
		assert_string_equal(text, cases[i][1]);
	}
}

static void id_of(const char *text, char id[17])
{
	struct fault fault;
	json_t *problems;
	struct user_profile *profile = make(text, &problems, &fault);

	assert_non_null(profile);
	(void)snprintf(id, 17, "%s", profile_id(profile));
	json_decref(problems);
	profile_free(&profile);
}

static void assert_same_id(const char *a, const char *b, bool same)
{
	char x[17], y[17];

	id_of(a, x);
	id_of(b, y);
	if ((strcmp(x, y) == 0) != same)
		fail_msg("%s and %s have %s ids", a, b, same ? "different" : "equal");
}

#define OWN "{\"id\":\"own\",\"name\":\"My Company\",\"web_domains\":[\"own.example\"]"
#define KIN "{\"id\":\"kin\",\"name\":\"Kin Company\",\"web_domains\":[\"kin.example\"]}"

static void test_the_id_stands_for_the_content(void **state)
{
	(void)state;
	assert_same_id("{}", "{\"trusted\":[],\"brands\":[],\"unused_services\":[]}", true);
	assert_same_id("{\"trusted\":[\"a.example\",\"b.example\"]}",
		       "{\"trusted\":[\"B.example\",\"a.example\",\"com\"]}", true);
	assert_same_id("{\"brands\":[" OWN "}," KIN "]}", "{\"brands\":[" KIN "," OWN "}]}", true);
	assert_same_id("{\"brands\":[" OWN ",\"aliases\":[]}]}", "{\"brands\":[" OWN ",\"x\":1}]}",
		       true);
	assert_same_id("{\"trusted\":[\"a.example\"]}", "{\"trusted\":[\"b.example\"]}", false);
	assert_same_id("{\"trusted\":[\"a.example\",\"b.example\"]}",
		       "{\"trusted\":[\"a.example\"]}", false);
	assert_same_id("{\"brands\":[" OWN "}]}",
		       "{\"brands\":[" OWN ",\"aliases\":[\"Own Firm\"]}]}", false);
	assert_same_id("{\"unused_services\":[\"metamask\"]}", "{}", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_domains),
	    cmocka_unit_test(test_addresses),
	    cmocka_unit_test(test_names_and_ids),
	    cmocka_unit_test(test_what_is_sound_is_taken),
	    cmocka_unit_test(test_a_brand),
	    cmocka_unit_test(test_senders_of_a_brand_that_lists_none_are_not_complete),
	    cmocka_unit_test(test_what_too_many_brands_list),
	    cmocka_unit_test(test_shape),
	    cmocka_unit_test(test_the_id_stands_for_the_content),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
