#include "detect/findings.h"

#include "small_catalogue.h"

static void one_for_each_key(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	struct findings findings = {.arena = arena};
	struct finding *first, *again;

	(void)state;
	first = findings_add(&findings, LINK_UNOFFICIAL, LEVEL_WARNING, TARGET_LINK, 3, 7);
	first->evidence[EVIDENCE_SHOWN] = SPAN("of the warning");
	again = findings_add(&findings, LINK_UNOFFICIAL, LEVEL_DANGER, TARGET_LINK, 3, 7);
	assert_ptr_equal(first, again);
	assert_int_equal(again->level, LEVEL_DANGER);
	assert_int_equal(again->evidence[EVIDENCE_SHOWN].len, 0);
	again->evidence[EVIDENCE_SHOWN] = SPAN("of the danger");
	findings_add(&findings, LINK_UNOFFICIAL, LEVEL_NOTICE, TARGET_LINK, 3, 7)
	    ->evidence[EVIDENCE_SHOWN] = SPAN("of the notice");
	assert_int_equal(findings.at[0].level, LEVEL_DANGER);
	assert_true(span_equal(findings.at[0].evidence[EVIDENCE_SHOWN], SPAN("of the danger")));
	findings_add(&findings, LINK_UNOFFICIAL, LEVEL_NOTICE, TARGET_LINK, 3, 8);
	findings_add(&findings, LINK_UNOFFICIAL, LEVEL_NOTICE, TARGET_LINK, 4, 7);
	findings_add(&findings, LINK_REDIRECT, LEVEL_NOTICE, TARGET_LINK, 3, 7);
	findings_add(&findings, LINK_UNOFFICIAL, LEVEL_NOTICE, TARGET_TEXT, 3, 7);
	assert_int_equal(findings.count, 5);
	arena_free(&arena);
}

static void many_are_kept_apart(void **state)
{
	struct arena *arena = arena_new(64 << 20);
	struct findings findings = {.arena = arena};

	(void)state;
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < 5000; i++)
			findings_add(&findings, LINK_REDIRECT, i % 2 ? LEVEL_NOTICE : LEVEL_DANGER,
				     TARGET_LINK, i, BRAND_NONE);
	assert_int_equal(findings.count, 5000);
	assert_int_equal(findings.at[4998].level, LEVEL_DANGER);
	assert_int_equal(findings.at[4999].level, LEVEL_NOTICE);
	assert_true(findings_has(&findings, LINK_REDIRECT));
	assert_false(findings_has(&findings, LINK_SHORTENER));
	assert_int_equal(findings_level(&findings, TARGET_LINK), LEVEL_DANGER);
	assert_int_equal(findings_level(&findings, TARGET_SENDER), LEVEL_NONE);
	arena_free(&arena);
}

static void sorted_as_the_protocol_says(void **state)
{
	static const struct finding expected[] = {
	    {.level = LEVEL_DANGER, .target = TARGET_SENDER, .code = SENDER_UNOFFICIAL},
	    {.level = LEVEL_DANGER, .target = TARGET_LINK, .code = LINK_USERINFO, .index = 2},
	    {.level = LEVEL_WARNING, .target = TARGET_LINK, .code = LINK_UNOFFICIAL, .index = 1},
	    {.level = LEVEL_WARNING, .target = TARGET_LINK, .code = LINK_TLD_SWAP, .index = 9},
	    {.level = LEVEL_NOTICE, .target = TARGET_LINK, .code = LINK_COMBOSQUAT},
	    {.level = LEVEL_NOTICE, .target = TARGET_LINK, .code = LINK_SHORTENER},
	};
	static const size_t order[] = {4, 2, 5, 0, 3, 1};
	const size_t count = sizeof(order) / sizeof(*order);
	struct arena *arena = arena_new(1 << 20);
	struct findings findings = {.arena = arena};

	(void)state;
	for (size_t i = 0; i < count; i++) {
		const struct finding *f = &expected[order[i]];

		findings_add(&findings, f->code, f->level, f->target, f->index, BRAND_NONE);
	}
	findings_sort(&findings, &small.catalogue);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(findings.at[i].code, expected[i].code);
		assert_int_equal(findings.at[i].index, expected[i].index);
	}
	/* A key is found again after sorting. */
	findings_add(&findings, LINK_SHORTENER, LEVEL_DANGER, TARGET_LINK, 0, BRAND_NONE);
	assert_int_equal(findings.count, count);
	arena_free(&arena);
}

static void equal_findings_go_by_brand_id(void **state)
{
	static const char *const ids[] = {"xserver", "amazon", "paypal"};
	struct arena *arena = arena_new(1 << 20);
	struct findings findings = {.arena = arena};

	(void)state;
	for (size_t i = 0; i < 3; i++)
		findings_add(&findings, LINK_UNOFFICIAL, LEVEL_WARNING, TARGET_LINK, 0,
			     catalogue_brand_by_id(&small.catalogue, span_of(ids[i])));
	findings_add(&findings, LINK_UNOFFICIAL, LEVEL_WARNING, TARGET_LINK, 0, BRAND_NONE);
	findings_sort(&findings, &small.catalogue);
	assert_int_equal(findings.at[0].brand, BRAND_NONE);
	for (size_t i = 1; i < 4; i++) {
		static const char *const sorted[] = {"amazon", "paypal", "xserver"};
		struct brand brand = catalogue_brand(&small.catalogue, findings.at[i].brand);

		assert_int_equal(brand.id.len, strlen(sorted[i - 1]));
		assert_memory_equal(brand.id.ptr, sorted[i - 1], brand.id.len);
	}
	arena_free(&arena);
}

static void a_full_arena_gives_scratch(void **state)
{
	struct arena *arena = arena_new(64);
	struct findings findings = {.arena = arena};
	struct finding *f;

	(void)state;
	f = findings_add(&findings, LINK_REDIRECT, LEVEL_NOTICE, TARGET_LINK, 0, BRAND_NONE);
	assert_non_null(f);
	f->evidence[EVIDENCE_SHOWN] = SPAN("lost");
	assert_true(arena_failed(arena));
	assert_int_equal(findings.count, 0);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_for_each_key),
	    cmocka_unit_test(many_are_kept_apart),
	    cmocka_unit_test(sorted_as_the_protocol_says),
	    cmocka_unit_test(equal_findings_go_by_brand_id),
	    cmocka_unit_test(a_full_arena_gives_scratch),
	};

	return cmocka_run_group_tests(tests, small_set_up, small_tear_down);
}
