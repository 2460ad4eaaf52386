/* Each literal is told of when a kind of its pass is asked for, once a text. */
#include "catalogue/cue_passes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

/* "number@place" of what is told. */
static char told[256];

static bool tell(void *context, uint32_t number, size_t at)
{
	size_t len = strlen(told);

	(void)context;
	(void)snprintf(told + len, sizeof(told) - len, "%u@%zu ", number, at);
	return true;
}

static const char *make(struct cue_passes *passes, unsigned kinds, const char *text)
{
	told[0] = '\0';
	cue_passes_make(passes, kinds, span_of(text), tell, NULL);
	return told;
}

static void passes_are_made_when_asked_for(void **state)
{
	static const char text[] = "enter your seed phrase, enter";
	struct cue_passes *passes = cue_passes_new();

	(void)state;
	assert_non_null(passes);
	assert_true(cue_passes_add(passes, CUE_ASK_ENTER, SPAN("enter"), 1));
	assert_true(cue_passes_add(passes, CUE_SECRET_PHRASE, SPAN("seed"), 2));
	assert_true(cue_passes_add(passes, CUE_WORDING, SPAN("your"), 3));
	cue_passes_begin(passes);
	assert_string_equal(make(passes, 0, text), "");
	assert_string_equal(make(passes, 1u << CUE_SECRET_CODE, text), "3@6 2@11 ");
	assert_string_equal(make(passes, 1u << CUE_WORDING, text), "");
	assert_string_equal(make(passes, 1u << CUE_ADVICE_NOT, text), "1@0 1@24 ");
	assert_string_equal(make(passes, ~0u, text), "");
	cue_passes_begin(passes);
	assert_string_equal(make(passes, ~0u, "your enter"), "3@0 1@5 ");
	cue_passes_free(&passes);
	assert_null(passes);
	cue_passes_free(&passes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(passes_are_made_when_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
