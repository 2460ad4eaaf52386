/* What a piece of the program writes to one of its standard descriptors. */
#ifndef UNIT_CAPTURE_H
#define UNIT_CAPTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

static struct {
	FILE *file;
	int saved;
	char text[64 * 1024];
} captured;

/* Until capture_end() the descriptor leads to a file. An assertion in between would be written there, too. */
static inline void capture_begin(int fd)
{
	captured.file = tmpfile();
	assert_non_null(captured.file);
	(void)fflush(NULL);
	captured.saved = dup(fd);
	assert_true(captured.saved >= 0);
	assert_true(dup2(fileno(captured.file), fd) == fd);
}

/* The text since capture_begin(), until the next one. */
static inline const char *capture_end(int fd)
{
	size_t len;

	(void)fflush(NULL);
	(void)dup2(captured.saved, fd);
	close(captured.saved);
	rewind(captured.file);
	len = fread(captured.text, 1, sizeof(captured.text) - 1, captured.file);
	captured.text[len] = '\0';
	(void)fclose(captured.file);
	return captured.text;
}

#endif
