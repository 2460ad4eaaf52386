/* Where a label differs from the genuine one. */
#include "arena_fixture.h"

#include "detect/likeness.h"

#include <stdio.h>
#include <string.h>

static void check(const char *seen, const char *genuine, const char *want)
{
	struct evidence_diff diffs[EVIDENCE_DIFFS];
	size_t count = likeness_diffs(arena, span_of(seen), span_of(genuine), diffs);
	struct builder out = {.arena = arena};

	assert_in_range(count, 0, EVIDENCE_DIFFS);
	for (size_t i = 0; i < count; i++) {
		if (i)
			builder_byte(&out, ' ');
		builder_add(&out, diffs[i].seen);
		builder_byte(&out, '/');
		builder_add(&out, diffs[i].genuine);
	}
	expect_text("differences", seen, builder_span(&out), want);
}

static void the_pieces_that_differ(void **state)
{
	static const struct {
		const char *seen, *genuine, *diffs;
	} CASES[] = {
	    {"paypa1", "paypal", "1/l"},
	    {"pаypаl", "paypal", "а/a а/a"}, /* Cyrillic */
	    {"rnetamask", "metamask", "rn/m"},
	    {"metamask", "rnetamask", "m/rn"},
	    {"xvserver", "xserver", "v/"},
	    {"xsever", "xserver", "/r"},
	    {"xserevr", "xserver", "ev/ve"},
	    {"zzpaypal", "paypal", "zz/"},
	    {"amaz0n-co", "amazon", "0/o -co/"},
	    {"abcxxabc", "abcyyabc", "xx/yy"}, /* neighbours are one piece */
	    {"日木", "日本", "木/本"}, /* whole characters, though their bytes begin alike */
	    {"aã", "a£", "ã/£"},       /* … or end alike */
	    {"paypal", "paypal", ""},
	    {"", "paypal", "/paypal"},
	    {"paypal", "", "paypal/"},
	    {"", "", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check(CASES[i].seen, CASES[i].genuine, CASES[i].diffs);
}

/* No more than fit; the rest is left out. */
static void many_differences(void **state)
{
	(void)state;
	check("1a1a1a1a1a1", "lalalalalal", "1/l 1/l 1/l 1/l");
}

/* What differs over a long stretch is one piece. */
static void long_labels(void **state)
{
	char seen[65] = "a", genuine[65] = "a", want[140];

	(void)state;
	memset(seen + 1, 'x', 62);
	memset(genuine + 1, 'y', 62);
	strcat(seen, "b");
	strcat(genuine, "b");
	snprintf(want, sizeof(want), "%.62s/%.62s", seen + 1, genuine + 1);
	check(seen, genuine, want);
	check("xaaaaaaaaaaaaaaaaaaaaaaaaaaaax", "yaaaaaaaaaaaaaaaaaaaaaaaaaaaay",
	      "xaaaaaaaaaaaaaaaaaaaaaaaaaaaax/yaaaaaaaaaaaaaaaaaaaaaaaaaaaay");
}

static void a_full_arena_is_no_crash(void **state)
{
	struct evidence_diff diffs[EVIDENCE_DIFFS];
	struct arena *small = arena_new(8);

	(void)state;
	assert_non_null(small);
	assert_in_range(likeness_diffs(small, SPAN("pаypа1"), SPAN("paypal"), diffs), 0,
			EVIDENCE_DIFFS);
	assert_true(arena_failed(small));
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_pieces_that_differ),
	    cmocka_unit_test(many_differences),
	    cmocka_unit_test(long_labels),
	    cmocka_unit_test(a_full_arena_is_no_crash),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
