/* The three standard descriptors, made safe: nothing but frames may reach the browser's end of the
 * pipe. */
#ifndef STDIO_FDS_H
#define STDIO_FDS_H

#include <stdbool.h>

/* Opens /dev/null for whichever of the descriptors 0 to 2 is missing, so that no later file gets
 * its number. */
bool stdio_fds_fill(void);

/* Gives the real standard output a private number and lets descriptor 1 lead to standard error:
 * whatever a library prints is then seen, but breaks no frame. -1 on failure. */
int stdio_fds_private_output(void);

#endif
