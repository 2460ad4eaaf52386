#include "text/hostname.h"

#include "text/hostname_idna.h"
#include "text/ipv4.h"

#include <libpsl.h>
#include <stdio.h>

/* The day of data/public_suffix_list.dat (its line VERSION). */
#define LIST_DATE "2026-11-15"

/* No rule of the list is longer, nor has it so many labels; what is longer is decided by the last labels alone. */
#define MAX_SUFFIX 255
#define MAX_LABELS 10

extern const char psl_data[], psl_data_end[];

/* Loaded by hostname_open() and only read after it. */
static psl_ctx_t *list;

bool hostname_open(void)
{
	FILE *file;

	if (!list) {
		/* The mode is for reading: the data is not written to. */
		file =
		    fmemopen((void *)(uintptr_t)psl_data, (size_t)(psl_data_end - psl_data), "rb");
		if (!file)
			return false;
		list = psl_load_fp(file);
		fclose(file);
	}
	return list && hostname_idna_warm();
}

void hostname_close(void)
{
	psl_free(list);
	list = NULL;
}

const char *hostname_psl_date(void)
{
	return LIST_DATE;
}

static bool is_address(struct span ascii)
{
	uint32_t address;

	return ascii.ptr[0] == '[' || ipv4_parse(ascii, &address) != IPV4_NAME;
}

static bool is_suffix(const char *name, int sections)
{
	/* libpsl would skip a dot at the front. */
	return list && name[0] != '.' && psl_is_public_suffix2(list, name, sections);
}

size_t hostname_suffix(struct span ascii, bool private_section)
{
	const int sections = private_section ? PSL_TYPE_ANY : PSL_TYPE_ICANN;
	struct span tail = hostname_last_labels(ascii, MAX_LABELS);
	bool cut = tail.len > MAX_SUFFIX;
	char name[MAX_SUFFIX + 1];
	size_t at = 0, dot;

	if (ascii.len == 0 || is_address(ascii))
		return 0;
	if (cut)
		tail = span_slice(tail, tail.len - MAX_SUFFIX, tail.len);
	memcpy(name, tail.ptr, tail.len);
	name[tail.len] = '\0';
	if (cut) {
		dot = span_find(tail, '.');
		if (dot == SPAN_NONE)
			return hostname_last_labels(ascii, 1).len;
		at = dot + 1;
	}
	/* From the longest candidate on, so that the first hit is the suffix. */
	while (!is_suffix(name + at, sections)) {
		dot = span_find(span_slice(tail, at, tail.len), '.');
		if (dot == SPAN_NONE)
			break;
		at += dot + 1;
	}
	return tail.len - at;
}

bool hostname_within(struct span name, struct span domain)
{
	return span_equal(name, domain) || (name.len > domain.len && span_ends(name, domain) &&
					    name.ptr[name.len - domain.len - 1] == '.');
}

struct span hostname_without_www(struct span hostname)
{
	return span_starts(hostname, SPAN("www.")) ? span_slice(hostname, 4, hostname.len)
						   : hostname;
}

struct span hostname_last_labels(struct span ascii, size_t count)
{
	size_t at = ascii.len;

	while (count > 0 && at > 0) {
		size_t dot = span_find_last(span_slice(ascii, 0, at), '.');

		if (--count == 0 || dot == SPAN_NONE)
			return span_slice(ascii, dot == SPAN_NONE ? 0 : dot + 1, ascii.len);
		at = dot;
	}
	return span_slice(ascii, at, ascii.len);
}
