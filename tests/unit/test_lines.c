/* Lines through real pipes: at the limit and one over it, in pieces, without an end, interrupted. */
#include "lines.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cmocka.h>

#define LONGEST 8

/* Writes what must fit the pipe. */
static void put(int fd, const char *bytes, size_t len)
{
	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
}

/* What the lines of an input are told as, "line|" each, "!" for one that is too long, then "." for
 * the end or "?" for an error. */
static const char *told(struct lines *lines)
{
	static char text[4096];
	size_t used = 0;

	for (;;) {
		struct span line;
		enum lines_status status = lines_next(lines, &line);

		if (status == LINES_END || status == LINES_ERROR) {
			text[used++] = status == LINES_END ? '.' : '?';
			text[used] = '\0';
			return text;
		}
		if (status == LINES_LINE) {
			assert_true(used + line.len + 3 < sizeof(text) && line.len <= LONGEST);
			memcpy(text + used, line.ptr, line.len);
			used += line.len;
		}
		text[used++] = status == LINES_LINE ? '|' : '!';
	}
}

static void test_lines(void **state)
{
	static const struct {
		const char *input, *want;
	} cases[] = {
	    {"", "."},
	    {"\n", "|."},
	    {"\n\n", "||."},
	    {"a", "a|."},
	    {"a\n", "a|."},
	    {"a\nb", "a|b|."},
	    {"a\r\n\nb\n", "a\r||b|."},
	    {"12345678\n", "12345678|."},
	    {"12345678", "12345678|."},
	    {"123456789\n", "!."},
	    {"123456789", "!."},
	    {"1234567890123456789\na\n", "!a|."},
	    {"a\n123456789\nb\n123456789\n", "a|!b|!."},
	    {"あいう\nえお\n", "!えお|."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct lines *lines;
		int ends[2];

		assert_int_equal(pipe(ends), 0);
		put(ends[1], cases[i].input, strlen(cases[i].input));
		close(ends[1]);
		lines = lines_new(ends[0], LONGEST, NULL, NULL);
		if (strcmp(told(lines), cases[i].want) != 0)
			fail_msg("case %zu: %s", i, told(lines));
		lines_free(&lines);
		assert_null(lines);
		close(ends[0]);
	}
}

/* Each read() of a packet socket brings one piece. */
static void assert_pieces(const char *const *pieces, const char *want)
{
	struct lines *lines;
	int ends[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
	for (; *pieces; pieces++)
		put(ends[1], *pieces, strlen(*pieces));
	close(ends[1]);
	lines = lines_new(ends[0], LONGEST, NULL, NULL);
	assert_string_equal(told(lines), want);
	lines_free(&lines);
	close(ends[0]);
}

static void test_pieces(void **state)
{
	(void)state;
	assert_pieces((const char *[]){"a", "b", "\n", "c", NULL}, "ab|c|.");
	assert_pieces((const char *[]){"ab\ncd", "ef\ngh\n", "\n", NULL}, "ab|cdef|gh||.");
	assert_pieces((const char *[]){"1234567", "8", "\n", NULL}, "12345678|.");
	assert_pieces((const char *[]){"1234567", "8", "9", "\n", "a\n", NULL}, "!a|.");
	assert_pieces((const char *[]){"123456789", "\na", NULL}, "!a|.");
	assert_pieces((const char *[]){"a\n1234", "5678", "\nb", NULL}, "a|12345678|b|.");
	assert_pieces((const char *[]){"1234567890", "12345", "67890\n1", "2\n", NULL}, "!12|.");
}

/* More than is read at a time, so that a line lies across two reads whatever its place. */
static void test_many_lines(void **state)
{
	char name[] = "/tmp/honmono-lines-XXXXXX", text[16];
	struct lines *lines;
	struct span line;
	int fd = mkstemp(name);
	FILE *file = fdopen(fd, "w+");

	(void)state;
	assert_non_null(file);
	assert_int_equal(unlink(name), 0);
	for (unsigned i = 0; i < 30000; i++)
		fprintf(file, "%.*u\n", (int)(i % LONGEST), i % 10);
	assert_int_equal(fflush(file), 0);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	lines = lines_new(fd, LONGEST, NULL, NULL);
	for (unsigned i = 0; i < 30000; i++) {
		(void)snprintf(text, sizeof(text), "%.*u", (int)(i % LONGEST), i % 10);
		assert_int_equal(lines_next(lines, &line), LINES_LINE);
		assert_true(span_equal(line, span_of(text)));
	}
	assert_int_equal(lines_next(lines, &line), LINES_END);
	assert_int_equal(lines_next(lines, &line), LINES_END);
	lines_free(&lines);
	fclose(file);
}

static void test_a_line_much_longer_than_the_buffer(void **state)
{
	static const char part[10000] = {0};
	char name[] = "/tmp/honmono-lines-XXXXXX";
	int fd = mkstemp(name);
	struct lines *lines;

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(unlink(name), 0);
	for (int i = 0; i < 30; i++)
		put(fd, part, sizeof(part));
	put(fd, "\nb", 2);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	lines = lines_new(fd, LONGEST, NULL, NULL);
	assert_string_equal(told(lines), "!b|.");
	lines_free(&lines);
	close(fd);
}

static int asked, allowed;

static bool ask(void *count)
{
	return (*(int *)count)++ < allowed;
}

static void test_idle_is_asked_before_each_wait(void **state)
{
	struct lines *lines;
	struct span line;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	put(ends[1], "a\nb\nc", 5);
	asked = 0;
	allowed = 1;
	lines = lines_new(ends[0], LONGEST, ask, &asked);
	assert_int_equal(lines_next(lines, &line), LINES_LINE);
	assert_int_equal(asked, 1);
	assert_int_equal(lines_next(lines, &line), LINES_LINE);
	assert_int_equal(asked, 1); /* it was there already */
	assert_int_equal(lines_next(lines, &line), LINES_ERROR);
	assert_int_equal(asked, 2);
	assert_int_equal(lines_next(lines, &line), LINES_ERROR);
	assert_int_equal(asked, 2);
	lines_free(&lines);
	close(ends[0]);
	close(ends[1]);
}

static void test_errors(void **state)
{
	struct lines *lines = lines_new(-1, LONGEST, NULL, NULL);
	struct span line;

	(void)state;
	assert_int_equal(lines_next(lines, &line), LINES_ERROR);
	assert_int_equal(errno, EBADF);
	lines_free(&lines);
	lines_free(&lines); /* nothing */
}

static int write_end;
static volatile sig_atomic_t alarms;

/* Interrupts the wait for a line twice; the third time the line is there, and the end. */
static void on_alarm(int number)
{
	(void)number;
	if (++alarms < 3)
		(void)ualarm(5000, 0);
	else if (write(write_end, "late\n", 5) == 5)
		close(write_end);
}

static void test_interrupted_reads_go_on(void **state)
{
	struct sigaction action = {.sa_handler = on_alarm}; /* without SA_RESTART */
	struct lines *lines;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	write_end = ends[1];
	assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
	lines = lines_new(ends[0], LONGEST, NULL, NULL);
	(void)ualarm(5000, 0);
	assert_string_equal(told(lines), "late|.");
	assert_int_equal(alarms, 3);
	lines_free(&lines);
	close(ends[0]);
}

/* A descriptor that does not wait, as a terminal's may be after another program used it. */
static void test_a_descriptor_that_does_not_wait(void **state)
{
	struct lines *lines;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
	write_end = ends[1];
	alarms = 0;
	lines = lines_new(ends[0], LONGEST, NULL, NULL);
	put(ends[1], "early\n", 6);
	(void)ualarm(5000, 0); /* on_alarm() of the test before */
	assert_string_equal(told(lines), "early|late|.");
	assert_int_equal(alarms, 3);
	lines_free(&lines);
	close(ends[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_lines),
	    cmocka_unit_test(test_pieces),
	    cmocka_unit_test(test_many_lines),
	    cmocka_unit_test(test_a_line_much_longer_than_the_buffer),
	    cmocka_unit_test(test_idle_is_asked_before_each_wait),
	    cmocka_unit_test(test_errors),
	    cmocka_unit_test(test_interrupted_reads_go_on),
	    cmocka_unit_test(test_a_descriptor_that_does_not_wait),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
