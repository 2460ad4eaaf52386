/* Pages that were read and are not wanted any more leave the process, and come back as they were. */
#include "start_pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#define BYTES (2 * 1024 * 1024)
#define STEP 4096

/* Part of the program's file. */
static const char much[BYTES] = {[0] = 1, [BYTES - 1] = 1};

/* Reads every page. */
static int sum(void)
{
	const volatile char *read = much;
	int sum = 0;

	for (size_t i = 0; i < BYTES; i += STEP)
		sum += read[i];
	return sum + read[BYTES - 1];
}

/* KiB that are resident, counted page by page; -1 where the system does not tell. */
static long resident(void)
{
	FILE *pages = fopen("/proc/self/smaps_rollup", "r");
	char line[256];
	long kib = -1;

	while (pages && kib < 0 && fgets(line, sizeof(line), pages))
		if (sscanf(line, "Rss: %ld", &kib) != 1)
			kib = -1;
	if (pages)
		fclose(pages);
	return kib;
}

static void test_pages_go_and_come_back(void **state)
{
	long before, after;

	(void)state;
	assert_int_equal(sum(), 2);
	before = resident();
	start_pages_release();
	after = resident();
	if (before < 0)
		skip();
	assert_true(before - after > BYTES / 1024 / 2);
	assert_int_equal(sum(), 2);
	assert_true(resident() - after > BYTES / 1024 / 2);
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
