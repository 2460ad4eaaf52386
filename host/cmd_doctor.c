/* honmono doctor: what state the installation is in, for people who wonder and for bug reports. */
#include "caller.h"
#include "catalogue_files.h"
#include "cmd.h"
#include "embedded/embedded.h"
#include "language.h"
#include "log.h"
#include "said.h"
#include "said_details.h"
#include "sandbox.h"
#include "text/hostname.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH_BYTES 4096
#define MANIFEST "org.honmono.host.json"

static const char *const help[LANGUAGES] = {
    [LANGUAGE_EN] =
	"usage: honmono doctor\n"
	"Reports the program's version and location, its catalogue and those beside it, "
	"how the program is\n"
	"isolated on this system, and with which of your browsers it is registered. "
	"Changes nothing.\n"
	"Exit status: 0, 1 when something needs attention.\n",
    [LANGUAGE_JA] = "使い方：honmono doctor\n"
		    "プログラムのバージョンと場所、内蔵および追加のカタログ、このシステムでの隔離の"
		    "状態、\n"
		    "登録されているブラウザーを表示します。何も変更しません。\n"
		    "終了コード：0、直すべきところがあるとき 1。\n",
};

/* One line of manifests/browsers.tsv, which the build makes browsers.inc of. */
static const struct browser {
	const char *name, *profile, *folder, *kind;
} browsers[] = {
#include "browsers.inc"
};

/* How a browser's manifest is. */
enum registration {
	REGISTERED,
	REGISTERED_NOT,
	REGISTERED_BROKEN,  /* no JSON, or without our extension */
	REGISTERED_MISSING, /* names a program that is not there */
	REGISTERED_OTHER,   /* names another program, which is there */
	REGISTRATIONS,
};

static const char *const registration_words[REGISTRATIONS] = {
    "registered",
    "not registered (run manifests/install.sh)",
    "registered, but the manifest is damaged (run manifests/install.sh)",
    "registered, but the program is not there (run manifests/install.sh)",
    "registered with another copy of the program",
};

/* A path of browsers.tsv with its placeholder put in, and `file` behind it; false when it is too long or the
 * environment names no home. */
static bool expand(const char *path, const char *file, char out[static PATH_BYTES])
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	const char *rest = strchr(path, '/');
	bool own = strncmp(path, "config/", 7) == 0;
	bool xdg = own && config && *config;
	int len;

	if (!rest || (!xdg && !home))
		return false;
	len = snprintf(out, PATH_BYTES, "%s%s%s%s", xdg ? config : home,
		       own && !xdg ? "/.config" : "", rest, file);
	return len > 0 && len < PATH_BYTES;
}

/* One of the callers that the manifest allows is our extension. */
static bool allows_us(const json_t *manifest, bool gecko)
{
	const json_t *allowed =
	    json_object_get(manifest, gecko ? "allowed_extensions" : "allowed_origins");

	for (size_t i = 0; i < json_array_size(allowed); i++) {
		const char *id = json_string_value(json_array_get(allowed, i));
		char *arguments[] = {(char *)(uintptr_t) "honmono",
				     (char *)(uintptr_t)(gecko ? "/" MANIFEST : id),
				     (char *)(uintptr_t)id, NULL};

		if (id && caller_of(gecko ? 3 : 2, arguments, NULL) == CALLER_ALLOWED)
			return true;
	}
	return false;
}

static enum registration registration_of(const struct browser *browser, const char *file,
					 const char *program)
{
	json_t *manifest = json_load_file(file, 0, NULL);
	const char *path = json_string_value(json_object_get(manifest, "path"));
	char *named = path ? realpath(path, NULL) : NULL;
	enum registration found = REGISTERED;

	if (!path || !allows_us(manifest, strcmp(browser->kind, "firefox") == 0))
		found = REGISTERED_BROKEN;
	else if (!named || access(named, X_OK) != 0)
		found = REGISTERED_MISSING;
	else if (strcmp(named, program) != 0)
		found = REGISTERED_OTHER;
	free(named);
	json_decref(manifest);
	return found;
}

/* Tells of each browser of this user's; false when one that is here cannot start the program. *any: there is one. */
static bool tell_browsers(const char *program, bool *any)
{
	bool well = true;

	for (size_t i = 0; i < sizeof(browsers) / sizeof(browsers[0]); i++) {
		const struct browser *browser = &browsers[i];
		char file[PATH_BYTES], profile[PATH_BYTES];
		enum registration found = REGISTERED_NOT;

		if (!expand(browser->profile, "", profile) ||
		    !expand(browser->folder, "/" MANIFEST, file))
			continue;
		if (access(file, F_OK) == 0)
			found = registration_of(browser, file, program);
		else if (access(profile, F_OK) != 0)
			continue;
		*any = true;
		well &= found == REGISTERED || found == REGISTERED_OTHER;
		printf(said(found == REGISTERED_NOT ? "%s: %s\n" : "%s: %s, %s\n"), browser->name,
		       said(registration_words[found]), file);
	}
	return well;
}

static bool tell_program(char program[static PATH_BYTES])
{
	char problem[160] = "", detail[SAID_DETAIL_BYTES];
	struct index *index = embedded_open(problem);
	struct index_facts facts;
	ssize_t len = readlink("/proc/self/exe", program, PATH_BYTES - 1);

	if (!index) {
		log_line("%s", said_detail(problem, detail));
		return false;
	}
	program[len > 0 ? len : 0] = '\0';
	facts = index_facts(index);
	printf(said("Program: honmono %s, %s\n"), HONMONO_VERSION, program);
	printf(said("Catalogue: %.*s, %zu brands, %zu domains, public suffixes of %s\n"),
	       (int)facts.version.len, facts.version.ptr, (size_t)facts.brands,
	       (size_t)facts.domains, hostname_psl_date());
	index_close(&index);
	return true;
}

/* One catalogue beside the built-in one; *well becomes false where it cannot be used. */
static void tell_catalogue(void *well, const char *path, const struct index *index,
			   const char *problem)
{
	char detail[SAID_DETAIL_BYTES];
	struct index_facts facts;

	if (!index) {
		*(bool *)well = false;
		printf(said("Further catalogue: %s, left out: %s\n"), path,
		       said_detail(problem, detail));
		return;
	}
	facts = index_facts(index);
	printf(said("Further catalogue: %s, %.*s, %zu brands, %zu domains\n"), path,
	       (int)facts.version.len, facts.version.ptr, facts.brands, facts.domains);
}

static bool tell_catalogues(void)
{
	struct catalogue_files files = {0};
	bool well = true;

	catalogue_files_add_installed(&files, tell_catalogue, &well);
	catalogue_files_close(&files);
	return well;
}

/* Enters the sandbox to find out; nothing can be opened afterwards. */
static bool tell_sandbox(void)
{
	char problem[160] = "", detail[SAID_DETAIL_BYTES];
	bool entered;

	(void)fflush(stdout);
	entered = sandbox_enter(STDOUT_FILENO, 0, problem);
	printf(said("Isolation: %s\n"), said_detail(entered ? sandbox_state() : problem, detail));
	return entered && strncmp(sandbox_state(), "sandbox:", 8) == 0;
}

int cmd_doctor(int argc, char **argv)
{
	bool any = false, well;
	char program[PATH_BYTES];

	if (argc > 1 && strcmp(argv[1], "--help") == 0)
		return fputs(help[language_of_environment()], stdout) < 0 ? EXIT_SOFTWARE : 0;
	if (argc > 1) {
		log_line("doctor takes no argument (honmono doctor --help)");
		return EXIT_USAGE;
	}
	if (!tell_program(program))
		return EXIT_SOFTWARE;
	well = tell_catalogues();
	well &= tell_browsers(program, &any);
	if (!any)
		puts(said("Browsers: none was found"));
	return tell_sandbox() && well && any ? 0 : EXIT_AMISS;
}
