#include "detect/names.h"

#include "detect/name_reference.h"
#include "text/fold.h"
#include "text/skeleton.h"
#include "text/skeleton_cjk.h"
#include "text/unicode.h"
#include "text/utf8.h"

#define NAME_WORDS 6   /* words in the longest Latin alias */
#define GLUED_BYTES 64 /* of two role words written together, and more */
#define ROLE_POINTS 16 /* code points in the longest role word */

/* ---- cutting a text into units ---- */

/* Units while they are made. Keys of ASCII words and of kana and Han characters are written at once;
 * other words are gathered, one a line, so that one pass makes all their skeletons. */
struct split {
	struct name_units units;
	size_t most; /* units that there is room for */
	char *keys;  /* with room for twice the text: a skeleton of these is no longer */
	size_t used;
	struct builder others;
};

/* How many units a text can have: blanks or three bytes of a CJK character stand between two words. */
static size_t most_units(struct span folded)
{
	return folded.len / 2 + 1;
}

/* A new unit; NULL where there is no room for it. */
static struct name_unit *new_unit(struct split *split, struct span text, bool line_start)
{
	struct name_unit *unit = &split->units.at[split->units.count];

	if (split->units.count == split->most) { /* a CJK character of two bytes: there is none */
		arena_fail(split->others.arena);
		return NULL;
	}
	split->units.count++;
	*unit = (struct name_unit){.text = text, .line_start = line_start};
	return unit;
}

/* `len` bytes have been written at the end of the keys. */
static void take_key(struct split *split, struct name_unit *unit, size_t len)
{
	unit->key = (struct span){split->keys + split->used, len};
	split->used += len;
}

static void add_ascii(struct split *split, struct span word, bool line_start)
{
	struct name_unit *unit = new_unit(split, word, line_start);

	if (!unit)
		return;
	unit->points = (uint32_t)word.len;
	take_key(split, unit, skeleton_ascii(word, split->keys + split->used));
}

/* A word of other letters, whose key takes the whole skeleton_of(). */
static void add_other(struct split *split, struct span word, bool line_start)
{
	struct name_unit *unit = new_unit(split, word, line_start);

	if (!unit)
		return;
	unit->points = (uint32_t)utf8_length(word);
	builder_add(&split->others, word);
	builder_byte(&split->others, '\n');
}

/* A CJK word is one unit for each character. */
static void add_cjk(struct split *split, struct span word, bool line_start)
{
	while (word.len) {
		struct span from = word;
		uint32_t point = utf8_next(&word);
		struct name_unit *unit =
		    new_unit(split, span_slice(from, 0, from.len - word.len), line_start);
		size_t len;

		if (!unit)
			return;
		unit->points = 1;
		unit->cjk = true;
		line_start = false;
		len = point == FOLD_PROLONGED ? 0 : skeleton_cjk(point, split->keys + split->used);
		if (len > 0 || point == FOLD_PROLONGED) {
			take_key(split, unit, len);
			continue;
		}
		builder_add(&split->others, unit->text);
		builder_byte(&split->others, '\n');
	}
}

static void add_word(struct split *split, const struct fold_word *word, bool line_start)
{
	if (word->ascii)
		add_ascii(split, word->text, line_start);
	else if (word->cjk)
		add_cjk(split, word->text, line_start);
	else
		add_other(split, word->text, line_start);
}

/* Puts the skeletons of the other words in their places: all keys one after the other again. A line
 * break is its own skeleton and keeps neighbours apart. */
static void add_others(struct arena *arena, struct split *split)
{
	struct span rest = skeleton_of(arena, builder_span(&split->others));
	char *out = arena_alloc(arena, split->used + rest.len);

	if (!out)
		return;
	for (size_t i = 0; i < split->units.count; i++) {
		struct span *key = &split->units.at[i].key;

		if (!key->ptr) {
			key->ptr = rest.ptr;
			key->len = span_find(rest, '\n');
			if (key->len == SPAN_NONE)
				key->len = rest.len;
			rest = span_slice(rest, key->len + 1, rest.len);
		}
		if (key->len)
			memcpy(out, key->ptr, key->len);
		key->ptr = out;
		out += key->len;
	}
}

static bool has_line_break(const char *from, const char *to)
{
	while (from < to)
		if (*from++ == '\n')
			return true;
	return false;
}

struct name_units names_split(struct arena *arena, struct span folded)
{
	struct split split = {.most = most_units(folded), .others = {.arena = arena}};
	size_t room = split.most * sizeof(*split.units.at);
	struct span rest = folded;
	const char *seen = folded.ptr;
	struct fold_word word;

	split.keys = arena_room(arena, folded.len * 2);
	split.units.at = arena_room(arena, room);
	if (!split.units.at || !split.keys)
		return split.units;
	while (fold_next_word(&rest, &word)) {
		add_word(&split, &word, has_line_break(seen, word.text.ptr));
		seen = word.text.ptr + word.text.len;
	}
	if (split.others.len)
		add_others(arena, &split);
	else
		arena_trim(arena, split.units.at, room,
			   split.units.count * sizeof(*split.units.at));
	return arena_failed(arena) ? (struct name_units){0} : split.units;
}

struct span names_key(const struct name_units *units, size_t from, size_t to)
{
	if (from >= to)
		return (struct span){0};
	const struct name_unit *first = &units->at[from], *last = &units->at[to - 1];

	return (struct span){first->key.ptr,
			     (size_t)(last->key.ptr + last->key.len - first->key.ptr)};
}

struct span names_text(const struct name_units *units, size_t from, size_t to)
{
	if (from >= to)
		return (struct span){0};
	const struct name_unit *first = &units->at[from], *last = &units->at[to - 1];

	return (struct span){first->text.ptr,
			     (size_t)(last->text.ptr + last->text.len - first->text.ptr)};
}

/* Units [from, to) that may be one name. */
struct run {
	size_t from, to;
	size_t words, points; /* of it and of the unit that was tried last */
};

/* May the unit behind the run belong to it? */
static bool run_goes_on(const struct name_units *units, struct run *run, size_t max_points,
			size_t max_words)
{
	const struct name_unit *next = &units->at[run->to];

	if (run->to == units->count || (run->to > run->from && next->line_start))
		return false;
	run->points += next->points;
	run->words += !next->cjk;
	return run->to == run->from || (run->points <= max_points && run->words <= max_words);
}

/* The unit behind the longest run from `from` that may still be one name. */
static size_t run_end(const struct name_units *units, size_t from, size_t max_points,
		      size_t max_words)
{
	struct run run = {.from = from, .to = from};

	while (run_goes_on(units, &run, max_points, max_words))
		run.to++;
	return run.to;
}

/* The unit behind the longest run from `from` that an alias may begin with. */
static size_t alias_end(const struct catalogue *catalogue, const struct name_units *units,
			size_t from, size_t longest)
{
	struct run run = {.from = from, .to = from};

	while (run_goes_on(units, &run, longest, NAME_WORDS) &&
	       catalogue_alias_begins(catalogue, names_key(units, from, run.to + 1)))
		run.to++;
	return run.to;
}

static bool strong_alias(const struct catalogue *catalogue, struct span key, struct alias_hit *hit)
{
	struct alias_hit hits[ALIAS_HITS];
	size_t count =
	    catalogue_alias_is(catalogue, key) ? catalogue_alias(catalogue, key, hits) : 0;

	for (size_t i = 0; i < count; i++) {
		if (!hits[i].weak) {
			*hit = hits[i];
			return true;
		}
	}
	return false;
}

/* The longest alias that begins at `from`; none has more than `longest` code points. */
static bool alias_at(const struct catalogue *catalogue, const struct name_units *units, size_t from,
		     size_t longest, struct name_hit *hit)
{
	for (size_t to = alias_end(catalogue, units, from, longest); to > from; to--) {
		if (!strong_alias(catalogue, names_key(units, from, to), &hit->alias))
			continue;
		hit->from = from;
		hit->to = to;
		return true;
	}
	return false;
}

bool names_next(const struct catalogue *catalogue, struct name_units *units, size_t *from,
		struct name_hit *hit)
{
	size_t longest = catalogue_alias_longest(catalogue);
	struct name_hit later;

	while (*from < units->count && !alias_at(catalogue, units, *from, longest, hit))
		(*from)++;
	if (*from == units->count)
		return false;
	/* A longer one that begins within it counts: "de Bank of Yokohama" is not DeBank's. */
	for (size_t i = hit->from + 1; i < hit->to; i++)
		if (alias_at(catalogue, units, i, longest, &later) &&
		    later.to - later.from > hit->to - hit->from)
			*hit = later;
	for (size_t i = hit->from; i < hit->to; i++)
		units->at[i].named = true;
	*from = hit->to;
	return true;
}

static bool is_number(struct span text)
{
	while (text.len)
		if (!(unicode_properties(utf8_next(&text)) & UNICODE_NUMBER))
			return false;
	return true;
}

static bool says_office(enum role_word role)
{
	return role == ROLE_SUPPORT || role == ROLE_ADMIN;
}

/* A Latin word that is two role words written together (teamsupport, myaccount). Articles and company forms alone
 * make given names (an, NA: Anna; ro, SA: Rosa). */
static enum role_word glued_role(const struct catalogue *catalogue, struct span word)
{
	if (word.len > GLUED_BYTES)
		return ROLE_NONE;
	for (size_t cut = 2; cut + 2 <= word.len; cut++) {
		enum role_word head = catalogue_role_word(catalogue, span_slice(word, 0, cut));
		enum role_word tail;

		if (head == ROLE_NONE || head == ROLE_PRODUCT)
			continue;
		tail = catalogue_role_word(catalogue, span_slice(word, cut, word.len));
		if (tail != ROLE_NONE && tail != ROLE_PRODUCT &&
		    (says_office(head) || says_office(tail)))
			return says_office(head) ? head : tail;
	}
	return ROLE_NONE;
}

/* Units i and i + 1 with nothing but a hyphen, dot or underscore between them. */
static bool written_in_one(const struct name_units *units, size_t i)
{
	struct span one = units->at[i].text;
	const char *end = one.ptr + one.len;

	return units->at[i + 1].text.ptr == end + 1 && (*end == '-' || *end == '.' || *end == '_');
}

/* e(lectronic), i(nternet), m(obile). */
static bool is_prefix(struct span text)
{
	return text.len == 1 && strchr("eim", text.ptr[0]);
}

/* The kinds of organisation below .jp and other country suffixes, and the oldest suffixes. */
static bool is_suffix_piece(struct span text)
{
	static const char *const PIECES[] = {"ac", "ad", "co", "com", "ed", "go",
					     "gr", "lg", "ne", "net", "or", "org"};

	for (size_t i = 0; i < sizeof(PIECES) / sizeof(PIECES[0]); i++)
		if (span_equal(text, span_of(PIECES[i])))
			return true;
	return false;
}

static void mark_affixes(struct name_units *units)
{
	for (size_t i = 0; i + 1 < units->count; i++) {
		struct name_unit *unit = &units->at[i], *next = &units->at[i + 1];

		if (!written_in_one(units, i))
			continue;
		if (next->named && is_prefix(unit->text))
			unit->role = true;
		if (unit->named && is_suffix_piece(next->text))
			next->role = true;
	}
}

/* Product words are for names_mark_products(). */
static enum role_word role_of(const struct catalogue *catalogue, struct span squash)
{
	enum role_word role = catalogue_role_word(catalogue, squash);

	return role == ROLE_PRODUCT ? ROLE_NONE : role;
}

bool names_mark_roles(const struct catalogue *catalogue, struct arena *arena,
		      struct name_units *units)
{
	bool admin = false;

	for (size_t from = 0; from < units->count;) {
		size_t to = run_end(units, from, ROLE_POINTS * 2, 3);
		enum role_word role = ROLE_NONE;

		for (; to > from && role == ROLE_NONE; to--) {
			struct span text = fold_squash(arena, names_text(units, from, to));

			if (units->at[to - 1].named)
				continue;
			role = role_of(catalogue, text);
			if (role == ROLE_NONE && to == from + 1 && !units->at[from].cjk)
				role = is_number(text) ? ROLE_FILLER : glued_role(catalogue, text);
			if (role != ROLE_NONE)
				break;
		}
		if (role == ROLE_NONE || units->at[from].named) {
			from++;
			continue;
		}
		admin |= role == ROLE_ADMIN;
		while (from < to)
			units->at[from++].role = true;
	}
	mark_affixes(units);
	name_reference_mark(units);
	return admin;
}
