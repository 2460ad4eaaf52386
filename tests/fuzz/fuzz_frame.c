/* Frames: every stream of bytes is cut as its lengths say, and what is written is read again. */
#include "fuzz.h"

#include "frame.h"

#include <sys/mman.h>
#include <unistd.h>

#define CAP 300

static enum frame_status expected(const uint8_t *data, size_t left, uint32_t *size)
{
	*size = 0;
	if (left == 0)
		return FRAME_END;
	if (left < sizeof(*size))
		return FRAME_CUT;
	memcpy(size, data, sizeof(*size));
	if (left - sizeof(*size) < *size)
		return FRAME_CUT;
	return *size > CAP ? FRAME_TOO_LARGE : FRAME_OK;
}

static void check_written(int fd, const char *body, size_t len)
{
	static char again[CAP];
	size_t got;

	CHECK(ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0);
	CHECK(frame_write(fd, (struct span){body, len}) == FRAME_SENT);
	CHECK(lseek(fd, 0, SEEK_SET) == 0);
	CHECK(frame_read(fd, again, CAP, &got) == FRAME_OK);
	CHECK(got == len && memcmp(again, body, len) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int in = -1, out = -1;
	char *body = malloc(CAP);
	enum frame_status status;
	size_t at = 0, len;
	uint32_t length;

	if (in < 0) {
		in = memfd_create("in", 0);
		out = memfd_create("out", 0);
	}
	CHECK(body && in >= 0 && out >= 0);
	CHECK(ftruncate(in, 0) == 0 && pwrite(in, data, size, 0) == (ssize_t)size);
	CHECK(lseek(in, 0, SEEK_SET) == 0);
	do {
		status = frame_read(in, body, CAP, &len);
		CHECK(status == expected(data + at, size - at, &length));
		if (status == FRAME_OK) {
			CHECK(len == length && memcmp(body, data + at + sizeof(length), len) == 0);
			check_written(out, body, len);
		} else {
			CHECK(len == 0);
		}
		at += sizeof(length) + length;
	} while (status == FRAME_OK || status == FRAME_TOO_LARGE);
	free(body);
	return 0;
}
