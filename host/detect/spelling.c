#include "detect/spelling.h"

#include "text/script.h"
#include "text/utf8.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/* `text` without blanks and semicolons, in lower case. */
static struct span bare(struct arena *arena, struct span text)
{
	struct builder left = {.arena = arena};

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c > ' ' && c != ';')
			builder_byte(&left, span_lower(c));
	}
	return builder_span(&left);
}

static bool is_idle_script(struct arena *arena, const struct url *url)
{
	struct span body = bare(arena, url_percent_decode(arena, url->path));

	return !body.len || span_equal(body, SPAN("void(0)")) || span_equal(body, SPAN("void0"));
}

const char *spelling_script(struct arena *arena, const struct url *url)
{
	static const char *const schemes[] = {"vbscript", "blob", "file"};
	static const char *const documents[] = {
	    "text/html",
	    "image/svg+xml",
	    "application/xhtml+xml",
	};
	struct span type;

	if (span_equal(url->scheme, SPAN("javascript")))
		return is_idle_script(arena, url) ? NULL : "javascript";
	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (span_equal(url->scheme, span_of(schemes[i])))
			return schemes[i];
	if (!span_equal(url->scheme, SPAN("data")))
		return NULL;
	type = bare(arena, url_percent_decode(arena, span_slice(url->path, 0, 256)));
	for (size_t i = 0; i < sizeof(documents) / sizeof(*documents); i++)
		if (span_starts(type, span_of(documents[i])))
			return "data";
	return NULL;
}

/* From the first character that is no blank to where path, query or fragment begin, the back slash
 * that may end the authority included. */
static struct span head_of(struct span text)
{
	size_t end = 0, colon;

	while (text.len && (unsigned char)text.ptr[0] <= ' ')
		text = span_slice(text, 1, text.len);
	colon = span_find(text, ':');
	end = colon == SPAN_NONE ? 0 : colon + 1;
	while (end < text.len && strchr("/\\\t\n\r", text.ptr[end]))
		end++;
	while (end < text.len && !strchr("/\\?#", text.ptr[end]))
		end++;
	return span_slice(text, 0, end < text.len && text.ptr[end] == '\\' ? end + 1 : end);
}

static bool has_control(struct span text)
{
	return span_find(text, '\t') != SPAN_NONE || span_find(text, '\n') != SPAN_NONE ||
	       span_find(text, '\r') != SPAN_NONE;
}

const char *spelling_oddity(struct span text, const struct url *url)
{
	struct span head;
	size_t end = text.len;

	/* Blanks and line breaks behind a bare hostname are cut off by every browser. */
	while (end > 0 && (unsigned char)text.ptr[end - 1] <= ' ')
		end--;
	head = head_of(span_slice(text, 0, end));
	if ((url->oddities & URL_BACKSLASH) && span_find(head, '\\') != SPAN_NONE)
		return "backslash";
	if ((url->oddities & URL_CONTROL) && has_control(head))
		return "control-character";
	if (url->oddities & URL_PERCENT_HOST)
		return "percent-encoding";
	if (url->oddities & URL_INVISIBLE_HOST)
		return "invisible-character";
	if (url->oddities & URL_WIDE_HOST)
		return "full-width";
	return url->oddities & URL_MANY_AT ? "several-at" : NULL;
}

const char *spelling_scripts(const struct hostname *hostname)
{
	static const struct {
		unsigned problem;
		const char *word;
	} words[] = {
	    {SCRIPT_INVISIBLE, "invisible"},
	    {SCRIPT_MIXED, "mixed-scripts"},
	    {SCRIPT_WHOLE_CONFUSABLE, "whole-script"},
	    {SCRIPT_UNASSIGNED, "unassigned"},
	    {SCRIPT_DIGITS, "digits"},
	    {SCRIPT_PATTERN, "strokes"},
	    {SCRIPT_NOT_IDENTIFIER, "not-identifier"},
	};
	struct span rest = hostname->unicode, tld;
	unsigned problems = 0;
	size_t dot = span_find_last(rest, '.');

	if (hostname->kind != HOSTNAME_NAME)
		return NULL;
	if (hostname->undecodable)
		return "undecodable";
	tld = span_slice(rest, dot == SPAN_NONE ? 0 : dot + 1, rest.len);
	while (rest.len) {
		struct span label = span_slice(rest, 0, span_find(rest, '.'));

		rest = span_slice(rest, label.len + 1, rest.len);
		if (!utf8_is_ascii(label))
			problems |= script_problems(label, tld);
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (problems & words[i].problem)
			return words[i].word;
	return NULL;
}

/* The first piece of `text` up to a character that ends a hostname, where it has a dot and ends in
 * a label of letters. */
static struct span as_domain(struct span text)
{
	size_t end = 0, dot;

	while (end < text.len && !strchr("/\\?#@: ", text.ptr[end]))
		end++;
	text = span_slice(text, 0, end);
	dot = span_find_last(text, '.');
	if (dot == SPAN_NONE || dot == 0 || text.len - dot < 3)
		return (struct span){0};
	for (size_t i = dot + 1; i < text.len; i++)
		if (!is_letter(text.ptr[i]))
			return (struct span){0};
	return text;
}

/* A name, password or scheme-like piece of the user information that reads like a domain. */
static struct span domain_within(struct span text)
{
	while (text.len) {
		struct span found = as_domain(text);
		size_t next = 0;

		if (found.len)
			return found;
		while (next < text.len && !strchr("/\\?#@: ", text.ptr[next]))
			next++;
		text = span_slice(text, next + 1, text.len);
	}
	return text;
}

struct span spelling_userinfo(struct arena *arena, struct span text, const struct url *url)
{
	struct span head, decoded;
	size_t at;

	if (url->kind == URL_SPECIAL)
		return url->has_userinfo ? domain_within(url->userinfo) : (struct span){0};
	if (url->kind != URL_FAILED)
		return (struct span){0};
	head = head_of(text);
	at = span_find(head, ':');
	decoded =
	    url_percent_decode(arena, span_slice(head, at == SPAN_NONE ? 0 : at + 1, head.len));
	at = span_find(decoded, '@');
	return at == SPAN_NONE ? (struct span){0} : domain_within(span_slice(decoded, 0, at));
}
