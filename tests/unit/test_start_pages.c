/* Pages that were read and are not wanted any more leave the process, and come back as they were. */
#include "start_pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "resident.h"

static void test_pages_go_and_come_back(void **state)
{
	long before, after;

	(void)state;
	assert_int_equal(read_much(), 2);
	before = resident();
	start_pages_release();
	after = resident();
	if (before < 0)
		skip();
	assert_true(before - after > MUCH_BYTES / 1024 / 2);
	assert_int_equal(read_much(), 2);
	assert_true(resident() - after > MUCH_BYTES / 1024 / 2);
}

static void test_what_was_written_stays(void **state)
{
	static int written = 1;

	(void)state;
	written++;
	start_pages_release();
	assert_int_equal(written, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_pages_go_and_come_back),
	    cmocka_unit_test(test_what_was_written_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
