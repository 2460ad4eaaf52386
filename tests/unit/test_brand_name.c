/* Names alone and in a sentence. */
#include "brand_name.h"

#include "arena_fixture.h"

static void names(void **state)
{
	const struct brand office = {.name = SPAN("Tax Office"),
				     .name_ja = SPAN("\xe7\xa8\x8e\xe5\x8b\x99\xe7\xbd\xb2"),
				     .article = true};
	const struct brand shop = {.name = SPAN("Zavelto"), .name_ja = SPAN("Zavelto")};

	(void)state;
	assert_true(span_equal(brand_name(&office, LANGUAGE_EN), SPAN("Tax Office")));
	assert_true(span_equal(brand_name(&office, LANGUAGE_JA), office.name_ja));
	assert_true(span_equal(brand_name_in_sentence(arena, &office, LANGUAGE_EN),
			       SPAN("the Tax Office")));
	assert_true(
	    span_equal(brand_name_in_sentence(arena, &office, LANGUAGE_JA), office.name_ja));
	assert_true(span_equal(brand_name_in_sentence(arena, &shop, LANGUAGE_EN), SPAN("Zavelto")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(names)};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
