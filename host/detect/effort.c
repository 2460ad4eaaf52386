#include "detect/effort.h"

bool effort_take(struct effort *effort, size_t units)
{
	if (!effort)
		return true;
	if (effort->spent || units > effort->left) {
		effort->spent = true;
		return false;
	}
	effort->left -= units;
	return true;
}

/* What looking up a name in other letters costs, reading one of its labels, however short, and each byte that stands
 * for other letters. */
#define NAME_UNITS 36
#define LABEL_UNITS 8
#define BYTE_UNITS 2

static bool is_end(char byte)
{
	return byte == '/' || byte == '\\' || byte == '?' || byte == '#';
}

/* The part that holds the hostname: behind the scheme and its slashes, up to the path. */
static struct span authority_of(struct span url)
{
	size_t from = 0, to;

	while (from < url.len && !is_end(url.ptr[from]) && url.ptr[from] != ':')
		from++;
	if (from == url.len || url.ptr[from] == '?' || url.ptr[from] == '#')
		from = 0;
	while (from < url.len && (url.ptr[from] == ':' || is_end(url.ptr[from])))
		from++;
	for (to = from; to < url.len && !is_end(url.ptr[to]); to++)
		;
	return span_slice(url, from, to);
}

static bool is_foreign(char byte)
{
	return (unsigned char)byte >= 0x80 || byte == '%';
}

static size_t label_units(struct span label)
{
	size_t foreign = 0;

	for (size_t i = 0; i < label.len; i++)
		foreign += is_foreign(label.ptr[i]);
	if (foreign)
		return LABEL_UNITS + foreign * BYTE_UNITS;
	return span_starts_without_case(label, SPAN("xn--")) ? LABEL_UNITS + label.len / 4 : 0;
}

size_t effort_idna(struct span url)
{
	struct span rest = authority_of(url);
	size_t units = 0;

	while (rest.len) {
		struct span label = span_slice(rest, 0, span_find(rest, '.'));

		rest = span_slice(rest, label.len + 1, rest.len);
		units += label_units(label);
	}
	return units ? NAME_UNITS + units : 0;
}
