#include "text/mailbox_scan.h"

/* Opening characters of which it is known that nothing closes them any more. Without this memory,
 * 100 kB of ( would take 100 kB squared. */
struct hopeless {
	bool quote, comment, literal;
};

/* Index after the quoted string at `from`, or SPAN_NONE. */
static size_t quoted_end(struct span text, size_t from)
{
	for (size_t i = from + 1; i < text.len; i++) {
		if (text.ptr[i] == '\\')
			i++;
		else if (text.ptr[i] == '"')
			return i + 1;
	}
	return SPAN_NONE;
}

/* Comments nest. */
static size_t comment_end(struct span text, size_t from)
{
	size_t depth = 0;

	for (size_t i = from; i < text.len; i++) {
		if (text.ptr[i] == '\\')
			i++;
		else if (text.ptr[i] == '(')
			depth++;
		else if (text.ptr[i] == ')' && --depth == 0)
			return i + 1;
	}
	return SPAN_NONE;
}

static size_t literal_end(struct span text, size_t from)
{
	size_t end = span_find(span_slice(text, from, text.len), ']');

	return end == SPAN_NONE ? SPAN_NONE : from + end + 1;
}

/* The end of whatever opens at `from`, and in *part its kind; SPAN_NONE where nothing does. */
static size_t part_end(struct span text, size_t from, struct hopeless *hopeless,
		       enum mailbox_part *part)
{
	bool *known;
	size_t end;

	switch (text.ptr[from]) {
	case '"':
		*part = PART_QUOTED;
		known = &hopeless->quote;
		end = *known ? SPAN_NONE : quoted_end(text, from);
		break;
	case '(':
		*part = PART_COMMENT;
		known = &hopeless->comment;
		end = *known ? SPAN_NONE : comment_end(text, from);
		break;
	case '[':
		*part = PART_LITERAL;
		known = &hopeless->literal;
		end = *known ? SPAN_NONE : literal_end(text, from);
		break;
	default:
		return SPAN_NONE;
	}
	*known = end == SPAN_NONE;
	return end;
}

/* Marks what stands between each < and the next > that is plain. */
static void mark_angles(struct mailbox_scan *scan)
{
	size_t open = SPAN_NONE;

	for (size_t i = 0; i < scan->text.len; i++) {
		if (scan->parts[i] != PART_PLAIN)
			continue;
		if (scan->text.ptr[i] == '<' && open == SPAN_NONE) {
			open = i;
		} else if (scan->text.ptr[i] == '>' && open != SPAN_NONE) {
			for (size_t j = open + 1; j < i; j++)
				scan->parts[j] |= PART_IN_ANGLE;
			open = SPAN_NONE;
		}
	}
}

struct mailbox_scan mailbox_scan(struct arena *arena, struct span text)
{
	struct mailbox_scan scan = {.text = text, .parts = arena_alloc(arena, text.len)};
	struct hopeless hopeless = {0};

	if (!scan.parts)
		return scan;
	for (size_t i = 0; i < text.len;) {
		enum mailbox_part part = PART_PLAIN;
		size_t end = part_end(text, i, &hopeless, &part);

		if (end == SPAN_NONE)
			i++;
		else
			for (; i < end; i++)
				scan.parts[i] = (unsigned char)part;
	}
	mark_angles(&scan);
	return scan;
}
