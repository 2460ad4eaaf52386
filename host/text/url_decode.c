#include "text/url.h"

#include "text/utf8.h"

/* The byte that %XX at `at` stands for, or -1 when no such thing is there. */
static int escaped_byte(struct span text, size_t at)
{
	if (text.ptr[at] != '%' || text.len - at < 3)
		return -1;
	if (span_hex(text.ptr[at + 1]) < 0 || span_hex(text.ptr[at + 2]) < 0)
		return -1;
	return span_hex(text.ptr[at + 1]) * 16 + span_hex(text.ptr[at + 2]);
}

/* Bad bytes become U+FFFD. */
static struct span repaired(struct arena *arena, struct span bytes)
{
	struct builder out = {.arena = arena};

	if (utf8_check(bytes) == bytes.len)
		return bytes;
	while (bytes.len > 0)
		builder_point(&out, utf8_next(&bytes));
	return builder_span(&out);
}

static struct span decode(struct arena *arena, struct span text, bool plus_is_blank)
{
	char *bytes = arena_alloc(arena, text.len);
	size_t len = 0;

	if (!bytes)
		return (struct span){0};
	for (size_t i = 0; i < text.len; i++) {
		int byte = escaped_byte(text, i);

		if (byte >= 0) {
			bytes[len++] = (char)byte;
			i += 2;
		} else {
			bytes[len++] = plus_is_blank && text.ptr[i] == '+' ? ' ' : text.ptr[i];
		}
	}
	return repaired(arena, (struct span){bytes, len});
}

struct span url_percent_decode(struct arena *arena, struct span text)
{
	return decode(arena, text, false);
}

bool url_query_param(struct arena *arena, struct span query, struct span name, struct span *value)
{
	while (query.len > 0) {
		size_t end = span_find(query, '&');
		struct span pair = end == SPAN_NONE ? query : span_slice(query, 0, end);
		size_t equals = span_find(pair, '=');
		struct span key = equals == SPAN_NONE ? pair : span_slice(pair, 0, equals);

		query = end == SPAN_NONE ? (struct span){0} : span_slice(query, end + 1, query.len);
		if (pair.len == 0 || !span_equal(decode(arena, key, true), name))
			continue;
		*value = equals == SPAN_NONE
			     ? (struct span){0}
			     : decode(arena, span_slice(pair, equals + 1, pair.len), true);
		return true;
	}
	return false;
}
