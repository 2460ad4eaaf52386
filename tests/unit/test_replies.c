/* Replies through real pipes: gathered, past the room for them, to ends that do not wait, that close, that interrupt. */
#include "replies.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>
#include <cmocka.h>

/* More than a pipe and the room for gathered replies hold together. */
#define MUCH (1024 * 1024)

/* The other end of a pipe: reads slowly, in steps, until it closes. */
struct reader {
	int fd;
	pthread_t thread;
	char *bytes;
	size_t used;
};

static void *read_all(void *context)
{
	struct reader *reader = context;
	sigset_t alarm;
	ssize_t got;

	sigemptyset(&alarm);
	sigaddset(&alarm, SIGALRM);
	pthread_sigmask(SIG_BLOCK, &alarm, NULL);
	while ((got = read(reader->fd, reader->bytes + reader->used, 5000)) > 0) {
		reader->used += (size_t)got;
		usleep(50);
	}
	return NULL;
}

/* The end to write to. */
static int open_reader(struct reader *reader)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	*reader = (struct reader){.fd = ends[0], .bytes = malloc(2 * MUCH)};
	assert_non_null(reader->bytes);
	assert_int_equal(pthread_create(&reader->thread, NULL, read_all, reader), 0);
	return ends[1];
}

static void close_reader(struct reader *reader)
{
	close(reader->fd);
	free(reader->bytes);
}

static struct span numbered(size_t number, char text[static 200])
{
	memset(text, 'x', 190);
	return (struct span){text, (size_t)snprintf(text, 200, "%zu", number) + number % 150};
}

/* Lines of many lengths and one that is longer than all that is gathered. */
static bool add_many(struct replies *replies)
{
	static char large[300000];
	char text[200];

	memset(large, 'y', sizeof(large));
	for (size_t i = 0; i < 5000; i++)
		if (!replies_add(replies, numbered(i, text)))
			return false;
	return replies_add(replies, (struct span){large, sizeof(large)}) &&
	       replies_add(replies, (struct span){NULL, 0}) && replies_flush(replies);
}

static void assert_many(const struct reader *reader)
{
	struct span rest = {reader->bytes, reader->used};
	char text[200];

	for (size_t i = 0; i < 5000; i++) {
		struct span wanted = numbered(i, text);

		assert_true(rest.len > wanted.len);
		assert_memory_equal(rest.ptr, wanted.ptr, wanted.len);
		assert_int_equal(rest.ptr[wanted.len], '\n');
		rest = span_slice(rest, wanted.len + 1, rest.len);
	}
	assert_int_equal(rest.len, 300002);
	for (size_t i = 0; i < 300000; i++)
		assert_int_equal(rest.ptr[i], 'y');
	assert_memory_equal(rest.ptr + 300000, "\n\n", 2);
}

static void write_many(int flags)
{
	struct reader reader;
	int fd = open_reader(&reader);
	struct replies *replies = replies_new(fd);

	assert_non_null(replies);
	assert_int_equal(fcntl(fd, F_SETFL, flags), 0);
	assert_true(add_many(replies));
	replies_free(&replies);
	assert_null(replies);
	close(fd);
	pthread_join(reader.thread, NULL);
	assert_many(&reader);
	close_reader(&reader);
}

static void an_end_that_waits(void **state)
{
	(void)state;
	write_many(0);
}

static void an_end_that_does_not_wait(void **state)
{
	(void)state;
	write_many(O_NONBLOCK);
}

static void on_alarm(int signal)
{
	(void)signal;
}

static void interrupted(void **state)
{
	const struct sigaction act = {.sa_handler = on_alarm};
	const struct itimerval often = {{0, 1000}, {0, 1000}}, never = {{0, 0}, {0, 0}};

	(void)state;
	assert_int_equal(sigaction(SIGALRM, &act, NULL), 0);
	assert_int_equal(setitimer(ITIMER_REAL, &often, NULL), 0);
	write_many(0);
	write_many(O_NONBLOCK);
	assert_int_equal(setitimer(ITIMER_REAL, &never, NULL), 0);
}

static void they_gather(void **state)
{
	struct replies *replies;
	char byte[8];
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
	replies = replies_new(ends[1]);
	assert_true(replies_add(replies, SPAN("a")));
	assert_true(replies_add(replies, SPAN("b")));
	assert_int_equal(read(ends[0], byte, sizeof(byte)), -1);
	assert_true(replies_flush(replies));
	assert_int_equal(read(ends[0], byte, sizeof(byte)), 4);
	assert_memory_equal(byte, "a\nb\n", 4);
	assert_true(replies_flush(replies)); /* nothing */
	assert_int_equal(read(ends[0], byte, sizeof(byte)), -1);
	replies_free(&replies);
	close(ends[0]);
	close(ends[1]);
}

static void nobody_reads(void **state)
{
	static char large[100000];
	struct replies *replies;
	int ends[2];

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	replies = replies_new(ends[1]);
	assert_true(replies_add(replies, SPAN("a")));
	assert_false(replies_flush(replies));
	assert_int_equal(errno, EPIPE);
	assert_false(replies_add(replies, SPAN("b"))); /* it stays so, even gathered */
	assert_false(replies_flush(replies));
	replies_free(&replies);
	replies = replies_new(ends[1]);
	assert_false(replies_add(replies, (struct span){large, sizeof(large)}));
	replies_free(&replies);
	close(ends[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_end_that_waits), cmocka_unit_test(an_end_that_does_not_wait),
	    cmocka_unit_test(interrupted),	 cmocka_unit_test(they_gather),
	    cmocka_unit_test(nobody_reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
