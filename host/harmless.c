#include "harmless.h"

#include "text/unicode.h"
#include "text/utf8.h"

#include <stdio.h>

static bool acts(uint32_t point)
{
	if (unicode_properties(point) & (UNICODE_CONTROL | UNICODE_BIDI_CONTROL))
		return true;
	return (point >= 0xe0000 && point <= 0xe007f) || /* tags */
	       point == 0x2028 || point == 0x2029 ||	 /* line and paragraph separator */
	       point == 0x200b || point == 0xfeff ||	 /* zero-width space, byte order mark */
	       (point >= 0x2060 &&
		point <= 0x206f) || /* word joiner, invisible operators, old controls */
	       (point >= 0xfff9 && point <= 0xfffb); /* annotations */
}

struct piece {
	char bytes[12];
	size_t len, points;
};

/* How one code point is written. */
static struct piece piece_of(uint32_t point)
{
	struct piece piece = {.points = 1};

	if (!acts(point)) {
		piece.len = utf8_encode(point, piece.bytes);
		return piece;
	}
	int made = snprintf(piece.bytes, sizeof(piece.bytes),
			    point > 0xffff ? "\\u{%x}" : "\\u%04x", (unsigned)point);
	piece.len = piece.points = (size_t)made;
	return piece;
}

/* Appends pieces while they fit in both limits; false when something was left out. */
static bool add_pieces(struct builder *b, struct span *rest, size_t points, size_t bytes)
{
	while (rest->len > 0) {
		struct span after = *rest;
		struct piece piece = piece_of(utf8_next(&after));

		if (piece.points > points || piece.len > bytes)
			return false;
		builder_add(b, (struct span){piece.bytes, piece.len});
		points -= piece.points;
		bytes -= piece.len;
		*rest = after;
	}
	return true;
}

/* Printable ASCII does not act. */
static bool is_tame(struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] < ' ' || text.ptr[i] > '~')
			return false;
	return true;
}

struct span harmless(struct arena *arena, struct span text, size_t points)
{
	struct builder b = {.arena = arena};
	struct span rest = text;

	if (text.len <= points && is_tame(text))
		return text;
	if (add_pieces(&b, &rest, points, SIZE_MAX))
		return builder_span(&b);
	/* Once more, with room for the ellipsis. */
	b = (struct builder){.arena = arena};
	rest = text;
	(void)add_pieces(&b, &rest, points - 1, SIZE_MAX);
	builder_add(&b, SPAN("…"));
	return builder_span(&b);
}

struct span harmless_bytes(struct arena *arena, struct span text, size_t bytes)
{
	struct builder b = {.arena = arena};

	if (text.len <= bytes && is_tame(text))
		return text;
	(void)add_pieces(&b, &text, SIZE_MAX, bytes);
	return builder_span(&b);
}
