/* honmono: tells whether a mail is from whom it says and its links go where they say. */
#include "caller.h"
#include "cmd.h"
#include "language.h"
#include "log.h"
#include "sandbox.h"
#include "stdio_fds.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int cmd_version(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return puts("honmono " HONMONO_VERSION) < 0 ? EXIT_SOFTWARE : 0;
}

static int cmd_ids(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return caller_print_ids() ? 0 : EXIT_SOFTWARE;
}

/* Enters it to find out. */
static int cmd_sandbox(int argc, char **argv)
{
	char problem[160] = "";

	(void)argc;
	(void)argv;
	if (!sandbox_enter(STDOUT_FILENO, 0, problem)) {
		log_line("%s", problem);
		return EXIT_SOFTWARE;
	}
	return puts(sandbox_state()) < 0 ? EXIT_SOFTWARE : 0;
}

static int cmd_help(int argc, char **argv);

static const struct verb {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *about[LANGUAGES]; /* NULL: another name of a verb that is listed */
} verbs[] = {
    {"check",
     cmd_check,
     {"check a sender, links or a whole mail", "送信元、リンク、メール全体を判定します"}},
    {"brands", cmd_brands, {"list the brands of the catalogue", "カタログのブランドを一覧します"}},
    {"compile",
     cmd_compile,
     {"make a catalogue of further brands and domains",
      "ブランドやドメインを加えるカタログを作ります"}},
    {"doctor",
     cmd_doctor,
     {"tell what state the installation is in", "インストールの状態を表示します"}},
    {"serve",
     cmd_serve,
     {"answer a browser (browsers start this themselves)",
      "ブラウザーに答えます（ブラウザーが自動で起動します）"}},
    {"help",
     cmd_help,
     {"print this help, or that of a verb", "この説明か、コマンドの説明を表示します"}},
    {"--extension-ids",
     cmd_ids,
     {"print the ids of the extension that it serves", "対応する拡張機能の ID を表示します"}},
    {"--sandbox",
     cmd_sandbox,
     {"print what the program shuts itself in with on this system",
      "このシステムでプログラムが自らを隔離する方法を表示します"}},
    {"--version", cmd_version, {"print the version", "バージョンを表示します"}},
    {"--help", cmd_help, {NULL}},
    {"-h", cmd_help, {NULL}},
};

#define VERBS (sizeof(verbs) / sizeof(verbs[0]))

static const struct verb *find_verb(const char *name)
{
	for (size_t i = 0; i < VERBS; i++)
		if (strcmp(name, verbs[i].name) == 0)
			return &verbs[i];
	return NULL;
}

static void print_usage(FILE *to)
{
	enum language language = language_of_environment();
	bool japanese = language == LANGUAGE_JA;

	fputs(japanese ? "使い方：honmono コマンド [オプション...]\n\n"
		       : "usage: honmono VERB [OPTION...]\n\n",
	      to);
	for (size_t i = 0; i < VERBS; i++)
		if (verbs[i].about[language])
			fprintf(to, "  %-16s %s\n", verbs[i].name, verbs[i].about[language]);
	fputs(japanese ? "\nコマンドの詳しい説明は `honmono コマンド --help` で表示します。\n"
		       : "\n`honmono VERB --help` tells more about a verb.\n",
	      to);
}

static int no_such_verb(const char *name)
{
	log_line("%s: no such verb (honmono --help)", name);
	return EXIT_USAGE;
}

static int cmd_help(int argc, char **argv)
{
	const struct verb *verb = argc > 1 ? find_verb(argv[1]) : NULL;
	char *arguments[] = {argc > 1 ? argv[1] : NULL, "--help", NULL};

	if (argc > 1 && !verb)
		return no_such_verb(argv[1]);
	if (verb && verb->run != cmd_help && verb->name[0] != '-')
		return verb->run(2, arguments);
	print_usage(stdout);
	return 0;
}

/* Started by a browser: the extension named must be ours; its other arguments do not concern us. */
static int serve_browser(enum caller caller)
{
	char *arguments[] = {"serve", NULL};

	if (caller == CALLER_ALLOWED)
		return cmd_serve(1, arguments);
	log_line("the extension that started this program is not one it serves");
	return EXIT_REFUSED;
}

/* The status of a verb whose output has come to where it should: a full disk shows when the last of
 * it is written. */
static int written(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (status != EXIT_SOFTWARE)
		log_line("cannot write standard output");
	return EXIT_SOFTWARE;
}

int main(int argc, char **argv)
{
	char ids_file[4096];

	if (!stdio_fds_fill())
		return EXIT_SOFTWARE;
	const struct verb *verb = argc > 1 ? find_verb(argv[1]) : NULL;

	if (verb && argc == 3 && strcmp(argv[2], "-h") == 0)
		return written(cmd_help(2, argv));
	if (verb)
		return written(verb->run(argc - 1, argv + 1));
	enum caller caller = caller_of(argc, argv, caller_ids_file(ids_file) ? ids_file : NULL);

	if (caller != CALLER_NONE)
		return serve_browser(caller);
	if (argc > 1)
		return no_such_verb(argv[1]);
	print_usage(stderr);
	return EXIT_USAGE;
}
