/* From inside: what an exploit would try, in a process that has entered the sandbox, each beside
 * the same attempt outside, which must succeed or else shows nothing. */
#include "sandbox.h"
#include "sandbox_landlock.h"
#include "sandbox_seccomp.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#define KEPT 17 /* the number that stands for the private output */

/* Attempts: 0 when it succeeded, else errno. */

static int result(long got)
{
	return got < 0 ? errno : 0;
}

static int read_file(void)
{
	return result(open("/etc/passwd", O_RDONLY));
}

static int write_file(void)
{
	return result(open("/dev/null", O_WRONLY));
}

static int create_file(void)
{
	return result(syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDONLY | O_CREAT, 0600));
}

static int remove_file(void)
{
	char name[] = "/tmp/honmono-sandbox-XXXXXX";
	int fd = mkstemp(name);

	return fd < 0 ? errno : result(unlink(name));
}

static int unlink_only(void)
{
	return result(unlink("/nowhere/at/all")) == ENOENT ? 0 : errno;
}

static int open_socket(void)
{
	return result(socket(AF_INET, SOCK_STREAM, 0));
}

static int connect_local(void)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(9)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd < 0)
		return errno;
	return connect(fd, (struct sockaddr *)&to, sizeof(to)) == 0 || errno == ECONNREFUSED
		   ? 0
		   : errno;
}

static int run_program(void)
{
	return result(execl("/bin/true", "true", (char *)NULL));
}

static int start_process(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	return child < 0 ? errno : result(waitpid(child, NULL, 0));
}

static int be_traced(void)
{
	return result(ptrace(PTRACE_TRACEME, 0, NULL, NULL));
}

static int map_executable(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
		       MAP_FAILED
		   ? errno
		   : 0;
}

static int make_executable(void)
{
	static _Alignas(4096) char page[4096];

	return result(mprotect(page, sizeof(page), PROT_READ | PROT_EXEC));
}

static int map_descriptor(void)
{
	return mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, KEPT, 0) == MAP_FAILED ? errno : 0;
}

static int signal_other(void)
{
	return result(kill(getppid(), 0));
}

static int signal_thread_of_other(void)
{
	return result(syscall(SYS_tgkill, getppid(), getppid(), 0));
}

static int gain_process_memory(void)
{
	char byte = 1;
	struct iovec here = {&byte, 1}, there = {&byte, 1};

	return result(process_vm_readv(getpid(), &here, 1, &there, 1, 0));
}

static int change_filter(void)
{
	return result(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
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

static int take_too_much_memory(void)
{
	/* Volatile, or the compiler does without. */
	char *volatile memory = malloc(600U << 20);

	return memory ? 0 : errno;
}

static int use_descriptor_three(void)
{
	return result(write(3, "", 0));
}

/* How a child ended: 0, an errno, or 1000 and the number of the signal. */
#define SIGNALLED 1000
#define KILLED (SIGNALLED + SIGSYS)
#define NOT_ENTERED 255

static int child(void (*enter)(void), int (*attempt)(void))
{
	int status, ends[2];
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		if (dup2(ends[1], KEPT) < 0 || dup2(ends[1], 3) < 0)
			_exit(NOT_ENTERED);
		if (enter)
			enter();
		_exit(attempt());
	}
	close(ends[0]);
	close(ends[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFSIGNALED(status) ? SIGNALLED + WTERMSIG(status) : WEXITSTATUS(status);
}

static void enter_all(void)
{
	char problem[160] = "";

	if (!sandbox_enter(KEPT, 0, problem)) {
		fprintf(stderr, "%s\n", problem);
		_exit(NOT_ENTERED);
	}
}

static void enter_landlock(void)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    sandbox_landlock_enter(sandbox_landlock_abi()) != 0)
		_exit(NOT_ENTERED);
}

static void enter_filter(void)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || sandbox_seccomp_enter() != 0)
		_exit(NOT_ENTERED);
}

struct attempt {
	const char *name;
	int (*run)(void);
	int ends; /* inside; outside it succeeds */
};

static void assert_refused(void (*enter)(void), const struct attempt *attempts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int outside = child(NULL, attempts[i].run), inside = child(enter, attempts[i].run);

		if (outside != 0)
			fail_msg("%s: does not work outside either (%d)", attempts[i].name,
				 outside);
		if (inside != attempts[i].ends)
			fail_msg("%s: %d instead of %d", attempts[i].name, inside,
				 attempts[i].ends);
	}
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void skip_unless(bool known)
{
	if (!known || getenv("HONMONO_VALGRIND"))
		skip();
}

static void hostile_calls_end_the_process(void **state)
{
	static const struct attempt attempts[] = {
	    {"open for reading", read_file, EACCES},
	    {"open for writing", write_file, KILLED},
	    {"create a file", create_file, KILLED},
	    {"make and remove a file", remove_file, KILLED},
	    {"remove a file", unlink_only, KILLED},
	    {"socket", open_socket, KILLED},
	    {"execve", run_program, KILLED},
	    {"fork", start_process, KILLED},
	    {"ptrace", be_traced, KILLED},
	    {"mmap of executable memory", map_executable, KILLED},
	    {"mprotect to executable memory", make_executable, KILLED},
	    {"kill", signal_other, KILLED},
	    {"tgkill", signal_thread_of_other, KILLED},
	    {"process_vm_readv", gain_process_memory, KILLED},
	    {"prctl", change_filter, KILLED},
	    {"a call that nobody thought of", ask_unknown_call, ENOSYS},
	};

	(void)state;
	skip_unless(sandbox_seccomp_known());
	assert_refused(enter_all, attempts, COUNT(attempts));
	/* The same by the filter alone, with no limit and no Landlock to help. */
	assert_refused(enter_filter, attempts, COUNT(attempts));
	assert_int_equal(child(enter_filter, map_descriptor), EACCES);
}

static void landlock_alone_refuses_files_and_network(void **state)
{
	static const struct attempt files[] = {
	    {"open for reading", read_file, EACCES},
	    {"open for writing", write_file, EACCES},
	    {"make and remove a file", remove_file, EACCES},
	    {"execve", run_program, EACCES},
	};
	static const struct attempt network[] = {{"connect", connect_local, EACCES}};
	static const struct attempt signals[] = {{"kill", signal_other, EPERM}};

	(void)state;
	skip_unless(sandbox_landlock_abi() > 0);
	assert_refused(enter_landlock, files, COUNT(files));
	if (sandbox_landlock_abi() >= 4)
		assert_refused(enter_landlock, network, COUNT(network));
	if (sandbox_landlock_abi() >= 6)
		assert_refused(enter_landlock, signals, COUNT(signals));
}

static void limits_hold(void **state)
{
	static const struct attempt attempts[] = {
	    {"more memory than any request needs", take_too_much_memory, ENOMEM},
	    {"a descriptor that the browser left open", use_descriptor_three, EBADF},
	};

	(void)state;
	skip_unless(true);
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
	    cmocka_unit_test(landlock_alone_refuses_files_and_network),
	    cmocka_unit_test(limits_hold),
	    cmocka_unit_test(what_is_needed_goes_on),
	    cmocka_unit_test(its_state_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
