/* Memory that runs out at any moment: what reads, compiles and opens a catalogue gives up in order,
 * says so, and leaks nothing (AddressSanitizer looks). The linker puts these allocators in between.
 */
#include "catalogue_fixture.h"

#include "catalogue/cues.h"
#include "embedded/embedded.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);

static long until_failure = -1; /* allocations that still succeed; negative: all do */
static bool failed;

static bool fails(void)
{
	if (until_failure < 0)
		return false;
	if (until_failure > 0) {
		until_failure--;
		return false;
	}
	return failed = true; /* and from now on every one */
}

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size)
{
	return fails() ? NULL : __real_realloc(block, size);
}

static const char brand_text[] =
    BRAND("shop", "Shopping Street", "shop.example",
	  "\"aliases\": [\"ショップ\", \"Shop Ltd\"], \"weak_aliases\": [\"Street\"], "
	  "\"web_domains\": [\"shop.example\", \"xn--cckbak0byl6e.example\"], "
	  "\"mail_domains\": [\"mail.shop.example\"], "
	  "\"mail_addresses\": [\"info@shop.example\"], "
	  "\"user_content\": [\"pages.shop.example\"], \"coined\": [\"shop\"], ");

static void ignore(void *context, const struct source_problem *problem)
{
	(void)context;
	(void)problem;
}

static bool make_source(struct source *source, const json_t *brand)
{
	char domain[32];

	if (!source_add_brand(source, brand, "shop.json", "", ignore, NULL))
		return false;
	for (int i = 0; i < 40; i++) {
		snprintf(domain, sizeof(domain), "trusted%d.example", i);
		if (!source_add_domain(source, span_of(domain), DOMAIN_TRUSTED))
			return false;
	}
	return true;
}

/* From JSON to compiled cues; true when all of it was done. */
static bool whole_way(const json_t *brand)
{
	struct source *source = source_new();
	struct catalogue catalogue = {.count = 1};
	struct index *index = NULL;
	struct cues *cues = NULL;
	void *bytes = NULL;
	char problem[160];
	size_t size;

	if (source && make_source(source, brand) &&
	    source_compile(source, "2026-11-22", &bytes, &size, ignore, NULL))
		index = index_open(bytes, size, problem);
	if (index) {
		catalogue.indexes[0] = index;
		cues = cues_new(&catalogue, problem);
	}
	source_free(&source);
	index_close(&index);
	free(bytes);
	if (!cues)
		return false;
	cues_free(&cues);
	return true;
}

static void every_failed_allocation_is_survived(void **state)
{
	json_t *brand = json_loads(brand_text, 0, NULL);
	long survived = 0;
	bool done = false;

	(void)state;
	assert_non_null(brand);
	assert_true(hostname_open());
	while (!done) {
		failed = false;
		until_failure = survived;
		done = whole_way(brand);
		until_failure = -1;
		/* Done exactly when nothing failed: no allocation is forgotten. */
		assert_int_equal(done, !failed);
		survived += !done;
	}
	assert_true(survived > 30);
	json_decref(brand);
	hostname_close();
}

static void the_embedded_catalogue_opens_or_says_why(void **state)
{
	char problem[160];
	struct index *index;

	(void)state;
	until_failure = 0;
	index = embedded_open(problem);
	until_failure = -1;
	assert_null(index);
	assert_string_equal(problem, "out of memory");
	index = embedded_open(problem);
	assert_non_null(index);
	assert_true(index_facts(index).brands > 0);
	assert_int_equal(index_facts(index).version.len, strlen("2026-11-22"));
	index_close(&index);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_failed_allocation_is_survived),
	    cmocka_unit_test(the_embedded_catalogue_opens_or_says_why),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
