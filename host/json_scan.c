#include "json_scan.h"

#include "limits.h"

/* Index of the quote that ends the string beginning at `from`, or the text's length. A quote behind an odd number of
 * backslashes is one of the string's own characters. */
static size_t string_end(struct span text, size_t from)
{
	for (size_t i = from + 1; i < text.len; i++) {
		const char *quote = memchr(text.ptr + i, '"', text.len - i);
		size_t at = quote ? (size_t)(quote - text.ptr) : text.len, run = at;

		while (run > i && text.ptr[run - 1] == '\\')
			run--;
		if (!quote || (at - run) % 2 == 0)
			return at;
		i = at;
	}
	return text.len;
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
