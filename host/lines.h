/* Lines of a descriptor, bounded: a line that is too long is passed over, not stored. */
#ifndef LINES_H
#define LINES_H

#include "text/span.h"

struct lines;

/* Reads from `fd` lines of at most `longest` bytes (without the line break). `idle` (may be NULL) is called
 * with `context` before each wait for more input; when it returns false, reading ends with an error. NULL when out
 * of memory. */
struct lines *lines_new(int fd, size_t longest, bool (*idle)(void *context), void *context);
void lines_free(struct lines **lines);

enum lines_status {
	LINES_LINE,	/* *line is valid until the next call */
	LINES_TOO_LONG, /* there was one, and it is gone */
	LINES_END,
	LINES_ERROR,
};
enum lines_status lines_next(struct lines *lines, struct span *line);

#endif
