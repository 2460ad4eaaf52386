/* What is tried in a process that has given something up, beside the same attempt in one that has not. */
#ifndef SANDBOX_CHILD_H
#define SANDBOX_CHILD_H

#include "sandbox.h"

#include <errno.h>
#include <linux/capability.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define KEPT 17 /* the number that stands for the private output */

/* How a child ended: 0, an errno, or 1000 and the number of the signal. */
#define SIGNALLED 1000
#define KILLED (SIGNALLED + SIGSYS)
#define NOT_ENTERED 255

/* Of an attempt: 0 when it succeeded, else errno. */
static inline int result(long got)
{
	return got < 0 ? errno : 0;
}

/* Runs `attempt` in a child that has called `enter` (unless NULL); its descriptors 3 and KEPT are a pipe's. */
static inline int child(void (*enter)(void), int (*attempt)(void))
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

/* What root may do that others may not is not left. */
static inline void drop_capabilities(void)
{
	struct __user_cap_header_struct of = {.version = _LINUX_CAPABILITY_VERSION_3};
	const struct __user_cap_data_struct none[2] = {{0}};

	if (syscall(SYS_capset, &of, none) != 0)
		_exit(NOT_ENTERED);
}

struct attempt {
	const char *name;
	int (*run)(void);
	int ends; /* inside; outside it succeeds */
};

static inline void assert_refused(void (*enter)(void), const struct attempt *attempts, size_t count)
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

static inline void skip_unless(bool known)
{
	if (!known || getenv("HONMONO_VALGRIND"))
		skip();
}

#endif
