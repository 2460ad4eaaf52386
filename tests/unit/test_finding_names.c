/* The codes of findings are words of the protocol, each its own, all of them in its description. */
#include "finding_names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static char *protocol; /* host/PROTOCOL.md */

static int read_protocol(void **state)
{
	FILE *file = fopen(SOURCE_DIR "/host/PROTOCOL.md", "rb");
	size_t room = 1 << 20, len;

	(void)state;
	assert_non_null(file);
	protocol = malloc(room);
	assert_non_null(protocol);
	len = fread(protocol, 1, room - 1, file);
	protocol[len] = '\0';
	assert_true(feof(file));
	return fclose(file);
}

static int free_protocol(void **state)
{
	(void)state;
	free(protocol);
	return 0;
}

static void test_each_is_in_the_protocol(void **state)
{
	(void)state;
	for (int code = 0; code < FINDING_CODES; code++) {
		struct span name = finding_name((enum finding_code)code);
		char cell[64];

		assert_int_equal(strspn(name.ptr, "abcdefghijklmnopqrstuvwxyz-"), name.len);
		(void)snprintf(cell, sizeof(cell), "`%.*s`", (int)name.len, name.ptr);
		if (!strstr(protocol, cell))
			fail_msg("code %d: %s", code, cell);
	}
}

static void test_each_is_its_own(void **state)
{
	(void)state;
	for (int code = 0; code < FINDING_CODES; code++)
		for (int other = 0; other < code; other++)
			assert_false(span_equal(finding_name((enum finding_code)code),
						finding_name((enum finding_code)other)));
}

static void test_some(void **state)
{
	(void)state;
	assert_true(span_equal(finding_name(SENDER_UNOFFICIAL), SPAN("sender-unofficial")));
	assert_true(span_equal(finding_name(LINK_LOOKALIKE_IDN), SPAN("link-lookalike-idn")));
	assert_true(span_equal(finding_name(NOT_ALL_CHECKED), SPAN("not-all-checked")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_is_in_the_protocol),
	    cmocka_unit_test(test_each_is_its_own),
	    cmocka_unit_test(test_some),
	};

	return cmocka_run_group_tests(tests, read_protocol, free_protocol);
}
