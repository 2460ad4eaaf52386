/*
 * Reasons that hold a number, a name or another reason ("section 3: bytes 8+90 lie elsewhere", "the text is empty"), as
 * the readers of catalogues, profiles and JSON give them: in English, since they go into replies too. Here stands the
 * Japanese of them for the command line.
 */
#ifndef SAID_DETAILS_H
#define SAID_DETAILS_H

#include "language.h"

#include <stddef.h>

#define SAID_DETAIL_BYTES 640 /* the longest reason has 192, and Japanese is longer */

/* `english` in the language of the environment, written to `out` or static; itself where no row fits. What a row leaves
 * open is taken over from it, translated in its turn. A text that is longer than `out` is cut between characters. */
const char *said_detail(const char *english, char out[static SAID_DETAIL_BYTES]);

/* The same in a language. */
const char *said_detail_in(enum language language, const char *english,
			   char out[static SAID_DETAIL_BYTES]);

/* The row `at` of the table, a * for each part that it leaves open, for tests; false behind its end. */
bool said_detail_row(size_t at, const char **english, const char **japanese);

#endif
