/* A small catalogue in a temporary folder, laid out as host/catalogue/data is, and compiled. */
#ifndef CATALOGUE_FIXTURE_H
#define CATALOGUE_FIXTURE_H

#include "catalogue/index.h"
#include "catalogue/source.h"
#include "text/hostname.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define SOURCE_HIGH \
	"\"source\": {\"evidence\": \"page\", \"confidence\": \"high\", \"date\": \"2026-11-22\"}"

/* A brand file; `rest` holds its further members, each followed by a comma. */
#define BRAND(id, name, site, rest)                                                       \
	"{\"id\": \"" id "\", \"name\": {\"en\": \"" name "\"}, \"category\": \"shop\", " \
	"\"country\": \"int\", \"site\": \"https://" site "/\", " rest SOURCE_HIGH "}"

struct fixture_file {
	const char *name, *text;
};

/* The problems that were reported, one `file: path: detail` a line. */
struct problems {
	char text[8192];
	size_t count;
};

static inline void problems_report(void *context, const struct source_problem *problem)
{
	struct problems *problems = context;
	size_t len = strlen(problems->text);

	snprintf(problems->text + len, sizeof(problems->text) - len, "%s: %s: %s\n", problem->file,
		 problem->path, problem->detail);
	problems->count++;
}

static inline void fixture_write(const char *folder, const char *name, const char *text)
{
	char path[512];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	for (char *slash = strchr(path + strlen(folder) + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0700);
		*slash = '/';
	}
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
}

/* Reads `files` (up to one without a name) through a folder; false with its problems. */
static inline bool fixture_read(struct source *source, const struct fixture_file *files,
				struct problems *problems)
{
	char folder[] = "/tmp/honmono-catalogue-XXXXXX", command[64];
	bool sound;

	assert_true(hostname_open());
	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; files[i].name; i++)
		fixture_write(folder, files[i].name, files[i].text);
	sound = source_add_folder(source, folder, problems_report, problems);
	snprintf(command, sizeof(command), "rm -r %s", folder);
	assert_int_equal(system(command), 0);
	return sound;
}

struct compiled {
	void *bytes;
	size_t size;
	struct index *index;
};

/* Compiles and opens what must be sound. */
static inline struct compiled fixture_compile(struct source *source)
{
	struct compiled compiled = {0};
	struct problems problems = {0};
	char problem[160];

	if (!source_compile(source, source_newest_date(source), &compiled.bytes, &compiled.size,
			    problems_report, &problems))
		fail_msg("%s", problems.text);
	compiled.index = index_open(compiled.bytes, compiled.size, problem);
	if (!compiled.index)
		fail_msg("%s", problem);
	return compiled;
}

static inline struct compiled fixture_make(const struct fixture_file *files)
{
	struct source *source = source_new();
	struct problems problems = {0};
	struct compiled compiled;

	assert_non_null(source);
	if (!fixture_read(source, files, &problems))
		fail_msg("%s", problems.text);
	compiled = fixture_compile(source);
	source_free(&source);
	return compiled;
}

static inline void fixture_free(struct compiled *compiled)
{
	index_close(&compiled->index);
	free(compiled->bytes);
	hostname_close();
}

static inline void assert_span(struct span got, const char *expected)
{
	if (!span_equal(got, span_of(expected)))
		fail_msg("\"%.*s\" instead of \"%s\"", (int)got.len, got.ptr ? got.ptr : "",
			 expected ? expected : "");
}

#endif
