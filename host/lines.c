#include "lines.h"

#include "try_again.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#define MORE (64 * 1024)

struct lines {
	int fd;
	bool (*idle)(void *);
	void *context; /* of idle */
	bool ended, failed;
	size_t longest;
	size_t at, end,
	    seen; /* the next line starts at `at`; up to `seen` there is no line break */
	size_t room;
	char bytes[];
};

struct lines *lines_new(int fd, size_t longest, bool (*idle)(void *), void *context)
{
	struct lines *lines = malloc(sizeof(*lines) + longest + 1 + MORE);

	if (lines)
		*lines = (struct lines){.fd = fd,
					.idle = idle,
					.context = context,
					.longest = longest,
					.room = longest + 1 + MORE};
	return lines;
}

void lines_free(struct lines **lines)
{
	free(*lines);
	*lines = NULL;
}

/* Reads on behind what is there; at the end of input or on failure nothing more comes. */
static void read_more(struct lines *lines)
{
	ssize_t got;

	memmove(lines->bytes, lines->bytes + lines->at, lines->end - lines->at);
	lines->end -= lines->at;
	lines->seen -= lines->at;
	lines->at = 0;
	lines->failed = lines->idle && !lines->idle(lines->context);
	do
		got = lines->failed
			  ? -1
			  : read(lines->fd, lines->bytes + lines->end, lines->room - lines->end);
	while (got < 0 && !lines->failed && try_again(lines->fd, POLLIN));
	lines->failed |= got < 0;
	lines->ended = got <= 0;
	lines->end += got > 0 ? (size_t)got : 0;
}

/* The place of the next line break; the end of what is there when it is not (yet) there. */
static size_t find_break(struct lines *lines)
{
	const char *found = lines->seen < lines->end
				? memchr(lines->bytes + lines->seen, '\n', lines->end - lines->seen)
				: NULL;

	lines->seen = found ? (size_t)(found - lines->bytes) : lines->end;
	return lines->seen;
}

enum lines_status lines_next(struct lines *lines, struct span *line)
{
	bool too_long = false;
	size_t end;

	while ((end = find_break(lines)) == lines->end && !lines->ended) {
		if (end - lines->at > lines->longest) { /* only whether it goes on is of interest */
			too_long = true;
			lines->at = end;
		}
		read_more(lines);
	}
	if (lines->failed)
		return LINES_ERROR;
	if (end == lines->at && end == lines->end && !too_long)
		return LINES_END;
	*line = (struct span){lines->bytes + lines->at, end - lines->at};
	too_long |= line->len > lines->longest;
	lines->at = lines->seen = end < lines->end ? end + 1 : end;
	return too_long ? LINES_TOO_LONG : LINES_LINE;
}
