#include "catalogue/cue_reading.h"

#include "text/utf8.h"

#define MEMBERS 12     /* of a class, to be told one by one */
#define GROUPS_DEEP 16 /* groups in groups that are followed */

/* Not the room behind the last one. */
static void copy(struct cue_starts *to, const struct cue_starts *from)
{
	to->count = from->count;
	memcpy(to->at, from->at, from->count * sizeof(*from->at));
}

static void end_all(struct cue_starts *starts)
{
	for (size_t i = 0; i < starts->count; i++)
		starts->at[i].ended = true;
}

/* Adds those of `more` to *starts. */
void cue_reading_unite(struct cue_reading *r, struct cue_starts *starts,
		       const struct cue_starts *more)
{
	for (size_t i = 0; i < more->count; i++) {
		const struct cue_start *start = &more->at[i];
		bool known = false;

		for (size_t n = 0; n < starts->count && !known; n++)
			known = starts->at[n].len == start->len &&
				starts->at[n].ended == start->ended &&
				memcmp(starts->at[n].text, start->text, start->len) == 0;
		if (known)
			continue;
		if (starts->count == CUE_STARTS) {
			r->failed = true;
			return;
		}
		starts->at[starts->count++] = *start;
	}
}

static void append(const struct cue_reading *r, struct cue_starts *starts, struct span character)
{
	for (size_t i = 0; i < starts->count; i++) {
		struct cue_start *start = &starts->at[i];

		if (start->ended)
			continue;
		memcpy(start->text + start->len, character.ptr, character.len);
		start->len = (uint8_t)(start->len + character.len);
		start->ended = start->len >= r->enough;
	}
}

bool cue_reading_take(struct cue_reading *r, struct span text)
{
	if (!span_starts(r->rest, text))
		return false;
	r->rest = span_slice(r->rest, text.len, r->rest.len);
	return true;
}

/* Steps behind the ] of a class whose [ has been taken. */
void cue_reading_skip_class(struct cue_reading *r)
{
	cue_reading_take(r, SPAN("^"));
	cue_reading_take(r, SPAN("]"));
	while (r->rest.len > 0 && r->rest.ptr[0] != ']') {
		r->failed |= span_starts(r->rest, SPAN("[:"));
		r->rest = span_slice(r->rest, r->rest.ptr[0] == '\\' ? 2 : 1, r->rest.len);
	}
	r->failed |= !cue_reading_take(r, SPAN("]"));
}

/* The characters one item stands for, where they are few. */
struct members {
	struct span at[MEMBERS];
	size_t count;
};

/* Every start goes on with each of the members. */
static void branch(struct cue_reading *r, struct cue_starts *starts, const struct members *members)
{
	struct cue_starts before;

	copy(&before, starts);
	starts->count = 0;
	for (size_t i = 0; i < members->count; i++) {
		struct cue_starts other;

		copy(&other, &before);
		append(r, &other, members->at[i]);
		cue_reading_unite(r, starts, &other);
	}
}

/* In folded text only these are blanks. */
static const struct members blanks = {{{" ", 1}, {"\n", 1}}, 2};

static bool add_member(struct members *members, struct span character)
{
	if (members->count == MEMBERS)
		return false;
	members->at[members->count++] = character;
	return true;
}

/* The members of a class [...] of single characters and \s; false when it is another, or a large one. */
static bool list_class(struct span class, struct members *members)
{
	struct span rest = span_slice(class, 1, class.len - 1);

	members->count = 0;
	if (rest.len == 0 || rest.ptr[0] == '^')
		return false;
	while (rest.len > 0) {
		struct span character = rest;

		if (span_starts(rest, SPAN("\\s"))) {
			rest = span_slice(rest, 2, rest.len);
			if (!add_member(members, blanks.at[0]) ||
			    !add_member(members, blanks.at[1]))
				return false;
			continue;
		}
		utf8_next(&rest);
		character.len -= rest.len;
		if (character.ptr[0] == '\\' || (rest.len > 1 && rest.ptr[0] == '-') ||
		    !add_member(members, character))
			return false;
	}
	return true;
}

static void read_class(struct cue_reading *r, struct cue_starts *starts)
{
	struct span class = r->rest;
	struct members members;

	r->rest = span_slice(r->rest, 1, r->rest.len);
	cue_reading_skip_class(r);
	class.len -= r->rest.len;
	if (!r->failed && list_class(class, &members))
		branch(r, starts, &members);
	else
		end_all(starts);
}

/* Steps behind the ) of a group whose ( has been taken. */
void cue_reading_skip_group(struct cue_reading *r)
{
	int depth = 1;

	while (depth > 0 && r->rest.len > 0 && !r->failed) {
		char byte = r->rest.ptr[0];

		r->rest = span_slice(r->rest, byte == '\\' ? 2 : 1, r->rest.len);
		if (byte == '[')
			cue_reading_skip_class(r);
		depth += (byte == '(') - (byte == ')');
	}
	r->failed |= depth > 0;
}

/* Takes the opening of a lookaround: it takes no text. */
bool cue_reading_lookaround(struct cue_reading *r)
{
	return cue_reading_take(r, SPAN("(?=")) || cue_reading_take(r, SPAN("(?!")) ||
	       cue_reading_take(r, SPAN("(?<=")) || cue_reading_take(r, SPAN("(?<!"));
}

/* What one item of a pattern does to the starts in front of it; true when it takes text. */
static bool read_group(struct cue_reading *r, struct cue_starts *starts)
{
	if (cue_reading_lookaround(r)) {
		cue_reading_skip_group(r);
		return false;
	}
	if (!cue_reading_take(r, SPAN("(?:")) || r->depth == GROUPS_DEEP) {
		r->failed = true;
		return false;
	}
	r->depth++;
	cue_reading_alternatives(r, starts);
	r->depth--;
	r->failed |= !cue_reading_take(r, SPAN(")"));
	return true;
}

static bool read_escape(struct cue_reading *r, struct cue_starts *starts)
{
	char byte = r->rest.len > 1 ? r->rest.ptr[1] : 'a';
	struct span escaped = span_slice(r->rest, 1, 2);

	r->rest = span_slice(r->rest, 2, r->rest.len);
	if (byte == 'b')
		return false;
	if (byte == 'n')
		append(r, starts, SPAN("\n"));
	else if (byte == 's')
		branch(r, starts, &blanks);
	else if (byte == 'd' || byte == 'w' || byte == 'S' || byte == 'D' || byte == 'W')
		end_all(starts);
	else if ((byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
		 (byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 0x80)
		r->failed = true;
	else
		append(r, starts, escaped);
	return true;
}

static bool read_item(struct cue_reading *r, struct cue_starts *starts)
{
	struct span character = r->rest;

	switch (r->rest.ptr[0]) {
	case '(':
		return read_group(r, starts);
	case '\\':
		return read_escape(r, starts);
	case '[':
		read_class(r, starts);
		return true;
	case '.':
		r->rest = span_slice(r->rest, 1, r->rest.len);
		end_all(starts);
		return true;
	case '^':
	case '$':
	case '*':
	case '+':
	case '?':
		r->failed = true;
		return true;
	default:
		utf8_next(&r->rest);
		character.len -= r->rest.len;
		append(r, starts, character);
		return true;
	}
}

/* Takes {from}, {from,} or {from,to}; false when no such thing stands there. */
static bool take_bounds(struct cue_reading *r, struct cue_quantifier *quantifier)
{
	size_t end = span_find(r->rest, '}'), at = 1;

	if (!span_starts(r->rest, SPAN("{")) || end == SPAN_NONE)
		return false;
	quantifier->least = 0;
	for (; r->rest.ptr[at] >= '0' && r->rest.ptr[at] <= '9'; at++)
		if (quantifier->least < CUE_START_BYTES) /* more are not told */
			quantifier->least =
			    quantifier->least * 10 + (size_t)(r->rest.ptr[at] - '0');
	quantifier->more = true;
	r->rest = span_slice(r->rest, end + 1, r->rest.len);
	return true;
}

/* Takes the quantifier behind an item. */
struct cue_quantifier cue_reading_quantifier(struct cue_reading *r)
{
	struct cue_quantifier quantifier = {1, false};

	if (cue_reading_take(r, SPAN("?")))
		quantifier.least = 0;
	else if (cue_reading_take(r, SPAN("*")))
		quantifier = (struct cue_quantifier){0, true};
	else if (cue_reading_take(r, SPAN("+")))
		quantifier.more = true;
	else if (!take_bounds(r, &quantifier))
		return quantifier;
	if (!cue_reading_take(r, SPAN("?")))
		cue_reading_take(r, SPAN("+"));
	return quantifier;
}

/* The item at `item` once more for each time that it surely stands. */
static void read_again(struct cue_reading *r, struct span item, size_t times,
		       struct cue_starts *starts)
{
	for (; times > 0 && !r->failed; times--) {
		struct cue_reading again = *r;

		again.rest = item;
		read_item(&again, starts);
		r->failed = again.failed;
	}
}

void cue_reading_sequence(struct cue_reading *r, struct cue_starts *starts)
{
	while (!r->failed && r->rest.len > 0 && r->rest.ptr[0] != '|' && r->rest.ptr[0] != ')') {
		struct span item = r->rest;
		struct cue_quantifier quantifier;
		struct cue_starts before;

		copy(&before, starts);
		if (!read_item(r, starts))
			continue;
		quantifier = cue_reading_quantifier(r);
		if (quantifier.least > 1)
			read_again(r, item, quantifier.least - 1, starts);
		if (quantifier.more)
			end_all(starts);
		if (quantifier.least == 0)
			cue_reading_unite(r, starts, &before);
	}
}

void cue_reading_alternatives(struct cue_reading *r, struct cue_starts *starts)
{
	struct cue_starts before;

	copy(&before, starts);
	cue_reading_sequence(r, starts);
	while (!r->failed && cue_reading_take(r, SPAN("|"))) {
		struct cue_starts other;

		copy(&other, &before);
		cue_reading_sequence(r, &other);
		cue_reading_unite(r, starts, &other);
	}
}
