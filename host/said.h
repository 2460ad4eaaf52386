/*
 * What the command line says to people, in the language of the environment. English stands where it is
 * said; the Japanese of it stands here in one table, so that a reader of the sources meets plain sentences.
 */
#ifndef SAID_H
#define SAID_H

#include "language.h"

#include <stddef.h>

/* `english`, which may hold conversions of printf, in the language of the environment; itself where the table lacks
 * it, as it lacks what only logs of browsers show. Static storage. */
__attribute__((format_arg(1))) const char *said(const char *english);

/* The same in a language. */
__attribute__((format_arg(2))) const char *said_in(enum language language, const char *english);

/* The row `at` of the table, for tests; false behind its end. */
bool said_row(size_t at, const char **english, const char **japanese);

#endif
