/* What public suffixes say of who registers below them. */
#include "detect/suffix.h"

#include "embedded_fixture.h"

struct suffix_case {
	const char *suffix;
	bool throwaway, national, possible;
};

static void kinds(void **state)
{
	static const struct suffix_case cases[] = {
	    {"com", false, false, true},      {"top", true, false, true},
	    {"xyz", true, false, true},	      {"shop", true, false, true},
	    {"cn", true, true, true},	      {"jp", false, true, true},
	    {"co.jp", false, true, true},     {"com.cn", false, true, true},
	    {"de", false, true, true},	      {"io", false, false, true},
	    {"co", false, false, true},	      {"co.uk", false, true, true},
	    {"xn--p1ai", false, false, true}, {"museum", false, false, true},
	    {"=", false, false, false},	      {"c$m", false, false, false},
	    {"a_b", false, false, false},     {"\xd1\x80\xd1\x84", false, false, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span suffix = span_of(cases[i].suffix);

		if (suffix_is_throwaway(&catalogue, suffix) != cases[i].throwaway ||
		    suffix_is_national(&catalogue, suffix) != cases[i].national ||
		    suffix_is_possible(suffix) != cases[i].possible)
			fail_msg("%s", cases[i].suffix);
	}
}

/* What was found out when the index was made is what the public suffix list says: of every domain of every brand. */
static void registrable_domains_are_known_as_such(void **state)
{
	size_t whole = 0, parts = 0;

	(void)state;
	for (size_t n = 0; n < catalogue_brand_count(&catalogue); n++) {
		brand_ref brand = catalogue_brand_at(&catalogue, n);
		size_t count = catalogue_list_length(&catalogue, brand, BRAND_WEB_DOMAINS);

		for (size_t i = 0; i < count; i++) {
			struct span name =
			    catalogue_list_at(&catalogue, brand, BRAND_WEB_DOMAINS, i);
			struct domain_hit hits[DOMAIN_HITS];
			size_t found = catalogue_domain(&catalogue, name, hits);

			assert_true(found > 0);
			for (size_t k = 0; k < found; k++) {
				struct span registrable = catalogue_registrable(&catalogue, name);

				if (hits[k].registrable && !span_equal(registrable, name))
					fail_msg("%.*s", (int)name.len, name.ptr);
				*(hits[k].registrable ? &whole : &parts) += 1;
			}
		}
	}
	assert_true(whole > 1000);
	assert_true(parts > 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(kinds),
	    cmocka_unit_test(registrable_domains_are_known_as_such),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
