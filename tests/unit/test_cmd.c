/* The verbs as functions: their exit statuses and where they write. What they do is tested with the whole program
 * (tests/protocol, tests/catalogue, tests/install). */
#include "catalogue_files.h"
#include "cmd.h"

#include "catalogue_fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>

struct outcome {
	int status;
	char out[64 * 1024], err[4096];
};

typedef int verb_function(int argc, char **argv);

/* Runs a verb in a process of its own, as it is: `serve` shuts itself in for good. */
static const struct outcome *run(verb_function *verb, const char *const *words)
{
	static struct outcome outcome;
	FILE *out = tmpfile(), *err = tmpfile();
	char *argv[10];
	int argc = 0, status;
	pid_t child;

	assert_true(out && err);
	for (; words[argc]; argc++)
		argv[argc] = (char *)(uintptr_t)words[argc];
	argv[argc] = NULL;
	(void)fflush(NULL);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		int null = open("/dev/null", O_RDONLY);

		if (dup2(null, 0) < 0 || dup2(fileno(out), 1) < 0 || dup2(fileno(err), 2) < 0)
			_exit(99);
		status = verb(argc, argv);
		(void)fflush(stdout);
		_exit(status);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
	rewind(out);
	outcome.out[fread(outcome.out, 1, sizeof(outcome.out) - 1, out)] = '\0';
	rewind(err);
	outcome.err[fread(outcome.err, 1, sizeof(outcome.err) - 1, err)] = '\0';
	(void)fclose(out);
	(void)fclose(err);
	return &outcome;
}

#define RUN(verb, ...) run(verb, (const char *const[]){__VA_ARGS__, NULL})

static void assert_begins(const char *text, const char *want)
{
	if (strncmp(text, want, strlen(want)) != 0)
		fail_msg("\"%.100s\" does not begin with \"%s\"", text, want);
}

static void test_help(void **state)
{
	static const struct {
		verb_function *verb;
		const char *name;
	} verbs[] = {{cmd_serve, "serve"},
		     {cmd_check, "check"},
		     {cmd_compile, "compile"},
		     {cmd_brands, "brands"},
		     {cmd_doctor, "doctor"}};

	(void)state;
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		char usage[64];
		const struct outcome *got;

		(void)snprintf(usage, sizeof(usage), "usage: honmono %s", verbs[i].name);
		got = RUN(verbs[i].verb, verbs[i].name, "--help");
		assert_int_equal(got->status, 0);
		assert_begins(got->out, usage);
		assert_string_equal(got->err, "");
		(void)snprintf(usage, sizeof(usage), "使い方：honmono %s", verbs[i].name);
		setenv("LC_ALL", "ja_JP.UTF-8", 1);
		got = RUN(verbs[i].verb, verbs[i].name, "--help");
		setenv("LC_ALL", "C", 1);
		assert_begins(got->out, usage);
	}
}

static void test_wrong_use(void **state)
{
	static const struct {
		verb_function *verb;
		const char *words[6], *told;
	} cases[] = {
	    {cmd_check, {"check"}, "honmono: nothing to check"},
	    {cmd_check, {"check", "--none"}, "honmono: --none: not an option"},
	    {cmd_check, {"check", "--ndjson", "--subject=x"}, "honmono: --ndjson: takes"},
	    {cmd_compile, {"compile"}, "honmono: compile needs one input"},
	    {cmd_compile, {"compile", "x"}, "honmono: compile needs one input"},
	    {cmd_compile, {"compile", "-o"}, "honmono: -o: takes a value"},
	    {cmd_compile, {"compile", "-from"}, "honmono: -from: not an option"},
	    {cmd_compile, {"compile", "-o", "/x", "--date=2026-02-30", "y"}, "honmono: --date: "},
	    {cmd_compile, {"compile", "-o", "/x", "--date=26-02-03", "y"}, "honmono: --date: "},
	    {cmd_brands, {"brands", "no such brand"}, "honmono: brands: no brand has"},
	    {cmd_doctor, {"doctor", "x"}, "honmono: doctor takes no argument"},
	    {cmd_serve, {"serve", "x"}, "honmono: serve takes --catalogue FILE only"},
	    {cmd_serve, {"serve", "--catalogue"}, "honmono: serve takes --catalogue FILE only"},
	    {cmd_serve, {"serve", "--catalogue", "/nonexistent"}, "honmono: --catalogue: /nonex"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct outcome *got = run(cases[i].verb, cases[i].words);

		if (got->status != EXIT_USAGE)
			fail_msg("%s: status %d", cases[i].told, got->status);
		assert_begins(got->err, cases[i].told);
		assert_string_equal(got->out, "");
	}
}

/* Both verbs that take catalogues say how many. */
static void test_help_names_the_most_catalogues(void **state)
{
	static const struct {
		verb_function *verb;
		const char *name;
	} verbs[] = {{cmd_serve, "serve"}, {cmd_check, "check"}};
	char english[40], japanese[40];

	(void)state;
	(void)snprintf(english, sizeof(english), "%d at most", CATALOGUE_FILES);
	(void)snprintf(japanese, sizeof(japanese), "合わせて%d件まで", CATALOGUE_FILES);
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		assert_non_null(strstr(RUN(verbs[i].verb, verbs[i].name, "--help")->out, english));
		setenv("LC_ALL", "ja_JP.UTF-8", 1);
		assert_non_null(strstr(RUN(verbs[i].verb, verbs[i].name, "--help")->out, japanese));
		setenv("LC_ALL", "C", 1);
	}
}

/* Nothing, but for the one line on a sandbox that this build or system has not, or not all of. */
static void assert_quiet(const char *err)
{
	const char *end = strchr(err, '\n');

	if (*err && !(end && !end[1] &&
		      (strncmp(err, "honmono: no sandbox: ", 21) == 0 ||
		       strncmp(err, "honmono: part of the sandbox: ", 30) == 0)))
		fail_msg("%s", err);
}

static void test_levels_are_statuses(void **state)
{
	static const struct {
		const char *words[6], *out;
		int status;
	} cases[] = {
	    {{"check", "--subject", "Hello"}, "nothing noticed\n", 0},
	    {{"check", "--from", "a@b.example", "--subject=Hi", "--json"}, "{\n", 0},
	    {{"check", "--link=https://xn--pple-43d.com/"}, "danger\n", 2},
	    {{"check", "--link=https://xn--pple-43d.com/", "--language=ja"}, "危険\n", 2},
	    {{"check", "--ndjson"}, "", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct outcome *got = run(cmd_check, cases[i].words);

		if (got->status != cases[i].status)
			fail_msg("case %zu: status %d: %s", i, got->status, got->err);
		assert_begins(got->out, cases[i].out);
		if (strcmp(cases[i].words[1], "--ndjson") == 0)
			assert_quiet(got->err); /* it shuts itself in */
		else
			assert_string_equal(got->err, "");
	}
}

static void test_brands(void **state)
{
	const struct outcome *got = RUN(cmd_brands, "brands", "METAMASK");
	size_t len = strlen(got->out);

	(void)state;
	assert_int_equal(got->status, 0);
	assert_begins(got->out, "metamask\tMetaMask\t");
	assert_ptr_equal(strchr(got->out, '\n'), got->out + len - 1);
	/* One that is not there does not keep the others from being told. */
	got = RUN(cmd_brands, "brands", "no such brand", "metamask");
	assert_int_equal(got->status, EXIT_USAGE);
	assert_begins(got->out, "metamask\t");
}

/* An end of input before the first frame is a clean end. */
static void test_serve(void **state)
{
	const struct outcome *got = RUN(cmd_serve, "serve");

	(void)state;
	assert_int_equal(got->status, 0);
	assert_string_equal(got->out, "");
}

static void test_compile(void **state)
{
	char folder[] = "/tmp/honmono-cmd-XXXXXX", list[100], output[100], problem[160],
	     command[80];
	struct index *index;
	static char bytes[1 << 16];
	FILE *file;
	size_t size;

	(void)state;
	assert_non_null(mkdtemp(folder));
	fixture_write(folder, "list.txt", "shop.example\nno domain\nother.example\n");
	(void)snprintf(list, sizeof(list), "%s/list.txt", folder);
	(void)snprintf(output, sizeof(output), "%s/x.index", folder);
	assert_int_equal(
	    RUN(cmd_compile, "compile", "-o", output, "--date=2026-11-22", list)->status, 0);
	file = fopen(output, "rb");
	assert_non_null(file);
	size = fread(bytes, 1, sizeof(bytes), file);
	(void)fclose(file);
	index = index_open(bytes, size, problem);
	assert_non_null(index);
	assert_int_equal(index_facts(index).domains, 2);
	index_close(&index);
	/* Where there is nothing to read, nothing is written. */
	(void)snprintf(list, sizeof(list), "%s/none.txt", folder);
	assert_int_equal(unlink(output), 0);
	assert_int_not_equal(RUN(cmd_compile, "compile", "-o", output, list)->status, 0);
	assert_int_equal(access(output, F_OK), -1);
	(void)snprintf(command, sizeof(command), "rm -r %s", folder);
	assert_int_equal(system(command), 0);
}

/* Runs `compile` with a terminal as its standard error; returns what that was shown, NULL where the system has none. */
static const char *compile_on_terminal(const char *list, const char *output)
{
	static char shown[8192];
	char *argv[] = {(char *)(uintptr_t) "compile", (char *)(uintptr_t) "-o",
			(char *)(uintptr_t)output, (char *)(uintptr_t)list, NULL};
	int terminal = posix_openpt(O_RDWR | O_NOCTTY), status;
	size_t used = 0;
	ssize_t len;
	pid_t child;

	if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
		return NULL;
	(void)fflush(NULL);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		int end = open(ptsname(terminal), O_RDWR | O_NOCTTY);

		_exit(dup2(end, STDERR_FILENO) < 0 ? 99 : cmd_compile(4, argv));
	}
	while (used < sizeof(shown) - 1 &&
	       (len = read(terminal, shown + used, sizeof(shown) - 1 - used)) > 0)
		used += (size_t)len;
	shown[used] = '\0';
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	close(terminal);
	return shown;
}

/* On a terminal, and only there, `compile` tells how far it is. */
static void test_progress(void **state)
{
	static const struct {
		const char *locale, *steps[3];
	} cases[] = {
	    {"C", {"\rhonmono: 10000 domains read", "\rhonmono: compiling", " bytes\r\n"}},
	    {"ja_JP.UTF-8",
	     {"\rhonmono: ドメイン 10000件を", "\rhonmono: カタログを作成して", " バイト\r\n"}},
	};
	char folder[] = "/tmp/honmono-cmd-XXXXXX", list[100], output[100], command[80];
	const char *shown;
	FILE *file;

	(void)state;
	assert_non_null(mkdtemp(folder));
	(void)snprintf(list, sizeof(list), "%s/list.txt", folder);
	(void)snprintf(output, sizeof(output), "%s/x.index", folder);
	file = fopen(list, "w");
	assert_non_null(file);
	for (int i = 0; i < 10 * 1000 + 5; i++)
		assert_true(fprintf(file, "shop-%d.example\n", i) > 0);
	assert_int_equal(fclose(file), 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		setenv("LC_ALL", cases[i].locale, 1);
		shown = compile_on_terminal(list, output);
		setenv("LC_ALL", "C", 1);
		for (size_t step = 0; shown && step < 3; step++)
			if (!(shown = strstr(shown, cases[i].steps[step])))
				fail_msg("%s is not shown, or too early", cases[i].steps[step]);
	}
	assert_string_equal(RUN(cmd_compile, "compile", "-o", output, list)->err, "");
	(void)snprintf(command, sizeof(command), "rm -r %s", folder);
	assert_int_equal(system(command), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_help),
	    cmocka_unit_test(test_wrong_use),
	    cmocka_unit_test(test_help_names_the_most_catalogues),
	    cmocka_unit_test(test_levels_are_statuses),
	    cmocka_unit_test(test_brands),
	    cmocka_unit_test(test_serve),
	    cmocka_unit_test(test_compile),
	    cmocka_unit_test(test_progress),
	};

	setenv("LC_ALL", "C", 1);
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	if (getenv("HONMONO_VALGRIND"))
		setenv("HONMONO_SANDBOX", "off", 1); /* valgrind needs what the sandbox forbids */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
