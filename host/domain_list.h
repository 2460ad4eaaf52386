/*
 * Lists of domains to protect: one a line, the most visited first; blank lines and what follows a #
 * are nothing. Their look-alikes are told; they claim no names.
 */
#ifndef DOMAIN_LIST_H
#define DOMAIN_LIST_H

#include "catalogue/source.h"

#include <stdio.h>

/* What became of the lines so far. */
struct domain_list {
	size_t lines, taken, bad;
};

/* Reads the list `from` into `source`. Upper case and Unicode domains are taken as their ASCII form. The
 * first BAD_LINES_NAMED lines that are no domain are reported with file and line (after that they are
 * only counted), and `progress` (may be NULL) is called now and then. False when reading or memory
 * failed; bad lines are no failure. */
#define BAD_LINES_NAMED 10
bool domain_list_read(struct source *source, FILE *from, const char *file, struct domain_list *list,
		      source_report *report, void (*progress)(const struct domain_list *list),
		      void *context);

#endif
