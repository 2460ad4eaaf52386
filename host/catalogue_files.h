/*
 * Compiled catalogues beside the built-in one: files that `honmono compile` made. Each must be a
 * regular file of root's or the user's that nobody else may write to. One of up to CATALOGUE_FILE_READ bytes is
 * read; a larger one is mapped read-only and shared by all processes. Whoever replaces a larger one does it by
 * rename (as compile does): one that is cut short while it is mapped (cp over it) ends the program by SIGBUS.
 */
#ifndef CATALOGUE_FILES_H
#define CATALOGUE_FILES_H

#include "catalogue/index.h"

/* The built-in one and the user's profile need a place each. */
#define CATALOGUE_FILES (CATALOGUE_INDEXES - 2)

/* A list of about 30,000 domains. */
#define CATALOGUE_FILE_READ ((size_t)2 << 20)

/* Zero-initialise. */
struct catalogue_files {
	struct {
		struct index *index;
		void *bytes;
		size_t size;
	} at[CATALOGUE_FILES];
	size_t count;
};

/* Reads or maps one file and checks it. False, with the reason, when it cannot be used. */
bool catalogue_files_add(struct catalogue_files *files, const char *path, char problem[static 160]);

/* Hears of each installed file: `index` is NULL for one that cannot be used, for the reason `problem`. */
typedef void catalogue_file_teller(void *context, const char *path, const struct index *index,
				   const char *problem);

/* Adds every *.index, in the order of the names, of /etc/honmono/catalogue.d and the user's
 * ${XDG_CONFIG_HOME:-~/.config}/honmono/catalogue.d. One that cannot be used is left out: a damaged
 * list must not take the other protection away. `tell` hears of each; where it is NULL, those that
 * are left out are told in a line on standard error. */
void catalogue_files_add_installed(struct catalogue_files *files, catalogue_file_teller *tell,
				   void *context);

/* Bytes of all that is read or mapped. */
size_t catalogue_files_mapped(const struct catalogue_files *files);

void catalogue_files_close(struct catalogue_files *files);

#endif
