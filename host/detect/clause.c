#include "detect/clause.h"

#include "text/utf8.h"

#define PIECE_LAP 128	/* bytes that a piece has in common with the one before */
#define WRAPPED_LINE 40 /* a line of so many bytes may go on in the next: plain text is wrapped */
#define NAME_BYTES 32	/* of a secret's name on either side of a line break */
#define QUOTE_BYTES 240 /* of a quotation whose sentences end no clause */

/* ---- quotations ---- */

static const struct marks {
	struct span open, close;
} MARKS[] = {
    {SPAN("「"), SPAN("」")}, {SPAN("『"), SPAN("』")}, {SPAN("“"), SPAN("”")},
    {SPAN("‘"), SPAN("’")},   {SPAN("«"), SPAN("»")},	{SPAN("»"), SPAN("«")},
    {SPAN("„"), SPAN("“")},   {SPAN("\""), SPAN("\"")}, {SPAN("'"), SPAN("'")},
};

/* An apostrophe stands within or behind a word, an opening mark in front of one. */
static bool opens(struct span text, size_t at)
{
	char before = at ? text.ptr[at - 1] : ' ';

	return text.ptr[at] != '\'' || before == ' ' || before == '\n' || before == '(' ||
	       before == ':';
}

/* … and a closing one does not stand within one. */
static bool closes(struct span text, size_t behind)
{
	unsigned char next = behind < text.len ? (unsigned char)text.ptr[behind] : ' ';

	return text.ptr[behind - 1] != '\'' || !((next >= 'a' && next <= 'z') || next >= 0x80);
}

/* Where the quotation ends whose opening mark stands at byte `at`: behind its closing mark, on the same line.
 * `at` where no quotation opens there. */
static size_t quotation_end(struct span text, size_t at)
{
	unsigned char byte = (unsigned char)text.ptr[at];

	if (byte != '"' && byte != '\'' && byte != 0xC2 && byte != 0xE2 && byte != 0xE3)
		return at;
	for (size_t i = 0; i < sizeof(MARKS) / sizeof(*MARKS); i++) {
		struct span close = MARKS[i].close;
		size_t to = at + MARKS[i].open.len;

		if (!span_starts(span_slice(text, at, to), MARKS[i].open) || !opens(text, at))
			continue;
		for (; to < text.len && to - at < QUOTE_BYTES && text.ptr[to] != '\n'; to++)
			if (span_starts(span_slice(text, to, to + close.len), close) &&
			    closes(text, to + close.len))
				return to + close.len;
	}
	return at;
}

bool clause_quotation(struct span clause, size_t from, size_t to, size_t *open, size_t *close)
{
	for (size_t at = 0; at < from; at++) {
		size_t end = quotation_end(clause, at);

		if (end >= to) {
			*open = at;
			*close = end;
			return true;
		}
		if (end > at)
			at = end - 1;
	}
	return false;
}

/* ---- clauses ---- */

/* A line whose last word asks for another. */
static bool unfinished(struct span line)
{
	static const char *const WORDS[] = {" your", " the", " a",    " to",   " us",	 " of",
					    " our",  " my",  " this", " ihre", " votre", " su",
					    " tu",   " la",  " le",   " de",   "を",	 "は",
					    "の",    "に",   "、",    "が",    ":",	 "："};

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++)
		if (span_ends(line, span_of(WORDS[i])))
			return true;
	return false;
}

/* A secret's name goes across the line break at byte `at` ("recovery\nphrase"). */
static bool parts_name(const struct judge *judge, struct span text, size_t at)
{
	size_t from = at > NAME_BYTES ? at - NAME_BYTES : 0;
	struct cue_match match[4];

	while (from < at && (text.ptr[from] & 0xC0) == 0x80)
		from++;
	struct span around = utf8_prefix(span_slice(text, from, text.len), NAME_BYTES * 2);
	size_t count = cues_find(judge->cues, around, 1U << CUE_SECRET_PHRASE, match, 4);

	for (size_t i = 0; i < count; i++)
		if (match[i].from + from < at && match[i].to + from > at + 1)
			return true;
	return false;
}

/* Whether a clause ends behind the `point` at byte `at`. `line` is where the present line began. */
static bool ends_clause(const struct judge *judge, struct span text, size_t at, size_t line,
			uint32_t point)
{
	char next = at + 1 < text.len ? text.ptr[at + 1] : '\n';

	switch (point) {
	case '\n':
		if (at - line >= WRAPPED_LINE && next >= 'a' && next <= 'z')
			return false;
		return !unfinished(span_slice(text, line, at)) && !parts_name(judge, text, at);
	case 0x3002: /* 。 */
	case '!':
	case '?':
	case ';':
		return true;
	case '.':
		return next == ' ' || next == '\n';
	default:
		return false;
	}
}

struct span clause_at(const struct judge *judge, struct span text, size_t from)
{
	struct span rest = span_slice(text, from, text.len);
	size_t line = from, quoted = from; /* up to there it is a quotation */

	while (rest.len) {
		size_t at = text.len - rest.len;

		if (at >= quoted)
			quoted = quotation_end(text, at);
		uint32_t point = utf8_next(&rest);
		size_t behind = text.len - rest.len;

		if (behind - from >= CLAUSE_BYTES ||
		    (at >= quoted && ends_clause(judge, text, at, line, point)))
			return span_slice(text, from, behind);
		if (point == '\n')
			line = behind;
	}
	return span_slice(text, from, text.len);
}

size_t clause_next(struct span text, struct span clause)
{
	size_t end = (size_t)(clause.ptr - text.ptr) + clause.len;

	if (clause.len < CLAUSE_BYTES || end == text.len)
		return end;
	for (end -= PIECE_LAP; (text.ptr[end] & 0xC0) == 0x80;)
		end++;
	return end;
}
