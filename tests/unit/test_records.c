/* Records of several indexes as if they were one's: by key, near a key, and by reference. */
#include "catalogue/records.h"

#include "catalogue_fixture.h"

static const struct fixture_file first_files[] = {
    {"brands/one.json", BRAND("one", "The First", "shared.example",
			      "\"aliases\": [\"The First\"], \"web_domains\": [\"shared.example\", "
			      "\"harness.example\"], ")},
    {NULL, NULL},
};
static const struct fixture_file second_files[] = {
    {"brands/another.json",
     BRAND("another", "Another One", "another.example",
	   "\"aliases\": [\"Another One\"], \"web_domains\": [\"another.example\"], ")},
    {"brands/two.json",
     BRAND("two", "The Second", "shared.example",
	   "\"aliases\": [\"The Second\"], \"web_domains\": [\"shared.example\"], ")},
    {NULL, NULL},
};

static struct compiled first, second;
static struct catalogue both;

/* ---- by key ---- */

static void test_records_of_all_indexes(void **state)
{
	struct records records = records_filed(&both, TABLE_DOMAIN, SPAN("shared.example"));
	const struct index_domain *domain = records_next(&records);

	(void)state;
	assert_non_null(domain);
	assert_ptr_equal(records.index, first.index);
	assert_span(index_text(records.index, domain->name), "shared.example");
	assert_int_equal(records_sibling(&records, 5), records_ref(0, 5));
	domain = records_next(&records);
	assert_non_null(domain);
	assert_ptr_equal(records.index, second.index);
	assert_span(index_text(records.index, domain->name), "shared.example");
	assert_int_equal(records_sibling(&records, 5), records_ref(1, 5));
	assert_null(records_next(&records));
	assert_null(records_next(&records));
}

static void test_keys_of_one_index_and_of_none(void **state)
{
	struct records records = records_filed(&both, TABLE_BRAND_ID, SPAN("another"));
	const struct index_brand *brand = records_next(&records);

	(void)state;
	assert_non_null(brand);
	assert_ptr_equal(records.index, second.index);
	assert_span(index_text(records.index, brand->id), "another");
	assert_null(records_next(&records));
	records = records_filed(&both, TABLE_DOMAIN, SPAN("none.example"));
	assert_null(records_next(&records));
	records = records_filed(&both, TABLE_DOMAIN, SPAN(""));
	assert_null(records_next(&records));
	/* A key is one of its table alone. */
	records = records_filed(&both, TABLE_BRAND_ID, SPAN("shared.example"));
	assert_null(records_next(&records));
	records_soon(&both, TABLE_DOMAIN, SPAN("shared.example"));
}

static void test_no_index(void **state)
{
	const struct catalogue none = {.count = 0};
	struct records records = records_filed(&none, TABLE_DOMAIN, SPAN("shared.example"));
	struct near_records near;

	(void)state;
	assert_null(records_next(&records));
	records_near(&near, &none, TABLE_SKELETON_NEAR, SPAN("shared"), false);
	assert_null(records_near_next(&near));
}

/* ---- near a key ---- */

/* How many records with this label are near enough to a skeleton. */
static size_t near_enough_of(const char *skeleton, const char *label)
{
	struct near_records near;
	const struct index_domain *domain;
	uint32_t seen[16];
	size_t count = 0;

	records_near(&near, &both, TABLE_SKELETON_NEAR, span_of(skeleton), false);
	while ((domain = records_near_next(&near)) != NULL) {
		bool again = false;
		uint32_t ref = records_sibling(&near.records, near.records.number);

		if (!records_near_enough(&near, domain->skeleton) ||
		    !span_equal(index_text(near.records.index, domain->label), span_of(label)))
			continue;
		for (size_t i = 0; i < count; i++)
			again |= seen[i] == ref;
		if (again)
			continue;
		assert_true(count < 16);
		seen[count++] = ref;
	}
	return count;
}

static void test_near(void **state)
{
	static const struct {
		const char *skeleton, *label;
		size_t want;
	} cases[] = {
	    {"shared", "shared", 0}, /* the same is not near */
	    {"share", "shared", 2},
	    {"sharedd", "shared", 2},
	    {"shaxed", "shared", 2},
	    {"hsared", "shared", 2},
	    {"sared", "shared", 2},
	    {"xshared", "shared", 2},
	    {"shar", "shared", 0},
	    {"sxaxed", "shared", 0},
	    {"ahsred", "shared", 0},
	    {"", "shared", 0},
	    /* rn may be read as m, on either side. */
	    {"hamess", "harness", 0},
	    {"harnesss", "harness", 1},
	    {"harnes", "harness", 1},
	    {"harrness", "harness", 1},
	    {"hanmess", "harness", 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t got = near_enough_of(cases[i].skeleton, cases[i].label);

		if (got != cases[i].want)
			fail_msg("%s: %zu", cases[i].skeleton, got);
	}
}

static void test_longer_than_any_key(void **state)
{
	char text[NEAR_TEXT_MAX + 1];
	struct near_records near;

	(void)state;
	memset(text, 'a', sizeof(text));
	records_near(&near, &both, TABLE_SKELETON_NEAR, (struct span){text, sizeof(text)}, false);
	assert_null(records_near_next(&near));
}

/* ---- by reference ---- */

static void test_references(void **state)
{
	const struct index *index = NULL;
	const struct index_brand *brand;

	(void)state;
	brand = records_at(&both, SECTION_BRANDS, records_ref(0, 0), &index);
	assert_ptr_equal(index, first.index);
	assert_span(index_text(index, brand->id), "one");
	brand = records_at(&both, SECTION_BRANDS, records_ref(1, 1), &index);
	assert_ptr_equal(index, second.index);
	assert_span(index_text(index, brand->id), "two");
	assert_null(records_at(&both, SECTION_BRANDS, records_ref(0, 1), &index));
	assert_null(records_at(&both, SECTION_BRANDS, records_ref(1, 2), &index));
	assert_null(records_at(&both, SECTION_BRANDS, records_ref(2, 0), &index));
	assert_null(records_at(&both, SECTION_BRANDS, 0, &index));
	assert_null(records_at(&both, SECTION_BRANDS, UINT32_MAX, &index));
	assert_int_not_equal(records_ref(0, 0), 0);
}

/* ---- what an index says of its parts ---- */

static void test_sections(void **state)
{
	(void)state;
	for (unsigned section = 0; section < SECTION_COUNT; section++) {
		if (section < TABLE_FIRST) {
			assert_true(index_record_size((enum index_section)section) > 0);
			continue;
		}
		assert_int_equal(index_record_size((enum index_section)section), 0);
		assert_in_range(index_table_target((enum index_section)section), SECTION_BRANDS,
				SECTION_CUES);
	}
	assert_int_equal(index_table_target(TABLE_ALIAS_NEAR), SECTION_ALIASES);
	assert_int_equal(index_record_size(SECTION_DOMAINS), sizeof(struct index_domain));
}

static void test_texts_and_records(void **state)
{
	const struct index *index = second.index;

	(void)state;
	assert_non_null(index_record(index, SECTION_BRANDS, 1));
	assert_null(index_record(index, SECTION_BRANDS, 2));
	assert_null(index_record(index, SECTION_BRANDS, UINT32_MAX));
	assert_null(index_record(index, SECTION_CUES, 0));
	assert_span(index_text(index, (struct index_text){0}), "");
	assert_span(index_text(index, (struct index_text){UINT32_MAX}), "");
	assert_span(index_text(index, (struct index_text){index->counts[SECTION_STRINGS]}), "");
}

static void test_probes(void **state)
{
	const uint64_t hash = index_hash(SPAN("two")), other = index_hash(SPAN("no such brand"));
	struct probe probe = probe_start(second.index, TABLE_BRAND_ID, hash);
	uint32_t number = 99;

	(void)state;
	assert_true(probe_may_find(second.index, TABLE_BRAND_ID, hash));
	assert_true(probe_next(&probe, &number));
	assert_int_equal(number, 1);
	assert_false(probe_next(&probe, &number));
	probe = probe_start(second.index, TABLE_BRAND_ID, other);
	assert_false(probe_next(&probe, &number));
	assert_false(probe_is_slow(second.index, TABLE_BRAND_ID));
}

/* A copy of an index is checked as a whole; one of ours only as far as look-ups rely on it. */
static void test_check(void **state)
{
	struct index index = {.bytes = first.bytes};
	char problem[160] = "";

	(void)state;
	assert_true(index_check(&index, first.size, problem));
	assert_int_equal(index.counts[SECTION_BRANDS], 1);
	assert_int_equal(index.header.size, first.size);
	assert_false(index_check(&index, first.size - 1, problem));
	assert_true(problem[0] != '\0');
	problem[0] = '\0';
	assert_false(index_check(&index, 0, problem));
	assert_true(problem[0] != '\0');
}

static int set_up(void **state)
{
	(void)state;
	first = fixture_make(first_files);
	second = fixture_make(second_files);
	both = (struct catalogue){.indexes = {first.index, second.index}, .count = 2};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	fixture_free(&first);
	fixture_free(&second);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_records_of_all_indexes),
	    cmocka_unit_test(test_keys_of_one_index_and_of_none),
	    cmocka_unit_test(test_no_index),
	    cmocka_unit_test(test_near),
	    cmocka_unit_test(test_longer_than_any_key),
	    cmocka_unit_test(test_references),
	    cmocka_unit_test(test_sections),
	    cmocka_unit_test(test_texts_and_records),
	    cmocka_unit_test(test_probes),
	    cmocka_unit_test(test_check),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
