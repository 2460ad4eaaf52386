/* Who may start the program, by the command lines that browsers really use. */
#include "caller.h"

#include "capture.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#define OURS "chrome-extension://oncmlpafmilhpdibkgpjkgpkonlfmbcp/"
#define OTHER_ID "abcdefghijklmnopabcdefghijklmnop"
#define OTHER "chrome-extension://" OTHER_ID "/"
#define MANIFEST "/usr/lib/mozilla/native-messaging-hosts/org.honmono.host.json"

static enum caller ask(const char *ids_file, const char *first, const char *second)
{
	char *argv[] = {"honmono", (char *)(uintptr_t)first, (char *)(uintptr_t)second, NULL};

	return caller_of(1 + (first != NULL) + (second != NULL), argv, ids_file);
}

static void test_chromium(void **state)
{
	(void)state;
	assert_int_equal(ask(NULL, OURS, NULL), CALLER_ALLOWED);
	assert_int_equal(ask(NULL, OURS, "--parent-window=0"), CALLER_ALLOWED);
	assert_int_equal(ask(NULL, OTHER, NULL), CALLER_REFUSED);
	assert_int_equal(ask(NULL, "chrome-extension://oncmlpafmilhpdibkgpjkgpkonlfmbcp", NULL),
			 CALLER_REFUSED);
	assert_int_equal(ask(NULL, OURS "x", NULL), CALLER_REFUSED);
	assert_int_equal(ask(NULL, "chrome-extension://ONCMLPAFMILHPDIBKGPJKGPKONLFMBCP/", NULL),
			 CALLER_REFUSED);
	assert_int_equal(ask(NULL, "chrome-extension://honmono@honmono.org/", NULL),
			 CALLER_REFUSED);
	assert_int_equal(ask(NULL, "chrome-extension:///", NULL), CALLER_REFUSED);
	assert_int_equal(ask(NULL, "extension://oncmlpafmilhpdibkgpjkgpkonlfmbcp/", NULL),
			 CALLER_NONE);
}

static void test_firefox(void **state)
{
	(void)state;
	assert_int_equal(ask(NULL, MANIFEST, "honmono@honmono.org"), CALLER_ALLOWED);
	assert_int_equal(ask(NULL, MANIFEST, "other@honmono.org"), CALLER_REFUSED);
	assert_int_equal(ask(NULL, MANIFEST, ""), CALLER_REFUSED);
	assert_int_equal(ask(NULL, MANIFEST, NULL), CALLER_NONE);
}

static void test_no_browser(void **state)
{
	(void)state;
	assert_int_equal(ask(NULL, NULL, NULL), CALLER_NONE);
	assert_int_equal(ask(NULL, "", NULL), CALLER_NONE);
	assert_int_equal(ask(NULL, "serve", NULL), CALLER_NONE);
}

static char ids_file[] = "/tmp/honmono-ids-XXXXXX";

static void write_ids(const char *text, mode_t mode)
{
	FILE *file = fopen(ids_file, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(ids_file, mode), 0);
}

static void test_further_ids(void **state)
{
	(void)state;
	write_ids("# a developer's build\r\n" OTHER_ID "  # mine\nmine@example.org", 0644);
	assert_int_equal(ask(ids_file, OTHER, NULL), CALLER_ALLOWED);
	assert_int_equal(ask(ids_file, MANIFEST, "mine@example.org"), CALLER_ALLOWED);
	assert_int_equal(ask(ids_file, MANIFEST, "mine@example.or"), CALLER_REFUSED);
	assert_int_equal(ask(ids_file, MANIFEST, "# a developer's build"), CALLER_REFUSED);
	assert_int_equal(ask(ids_file, MANIFEST, ""), CALLER_REFUSED);
	assert_int_equal(ask(ids_file, OURS, NULL), CALLER_ALLOWED);
}

static void test_ids_that_others_can_write_do_not_count(void **state)
{
	(void)state;
	write_ids(OTHER_ID "\n", 0664);
	assert_int_equal(ask(ids_file, OTHER, NULL), CALLER_REFUSED);
	write_ids(OTHER_ID "\n", 0646);
	assert_int_equal(ask(ids_file, OTHER, NULL), CALLER_REFUSED);
	assert_int_equal(chmod(ids_file, 0600), 0);
	assert_int_equal(ask(ids_file, OTHER, NULL), CALLER_ALLOWED);
	if (geteuid() == 0) {
		assert_int_equal(chown(ids_file, 12345, 0), 0);
		assert_int_equal(ask(ids_file, OTHER, NULL), CALLER_REFUSED);
		assert_int_equal(chown(ids_file, 0, 0), 0);
	}
}

static void test_a_link_or_a_folder_is_no_ids_file(void **state)
{
	char link[] = "/tmp/honmono-link-XXXXXX";
	int fd = mkstemp(link);

	(void)state;
	write_ids(OTHER_ID "\n", 0644);
	close(fd);
	assert_int_equal(unlink(link), 0);
	assert_int_equal(symlink(ids_file, link), 0);
	assert_int_equal(ask(link, OTHER, NULL), CALLER_REFUSED);
	assert_int_equal(unlink(link), 0);
	assert_int_equal(ask("/tmp", OTHER, NULL), CALLER_REFUSED);
	assert_int_equal(ask("/nonexistent/extension-ids", OTHER, NULL), CALLER_REFUSED);
}

static void test_the_file_lies_beside_the_program(void **state)
{
	char path[4096], own[4096];
	ssize_t len = readlink("/proc/self/exe", own, sizeof(own) - 1);

	(void)state;
	assert_true(len > 0);
	own[len] = '\0';
	assert_true(caller_ids_file(path));
	assert_string_equal(strrchr(path, '/'), "/extension-ids");
	assert_int_equal(strncmp(path, own, (size_t)(strrchr(own, '/') - own) + 1), 0);
}

/* What is printed for manifests is what is served. */
static void test_printed_ids_are_allowed(void **state)
{
	char *text, kind[16], id[64], url[100];
	size_t count = 0;
	int taken;
	bool printed;

	(void)state;
	capture_begin(STDOUT_FILENO);
	printed = caller_print_ids();
	text = strdup(capture_end(STDOUT_FILENO));
	assert_true(printed && text);
	for (const char *at = text; sscanf(at, "%15s %63s\n%n", kind, id, &taken) == 2;
	     at += taken) {
		(void)snprintf(url, sizeof(url), "chrome-extension://%s/", id);
		count++;
		if (strcmp(kind, "chromium") == 0)
			assert_int_equal(ask(NULL, url, NULL), CALLER_ALLOWED);
		else if (strcmp(kind, "gecko") == 0)
			assert_int_equal(ask(NULL, MANIFEST, id), CALLER_ALLOWED);
		else
			fail_msg("%s", kind);
	}
	assert_true(count >= 2);
	assert_non_null(strstr(text, "chromium oncmlpafmilhpdibkgpjkgpkonlfmbcp\n"));
	assert_non_null(strstr(text, "gecko honmono@honmono.org\n"));
	free(text);
}

static int set_up(void **state)
{
	int fd = mkstemp(ids_file);

	(void)state;
	return fd < 0 ? -1 : close(fd);
}

static int tear_down(void **state)
{
	(void)state;
	return unlink(ids_file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_chromium),
	    cmocka_unit_test(test_firefox),
	    cmocka_unit_test(test_no_browser),
	    cmocka_unit_test(test_further_ids),
	    cmocka_unit_test(test_ids_that_others_can_write_do_not_count),
	    cmocka_unit_test(test_a_link_or_a_folder_is_no_ids_file),
	    cmocka_unit_test(test_the_file_lies_beside_the_program),
	    cmocka_unit_test(test_printed_ids_are_allowed),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
