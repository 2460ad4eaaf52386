#include "detect/capitals.h"

/* The hostname stands at the beginning of `written`, in whatever letters; *odd: with no capitals but an I. */
static bool stands_there(struct span written, struct span hostname, bool *odd)
{
	bool capitals = false, other = false;

	if (!span_starts_without_case(written, hostname))
		return false;
	for (size_t i = 0; i < hostname.len; i++) {
		char byte = written.ptr[i];

		capitals |= byte == 'I';
		other |= byte >= 'A' && byte <= 'Z' && byte != 'I';
	}
	*odd = capitals && !other;
	return true;
}

/* A name begins here: no letter or digit stands in front. */
static bool begins(struct span written, size_t at)
{
	char before = at > 0 ? span_lower(written.ptr[at - 1]) : ' ';

	return !((before >= 'a' && before <= 'z') || (before >= '0' && before <= '9'));
}

struct span capitals_read(struct arena *arena, struct span written, struct span hostname)
{
	if (span_find(written, 'I') == SPAN_NONE)
		return (struct span){0};
	for (size_t at = 0; hostname.len && at + hostname.len <= written.len; at++) {
		struct builder name = {.arena = arena};
		bool odd = false;

		if (!begins(written, at) ||
		    !stands_there(span_slice(written, at, written.len), hostname, &odd) || !odd)
			continue;
		for (size_t i = at; i < at + hostname.len; i++)
			builder_byte(&name, written.ptr[i] == 'I' ? 'l' : written.ptr[i]);
		return builder_span(&name);
	}
	return (struct span){0};
}
