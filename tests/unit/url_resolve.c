#include "url_resolve.h"

#include "text/normalize.h"
#include "text/url_read.h"

#define FILE_SCHEME SPAN("file")

static bool is_file(struct span scheme)
{
	return span_equal(scheme, FILE_SCHEME);
}

/* How many slashes `text` begins with; more than two are two. */
static size_t leading_slashes(struct span text)
{
	size_t count = 0;

	while (count < 2 && count < text.len && url_read_is_slash(text.ptr[count]))
		count++;
	return count;
}

static bool is_drive(struct span text)
{
	return text.len == 2 && url_read_is_letter(text.ptr[0]) &&
	       (text.ptr[1] == ':' || text.ptr[1] == '|');
}

static bool starts_with_drive(struct span text)
{
	return is_drive(span_slice(text, 0, url_read_authority_end(text, 0)));
}

/* The drive at the front of a file URL's path, with the slash before it; empty without one. */
static struct span path_drive(struct span path)
{
	return path.len > 0 && starts_with_drive(span_slice(path, 1, path.len))
		   ? span_slice(path, 0, 3)
		   : (struct span){0};
}

/* A path up to and with its last slash; a drive is never cut off. */
static struct span folder_of(struct span path, bool file)
{
	size_t len = path.len;

	if (file && path_drive(path).len == path.len)
		return path;
	while (len > 0 && !url_read_is_slash(path.ptr[len - 1]))
		len--;
	return span_slice(path, 0, len);
}

static struct span joined(struct arena *arena, struct span folder, struct span path)
{
	struct builder out = {.arena = arena};

	builder_add(&out, folder);
	if (folder.len == 0 || !url_read_is_slash(folder.ptr[folder.len - 1]))
		builder_byte(&out, '/');
	builder_add(&out, path);
	return builder_span(&out);
}

/* Path, query and fragment from a `rest` without a slash in front, against those of the base. */
static void merge(struct arena *arena, struct span rest, const struct url *base, struct url *url)
{
	bool file = is_file(url->scheme);

	url_read_tail(rest, url);
	if (url->path.len > 0) {
		bool anew = file && starts_with_drive(rest);
		struct span folder = anew ? (struct span){0} : folder_of(base->path, file);

		url->path = joined(arena, folder, url->path);
		return;
	}
	url->path = base->path;
	if (rest.len == 0 || rest.ptr[0] == '#')
		url->query = base->query;
}

/* The states "relative" and "relative slash" for http and its like. */
static void resolve_special(struct arena *arena, struct span rest, const struct url *base,
			    struct url *url)
{
	size_t slashes = leading_slashes(rest);

	url->scheme = base->scheme;
	if (slashes == 2) {
		url_read_special(arena, rest, 0, url_read_default_port(base->scheme), url);
		return;
	}
	url->kind = URL_SPECIAL;
	url->has_userinfo = base->has_userinfo;
	url->userinfo = base->userinfo;
	url->hostname = base->hostname;
	url->port = base->port;
	if (slashes == 1)
		url_read_tail(rest, url);
	else
		merge(arena, rest, base, url);
}

/* The state "file host", from the two slashes on. */
static void read_file_host(struct arena *arena, struct span rest, struct url *url)
{
	size_t end = url_read_authority_end(rest, 2);
	struct span host = span_slice(rest, 2, end);

	if (is_drive(host)) {
		url_read_tail(span_slice(rest, 1, rest.len), url);
		return;
	}
	url_read_tail(span_slice(rest, end, rest.len), url);
	if (host.len == 0)
		return;
	url->hostname = hostname_parse(arena, host);
	if (url->hostname.kind == HOSTNAME_INVALID)
		url->kind = URL_FAILED;
	if (span_equal(url->hostname.ascii, SPAN("localhost")))
		url->hostname = (struct hostname){0};
}

/* The states "file" and "file slash". The base is an empty one where there is none. */
static void resolve_file(struct arena *arena, struct span rest, const struct url *base,
			 struct url *url)
{
	size_t slashes = leading_slashes(rest);

	url->kind = URL_OTHER;
	url->scheme = FILE_SCHEME;
	if (slashes == 2) {
		read_file_host(arena, rest, url);
		return;
	}
	url->hostname = base->hostname;
	if (slashes == 0) {
		merge(arena, rest, base, url);
		return;
	}
	url_read_tail(rest, url);
	if (!starts_with_drive(span_slice(rest, 1, rest.len)) && path_drive(base->path).len > 0)
		url->path =
		    joined(arena, path_drive(base->path), span_slice(url->path, 1, url->path.len));
}

/* Whether a break stands in the scheme or the authority of a text that url_parse() does not read. */
static bool is_broken(struct span text, size_t scheme_end, size_t first_break)
{
	size_t end = scheme_end;

	if (leading_slashes(span_slice(text, scheme_end, text.len)) == 2)
		end = url_read_head_end(text, scheme_end);
	return first_break < end; /* SPAN_NONE is above all */
}

/* A base that is URL_RELATIVE is none. */
static struct url resolve(struct arena *arena, struct span text, const struct url *base)
{
	static const struct url none = {.port = -1};
	struct url url = {.kind = URL_FAILED, .port = -1};
	size_t first_break, scheme_len;
	struct span clean, scheme, rest;

	if (text.len > URL_MAX)
		return url;
	clean = url_read_clean(arena, text, &first_break);
	scheme_len = url_read_scheme(clean);
	scheme = normalize_ascii_lower(arena, span_slice(clean, 0, scheme_len));
	rest = span_slice(clean, scheme_len > 0 ? scheme_len + 1 : 0, clean.len);
	if (is_file(scheme) || (scheme_len == 0 && is_file(base->scheme)))
		resolve_file(arena, rest, is_file(base->scheme) ? base : &none, &url);
	else if (base->kind == URL_SPECIAL &&
		 (scheme_len == 0 ||
		  (span_equal(scheme, base->scheme) && leading_slashes(rest) < 2)))
		resolve_special(arena, rest, base, &url);
	else if (scheme_len > 0)
		return url_parse(arena, text);
	if (is_broken(clean, clean.len - rest.len, first_break))
		url.oddities |= URL_CONTROL;
	return url;
}

struct url url_resolve(struct arena *arena, struct span text, struct span base)
{
	struct url against = {.kind = URL_RELATIVE, .port = -1};

	if (base.len > 0) {
		against = resolve(arena, base, &against);
		if (against.kind == URL_FAILED)
			return against;
	}
	return resolve(arena, text, &against);
}
