/* Landlock by itself, with every ABI that the kernel knows: what each of them takes, and what it does not know yet. */
#include "sandbox_landlock.h"

#include "sandbox_child.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/random.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

/* In a folder with a file `file` and an empty folder `dir`. */

static int read_file(void)
{
	return result(open("file", O_RDONLY));
}

static int write_file(void)
{
	return result(open("file", O_WRONLY));
}

static int shorten_file(void)
{
	return result(truncate("file", 1));
}

static int list_folder(void)
{
	return result(open("dir", O_RDONLY | O_DIRECTORY));
}

/* Opened neither for reading nor for writing (open(2), "the nonstandard access mode 3"), which takes no right. */
static int command_device(void)
{
	int fd = open("/dev/urandom", 3), bits;

	return fd < 0 ? errno : result(ioctl(fd, RNDGETENTCNT, &bits));
}

static int run_program(void)
{
	return result(execl("/bin/true", "true", (char *)NULL));
}

static int remove_file(void)
{
	return result(unlink("file"));
}

static int remove_folder(void)
{
	return result(rmdir("dir"));
}

static int make_file(void)
{
	return result(mknod("new", S_IFREG | 0600, 0));
}

static int make_folder(void)
{
	return result(mkdir("new", 0700));
}

static int make_socket(void)
{
	return result(mknod("new", S_IFSOCK | 0600, 0));
}

static int make_pipe(void)
{
	return result(mkfifo("new", 0600));
}

static int make_character_device(void)
{
	return result(mknod("new", S_IFCHR | 0600, makedev(1, 3)));
}

static int make_block_device(void)
{
	return result(mknod("new", S_IFBLK | 0600, makedev(7, 0)));
}

static int make_symbolic_link(void)
{
	return result(symlink("file", "new"));
}

static int make_link(void)
{
	return result(link("file", "new"));
}

static int rename_file(void)
{
	return result(rename("file", "new"));
}

static int move_file(void)
{
	return result(rename("file", "dir/new"));
}

static int bind_port(void)
{
	struct sockaddr_in at = {.sin_family = AF_INET};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return fd < 0 ? errno : result(bind(fd, (struct sockaddr *)&at, sizeof(at)));
}

static int connect_local(void)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(9)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd < 0)
		return errno;
	return connect(fd, (struct sockaddr *)&to, sizeof(to)) == 0 || errno == ECONNREFUSED
		   ? 0
		   : errno;
}

/* A socket of the process outside, in no file system. */
static struct sockaddr_un abstract = {.sun_family = AF_UNIX};

static int connect_abstract(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	return fd < 0 ? errno : result(connect(fd, (struct sockaddr *)&abstract, sizeof(abstract)));
}

static int signal_other(void)
{
	return result(kill(getppid(), 0));
}

static const struct right {
	const char *name;
	int (*attempt)(void);
	int ends, since; /* refused with this errno from this ABI on */
} RIGHTS[] = {
    {"read a file", read_file, EACCES, 1},
    {"write a file", write_file, EACCES, 1},
    {"shorten a file", shorten_file, EACCES, 3},
    {"list a folder", list_folder, EACCES, 1},
    {"command a device", command_device, EACCES, 5},
    {"execve", run_program, EACCES, 1},
    {"remove a file", remove_file, EACCES, 1},
    {"remove a folder", remove_folder, EACCES, 1},
    {"make a file", make_file, EACCES, 1},
    {"make a folder", make_folder, EACCES, 1},
    {"make a socket", make_socket, EACCES, 1},
    {"make a pipe", make_pipe, EACCES, 1},
    {"make a character device", make_character_device, EACCES, 1},
    {"make a block device", make_block_device, EACCES, 1},
    {"make a symbolic link", make_symbolic_link, EACCES, 1},
    {"make a link", make_link, EACCES, 1},
    {"rename a file", rename_file, EACCES, 1},
    {"move a file", move_file, EACCES, 1},
    {"bind a TCP port", bind_port, EACCES, 4},
    {"connect with TCP", connect_local, EACCES, 4},
    {"connect to an abstract socket", connect_abstract, EPERM, 6},
    {"signal another process", signal_other, EPERM, 6},
};

static char folder[] = "/tmp/honmono-landlock-XXXXXX";
static int abi;

static void clear_folder(void)
{
	(void)unlink("dir/new");
	(void)unlink("new");
	(void)rmdir("new");
	(void)unlink("file");
	(void)rmdir("dir");
}

static int tried(void (*enter)(void), int (*attempt)(void))
{
	int ended;

	clear_folder();
	assert_int_equal(mknod("file", S_IFREG | 0600, 0), 0);
	assert_int_equal(mkdir("dir", 0700), 0);
	ended = child(enter, attempt);
	clear_folder();
	return ended;
}

static void enter_landlock(void)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || sandbox_landlock_enter(abi) != 0)
		_exit(NOT_ENTERED);
}

static bool makes_device(int (*attempt)(void))
{
	return attempt == make_character_device || attempt == make_block_device;
}

static void each_right_is_taken(void **state)
{
	int newest = sandbox_landlock_abi();

	(void)state;
	skip_unless(newest > 0);
	for (size_t i = 0; i < COUNT(RIGHTS); i++) {
		int outside = tried(NULL, RIGHTS[i].attempt);

		if (outside == EPERM && makes_device(RIGHTS[i].attempt))
			continue; /* which takes a privilege */
		if (outside != 0)
			fail_msg("%s: does not work outside either (%d)", RIGHTS[i].name, outside);
		for (abi = 1; abi <= newest; abi++) {
			int wanted = abi >= RIGHTS[i].since ? RIGHTS[i].ends : 0;
			int inside = tried(enter_landlock, RIGHTS[i].attempt);

			if (inside != wanted)
				fail_msg("%s, ABI %d: %d instead of %d", RIGHTS[i].name, abi,
					 inside, wanted);
		}
	}
}

static int use_open_ones(void)
{
	return result(write(KEPT, "", 0));
}

static void what_is_open_stays(void **state)
{
	(void)state;
	abi = sandbox_landlock_abi();
	skip_unless(abi > 0);
	assert_int_equal(child(enter_landlock, use_open_ones), 0);
}

static int enter_without_promise(void)
{
	errno = 0;
	return sandbox_landlock_enter(abi) == -1 ? errno : 0;
}

/* Without no_new_privs the kernel refuses, and that is told. */
static void failure_is_told(void **state)
{
	(void)state;
	abi = sandbox_landlock_abi();
	skip_unless(abi > 0 && prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0);
	assert_int_equal(child(drop_capabilities, enter_without_promise), EPERM);
}

static int set_up(void **state)
{
	static int listener;

	(void)state;
	(void)snprintf(abstract.sun_path + 1, sizeof(abstract.sun_path) - 1, "honmono-%ld",
		       (long)getpid());
	listener = socket(AF_UNIX, SOCK_STREAM, 0);
	if (bind(listener, (struct sockaddr *)&abstract, sizeof(abstract)) != 0 ||
	    listen(listener, 100) != 0)
		return -1;
	return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_right_is_taken),
	    cmocka_unit_test(what_is_open_stays),
	    cmocka_unit_test(failure_is_told),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
