#include "detect/names.h"

#include "text/fold.h"
#include "text/skeleton.h"
#include "text/unicode.h"
#include "text/utf8.h"

#define NAME_WORDS 6  /* words in the longest Latin alias */
#define ROLE_POINTS 16 /* code points in the longest role word */

static size_t count_units(struct span folded)
{
	struct fold_word word;
	size_t count = 0;

	while (fold_next_word(&folded, &word))
		count += word.cjk ? utf8_length(word.text) : 1;
	return count;
}

/* Adds one unit and appends its key to `keys`, whose pointer is fixed up when all is there. */
static void add_unit(struct arena *arena, struct name_units *units, struct builder *keys,
		     struct span text, bool cjk, bool line_start)
{
	struct name_unit *unit = &units->at[units->count++];
	struct span squash = fold_squash(arena, text);
	struct span key = skeleton_of(arena, squash);

	*unit = (struct name_unit){.text = text, .cjk = cjk, .line_start = line_start};
	unit->key = (struct span){NULL, key.len};
	builder_add(keys, key);
}

struct name_units names_split(struct arena *arena, struct span folded)
{
	struct name_units units = {0};
	struct builder keys = {.arena = arena};
	struct span rest = folded;
	const char *seen = folded.ptr;
	struct fold_word word;
	size_t offset = 0;

	units.at = arena_array(arena, count_units(folded), sizeof(*units.at));
	if (!units.at)
		return units;
	while (fold_next_word(&rest, &word)) {
		struct span gap = {seen, (size_t)(word.text.ptr - seen)};
		bool line_start = span_find(gap, '\n') != SPAN_NONE;

		seen = word.text.ptr + word.text.len;
		if (!word.cjk) {
			add_unit(arena, &units, &keys, word.text, false, line_start);
			continue;
		}
		while (word.text.len) {
			struct span point = word.text;

			utf8_next(&word.text);
			point.len -= word.text.len;
			add_unit(arena, &units, &keys, point, true, line_start);
			line_start = false;
		}
	}
	units.keys = builder_span(&keys);
	if (arena_failed(arena))
		return (struct name_units){0};
	for (size_t i = 0; i < units.count; i++) {
		units.at[i].key.ptr = units.keys.ptr + offset;
		offset += units.at[i].key.len;
	}
	return units;
}

struct span names_key(const struct name_units *units, size_t from, size_t to)
{
	if (from >= to)
		return (struct span){0};
	const struct name_unit *first = &units->at[from], *last = &units->at[to - 1];

	return (struct span){first->key.ptr, (size_t)(last->key.ptr + last->key.len - first->key.ptr)};
}

struct span names_text(const struct name_units *units, size_t from, size_t to)
{
	if (from >= to)
		return (struct span){0};
	const struct name_unit *first = &units->at[from], *last = &units->at[to - 1];

	return (struct span){first->text.ptr,
			     (size_t)(last->text.ptr + last->text.len - first->text.ptr)};
}

/* The unit behind the longest run from `from` that may still be one name. */
static size_t run_end(const struct name_units *units, size_t from, size_t max_points, size_t max_words)
{
	size_t words = 0, points = 0, to = from;

	while (to < units->count && (to == from || !units->at[to].line_start)) {
		points += units->at[to].cjk ? 1 : utf8_length(units->at[to].text);
		words += !units->at[to].cjk;
		if (to > from && (points > max_points || words > max_words))
			break;
		to++;
	}
	return to;
}

static bool strong_alias(const struct catalogue *catalogue, struct span key, struct alias_hit *hit)
{
	struct alias_hit hits[ALIAS_HITS];
	size_t count = catalogue_alias(catalogue, key, hits);

	for (size_t i = 0; i < count; i++) {
		if (!hits[i].weak) {
			*hit = hits[i];
			return true;
		}
	}
	return false;
}

bool names_next(const struct catalogue *catalogue, struct name_units *units, size_t *from,
		struct name_hit *hit)
{
	size_t longest = catalogue_alias_longest(catalogue);

	for (; *from < units->count; (*from)++) {
		for (size_t to = run_end(units, *from, longest, NAME_WORDS); to > *from; to--) {
			if (!strong_alias(catalogue, names_key(units, *from, to), &hit->alias))
				continue;
			hit->from = *from;
			hit->to = to;
			for (size_t i = *from; i < to; i++)
				units->at[i].named = true;
			*from = to;
			return true;
		}
	}
	return false;
}

static bool is_number(struct span text)
{
	while (text.len)
		if (!(unicode_properties(utf8_next(&text)) & UNICODE_NUMBER))
			return false;
	return true;
}

/* A Latin word that is two role words written together (teamsupport). */
static enum role_word glued_role(const struct catalogue *catalogue, struct span word)
{
	for (size_t cut = 2; cut + 2 <= word.len; cut++) {
		enum role_word head = catalogue_role_word(catalogue, span_slice(word, 0, cut));

		if (head != ROLE_NONE &&
		    catalogue_role_word(catalogue, span_slice(word, cut, word.len)) != ROLE_NONE)
			return head;
	}
	return ROLE_NONE;
}

bool names_mark_roles(const struct catalogue *catalogue, struct arena *arena, struct name_units *units)
{
	bool admin = false;

	for (size_t from = 0; from < units->count;) {
		size_t to = run_end(units, from, ROLE_POINTS * 2, 3);
		enum role_word role = ROLE_NONE;

		for (; to > from && role == ROLE_NONE; to--) {
			struct span text = fold_squash(arena, names_text(units, from, to));

			if (units->at[to - 1].named)
				continue;
			role = catalogue_role_word(catalogue, text);
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
	return admin;
}
