/* Frames over real pipes: sizes at the limit, ends in every place, slow and interrupted ends. */
#include "frame.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <cmocka.h>

#define CAP 4096

struct feed {
	int fd;
	const char *bytes;
	size_t len, step;
	unsigned pause_us;
};

/* The other end of the pipe: writes in steps, then closes. */
/* The storm below is for the code under test: a read here that it interrupted would end the other side. */
static void spare_this_thread(void)
{
	sigset_t alarm;

	sigemptyset(&alarm);
	sigaddset(&alarm, SIGALRM);
	pthread_sigmask(SIG_BLOCK, &alarm, NULL);
}

static void *feed_run(void *context)
{
	struct feed *feed = context;

	spare_this_thread();
	for (size_t done = 0; done < feed->len;) {
		size_t part = feed->len - done < feed->step ? feed->len - done : feed->step;
		ssize_t wrote = write(feed->fd, feed->bytes + done, part);

		if (wrote > 0)
			done += (size_t)wrote;
		if (feed->pause_us)
			usleep(feed->pause_us);
	}
	close(feed->fd);
	return NULL;
}

struct input {
	int fd;
	pthread_t writer;
	struct feed feed;
};

static void input_open(struct input *input, const void *bytes, size_t len, size_t step)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	input->fd = ends[0];
	input->feed = (struct feed){ends[1], bytes, len, step, 0};
	assert_int_equal(pthread_create(&input->writer, NULL, feed_run, &input->feed), 0);
}

static void input_close(struct input *input)
{
	char rest[256];

	while (read(input->fd, rest, sizeof(rest)) != 0)
		continue;
	pthread_join(input->writer, NULL);
	close(input->fd);
}

/* A frame's bytes: a length that may lie, and as much body as given. */
static size_t put_frame(char *out, uint32_t length, size_t body)
{
	memcpy(out, &length, sizeof(length));
	memset(out + sizeof(length), 'x', body);
	return sizeof(length) + body;
}

static char bytes[3 * CAP + 64], buffer[CAP];

static void assert_reads(size_t len, size_t step, const enum frame_status *want,
			 const size_t *sizes, size_t count)
{
	struct input input;
	size_t got;

	input_open(&input, bytes, len, step);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(frame_read(input.fd, buffer, CAP, &got), want[i]);
		assert_int_equal(got, sizes[i]);
	}
	input_close(&input);
}

static void test_sizes(void **state)
{
	(void)state;
	for (size_t size = 0; size <= CAP; size = size < 2    ? size + 1
						  : size == 2 ? CAP - 1
							      : size + 1) {
		size_t len = put_frame(bytes, (uint32_t)size, size);

		assert_reads(len, len, (enum frame_status[]){FRAME_OK, FRAME_END},
			     (size_t[]){size, 0}, 2);
	}
}

static void test_too_large_is_dropped_and_the_next_is_read(void **state)
{
	size_t len = put_frame(bytes, CAP + 1, CAP + 1);

	(void)state;
	len += put_frame(bytes + len, 3, 3);
	assert_reads(len, 100, (enum frame_status[]){FRAME_TOO_LARGE, FRAME_OK, FRAME_END},
		     (size_t[]){0, 3, 0}, 3);
	len = put_frame(bytes, 2 * CAP, 2 * CAP);
	assert_reads(len, len, (enum frame_status[]){FRAME_TOO_LARGE, FRAME_END}, (size_t[]){0, 0},
		     2);
}

static void test_two_frames_in_one_write_and_one_byte_a_write(void **state)
{
	size_t len = put_frame(bytes, 5, 5);

	(void)state;
	len += put_frame(bytes + len, 7, 7);
	for (size_t step = 1; step <= len; step += len - 1)
		assert_reads(len, step, (enum frame_status[]){FRAME_OK, FRAME_OK, FRAME_END},
			     (size_t[]){5, 7, 0}, 3);
}

static void test_end_of_input(void **state)
{
	const size_t body = 10;

	(void)state;
	assert_reads(0, 1, (enum frame_status[]){FRAME_END}, (size_t[]){0}, 1);
	for (size_t len = 1; len < sizeof(uint32_t) + body; len++) {
		put_frame(bytes, (uint32_t)body, body);
		assert_reads(len, len, (enum frame_status[]){FRAME_CUT}, (size_t[]){0}, 1);
	}
	put_frame(bytes, UINT32_MAX, 20);
	assert_reads(24, 24, (enum frame_status[]){FRAME_CUT}, (size_t[]){0}, 1);
	put_frame(bytes, CAP + 1, CAP);
	assert_reads(4 + CAP, 4 + CAP, (enum frame_status[]){FRAME_CUT}, (size_t[]){0}, 1);
}

static void test_errors(void **state)
{
	size_t len;

	(void)state;
	assert_int_equal(frame_read(-1, buffer, CAP, &len), FRAME_ERROR);
	assert_int_equal(errno, EBADF);
	assert_int_equal(frame_write(-1, SPAN("x")), FRAME_FAILED);
}

static void test_nonblocking_input_is_waited_for(void **state)
{
	struct input input;
	size_t len = put_frame(bytes, 6, 6);

	(void)state;
	input_open(&input, bytes, len, 1);
	assert_int_equal(fcntl(input.fd, F_SETFL, O_NONBLOCK), 0);
	assert_int_equal(frame_read(input.fd, buffer, CAP, &len), FRAME_OK);
	assert_int_equal(len, 6);
	assert_int_equal(fcntl(input.fd, F_SETFL, 0), 0);
	input_close(&input);
}

static void on_alarm(int number)
{
	(void)number;
}

/* A signal every 200 µs, without SA_RESTART: reads and writes are interrupted again and again. */
static void storm(bool on)
{
	struct sigaction action = {.sa_handler = on ? on_alarm : SIG_IGN};
	struct itimerval every = {{0, on ? 200 : 0}, {0, on ? 200 : 0}};

	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &every, NULL);
}

static void test_interrupted_reads_go_on(void **state)
{
	struct input input;
	size_t len = put_frame(bytes, 64, 64);

	(void)state;
	input_open(&input, bytes, len, 1);
	input.feed.pause_us = 300;
	storm(true);
	enum frame_status status = frame_read(input.fd, buffer, CAP, &len);

	storm(false);
	assert_int_equal(status, FRAME_OK);
	assert_int_equal(len, 64);
	input_close(&input);
}

struct sink {
	int fd;
	size_t have;
	char *bytes;
	size_t cap;
	unsigned pause_us;
};

static void *sink_run(void *context)
{
	struct sink *sink = context;
	ssize_t got;

	spare_this_thread();
	while ((got = read(sink->fd, sink->bytes + sink->have, 700)) > 0) {
		sink->have += (size_t)got;
		usleep(sink->pause_us);
	}
	return NULL;
}

/* Writes 64 KiB through a pipe of one page to a slow reader. */
static void write_through_small_pipe(int flags, bool interrupted)
{
	static char body[64 * 1024], received[sizeof(body) + 1024];
	struct sink sink = {.bytes = received, .cap = sizeof(received), .pause_us = 50};
	pthread_t reader;
	uint32_t length;
	int ends[2];

	for (size_t i = 0; i < sizeof(body); i++)
		body[i] = (char)(i * 31);
	assert_int_equal(pipe(ends), 0);
	(void)fcntl(ends[1], F_SETPIPE_SZ, 4096);
	assert_int_equal(fcntl(ends[1], F_SETFL, flags), 0);
	sink.fd = ends[0];
	assert_int_equal(pthread_create(&reader, NULL, sink_run, &sink), 0);
	if (interrupted)
		storm(true);
	enum frame_sent sent = frame_write(ends[1], (struct span){body, sizeof(body)});

	storm(false);
	close(ends[1]);
	pthread_join(reader, NULL);
	close(ends[0]);
	assert_int_equal(sent, FRAME_SENT);
	assert_int_equal(sink.have, sizeof(length) + sizeof(body));
	memcpy(&length, received, sizeof(length));
	assert_int_equal(length, sizeof(body));
	assert_memory_equal(received + sizeof(length), body, sizeof(body));
}

static void test_short_writes_go_on(void **state)
{
	(void)state;
	write_through_small_pipe(0, false);
	write_through_small_pipe(O_NONBLOCK, false);
	write_through_small_pipe(0, true);
}

static void test_closed_reader(void **state)
{
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(frame_write(ends[1], SPAN("{}")), FRAME_CLOSED);
	close(ends[1]);
}

/* Where the browser's end is a socket that is closed with what it was sent unread. */
static void test_reset_reader(void **state)
{
	struct sockaddr_in at = {.sin_family = AF_INET};
	const struct linger at_once = {.l_onoff = 1, .l_linger = 0};
	socklen_t len = sizeof(at);
	int listener = socket(AF_INET, SOCK_STREAM, 0), out = socket(AF_INET, SOCK_STREAM, 0), end;
	struct pollfd told = {.fd = out, .events = POLLOUT};

	(void)state;
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_int_equal(bind(listener, (struct sockaddr *)&at, sizeof(at)), 0);
	assert_int_equal(listen(listener, 1), 0);
	assert_int_equal(getsockname(listener, (struct sockaddr *)&at, &len), 0);
	assert_int_equal(connect(out, (struct sockaddr *)&at, sizeof(at)), 0);
	end = accept(listener, NULL, NULL);
	assert_true(end >= 0);
	assert_int_equal(setsockopt(end, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once)), 0);
	close(end);
	do
		assert_int_equal(poll(&told, 1, 10000), 1);
	while (!(told.revents & POLLERR));
	assert_int_equal(frame_write(out, SPAN("{}")), FRAME_CLOSED);
	assert_int_equal(errno, ECONNRESET);
	close(out);
	close(listener);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_sizes),
	    cmocka_unit_test(test_too_large_is_dropped_and_the_next_is_read),
	    cmocka_unit_test(test_two_frames_in_one_write_and_one_byte_a_write),
	    cmocka_unit_test(test_end_of_input),
	    cmocka_unit_test(test_errors),
	    cmocka_unit_test(test_nonblocking_input_is_waited_for),
	    cmocka_unit_test(test_interrupted_reads_go_on),
	    cmocka_unit_test(test_short_writes_go_on),
	    cmocka_unit_test(test_closed_reader),
	    cmocka_unit_test(test_reset_reader),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
