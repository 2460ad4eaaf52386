/* The set of what a mail claims. */
#include "detect/claims.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void one_of_each_brand_and_place(void **state)
{
	struct claims claims = {0};

	(void)state;
	claims_add(&claims, 1, CLAIM_TEXT, false);
	claims_add(&claims, 1, CLAIM_TEXT, false);
	claims_add(&claims, 1, CLAIM_SUBJECT, false);
	claims_add(&claims, 2, CLAIM_TEXT, false);
	assert_int_equal(claims.count, 3);
	assert_int_equal(claims.strong_count, 0);
	assert_int_equal(claims.at[1].brand, 1);
	assert_int_equal(claims.at[1].where, CLAIM_SUBJECT);
}

/* A strong one replaces a weak one of the same place, never the other way; each brand is claimed strongly once. */
static void strong_ones_stay(void **state)
{
	struct claims claims = {0};

	(void)state;
	claims_add(&claims, 1, CLAIM_SENDER_NAME, false);
	claims_add(&claims, 1, CLAIM_SENDER_NAME, true);
	claims_add(&claims, 1, CLAIM_SENDER_NAME, false);
	claims_add(&claims, 1, CLAIM_SUBJECT, true);
	claims_add(&claims, 2, CLAIM_SENDER_NAME, true);
	assert_int_equal(claims.count, 3);
	assert_true(claims.at[0].strong);
	assert_int_equal(claims.strong_count, 2);
	assert_int_equal(claims.strong[0], 1);
	assert_int_equal(claims.strong[1], 2);
}

/* A mail that names more brands claims none of the rest; what is there may still become strong. */
static void no_more_than_fit(void **state)
{
	struct claims claims = {0};

	(void)state;
	for (brand_ref brand = 1; brand <= CLAIMS + 5; brand++)
		claims_add(&claims, brand, CLAIM_TEXT, false);
	assert_int_equal(claims.count, CLAIMS);
	claims_add(&claims, CLAIMS + 1, CLAIM_TEXT, true);
	assert_int_equal(claims.strong_count, 0);
	claims_add(&claims, CLAIMS, CLAIM_TEXT, true);
	assert_int_equal(claims.strong_count, 1);
}

static void claims_that_are_withdrawn(void **state)
{
	struct claims claims = {.carrier = 3};

	(void)state;
	claims_add(&claims, 1, CLAIM_SENDER_NAME, true);
	claims_add(&claims, 2, CLAIM_TEXT, false);
	claims_withdraw(&claims);
	assert_int_equal(claims.count, 2);
	assert_int_equal(claims.strong_count, 0);
	assert_int_equal(claims.carrier, BRAND_NONE);
	assert_false(claims.at[0].strong);
	assert_int_equal(claims.at[0].brand, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_of_each_brand_and_place),
	    cmocka_unit_test(strong_ones_stay),
	    cmocka_unit_test(no_more_than_fit),
	    cmocka_unit_test(claims_that_are_withdrawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
