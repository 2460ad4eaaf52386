#include "json_out.h"

#include <stdio.h>

static void add(struct json_out *out, struct span text)
{
	builder_add(&out->text, text);
}

/* A value or name comes: sets it apart from the one before it. */
static void next(struct json_out *out)
{
	const struct builder *text = &out->text;
	char last = text->len ? text->ptr[text->len - 1] : '[';

	if (last != '[' && last != '{' && last != ':')
		add(out, SPAN(","));
}

void json_out_open(struct json_out *out, char bracket)
{
	next(out);
	builder_byte(&out->text, bracket);
}

void json_out_close(struct json_out *out, char bracket)
{
	builder_byte(&out->text, bracket);
}

void json_out_name(struct json_out *out, struct span name)
{
	next(out);
	add(out, SPAN("\""));
	add(out, name);
	add(out, SPAN("\":"));
}

static bool plain(char byte)
{
	return (unsigned char)byte >= ' ' && byte != '"' && byte != '\\';
}

static void add_escape(struct json_out *out, char byte)
{
	static const char named[][2] = {{'"', '"'},  {'\\', '\\'}, {'\b', 'b'}, {'\f', 'f'},
					{'\n', 'n'}, {'\r', 'r'},  {'\t', 't'}};
	char escape[8] = "\\";

	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		if (named[i][0] == byte) {
			escape[1] = named[i][1];
			add(out, (struct span){escape, 2});
			return;
		}
	}
	(void)snprintf(escape, sizeof(escape), "\\u%04X", (unsigned)(unsigned char)byte);
	add(out, (struct span){escape, 6});
}

void json_out_text(struct json_out *out, struct span text)
{
	next(out);
	add(out, SPAN("\""));
	while (text.len > 0) {
		size_t run = 0;

		while (run < text.len && plain(text.ptr[run]))
			run++;
		add(out, span_slice(text, 0, run));
		if (run < text.len)
			add_escape(out, text.ptr[run]);
		text = span_slice(text, run + 1, text.len);
	}
	add(out, SPAN("\""));
}

void json_out_text_or_null(struct json_out *out, struct span text)
{
	if (text.len)
		json_out_text(out, text);
	else
		json_out_null(out);
}

void json_out_number(struct json_out *out, int64_t number)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	next(out);
	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (number < 0)
		digits[--at] = '-';
	add(out, (struct span){digits + at, sizeof(digits) - at});
}

void json_out_bool(struct json_out *out, bool value)
{
	next(out);
	add(out, value ? SPAN("true") : SPAN("false"));
}

void json_out_null(struct json_out *out)
{
	next(out);
	add(out, SPAN("null"));
}
