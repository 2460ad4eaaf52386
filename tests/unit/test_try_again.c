/* What is worth another try, and when. */
#include "try_again.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

static int ends[2];

static void interrupted_at_once(void **state)
{
	(void)state;
	errno = EINTR;
	assert_true(try_again(ends[0], POLLIN)); /* nothing to read, and no wait for it */
}

static void failed(void **state)
{
	static const int ERRORS[] = {EBADF, EIO, EPIPE, ECONNRESET, EINVAL, 0};

	(void)state;
	for (size_t i = 0; i < sizeof(ERRORS) / sizeof(ERRORS[0]); i++) {
		errno = ERRORS[i];
		assert_false(try_again(ends[0], POLLIN));
	}
}

/* The other end says something only after a while: by then the wait is over and not before. */
static void not_yet(void **state)
{
	char byte = 'x';
	pid_t writer;

	(void)state;
	assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
	assert_int_equal(read(ends[0], &byte, 1), -1);
	assert_int_equal(errno, EAGAIN);
	writer = fork();
	assert_true(writer >= 0);
	if (writer == 0) {
		usleep(50000);
		_exit(write(ends[1], "y", 1) == 1 ? 0 : 1);
	}
	errno = EAGAIN;
	assert_true(try_again(ends[0], POLLIN));
	assert_int_equal(read(ends[0], &byte, 1), 1);
	assert_int_equal(byte, 'y');
	assert_int_equal(waitpid(writer, NULL, 0), writer);
}

/* Room to write is waited for apart from something to read. */
static void room_to_write(void **state)
{
	(void)state;
	errno = EWOULDBLOCK;
	assert_true(try_again(ends[1], POLLOUT));
}

static int set_up(void **state)
{
	(void)state;
	return pipe(ends);
}

static int tear_down(void **state)
{
	(void)state;
	return close(ends[0]) | close(ends[1]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(interrupted_at_once), TEST(failed), TEST(not_yet),
					   TEST(room_to_write)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
