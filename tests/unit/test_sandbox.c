/* From inside the whole of it: what an exploit would try, in a process that has entered the sandbox, each beside the same
 * attempt outside, which must succeed or else shows nothing. The parts by themselves have tests of their own. */
#include "sandbox.h"

#include "sandbox_child.h"
#include "sandbox_landlock.h"
#include "sandbox_seccomp.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

static int read_file(void)
{
	return result(open("/etc/passwd", O_RDONLY));
}

static int write_file(void)
{
	return result(open("/dev/null", O_WRONLY));
}

static int remove_file(void)
{
	char name[] = "/tmp/honmono-sandbox-XXXXXX";
	int fd = mkstemp(name);

	return fd < 0 ? errno : result(unlink(name));
}

static int open_socket(void)
{
	return result(socket(AF_INET, SOCK_STREAM, 0));
}

static int run_program(void)
{
	return result(execl("/bin/true", "true", (char *)NULL));
}

static int start_process(void)
{
	pid_t started = fork();

	if (started == 0)
		_exit(0);
	return started < 0 ? errno : result(waitpid(started, NULL, 0));
}

static int ask_unknown_call(void)
{
	return result(syscall(SYS_uname, (char[65 * 6]){0}));
}

/* What must go on. */

static int take_memory(void)
{
	char *memory = malloc(64U << 20);

	if (!memory)
		return errno;
	memset(memory, 1, 64U << 20);
	memory = realloc(memory, 96U << 20);
	free(memory);
	return memory ? 0 : ENOMEM;
}

static int wait_for_output(void)
{
	struct pollfd one = {.fd = KEPT, .events = POLLOUT};

	return poll(&one, 1, 1000) == 1 && one.revents & (POLLOUT | POLLERR) ? 0 : EIO;
}

static int use_kept_output(void)
{
	return result(fcntl(STDIN_FILENO, F_GETFD)) == ENOSYS ? result(write(KEPT, "", 0)) : EIO;
}

static void enter_all(void)
{
	char problem[160] = "";

	if (!sandbox_enter(KEPT, 0, problem)) {
		fprintf(stderr, "%s\n", problem);
		_exit(NOT_ENTERED);
	}
}

static void hostile_calls_end_the_process(void **state)
{
	static const struct attempt attempts[] = {
	    {"open for reading", read_file, EACCES},
	    {"open for writing", write_file, KILLED},
	    {"make and remove a file", remove_file, KILLED},
	    {"socket", open_socket, KILLED},
	    {"execve", run_program, KILLED},
	    {"fork", start_process, KILLED},
	    {"a call that nobody thought of", ask_unknown_call, ENOSYS},
	};

	(void)state;
	skip_unless(sandbox_seccomp_known());
	assert_refused(enter_all, attempts, COUNT(attempts));
}

static int die(void)
{
	abort();
}

static void what_is_needed_goes_on(void **state)
{
	(void)state;
	skip_unless(true);
	assert_int_equal(child(enter_all, take_memory), 0);
	assert_int_equal(child(enter_all, wait_for_output), 0);
	if (sandbox_seccomp_known())
		assert_int_equal(child(enter_all, use_kept_output), 0);
	assert_int_equal(child(enter_all, die), SIGNALLED + SIGABRT);
}

static int off_is_told(void)
{
	return strcmp(sandbox_state(), "no sandbox: HONMONO_SANDBOX=off") != 0 || read_file() != 0;
}

/* The calls that ask are themselves refused inside, so the answer is worked out before. */
static int expected_state;

static int state_matches(void)
{
	return (strncmp(sandbox_state(), "sandbox: ", 9) == 0) != expected_state;
}

static void its_state_is_told(void **state)
{
	(void)state;
	skip_unless(true);
	expected_state = sandbox_landlock_abi() > 0 && sandbox_seccomp_known();
	assert_int_equal(child(enter_all, state_matches), 0);
	assert_int_equal(setenv(SANDBOX_VARIABLE, "off", 1), 0);
	assert_int_equal(child(enter_all, off_is_told), 0);
	assert_int_equal(setenv(SANDBOX_VARIABLE, "on", 1), 0);
	assert_int_equal(child(enter_all, state_matches), 0);
	assert_int_equal(unsetenv(SANDBOX_VARIABLE), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(hostile_calls_end_the_process),
	    cmocka_unit_test(what_is_needed_goes_on),
	    cmocka_unit_test(its_state_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
