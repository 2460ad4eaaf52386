/* Landlock (Linux 5.13 and later) without a single rule: no file system, no TCP, and, where the
 * kernel knows how, no signal and no abstract socket to the outside. */
#ifndef SANDBOX_LANDLOCK_H
#define SANDBOX_LANDLOCK_H

/* The highest ABI that the kernel offers; 0 when it has none or it is switched off. */
int sandbox_landlock_abi(void);

/* Handles every right that `abi` (at least 1) names and allows none. Needs no_new_privs. 0, or -1
 * with errno. Descriptors that are open already keep working. */
int sandbox_landlock_enter(int abi);

#endif
