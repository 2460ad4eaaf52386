#include "detect/link_text.h"

#include "text/unicode.h"
#include "text/url.h"
#include "text/utf8.h"

/* Longer texts are sentences. */
#define TEXT_MAX 2048

#define HIDDEN (UNICODE_INVISIBLE | UNICODE_BIDI_CONTROL | UNICODE_CONTROL)

/* The text without what a reader cannot see; line breaks stay blanks. */
static struct span visible(struct arena *arena, struct span text)
{
	struct builder seen = {.arena = arena};

	while (text.len) {
		uint32_t point = utf8_next(&text);
		unsigned properties = unicode_properties(point);

		if (properties & UNICODE_SPACE)
			builder_byte(&seen, ' ');
		else if (!(properties & HIDDEN))
			builder_point(&seen, point);
	}
	return builder_span(&seen);
}

/* Punctuation and symbols that may stand around a URL without belonging to its hostname. */
static bool is_edge(uint32_t point)
{
	return point == ' ' || point == 0x2026 ||
	       (unicode_properties(point) & UNICODE_PUNCTUATION) != 0;
}

static struct span trim(struct span text)
{
	struct span rest = text;

	while (text.len && is_edge(utf8_next(&rest)))
		text = rest;
	while (text.len) {
		size_t last = text.len - 1;

		while (last > 0 && (text.ptr[last] & 0xc0) == 0x80)
			last--;
		rest = span_slice(text, last, text.len);
		if (!is_edge(utf8_next(&rest)))
			break;
		text.len = last;
	}
	return text;
}

/* The part of a text without scheme up to where a path or port begins. */
static struct span name_part(struct span text)
{
	size_t end = 0;

	while (end < text.len && !strchr("/?#:", text.ptr[end]))
		end++;
	return span_slice(text, 0, end);
}

/* Names end in a label of letters: 3.14, 10.0.0.1 and v2.0 are no domains here. */
static bool is_name(const struct hostname *hostname)
{
	size_t dot = span_find_last(hostname->ascii, '.');
	struct span last;

	if (hostname->kind != HOSTNAME_NAME || dot == SPAN_NONE || dot == 0)
		return false;
	last = span_slice(hostname->ascii, dot + 1, hostname->ascii.len);
	if (span_starts(last, SPAN("xn--")))
		return true;
	for (size_t i = 0; i < last.len; i++)
		if (last.ptr[i] < 'a' || last.ptr[i] > 'z')
			return false;
	return last.len >= 2;
}

/* A character that IDNA takes for a dot or for several (UTS #46 maps them): without one a text is a word. */
static bool has_dot(struct span name)
{
	while (name.len) {
		uint32_t point = utf8_next(&name);

		if (point == '.' || (point >= 0x2024 && point <= 0x2026) ||
		    (point >= 0x2488 && point <= 0x249B) || point == 0x3002 || point == 0xFE12 ||
		    point == 0xFE19 || point == 0xFE30 || point == 0xFE52 || point == 0xFF0E ||
		    point == 0xFF61)
			return true;
	}
	return false;
}

static bool is_sign_in_word(struct span word)
{
	static const struct span WORDS[] = {
	    SPAN("signin"),	  SPAN("login"),  SPAN("logon"),	SPAN("verify"),
	    SPAN("verification"), SPAN("unlock"), SPAN("authenticate"),
	};

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (span_equal(word, WORDS[i]))
			return true;
	return false;
}

/* The letters at the start of `text`; of sign-in, sign_in and log-in with what joins them. */
static struct span word_at(struct arena *arena, struct span text, size_t *len)
{
	struct builder word = {.arena = arena};
	size_t at = 0;

	for (; at < text.len; at++) {
		char c = span_lower(text.ptr[at]);

		if (c >= 'a' && c <= 'z')
			builder_byte(&word, c);
		else if (!((c == '-' || c == '_') &&
			   (span_equal(builder_span(&word), SPAN("sign")) ||
			    span_equal(builder_span(&word), SPAN("log")))))
			break;
	}
	*len = at;
	return builder_span(&word);
}

bool link_text_signs_in(struct arena *arena, struct span seen)
{
	seen = span_slice(seen, 0, span_find(seen, '?'));
	while (seen.len) {
		size_t len;

		if (is_sign_in_word(word_at(arena, seen, &len)))
			return true;
		seen = span_slice(seen, len + 1, seen.len);
	}
	return false;
}

static struct hostname host_of(struct arena *arena, struct span url)
{
	return url_parse(arena, url).hostname;
}

struct shown_host link_text_host(struct arena *arena, struct span text, struct effort *idna)
{
	struct shown_host result = {0};
	struct span seen, name;
	size_t at;

	if (text.len > TEXT_MAX)
		return result;
	seen = trim(visible(arena, text));
	if (!seen.len || span_find(seen, ' ') != SPAN_NONE)
		return result;
	if (span_starts_without_case(seen, SPAN("http://")) ||
	    span_starts_without_case(seen, SPAN("https://"))) {
		if (!effort_take(idna, effort_idna(seen)))
			return result;
		result.explicit = true;
		result.hostname = host_of(arena, seen);
	} else {
		name = name_part(seen);
		at = span_find_last(name, '@');
		result.explicit = at == SPAN_NONE && span_starts_without_case(name, SPAN("www."));
		if (at != SPAN_NONE)
			name = span_slice(name, at + 1, name.len);
		if (!has_dot(name) || !effort_take(idna, effort_idna(name)))
			return (struct shown_host){0};
		result.hostname = hostname_parse(arena, name);
	}
	result.seen = seen;
	result.shown = is_name(&result.hostname);
	return result;
}
