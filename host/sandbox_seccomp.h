/* The system calls that are left (seccomp; Linux 4.14 and later, which can be asked what a filter may answer). */
#ifndef SANDBOX_SECCOMP_H
#define SANDBOX_SECCOMP_H

#include <stdbool.h>

/* Does the kernel filter system calls, and is there a table for this architecture? */
bool sandbox_seccomp_known(void);

/* Puts the filter in force for this thread and all later ones. Needs no_new_privs. 0, or -1 with
 * errno. */
int sandbox_seccomp_enter(void);

#endif
