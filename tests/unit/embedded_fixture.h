/* An arena and the catalogue that is built in, for tests of what needs no judge. */
#ifndef UNIT_EMBEDDED_FIXTURE_H
#define UNIT_EMBEDDED_FIXTURE_H

#include "embedded/embedded.h"
#include "text/arena.h"
#include "text/hostname.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static struct arena *arena;
static struct index *embedded;
static struct catalogue catalogue;

static int set_up(void **state)
{
	char problem[160];

	(void)state;
	arena = arena_new((size_t)128 << 20);
	embedded = embedded_open(problem);
	if (!arena || !embedded || !hostname_open())
		return -1;
	catalogue = (struct catalogue){.indexes = {embedded}, .count = 1};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	hostname_close();
	index_close(&embedded);
	arena_free(&arena);
	return 0;
}

#endif
