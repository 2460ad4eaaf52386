#include "sandbox_landlock.h"

#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * The kernel's interface (landlock(7)), written down here because the headers of a distribution are
 * often older than its kernel. Calls of that age have one number, but for Alpha and MIPS: there the headers
 * must know it, and without it there is no Landlock.
 */
#ifdef SYS_landlock_create_ruleset
enum { CREATE_RULESET = SYS_landlock_create_ruleset, RESTRICT_SELF = SYS_landlock_restrict_self };
#elif defined(__alpha__) || defined(__mips__)
enum { CREATE_RULESET = -1, RESTRICT_SELF = -1 };
#else
enum { CREATE_RULESET = 444, RESTRICT_SELF = 446 };
#endif
enum { GET_VERSION = 1 };

struct ruleset {
	uint64_t file_system; /* ABI 1 */
	uint64_t network;     /* ABI 4 */
	uint64_t scoped;      /* ABI 6 */
};

/* Rights are bits from 0 on; each ABI added some at the end. */
static uint64_t file_system_rights(int abi)
{
	static const int count[] = {0, 13, 14, 15, 15, 16}; /* refer, truncate, -, ioctl */
	const int last = (int)(sizeof(count) / sizeof(count[0])) - 1;

	return (UINT64_C(1) << count[abi < last ? abi : last]) - 1;
}

int sandbox_landlock_abi(void)
{
	long abi = syscall(CREATE_RULESET, NULL, 0, GET_VERSION);

	return abi > 0 ? (int)abi : 0;
}

int sandbox_landlock_enter(int abi)
{
	const struct ruleset rules = {
	    .file_system = file_system_rights(abi),
	    .network = abi >= 4 ? 3 : 0, /* bind and connect with TCP */
	    .scoped = abi >= 6 ? 3 : 0,	 /* abstract sockets, signals */
	};
	/* Older kernels refuse nothing here: what they do not know is zero. */
	long ruleset = syscall(CREATE_RULESET, &rules, sizeof(rules), 0);
	long done;

	if (ruleset < 0)
		return -1;
	done = syscall(RESTRICT_SELF, (int)ruleset, 0);
	close((int)ruleset);
	return done == 0 ? 0 : -1;
}
