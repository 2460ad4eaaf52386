#include "detect/redirect.h"

#include "detect/redirect_shape.h"

#include <stdio.h>

/* Some wrappers glue `:hash` to the target, which makes a port that no browser reads. */
static struct span without_hash(struct arena *arena, struct span target)
{
	struct span shorter = span_slice(target, 0, span_find_last(target, ':'));

	if (url_parse(arena, target).kind == URL_FAILED &&
	    url_parse(arena, shorter).kind == URL_SPECIAL)
		return shorter;
	return target;
}

static bool reads_as_name(struct span text)
{
	size_t end = 0;

	while (end < text.len && !strchr("/?#:", text.ptr[end]))
		end++;
	text = span_slice(text, 0, end);
	return text.len && span_find(text, ' ') == SPAN_NONE && span_find(text, '.') != SPAN_NONE;
}

/* A place on the wrapper's own host, which may be a wrapper again. */
static struct span on_same_host(struct arena *arena, const struct url *wrapper, struct span path)
{
	struct builder text = {.arena = arena};
	char port[16];

	builder_add(&text, wrapper->scheme);
	builder_add(&text, SPAN("://"));
	builder_add(&text, wrapper->hostname.ascii);
	if (wrapper->port >= 0) {
		snprintf(port, sizeof(port), ":%d", wrapper->port);
		builder_add(&text, span_of(port));
	}
	builder_add(&text, path);
	return builder_span(&text);
}

/* The absolute URL that a redirector makes of `value`: schemes and its own host may be missing. Empty
 * when it is none. */
static struct span as_url(struct arena *arena, const struct url *wrapper, struct span value)
{
	struct url url;

	if (!value.len)
		return value;
	if (span_starts(value, SPAN("//")))
		value = arena_join(arena, SPAN("https:"), value);
	url = url_parse(arena, value);
	if (url.kind == URL_FAILED)
		return without_hash(arena, value);
	/* In name.example:8080 the name passes for a scheme. */
	if (url.kind == URL_SPECIAL ||
	    (url.kind == URL_OTHER && span_find(url.scheme, '.') == SPAN_NONE))
		return value;
	if (value.ptr[0] == '/')
		return on_same_host(arena, wrapper, value);
	return reads_as_name(value) ? arena_join(arena, SPAN("https://"), value) : (struct span){0};
}

/* `path` begins with `prefix`, which ends at a segment's border. */
static bool path_fits(struct span path, struct span prefix)
{
	return span_starts(path, prefix) && (!prefix.len || prefix.ptr[prefix.len - 1] == '/' ||
					     path.len == prefix.len || path.ptr[prefix.len] == '/');
}

/* The redirector of exactly this name with the longest path prefix that fits; opened where it can
 * be. */
static void try_name(const struct catalogue *catalogue, struct arena *arena, const struct url *url,
		     struct span name, struct redirect *redirect)
{
	struct domain_hit hits[DOMAIN_HITS];
	size_t count = catalogue_domain(catalogue, name, hits);
	size_t longest = 0;

	for (size_t i = 0; i < count; i++) {
		struct redirector redirector;
		struct span target;

		if (!(hits[i].roles & DOMAIN_REDIRECTOR))
			continue;
		redirector = catalogue_redirector(catalogue, hits[i].redirector);
		if (!path_fits(url->path, redirector.path) || redirector.path.len < longest)
			continue;
		target = as_url(arena, url, redirect_target(arena, url, &redirector));
		if (redirect->target.len && !target.len)
			continue;
		*redirect = (struct redirect){
		    .known = true, .certain = redirector.certain, .target = target};
		longest = redirector.path.len;
	}
}

struct redirect redirect_unwrap(const struct catalogue *catalogue, struct arena *arena,
				const struct url *url)
{
	struct redirect redirect = {0};
	struct span name = url->hostname.ascii;

	if (url->kind != URL_SPECIAL || url->hostname.kind != HOSTNAME_NAME ||
	    catalogue_is_unlisted(catalogue, name))
		return redirect;
	while (name.len && !redirect.known) {
		size_t dot = span_find(name, '.');

		try_name(catalogue, arena, url, name, &redirect);
		name = span_slice(name, dot == SPAN_NONE ? name.len : dot + 1, name.len);
	}
	return redirect;
}

size_t redirect_parameters(struct arena *arena, const struct url *url, struct span *out, size_t max)
{
	struct span query = url->query;
	size_t count = 0;

	while (query.len && count < max) {
		struct span pair = span_slice(query, 0, span_find(query, '&')), value;
		size_t equals = span_find(pair, '=');

		query = span_slice(query, pair.len + 1, query.len);
		if (equals == SPAN_NONE)
			continue;
		value = url_percent_decode(arena, span_slice(pair, equals + 1, pair.len));
		if (span_starts_without_case(value, SPAN("http://")) ||
		    span_starts_without_case(value, SPAN("https://")))
			out[count++] = value;
	}
	return count;
}
