/* A verdict for people at a terminal. */
#ifndef CHECK_PRINT_H
#define CHECK_PRINT_H

#include "detect/verdict.h"
#include "language.h"

/* Writes the verdict to standard output: the level, each finding with its official answer, then
 * where each link leads. What comes from the mail is made harmless. */
void check_print(const struct catalogue *catalogue, struct arena *arena, enum language language,
		 const struct message *message, const struct verdict *verdict);

#endif
