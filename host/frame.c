#include "frame.h"

#include "try_again.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <sys/uio.h>
#include <unistd.h>

/* Reads up to `len` bytes, fewer only at the end of input; -1 when reading fails. */
static ssize_t read_full(int fd, void *buffer, size_t len)
{
	size_t have = 0;

	while (have < len) {
		ssize_t got = read(fd, (char *)buffer + have, len - have);

		if (got == 0)
			break;
		if (got < 0) {
			if (!try_again(fd, POLLIN))
				return -1;
			continue;
		}
		have += (size_t)got;
	}
	return (ssize_t)have;
}

static enum frame_status drain(int fd, char *buffer, size_t cap, size_t len)
{
	while (len > 0) {
		size_t part = len < cap ? len : cap;
		ssize_t got = read_full(fd, buffer, part);

		if (got < 0)
			return FRAME_ERROR;
		if ((size_t)got < part)
			return FRAME_CUT;
		len -= part;
	}
	return FRAME_TOO_LARGE;
}

enum frame_status frame_read(int fd, char *buffer, size_t cap, size_t *len)
{
	uint32_t size;
	ssize_t got = read_full(fd, &size, sizeof(size));

	*len = 0;
	if (got < 0)
		return FRAME_ERROR;
	if (got == 0)
		return FRAME_END;
	if ((size_t)got < sizeof(size))
		return FRAME_CUT;
	if (size > cap)
		return drain(fd, buffer, cap, size);
	got = read_full(fd, buffer, size);
	if (got < 0)
		return FRAME_ERROR;
	if ((size_t)got < size)
		return FRAME_CUT;
	*len = size;
	return FRAME_OK;
}

enum frame_sent frame_write(int fd, struct span body)
{
	uint32_t size = (uint32_t)body.len;
	struct iovec parts[2] = {
	    {.iov_base = &size, .iov_len = sizeof(size)},
	    {.iov_base = (char *)(uintptr_t)body.ptr, .iov_len = body.len},
	};

	if (body.len > UINT32_MAX)
		return FRAME_FAILED;
	while (parts[0].iov_len + parts[1].iov_len > 0) {
		ssize_t done = writev(fd, parts, 2);

		if (done < 0) {
			if (try_again(fd, POLLOUT))
				continue;
			/* ECONNRESET: where the browser's end is a socket. */
			return errno == EPIPE || errno == ECONNRESET ? FRAME_CLOSED : FRAME_FAILED;
		}
		for (size_t i = 0, left = (size_t)done; i < 2; i++) {
			size_t taken = left < parts[i].iov_len ? left : parts[i].iov_len;

			parts[i].iov_base = (char *)parts[i].iov_base + taken;
			parts[i].iov_len -= taken;
			left -= taken;
		}
	}
	return FRAME_SENT;
}
