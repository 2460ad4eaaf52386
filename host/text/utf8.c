#include "text/utf8.h"

enum { REPLACEMENT = 0xFFFD };

static const unsigned char *bytes_of(struct span text)
{
	return (const unsigned char *)text.ptr;
}

/* Length of the code point at the start of `text`, 0 when it is broken. The second byte carries the
 * whole check against overlong forms, surrogates and U+10FFFF (Unicode, table 3-7). */
static size_t point_length(struct span text)
{
	const unsigned char *at = bytes_of(text);
	unsigned char low = 0x80, high = 0xBF;
	size_t length;

	if (at[0] < 0x80)
		return 1;
	if (at[0] < 0xC2 || at[0] > 0xF4)
		return 0;
	length = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
	if (text.len < length)
		return 0;
	if (at[0] == 0xE0)
		low = 0xA0;
	else if (at[0] == 0xED)
		high = 0x9F;
	else if (at[0] == 0xF0)
		low = 0x90;
	else if (at[0] == 0xF4)
		high = 0x8F;
	if (at[1] < low || at[1] > high)
		return 0;
	for (size_t i = 2; i < length; i++)
		if ((at[i] & 0xC0) != 0x80)
			return 0;
	return length;
}

/* How many bytes from `at` on are surely ASCII: whole words of eight, most of most texts. */
static size_t ascii_words(struct span text, size_t at)
{
	size_t from = at;
	uint64_t word;

	for (; text.len - at >= sizeof(word); at += sizeof(word)) {
		memcpy(&word, text.ptr + at, sizeof(word));
		if (word & 0x8080808080808080)
			break;
	}
	return at - from;
}

size_t utf8_check(struct span text)
{
	size_t at = 0;

	while (at < text.len) {
		size_t length = ascii_words(text, at);

		if (length == 0)
			length = point_length(span_slice(text, at, text.len));

		if (length == 0)
			return at;
		at += length;
	}
	return text.len;
}

uint32_t utf8_next(struct span *rest)
{
	const unsigned char *at = bytes_of(*rest);
	size_t length;
	uint32_t point;

	if (rest->len == 0)
		return REPLACEMENT;
	length = point_length(*rest);
	*rest = span_slice(*rest, length ? length : 1, rest->len);
	if (length == 0)
		return REPLACEMENT;
	if (length == 1)
		return at[0];
	point = at[0] & (0x7FU >> length);
	for (size_t i = 1; i < length; i++)
		point = point << 6 | (at[i] & 0x3FU);
	return point;
}

size_t utf8_encode(uint32_t point, char out[4])
{
	if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
		point = REPLACEMENT;
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		out[0] = (char)(0xC0 | point >> 6);
		out[1] = (char)(0x80 | (point & 0x3F));
		return 2;
	}
	if (point < 0x10000) {
		out[0] = (char)(0xE0 | point >> 12);
		out[1] = (char)(0x80 | (point >> 6 & 0x3F));
		out[2] = (char)(0x80 | (point & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | point >> 18);
	out[1] = (char)(0x80 | (point >> 12 & 0x3F));
	out[2] = (char)(0x80 | (point >> 6 & 0x3F));
	out[3] = (char)(0x80 | (point & 0x3F));
	return 4;
}

size_t utf8_length(struct span text)
{
	size_t length = 0;

	for (size_t i = 0; i < text.len; i++)
		length += (bytes_of(text)[i] & 0xC0) != 0x80;
	return length;
}

size_t utf8_ascii_prefix(struct span text)
{
	size_t len = ascii_words(text, 0);

	while (len < text.len && bytes_of(text)[len] < 0x80)
		len++;
	return len;
}

bool utf8_is_ascii(struct span text)
{
	return utf8_ascii_prefix(text) == text.len;
}

struct span utf8_prefix(struct span text, size_t max)
{
	struct span rest = text;

	if (text.len <= max)
		return text;
	for (; max > 0 && rest.len > 0; max--)
		utf8_next(&rest);
	return span_slice(text, 0, text.len - rest.len);
}
