/* honmono serve: the native-messaging host, as browsers start it. */
#include "cmd.h"
#include "log.h"
#include "sandbox.h"
#include "serve.h"
#include "session.h"
#include "stdio_fds.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char help[] =
    "usage: honmono serve\n"
    "Answers native-messaging frames from standard input on standard output, as PROTOCOL.md says,\n"
    "until the input ends. Browsers start this by themselves.\n";

static int run(int out)
{
	char problem[160] = "";
	struct session *session = session_open(problem);
	int status;

	if (!session || !sandbox_enter(out, problem)) {
		log_line("cannot start: %s", problem);
		session_close(&session);
		return EXIT_SOFTWARE;
	}
	status = serve(session, STDIN_FILENO, out);
	session_close(&session);
	return status;
}

int cmd_serve(int argc, char **argv)
{
	int out;

	if (argc > 1 && strcmp(argv[1], "--help") == 0)
		return fputs(help, stdout) < 0 ? EXIT_SOFTWARE : 0;
	if (argc > 1) {
		log_line("serve takes no argument (honmono serve --help)");
		return EXIT_USAGE;
	}
	signal(SIGPIPE, SIG_IGN);
	out = stdio_fds_private_output();
	if (out < 0) {
		log_line("cannot keep standard output apart");
		return EXIT_SOFTWARE;
	}
	return run(out);
}
