#include "pasted.h"

#include "encoded_word.h"
#include "text/hostname.h"
#include "text/url.h"

/* How reports keep a link from being opened by mistake, and what is meant. */
static const struct {
	struct span written, meant;
} harmless_marks[] = {
    {{"[.]", 3}, {".", 1}},   {{"(.)", 3}, {".", 1}},	  {{"{.}", 3}, {".", 1}},
    {{"[dot]", 5}, {".", 1}}, {{"(dot)", 5}, {".", 1}},	  {{"{dot}", 5}, {".", 1}},
    {{"[:]", 3}, {":", 1}},   {{"[://]", 5}, {"://", 3}}, {{"[/]", 3}, {"/", 1}},
    {{"[@]", 3}, {"@", 1}},   {{"(@)", 3}, {"@", 1}},	  {{"[at]", 4}, {"@", 1}},
    {{"(at)", 4}, {"@", 1}},
};

static const struct {
	struct span written, meant;
} harmless_schemes[] = {
    {{"hxxps:", 6}, {"https:", 6}}, {{"hxxp:", 5}, {"http:", 5}},   {{"h**ps:", 6}, {"https:", 6}},
    {{"h**p:", 5}, {"http:", 5}},   {{"htxps:", 6}, {"https:", 6}}, {{"htxp:", 5}, {"http:", 5}},
    {{"ttps:", 5}, {"https:", 6}},  {{"ttp:", 4}, {"http:", 5}},
};

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static struct span trimmed(struct span text)
{
	while (text.len && is_blank(text.ptr[0]))
		text = span_slice(text, 1, text.len);
	while (text.len && is_blank(text.ptr[text.len - 1]))
		text.len--;
	return text;
}

static bool has_blank(struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (is_blank(text.ptr[i]))
			return true;
	return false;
}

static struct span without_marks(struct arena *arena, struct span text)
{
	struct builder b = {.arena = arena};

	if (span_find(text, '[') == SPAN_NONE && span_find(text, '(') == SPAN_NONE &&
	    span_find(text, '{') == SPAN_NONE)
		return text;
	while (text.len) {
		size_t i = 0, marks = sizeof(harmless_marks) / sizeof(harmless_marks[0]);

		while (i < marks && !span_starts_without_case(text, harmless_marks[i].written))
			i++;
		builder_add(&b, i < marks ? harmless_marks[i].meant : span_slice(text, 0, 1));
		text = span_slice(text, i < marks ? harmless_marks[i].written.len : 1, text.len);
	}
	return builder_span(&b);
}

static struct span with_scheme(struct arena *arena, struct span text)
{
	for (size_t i = 0; i < sizeof(harmless_schemes) / sizeof(harmless_schemes[0]); i++) {
		struct span written = harmless_schemes[i].written;

		if (span_starts_without_case(text, written))
			return arena_join(arena, harmless_schemes[i].meant,
					  span_slice(text, written.len, text.len));
	}
	return text;
}

/* `text` begins with a hostname of several labels or an IP address, as it would stand behind https://. */
static bool is_hostname(struct arena *arena, struct span text)
{
	struct span joined = arena_join(arena, SPAN("https://"), text);
	struct url url = url_parse(arena, joined);

	if (url.kind != URL_SPECIAL || url.hostname.kind == HOSTNAME_INVALID || has_blank(text))
		return false;
	if (url.hostname.kind == HOSTNAME_IPV6)
		return true;
	size_t dot = span_find(url.hostname.kind == HOSTNAME_IPV4 ? text : url.hostname.ascii, '.');

	return dot != SPAN_NONE && dot > 0;
}

/* `a.example:8080/x` has no scheme `a.example`: what follows its colon is a port. */
static bool is_port(struct span rest)
{
	size_t digits = 0;

	while (digits < rest.len && rest.ptr[digits] >= '0' && rest.ptr[digits] <= '9')
		digits++;
	return digits > 0 && (digits == rest.len || rest.ptr[digits] == '/');
}

static bool carries_content(struct span scheme)
{
	return span_equal(scheme, SPAN("javascript")) || span_equal(scheme, SPAN("vbscript")) ||
	       span_equal(scheme, SPAN("data"));
}

bool pasted_link(struct arena *arena, struct span text, struct message_link *link)
{
	struct span meant = with_scheme(arena, without_marks(arena, trimmed(text)));
	struct url url = url_parse(arena, meant);
	size_t colon = span_find(meant, ':');
	bool port = url.kind == URL_OTHER && is_port(span_slice(meant, colon + 1, meant.len));

	link->url = meant;
	if (meant.len == 0 || meant.len > URL_MAX)
		return meant.len > 0;
	if (url.kind == URL_OTHER && !port)
		return carries_content(url.scheme) || (url.path.len && !has_blank(meant));
	if (url.kind == URL_SPECIAL || (url.kind == URL_FAILED && url.scheme.len))
		return true;
	link->url = arena_join(arena, SPAN("https://"), meant);
	return is_hostname(arena, meant);
}

/* Without the quotes around it and the back slashes inside them (RFC 5322, quoted-string). */
static struct span unquoted(struct arena *arena, struct span name)
{
	struct builder b = {.arena = arena};

	if (name.len < 2 || name.ptr[0] != '"' || name.ptr[name.len - 1] != '"')
		return name;
	for (size_t i = 1; i + 1 < name.len; i++) {
		if (name.ptr[i] == '\\' && i + 2 < name.len)
			i++;
		builder_byte(&b, name.ptr[i]);
	}
	return builder_span(&b);
}

/* What stands behind the name of a header that was copied along. */
static struct span without_header(struct span text, struct span header)
{
	text = trimmed(text);
	return span_starts_without_case(text, header)
		   ? trimmed(span_slice(text, header.len, text.len))
		   : text;
}

void pasted_sender(struct arena *arena, struct span text, struct span *name, struct span *address)
{
	struct span all = without_header(text, SPAN("from:"));
	size_t open = span_find_last(all, '<');

	*name = (struct span){0};
	if (open != SPAN_NONE && all.ptr[all.len - 1] == '>') {
		*name = encoded_words(arena, unquoted(arena, trimmed(span_slice(all, 0, open))));
		if (name->len)
			all = span_slice(all, open + 1, all.len - 1);
	}
	*address = without_marks(arena, all);
}

struct span pasted_subject(struct arena *arena, struct span text)
{
	return encoded_words(arena, without_header(text, SPAN("subject:")));
}
