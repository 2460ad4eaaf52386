#include "replace_file.h"

#include "try_again.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *replace_file_refused(const char *path, char *const *inputs, int count)
{
	struct stat there, input;

	if (stat(path, &there) != 0)
		return NULL;
	if (S_ISDIR(there.st_mode))
		return strerror(EISDIR);
	if (!S_ISREG(there.st_mode))
		return "is no regular file";
	for (int i = 0; i < count; i++)
		if (stat(inputs[i], &input) == 0 && input.st_dev == there.st_dev &&
		    input.st_ino == there.st_ino)
			return "is one of the inputs";
	return NULL;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t done = write(fd, bytes, size);

		if (done < 0 && try_again(fd, POLLOUT))
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		size -= (size_t)done;
	}
	return fsync(fd) == 0;
}

static const int ending[] = {SIGHUP, SIGINT, SIGTERM};
#define ENDING (sizeof(ending) / sizeof(*ending))

static char beside[4096]; /* what a signal is to remove */

/* The signal ends the program as it would have, when this returns (SA_RESETHAND). */
static void remove_beside(int number)
{
	(void)unlink(beside);
	(void)raise(number);
}

/* Signals that are ignored (nohup) stay ignored. */
static void catch_signals(struct sigaction before[static ENDING])
{
	struct sigaction catching = {.sa_handler = remove_beside, .sa_flags = (int)SA_RESETHAND};

	for (size_t i = 0; i < ENDING; i++) {
		if (sigaction(ending[i], NULL, &before[i]) == 0 && before[i].sa_handler != SIG_IGN)
			(void)sigaction(ending[i], &catching, NULL);
	}
}

static void block_signals(int how)
{
	sigset_t set;

	(void)sigemptyset(&set);
	for (size_t i = 0; i < ENDING; i++)
		(void)sigaddset(&set, ending[i]);
	(void)sigprocmask(how, &set, NULL);
}

/* Signals wait until it is known what they are to remove. */
static int open_beside(const char *path, struct sigaction before[static ENDING])
{
	int fd, error;

	if (snprintf(beside, sizeof(beside), "%s.XXXXXX", path) >= (int)sizeof(beside)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	block_signals(SIG_BLOCK);
	fd = mkstemp(beside);
	error = errno;
	if (fd >= 0)
		catch_signals(before);
	block_signals(SIG_UNBLOCK);
	errno = error;
	return fd;
}

bool replace_file(const char *path, const void *bytes, size_t size)
{
	struct sigaction before[ENDING];
	int fd = open_beside(path, before), error;
	bool written;

	if (fd < 0)
		return false;
	written = write_all(fd, bytes, size) && fchmod(fd, 0644) == 0;
	error = errno;
	written = close(fd) == 0 && written;
	error = written ? 0 : error ? error : errno;
	if (written && rename(beside, path) != 0) {
		error = errno;
		written = false;
	}
	if (!written)
		(void)unlink(beside);
	for (size_t i = 0; i < ENDING; i++)
		(void)sigaction(ending[i], &before[i], NULL);
	errno = error;
	return written;
}
