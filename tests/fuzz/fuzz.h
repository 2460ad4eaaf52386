/*
 * One target a file: LLVMFuzzerTestOneInput() as libFuzzer calls it. replay.c gives the same
 * function a main() for AFL++ and for the ordinary tests. A target does not only wait for a crash:
 * it checks what the headers promise, with CHECK().
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "text/span.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition)                                                                        \
	do {                                                                                    \
		if (!(condition)) {                                                             \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
			abort();                                                                \
		}                                                                               \
	} while (0)

/* The input as a text in memory of its own, so that a read beside it is noticed. */
static inline struct span fuzz_text(const uint8_t *data, size_t size)
{
	char *copy = malloc(size ? size : 1);

	CHECK(copy);
	if (size)
		memcpy(copy, data, size);
	return (struct span){copy, size};
}

static inline void fuzz_text_free(struct span text)
{
	free((char *)(uintptr_t)text.ptr);
}

/* Takes the text up to the next `byte` off *rest. */
static inline struct span fuzz_part(struct span *rest, char byte)
{
	size_t at = span_find(*rest, byte);
	struct span part = span_slice(*rest, 0, at == SPAN_NONE ? rest->len : at);

	*rest = span_slice(*rest, at == SPAN_NONE ? rest->len : at + 1, rest->len);
	return part;
}

#endif
