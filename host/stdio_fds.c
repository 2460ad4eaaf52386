#include "stdio_fds.h"

#include <fcntl.h>
#include <unistd.h>

/* Firefox keeps a pipe of its own at 3 and takes a byte there as the end of the program. */
#define FIRST_PRIVATE 10

bool stdio_fds_fill(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd < 0)
		return false;
	close(fd);
	return true;
}

int stdio_fds_private_output(void)
{
	int out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, FIRST_PRIVATE);

	if (out >= 0 && dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
		close(out);
		return -1;
	}
	return out;
}
