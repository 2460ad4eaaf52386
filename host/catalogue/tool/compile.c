/*
 * catalogue_compile DATA_FOLDER OUT_FILE: compiles the catalogue that is built into the program. Prints
 * each problem as `file: path: detail` and exits 1 when there is any.
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

/* Within this catalogue every affiliate must exist; a company's own may name brands of this one. */
static bool affiliates_exist(const struct catalogue *catalogue)
{
	bool sound = true;

	for (size_t n = 0; n < catalogue_brand_count(catalogue); n++) {
		brand_ref brand = catalogue_brand_at(catalogue, n);
		struct span id = catalogue_brand(catalogue, brand).id;

		for (size_t i = 0; i < catalogue_list_length(catalogue, brand, BRAND_AFFILIATES); i++) {
			struct span affiliate = catalogue_list_at(catalogue, brand, BRAND_AFFILIATES, i);

			if (catalogue_brand_by_id(catalogue, affiliate) != BRAND_NONE)
				continue;
			fprintf(stderr, "brands/%.*s.json: affiliates[%zu]: there is no brand %.*s\n", (int)id.len,
				id.ptr, i, (int)affiliate.len, affiliate.ptr);
			sound = false;
		}
	}
	return sound;
}

/* What was written must be what the program accepts. */
static bool check(const void *bytes, size_t size)
{
	struct catalogue catalogue = {.count = 1};
	struct index *index;
	char problem[160];
	bool sound;

	index = index_open(bytes, size, problem);
	if (!index) {
		fprintf(stderr, "the index just made does not open: %s\n", problem);
		return false;
	}
	catalogue.indexes[0] = index;
	sound = affiliates_exist(&catalogue);
	index_close(&index);
	return sound;
}

int main(int argc, char **argv)
{
	struct source *source = source_new();
	void *bytes = NULL;
	size_t size;
	bool done;

	if (argc != 3 || !source || !hostname_open()) {
		fprintf(stderr, argc == 3 ? "out of memory\n" : "usage: catalogue_compile DATA_FOLDER OUT_FILE\n");
		source_free(&source);
		return 1;
	}
	done = source_add_folder(source, argv[1], print_problem, NULL) &&
	       source_compile(source, source_newest_date(source), &bytes, &size, print_problem, NULL) &&
	       check(bytes, size) && write_file(argv[2], bytes, size);
	free(bytes);
	source_free(&source);
	return done ? 0 : 1;
}
