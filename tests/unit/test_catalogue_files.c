/* Compiled catalogues in files: which are taken, which are not and why, and in which order a folder's are. */
#include "catalogue_files.h"

#include "capture.h"
#include "catalogue_fixture.h"

#include <errno.h>
#include <fcntl.h>

/* Two catalogues of one brand each, and the folder that the files lie in. */
static struct compiled one, two;
static char folder[] = "/tmp/honmono-files-XXXXXX";

static const struct fixture_file brand_one[] = {
    {"brands/one.json",
     BRAND("one", "The First", "one.example",
	   "\"aliases\": [\"The First\"], \"web_domains\": [\"one.example\"], ")},
    {NULL, NULL},
};
static const struct fixture_file brand_two[] = {
    {"brands/two.json",
     BRAND("two", "The Second", "two.example",
	   "\"aliases\": [\"The Second\"], \"web_domains\": [\"two.example\"], ")},
    {NULL, NULL},
};

/* The path of a new file in the folder; static storage. */
static const char *put_file(const char *name, const void *bytes, size_t size, mode_t mode)
{
	static char path[200];
	FILE *file;

	(void)snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(path, mode), 0);
	return path;
}

static size_t brands_at(const struct catalogue_files *files, size_t at)
{
	return index_facts(files->at[at].index).brands;
}

static void test_files_are_taken(void **state)
{
	struct catalogue_files files = {0};
	char problem[160];

	(void)state;
	assert_int_equal(catalogue_files_mapped(&files), 0);
	assert_true(
	    catalogue_files_add(&files, put_file("one", one.bytes, one.size, 0644), problem));
	assert_true(
	    catalogue_files_add(&files, put_file("two", two.bytes, two.size, 0400), problem));
	assert_int_equal(files.count, 2);
	assert_int_equal(brands_at(&files, 0), 1);
	assert_int_equal(brands_at(&files, 1), 1);
	assert_int_equal(catalogue_files_mapped(&files), one.size + two.size);
	catalogue_files_close(&files);
	assert_int_equal(files.count, 0);
	assert_int_equal(catalogue_files_mapped(&files), 0);
	catalogue_files_close(&files); /* nothing */
}

static void assert_left_out(const char *path, const char *why)
{
	struct catalogue_files files = {0};
	char problem[160] = "";

	if (catalogue_files_add(&files, path, problem))
		fail_msg("taken: %s", path);
	if (why)
		assert_string_equal(problem, why);
	assert_true(problem[0] != '\0' && files.count == 0);
	assert_int_equal(catalogue_files_mapped(&files), 0);
}

#define BY_OTHERS "may be written to by others"

static void test_files_that_are_not_trusted(void **state)
{
	const char *path;

	(void)state;
	assert_left_out(put_file("group", one.bytes, one.size, 0660), BY_OTHERS);
	assert_left_out(put_file("world", one.bytes, one.size, 0606), BY_OTHERS);
	path = put_file("foreign", one.bytes, one.size, 0600);
	if (geteuid() == 0) {
		assert_int_equal(chown(path, 12345, 12345), 0);
		assert_left_out(path, "belongs neither to root nor to this user");
	}
	assert_left_out(put_file("empty", "", 0, 0600),
			"is empty, or larger than a catalogue can be");
	/* A hole: it takes no space on the disk. */
	path = put_file("huge", "", 0, 0600);
	assert_int_equal(truncate(path, (off_t)UINT32_MAX + 1), 0);
	assert_left_out(path, "is empty, or larger than a catalogue can be");
	assert_left_out(folder, "is no regular file");
	assert_left_out("/dev/null", "is no regular file");
	assert_left_out("/nonexistent/a.index", strerror(ENOENT));
}

/* Nobody writes to the pipe: opening it must not wait. */
static void test_a_pipe_is_not_waited_for(void **state)
{
	char path[200];

	(void)state;
	(void)snprintf(path, sizeof(path), "%s/pipe", folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_left_out(path, "is no regular file");
}

static void test_damaged_files(void **state)
{
	char *bytes = malloc(one.size);

	(void)state;
	assert_non_null(bytes);
	assert_left_out(put_file("short", one.bytes, one.size - 1, 0600), NULL);
	assert_left_out(put_file("byte", one.bytes, 1, 0600), NULL);
	memcpy(bytes, one.bytes, one.size);
	bytes[0] ^= 1;
	assert_left_out(put_file("damaged", bytes, one.size, 0600), NULL);
	free(bytes);
}

static void test_as_many_as_there_is_room_for(void **state)
{
	struct catalogue_files files = {0};
	const char *path = put_file("one", one.bytes, one.size, 0644);
	char problem[160];

	(void)state;
	for (size_t i = 0; i < CATALOGUE_FILES; i++)
		assert_true(catalogue_files_add(&files, path, problem));
	assert_false(catalogue_files_add(&files, path, problem));
	assert_string_equal(problem, "more than 6 catalogues");
	assert_int_equal(files.count, CATALOGUE_FILES);
	assert_int_equal(catalogue_files_mapped(&files), CATALOGUE_FILES * one.size);
	catalogue_files_close(&files);
}

/* cp over a file that is in use cuts it short first: what was read stays. */
static void test_a_file_that_is_overwritten(void **state)
{
	struct catalogue_files files = {0};
	const char *path = put_file("one", one.bytes, one.size, 0644);
	struct catalogue catalogue = {.count = 1};
	struct domain_hit hits[DOMAIN_HITS];
	char problem[160];

	(void)state;
	assert_true(catalogue_files_add(&files, path, problem));
	put_file("one", "", 0, 0644);
	catalogue.indexes[0] = files.at[0].index;
	assert_int_equal(catalogue_domain(&catalogue, SPAN("one.example"), hits), 1);
	put_file("one", two.bytes, two.size, 0644);
	assert_int_equal(catalogue_domain(&catalogue, SPAN("one.example"), hits), 1);
	assert_int_equal(catalogue_domain(&catalogue, SPAN("two.example"), hits), 0);
	catalogue_files_close(&files);
}

/* A list too large to be read is mapped: the same answers, and it may be replaced by rename. */
static void test_a_large_file(void **state)
{
	struct catalogue_files files = {0};
	struct source *source = source_new();
	struct compiled large;
	struct catalogue catalogue = {.count = 1};
	struct domain_hit hits[DOMAIN_HITS];
	char problem[160], path[200];

	(void)state;
	assert_non_null(source);
	assert_true(hostname_open());
	for (int i = 0; i < 40000; i++) {
		char name[32];

		(void)snprintf(name, sizeof(name), "domain-%d.example", i);
		assert_true(source_add_domain(source, span_of(name), DOMAIN_PROTECTED));
	}
	large = fixture_compile(source);
	assert_true(large.size > CATALOGUE_FILE_READ);
	(void)snprintf(path, sizeof(path), "%s", put_file("large", large.bytes, large.size, 0644));
	assert_true(catalogue_files_add(&files, path, problem));
	assert_int_equal(catalogue_files_mapped(&files), large.size);
	assert_int_equal(rename(put_file("new", one.bytes, one.size, 0644), path), 0);
	catalogue.indexes[0] = files.at[0].index;
	assert_int_equal(catalogue_domain(&catalogue, SPAN("domain-39999.example"), hits), 1);
	catalogue_files_close(&files);
	fixture_free(&large);
	source_free(&source);
}

static int descriptors(void)
{
	int next = dup(STDIN_FILENO);

	assert_true(next >= 0);
	close(next);
	return next;
}

static void test_no_descriptor_stays_open(void **state)
{
	struct catalogue_files files = {0};
	int before = descriptors();
	char problem[160];

	(void)state;
	assert_true(
	    catalogue_files_add(&files, put_file("one", one.bytes, one.size, 0644), problem));
	assert_false(catalogue_files_add(&files, put_file("group", one.bytes, 9, 0660), problem));
	assert_false(catalogue_files_add(&files, put_file("short", one.bytes, 9, 0600), problem));
	assert_int_equal(descriptors(), before);
	catalogue_files_close(&files);
}

/* ---- the user's folder ---- */

static void make_folder(const char *name)
{
	char path[200];

	(void)snprintf(path, sizeof(path), "%s/%s", folder, name);
	assert_int_equal(mkdir(path, 0700), 0);
}

static void use_folders(const char *config, const char *home)
{
	if (config)
		setenv("XDG_CONFIG_HOME", config, 1);
	else
		unsetenv("XDG_CONFIG_HOME");
	setenv("HOME", home, 1);
}

/* What is installed on this machine for everybody, if anything, comes first. */
static size_t everybodys(void)
{
	struct catalogue_files files = {0};
	size_t count;

	use_folders("/nonexistent", "/nonexistent");
	capture_begin(STDERR_FILENO);
	catalogue_files_add_installed(&files, NULL, NULL);
	(void)capture_end(STDERR_FILENO);
	count = files.count;
	catalogue_files_close(&files);
	return count;
}

/* The ids of the brands in the files behind the first `from`, a letter each. */
static const char *ids(const struct catalogue_files *files, size_t from)
{
	static char text[CATALOGUE_FILES + 1];

	for (size_t i = from; i < files->count; i++) {
		const struct catalogue catalogue = {.indexes = {files->at[i].index}, .count = 1};

		text[i - from] =
		    catalogue_brand(&catalogue, catalogue_brand_at(&catalogue, 0)).id.ptr[0];
		text[i - from + 1] = '\0';
	}
	return files->count > from ? text : "";
}

static void assert_installed(const char *config, const char *home, const char *want,
			     const char *told)
{
	struct catalogue_files files = {0};
	size_t before = everybodys();
	const char *said;

	use_folders(config, home);
	capture_begin(STDERR_FILENO);
	catalogue_files_add_installed(&files, NULL, NULL);
	said = capture_end(STDERR_FILENO);
	assert_string_equal(ids(&files, before), want);
	if (!strstr(said, told))
		fail_msg("\"%s\" instead of \"%s\"", said, told);
	catalogue_files_close(&files);
}

static char config[100]; /* folder/.config */

#define INSTALLED ".config/honmono/catalogue.d/"

static void test_installed(void **state)
{
	(void)state;
	assert_installed(config, "", "", "");
	make_folder(".config");
	make_folder(".config/honmono");
	make_folder(INSTALLED);
	assert_installed(config, "", "", "");
	/* In the order of the bytes, without what is hidden or of another kind. */
	put_file(INSTALLED "b.index", one.bytes, one.size, 0600);
	put_file(INSTALLED "B.index", two.bytes, two.size, 0600);
	put_file(INSTALLED "c.index", one.bytes, one.size, 0600);
	put_file(INSTALLED ".index", two.bytes, two.size, 0600);
	put_file(INSTALLED ".a.index", two.bytes, two.size, 0600);
	put_file(INSTALLED "a.index.part", two.bytes, two.size, 0600);
	put_file(INSTALLED "index", two.bytes, two.size, 0600);
	assert_installed(config, "", "too", "");
	/* One that is damaged does not take the others away. */
	put_file(INSTALLED "a.index", two.bytes, 100, 0600);
	assert_installed(config, "", "too", "honmono: the catalogue a.index is left out: ");
	put_file(INSTALLED "b.index", one.bytes, one.size, 0622);
	assert_installed(config, "", "to", "the catalogue b.index is left out: " BY_OTHERS "\n");
}

/* Without XDG_CONFIG_HOME it is ~/.config; a path that is not absolute is none. */
static void test_where_the_users_are(void **state)
{
	(void)state;
	assert_installed(NULL, folder, "to", "");
	assert_installed("", folder, "to", "");
	assert_installed("relative", folder, "to", "");
	assert_installed("/nonexistent", folder, "", "");
	assert_installed(NULL, "relative", "", "");
	assert_installed(NULL, "", "", "");
}

static int set_up(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	(void)snprintf(config, sizeof(config), "%s/.config", folder);
	one = fixture_make(brand_one);
	two = fixture_make(brand_two);
	return 0;
}

static int tear_down(void **state)
{
	char command[100];

	(void)state;
	fixture_free(&one);
	fixture_free(&two);
	(void)snprintf(command, sizeof(command), "rm -r %s", folder);
	return system(command);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_files_are_taken),
	    cmocka_unit_test(test_files_that_are_not_trusted),
	    cmocka_unit_test(test_a_pipe_is_not_waited_for),
	    cmocka_unit_test(test_damaged_files),
	    cmocka_unit_test(test_as_many_as_there_is_room_for),
	    cmocka_unit_test(test_a_file_that_is_overwritten),
	    cmocka_unit_test(test_a_large_file),
	    cmocka_unit_test(test_no_descriptor_stays_open),
	    cmocka_unit_test(test_installed),
	    cmocka_unit_test(test_where_the_users_are),
	};

	setenv("LC_ALL", "C", 1);
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
