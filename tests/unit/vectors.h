/*
 * Tables of web-platform-tests, when a folder with them is named by the environment variable
 * HONMONO_VECTORS: tab-separated, one header row, with \\ \t \n \r and \uXXXX as escapes.
 */
#ifndef UNIT_VECTORS_H
#define UNIT_VECTORS_H

#include "text/span.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define VECTOR_COLUMNS 3
#define VECTOR_LINE 65536

struct vector_row {
	struct span
	    columns[VECTOR_COLUMNS]; /* escapes resolved; a lone surrogate is its three bytes */
	char line[VECTOR_LINE];
};

static inline size_t vector_put(uint32_t point, char *out)
{
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		out[0] = (char)(0xc0 | point >> 6);
		out[1] = (char)(0x80 | (point & 0x3f));
		return 2;
	}
	out[0] = (char)(0xe0 | point >> 12);
	out[1] = (char)(0x80 | (point >> 6 & 0x3f));
	out[2] = (char)(0x80 | (point & 0x3f));
	return 3;
}

/* Resolves the escapes in place. */
static inline struct span vector_unescape(char *text, size_t len)
{
	size_t out = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] != '\\' || i + 1 == len) {
			text[out++] = text[i];
			continue;
		}
		switch (text[++i]) {
		case 't':
			text[out++] = '\t';
			break;
		case 'n':
			text[out++] = '\n';
			break;
		case 'r':
			text[out++] = '\r';
			break;
		case 'u': {
			char digits[5] = {text[i + 1], text[i + 2], text[i + 3], text[i + 4], '\0'};

			out += vector_put((uint32_t)strtoul(digits, NULL, 16), text + out);
			i += 4;
			break;
		}
		default:
			text[out++] = text[i];
		}
	}
	return (struct span){text, out};
}

/* The table `name` after its header row; NULL without HONMONO_VECTORS. */
static inline FILE *vector_open(const char *name, struct vector_row *row)
{
	const char *folder = getenv("HONMONO_VECTORS");
	char path[4096];
	FILE *file;

	if (!folder || !*folder) {
		printf("notice: %s not checked, HONMONO_VECTORS is not set\n", name);
		return NULL;
	}
	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "r");
	if (!file || !fgets(row->line, sizeof row->line, file)) {
		fprintf(stderr, "%s cannot be read\n", path);
		exit(1);
	}
	return file;
}

/* The next row; false at the end, where the file is closed. */
static inline bool vector_next(FILE *file, struct vector_row *row)
{
	char *at = row->line;

	if (!fgets(row->line, sizeof row->line, file)) {
		fclose(file);
		return false;
	}
	at[strcspn(at, "\n")] = '\0';
	for (size_t i = 0; i < VECTOR_COLUMNS; i++) {
		size_t len = strcspn(at, "\t");
		char *next = at[len] ? at + len + 1 : at + len;

		row->columns[i] = vector_unescape(at, len);
		at = next;
	}
	return true;
}

#endif
