/* What single steps of the job cost in the libraries that others build on: peers NAMES, one hostname a line. Prints
 * nanoseconds a name, as mean, median and 99th percentile: ICU's uspoof skeleton, libpsl's registrable domain. */
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

static int by_length(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* What looking at the clock takes. */
static double clock_cost(void)
{
	double start = now();

	for (int i = 0; i < NAMES; i++)
		(void)now();
	return (now() - start) / NAMES;
}

static size_t skeleton(const void *checker, const char *name)
{
	UErrorCode error = U_ZERO_ERROR;
	char out[1024];

	return (size_t)uspoof_getSkeletonUTF8(checker, 0, name, -1, out, sizeof(out), &error);
}

static size_t registrable(const void *list, const char *name)
{
	return psl_registrable_domain(list, name) != NULL;
}

/* Mean, median and 99th percentile of one step; returns whether it found anything. */
static int measure(const char *what, size_t (*step)(const void *, const char *), const void *with,
		   size_t count)
{
	static double times[NAMES];
	double start = now(), all, clock;
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += step(with, names[i]);
	all = now() - start;
	clock = clock_cost();
	for (size_t i = 0; i < count; i++) {
		start = now();
		found += step(with, names[i]);
		times[i] = now() - start - clock;
	}
	qsort(times, count, sizeof(*times), by_length);
	printf("%s %.0f %.0f %.0f\n", what, all / (double)count, times[count / 2],
	       times[count * 99 / 100]);
	return found > 0;
}

int main(int argc, char **argv)
{
	FILE *from = argc > 1 ? fopen(argv[1], "r") : NULL;
	UErrorCode error = U_ZERO_ERROR;
	USpoofChecker *checker = uspoof_open(&error);
	char line[512];
	size_t count = 0;

	while (from && count < NAMES && fgets(line, sizeof(line), from)) {
		line[strcspn(line, "\n")] = '\0';
		names[count++] = strdup(line);
	}
	if (count == 0 || U_FAILURE(error))
		return 1;
	return !measure("icu-skeleton", skeleton, checker, count) ||
	       !measure("libpsl-registrable", registrable, psl_builtin(), count);
}
