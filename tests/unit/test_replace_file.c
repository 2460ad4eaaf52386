/* A file is replaced as a whole, and what is left half written is taken away. */
#include "replace_file.h"

#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/honmono-replace-XXXXXX", path[sizeof(folder) + 16];
static int at_fsync; /* the signal that comes before the file is whole; -1: the disk fails */

/* In the place of the C library's. */
int fsync(int fd)
{
	(void)fd;
	if (at_fsync > 0)
		(void)raise(at_fsync);
	errno = EIO;
	return at_fsync < 0 ? -1 : 0;
}

static size_t files(void)
{
	DIR *dir = opendir(folder);
	size_t count = 0;

	assert_non_null(dir);
	while (readdir(dir))
		count++;
	closedir(dir);
	return count - 2;
}

static void assert_holds(const char *text)
{
	char have[64] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	(void)!fread(have, 1, sizeof(have) - 1, file);
	(void)fclose(file);
	assert_string_equal(have, text);
}

static int set_up(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	(void)snprintf(path, sizeof(path), "%s/file", folder);
	return replace_file(path, "first", 5) ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	(void)unlink(path);
	return rmdir(folder);
}

static void test_whole(void **state)
{
	struct stat facts;

	(void)state;
	assert_holds("first");
	assert_true(replace_file(path, "second", 6));
	assert_holds("second");
	assert_int_equal(stat(path, &facts), 0);
	assert_int_equal(facts.st_mode & 0777, 0644);
	assert_int_equal(files(), 1);
	assert_true(replace_file(path, "first", 5));
}

static void test_failed(void **state)
{
	char long_path[5000];

	(void)state;
	at_fsync = -1;
	assert_false(replace_file(path, "half", 4));
	assert_int_equal(errno, EIO);
	at_fsync = 0;
	assert_holds("first");
	assert_int_equal(files(), 1);
	assert_false(replace_file("/nonexistent/file", "x", 1));
	assert_int_equal(errno, ENOENT);
	memset(long_path, 'a', sizeof(long_path) - 1);
	long_path[sizeof(long_path) - 1] = '\0';
	assert_false(replace_file(long_path, "x", 1));
	assert_int_equal(errno, ENAMETOOLONG);
}

/* How a child ends that is told `number` while it writes. */
static int ends_by(int number, void (*disposition)(int))
{
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		(void)signal(number, disposition);
		at_fsync = number;
		_exit(replace_file(path, "first", 5) ? 7 : 8);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? WTERMSIG(status) : -WEXITSTATUS(status);
}

static void test_interrupted(void **state)
{
	static const int numbers[] = {SIGHUP, SIGINT, SIGTERM};

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		assert_int_equal(ends_by(numbers[i], SIG_DFL), numbers[i]);
		assert_holds("first");
		assert_int_equal(files(), 1);
		assert_int_equal(ends_by(numbers[i], SIG_IGN), -7);
		assert_int_equal(files(), 1);
	}
}

static void test_refused(void **state)
{
	char device[] = "/dev/null", none[] = "/nonexistent/file";
	char *inputs[] = {none, path};

	(void)state;
	assert_string_equal(replace_file_refused(device, NULL, 0), "is no regular file");
	assert_non_null(replace_file_refused(folder, NULL, 0));
	assert_string_equal(replace_file_refused(path, inputs, 2), "is one of the inputs");
	assert_null(replace_file_refused(path, inputs, 1));
	assert_null(replace_file_refused(none, inputs, 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_whole),
	    cmocka_unit_test(test_failed),
	    cmocka_unit_test(test_interrupted),
	    cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
