#include "try_again.h"

#include <errno.h>
#include <poll.h>

/* Waits until `fd` can go on. Any outcome is found out by the next call. */
static void wait_for(int fd, short events)
{
	struct pollfd one = {.fd = fd, .events = events};

	(void)poll(&one, 1, -1);
}

bool try_again(int fd, short events)
{
	if (errno == EINTR)
		return true;
	if (errno != EAGAIN && errno != EWOULDBLOCK)
		return false;
	wait_for(fd, events);
	return true;
}
