#include "text/url_read.h"

#include "text/normalize.h"

static void read_url(struct arena *arena, struct span text, size_t first_break, struct url *url)
{
	size_t scheme = url_read_scheme(text), from = scheme ? scheme + 1 : 0;
	int default_port;

	url->scheme = normalize_ascii_lower(arena, span_slice(text, 0, scheme));
	if (scheme == 0) {
		if (text.len < 2 || !url_read_is_slash(text.ptr[0]) ||
		    !url_read_is_slash(text.ptr[1]))
			return;
		url->scheme = SPAN("https");
	}
	default_port = url_read_default_port(url->scheme);
	if (first_break != SPAN_NONE &&
	    first_break < (default_port >= 0 ? url_read_head_end(text, from) : from))
		url->oddities |= URL_CONTROL;
	if (default_port >= 0) {
		url_read_special(arena, text, from, default_port, url);
	} else {
		url->kind = URL_OTHER;
		url->path = span_slice(text, from, text.len);
	}
}

struct url url_parse(struct arena *arena, struct span text)
{
	struct url url = {.kind = URL_RELATIVE, .port = -1};
	size_t first_break;

	if (text.len > URL_MAX) {
		url.kind = URL_FAILED;
		return url;
	}
	text = url_read_clean(arena, text, &first_break);
	read_url(arena, text, first_break, &url);
	return url;
}
