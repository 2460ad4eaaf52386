/* Pages of the program's file that are read, and how much of the process is resident. */
#ifndef TESTS_UNIT_RESIDENT_H
#define TESTS_UNIT_RESIDENT_H

#include <stdio.h>

#define MUCH_BYTES (2 * 1024 * 1024)
#define MUCH_STEP 4096

static const char much[MUCH_BYTES] = {[0] = 1, [MUCH_BYTES - 1] = 1};

/* Reads every page of `much`; 2. */
static inline int read_much(void)
{
	const volatile char *read = much;
	int sum = 0;

	for (size_t i = 0; i < MUCH_BYTES; i += MUCH_STEP)
		sum += read[i];
	return sum + read[MUCH_BYTES - 1];
}

/* KiB that are resident, counted page by page; -1 where the system does not tell. */
static inline long resident(void)
{
	FILE *pages = fopen("/proc/self/smaps_rollup", "r");
	char line[256];
	long kib = -1;

	while (pages && kib < 0 && fgets(line, sizeof(line), pages))
		if (sscanf(line, "Rss: %ld", &kib) != 1)
			kib = -1;
	if (pages)
		(void)fclose(pages);
	return kib;
}

#endif
