#include "detect/window.h"

#include "text/fold.h"

static bool continues(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The head and the tail of a text that is longer than both. */
static struct span ends_of(struct arena *arena, struct span text, size_t head, size_t tail,
			   bool *cut)
{
	size_t from = text.len - tail;
	struct builder ends = {.arena = arena};

	*cut = true;
	while (head > 0 && continues(text.ptr[head]))
		head--;
	while (from < text.len && continues(text.ptr[from]))
		from++;
	builder_add(&ends, span_slice(text, 0, head));
	builder_byte(&ends, '\n');
	builder_add(&ends, span_slice(text, from, text.len));
	return builder_span(&ends);
}

/* A text that grows as it is folded, `front` being its folded beginning and `rest` not read: its last bytes behind
 * its first. */
static struct span with_end(struct arena *arena, struct span front, struct span rest, bool *cut)
{
	struct builder ends = {.arena = arena};
	size_t from = rest.len > WINDOW_GROWN_TAIL ? rest.len - WINDOW_GROWN_TAIL : 0;

	while (from > 0 && from < rest.len && continues(rest.ptr[from]))
		from++;
	*cut |= from > 0;
	builder_add(&ends, front);
	builder_byte(&ends, '\n');
	builder_add(&ends, fold_body(arena, span_slice(rest, from, rest.len)));
	return builder_span(&ends);
}

struct span window_fold(struct arena *arena, struct span text, size_t head, size_t tail, bool *cut)
{
	struct span folded, rest;

	if (text.len > head + tail)
		text = ends_of(arena, text, head, tail, cut);
	folded = fold_body_front(arena, text, WINDOW_FOLDED_HEAD + WINDOW_FOLDED_TAIL, &rest);
	if (rest.len)
		folded = with_end(arena, folded, rest, cut);
	if (folded.len > WINDOW_FOLDED_HEAD + WINDOW_FOLDED_TAIL)
		folded = ends_of(arena, folded, WINDOW_FOLDED_HEAD, WINDOW_FOLDED_TAIL, cut);
	return folded;
}
