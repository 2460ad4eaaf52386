#include "text/mailbox_address.h"

#include "text/unicode.h"
#include "text/utf8.h"

static enum mailbox_part part_at(const struct mailbox_scan *scan, size_t i)
{
	return (enum mailbox_part)(scan->parts[i] & ~PART_IN_ANGLE);
}

static bool is_plain(const struct mailbox_scan *scan, size_t i, char byte)
{
	return scan->text.ptr[i] == byte && part_at(scan, i) == PART_PLAIN;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Not allowed in an unquoted local part (RFC 5322 "specials", blanks, controls); dots are. */
static bool is_special(char c)
{
	switch (c) {
	case '(':
	case ')':
	case '<':
	case '>':
	case '[':
	case ']':
	case ':':
	case ';':
	case '@':
	case '\\':
	case ',':
	case '"':
		return true;
	default:
		return (unsigned char)c <= ' ' || c == 0x7f;
	}
}

static struct mailbox_range trimmed(const struct mailbox_scan *scan, struct mailbox_range range)
{
	while (range.from < range.to && is_blank(scan->text.ptr[range.from]))
		range.from++;
	while (range.to > range.from && is_blank(scan->text.ptr[range.to - 1]))
		range.to--;
	return range;
}

size_t mailbox_last_at(const struct mailbox_scan *scan, struct mailbox_range range)
{
	for (size_t i = range.to; i > range.from; i--)
		if (is_plain(scan, i - 1, '@'))
			return i - 1;
	return SPAN_NONE;
}

/* Characters that nobody sees or types. A quoted local part may hold an ASCII blank. */
static unsigned character_problems(struct span text, bool in_domain)
{
	const unsigned bad =
	    UNICODE_CONTROL | UNICODE_SPACE | UNICODE_INVISIBLE | UNICODE_BIDI_CONTROL;
	const uint32_t zwnj = 0x200c, zwj = 0x200d;

	while (text.len > 0) {
		uint32_t point = utf8_next(&text);

		if (point > ' ' && point < 0x7f)
			continue;
		/* Domains in some scripts need the joiners, and UTS #46 checks where. */
		if (in_domain && (point == zwnj || point == zwj))
			continue;
		if (point == ' ' && !in_domain)
			continue;
		if (unicode_properties(point) & bad)
			return MAILBOX_CHARACTERS;
	}
	return 0;
}

/* A quoted string is one word: only a dot may touch it. */
static bool is_misplaced(const struct mailbox_scan *scan, struct mailbox_range range, size_t i)
{
	bool starts = i == range.from || part_at(scan, i - 1) != PART_QUOTED;
	bool ends = i + 1 == range.to || part_at(scan, i + 1) != PART_QUOTED;

	if (starts && i > range.from && part_at(scan, i - 1) == PART_PLAIN &&
	    scan->text.ptr[i - 1] != '.')
		return true;
	return ends && i + 1 < range.to && part_at(scan, i + 1) == PART_PLAIN &&
	       scan->text.ptr[i + 1] != '.';
}

/* Takes one byte of a quoted string over and returns how many bytes it read. */
static size_t add_quoted(struct builder *out, const struct mailbox_scan *scan,
			 struct mailbox_range range, size_t i)
{
	char byte = scan->text.ptr[i];

	if (byte == '\\' && i + 1 < range.to) {
		builder_byte(out, scan->text.ptr[i + 1]);
		return 2;
	}
	if (byte != '"')
		builder_byte(out, byte);
	return 1;
}

static void read_local(struct arena *arena, const struct mailbox_scan *scan,
		       struct mailbox_range range, struct mailbox *mailbox)
{
	struct builder out = {.arena = arena};
	bool quoted = false;

	range = trimmed(scan, range);
	for (size_t i = range.from; i < range.to;) {
		enum mailbox_part part = part_at(scan, i);

		if (part == PART_QUOTED) {
			quoted = true;
			if (is_misplaced(scan, range, i))
				mailbox->problems |= MAILBOX_QUOTES;
			i += add_quoted(&out, scan, range, i);
			continue;
		}
		if (part != PART_COMMENT) {
			if (scan->text.ptr[i] == '"')
				mailbox->problems |= MAILBOX_QUOTES;
			else if (scan->text.ptr[i] == '@')
				mailbox->problems |= MAILBOX_AT;
			else if (is_special(scan->text.ptr[i]))
				mailbox->problems |= MAILBOX_CHARACTERS;
			builder_byte(&out, scan->text.ptr[i]);
		}
		i++;
	}
	mailbox->local = builder_span(&out);
	mailbox->problems |= character_problems(mailbox->local, false);
	if (mailbox->local.len == 0 && !quoted)
		mailbox->problems |= MAILBOX_CHARACTERS;
}

/* [192.0.2.1] or [IPv6:2001:db8::1]. */
static struct hostname read_literal(struct arena *arena, struct span literal)
{
	static const char tag[] = "[IPv6:";
	struct span inner = span_slice(literal, 1, literal.len - 1);
	struct builder out = {.arena = arena};
	struct hostname hostname;

	if (literal.len > sizeof tag && (literal.ptr[1] | 0x20) == 'i' &&
	    span_find(literal, ':') == sizeof tag - 2) {
		builder_byte(&out, '[');
		builder_add(&out, span_slice(literal, sizeof tag - 1, literal.len));
		inner = builder_span(&out);
	}
	hostname = hostname_parse(arena, inner);
	return hostname.kind == HOSTNAME_NAME ? (struct hostname){0} : hostname;
}

/* Letters, digits, hyphens and the underscores that some names have; no empty label. */
static bool is_mail_name(struct span ascii)
{
	char before = '.';

	for (size_t i = 0; i < ascii.len; i++) {
		char c = ascii.ptr[i];
		bool letter =
		    (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';

		if (!letter && (c != '.' || before == '.'))
			return false;
		before = c;
	}
	return before != '.';
}

static struct hostname read_name(struct arena *arena, struct span written, unsigned *problems)
{
	struct hostname hostname = {0};

	/* Mail does not decode %XX. */
	if (span_find(written, '%') == SPAN_NONE && (written.len == 0 || written.ptr[0] != '['))
		hostname = hostname_parse(arena, written);
	if (hostname.kind == HOSTNAME_IPV4)
		*problems |= MAILBOX_DOMAIN_LITERAL;
	if (hostname.kind == HOSTNAME_NAME && !is_mail_name(hostname.ascii))
		return (struct hostname){0};
	return hostname;
}

/* Returns the domain as written, without comments and blanks around it. */
static struct span read_domain(struct arena *arena, const struct mailbox_scan *scan,
			       struct mailbox_range range, struct mailbox *mailbox)
{
	struct builder out = {.arena = arena};
	unsigned seen = 0;
	struct span written;

	range = trimmed(scan, range);
	for (size_t i = range.from; i < range.to; i++) {
		enum mailbox_part part = part_at(scan, i);

		if (!is_blank(scan->text.ptr[i]))
			seen |= 1U << part;
		if (part != PART_COMMENT)
			builder_byte(&out, scan->text.ptr[i]);
	}
	written = builder_span(&out);
	while (written.len > 0 && is_blank(written.ptr[written.len - 1]))
		written.len--;
	while (written.len > 0 && is_blank(written.ptr[0]))
		written = span_slice(written, 1, written.len);
	mailbox->problems |= character_problems(written, true);
	if (seen & 1U << PART_QUOTED || span_find(written, '"') != SPAN_NONE)
		mailbox->problems |= MAILBOX_QUOTES;
	if (seen & 1U << PART_LITERAL) {
		mailbox->problems |= MAILBOX_DOMAIN_LITERAL;
		if (!(seen & (1U << PART_PLAIN | 1U << PART_QUOTED)))
			mailbox->domain = read_literal(arena, written);
	} else {
		mailbox->domain = read_name(arena, written, &mailbox->problems);
	}
	if (mailbox->domain.kind == HOSTNAME_INVALID)
		mailbox->problems |= MAILBOX_DOMAIN;
	return written;
}

static bool needs_quotes(struct span local)
{
	for (size_t i = 0; i < local.len; i++)
		if (is_special(local.ptr[i]))
			return true;
	return local.len == 0;
}

static struct span plain_form(struct arena *arena, struct span local, struct span domain)
{
	struct builder out = {.arena = arena};
	bool quotes = needs_quotes(local);

	if (quotes)
		builder_byte(&out, '"');
	for (size_t i = 0; i < local.len; i++) {
		if (local.ptr[i] == '"' || local.ptr[i] == '\\')
			builder_byte(&out, '\\');
		builder_byte(&out, local.ptr[i]);
	}
	if (quotes)
		builder_byte(&out, '"');
	builder_byte(&out, '@');
	builder_add(&out, domain);
	return builder_span(&out);
}

/* <@a,@b:c@d>: the way is left out. */
static struct mailbox_range without_route(const struct mailbox_scan *scan,
					  struct mailbox_range range, unsigned *problems)
{
	range = trimmed(scan, range);
	if (range.from == range.to || !is_plain(scan, range.from, '@'))
		return range;
	for (size_t i = range.to; i > range.from; i--) {
		if (!is_plain(scan, i - 1, ':'))
			continue;
		*problems |= MAILBOX_ROUTE;
		range.from = i;
		break;
	}
	return range;
}

bool mailbox_read_plain(struct arena *arena, struct span text, struct mailbox *mailbox)
{
	size_t at = span_find(text, '@');
	struct span domain = at == SPAN_NONE ? text : span_slice(text, at + 1, text.len);

	if (at == SPAN_NONE || at == 0 || domain.len == 0)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (i != at && (is_special(text.ptr[i]) || text.ptr[i] & 0x80))
			return false;
	mailbox->local = span_slice(text, 0, at);
	mailbox->domain = read_name(arena, domain, &mailbox->problems);
	mailbox->address = text;
	if (mailbox->domain.kind == HOSTNAME_INVALID)
		mailbox->problems |= MAILBOX_DOMAIN;
	else if (!span_equal(mailbox->domain.ascii, domain))
		mailbox->address = plain_form(arena, mailbox->local, mailbox->domain.ascii);
	return true;
}

void mailbox_read_address(struct arena *arena, const struct mailbox_scan *scan,
			  struct mailbox_range range, struct mailbox *mailbox)
{
	struct span domain;
	size_t at;

	range = without_route(scan, range, &mailbox->problems);
	at = mailbox_last_at(scan, range);
	if (at == SPAN_NONE) {
		mailbox->problems |= MAILBOX_EMPTY;
		return;
	}
	for (size_t i = range.from; i < range.to; i++)
		if (part_at(scan, i) == PART_COMMENT)
			mailbox->problems |= MAILBOX_COMMENT;
	read_local(arena, scan, (struct mailbox_range){range.from, at}, mailbox);
	domain = read_domain(arena, scan, (struct mailbox_range){at + 1, range.to}, mailbox);
	if (mailbox->domain.kind != HOSTNAME_INVALID)
		domain = mailbox->domain.ascii;
	mailbox->address = plain_form(arena, mailbox->local, domain);
}
