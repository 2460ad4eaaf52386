#include "catalogue/cue_starts.h"

#include "text/utf8.h"

#define MEMBERS 12     /* of a class, to be told one by one */
#define GROUPS_DEEP 16 /* groups in groups that are followed */

struct reading {
	struct span rest;
	int depth;
	uint8_t enough; /* bytes: a start of this length grows no more */
	bool failed;	/* syntax that is not followed here */
};

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
static void unite(struct reading *r, struct cue_starts *starts, const struct cue_starts *more)
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

static void append(const struct reading *r, struct cue_starts *starts, struct span character)
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

static bool take(struct reading *r, struct span text)
{
	if (!span_starts(r->rest, text))
		return false;
	r->rest = span_slice(r->rest, text.len, r->rest.len);
	return true;
}

/* Steps behind the ] of a class whose [ has been taken. */
static void skip_class(struct reading *r)
{
	take(r, SPAN("^"));
	take(r, SPAN("]"));
	while (r->rest.len > 0 && r->rest.ptr[0] != ']') {
		r->failed |= span_starts(r->rest, SPAN("[:"));
		r->rest = span_slice(r->rest, r->rest.ptr[0] == '\\' ? 2 : 1, r->rest.len);
	}
	r->failed |= !take(r, SPAN("]"));
}

/* The characters one item stands for, where they are few. */
struct members {
	struct span at[MEMBERS];
	size_t count;
};

/* Every start goes on with each of the members. */
static void branch(struct reading *r, struct cue_starts *starts, const struct members *members)
{
	struct cue_starts before;

	copy(&before, starts);
	starts->count = 0;
	for (size_t i = 0; i < members->count; i++) {
		struct cue_starts other;

		copy(&other, &before);
		append(r, &other, members->at[i]);
		unite(r, starts, &other);
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

static void read_class(struct reading *r, struct cue_starts *starts)
{
	struct span class = r->rest;
	struct members members;

	r->rest = span_slice(r->rest, 1, r->rest.len);
	skip_class(r);
	class.len -= r->rest.len;
	if (!r->failed && list_class(class, &members))
		branch(r, starts, &members);
	else
		end_all(starts);
}

/* Steps behind the ) of a lookaround, which takes no text. */
static void skip_lookaround(struct reading *r)
{
	int depth = 1;

	while (depth > 0 && r->rest.len > 0 && !r->failed) {
		char byte = r->rest.ptr[0];

		r->rest = span_slice(r->rest, byte == '\\' ? 2 : 1, r->rest.len);
		if (byte == '[')
			skip_class(r);
		depth += (byte == '(') - (byte == ')');
	}
	r->failed |= depth > 0;
}

static void read_alternatives(struct reading *r, struct cue_starts *starts);

/* What one item of a pattern does to the starts in front of it; true when it takes text. */
static bool read_group(struct reading *r, struct cue_starts *starts)
{
	static const struct span LOOKAROUNDS[] = {{"(?=", 3}, {"(?!", 3}, {"(?<=", 4}, {"(?<!", 4}};

	for (size_t i = 0; i < sizeof(LOOKAROUNDS) / sizeof(LOOKAROUNDS[0]); i++) {
		if (take(r, LOOKAROUNDS[i])) {
			skip_lookaround(r);
			return false;
		}
	}
	if (!take(r, SPAN("(?:")) || r->depth == GROUPS_DEEP) {
		r->failed = true;
		return false;
	}
	r->depth++;
	read_alternatives(r, starts);
	r->depth--;
	r->failed |= !take(r, SPAN(")"));
	return true;
}

static bool read_escape(struct reading *r, struct cue_starts *starts)
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

static bool read_item(struct reading *r, struct cue_starts *starts)
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
static bool take_bounds(struct reading *r, bool *optional, bool *repeated)
{
	size_t end = span_find(r->rest, '}'), at = 1;

	if (!span_starts(r->rest, SPAN("{")) || end == SPAN_NONE)
		return false;
	while (at < end && r->rest.ptr[at] == '0')
		at++;
	*optional = r->rest.ptr[at] == ',' || r->rest.ptr[at] == '}';
	*repeated = true;
	r->rest = span_slice(r->rest, end + 1, r->rest.len);
	return true;
}

/* Takes the quantifier behind an item. */
static void read_quantifier(struct reading *r, bool *optional, bool *repeated)
{
	*optional = *repeated = false;
	if (take(r, SPAN("?")))
		*optional = true;
	else if (take(r, SPAN("*")))
		*optional = *repeated = true;
	else if (take(r, SPAN("+")))
		*repeated = true;
	else if (!take_bounds(r, optional, repeated))
		return;
	if (!take(r, SPAN("?")))
		take(r, SPAN("+"));
}

static void read_sequence(struct reading *r, struct cue_starts *starts)
{
	while (!r->failed && r->rest.len > 0 && r->rest.ptr[0] != '|' && r->rest.ptr[0] != ')') {
		struct cue_starts before;
		bool optional, repeated;

		copy(&before, starts);
		if (!read_item(r, starts))
			continue;
		read_quantifier(r, &optional, &repeated);
		if (repeated)
			end_all(starts);
		if (optional)
			unite(r, starts, &before);
	}
}

static void read_alternatives(struct reading *r, struct cue_starts *starts)
{
	struct cue_starts before;

	copy(&before, starts);
	read_sequence(r, starts);
	while (!r->failed && take(r, SPAN("|"))) {
		struct cue_starts other;

		copy(&other, &before);
		read_sequence(r, &other);
		unite(r, starts, &other);
	}
}

/* Where one start begins with another, the shorter says it all. */
static void drop_longer(struct cue_starts *starts)
{
	size_t kept = 0;

	for (size_t i = 0; i < starts->count; i++) {
		struct span text = {starts->at[i].text, starts->at[i].len};
		bool longer = false;

		for (size_t n = 0; n < starts->count && !longer; n++) {
			struct span other = {starts->at[n].text, starts->at[n].len};

			longer =
			    n != i && span_starts(text, other) && (other.len < text.len || n < i);
		}
		if (!longer)
			starts->at[kept++] = starts->at[i];
	}
	starts->count = kept;
}

static bool read_pattern(struct span pattern, uint8_t enough, struct cue_starts *starts)
{
	struct reading reading = {.rest = pattern, .enough = enough};

	starts->count = 1;
	starts->at[0] = (struct cue_start){.len = 0};
	read_alternatives(&reading, starts);
	for (size_t i = 0; i < starts->count; i++)
		reading.failed |= starts->at[i].len < CUE_START_LEAST;
	if (reading.failed || reading.rest.len > 0)
		return false;
	drop_longer(starts);
	return true;
}

bool cue_starts_of(struct span pattern, struct cue_starts *starts)
{
	/* Long ones are rarer in a text; where they are too many, shorter ones are fewer. */
	return read_pattern(pattern, 8, starts) || read_pattern(pattern, 5, starts) ||
	       read_pattern(pattern, CUE_START_LEAST, starts);
}

struct span cue_starts_text(struct span pattern, char out[static CUE_STARTS_TEXT])
{
	struct cue_starts starts;
	size_t len = 0;

	if (!cue_starts_of(pattern, &starts))
		return (struct span){out, 0};
	for (size_t i = 0; i < starts.count; i++) {
		if (i > 0)
			out[len++] = CUE_STARTS_GAP;
		memcpy(out + len, starts.at[i].text, starts.at[i].len);
		len += starts.at[i].len;
	}
	return (struct span){out, len};
}

bool cue_starts_next(struct span *rest, struct span *start)
{
	size_t gap = span_find(*rest, CUE_STARTS_GAP);

	if (rest->len == 0)
		return false;
	*start = span_slice(*rest, 0, gap);
	*rest = span_slice(*rest, start->len + 1, rest->len);
	return true;
}
