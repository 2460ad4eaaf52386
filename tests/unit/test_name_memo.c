/* What was asked before gets the same answer as the list gives, whatever came in between. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "text/hostname.h"
#include "text/name_memo.h"

static void answers_are_those_of_the_list(void **state)
{
	static const char *const suffixes[] = {"com",	      "co.jp",	 "github.io",
					       "kawasaki.jp", "example", "xn--p1ai"};
	struct name_memo *memo = name_memo_new();

	(void)state;
	assert_non_null(memo);
	assert_true(hostname_open());
	for (int round = 0; round < 3; round++) {
		for (unsigned i = 0; i < 20000; i++) {
			char name[128];
			struct span ascii = {
			    name, (size_t)snprintf(name, sizeof(name), "a%u.b%0*u.%s", i % 7000,
						   (int)(i % 60), i % 11, suffixes[i % 6])};

			assert_int_equal(name_memo_suffix(memo, ascii, true),
					 hostname_suffix(ascii, true));
			assert_int_equal(name_memo_suffix(memo, ascii, false),
					 hostname_suffix(ascii, false));
			assert_int_equal(name_memo_suffix(NULL, ascii, true),
					 hostname_suffix(ascii, true));
		}
	}
	assert_int_equal(name_memo_suffix(memo, SPAN("127.0.0.1"), true), 0);
	assert_int_equal(name_memo_suffix(memo, SPAN("127.0.0.1"), true), 0);
	assert_int_equal(name_memo_suffix(memo, SPAN(""), true), 0);
	name_memo_free(&memo);
	assert_null(memo);
	hostname_close();
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(answers_are_those_of_the_list)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
