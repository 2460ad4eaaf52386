/* honmono: tells whether a mail is from whom it says and its links go where they say. */
#include "caller.h"
#include "cmd.h"
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
	const char *about;
} verbs[] = {
    {"check", cmd_check, "check a sender, links or a whole mail"},
    {"brands", cmd_brands, "list the brands of the catalogue"},
    {"compile", cmd_compile, "make a catalogue of further brands and domains"},
    {"serve", cmd_serve, "answer a browser (browsers start this themselves)"},
    {"--extension-ids", cmd_ids, "print the ids of the extension that it serves"},
    {"--sandbox", cmd_sandbox, "print what the program shuts itself in with on this system"},
    {"--version", cmd_version, "print the version"},
    {"--help", cmd_help, "print this help"},
};

#define VERBS (sizeof(verbs) / sizeof(verbs[0]))

static void print_usage(FILE *to)
{
	fputs("usage: honmono VERB [OPTION...]\n\n", to);
	for (size_t i = 0; i < VERBS; i++)
		fprintf(to, "  %-16s %s\n", verbs[i].name, verbs[i].about);
	fputs("\n`honmono VERB --help` tells more about a verb.\n", to);
}

static int cmd_help(int argc, char **argv)
{
	(void)argc;
	(void)argv;
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
	for (size_t i = 0; argc > 1 && i < VERBS; i++)
		if (strcmp(argv[1], verbs[i].name) == 0)
			return written(verbs[i].run(argc - 1, argv + 1));

	enum caller caller = caller_of(argc, argv, caller_ids_file(ids_file) ? ids_file : NULL);

	if (caller != CALLER_NONE)
		return serve_browser(caller);
	if (argc > 1)
		log_line("no such verb (honmono --help)");
	else
		print_usage(stderr);
	return EXIT_USAGE;
}
