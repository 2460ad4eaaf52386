#include "detect/link_inner.h"

#include "text/mailbox.h"

#include <string.h>

/* Of an address list, in front: what is longer is none that anybody wrote. */
#define LIST_BYTES 1000

/* The value of `name` among the parameters between #Intent; and ;end. */
static struct span parameter(struct span fragment, struct span name)
{
	while (fragment.len) {
		struct span pair = span_slice(fragment, 0, span_find(fragment, ';'));

		fragment = span_slice(fragment, pair.len + 1, fragment.len);
		if (span_starts(pair, name))
			return span_slice(pair, name.len, pair.len);
	}
	return (struct span){0};
}

size_t link_inner_intent(struct arena *arena, const struct url *url,
			 struct span out[static LINK_INNER])
{
	struct span rest = url->path, fragment, fallback, scheme;
	size_t mark = span_find(rest, '#'), count = 0;

	if (!span_equal(url->scheme, SPAN("intent")) || mark == SPAN_NONE)
		return 0;
	fragment = span_slice(rest, mark + 1, rest.len);
	rest = span_slice(rest, 0, mark);
	if (!span_starts(fragment, SPAN("Intent;")))
		return 0;
	scheme = parameter(fragment, SPAN("scheme="));
	if ((span_equal(scheme, SPAN("http")) || span_equal(scheme, SPAN("https"))) &&
	    span_starts(rest, SPAN("//")))
		out[count++] = arena_join(arena, arena_join(arena, scheme, SPAN(":")), rest);
	fallback = parameter(fragment, SPAN("S.browser_fallback_url="));
	if (fallback.len)
		out[count++] = url_percent_decode(arena, fallback);
	return count;
}

size_t link_inner_mailto(struct arena *arena, const struct url *url,
			 struct span out[static LINK_INNER])
{
	struct span list = span_slice(url->path, 0, LIST_BYTES);
	size_t count = 0;

	if (!span_equal(url->scheme, SPAN("mailto")))
		return 0;
	list = span_slice(list, 0, span_find(list, '?'));
	while (list.len && count < LINK_INNER) {
		struct span one = span_slice(list, 0, span_find(list, ','));
		struct mailbox mailbox = mailbox_parse(arena, url_percent_decode(arena, one));

		list = span_slice(list, one.len + 1, list.len);
		if (mailbox.domain.kind == HOSTNAME_NAME && mailbox.domain.ascii.len)
			out[count++] = mailbox.domain.ascii;
	}
	return count;
}
