#include "detect/redirect_shape.h"

#include "text/base64.h"
#include "text/utf8.h"

/* All of the URL behind its hostname, as written: some wrappers carry ? and # of the target bare.
 */
static struct span after_hostname(struct arena *arena, const struct url *url)
{
	struct builder text = {.arena = arena};

	builder_add(&text, url->path);
	if (url->query.len) {
		builder_byte(&text, '?');
		builder_add(&text, url->query);
	}
	if (url->fragment.len) {
		builder_byte(&text, '#');
		builder_add(&text, url->fragment);
	}
	return builder_span(&text);
}

/* The text that a value in base64 stands for; empty when it is none, or not UTF-8. A blank stands for the plus sign that
 * form decoding took away. */
static struct span from_base64(struct arena *arena, struct span value)
{
	struct builder bytes = {.arena = arena}, text = {.arena = arena};

	for (size_t i = 0; i < value.len; i++)
		builder_byte(&bytes, value.ptr[i] == ' ' ? '+' : value.ptr[i]);
	if (!base64_decode(&text, builder_span(&bytes)))
		return (struct span){0};
	value = builder_span(&text);
	return utf8_check(value) == value.len ? value : (struct span){0};
}

/* The redirector's parameter that is there; the value is form-decoded. */
static bool parameter(struct arena *arena, const struct url *url,
		      const struct redirector *redirector, struct span *value)
{
	for (size_t i = 0; i < 4; i++)
		if (redirector->parameters[i].len &&
		    url_query_param(arena, url->query, redirector->parameters[i], value) &&
		    value->len)
			return true;
	return false;
}

/* {"s":…,"p":"{\"u\":…,\"url\":\"https:\\\/\\\/…\",…}"}: without its back slashes the URL stands as it is. */
static struct span from_mandrill(struct arena *arena, struct span value)
{
	static const struct span MEMBER = SPAN("\"url\":\"");
	struct builder text = {.arena = arena};
	struct span json = from_base64(arena, value);
	const char *at;

	for (size_t i = 0; i < json.len; i++)
		if (json.ptr[i] != '\\')
			builder_byte(&text, json.ptr[i]);
	json = builder_span(&text);
	at = json.len ? memmem(json.ptr, json.len, MEMBER.ptr, MEMBER.len) : NULL;
	if (!at)
		return (struct span){0};
	json = span_slice(json, (size_t)(at - json.ptr) + MEMBER.len, json.len);
	return span_slice(json, 0, span_find(json, '"'));
}

static struct span from_query(struct arena *arena, const struct url *url,
			      const struct redirector *redirector)
{
	struct span value;

	if (!parameter(arena, url, redirector, &value))
		return (struct span){0};
	switch (redirector->shape) {
	case REDIRECT_QUERY_TWICE:
		return url_percent_decode(arena, value);
	case REDIRECT_QUERY_BASE64:
		return from_base64(arena, value);
	case REDIRECT_QUERY_MANDRILL:
		return from_mandrill(arena, value);
	case REDIRECT_QUERY_BING:
		if (!span_starts(value, SPAN("a1")))
			return (struct span){0};
		return from_base64(arena, span_slice(value, 2, value.len));
	default:
		return value;
	}
}

static struct span from_whole_query(struct arena *arena, const struct url *url)
{
	if (span_starts_without_case(url->query, SPAN("http%3a")) ||
	    span_starts_without_case(url->query, SPAN("https%3a")))
		return url_percent_decode(arena, url->query);
	return url->query;
}

/* An archive puts a time stamp (digits, maybe with a flag such as `if_`) in front of the target. */
static struct span without_time_stamp(struct span rest)
{
	size_t slash = span_find(rest, '/');
	size_t digits = 0;

	while (digits < rest.len && rest.ptr[digits] >= '0' && rest.ptr[digits] <= '9')
		digits++;
	if (digits < 4 || slash == SPAN_NONE || slash > digits + 4)
		return rest;
	return span_slice(rest, slash + 1, rest.len);
}

static struct span from_path_rest(struct arena *arena, const struct url *url, struct span prefix)
{
	struct span rest = after_hostname(arena, url);

	rest = span_slice(rest, prefix.len, rest.len);
	while (span_starts(rest, SPAN("/")))
		rest = span_slice(rest, 1, rest.len);
	rest = without_time_stamp(rest);
	if (span_starts_without_case(rest, SPAN("http%3a")) ||
	    span_starts_without_case(rest, SPAN("https%3a")))
		rest = url_percent_decode(arena, rest);
	return rest;
}

/* Takes the next segment off *path, without its slash; false at the end. */
static bool next_segment(struct span *path, struct span *segment)
{
	size_t slash;

	if (!path->len)
		return false;
	*path = span_slice(*path, path->ptr[0] == '/' ? 1 : 0, path->len);
	slash = span_find(*path, '/');
	*segment = span_slice(*path, 0, slash);
	*path = span_slice(*path, segment->len, path->len);
	return true;
}

/* Percent-encoded, or in Yahoo's base64, whose last letters are . _ and - at the end. */
static struct span from_ru(struct arena *arena, struct span value)
{
	struct builder text = {.arena = arena};

	if (!span_starts(value, SPAN("aHR0c")))
		return url_percent_decode(arena, value);
	while (span_ends(value, SPAN("-")))
		value = span_slice(value, 0, value.len - 1);
	for (size_t i = 0; i < value.len; i++)
		builder_byte(&text, value.ptr[i] == '.' ? '+' : value.ptr[i]);
	return from_base64(arena, builder_span(&text));
}

static struct span from_path_segment(struct arena *arena, const struct url *url,
				     const struct redirector *redirector)
{
	struct span path = span_slice(url->path, redirector->path.len, url->path.len), segment;

	while (next_segment(&path, &segment)) {
		size_t at = url->path.len - path.len - segment.len;

		if (redirector->shape == REDIRECT_PATH_RU) {
			if (span_starts(segment, SPAN("RU=")))
				return from_ru(arena, span_slice(segment, 3, segment.len));
			continue;
		}
		if (span_starts(segment, SPAN("*"))) { /* Yahoo! JAPAN */
			segment = span_slice(segment, 1, segment.len);
			at++;
		}
		segment = url_percent_decode(arena, segment);
		if (!span_starts_without_case(segment, SPAN("http:")) &&
		    !span_starts_without_case(segment, SPAN("https:")))
			continue;
		if (segment.ptr[segment.len - 1] != ':')
			return segment;
		/* Not encoded: its own slashes went on. */
		segment = after_hostname(arena, url);
		return span_slice(segment, at, segment.len);
	}
	return (struct span){0};
}

static struct span from_first_segment(struct arena *arena, const struct url *url,
				      struct span prefix)
{
	struct span path = span_slice(url->path, prefix.len, url->path.len);

	return url_percent_decode(arena, span_slice(path, 0, span_find(path, '/')));
}

/* `_` stands for a slash and `-` for the percent sign. */
static struct span from_proofpoint_v2(struct arena *arena, const struct url *url,
				      const struct redirector *redirector)
{
	struct builder text = {.arena = arena};
	struct span value;

	if (!parameter(arena, url, redirector, &value))
		return (struct span){0};
	for (size_t i = 0; i < value.len; i++) {
		char c = value.ptr[i];

		builder_byte(&text, c == '_' ? '/' : c == '-' ? '%' : c);
	}
	return url_percent_decode(arena, builder_span(&text));
}

/* Puts `count` code points of *taken into `text`. */
static void take_points(struct builder *text, struct span *taken, size_t count)
{
	for (; count > 0 && taken->len; count--)
		builder_point(text, utf8_next(taken));
}

/* __URL__;BASE64!!…: each * in the URL is one code point of the decoded BASE64, **X a run of two
 * or more of them, its length written as a base64url digit. */
static struct span from_proofpoint_v3(struct arena *arena, const struct url *url,
				      struct span prefix)
{
	struct span rest = after_hostname(arena, url), hidden = {0}, target;
	struct builder text = {.arena = arena};
	size_t end = prefix.len;

	if (!span_starts(span_slice(rest, end, rest.len), SPAN("__")))
		return (struct span){0};
	rest = span_slice(rest, end + 2, rest.len);
	for (end = 0; end < rest.len && !span_starts(span_slice(rest, end, rest.len), SPAN("__;"));)
		end++;
	/* What was encoded by the wrapper is decoded; what is put in afterwards is the target's own. */
	target = url_percent_decode(arena, span_slice(rest, 0, end));
	rest = span_slice(rest, end + 3, rest.len);
	hidden = from_base64(arena, span_slice(rest, 0, span_find(rest, '!')));
	for (size_t i = 0; i < target.len; i++) {
		int run;

		if (target.ptr[i] != '*') {
			builder_byte(&text, target.ptr[i]);
		} else if (i + 2 < target.len && target.ptr[i + 1] == '*' &&
			   (run = base64_digit(target.ptr[i + 2])) >= 0) {
			take_points(&text, &hidden, (size_t)run + 2);
			i += 2;
		} else {
			take_points(&text, &hidden, 1);
		}
	}
	return builder_span(&text);
}

/* In the label in front of .translate.goog a dot is written - and a hyphen --. `_x_tr_enc` tells of
 * prefixes: 1- keeps such labels apart, 0- stands for xn--. */
static struct span from_translate_host(struct arena *arena, const struct url *url)
{
	struct span label = url->hostname.ascii, marks = {0};
	struct builder text = {.arena = arena};

	label = span_slice(label, 0, span_find(label, '.'));
	url_query_param(arena, url->query, SPAN("_x_tr_enc"), &marks);
	if (span_find(marks, '1') != SPAN_NONE && span_starts(label, SPAN("1-")))
		label = span_slice(label, 2, label.len);
	if (span_find(marks, '0') != SPAN_NONE && span_starts(label, SPAN("0-"))) {
		label = arena_join(arena, SPAN("xn--"), span_slice(label, 2, label.len));
		label = hostname_parse(arena, label).unicode;
	}
	builder_add(&text, SPAN("https://"));
	for (size_t i = 0; i < label.len; i++) {
		bool twice = i + 1 < label.len && label.ptr[i + 1] == '-';

		if (label.ptr[i] != '-')
			builder_byte(&text, label.ptr[i]);
		else
			builder_byte(&text, twice ? '-' : '.');
		i += label.ptr[i] == '-' && twice;
	}
	builder_add(&text, after_hostname(arena, url));
	return builder_span(&text);
}

struct span redirect_target(struct arena *arena, const struct url *url,
			    const struct redirector *redirector)
{
	switch (redirector->shape) {
	case REDIRECT_OPAQUE:
		return (struct span){0};
	case REDIRECT_QUERY:
	case REDIRECT_QUERY_TWICE:
	case REDIRECT_QUERY_BASE64:
	case REDIRECT_QUERY_BING:
	case REDIRECT_QUERY_MANDRILL:
		return from_query(arena, url, redirector);
	case REDIRECT_WHOLE_QUERY:
		return from_whole_query(arena, url);
	case REDIRECT_PATH_REST:
		return from_path_rest(arena, url, redirector->path);
	case REDIRECT_PATH_ENCODED:
	case REDIRECT_PATH_RU:
		return from_path_segment(arena, url, redirector);
	case REDIRECT_PATH_NAME:
		return from_first_segment(arena, url, redirector->path);
	case REDIRECT_PROOFPOINT_V2:
		return from_proofpoint_v2(arena, url, redirector);
	case REDIRECT_PROOFPOINT_V3:
		return from_proofpoint_v3(arena, url, redirector->path);
	case REDIRECT_TRANSLATE_HOST:
		return from_translate_host(arena, url);
	}
	return (struct span){0};
}
