/*
 * Frames of native messaging: an unsigned 32-bit length in the machine's byte order, then that many
 * bytes. File descriptors may be blocking or not; interrupted and short reads and writes go on.
 */
#ifndef FRAME_H
#define FRAME_H

#include "text/span.h"

enum frame_status {
	FRAME_OK,
	FRAME_TOO_LARGE, /* longer than the buffer: read to its end and dropped; the next frame can
			    be read */
	FRAME_END,	 /* end of input between two frames */
	FRAME_CUT, /* end of input inside a frame, be it the length, the body or what is dropped */
	FRAME_ERROR, /* reading failed (errno) */
};

/* Reads one frame into buffer[0..cap) and sets *len; a length of 0 is a frame too. */
enum frame_status frame_read(int fd, char *buffer, size_t cap, size_t *len);

enum frame_sent {
	FRAME_SENT,
	FRAME_CLOSED, /* nobody reads any more (EPIPE, ECONNRESET): the browser has gone */
	FRAME_FAILED, /* writing failed (errno), or the body does not fit a length */
};

/* Writes one frame; SIGPIPE must be ignored. */
enum frame_sent frame_write(int fd, struct span body);

#endif
