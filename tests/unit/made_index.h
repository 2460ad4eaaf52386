/* An index made in memory of brands and domains that a test writes down. */
#ifndef UNIT_MADE_INDEX_H
#define UNIT_MADE_INDEX_H

#include "catalogue/index.h"
#include "catalogue/source_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct made_domain {
	const char *domain;
	unsigned roles; /* enum domain_role */
};

struct made_index {
	struct index *index;
	void *bytes;
};

static void made_report(void *context, const struct source_problem *problem)
{
	(void)context;
	fprintf(stderr, "%s: %s: %s\n", problem->file, problem->path, problem->detail);
}

/* Brands are the JSON texts of their files. */
static inline struct source *made_source(const char *const *brands, size_t brand_count,
					 const struct made_domain *domains, size_t domain_count)
{
	struct source *source = source_new();

	assert_non_null(source);
	for (size_t i = 0; i < brand_count; i++) {
		json_t *brand = json_loads(brands[i], 0, NULL);
		char file[40];

		assert_non_null(brand);
		snprintf(file, sizeof(file), "%s.json",
			 json_string_value(json_object_get(brand, "id")));
		assert_true(source_add_brand(source, brand, file, "", made_report, NULL));
		json_decref(brand);
	}
	for (size_t i = 0; i < domain_count; i++)
		assert_true(
		    source_add_domain(source, span_of(domains[i].domain), domains[i].roles));
	return source;
}

/* Compiles and opens it; the source is gone then. */
static inline struct made_index made_open(struct source *source)
{
	struct made_index made;
	char problem[160];
	size_t size;

	assert_true(source_compile(source, "2026-11-22", &made.bytes, &size, made_report, NULL));
	source_free(&source);
	made.index = index_open(made.bytes, size, problem);
	if (!made.index)
		fail_msg("%s", problem);
	return made;
}

static inline void made_close(struct made_index *made)
{
	index_close(&made->index);
	free(made->bytes);
}

#endif
