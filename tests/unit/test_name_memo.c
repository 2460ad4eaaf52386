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

#define NAMES 20000

/* Enough names for every place of the table, and one that is remembered beside it. */
static struct span name_number(unsigned i, char name[static 100])
{
	const char *longer =
	    i == 0 ? "and.more.than.sixty.three.bytes.as.only.long.names.have.them." : "";

	return (struct span){name, (size_t)snprintf(name, 100, "n%u.%sexample", i, longer)};
}

/* Asked backwards, so that each place's last name is asked for before another takes the place. */
static void assert_known(struct name_memo *memo, unsigned wanted)
{
	unsigned known = 0;
	char name[100];

	for (unsigned i = NAMES; i-- > 0;)
		known += name_memo_at(memo, name_number(i, name))->known == NAME_QUIET;
	assert_int_equal(known, wanted);
}

static void fill(struct name_memo *memo)
{
	char name[100];

	for (unsigned i = 0; i < NAMES; i++)
		name_memo_at(memo, name_number(i, name))->known = NAME_QUIET;
}

static void forgetting_forgets_all(void **state)
{
	struct name_memo *memo = name_memo_new();

	(void)state;
	assert_non_null(memo);
	fill(memo);
	assert_known(memo, 2048 + 1);
	fill(memo);
	name_memo_forget(memo);
	assert_known(memo, 0);
	name_memo_forget(NULL);
	name_memo_free(&memo);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(answers_are_those_of_the_list),
					   cmocka_unit_test(forgetting_forgets_all)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
