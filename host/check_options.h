/* The options of `honmono check`. */
#ifndef CHECK_OPTIONS_H
#define CHECK_OPTIONS_H

#include "catalogue_files.h"
#include "detect/message.h"
#include "language.h"
#include "text/arena.h"

#include <jansson.h>

enum check_output { CHECK_TEXT, CHECK_JSON, CHECK_NDJSON };

struct check_options {
	enum check_output output;
	enum language language;
	json_t *profile; /* NULL without --profile */
	struct message message;
	struct catalogue_files files; /* of --catalogue; the caller closes them */
	bool help;
};

/* Reads the command line and the files it names; lists and files' contents are in the arena, the
 * profile is the caller's to free. False when something is wrong, after one line on standard error
 * that names it. */
bool check_options_read(int argc, char **argv, struct arena *arena, struct check_options *options);

#endif
