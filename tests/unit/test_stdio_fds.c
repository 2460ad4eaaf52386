/* The standard descriptors, each attempt in a process of its own, as a browser might start one. */
#include "stdio_fds.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

/* In a child process: 0, or the line of the first thing that is not as it should be. */
static int wrong;

#define EXPECT(condition)                       \
	do {                                    \
		if (wrong == 0 && !(condition)) \
			wrong = __LINE__;       \
	} while (0)

static void in_child(void (*run)(unsigned), unsigned argument)
{
	int report[2], line = -1;
	pid_t child;

	assert_int_equal(pipe(report), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		int kept = fcntl(report[1], F_DUPFD, 50);

		close(report[0]);
		close(report[1]);
		wrong = 0;
		run(argument);
		_exit(write(kept, &wrong, sizeof(wrong)) == sizeof(wrong) ? 0 : 1);
	}
	close(report[1]);
	assert_int_equal(read(report[0], &line, sizeof(line)), sizeof(line));
	close(report[0]);
	assert_int_equal(waitpid(child, NULL, 0), child);
	if (line != 0)
		fail_msg("%u: line %d", argument, line);
}

static bool same_file(int fd, const struct stat *want)
{
	struct stat got;

	return fstat(fd, &got) == 0 && got.st_dev == want->st_dev && got.st_ino == want->st_ino;
}

/* Closes those of `missing` and fills. */
static void fill(unsigned missing)
{
	struct stat null, before[3];
	int next;

	EXPECT(stat("/dev/null", &null) == 0);
	for (int fd = 0; fd < 3; fd++) {
		int ends[2];

		EXPECT(pipe(ends) == 0 && dup2(ends[0], fd) == fd); /* one that is not /dev/null */
		close(ends[0]);
		EXPECT(fstat(fd, &before[fd]) == 0);
	}
	next = dup(0);
	close(next);
	for (int fd = 0; fd < 3; fd++)
		if (missing & (1u << fd))
			close(fd);
	EXPECT(stdio_fds_fill());
	for (int fd = 0; fd < 3; fd++)
		EXPECT(same_file(fd, missing & (1u << fd) ? &null : &before[fd]));
	EXPECT(dup(0) == next); /* nothing else stays open */
	if (missing & 1u) {
		char byte;

		EXPECT(read(0, &byte, 1) == 0);
	}
	if (missing & 2u)
		EXPECT(write(1, "x", 1) == 1);
}

static void test_missing_ones_are_filled(void **state)
{
	(void)state;
	for (unsigned missing = 0; missing < 8; missing++)
		in_child(fill, missing);
}

static void fill_without_room(unsigned unused)
{
	struct rlimit none = {0, 0};

	(void)unused;
	close(1);
	EXPECT(setrlimit(RLIMIT_NOFILE, &none) == 0);
	EXPECT(!stdio_fds_fill());
}

static void test_no_descriptor_is_left(void **state)
{
	(void)state;
	if (getenv("HONMONO_VALGRIND")) /* which keeps limits of its own */
		skip();
	in_child(fill_without_room, 0);
}

static void part_output(unsigned unused)
{
	struct stat output, errors;
	int ends[2], out;
	char got[8];

	(void)unused;
	EXPECT(pipe(ends) == 0 && dup2(ends[1], STDOUT_FILENO) == STDOUT_FILENO);
	EXPECT(fstat(STDOUT_FILENO, &output) == 0 && fstat(STDERR_FILENO, &errors) == 0);
	out = stdio_fds_private_output();
	EXPECT(out >= 10); /* Firefox has a pipe of its own at 3 */
	EXPECT(same_file(out, &output) && !same_file(STDOUT_FILENO, &output));
	EXPECT(same_file(STDOUT_FILENO, &errors));
	EXPECT(fcntl(out, F_GETFD) == FD_CLOEXEC);
	EXPECT(write(out, "frame", 5) == 5 && read(ends[0], got, sizeof(got)) == 5);
}

static void test_output_is_private(void **state)
{
	(void)state;
	in_child(part_output, 0);
}

/* Without standard output or error there is no parting them, and nothing stays open. */
static void part_without(unsigned missing)
{
	int next;

	next = fcntl(STDIN_FILENO, F_DUPFD, 10);
	close(next);
	close((int)missing);
	EXPECT(stdio_fds_private_output() == -1);
	EXPECT(fcntl(STDIN_FILENO, F_DUPFD, 10) == next);
}

static void test_nothing_to_part(void **state)
{
	(void)state;
	in_child(part_without, STDOUT_FILENO);
	in_child(part_without, STDERR_FILENO);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_missing_ones_are_filled),
	    cmocka_unit_test(test_no_descriptor_is_left),
	    cmocka_unit_test(test_output_is_private),
	    cmocka_unit_test(test_nothing_to_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
