/* Reads and writes that were not done for now: interrupted, or on a descriptor that does not wait. */
#ifndef TRY_AGAIN_H
#define TRY_AGAIN_H

#include <stdbool.h>

/* After a failed read (POLLIN) or write (POLLOUT) of `fd`, with its errno: true when it is worth another try, after a
 * wait until `fd` can go on where it could not; false when it failed. */
bool try_again(int fd, short events);

#endif
