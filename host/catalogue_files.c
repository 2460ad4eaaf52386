#include "catalogue_files.h"

#include "log.h"
#include "said.h"
#include "said_details.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define INSTALLED "/etc/honmono/catalogue.d"
#define SUFFIX ".index"

/* Why a file is not to be trusted; NULL when it is. */
static const char *distrust(const struct stat *facts)
{
	if (!S_ISREG(facts->st_mode))
		return "is no regular file";
	if (facts->st_uid != 0 && facts->st_uid != geteuid())
		return "belongs neither to root nor to this user";
	if (facts->st_mode & (S_IWGRP | S_IWOTH))
		return "may be written to by others";
	if (facts->st_size <= 0 || (uint64_t)facts->st_size > UINT32_MAX)
		return "is empty, or larger than a catalogue can be";
	return NULL;
}

static void *read_whole(int fd, size_t size)
{
	char *bytes = malloc(size);
	size_t have = 0;

	while (bytes && have < size) {
		ssize_t got = read(fd, bytes + have, size - have);

		if (got < 0 && errno == EINTR)
			continue;
		if (got == 0)
			errno = EIO; /* it was cut short meanwhile */
		if (got <= 0) {
			free(bytes);
			return NULL;
		}
		have += (size_t)got;
	}
	return bytes;
}

static void *map(int fd, size_t size)
{
	void *bytes = mmap(NULL, size, PROT_READ, MAP_SHARED, fd, 0);

	return bytes == MAP_FAILED ? NULL : bytes;
}

static void release(void *bytes, size_t size)
{
	if (size > CATALOGUE_FILE_READ)
		munmap(bytes, size);
	else
		free(bytes);
}

/* The bytes of an open file; NULL with a reason. */
static void *load(int fd, size_t *size, char problem[static 160])
{
	struct stat facts;
	const char *reason;
	void *bytes;

	if (fstat(fd, &facts) != 0) {
		(void)snprintf(problem, 160, "%s", strerror(errno));
		return NULL;
	}
	reason = distrust(&facts);
	if (reason) {
		(void)snprintf(problem, 160, "%s", reason);
		return NULL;
	}
	*size = (size_t)facts.st_size;
	bytes = *size > CATALOGUE_FILE_READ ? map(fd, *size) : read_whole(fd, *size);
	if (!bytes)
		(void)snprintf(problem, 160, "%s", strerror(errno));
	return bytes;
}

bool catalogue_files_add(struct catalogue_files *files, const char *path, char problem[static 160])
{
	size_t size = 0;
	struct index *index;
	void *bytes;
	int fd;

	if (files->count == CATALOGUE_FILES) {
		(void)snprintf(problem, 160, "more than %d catalogues", CATALOGUE_FILES);
		return false;
	}
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0) {
		(void)snprintf(problem, 160, "%s", strerror(errno));
		return false;
	}
	bytes = load(fd, &size, problem);
	close(fd);
	if (!bytes)
		return false;
	index = index_open(bytes, size, problem);
	if (!index) {
		release(bytes, size);
		return false;
	}
	/* Look-ups touch a few places each: what lies behind them is not wanted. */
	if (size > CATALOGUE_FILE_READ)
		(void)madvise(bytes, size, MADV_RANDOM);
	files->at[files->count].index = index;
	files->at[files->count].bytes = bytes;
	files->at[files->count++].size = size;
	return true;
}

static int is_index(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return entry->d_name[0] != '.' && len > strlen(SUFFIX) &&
	       strcmp(entry->d_name + len - strlen(SUFFIX), SUFFIX) == 0;
}

/* In the order of the names' bytes, whatever the locale. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void tell_left_out(void *context, const char *path, const struct index *index,
			  const char *problem)
{
	char detail[SAID_DETAIL_BYTES];
	const char *slash = strrchr(path, '/');

	(void)context;
	if (!index)
		log_line("the catalogue %s is left out: %s", slash ? slash + 1 : path,
			 said_detail(problem, detail));
}

static void add_folder(struct catalogue_files *files, const char *folder,
		       catalogue_file_teller *tell, void *context)
{
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_index, by_name);

	for (int i = 0; i < count; i++) {
		char path[4096], problem[160] = "the path is too long";
		int len = snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
		bool added = len < (int)sizeof(path) && catalogue_files_add(files, path, problem);

		tell(context, path, added ? files->at[files->count - 1].index : NULL, problem);
		free(entries[i]);
	}
	free(entries);
}

void catalogue_files_add_installed(struct catalogue_files *files, catalogue_file_teller *tell,
				   void *context)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	char folder[4096];

	if (!tell)
		tell = tell_left_out;
	add_folder(files, INSTALLED, tell, context);
	if (config && config[0] == '/')
		(void)snprintf(folder, sizeof(folder), "%s/honmono/catalogue.d", config);
	else if (home && home[0] == '/')
		(void)snprintf(folder, sizeof(folder), "%s/.config/honmono/catalogue.d", home);
	else
		return;
	add_folder(files, folder, tell, context);
}

size_t catalogue_files_mapped(const struct catalogue_files *files)
{
	size_t bytes = 0;

	for (size_t i = 0; i < files->count; i++)
		bytes += files->at[i].size;
	return bytes;
}

void catalogue_files_close(struct catalogue_files *files)
{
	for (size_t i = 0; i < files->count; i++) {
		index_close(&files->at[i].index);
		release(files->at[i].bytes, files->at[i].size);
	}
	files->count = 0;
}
