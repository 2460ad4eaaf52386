/* A file that is written as a whole or not at all. */
#ifndef REPLACE_FILE_H
#define REPLACE_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* Why nothing can be put at `path`, in English: what is there is no regular file (a device would be replaced by a file),
 * or is one of the `count` inputs. NULL when nothing speaks against it. */
const char *replace_file_refused(const char *path, char *const *inputs, int count);

/* Writes `size` bytes beside `path`, to the disk, and renames them: whoever has the earlier file mapped keeps it. Readable
 * by all (0644). A signal that ends the program removes what has been written so far. False with errno set. One thread
 * at a time. */
bool replace_file(const char *path, const void *bytes, size_t size);

#endif
