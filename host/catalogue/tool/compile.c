/*
 * catalogue_compile DATA_FOLDER OUT_FILE: compiles the catalogue that is built into the program.
 * Prints each problem as `file: path: detail` and exits 1 when there is any.
 */
#include "catalogue/index.h"
#include "catalogue/source.h"
#include "text/hostname.h"

#include <stdio.h>
#include <stdlib.h>

static void print_problem(void *context, const struct source_problem *problem)
{
	(void)context;
	fprintf(stderr, "%s%s%s%s%s\n", problem->file, *problem->file ? ": " : "", problem->path,
		*problem->path ? ": " : "", problem->detail);
}

static bool write_file(const char *path, const void *bytes, size_t size)
{
	FILE *file = fopen(path, "wb");
	bool written = file && fwrite(bytes, 1, size, file) == size;

	if (file && fclose(file) != 0)
		written = false;
	if (!written)
		perror(path);
	return written;
}

/* What was written must be what the program accepts. */
static bool check(const void *bytes, size_t size)
{
	char problem[160];
	struct index *index = index_open(bytes, size, problem);

	if (!index) {
		fprintf(stderr, "the index just made does not open: %s\n", problem);
		return false;
	}
	index_close(&index);
	return true;
}

int main(int argc, char **argv)
{
	struct source *source = source_new();
	void *bytes = NULL;
	size_t size;
	bool done;

	if (argc != 3 || !source || !hostname_open()) {
		fprintf(stderr, argc == 3 ? "out of memory\n"
					  : "usage: catalogue_compile DATA_FOLDER OUT_FILE\n");
		source_free(&source);
		return 1;
	}
	done = source_add_folder(source, argv[1], print_problem, NULL) &&
	       source_compile(source, source_newest_date(source), &bytes, &size, print_problem,
			      NULL) &&
	       check(bytes, size) && write_file(argv[2], bytes, size);
	free(bytes);
	source_free(&source);
	return done ? 0 : 1;
}
