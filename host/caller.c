#include "caller.h"

#include "log.h"
#include "text/span.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define IDS_FILE_BYTES (64 * 1024)

/* Our own extension, as the stores and the development key name it. */
static const struct {
	const char *browser; /* kind of browser that knows it by this id */
	const char *id;
} our_ids[] = {
    {"chromium",
     "oncmlpafmilhpdibkgpjkgpkonlfmbcp"}, /* from the "key" of extension/manifest.json */
    {"gecko", "honmono@honmono.org"},
};

#define OUR_IDS (sizeof(our_ids) / sizeof(our_ids[0]))

static bool is_ours(struct span id)
{
	for (size_t i = 0; i < OUR_IDS; i++)
		if (span_equal(id, span_of(our_ids[i].id)))
			return true;
	return false;
}

bool caller_print_ids(void)
{
	for (size_t i = 0; i < OUR_IDS; i++)
		if (printf("%s %s\n", our_ids[i].browser, our_ids[i].id) < 0)
			return false;
	return true;
}

/* Opens the file if nobody but root and the user can have written it; -1 if not. */
static int open_own(const char *path)
{
	struct stat facts;
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		return -1;
	if (fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode) &&
	    (facts.st_uid == 0 || facts.st_uid == geteuid()) &&
	    !(facts.st_mode & (S_IWGRP | S_IWOTH)))
		return fd;
	log_line("%s is ignored: it must be a file of root or of you that nobody else can write",
		 path);
	close(fd);
	return -1;
}

static bool lists(struct span text, struct span id)
{
	while (text.len > 0) {
		size_t end = span_find(text, '\n');
		struct span line = span_slice(text, 0, end);

		line = span_slice(line, 0, span_find(line, '#'));
		while (line.len > 0 && memchr(" \t\r", line.ptr[line.len - 1], 3))
			line.len--;
		if (span_equal(line, id))
			return true;
		text = end == SPAN_NONE ? (struct span){0} : span_slice(text, end + 1, text.len);
	}
	return false;
}

static bool is_listed(const char *path, struct span id)
{
	static char text[IDS_FILE_BYTES];
	size_t have = 0;
	ssize_t got;
	int fd = path ? open_own(path) : -1;

	if (fd < 0)
		return false;
	while (have < sizeof(text) && (got = read(fd, text + have, sizeof(text) - have)) > 0)
		have += (size_t)got;
	close(fd);
	return lists((struct span){text, have}, id);
}

/* The id in "chrome-extension://ID/": 32 letters a to p; empty when it is none. */
static struct span chromium_id(struct span origin)
{
	const struct span scheme = SPAN("chrome-extension://");
	struct span id = span_slice(origin, scheme.len, origin.len);

	if (id.len != 33 || id.ptr[32] != '/')
		return (struct span){0};
	id.len = 32;
	for (size_t i = 0; i < id.len; i++)
		if (id.ptr[i] < 'a' || id.ptr[i] > 'p')
			return (struct span){0};
	return id;
}

enum caller caller_of(int argc, char *const *argv, const char *ids_file)
{
	struct span first = argc > 1 ? span_of(argv[1]) : (struct span){0};
	struct span id;

	if (span_starts(first, SPAN("chrome-extension://")))
		id = chromium_id(first);
	else if (argc > 2 && span_ends(first, SPAN(".json")))
		id = span_of(argv[2]);
	else
		return CALLER_NONE;
	if (id.len > 0 && (is_ours(id) || is_listed(ids_file, id)))
		return CALLER_ALLOWED;
	return CALLER_REFUSED;
}

bool caller_ids_file(char path[static 4096])
{
	static const char name[] = "extension-ids";
	ssize_t len = readlink("/proc/self/exe", path, 4096 - sizeof(name));
	size_t slash = len > 0 ? span_find_last((struct span){path, (size_t)len}, '/') : SPAN_NONE;

	if (slash == SPAN_NONE)
		return false;
	memcpy(path + slash + 1, name, sizeof(name));
	return true;
}
