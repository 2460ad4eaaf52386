/* honmono serve: the native-messaging host, as browsers start it. */
#include "catalogue_files.h"
#include "cmd.h"
#include "log.h"
#include "said.h"
#include "said_details.h"
#include "sandbox.h"
#include "serve.h"
#include "session.h"
#include "stdio_fds.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const help[LANGUAGES] = {
    [LANGUAGE_EN] =
	"usage: honmono serve [--catalogue FILE]...\n"
	"Answers native-messaging frames from standard input on standard output, as PROTOCOL.md\n"
	"says, until the input ends. Browsers start this by themselves.\n"
	"\n"
	"  --catalogue FILE   use this file of `honmono compile` beside the built-in catalogue "
	"and\n"
	"                     those in /etc/honmono/catalogue.d and ~/.config/honmono/catalogue.d\n"
	"                     (may be repeated; 6 at most, with those)\n",
    [LANGUAGE_JA] =
	"使い方：honmono serve [--catalogue ファイル]...\n"
	"標準入力からブラウザーのメッセージを読み取り、PROTOCOL.md のとおりに標準出力へ答えます。\n"
	"ブラウザーが自動で起動します。\n"
	"\n"
	"  --catalogue ファイル  `honmono compile` で作ったファイルを、内蔵のカタログおよび\n"
	"                        /etc/honmono/catalogue.d、~/.config/honmono/catalogue.d の\n"
	"                        カタログと併用（複数可、合わせて6件まで）\n",
};

static int run(int out, struct catalogue_files *files)
{
	char problem[160] = "", detail[SAID_DETAIL_BYTES];
	struct session *session = session_open(files, problem);
	int status;

	if (!session || !sandbox_enter(out, catalogue_files_mapped(files), problem)) {
		log_line("cannot start: %s", said_detail(problem, detail));
		session_close(&session);
		return EXIT_SOFTWARE;
	}
	status = serve(session, STDIN_FILENO, out);
	session_close(&session);
	return status;
}

/* A file that is asked for by name must be there and sound. */
static bool read_arguments(int argc, char **argv, struct catalogue_files *files)
{
	for (int i = 1; i < argc; i += 2) {
		char problem[160], detail[SAID_DETAIL_BYTES];

		if (strcmp(argv[i], "--catalogue") != 0 || i + 1 == argc) {
			log_line("serve takes --catalogue FILE only (honmono serve --help)");
			return false;
		}
		if (!catalogue_files_add(files, argv[i + 1], problem)) {
			log_line("--catalogue: %s: %s", argv[i + 1], said_detail(problem, detail));
			return false;
		}
	}
	return true;
}

int cmd_serve(int argc, char **argv)
{
	struct catalogue_files files = {0};
	int out, status = EXIT_USAGE;

	if (argc > 1 && strcmp(argv[1], "--help") == 0)
		return fputs(help[language_of_environment()], stdout) < 0 ? EXIT_SOFTWARE : 0;
	signal(SIGPIPE, SIG_IGN);
	out = stdio_fds_private_output();
	if (out < 0) {
		log_line("cannot keep standard output apart");
		return EXIT_SOFTWARE;
	}
	if (read_arguments(argc, argv, &files)) {
		catalogue_files_add_installed(&files, NULL, NULL);
		status = run(out, &files);
	}
	catalogue_files_close(&files);
	return status;
}
