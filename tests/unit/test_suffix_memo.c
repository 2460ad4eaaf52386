/* What was asked before gets the same answer as the list gives, whatever came in between. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "text/hostname.h"
#include "text/suffix_memo.h"

static void answers_are_those_of_the_list(void **state)
{
	static const char *const suffixes[] = {"com",	      "co.jp",	 "github.io",
					       "kawasaki.jp", "example", "xn--p1ai"};
	struct suffix_memo *memo = suffix_memo_new();

	(void)state;
	assert_non_null(memo);
	assert_true(hostname_open());
	for (int round = 0; round < 3; round++) {
		for (unsigned i = 0; i < 20000; i++) {
			char name[128];
			struct span ascii = {
			    name, (size_t)snprintf(name, sizeof(name), "a%u.b%0*u.%s", i % 7000,
						   (int)(i % 60), i % 11, suffixes[i % 6])};

			assert_int_equal(suffix_memo_length(memo, ascii),
					 hostname_suffix(ascii, true));
			assert_int_equal(suffix_memo_length(NULL, ascii),
					 hostname_suffix(ascii, true));
		}
	}
	assert_int_equal(suffix_memo_length(memo, SPAN("127.0.0.1")), 0);
	assert_int_equal(suffix_memo_length(memo, SPAN("127.0.0.1")), 0);
	assert_int_equal(suffix_memo_length(memo, SPAN("")), 0);
	suffix_memo_free(&memo);
	assert_null(memo);
	hostname_close();
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(answers_are_those_of_the_list)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
