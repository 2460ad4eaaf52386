/* The real catalogue and an arena, for tests of the layers above it. */
#ifndef TESTS_UNIT_FIXTURE_H
#define TESTS_UNIT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "detect/judge.h"
#include "embedded/embedded.h"
#include "text/hostname.h"

struct fixture {
	struct index *index;
	struct catalogue catalogue;
	struct cues *cues;
	struct profile profile;
	struct judge judge;
	struct arena *arena;
};

static struct fixture fixture;

static int fixture_open(void **state)
{
	char problem[160] = "";

	(void)state;
	assert_true(hostname_open());
	fixture.index = embedded_open(problem);
	if (!fixture.index)
		fail_msg("%s", problem);
	fixture.catalogue = (struct catalogue){.indexes = {fixture.index}, .count = 1};
	fixture.cues = cues_new(&fixture.catalogue, problem);
	if (!fixture.cues)
		fail_msg("%s", problem);
	fixture.judge = (struct judge){&fixture.catalogue, fixture.cues, &fixture.profile};
	fixture.arena = arena_new(64U << 20);
	return fixture.arena ? 0 : -1;
}

static int fixture_close(void **state)
{
	(void)state;
	arena_free(&fixture.arena);
	cues_free(&fixture.cues);
	index_close(&fixture.index);
	hostname_close();
	return 0;
}

static inline brand_ref fixture_brand(const char *id)
{
	return id ? catalogue_brand_by_id(&fixture.catalogue, span_of(id)) : BRAND_NONE;
}

#endif
