/*
 * Who started the program. Browsers name the calling extension on the command line; only the ids of
 * our own extension are served, and those that the machine's owner has listed. One table for all of
 * them.
 */
#ifndef CALLER_H
#define CALLER_H

#include <stdbool.h>

enum caller {
	CALLER_NONE, /* not started by a browser */
	CALLER_ALLOWED,
	CALLER_REFUSED, /* an extension that we do not know */
};

/*
 * Judges a command line: Chromium gives `chrome-extension://ID/` (and, on Windows,
 * --parent-window=N, which is ignored), Firefox the path of the manifest and the add-on's id.
 * `ids_file` lists further ids, one a line,
 * `#` begins a comment; it counts only when it is a regular file of root or of the user, and nobody
 * else may write to it. NULL: none.
 */
enum caller caller_of(int argc, char *const *argv, const char *ids_file);

/* Prints the ids of our own extension, a line each: kind of browser (chromium, gecko), blank, id. For whoever writes
 * native-messaging manifests. False when standard output fails. */
bool caller_print_ids(void);

/* The path of `extension-ids` beside the running program; false when that cannot be found out. */
bool caller_ids_file(char path[static 4096]);

#endif
