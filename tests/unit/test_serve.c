/* The loop of native messaging over real pipes: as many replies as frames, and an exit status that tells how it ended. */
#include "serve.h"

#include "capture.h"
#include "frame.h"
#include "limits.h"
#include "resident.h"
#include "session.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static struct session *session;

/* A file that holds `bytes`, to be read from its start. */
static int file_of(const void *bytes, size_t len)
{
	char name[] = "/tmp/honmono-serve-XXXXXX";
	int fd = mkstemp(name);

	assert_true(fd >= 0);
	assert_int_equal(unlink(name), 0);
	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	return fd;
}

static char input[LIMIT_MESSAGE_BYTES + 4096];
static size_t input_len;

static void put_frame(const char *body, size_t len)
{
	uint32_t length = (uint32_t)len;

	assert_true(input_len + 4 + len <= sizeof(input));
	memcpy(input + input_len, &length, 4);
	memcpy(input + input_len + 4, body, len);
	input_len += 4 + len;
}

static void put_text(const char *body)
{
	put_frame(body, strlen(body));
}

/* Serves what was put, up to its last `cut` bytes; the replies, a line each, follow the status. */
static int serve_input(size_t cut, char replies[static 4096])
{
	static char reply[LIMIT_MESSAGE_BYTES];
	int in = file_of(input, input_len - cut), out = file_of("", 0), status;
	size_t used = 0, len;

	capture_begin(STDERR_FILENO);
	status = serve(session, in, out);
	(void)capture_end(STDERR_FILENO);
	assert_int_equal(lseek(out, 0, SEEK_SET), 0);
	while (frame_read(out, reply, sizeof(reply), &len) == FRAME_OK)
		used += (size_t)snprintf(replies + used, 4096 - used, "%.*s\n", (int)len, reply);
	replies[used] = '\0';
	close(in);
	close(out);
	input_len = 0;
	return status;
}

#define TYPE(id, type) "{\"id\":" id ",\"type\":\"" type "\"}"
#define UNSUPPORTED(id) "{\"id\":" id ",\"type\":\"error\",\"code\":\"unsupported-type\""

static size_t lines_of(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += *text == '\n';
	return count;
}

static void test_a_reply_for_each_frame(void **state)
{
	char replies[4096];

	(void)state;
	assert_int_equal(serve_input(0, replies), 0);
	assert_string_equal(replies, "");
	put_text(TYPE("1", "a"));
	put_text("");
	put_text("not JSON");
	put_text(TYPE("2", "b"));
	assert_int_equal(serve_input(0, replies), 0);
	assert_int_equal(lines_of(replies), 4);
	assert_ptr_equal(strstr(replies, UNSUPPORTED("1")), replies);
	assert_non_null(
	    strstr(replies, "\n{\"id\":null,\"type\":\"error\",\"code\":\"invalid-json\""));
	assert_non_null(strstr(replies, "\n" UNSUPPORTED("2")));
}

static void test_an_end_inside_a_frame(void **state)
{
	char replies[4096];

	(void)state;
	put_text(TYPE("1", "a"));
	put_text(TYPE("2", "b"));
	assert_int_equal(serve_input(1, replies), 1);
	assert_int_equal(lines_of(replies), 1);
	assert_string_equal(captured.text, "honmono: the input ended inside a message\n");
	put_text("");
	assert_int_equal(serve_input(1, replies), 1); /* in the length */
	assert_string_equal(replies, "");
}

static void test_size_of_a_frame(void **state)
{
	static char body[LIMIT_MESSAGE_BYTES + 1];
	char replies[4096];

	(void)state;
	memset(body, ' ', sizeof(body));
	memcpy(body, TYPE("1", "a"), strlen(TYPE("1", "a")));
	put_frame(body, LIMIT_MESSAGE_BYTES);
	assert_int_equal(serve_input(0, replies), 0);
	assert_ptr_equal(strstr(replies, UNSUPPORTED("1")), replies);
	put_frame(body, LIMIT_MESSAGE_BYTES + 1);
	put_text(TYPE("2", "b")); /* what was too long is gone, and the next is answered */
	assert_int_equal(serve_input(0, replies), 0);
	assert_int_equal(lines_of(replies), 2);
	assert_ptr_equal(strstr(replies, "{\"id\":null,\"type\":\"error\",\"code\":"
					 "\"message-too-large\",\"detail\":\"longer than 1048576 "
					 "bytes\"}\n" UNSUPPORTED("2")),
			 replies);
}

static int serve_on(int in, int out)
{
	int status;

	capture_begin(STDERR_FILENO);
	status = serve(session, in, out);
	(void)capture_end(STDERR_FILENO);
	return status;
}

static void test_broken_descriptors(void **state)
{
	int ends[2], in, full = open("/dev/full", O_WRONLY);

	(void)state;
	assert_int_equal(serve_on(-1, STDOUT_FILENO), 1);
	assert_string_equal(captured.text, "honmono: cannot read a message: Bad file descriptor\n");
	put_text(TYPE("1", "a"));
	put_text(TYPE("2", "b"));
	in = file_of(input, input_len);
	assert_true(full >= 0);
	assert_int_equal(serve_on(in, full), 1);
	assert_string_equal(captured.text,
			    "honmono: cannot write a reply: No space left on device\n");
	close(full);
	close(in);
	/* The browser has gone: an end like any other, and nothing more is read. */
	in = file_of(input, input_len);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	assert_int_equal(serve_on(in, ends[1]), 0);
	assert_string_equal(captured.text, "");
	assert_int_equal(lseek(in, 0, SEEK_CUR), 4 + (off_t)strlen(TYPE("1", "a")));
	close(ends[1]);
	close(in);
	input_len = 0;
}

static void test_pages_of_the_start_are_given_back(void **state)
{
	char replies[4096];
	long before, after;

	(void)state;
	put_text(TYPE("1", "a")); /* so that all memory which a reply takes is taken */
	assert_int_equal(serve_input(0, replies), 0);
	assert_int_equal(read_much(), 2);
	before = resident();
	put_text(TYPE("1", "a"));
	assert_int_equal(serve_input(0, replies), 0);
	after = resident();
	if (before < 0)
		skip();
	assert_true(before - after > MUCH_BYTES / 1024 / 2);
}

static int set_up(void **state)
{
	char problem[160] = "";

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	setenv("LC_ALL", "C", 1);
	session = session_open(NULL, problem);
	return session ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	session_close(&session);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_a_reply_for_each_frame),
	    cmocka_unit_test(test_an_end_inside_a_frame),
	    cmocka_unit_test(test_size_of_a_frame),
	    cmocka_unit_test(test_broken_descriptors),
	    cmocka_unit_test(test_pages_of_the_start_are_given_back),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
