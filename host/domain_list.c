#include "domain_list.h"

#include "text/arena.h"
#include "text/hostname.h"
#include "text/utf8.h"

#include <stdlib.h>

#define LINE_BYTES 1024 /* no domain is longer, however it is written */
#define PROGRESS_LINES 10000

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* Ranked lists are given out as 1,example.com. */
static struct span without_rank(struct span line)
{
	size_t digits = 0;

	while (digits < line.len && line.ptr[digits] >= '0' && line.ptr[digits] <= '9')
		digits++;
	return digits > 0 && digits < line.len && line.ptr[digits] == ','
		   ? span_slice(line, digits + 1, line.len)
		   : line;
}

/* The line without its comment, outer blanks and its rank. */
static struct span content(struct span line)
{
	size_t comment = span_find(line, '#');

	line = span_slice(line, 0, comment);
	while (line.len && is_blank(line.ptr[0]))
		line = span_slice(line, 1, line.len);
	while (line.len && is_blank(line.ptr[line.len - 1]))
		line.len--;
	return without_rank(line);
}

/* NULL when it was taken; else why not. */
static const char *take(struct source *source, struct arena *arena, struct span line)
{
	struct hostname hostname;

	if (line.len > LINE_BYTES)
		return "is longer than any domain";
	if (utf8_check(line) != line.len)
		return "is not UTF-8";
	hostname = hostname_parse(arena, line);
	if (hostname.kind != HOSTNAME_NAME || hostname.undecodable)
		return "is no domain name";
	if (span_find(hostname.ascii, '.') != SPAN_NONE &&
	    hostname_suffix(hostname.ascii, false) == hostname.ascii.len)
		return "is a public suffix";
	return source_add_domain(source, hostname.ascii, DOMAIN_PROTECTED) ? NULL
									   : "is no domain name";
}

static void tell(struct domain_list *list, const char *file, const char *detail,
		 source_report *report, void *context)
{
	struct source_problem problem = {0};

	if (++list->bad > BAD_LINES_NAMED)
		return;
	(void)snprintf(problem.file, sizeof(problem.file), "%.127s", file);
	(void)snprintf(problem.path, sizeof(problem.path), "line %zu", list->lines);
	(void)snprintf(problem.detail, sizeof(problem.detail), "%.191s", detail);
	report(context, &problem);
}

bool domain_list_read(struct source *source, FILE *from, const char *file, struct domain_list *list,
		      source_report *report, void (*progress)(const struct domain_list *list),
		      void *context)
{
	struct arena *arena = arena_new((size_t)1 << 24);
	char *line = NULL;
	size_t room = 0;
	ssize_t len;

	*list = (struct domain_list){0};
	while (arena && (len = getline(&line, &room, from)) >= 0) {
		struct span text = content((struct span){line, (size_t)len});
		const char *problem = text.len ? take(source, arena, text) : NULL;

		list->lines++;
		list->taken += text.len && !problem;
		if (problem)
			tell(list, file, problem, report, context);
		if (progress && list->lines % PROGRESS_LINES == 0)
			progress(list);
		arena_reset(arena);
	}
	free(line);
	bool read = arena && !ferror(from) && feof(from);

	arena_free(&arena);
	return read;
}
