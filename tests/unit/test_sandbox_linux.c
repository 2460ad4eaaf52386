/* What the steps of entering leave behind, asked where the filter, which forbids to ask, is the one thing that this system
 * lacks; and what is said where another is lacking or fails. */
#include "sandbox.h"

#include "sandbox_child.h"
#include "sandbox_landlock.h"
#include "sandbox_seccomp.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/resource.h>
#include <sys/socket.h>

/* The numbers of the calls on every architecture; headers are often older than the kernel. */
enum { LANDLOCK_CREATE_RULESET = 444, LANDLOCK_RESTRICT_SELF = 446 };

static int take_too_much_memory(void)
{
	/* Volatile, or the compiler does without. */
	char *volatile memory = malloc(600U << 20);

	return memory ? 0 : errno;
}

static int read_file(void)
{
	return result(open("/etc/passwd", O_RDONLY));
}

static int make_folder(void)
{
	char name[] = "/tmp/honmono-sandbox-XXXXXX";

	return mkdtemp(name) ? result(rmdir(name)) : errno;
}

static int run_program(void)
{
	return result(execl("/bin/true", "true", (char *)NULL));
}

static int open_socket(void)
{
	return result(socket(AF_INET, SOCK_STREAM, 0));
}

/* ---- systems that lack a layer, or refuse one ---- */

/* From now on the call gives `error`. The way in is left as it is: no_new_privs only where nothing else allows it. */
static void give_error(long number, unsigned error)
{
	struct sock_filter code[] = {
	    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)number, 0, 1),
	    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
	    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog filter = {.len = COUNT(code), .filter = code};

	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0)
		return;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) != 0)
		_exit(NOT_ENTERED);
}

/* What `without_filter` enters with. */
static int out = KEPT;
static size_t mapped;

/* All but the filter, so that what the rest has done can be asked. */
static void without_filter(void)
{
	char problem[160] = "";

	give_error(SYS_seccomp, ENOSYS);
	if (!sandbox_enter(out, mapped, problem))
		_exit(NOT_ENTERED);
}

static void without_landlock(void)
{
	char problem[160] = "";

	give_error(LANDLOCK_CREATE_RULESET, ENOSYS);
	if (!sandbox_enter(KEPT, 0, problem))
		_exit(NOT_ENTERED);
}

static int lacks_the_filter(void)
{
	char wanted[160];

	(void)snprintf(
	    wanted, sizeof(wanted),
	    "part of the sandbox: resource limits, Landlock (ABI %d), no system call filter",
	    sandbox_landlock_abi());
	return strcmp(sandbox_state(), wanted) != 0;
}

static int lacks_landlock(void)
{
	return strcmp(sandbox_state(), "part of the sandbox: resource limits, no Landlock, "
				       "system call filter") != 0;
}

static void a_system_that_lacks_a_layer(void **state)
{
	static const struct attempt by_the_rest[] = {
	    {"open for reading", read_file, EMFILE},
	    {"make and remove a folder", make_folder, EACCES},
	    {"execve", run_program, EACCES},
	};

	(void)state;
	skip_unless(sandbox_landlock_abi() > 0 && sandbox_seccomp_known());
	assert_int_equal(child(without_filter, lacks_the_filter), 0);
	assert_refused(without_filter, by_the_rest, COUNT(by_the_rest));
	assert_int_equal(child(without_landlock, lacks_landlock), 0);
	assert_int_equal(child(without_landlock, open_socket), KILLED);
}

/* Of a layer that is there and cannot be entered: `what` failed. */
static int fails_for(const char *what)
{
	char problem[160] = "", wanted[160];

	(void)snprintf(wanted, sizeof(wanted), "the sandbox could not be entered: %s: %s", what,
		       strerror(EPERM));
	return sandbox_enter(KEPT, 0, problem) || strcmp(problem, wanted) != 0;
}

static void no_ruleset(void)
{
	give_error(LANDLOCK_RESTRICT_SELF, EPERM);
}

static int fails_for_landlock(void)
{
	return fails_for("Landlock");
}

static void no_limits(void)
{
	give_error(SYS_prlimit64, EPERM);
}

static int fails_for_limits(void)
{
	return fails_for("resource limits");
}

static void no_prctl(void)
{
	give_error(SYS_prctl, EPERM);
}

static int fails_for_prctl(void)
{
	return fails_for("PR_SET_DUMPABLE");
}

static void a_layer_that_fails_is_told(void **state)
{
	(void)state;
	skip_unless(sandbox_landlock_abi() > 0 && sandbox_seccomp_known());
	assert_int_equal(child(no_ruleset, fails_for_landlock), 0);
	assert_int_equal(child(no_limits, fails_for_limits), 0);
	assert_int_equal(child(no_prctl, fails_for_prctl), 0);
}

/* ---- what is left behind ---- */

static int is_not_dumpable(void)
{
	return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
}

static int gains_no_privileges(void)
{
	return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1;
}

static bool limited_to(struct rlimit limit, rlim_t value)
{
	return limit.rlim_cur == value && limit.rlim_max == value;
}

static int has_limits(void)
{
	struct rlimit core, processes, files;

	if (getrlimit(RLIMIT_CORE, &core) != 0 || getrlimit(RLIMIT_NPROC, &processes) != 0 ||
	    getrlimit(RLIMIT_NOFILE, &files) != 0)
		return errno;
	return !limited_to(core, 0) || !limited_to(processes, 0) || !limited_to(files, 1);
}

static void privileges_and_limits(void **state)
{
	(void)state;
	skip_unless(sandbox_seccomp_known());
	assert_int_equal(child(NULL, is_not_dumpable), 1);
	assert_int_equal(child(without_filter, is_not_dumpable), 0);
	assert_int_equal(child(without_filter, gains_no_privileges), 0);
	assert_int_equal(child(NULL, has_limits), 1);
	assert_int_equal(child(without_filter, has_limits), 0);
}

#define TIGHT ((rlim_t)300 << 20)

static void tight_from_the_start(void)
{
	const struct rlimit tight = {TIGHT, TIGHT};

	if (setrlimit(RLIMIT_AS, &tight) != 0)
		_exit(NOT_ENTERED);
	without_filter();
}

static int is_tight(void)
{
	struct rlimit space;

	return getrlimit(RLIMIT_AS, &space) != 0 || !limited_to(space, TIGHT);
}

static void memory_is_limited(void **state)
{
	static const struct attempt more = {"more memory than any request needs",
					    take_too_much_memory, ENOMEM};

	(void)state;
	skip_unless(sandbox_seccomp_known());
	assert_refused(without_filter, &more, 1);
	mapped = (size_t)1 << 30; /* on top of what is mapped already */
	assert_int_equal(child(without_filter, take_too_much_memory), 0);
	mapped = 0;
	assert_int_equal(child(tight_from_the_start, is_tight), 0); /* never looser */
}

/* As many as a browser may leave open, around every `out` that is tried. */
static int many_are_open(void)
{
	for (int fd = 3; fd < 40; fd++)
		if (dup2(STDOUT_FILENO, fd) < 0)
			return errno;
	return dup2(STDOUT_FILENO, 1000) < 0 ? errno : 0;
}

static void leave_many_open(void)
{
	if (many_are_open() != 0)
		_exit(NOT_ENTERED);
	without_filter();
}

/* And on Linux before 5.9. */
static void leave_many_open_without_range(void)
{
	if (many_are_open() != 0)
		_exit(NOT_ENTERED);
	give_error(SYS_close_range, ENOSYS);
	without_filter();
}

static int only_the_kept_are_open(void)
{
	for (int fd = 0; fd < 1100; fd++)
		if ((fcntl(fd, F_GETFD) >= 0) != (fd <= STDERR_FILENO || fd == out))
			return fd < 200 ? fd : 200; /* told by its number */
	return 0;
}

static void descriptors(void **state)
{
	static const int OUTS[] = {1, 3, 4, 5, KEPT, 38, 39};

	(void)state;
	skip_unless(sandbox_seccomp_known());
	assert_int_equal(child(NULL, many_are_open), 0);
	for (size_t i = 0; i < COUNT(OUTS); i++) {
		int first;

		out = OUTS[i];
		first = child(leave_many_open, only_the_kept_are_open);
		if (first != 0)
			fail_msg("out is %d: descriptor %d", out, first);
		first = child(leave_many_open_without_range, only_the_kept_are_open);
		if (first != 0)
			fail_msg("out is %d, no close_range: descriptor %d", out, first);
	}
	out = KEPT;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_system_that_lacks_a_layer),
	    cmocka_unit_test(a_layer_that_fails_is_told),
	    cmocka_unit_test(privileges_and_limits),
	    cmocka_unit_test(memory_is_limited),
	    cmocka_unit_test(descriptors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
