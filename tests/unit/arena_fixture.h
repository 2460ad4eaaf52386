/* An arena, and hostnames to be read, for tests of the text layer. */
#ifndef UNIT_ARENA_FIXTURE_H
#define UNIT_ARENA_FIXTURE_H

#include "text/arena.h"
#include "text/hostname.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#define ARENA_CAP ((size_t)16 << 20)

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(ARENA_CAP);
	return hostname_open() && arena ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(&arena);
	hostname_close();
	return 0;
}

static inline void expect_text(const char *what, const char *input, struct span got,
			       const char *want)
{
	if (!span_equal(got, span_of(want)))
		fail_msg("%s of \"%s\": \"%.*s\" instead of \"%s\"", what, input, (int)got.len,
			 got.ptr, want ? want : "");
}

#endif
