/* honmono compile: brand folders and domain lists into one catalogue file. */
#include "catalogue/index.h"
#include "catalogue/source.h"
#include "cmd.h"
#include "domain_list.h"
#include "log.h"
#include "long_option.h"
#include "replace_file.h"
#include "said.h"
#include "said_details.h"
#include "text/hostname.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char *const help[LANGUAGES] = {
    [LANGUAGE_EN] =
	"usage: honmono compile IN... -o FILE\n"
	"Makes a catalogue that `honmono serve --catalogue FILE` and `honmono check "
	"--catalogue FILE`\n"
	"use beside the built-in one; so do all programs when it lies in "
	"/etc/honmono/catalogue.d or\n"
	"~/.config/honmono/catalogue.d as NAME.index. Each IN is\n"
	"\n"
	"  a folder   brands, infrastructure and wordings as JSON files, laid out like "
	"the built-in\n"
	"             ones\n"
	"  a file     domains whose look-alikes are to be reported: one a line, the most "
	"visited first,\n"
	"             comments behind # (- for standard input); a rank in front is passed "
	"over (1,example.com)\n"
	"\n"
	"  -o, --output FILE   where it goes; an earlier one is replaced when the new "
	"one is whole\n"
	"                      (a large one that is in use must not be overwritten: move "
	"a new\n"
	"                      file over it, as this does)\n"
	"      --date DATE     the catalogue's version, YYYY-MM-DD (else the newest of "
	"the folders'\n"
	"                      dates, or today)\n"
	"\n"
	"Lines that are no domain are counted and left out; a broken JSON file, and a "
	"file or folder\n"
	"that holds nothing of use, stop it.\n"
	"Exit status: 0, 1 when the input is broken, 64 wrong use, 70 failure.\n",
    [LANGUAGE_JA] =
	"使い方：honmono compile 入力... -o ファイル\n"
	"内蔵のカタログと併用するカタログを作ります。`honmono serve --catalogue ファイル` や\n"
	"`honmono check --catalogue ファイル` で使うほか、/etc/honmono/catalogue.d か\n"
	"~/.config/honmono/catalogue.d に 名前.index "
	"として置くと、常に使われます。入力は次のいずれかです。\n"
	"\n"
	"  フォルダー  ブランド・メール配信基盤・文言の JSON ファイル（内蔵のものと同じ構成）\n"
	"  ファイル    "
	"似せたドメインを知らせる対象のドメイン。1行に1つ、よく使われるものから順に。\n"
	"              # の後ろは注釈（- "
	"は標準入力）。行頭の順位（1,example.com）は読み飛ばします\n"
	"\n"
	"  -o, --output ファイル  出力先。新しいカタログが完成してから、以前のものを置き換えます\n"
	"                         "
	"（使用中の大きなカタログは、上書きコピーせず、別の名前で置いてから\n"
	"                         mv で置き換えてください）\n"
	"      --date 日付        "
	"カタログの版、YYYY-MM-DD（省略時はフォルダー内の最も新しい日付か今日）\n"
	"\n"
	"ドメインではない行は、数を示して除きます。JSON ファイルに誤りがあるときや、使える内容が\n"
	"1つもないファイルやフォルダーがあるときは中止します。\n"
	"終了コード：0、入力に誤りがあるとき 1、使い方の誤り 64、失敗 70。\n",
};

struct compiling {
	struct source *source;
	bool terminal; /* standard error is one: show progress */
};

static void print_problem(void *context, const struct source_problem *problem)
{
	(void)context;
	char path[SAID_DETAIL_BYTES], detail[SAID_DETAIL_BYTES];

	log_line("%s%s%s%s%s", problem->file, *problem->file ? ": " : "",
		 said_detail(problem->path, path), *problem->path ? ": " : "",
		 said_detail(problem->detail, detail));
}

static void show_progress(const struct domain_list *list)
{
	fputs("\rhonmono: ", stderr);
	fprintf(stderr, said("%zu domains read"), list->taken);
	fputs("\033[K", stderr);
}

static void show_step(const struct compiling *c, const char *step)
{
	if (c->terminal)
		fprintf(stderr, "\rhonmono: %s\033[K\n", said(step));
}

/* ---- what goes in ---- */

static bool add_list(struct compiling *c, const char *path)
{
	bool standard = strcmp(path, "-") == 0;
	FILE *from = standard ? stdin : fopen(path, "rb");
	struct domain_list list = {0};
	bool read = from && domain_list_read(c->source, from, path, &list, print_problem,
					     c->terminal ? show_progress : NULL, NULL);

	if (!read)
		log_line("cannot read %s: %s", path, said(strerror(errno)));
	if (from && !standard)
		fclose(from);
	if (c->terminal && list.taken)
		fputs("\r\033[K", stderr);
	if (list.bad)
		log_line("%s: %zu of %zu lines are no domain and were left out", path, list.bad,
			 list.lines);
	if (!read || list.taken)
		return read;
	log_line("%s: holds no domain", path);
	return false;
}

static bool add(struct compiling *c, const char *path)
{
	struct stat facts;

	if (strcmp(path, "-") != 0 && stat(path, &facts) != 0) {
		log_line("cannot read %s: %s", path, said(strerror(errno)));
		return false;
	}
	if (strcmp(path, "-") != 0 && S_ISDIR(facts.st_mode))
		return source_add_folder(c->source, path, print_problem, NULL);
	return add_list(c, path);
}

/* ---- what comes out ---- */

static bool replace(const char *path, const void *bytes, size_t size)
{
	bool written = replace_file(path, bytes, size);

	if (!written)
		log_line("cannot write %s: %s", path, said(strerror(errno)));
	return written;
}

/* What was made must be what the program accepts. */
static bool opens(const void *bytes, size_t size)
{
	char problem[160], detail[SAID_DETAIL_BYTES];
	struct index *index = index_open(bytes, size, problem);

	if (!index)
		log_line("the catalogue just made does not open: %s", said_detail(problem, detail));
	index_close(&index);
	return index == NULL && problem[0] == '\0';
}

static int finish(struct compiling *c, const char *date, const char *output)
{
	void *bytes = NULL;
	size_t size = 0;
	int status = 1;

	show_step(c, "compiling");
	if (source_compile(c->source, date, &bytes, &size, print_problem, NULL))
		status = opens(bytes, size) && replace(output, bytes, size) ? 0 : EXIT_SOFTWARE;
	free(bytes);
	if (status == 0 && c->terminal)
		log_line("%s, %zu bytes", output, size);
	return status;
}

/* ---- the command line ---- */

struct arguments {
	const char *output, *date;
	char **inputs;
	int count;
	bool help;
};

/* A day of the calendar as YYYY-MM-DD: what the calendar would carry over (02-30) is none. */
static bool is_date(const char *text)
{
	struct tm day = {0}, same;
	char again[16];
	const char *end = strlen(text) == 10 ? strptime(text, "%Y-%m-%d", &day) : NULL;

	if (!end || *end)
		return false;
	same = day;
	same.tm_isdst = 0;
	return timegm(&same) != (time_t)-1 &&
	       strftime(again, sizeof(again), "%Y-%m-%d", &same) == 10 && strcmp(again, text) == 0;
}

static bool read_arguments(int argc, char **argv, struct arguments *arguments)
{
	static const struct option options[] = {{"output", required_argument, NULL, 'o'},
						{"date", required_argument, NULL, 'd'},
						{"help", no_argument, NULL, 'h'},
						{NULL, 0, NULL, 0}};
	int which, number = -1;

	opterr = 0;
	optind = 1;
	for (; (which = getopt_long(argc, argv, ":o:", options, &number)) != -1; number = -1) {
		if (which == '?' || which == ':')
			return option_refused("compile", option_word(argv), which == ':');
		if (number >= 0 && !long_option_in_full(&options[number], argv))
			return false;
		if (which == 'o')
			arguments->output = optarg;
		if (which == 'd')
			arguments->date = optarg;
		arguments->help |= which == 'h';
	}
	arguments->inputs = argv + optind;
	arguments->count = argc - optind;
	if (arguments->help)
		return true;
	if (!arguments->output || arguments->count == 0)
		log_line("compile needs one input or more, and -o FILE (honmono compile --help)");
	else if (arguments->date && !is_date(arguments->date))
		log_line("--date: %s: not a day, YYYY-MM-DD", arguments->date);
	else
		return true;
	return false;
}

static const char *date_of(const struct compiling *c, const struct arguments *arguments,
			   char today[static 16])
{
	const char *newest = source_newest_date(c->source);
	time_t now = time(NULL);
	struct tm day;

	if (arguments->date)
		return arguments->date;
	if (*newest)
		return newest;
	if (!gmtime_r(&now, &day) || strftime(today, 16, "%Y-%m-%d", &day) == 0)
		return "";
	return today;
}

static int run(struct compiling *c, const struct arguments *arguments)
{
	const char *refused =
	    replace_file_refused(arguments->output, arguments->inputs, arguments->count);
	char today[16];
	bool sound = true;

	if (refused) {
		log_line("cannot write %s: %s", arguments->output, said(refused));
		return EXIT_SOFTWARE;
	}
	if (!c->source || !hostname_open()) {
		log_line("out of memory");
		return EXIT_SOFTWARE;
	}
	for (int i = 0; i < arguments->count; i++)
		sound &= add(c, arguments->inputs[i]);
	return sound ? finish(c, date_of(c, arguments, today), arguments->output) : 1;
}

int cmd_compile(int argc, char **argv)
{
	struct arguments arguments = {0};
	struct compiling compiling = {.terminal = isatty(STDERR_FILENO)};
	int status;

	if (!read_arguments(argc, argv, &arguments))
		return EXIT_USAGE;
	if (arguments.help)
		return fputs(help[language_of_environment()], stdout) < 0 ? EXIT_SOFTWARE : 0;
	compiling.source = source_new();
	status = run(&compiling, &arguments);
	source_free(&compiling.source);
	hostname_close();
	return status;
}
