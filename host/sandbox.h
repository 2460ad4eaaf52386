/*
 * What the program gives up before it reads a stranger's first byte: files, network, programs,
 * debugging, new executable memory, other descriptors, unbounded memory. One file a system.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

/* Where the environment's word "off" leaves the program as it is, for debuggers and valgrind, which
 * need what the sandbox forbids. Whoever sets a program's environment can run programs anyway. */
#define SANDBOX_VARIABLE "HONMONO_SANDBOX"

/*
 * Shuts the process in for good. Of its descriptors 0, 1, 2 and `out` stay (out = 1: no other);
 * everything else that is ever needed must be open, compiled and read before. A layer that this
 * system lacks is told in one line on standard error. False, with a one-line reason, when a layer
 * that is there could not be put in force: the program must then not go on. `mapped` bytes of files are
 * mapped already and come on top of the memory it may use.
 */
bool sandbox_enter(int out, size_t mapped, char problem[static 160]);

/* What is in force, or what is not and why, as one line of English for a person who asks; to be
 * called after sandbox_enter(). */
const char *sandbox_state(void);

#endif
