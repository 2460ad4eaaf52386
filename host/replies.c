#include "replies.h"

#include "try_again.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROOM (64 * 1024)

struct replies {
	int fd;
	bool failed;
	size_t used;
	char bytes[ROOM];
};

struct replies *replies_new(int fd)
{
	struct replies *replies = malloc(sizeof(*replies));

	if (replies) {
		replies->fd = fd;
		replies->failed = false;
		replies->used = 0;
	}
	return replies;
}

void replies_free(struct replies **replies)
{
	free(*replies);
	*replies = NULL;
}

bool replies_flush(struct replies *replies)
{
	size_t at = 0;

	while (at < replies->used && !replies->failed) {
		ssize_t done = write(replies->fd, replies->bytes + at, replies->used - at);

		if (done >= 0)
			at += (size_t)done;
		else
			replies->failed = !try_again(replies->fd, POLLOUT);
	}
	replies->used = 0;
	return !replies->failed;
}

static bool add(struct replies *replies, struct span text)
{
	while (text.len > 0) {
		size_t room = ROOM - replies->used, part = text.len < room ? text.len : room;

		memcpy(replies->bytes + replies->used, text.ptr, part);
		replies->used += part;
		text = span_slice(text, part, text.len);
		if (replies->used == ROOM && !replies_flush(replies))
			return false;
	}
	return !replies->failed;
}

bool replies_add(struct replies *replies, struct span reply)
{
	return add(replies, reply) && add(replies, SPAN("\n"));
}
