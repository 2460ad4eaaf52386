/*
 * The filter, written by hand: every value that it looks at is a number of 32 bits (a call's
 * number, flags, a process id), which is what classic BPF compares, and one table is easier to
 * review than a library that turns rules into such a program.
 *
 * What the program needs is allowed. What only an attacker wants ends the process at once. The rest
 * does not exist (ENOSYS), so that a C library newer than this table falls back to what it did
 * before.
 */
#include "sandbox_seccomp.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCHITECTURE AUDIT_ARCH_RISCV64
#endif

#ifdef ARCHITECTURE

#define KILL SECCOMP_RET_KILL_PROCESS
#define ALLOW SECCOMP_RET_ALLOW
#define FAIL(error) (SECCOMP_RET_ERRNO | (error))

/* A call that is always answered the same. */
struct call {
	uint32_t number, answer;
};

static const struct call calls[] = {
    /* frames, and lines on standard error */
    {SYS_read, ALLOW},
    {SYS_write, ALLOW},
    {SYS_writev, ALLOW},
    {SYS_ppoll, ALLOW},
#ifdef SYS_poll
    {SYS_poll, ALLOW},
#endif
    /* memory; mmap and mprotect are below */
    {SYS_brk, ALLOW},
    {SYS_munmap, ALLOW},
    {SYS_mremap, ALLOW},
    {SYS_madvise, ALLOW},
    /* what the C library asks in between: malloc for random bytes, qsort for the size of memory,
     * locks, the clock where it is not in the vDSO */
    {SYS_getrandom, ALLOW},
    {SYS_sysinfo, ALLOW},
    {SYS_futex, ALLOW},
    {SYS_clock_gettime, ALLOW},
    /* ends: exit, and abort() with its message */
    {SYS_close, ALLOW},
    {SYS_exit, ALLOW},
    {SYS_exit_group, ALLOW},
    {SYS_rt_sigprocmask, ALLOW},
    {SYS_rt_sigaction, ALLOW},
    {SYS_rt_sigreturn, ALLOW},
    {SYS_restart_syscall, ALLOW},
    {SYS_getpid, ALLOW},
    {SYS_gettid, ALLOW},
    /* programs and processes */
    {SYS_execve, KILL},
    {SYS_execveat, KILL},
    {SYS_clone, KILL},
#ifdef SYS_clone3
    {SYS_clone3, KILL},
#endif
#ifdef SYS_fork
    {SYS_fork, KILL},
    {SYS_vfork, KILL},
#endif
    {SYS_ptrace, KILL},
    {SYS_process_vm_readv, KILL},
    {SYS_process_vm_writev, KILL},
    {SYS_kill, KILL},
    {SYS_tkill, KILL},
    {SYS_prctl, KILL},
    {SYS_personality, KILL},
    {SYS_seccomp, KILL},
    /* the network */
    {SYS_socket, KILL},
    {SYS_socketpair, KILL},
    {SYS_connect, KILL},
    {SYS_bind, KILL},
    {SYS_listen, KILL},
    {SYS_accept4, KILL},
    {SYS_sendto, KILL},
    {SYS_sendmsg, KILL},
    /* files beyond reading, which is below */
    {SYS_unlinkat, KILL},
    {SYS_renameat2, KILL},
    {SYS_linkat, KILL},
    {SYS_symlinkat, KILL},
    {SYS_mkdirat, KILL},
    {SYS_mknodat, KILL},
    {SYS_fchmodat, KILL},
    {SYS_fchownat, KILL},
    {SYS_truncate, KILL},
#ifdef SYS_creat
    {SYS_creat, KILL},
    {SYS_unlink, KILL},
    {SYS_rename, KILL},
    {SYS_link, KILL},
    {SYS_symlink, KILL},
    {SYS_mkdir, KILL},
    {SYS_chmod, KILL},
    {SYS_chown, KILL},
#endif
    /* doors into the kernel */
    {SYS_bpf, KILL},
    {SYS_perf_event_open, KILL},
    {SYS_userfaultfd, KILL},
    {SYS_memfd_create, KILL},
    {SYS_io_setup, KILL},
    {425, KILL}, /* io_uring_setup */
    {SYS_keyctl, KILL},
    {SYS_add_key, KILL},
    {SYS_unshare, KILL},
    {SYS_setns, KILL},
    {SYS_mount, KILL},
    {SYS_init_module, KILL},
    {SYS_finit_module, KILL},
    {SYS_kexec_load, KILL},
    {SYS_setuid, KILL},
    {SYS_setgid, KILL},
    {SYS_setresuid, KILL},
    {SYS_setresgid, KILL},
};

/* A call whose answer hangs on the bits of one argument. */
struct flagged {
	uint32_t number;
	int argument;
	uint32_t bits;	     /* looked at */
	uint32_t some, none; /* the answer when any of them is set, and when none is */
};

#define WRITING (O_ACCMODE | O_CREAT | O_TRUNC)

static const struct flagged flagged[] = {
    {SYS_mprotect, 2, PROT_EXEC, KILL, ALLOW},
    /* A library that looks for a file of its own goes on without it; nobody here writes one. */
    {SYS_openat, 2, WRITING, KILL, FAIL(EACCES)},
#ifdef SYS_open
    {SYS_open, 1, WRITING, KILL, FAIL(EACCES)},
#endif
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct program {
	struct sock_filter code[16 + 2 * COUNT(calls) + 6 * COUNT(flagged) + 16];
	unsigned short length;
};

static void add(struct program *p, struct sock_filter instruction)
{
	p->code[p->length++] = instruction;
}

static void load(struct program *p, size_t offset)
{
	add(p, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset));
}

static void answer(struct program *p, uint32_t with)
{
	add(p, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, with));
}

/* The next `skipped` instructions are for the value `k` only. */
static void only_for(struct program *p, uint32_t k, uint8_t skipped)
{
	add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, k, 0, skipped));
}

/* The next instruction is for values with one of `bits` only. */
static void only_with(struct program *p, uint32_t bits)
{
	add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1));
}

/* The lower half of an argument; all that we look at are of type int or flags below 2^32. */
static size_t argument(int n)
{
	size_t lower = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? sizeof(uint32_t) : 0;

	return offsetof(struct seccomp_data, args) + (size_t)n * sizeof(uint64_t) + lower;
}

static void add_flagged(struct program *p, const struct flagged *call)
{
	only_for(p, call->number, 4);
	load(p, argument(call->argument));
	only_with(p, call->bits);
	answer(p, call->some);
	answer(p, call->none);
}

/* Anonymous memory that is not executable; a file is never mapped. */
static void add_mmap(struct program *p)
{
	only_for(p, SYS_mmap, 7);
	load(p, argument(2));
	only_with(p, PROT_EXEC);
	answer(p, KILL);
	load(p, argument(3));
	only_with(p, MAP_ANONYMOUS);
	answer(p, ALLOW);
	answer(p, FAIL(EACCES));
}

/* abort() signals its own process; no other may be signalled. */
static void add_tgkill(struct program *p)
{
	only_for(p, SYS_tgkill, 4);
	load(p, argument(0));
	only_for(p, (uint32_t)getpid(), 1);
	answer(p, ALLOW);
	answer(p, KILL);
}

static void assemble(struct program *p)
{
	load(p, offsetof(struct seccomp_data, arch));
	only_for(p, ARCHITECTURE, 1);
	add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0));
	answer(p, KILL);
	load(p, offsetof(struct seccomp_data, nr));
#ifdef __X32_SYSCALL_BIT
	add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, __X32_SYSCALL_BIT, 0, 1));
	answer(p, KILL);
#endif
	for (size_t i = 0; i < COUNT(calls); i++) {
		only_for(p, calls[i].number, 1);
		answer(p, calls[i].answer);
	}
	for (size_t i = 0; i < COUNT(flagged); i++)
		add_flagged(p, &flagged[i]);
	add_mmap(p);
	add_tgkill(p);
	answer(p, FAIL(ENOSYS));
}

bool sandbox_seccomp_known(void)
{
	uint32_t action = SECCOMP_RET_KILL_PROCESS;

	return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

int sandbox_seccomp_enter(void)
{
	struct program p = {.length = 0};
	struct sock_fprog filter = {.filter = p.code};

	assemble(&p);
	filter.len = p.length;
	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter) == 0 ? 0 : -1;
}

#else /* no table for this architecture */

bool sandbox_seccomp_known(void)
{
	return false;
}

int sandbox_seccomp_enter(void)
{
	errno = ENOSYS;
	return -1;
}

#endif
