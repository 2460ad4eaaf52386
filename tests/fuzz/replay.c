/* Runs a target on files, folders of files, or (for afl-fuzz) standard input. */
#include "fuzz.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGEST (4U << 20)

#ifdef __AFL_COMPILER
/* Its macros are not written to our warnings. */
#pragma clang diagnostic ignored "-Wconversion"
#pragma clang diagnostic ignored "-Wgnu-statement-expression"
__AFL_FUZZ_INIT();
#endif

static uint8_t buffer[LARGEST];
static size_t inputs;

static void run_stream(FILE *file)
{
	size_t size = fread(buffer, 1, sizeof(buffer), file);
	uint8_t *exact = malloc(size ? size : 1);

	CHECK(exact && !ferror(file));
	memcpy(exact, buffer, size);
	LLVMFuzzerTestOneInput(exact, size);
	free(exact);
	inputs++;
}

static void run_path(const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;
	char inner[4096];
	FILE *file;

	if (!folder) {
		fprintf(stderr, "%s\n", path); /* the last line names the input that fails */
		file = fopen(path, "rb");
		CHECK(file);
		run_stream(file);
		fclose(file);
		return;
	}
	while ((entry = readdir(folder)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		CHECK(snprintf(inner, sizeof(inner), "%s/%s", path, entry->d_name) <
		      (int)sizeof(inner));
		run_path(inner);
	}
	closedir(folder);
}

int main(int argc, char **argv)
{
#ifdef __AFL_COMPILER
	if (argc < 2) {
		__AFL_INIT();
		const uint8_t *shared = __AFL_FUZZ_TESTCASE_BUF;

		while (__AFL_LOOP(10000))
			LLVMFuzzerTestOneInput(shared, (size_t)__AFL_FUZZ_TESTCASE_LEN);
		return 0;
	}
#endif
	if (argc < 2)
		run_stream(stdin);
	for (int i = 1; i < argc; i++)
		run_path(argv[i]);
	CHECK(inputs > 0);
	printf("[  PASSED  ] 1 test(s): %zu inputs\n", inputs);
	return 0;
}
