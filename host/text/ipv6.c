#include "text/ipv6.h"

#include "text/ipv4.h"

#include <stdio.h>

#define MAX_PIECE_DIGITS 4

/* One to four hexadecimal digits at the front of *rest. */
static bool read_piece(struct span *rest, uint16_t *piece)
{
	size_t len = 0;
	unsigned value = 0;

	while (len < rest->len && len < MAX_PIECE_DIGITS && span_hex(rest->ptr[len]) >= 0)
		value = value * 16 + (unsigned)span_hex(rest->ptr[len++]);
	*piece = (uint16_t)value;
	*rest = span_slice(*rest, len, rest->len);
	return len > 0;
}

/* Four decimal numbers without leading zeros, to the end of `text`. */
static bool read_dotted(struct span text, uint16_t pieces[static 2])
{
	unsigned numbers[4];

	for (size_t i = 0; i < 4; i++) {
		size_t len = 0;

		numbers[i] = 0;
		while (len < text.len && len < 3 && text.ptr[len] >= '0' && text.ptr[len] <= '9')
			numbers[i] = numbers[i] * 10 + (unsigned)(text.ptr[len++] - '0');
		if (len == 0 || numbers[i] > 255 || (len > 1 && text.ptr[0] == '0'))
			return false;
		if (i < 3 && (len == text.len || text.ptr[len++] != '.'))
			return false;
		text = span_slice(text, len, text.len);
	}
	pieces[0] = (uint16_t)(numbers[0] << 8 | numbers[1]);
	pieces[1] = (uint16_t)(numbers[2] << 8 | numbers[3]);
	return text.len == 0;
}

static bool dotted_follows(struct span rest)
{
	size_t dot = span_find(rest, '.');
	size_t colon = span_find(rest, ':');

	return dot != SPAN_NONE && (colon == SPAN_NONE || dot < colon);
}

/* Reads pieces until the end; *gap becomes the index before which :: stood. False when broken. */
static bool read_pieces(struct span rest, uint16_t *pieces, size_t *count, size_t *gap)
{
	while (rest.len > 0) {
		if (*count == IPV6_PIECES)
			return false;
		if (rest.ptr[0] == ':') {
			if (*gap != SPAN_NONE)
				return false;
			*gap = *count;
			rest = span_slice(rest, 1, rest.len);
			continue;
		}
		if (dotted_follows(rest)) {
			if (*count > IPV6_PIECES - 2 || !read_dotted(rest, pieces + *count))
				return false;
			*count += 2;
			return true;
		}
		if (!read_piece(&rest, &pieces[*count]))
			return false;
		*count += 1;
		if (rest.len == 0)
			return true;
		if (rest.ptr[0] != ':' || rest.len == 1)
			return false;
		rest = span_slice(rest, 1, rest.len);
	}
	return true;
}

bool ipv6_parse(struct span text, uint16_t pieces[static IPV6_PIECES])
{
	uint16_t read[IPV6_PIECES] = {0};
	size_t count = 0, gap = SPAN_NONE, tail;

	/* A leading colon is half of ::, whose second half the loop takes for the gap. */
	if (text.len > 0 && text.ptr[0] == ':') {
		if (text.len == 1 || text.ptr[1] != ':')
			return false;
		text = span_slice(text, 1, text.len);
	}
	if (text.len == 0 || !read_pieces(text, read, &count, &gap))
		return false;
	if (gap == SPAN_NONE ? count != IPV6_PIECES : count == IPV6_PIECES)
		return false;
	memset(pieces, 0, IPV6_PIECES * sizeof *pieces);
	if (gap == SPAN_NONE)
		gap = count;
	tail = count - gap;
	memcpy(pieces, read, gap * sizeof *pieces);
	memcpy(pieces + (IPV6_PIECES - tail), read + gap, tail * sizeof *pieces);
	return true;
}

/* The first of the longest runs of zero pieces; a run of one is left alone. */
static size_t longest_zeros(const uint16_t *pieces, size_t *start)
{
	size_t best = 1;

	*start = IPV6_PIECES;
	for (size_t i = 0; i < IPV6_PIECES; i++) {
		size_t end = i;

		while (end < IPV6_PIECES && pieces[end] == 0)
			end++;
		if (end - i > best) {
			best = end - i;
			*start = i;
		}
	}
	return best;
}

struct span ipv6_write(struct arena *arena, const uint16_t pieces[static IPV6_PIECES])
{
	char text[sizeof "[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]"];
	size_t start, zeros = longest_zeros(pieces, &start), len = 0;

	text[len++] = '[';
	for (size_t i = 0; i < IPV6_PIECES;) {
		if (i == start) {
			text[len++] = ':';
			if (i == 0)
				text[len++] = ':';
			i += zeros;
			continue;
		}
		len += (size_t)snprintf(text + len, sizeof text - len, "%x", (unsigned)pieces[i]);
		i++;
		if (i < IPV6_PIECES)
			text[len++] = ':';
	}
	text[len++] = ']';
	return arena_copy(arena, (struct span){text, len});
}

bool ipv6_private(const uint16_t pieces[static IPV6_PIECES])
{
	bool zero = true;

	for (size_t i = 0; i < 5; i++)
		zero = zero && pieces[i] == 0;
	if (zero && pieces[5] == 0xffff)
		return ipv4_private((uint32_t)pieces[6] << 16 | pieces[7]);
	if (zero && pieces[5] == 0 && pieces[6] == 0 && pieces[7] <= 1)
		return true;
	return (pieces[0] & 0xfe00) == 0xfc00 || (pieces[0] & 0xffc0) == 0xfe80;
}
