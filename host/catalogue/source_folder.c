/*
 * Reads a folder of catalogue files. Every file has its place (README.md), and one that is
 * elsewhere or has another name is an error: a misplaced file would silently disarm what it says.
 */
#include "catalogue/source_json.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

struct folder {
	struct source *source;
	const char *path;
	source_report *report;
	void *context;
	bool sound;
	size_t files; /* that were read */
};

static void complain(struct folder *folder, const char *file, const char *path, const char *detail)
{
	struct source_problem problem = {0};

	/* Shortened where they do not fit. */
	snprintf(problem.file, sizeof(problem.file), "%.127s", file);
	snprintf(problem.path, sizeof(problem.path), "%.127s", path);
	snprintf(problem.detail, sizeof(problem.detail), "%.191s", detail);
	folder->report(folder->context, &problem);
	folder->sound = false;
}

static json_t *load(struct folder *folder, const char *file)
{
	char path[4096], place[64];
	json_error_t error;
	json_t *root;

	if (snprintf(path, sizeof(path), "%s/%s", folder->path, file) >= (int)sizeof(path)) {
		complain(folder, file, "", "the path is too long");
		return NULL;
	}
	root = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
	if (!root) {
		snprintf(place, sizeof(place), "line %d, column %d", error.line, error.column);
		complain(folder, file, error.line > 0 ? place : "", error.text);
	}
	folder->files++;
	return root;
}

/* ---- one file of each kind ---- */

typedef bool add_file(struct folder *folder, const char *file, const char *name,
		      const json_t *root);

static bool add_brand(struct folder *folder, const char *file, const char *name, const json_t *root)
{
	const char *id = json_string_value(json_object_get(root, "id"));

	if (id && (strlen(id) + 5 != strlen(name) || strncmp(id, name, strlen(id)) != 0))
		complain(folder, file, "id", "is not the file's name");
	return source_add_brand(folder->source, root, file, "", folder->report, folder->context);
}

static struct reader reader_of(struct folder *folder, const char *file)
{
	return (struct reader){.source = folder->source,
			       .file = file,
			       .report = folder->report,
			       .context = folder->context};
}

static bool add_infrastructure(struct folder *folder, const char *file, const char *name,
			       const json_t *root)
{
	struct reader reader = reader_of(folder, file);

	(void)name;
	return source_add_infrastructure(&reader, root);
}

static bool add_names(struct folder *folder, const char *file, const char *name, const json_t *root)
{
	struct reader reader = reader_of(folder, file);

	(void)name;
	return source_add_names(&reader, root);
}

static bool add_hostnames(struct folder *folder, const char *file, const char *name,
			  const json_t *root)
{
	struct reader reader = reader_of(folder, file);

	(void)name;
	return source_add_hostnames(&reader, root);
}

static bool add_wording(struct folder *folder, const char *file, const char *name,
			const json_t *root)
{
	struct reader reader = reader_of(folder, file);

	(void)name;
	return source_add_wording(&reader, root);
}

static void take(struct folder *folder, const char *file, const char *name, add_file *add)
{
	json_t *root = load(folder, file);

	if (root && !add(folder, file, name, root))
		folder->sound = false;
	json_decref(root);
	source_reset_scratch(folder->source);
}

/* ---- the folders ---- */

static bool ends(const char *name, const char *suffix)
{
	return span_ends(span_of(name), span_of(suffix));
}

/* Hidden files and notes for people. */
static int wanted(const struct dirent *entry)
{
	return entry->d_name[0] != '.' && !ends(entry->d_name, ".md");
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* Calls `visit` for each entry of a folder, in the order of the names' bytes. */
static bool visit_folder(struct folder *folder, const char *sub, void *context,
			 void (*visit)(struct folder *folder, const char *name, void *context))
{
	struct dirent **entries = NULL;
	char path[4096];
	int count;

	snprintf(path, sizeof(path), "%s/%s", folder->path, sub);
	count = scandir(path, &entries, wanted, by_name);
	if (count < 0) {
		complain(folder, *sub ? sub : folder->path, "", strerror(errno));
		return false;
	}
	for (int i = 0; i < count; i++) {
		visit(folder, entries[i]->d_name, context);
		free(entries[i]);
	}
	free(entries);
	return true;
}

struct kind {
	const char *folder;
	add_file *add;
};

static void visit_file(struct folder *folder, const char *name, void *context)
{
	const struct kind *kind = context;
	char file[300];

	snprintf(file, sizeof(file), "%s/%s", kind->folder, name);
	if (ends(name, ".json"))
		take(folder, file, name, kind->add);
	else
		complain(folder, file, "", "is no .json file");
}

static void visit_top(struct folder *folder, const char *name, void *context)
{
	static struct kind kinds[] = {{"brands", add_brand},
				      {"infrastructure", add_infrastructure},
				      {"wording", add_wording}};

	(void)context;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strcmp(name, kinds[i].folder) == 0) {
			visit_folder(folder, name, &kinds[i], visit_file);
			return;
		}
	}
	if (strcmp(name, "names.json") == 0)
		take(folder, name, name, add_names);
	else if (strcmp(name, "hostnames.json") == 0)
		take(folder, name, name, add_hostnames);
	else
		complain(folder, name, "", "has no place in a catalogue");
}

bool source_add_folder(struct source *source, const char *path, source_report *report,
		       void *context)
{
	struct folder folder = {source, path, report, context, true, 0};

	visit_folder(&folder, "", NULL, visit_top);
	if (folder.sound && folder.files == 0)
		complain(&folder, path, "", "holds no brand, infrastructure or wording");
	if (source_failed(source))
		complain(&folder, path, "", "out of memory");
	return folder.sound;
}
