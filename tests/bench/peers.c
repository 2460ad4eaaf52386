/* What single steps of the job cost in the libraries that others build on: peers NAMES, one hostname a line. Prints
 * nanoseconds a name: ICU's uspoof skeleton, libpsl's registrable domain. */
#include <libpsl.h>
#include <unicode/uspoof.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NAMES 100000

static char *names[NAMES];

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

int main(int argc, char **argv)
{
	FILE *from = argc > 1 ? fopen(argv[1], "r") : NULL;
	UErrorCode error = U_ZERO_ERROR;
	USpoofChecker *checker = uspoof_open(&error);
	const psl_ctx_t *list = psl_builtin();
	char line[512], out[1024];
	size_t count = 0, found = 0;
	double start;

	while (from && count < NAMES && fgets(line, sizeof(line), from)) {
		line[strcspn(line, "\n")] = '\0';
		names[count++] = strdup(line);
	}
	if (count == 0 || U_FAILURE(error))
		return 1;
	start = now();
	for (size_t i = 0; i < count; i++)
		found += (size_t)uspoof_getSkeletonUTF8(checker, 0, names[i], -1, out, sizeof(out),
							&error);
	printf("icu-skeleton %.0f\n", (now() - start) / (double)count);
	start = now();
	for (size_t i = 0; i < count; i++)
		found += psl_registrable_domain(list, names[i]) != NULL;
	printf("libpsl-registrable %.0f\n", (now() - start) / (double)count);
	return found == 0;
}
