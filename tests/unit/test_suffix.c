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

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(kinds)};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
