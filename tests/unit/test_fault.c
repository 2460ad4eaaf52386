/* Faults: their words, their places put together from the inside out, and what is too long for them. */
#include "fault.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void assert_told(const struct fault *fault, const char *want)
{
	char text[260];

	fault_text(fault, text);
	assert_string_equal(text, want);
}

static void test_names(void **state)
{
	static const char *const names[FAULT_CODES] = {
	    "none",
	    "invalid-json",
	    "invalid-request",
	    "message-too-large",
	    "unsupported-type",
	    "unsupported-protocol",
	    "profile-unknown",
	    "internal",
	};

	(void)state;
	for (int code = 0; code < FAULT_CODES; code++)
		assert_string_equal(fault_name((enum fault_code)code), names[code]);
}

static void test_places(void **state)
{
	struct fault fault;

	(void)state;
	assert_false(fault_set(&fault, FAULT_INVALID_REQUEST, "not a string"));
	assert_int_equal(fault.code, FAULT_INVALID_REQUEST);
	assert_told(&fault, "not a string");
	assert_false(fault_in(&fault, "url"));
	assert_told(&fault, "url: not a string");
	assert_false(fault_in_item(&fault, "links", 3));
	assert_told(&fault, "links[3].url: not a string");
	assert_false(fault_in(&fault, "message"));
	assert_told(&fault, "message.links[3].url: not a string");
	/* An item of an item has no name. */
	fault_set(&fault, FAULT_INVALID_JSON, "deep");
	assert_told(&fault, "deep");
	fault_in_item(&fault, "", 1);
	fault_in_item(&fault, "rows", (size_t)-1);
	assert_told(&fault, "rows[18446744073709551615][1]: deep");
}

static void test_too_long(void **state)
{
	struct fault fault;
	char word[300], text[260];

	(void)state;
	memset(word, 'w', sizeof(word) - 1);
	word[sizeof(word) - 1] = '\0';
	fault_set(&fault, FAULT_INTERNAL, word);
	assert_int_equal(strlen(fault.what), sizeof(fault.what) - 1);
	fault_in(&fault, "end");
	fault_in(&fault, word);
	assert_int_equal(strlen(fault.path), sizeof(fault.path) - 1);
	fault_in_item(&fault, word, 7);
	assert_int_equal(strlen(fault.path), sizeof(fault.path) - 1);
	fault_text(&fault, text);
	assert_int_equal(strlen(text), sizeof(fault.path) - 1 + 2 + sizeof(fault.what) - 1);
	/* The outermost member is the one that stays. */
	fault_in(&fault, "outer");
	assert_int_equal(strncmp(fault.path, "outer.www", 9), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
