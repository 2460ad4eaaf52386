#include "encoded_word.h"

#include "text/base64.h"
#include "text/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <uniconv.h>

/* One word, taken apart. */
struct word {
	const char *charset; /* NULL: no word */
	struct span bytes;   /* decoded, in that character set */
	size_t length;	     /* as it is written */
};

/* Names that mails use, and what the platform's converter is asked for: never a name that a mail chooses. */
static const struct {
	const char *name, *charset;
} CHARSETS[] = {
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"us-ascii", "UTF-8"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},
    {"sjis", "CP932"},
    {"windows-31j", "CP932"},
    {"cp932", "CP932"},
    {"euc-jp", "EUC-JP"},
    {"iso-8859-1", "CP1252"}, /* as browsers read it */
    {"iso-8859-2", "ISO-8859-2"},
    {"iso-8859-15", "ISO-8859-15"},
    {"windows-1250", "CP1250"},
    {"windows-1251", "CP1251"},
    {"windows-1252", "CP1252"},
    {"koi8-r", "KOI8-R"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"big5", "BIG5"},
    {"euc-kr", "EUC-KR"},
    {"ks_c_5601-1987", "EUC-KR"},
};

static const char *charset_of(struct span name)
{
	/* RFC 2231, section 5: a language may stand behind it. */
	name = span_slice(name, 0, span_find(name, '*'));
	for (size_t i = 0; i < sizeof(CHARSETS) / sizeof(CHARSETS[0]); i++)
		if (name.len == strlen(CHARSETS[i].name) &&
		    span_starts_without_case(name, span_of(CHARSETS[i].name)))
			return CHARSETS[i].charset;
	return NULL;
}

static bool decode_quoted(struct builder *out, struct span text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '=') {
			int high = i + 2 < text.len ? span_hex(text.ptr[i + 1]) : -1;
			int low = high < 0 ? -1 : span_hex(text.ptr[i + 2]);

			if (low < 0)
				return false;
			c = (char)(high << 4 | low);
			i += 2;
		}
		builder_byte(out, c == '_' ? ' ' : c);
	}
	return true;
}

/* Cuts what stands before `byte` off the front of *rest. */
static bool cut(struct span *rest, char byte, struct span *piece)
{
	size_t at = span_find(*rest, byte);

	if (at == SPAN_NONE)
		return false;
	*piece = span_slice(*rest, 0, at);
	*rest = span_slice(*rest, at + 1, rest->len);
	return true;
}

/* The encoded word with which `text` begins. */
static struct word word_at(struct arena *arena, struct span text)
{
	struct builder bytes = {.arena = arena};
	struct span rest = text, name, encoding, encoded;
	struct word word = {0};
	const char *charset;

	if (!span_starts(text, SPAN("=?")))
		return word;
	rest = span_slice(text, 2, text.len);
	if (!cut(&rest, '?', &name) || !cut(&rest, '?', &encoding) || !cut(&rest, '?', &encoded) ||
	    !span_starts(rest, SPAN("=")) || encoding.len != 1)
		return word;
	charset = charset_of(name);
	if (!charset || !(span_lower(encoding.ptr[0]) == 'b'   ? base64_decode(&bytes, encoded)
			  : span_lower(encoding.ptr[0]) == 'q' ? decode_quoted(&bytes, encoded)
							       : false))
		return word;
	word.charset = charset;
	word.bytes = builder_span(&bytes);
	word.length = text.len - rest.len + 1;
	return word;
}

/* Adds `bytes` as UTF-8; false when they cannot be read, or hold what no header holds (NUL). */
static bool add_converted(struct builder *out, struct span bytes, const char *charset)
{
	size_t length = 0;
	uint8_t *text;
	bool sound;

	if (bytes.len == 0)
		return true;
	text = u8_conv_from_encoding(charset, iconveh_question_mark, bytes.ptr, bytes.len, NULL,
				     NULL, &length);
	if (!text)
		return false;
	struct span converted = {(const char *)text, length};

	sound = span_find(converted, '\0') == SPAN_NONE && utf8_check(converted) == length;
	if (sound)
		builder_add(out, converted);
	free(text);
	return sound;
}

static size_t blanks(struct span text)
{
	size_t count = 0;

	while (count < text.len && text.ptr[count] && strchr(" \t\r\n", text.ptr[count]))
		count++;
	return count;
}

/* Reads the words of one character set with which `text` begins, and the blanks between them, `most` at most; returns
 * how many bytes of it they take, 0 where it begins with no word. *read: they could be read, and are in `out`. */
static size_t read_words(struct builder *out, struct span text, size_t most, bool *read)
{
	struct builder bytes = {.arena = out->arena};
	struct word first = word_at(out->arena, text), word = first;
	size_t taken = 0, gap = 0;

	while (word.charset && word.charset == first.charset && most-- > 0) {
		builder_add(&bytes, word.bytes);
		taken += gap + word.length;
		struct span rest = span_slice(text, taken, text.len);

		gap = blanks(rest);
		word = word_at(out->arena, span_slice(rest, gap, rest.len));
	}
	*read = taken && add_converted(out, builder_span(&bytes), first.charset);
	return *read && word.charset ? taken + gap : taken;
}

struct span encoded_words(struct arena *arena, struct span text)
{
	struct builder out = {.arena = arena};
	size_t alone = 0; /* up to here each word is read by itself: together they could not be */
	bool any = false;

	for (size_t at = 0; at < text.len;) {
		struct span rest = span_slice(text, at, text.len);
		size_t most = at < alone ? 1 : SIZE_MAX, taken = 0;
		bool read = false;

		if (span_starts(rest, SPAN("=?")))
			taken = read_words(&out, rest, most, &read);
		if (taken && !read && most > 1) {
			alone = at + taken;
			continue;
		}
		any |= read;
		taken += taken == 0;
		if (!read)
			builder_add(&out, span_slice(rest, 0, taken));
		at += taken;
	}
	return any ? builder_span(&out) : text;
}
