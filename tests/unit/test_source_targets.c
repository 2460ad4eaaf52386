/* The domains of a source as records of an index: each under its name, and those that are worth imitating near theirs. */
#include "catalogue/source_targets.h"

#include "catalogue_fixture.h"

static void test_lists(void **state)
{
	static const struct span items[] = {SPAN("a"), SPAN("ab")};
	const struct source_list list = {items, 2}, none = {NULL, 0};

	(void)state;
	assert_true(list_has(&list, SPAN("a")));
	assert_true(list_has(&list, SPAN("ab")));
	assert_false(list_has(&list, SPAN("b")));
	assert_false(list_has(&list, SPAN("")));
	assert_false(list_has(&none, SPAN("a")));
}

static struct building building_of(const struct source *source)
{
	struct building b = {
	    .source = source, .builder = index_builder_new(), .arena = arena_new(BUILD_BYTES)};

	assert_true(b.builder && b.arena);
	return b;
}

static struct compiled finished(struct building *b)
{
	struct compiled compiled = {0};
	char problem[160] = "";

	if (!index_builder_finish(b->builder, &b->finish, &compiled.bytes, &compiled.size, problem))
		fail_msg("%s", problem);
	compiled.index = index_open(compiled.bytes, compiled.size, problem);
	if (!compiled.index)
		fail_msg("%s", problem);
	index_builder_free(&b->builder);
	arena_free(&b->arena);
	return compiled;
}

static void close_compiled(struct compiled *compiled)
{
	index_close(&compiled->index);
	free(compiled->bytes);
}

/* A record filed near "harness" is found from all that is one edit away, with rn and with m. */
static void test_near_keys(void **state)
{
	static const struct {
		const char *asked;
		size_t want;
	} cases[] = {
	    {"harnes", 1},  {"harnesss", 1}, {"hxrness", 1}, {"ahrness", 1}, {"hames", 1},
	    {"hamesss", 1}, {"harness", 0},  {"hxrnexs", 0}, {"har", 0},
	};
	struct building b = building_of(NULL);
	struct index_domain record = {.name =
					  index_builder_text(b.builder, SPAN("harness.example")),
				      .label = index_builder_text(b.builder, SPAN("harness")),
				      .skeleton = index_builder_text(b.builder, SPAN("harness")),
				      .roles = DOMAIN_PROTECTED};
	uint32_t number = index_builder_record(b.builder, SECTION_DOMAINS, &record);
	struct compiled compiled;
	struct domain_hit hits[DOMAIN_HITS];

	(void)state;
	put_near_keys(&b, TABLE_SKELETON_NEAR, SPAN("harness"), number);
	put_near_keys(&b, TABLE_SKELETON_NEAR, SPAN(""), number); /* has no forms */
	compiled = finished(&b);
	const struct catalogue catalogue = {.indexes = {compiled.index}, .count = 1};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (catalogue_near_skeleton(&catalogue, span_of(cases[i].asked), hits) !=
		    cases[i].want)
			fail_msg("%s", cases[i].asked);
	close_compiled(&compiled);
}

static const struct {
	const char *domain;
	unsigned roles;
} domains[] = {
    {"shopping.example", DOMAIN_PROTECTED}, {"www.below.example", DOMAIN_PROTECTED},
    {"abc.example", DOMAIN_PROTECTED},	    {"pages.example", DOMAIN_HOSTING},
    {"mine.pages.example", DOMAIN_TRUSTED}, {"honestly.example", DOMAIN_HONEST},
};

/* What is asked of one name, and of one that is an edit away from its label. */
static void test_domains(void **state)
{
	static const struct {
		const char *name, *label, *skeleton, *near;
		bool imitated, nearly;
	} cases[] = {
	    {"shopping.example", "shopping", "shopping", "shoppin", true, true},
	    {"www.below.example", "below", "below", "belo", false, false}, /* not registered */
	    {"abc.example", "abc", "abc", "ab", true, false},		   /* too short */
	    {"mine.pages.example", "mine", "rnine", "rnin", true, true},
	    {"honestly.example", "honestly", "honestly", "honestl", false, false},
	};
	struct source *source = source_new();
	struct building b;
	struct compiled compiled;
	struct domain_hit hits[DOMAIN_HITS];

	(void)state;
	assert_true(hostname_open());
	for (size_t i = 0; i < sizeof(domains) / sizeof(domains[0]); i++)
		assert_true(
		    source_add_domain(source, span_of(domains[i].domain), domains[i].roles));
	b = building_of(source);
	assert_true(put_domains(&b));
	assert_int_equal(b.finish.domain_count, sizeof(domains) / sizeof(domains[0]));
	assert_int_equal(index_builder_count(b.builder, SECTION_DOMAINS),
			 sizeof(domains) / sizeof(domains[0]));
	compiled = finished(&b);
	const struct catalogue catalogue = {.indexes = {compiled.index}, .count = 1};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(catalogue_domain(&catalogue, span_of(cases[i].name), hits), 1);
		assert_span(hits[0].label, cases[i].label);
		if (catalogue_by_skeleton(&catalogue, span_of(cases[i].skeleton), hits) !=
			cases[i].imitated ||
		    catalogue_near_skeleton(&catalogue, span_of(cases[i].near), hits) !=
			cases[i].nearly)
			fail_msg("%s", cases[i].name);
	}
	assert_span(catalogue_registrable(&catalogue, SPAN("a.mine.pages.example")),
		    "mine.pages.example");
	close_compiled(&compiled);
	source_free(&source);
	hostname_close();
}

/* Ranks of a long list that have names of their own; the others are of four letters. */
static const struct {
	size_t rank; /* from 1 */
	const char *domain, *near;
	bool nearly;
} ranked[] = {
    {1, "foremost.example", "foremos", true},
    {100000, "lastofthose.example", "lastofthos", true},
    {100001, "behindthem.example", "behindthe", false},
};

/* Of the domains of a list the first hundred thousand are filed near their names. */
static void test_rank(void **state)
{
	static const char letters[] = "bcdfghjkmpqstvwxyz";
	const size_t base = sizeof(letters) - 1, last = ranked[2].rank;
	struct source *source;
	struct building b;
	struct compiled compiled;
	struct domain_hit hits[DOMAIN_HITS];

	(void)state;
	if (getenv("HONMONO_VALGRIND")) /* many times as slow there */
		skip();
	source = source_new();
	assert_true(hostname_open());
	for (size_t rank = 1, next = 0; rank <= last; rank++) {
		char name[] = "abcd.example";
		struct span domain = SPAN("");

		for (size_t i = 0, rest = rank; i < 4; i++, rest /= base)
			name[i] = letters[rest % base];
		if (rank == ranked[next].rank)
			domain = span_of(ranked[next++].domain);
		assert_true(source_add_domain(source, domain.len ? domain : span_of(name),
					      DOMAIN_PROTECTED));
	}
	b = building_of(source);
	assert_true(put_domains(&b));
	assert_int_equal(b.finish.domain_count, last);
	compiled = finished(&b);
	const struct catalogue catalogue = {.indexes = {compiled.index}, .count = 1};

	for (size_t i = 0; i < sizeof(ranked) / sizeof(ranked[0]); i++)
		if (catalogue_near_skeleton(&catalogue, span_of(ranked[i].near), hits) !=
		    ranked[i].nearly)
			fail_msg("rank %zu", ranked[i].rank);
	close_compiled(&compiled);
	source_free(&source);
	hostname_close();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_lists),
	    cmocka_unit_test(test_near_keys),
	    cmocka_unit_test(test_domains),
	    cmocka_unit_test(test_rank),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
