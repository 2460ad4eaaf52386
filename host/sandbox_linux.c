/* Linux: no privileges to gain, then Landlock, limits, and the filter last, because it forbids the
 * steps before it. */
#include "sandbox.h"

#include "limits.h"
#include "log.h"
#include "sandbox_landlock.h"
#include "sandbox_seccomp.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* One request's arena, its JSON (LIMIT_VALUES of up to 240 bytes, twice: request and reply), both
 * frames, the profile, and what was mapped before: program, libraries, catalogue. */
#define ADDRESS_SPACE (2 * (rlim_t)LIMIT_ARENA_BYTES)

/* Looked at one by one where the kernel closes no range; those beyond stay open, for reading and writing only. */
#define DESCRIPTORS 65536

static char state[160] = "no sandbox: not entered yet";

static bool fail(char problem[static 160], const char *what)
{
	(void)snprintf(problem, 160, "the sandbox could not be entered: %s: %s", what,
		       strerror(errno));
	return false;
}

/* Linux before 5.9 closes them one by one: as many as may be open here, were that not unlimited. */
static void close_range_of(unsigned first, unsigned last)
{
	struct rlimit files = {.rlim_max = 0};

	if (syscall(SYS_close_range, first, last, 0) == 0)
		return;
	if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_max > DESCRIPTORS)
		files.rlim_max = DESCRIPTORS;
	for (unsigned fd = first; fd <= last && fd < files.rlim_max; fd++)
		(void)close((int)fd);
}

/* Closes what the browser left open (Firefox keeps a pipe at 3) but for 0, 1, 2 and `out`. */
static void close_others(int out)
{
	unsigned first = STDERR_FILENO + 1;

	if (out >= (int)first) {
		if (out > (int)first)
			close_range_of(first, (unsigned)out - 1);
		first = (unsigned)out + 1;
	}
	close_range_of(first, ~0U);
}

#ifdef __GLIBC__
typedef __rlimit_resource_t limit_name; /* an enumeration here, an int elsewhere */
#else
typedef int limit_name;
#endif

static bool set_limit(limit_name resource, rlim_t value)
{
	struct rlimit present, wanted = {value, value};

	if (getrlimit(resource, &present) == 0 && present.rlim_max < value)
		wanted = (struct rlimit){present.rlim_max, present.rlim_max};
	return setrlimit(resource, &wanted) == 0;
}

static bool set_limits(size_t mapped)
{
	return set_limit(RLIMIT_CORE, 0) &&   /* a core would hold mail */
	       set_limit(RLIMIT_NPROC, 0) &&  /* for users other than root */
	       set_limit(RLIMIT_NOFILE, 1) && /* no new descriptor; poll() asks for one */
	       set_limit(RLIMIT_AS, ADDRESS_SPACE + mapped);
}

static void describe(int abi, bool seccomp)
{
	char landlock[32] = "no Landlock";

	if (abi > 0)
		(void)snprintf(landlock, sizeof(landlock), "Landlock (ABI %d)", abi);
	(void)snprintf(state, sizeof(state), "%s: resource limits, %s, %s",
		       abi > 0 && seccomp ? "sandbox" : "part of the sandbox", landlock,
		       seccomp ? "system call filter" : "no system call filter");
	if (abi == 0 || !seccomp)
		log_line("%s: this system lacks it", state);
}

static bool switched_off(void)
{
	const char *word = getenv(SANDBOX_VARIABLE);

	if (!word || strcmp(word, "off") != 0)
		return false;
	(void)snprintf(state, sizeof(state), "no sandbox: %s=off", SANDBOX_VARIABLE);
	log_line("%s", state);
	return true;
}

bool sandbox_enter(int out, size_t mapped, char problem[static 160])
{
	int abi;
	bool seccomp;

	if (switched_off())
		return true;
	abi = sandbox_landlock_abi();
	seccomp = sandbox_seccomp_known();
	close_others(out);
	if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
		return fail(problem, "PR_SET_DUMPABLE");
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return fail(problem, "no_new_privs");
	describe(abi, seccomp); /* before the filter: messages may need what it takes */
	if (abi > 0 && sandbox_landlock_enter(abi) != 0)
		return fail(problem, "Landlock");
	if (!set_limits(mapped)) /* after Landlock, which needs a descriptor for a moment */
		return fail(problem, "resource limits");
	if (seccomp && sandbox_seccomp_enter() != 0)
		return fail(problem, "system call filter");
	return true;
}

const char *sandbox_state(void)
{
	return state;
}
