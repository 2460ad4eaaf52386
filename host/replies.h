/* Replies as lines on a descriptor, gathered so that an archive is not written line by line. The descriptor may be
 * blocking or not (stdio drops what a pipe that does not wait has no room for); interrupted and short writes go on. */
#ifndef REPLIES_H
#define REPLIES_H

#include "text/span.h"

struct replies;

/* NULL when out of memory. `fd` stays the caller's. */
struct replies *replies_new(int fd);

/* What is not flushed is lost. */
void replies_free(struct replies **replies);

/* Adds `reply` and a line break. False when writing failed (errno); nothing that comes later is written then. */
bool replies_add(struct replies *replies, struct span reply);

/* Writes what has gathered. False when it, or any write before it, failed. */
bool replies_flush(struct replies *replies);

#endif
