#include "json_scan.h"

#include "limits.h"

#include <stdint.h>

/* Bytes of a word that are `byte` get their high bit set (and, behind such a one, others may). */
static uint64_t marked(uint64_t word, unsigned char byte)
{
	uint64_t same = word ^ 0x0101010101010101 * byte;

	return (same - 0x0101010101010101) & ~same & 0x8080808080808080;
}

/* Steps over whole words of eight bytes without a quote or backslash. */
static size_t skip_plain(struct span text, size_t i)
{
	uint64_t word;

	for (; i < text.len && text.len - i >= sizeof(word); i += sizeof(word)) {
		memcpy(&word, text.ptr + i, sizeof(word));
		if (marked(word, '"') | marked(word, '\\'))
			break;
	}
	return i;
}

/* Index of the quote that ends the string beginning at `from`, or the text's length. */
static size_t string_end(struct span text, size_t from)
{
	size_t i = skip_plain(text, from + 1);

	while (i < text.len && text.ptr[i] != '"') {
		bool escape = text.ptr[i] == '\\';

		i += escape ? 2 : 1;
		if (escape)
			i = skip_plain(text, i);
	}
	return i < text.len ? i : text.len;
}

static bool begins_scalar(struct span text, size_t i)
{
	static const char between[] = " \t\r\n,:[]{}\"";

	return !memchr(between, text.ptr[i], sizeof(between) - 1) &&
	       (i == 0 || memchr(between, text.ptr[i - 1], sizeof(between) - 1));
}

bool json_scan(struct span text, struct fault *fault)
{
	size_t depth = 0, values = 0, names = 0;

	for (size_t i = 0; i < text.len; i++) {
		switch (text.ptr[i]) {
		case '{':
		case '[':
			values++;
			if (++depth > LIMIT_DEPTH)
				return fault_set(fault, FAULT_INVALID_JSON,
						 "nested deeper than 64");
			break;
		case '}':
		case ']':
			depth -= depth > 0;
			break;
		case '"':
			values++;
			i = string_end(text, i);
			break;
		case ':':
			names++;
			break;
		default:
			values += begins_scalar(text, i);
		}
		if (values > names + LIMIT_VALUES + 1)
			return fault_set(fault, FAULT_INVALID_REQUEST, "more than 50000 values");
	}
	return true;
}
