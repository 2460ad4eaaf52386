#include "text/fold.h"

#include "text/fold_class.h"
#include "text/normalize.h"
#include "text/unicode.h"
#include "text/utf8.h"

enum gap { GAP_NONE, GAP_BLANK, GAP_LINE };

static enum gap gap_of(uint32_t point, unsigned properties)
{
	if (point == 0x2800)
		return GAP_BLANK; /* blank Braille pattern: no ink, but wide */
	if (!(properties & UNICODE_SPACE))
		return GAP_NONE;
	return (point >= 0x0A && point <= 0x0D) || point == 0x85 || point == 0x2028 ||
		       point == 0x2029
		   ? GAP_LINE
		   : GAP_BLANK;
}

/* The folded text while it is made, never longer than what it is made of. */
struct body {
	char *out;
	size_t len;
	enum gap gap;	 /* since the last character */
	uint32_t before; /* the last character; 0 at the start */
};

static void end_gap(struct body *body, uint32_t after)
{
	if (body->gap == GAP_NONE)
		return;
	if (body->len > 0) {
		if (body->gap == GAP_LINE)
			body->out[body->len++] = '\n';
		else if (!fold_is_japanese(body->before) || !fold_is_japanese(after))
			body->out[body->len++] = ' ';
	}
	body->gap = GAP_NONE;
}

static bool is_inked_ascii(char byte)
{
	return byte > ' ' && byte < 0x7F;
}

/* Does the run go on at `from`: with ink, or with one blank and ink behind it? */
static bool ascii_goes_on(const char *from, const char *end)
{
	if (from < end && *from == ' ')
		from++;
	return from < end && is_inked_ascii(*from);
}

#define EACH_BYTE UINT64_C(0x0101010101010101)

/* How many of the eight bytes at `from`, the first of them ink, are ASCII ink with single blanks between and end with
 * ink: 8, 7, or 0 for what is to be looked at byte by byte. */
static size_t plain_bytes(const char *from)
{
	uint64_t word, blanks;

	memcpy(&word, from, sizeof(word));
	if ((word | (word + EACH_BYTE) | (word - EACH_BYTE * ' ')) & EACH_BYTE * 0x80)
		return 0; /* some byte is a control or no ASCII; none carries into the next but behind such a one */
	blanks = ~((word ^ EACH_BYTE * ' ') + EACH_BYTE * 0x7F) & EACH_BYTE * 0x80;
	if (blanks & blanks >> 8)
		return 0;
	return blanks >> 63 ? 7 : 8;
}

/* Takes a run of ASCII without controls and wider gaps off *rest. */
static void take_ascii(struct body *body, struct span *rest)
{
	const char *from = rest->ptr, *end = from + rest->len;
	char *out;

	if (!is_inked_ascii(*from))
		return;
	end_gap(body, (unsigned char)*from);
	out = body->out + body->len;
	do {
		size_t many = end - from >= 8 ? plain_bytes(from) : 0;

		if (many == 0)
			*out = *from;
		else
			memcpy(out, from, 8); /* room as for eight bytes that are not read yet */
		out += many ? many : 1;
		from += many ? many : 1;
	} while (ascii_goes_on(from, end));
	body->before = (unsigned char)from[-1];
	body->len = (size_t)(out - body->out);
	*rest = (struct span){from, (size_t)(end - from)};
}

/* Takes a blank or line break of the commonest kinds off *rest. */
static bool take_blank(struct body *body, struct span *rest)
{
	char byte = rest->len > 0 ? rest->ptr[0] : '\0';

	if (byte != ' ' && byte != '\n')
		return false;
	if (byte == '\n')
		body->gap = GAP_LINE;
	else if (body->gap == GAP_NONE)
		body->gap = GAP_BLANK;
	*rest = span_slice(*rest, 1, rest->len);
	return true;
}

static void take_point(struct body *body, struct span *rest)
{
	const char *bytes = rest->ptr;
	uint32_t point = utf8_next(rest);
	unsigned properties = unicode_properties(point);
	enum gap here = gap_of(point, properties);

	if (here > body->gap)
		body->gap = here;
	if (properties & UNICODE_CONTROL)
		*rest = fold_behind_colours(point, *rest);
	if (here != GAP_NONE || (properties & (UNICODE_INVISIBLE | UNICODE_CONTROL)))
		return;
	end_gap(body, point);
	memcpy(body->out + body->len, bytes, (size_t)(rest->ptr - bytes));
	body->len += (size_t)(rest->ptr - bytes);
	body->before = point;
}

static struct span fold_normalized(struct arena *arena, struct span rest)
{
	struct body body = {.out = arena_room(arena, rest.len)};

	if (!body.out || arena_failed(arena))
		return (struct span){NULL, 0};
	while (rest.len > 0) {
		take_ascii(&body, &rest);
		if (!take_blank(&body, &rest) && rest.len > 0)
			take_point(&body, &rest);
	}
	return (struct span){body.out, body.len};
}

struct span fold_body(struct arena *arena, struct span raw)
{
	return fold_normalized(arena, normalize_nfkc_fold(arena, raw));
}

struct span fold_body_front(struct arena *arena, struct span raw, size_t most, struct span *rest)
{
	return fold_normalized(arena, normalize_nfkc_fold_front(arena, raw, most, rest));
}
