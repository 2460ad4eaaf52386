#include "text/url_read.h"

#include "text/unicode.h"
#include "text/utf8.h"

#include <uninorm.h>

#define MAX_PORT 65535

int url_read_default_port(struct span scheme)
{
	static const struct {
		const char *scheme;
		int port;
	} specials[] = {
	    {"https", 443}, {"http", 80}, {"ftp", 21}, {"ws", 80}, {"wss", 443},
	};

	for (size_t i = 0; i < sizeof specials / sizeof *specials; i++)
		if (span_equal(scheme, span_of(specials[i].scheme)))
			return specials[i].port;
	return -1;
}

static bool is_scheme_byte(char c)
{
	return url_read_is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

static struct span trimmed(struct span text)
{
	size_t from = 0, to = text.len;

	while (from < to && (unsigned char)text.ptr[from] <= ' ')
		from++;
	while (to > from && (unsigned char)text.ptr[to - 1] <= ' ')
		to--;
	return span_slice(text, from, to);
}

static bool is_deleted(char c)
{
	return c == '\t' || c == '\n' || c == '\r';
}

struct span url_read_clean(struct arena *arena, struct span text, size_t *first)
{
	size_t at = 0, len;
	char *copy;

	text = trimmed(text);
	while (at < text.len && !is_deleted(text.ptr[at]))
		at++;
	*first = at == text.len ? SPAN_NONE : at;
	if (at == text.len)
		return text;
	copy = arena_alloc(arena, text.len);
	if (!copy)
		return (struct span){0};
	memcpy(copy, text.ptr, at);
	for (len = at; at < text.len; at++)
		if (!is_deleted(text.ptr[at]))
			copy[len++] = text.ptr[at];
	return (struct span){copy, len};
}

size_t url_read_scheme(struct span text)
{
	size_t len = 0;

	if (text.len == 0 || !url_read_is_letter(text.ptr[0]))
		return 0;
	while (len < text.len && is_scheme_byte(text.ptr[len]))
		len++;
	return len < text.len && text.ptr[len] == ':' ? len : 0;
}

/* A full-width or otherwise compatible form, or the ideographic full stop, a dot to UTS #46. */
static bool is_wide(uint32_t point)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int tag = UC_DECOMP_CANONICAL;

	if (point < 0x80)
		return false;
	return point == 0x3002 ||
	       (uc_decomposition(point, &tag, parts) > 0 && tag != UC_DECOMP_CANONICAL);
}

/* What in a hostname as written is there to be overlooked. */
static unsigned hostname_oddities(struct arena *arena, struct span raw)
{
	const uint32_t zwnj = 0x200c, zwj = 0x200d; /* kept by UTS #46 where a script needs them */
	unsigned oddities = 0;
	struct span rest = raw;

	if (span_find(raw, '%') != SPAN_NONE) {
		oddities |= URL_PERCENT_HOST;
		rest = url_percent_decode(arena, raw);
	}
	if (utf8_is_ascii(rest))
		return oddities;
	while (rest.len > 0) {
		uint32_t point = utf8_next(&rest);

		if (is_wide(point))
			oddities |= URL_WIDE_HOST;
		if (point >= 0x80 && point != zwnj && point != zwj &&
		    unicode_properties(point) & UNICODE_INVISIBLE)
			oddities |= URL_INVISIBLE_HOST;
	}
	return oddities;
}

/* Reads what follows the colon after the hostname; empty is allowed and absent. */
static bool read_port(struct span digits, int default_port, int *port)
{
	int value = 0;

	*port = -1;
	for (size_t i = 0; i < digits.len; i++) {
		if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
			return false;
		value = value * 10 + (digits.ptr[i] - '0');
		if (value > MAX_PORT)
			return false;
	}
	if (digits.len > 0 && value != default_port)
		*port = value;
	return true;
}

/* Index of the colon before the port: the first outside brackets, or the length. */
static size_t port_colon(struct span text)
{
	bool brackets = false;

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == ':' && !brackets)
			return i;
		if (text.ptr[i] == '[')
			brackets = true;
		if (text.ptr[i] == ']')
			brackets = false;
	}
	return text.len;
}

static bool read_authority(struct arena *arena, struct span text, int default_port, struct url *url)
{
	size_t at = span_find_last(text, '@');
	struct span host = text;
	size_t colon;

	if (at != SPAN_NONE) {
		url->has_userinfo = true;
		url->userinfo = url_percent_decode(arena, span_slice(text, 0, at));
		if (span_find(text, '@') != at)
			url->oddities |= URL_MANY_AT;
		host = span_slice(text, at + 1, text.len);
	}
	colon = port_colon(host);
	url->oddities |= hostname_oddities(arena, span_slice(host, 0, colon));
	if (!read_port(span_slice(host, colon + 1, host.len), default_port, &url->port))
		return false;
	url->hostname = hostname_parse(arena, span_slice(host, 0, colon));
	return url->hostname.kind != HOSTNAME_INVALID;
}

void url_read_tail(struct span tail, struct url *url)
{
	size_t hash = span_find(tail, '#');
	size_t question;

	if (hash != SPAN_NONE) {
		url->fragment = span_slice(tail, hash + 1, tail.len);
		tail = span_slice(tail, 0, hash);
	}
	question = span_find(tail, '?');
	if (question != SPAN_NONE)
		url->query = span_slice(tail, question + 1, tail.len);
	url->path = span_slice(tail, 0, question == SPAN_NONE ? tail.len : question);
}

size_t url_read_authority_end(struct span text, size_t from)
{
	while (from < text.len && !url_read_is_slash(text.ptr[from]) && text.ptr[from] != '?' &&
	       text.ptr[from] != '#')
		from++;
	return from;
}

void url_read_special(struct arena *arena, struct span text, size_t from, int default_port,
		      struct url *url)
{
	size_t start = from, end;

	for (; start < text.len && url_read_is_slash(text.ptr[start]); start++)
		if (text.ptr[start] == '\\')
			url->oddities |= URL_BACKSLASH;
	if (start - from != 2)
		url->oddities |= URL_SLASHES;
	end = url_read_authority_end(text, start);
	if (end < text.len && text.ptr[end] == '\\')
		url->oddities |= URL_BACKSLASH;
	url_read_tail(span_slice(text, end, text.len), url);
	url->kind = read_authority(arena, span_slice(text, start, end), default_port, url)
			? URL_SPECIAL
			: URL_FAILED;
}

size_t url_read_head_end(struct span text, size_t from)
{
	while (from < text.len && url_read_is_slash(text.ptr[from]))
		from++;
	return url_read_authority_end(text, from);
}
