/* The filter by itself, with no limit and no Landlock to help: every number of a system call has the answer that is written
 * down here, a second time and independently of the filter's own table. */
#include "sandbox_seccomp.h"

#include "sandbox_child.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/uio.h>

static void enter_filter(void)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || sandbox_seccomp_enter() != 0)
		_exit(NOT_ENTERED);
}

/* ---- calls that only an attacker wants ---- */

static const long KILLS[] = {
    SYS_execve,
    SYS_execveat,
    SYS_clone,
    SYS_clone3,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kill,
    SYS_tkill,
    SYS_prctl,
    SYS_personality,
    SYS_seccomp,
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept4,
    SYS_sendto,
    SYS_sendmsg,
    SYS_unlinkat,
    SYS_renameat2,
    SYS_linkat,
    SYS_symlinkat,
    SYS_mkdirat,
    SYS_mknodat,
    SYS_fchmodat,
    SYS_fchownat,
    SYS_truncate,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_memfd_create,
    SYS_io_setup,
    SYS_io_uring_setup,
    SYS_keyctl,
    SYS_add_key,
    SYS_unshare,
    SYS_setns,
    SYS_mount,
    SYS_init_module,
    SYS_finit_module,
    SYS_kexec_load,
    SYS_setuid,
    SYS_setgid,
    SYS_setresuid,
    SYS_setresgid,
    SYS_tgkill, /* of the process 0 */
#ifdef __x86_64__
    SYS_fork,
    SYS_vfork,
    SYS_creat,
    SYS_unlink,
    SYS_rename,
    SYS_link,
    SYS_symlink,
    SYS_mkdir,
    SYS_chmod,
    SYS_chown,
#endif
};

/* What the program needs: tried by what_is_needed_goes_on() of test_sandbox, or here with arguments. */
static const long NEEDED[] = {
    SYS_read,	SYS_write,	SYS_writev,	  SYS_ppoll,	    SYS_brk,
    SYS_mmap,	SYS_munmap,	SYS_mremap,	  SYS_madvise,	    SYS_mprotect,
    SYS_openat, SYS_getrandom,	SYS_sysinfo,	  SYS_futex,	    SYS_clock_gettime,
    SYS_close,	SYS_exit,	SYS_getpid,	  SYS_gettid,	    SYS_rt_sigprocmask,
    SYS_tgkill, SYS_exit_group, SYS_rt_sigaction, SYS_rt_sigreturn, SYS_restart_syscall,
#ifdef __x86_64__
    SYS_open,	SYS_poll,
#endif
};

static long number;

static int call_with_nothing(void)
{
	return result(syscall(number, 0, 0, 0, 0, 0, 0));
}

static bool stands_in(long wanted, const long *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (numbers[i] == wanted)
			return true;
	return false;
}

static void some_calls_end_the_process(void **state)
{
	(void)state;
	skip_unless(sandbox_seccomp_known());
	for (size_t i = 0; i < COUNT(KILLS); i++) {
		int ended;

		number = KILLS[i];
		ended = child(enter_filter, call_with_nothing);
		if (ended != KILLED)
			fail_msg("call %ld: %d", number, ended);
	}
}

/* No filter is asked about these: only what the kernel itself has put into a process may make them. */
static bool is_the_kernels_own(long n)
{
#ifdef __x86_64__
	return n == 335 || n == 336; /* uretprobe, uprobe */
#else
	(void)n;
	return false;
#endif
}

/* The number of the first call that is there though nobody needs it. */
static long *told;

static int ask_for_all_others(void)
{
	for (long n = 0; n < 1000; n++) {
		if (is_the_kernels_own(n) || stands_in(n, KILLS, COUNT(KILLS)) ||
		    stands_in(n, NEEDED, COUNT(NEEDED)))
			continue;
		*told = n;
		if (syscall(n, 0, 0, 0, 0, 0, 0) != -1 || errno != ENOSYS)
			return 1;
	}
	return 0;
}

static void the_others_do_not_exist(void **state)
{
	int ended;

	(void)state;
	skip_unless(sandbox_seccomp_known());
	told = mmap(NULL, sizeof(*told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(told, MAP_FAILED);
	ended = child(enter_filter, ask_for_all_others);
	if (ended != 0)
		fail_msg("call %ld: %d", *told, ended);
	assert_int_equal(munmap(told, sizeof(*told)), 0);
}

/* ---- calls of another kind: their numbers mean others ---- */

#ifdef __x86_64__

#define X32_BIT 0x40000000L

static void x32_calls_end_the_process(void **state)
{
	static const long NUMBERS[] = {
	    X32_BIT | SYS_read, X32_BIT | SYS_getpid, X32_BIT | 520, X32_BIT | 547, X32_BIT,
	    0x7FFFFFFFL};

	(void)state;
	skip_unless(sandbox_seccomp_known());
	for (size_t i = 0; i < COUNT(NUMBERS); i++) {
		number = NUMBERS[i];
		assert_int_equal(child(enter_filter, call_with_nothing), KILLED);
	}
}

/* 20 is getpid() here, and writev(), which is allowed, among the calls of 64 bits. */
static int call_of_32_bits(void)
{
	long got = 20;

	__asm__ volatile("int $0x80" : "+a"(got) : : "r8", "r9", "r10", "r11", "memory");
	return got == getpid() ? 0 : EIO;
}

static void calls_of_32_bits_end_the_process(void **state)
{
	(void)state;
	skip_unless(sandbox_seccomp_known() && child(NULL, call_of_32_bits) == 0);
	assert_int_equal(child(enter_filter, call_of_32_bits), KILLED);
}

#endif

/* ---- what an exploit would try, with the arguments that succeed outside ---- */

static int write_file(void)
{
	return result(open("/dev/null", O_WRONLY));
}

static int write_and_read_file(void)
{
	return result(open("/dev/null", O_RDWR));
}

static int create_file(void)
{
	return result(syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDONLY | O_CREAT, 0600));
}

static int empty_file(void)
{
	return result(syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDONLY | O_TRUNC));
}

static int read_file(void)
{
	return result(open("/etc/passwd", O_RDONLY));
}

#ifdef SYS_open
static int read_file_by_the_older_call(void)
{
	return result(syscall(SYS_open, "/etc/passwd", O_RDONLY));
}

static int write_file_by_the_older_call(void)
{
	return result(syscall(SYS_open, "/dev/null", O_WRONLY));
}
#endif

static int start_process(void)
{
	pid_t started = fork();

	if (started == 0)
		_exit(0);
	return started < 0 ? errno : result(waitpid(started, NULL, 0));
}

static int be_traced(void)
{
	return result(ptrace(PTRACE_TRACEME, 0, NULL, NULL));
}

static int mapped(int protection, int flags, int fd)
{
	return mmap(NULL, 4096, protection, flags, fd, 0) == MAP_FAILED ? errno : 0;
}

static int map_memory(void)
{
	return mapped(PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
}

static int map_executable(void)
{
	return mapped(PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1);
}

static int opened; /* a file, for reading, before the filter */

static int map_file(void)
{
	return mapped(PROT_READ, MAP_PRIVATE, opened);
}

static int map_executable_file(void)
{
	return mapped(PROT_READ | PROT_EXEC, MAP_PRIVATE, opened);
}

static _Alignas(4096) char page[4096];

static int make_executable(void)
{
	return result(mprotect(page, sizeof(page), PROT_READ | PROT_EXEC));
}

static int make_readable(void)
{
	return result(mprotect(page, sizeof(page), PROT_READ));
}

static int signal_other(void)
{
	return result(kill(getppid(), 0));
}

/* The parent's number, asked for before the filter: getppid() is no call that is needed. */
static pid_t parent;

static int signal_thread_of_other(void)
{
	return result(syscall(SYS_tgkill, parent, parent, 0));
}

static int signal_oneself(void)
{
	return result(syscall(SYS_tgkill, getpid(), gettid(), 0));
}

static int gain_process_memory(void)
{
	char byte = 1;
	struct iovec here = {&byte, 1}, there = {&byte, 1};

	return result(process_vm_readv(getpid(), &here, 1, &there, 1, 0));
}

static int ask_unknown_call(void)
{
	return result(syscall(SYS_uname, (char[65 * 6]){0}));
}

static void attacks(void **state)
{
	static const struct attempt ATTEMPTS[] = {
	    {"open for reading", read_file, EACCES},
	    {"open for writing", write_file, KILLED},
	    {"open for both", write_and_read_file, KILLED},
	    {"create a file", create_file, KILLED},
	    {"empty a file", empty_file, KILLED},
#ifdef SYS_open
	    {"open() for reading", read_file_by_the_older_call, EACCES},
	    {"open() for writing", write_file_by_the_older_call, KILLED},
#endif
	    {"fork", start_process, KILLED},
	    {"ptrace", be_traced, KILLED},
	    {"mmap of memory", map_memory, 0},
	    {"mmap of executable memory", map_executable, KILLED},
	    {"mmap of a file", map_file, EACCES},
	    {"mmap of an executable file", map_executable_file, KILLED},
	    {"mprotect to executable memory", make_executable, KILLED},
	    {"mprotect to memory for reading", make_readable, 0},
	    {"kill", signal_other, KILLED},
	    {"tgkill", signal_thread_of_other, KILLED},
	    {"tgkill of oneself", signal_oneself, 0},
	    {"process_vm_readv", gain_process_memory, KILLED},
	    {"a call that nobody thought of", ask_unknown_call, ENOSYS},
	};

	(void)state;
	skip_unless(sandbox_seccomp_known());
	parent = getpid();
	opened = fcntl(open("/proc/self/exe", O_RDONLY), F_DUPFD, KEPT + 1);
	assert_true(opened > KEPT);
	assert_refused(enter_filter, ATTEMPTS, COUNT(ATTEMPTS));
	close(opened);
}

static int enter_without_promise(void)
{
	errno = 0;
	return sandbox_seccomp_enter() == -1 ? errno : 0;
}

/* Without no_new_privs the kernel refuses, and that is told. */
static void failure_is_told(void **state)
{
	(void)state;
	skip_unless(sandbox_seccomp_known() && prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0);
	assert_int_equal(child(drop_capabilities, enter_without_promise), EACCES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(some_calls_end_the_process),
	    cmocka_unit_test(the_others_do_not_exist),
#ifdef __x86_64__
	    cmocka_unit_test(x32_calls_end_the_process),
	    cmocka_unit_test(calls_of_32_bits_end_the_process),
#endif
	    cmocka_unit_test(attacks),
	    cmocka_unit_test(failure_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
