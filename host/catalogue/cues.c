#include "catalogue/cues.h"

#include "catalogue/cue_passes.h"
#include "catalogue/cue_pattern.h"
#include "catalogue/cue_starts.h"
#include "catalogue/index_view.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

/* Places that one pass remembers. Behind the last each cue looks for its own. */
#define PLACES 8192
/* Questions to PCRE2 about one mail: honest ones ask a few hundred, the longest four thousand, and 64 KiB of nothing but
 * a word with which four cues begin forty thousand. One in five hundred needs more than SHORT steps of PCRE2; where
 * matches fail late each does. Such a one may take PATTERN_STEPS, and costs more than others. */
#define QUESTIONS 10000
#define SHORT 500
#define LONG_COST 40
#define WORD 64 /* cues in one word of a set */
/* Kinds that take back what others say: at a limit they do not. */
#define EXCUSES                                                                  \
	(1u << CUE_ADVICE_NOT | 1u << CUE_ADVICE_TOLD | 1u << CUE_ADVICE_FRAUD | \
	 1u << CUE_ADVICE_REFUSE | 1u << CUE_SECRET_ASIDE)

struct cue {
	struct cue_source source;
	struct cue_pattern *pattern; /* NULL until it is needed */
	bool starts;		     /* it is known with what its matches begin */
	bool inside;		     /* … or only what they hold somewhere */
};

/* A place where a match of a cue may begin (or what it holds stands), and the cue's next one (number + 1). */
struct place {
	uint32_t at, next;
};

/* What the pass over the present text has found of one cue. */
struct seen {
	size_t literal;	      /* where it first stands; SPAN_NONE */
	uint32_t first, last; /* places, as number + 1 */
};

/* The text read last. */
struct present {
	struct cue_text text;
	uint32_t places; /* used */
	size_t behind;	 /* places from this byte on are not remembered */
};

struct cues {
	struct cue_matcher *matcher;
	struct cue_passes *passes; /* literals as number * 2, starts as number * 2 + 1 */
	struct cue *items;
	size_t count;
	bool failed;  /* no memory for a pattern that was needed */
	size_t asked; /* questions about the present mail, at most QUESTIONS */
	/* Sets of cues, a bit each: of every kind, and those that no pass can rule out. */
	uint64_t *kinds[CUE_KINDS], *always;
	size_t words; /* of a set */
	/* of the present text, made once: */
	struct present present;
	uint64_t *met; /* of which the pass has found anything: only their `seen` is up to date */
	struct seen *seen;
	struct place places[PLACES];
};

static bool has(const uint64_t *set, size_t number)
{
	return set[number / WORD] >> number % WORD & 1;
}

static void put(uint64_t *set, size_t number)
{
	set[number / WORD] |= (uint64_t)1 << number % WORD;
}

/* Files the literal and the starts of the cue with this number. Short literals stand nearly
 * everywhere: they are looked for when all else is there. */
static bool file_cue(struct cues *cues, struct cue *cue, uint32_t number)
{
	struct span literal = cue->source.literal, rest = cue->source.starts, start;
	enum cue_kind kind = cue->source.kind;

	if (literal.len >= CUE_SCAN_LEAST &&
	    !cue_passes_add(cues->passes, kind, literal, number * 2))
		return false;
	cue->inside = cue_starts_inside(&rest);
	for (struct span left = rest; cue_starts_next(&left, &start);)
		if (start.len < CUE_SCAN_LEAST) /* no index that was made here */
			rest.len = 0;
	cue->starts = rest.len > 0 && !cue->inside;
	cue->inside &= rest.len > 0;
	if (!cue->starts && !cue->inside && literal.len < CUE_SCAN_LEAST)
		put(cues->always, number);
	while (cue_starts_next(&rest, &start))
		if (!cue_passes_add(cues->passes, kind, start, number * 2 + 1))
			return false;
	return true;
}

static bool compile_cue(struct cues *cues, struct cue_source source, bool later,
			char problem[static 160])
{
	uint32_t number = (uint32_t)cues->count++;
	struct cue *cue = &cues->items[number];
	char reason[PATTERN_PROBLEM];

	cue->source = source;
	if (source.kind < CUE_KINDS)
		put(cues->kinds[source.kind], number);
	if (!later)
		cue->pattern = cue_pattern_new(source.pattern, reason);
	if (cue->pattern || later)
		return file_cue(cues, cue, number);
	snprintf(problem, 160, "cue %.*s: %s", (int)(source.id.len > 30 ? 30 : source.id.len),
		 source.id.ptr ? source.id.ptr : "", reason);
	return false;
}

static bool compile_all(struct cues *cues, const struct catalogue *catalogue,
			char problem[static 160])
{
	for (size_t i = 0; i < catalogue->count; i++)
		for (size_t n = 0; n < index_cue_count(catalogue->indexes[i]); n++)
			if (!compile_cue(cues, index_cue(catalogue->indexes[i], n),
					 catalogue->indexes[i]->own, problem))
				return false;
	return true;
}

static bool make_sets(struct cues *cues)
{
	cues->always = calloc(cues->words, sizeof(*cues->always));
	cues->met = calloc(cues->words, sizeof(*cues->met));
	for (int kind = 0; kind < CUE_KINDS; kind++) {
		cues->kinds[kind] = calloc(cues->words, sizeof(**cues->kinds));
		if (!cues->kinds[kind])
			return false;
	}
	return cues->always && cues->met;
}

struct cues *cues_new(const struct catalogue *catalogue, char problem[static 160])
{
	struct cues *cues = calloc(1, sizeof(*cues));
	size_t count = 0;

	snprintf(problem, 160, "out of memory");
	if (!cues)
		return NULL;
	for (size_t i = 0; i < catalogue->count; i++)
		count += index_cue_count(catalogue->indexes[i]);
	cues->matcher = cue_matcher_new();
	cues->passes = cue_passes_new();
	cues->items = calloc(count + 1, sizeof(*cues->items));
	cues->seen = calloc(count + 1, sizeof(*cues->seen));
	cues->words = count / WORD + 1;
	if (!cues->matcher || !cues->passes || !cues->items || !cues->seen || !make_sets(cues) ||
	    !compile_all(cues, catalogue, problem))
		cues_free(&cues);
	return cues;
}

void cues_free(struct cues **cues)
{
	if (!*cues)
		return;
	for (size_t i = 0; i < (*cues)->count; i++)
		cue_pattern_free(&(*cues)->items[i].pattern);
	free((*cues)->items);
	free((*cues)->seen);
	free((*cues)->always);
	free((*cues)->met);
	for (int kind = 0; kind < CUE_KINDS; kind++)
		free((*cues)->kinds[kind]);
	cue_passes_free(&(*cues)->passes);
	cue_matcher_free(&(*cues)->matcher);
	free(*cues);
	*cues = NULL;
}

/* ---- the pass ---- */

static bool note(void *context, uint32_t number, size_t at)
{
	struct cues *cues = context;
	struct present *present = &cues->present;
	struct seen *seen = &cues->seen[number / 2];
	struct place *places = cues->places;

	if (!has(cues->met, number / 2)) {
		put(cues->met, number / 2);
		*seen = (struct seen){.literal = SPAN_NONE};
	}
	if (number % 2 == 0) {
		if (seen->literal == SPAN_NONE)
			seen->literal = at;
		return true;
	}
	if (at >= present->behind)
		return true;
	if (present->places == PLACES || at > UINT32_MAX) {
		present->behind = at;
		return true;
	}
	places[present->places++] = (struct place){(uint32_t)at, 0};
	*(seen->first ? &places[seen->last - 1].next : &seen->first) = present->places;
	seen->last = present->places;
	return true;
}

void cues_renew(struct cues *cues)
{
	cues->asked = 0;
}

void cues_read(struct cues *cues, struct span folded)
{
	cues->present = (struct present){.text = cue_text(folded), .behind = folded.len};
	memset(cues->met, 0, cues->words * sizeof(*cues->met));
	cue_passes_begin(cues->passes);
}

/* Does `present` tell all places of the cues whose pass has been made? */
static bool all_told(const struct present *present)
{
	return present->behind == present->text.text.len;
}

/* Is the cue's literal there, and where? */
static bool has_literal(const struct cues *cues, const struct cue *cue, struct seen *seen)
{
	struct span literal = cue->source.literal, text = cues->present.text.text;
	const char *found;

	if (literal.len == 0)
		seen->literal = 0;
	if (literal.len == 0 || literal.len >= CUE_SCAN_LEAST || text.len < literal.len)
		return seen->literal != SPAN_NONE;
	found = memmem(text.ptr, text.len, literal.ptr, literal.len);
	if (found)
		seen->literal = (size_t)(found - text.ptr);
	return found;
}

/* Where `part` stands at or after `from`; SPAN_NONE. */
static size_t find_from(struct span text, struct span part, size_t from)
{
	struct span rest = span_slice(text, from, text.len);
	const char *found = rest.len ? memmem(rest.ptr, rest.len, part.ptr, part.len) : NULL;

	return found ? (size_t)(found - text.ptr) : SPAN_NONE;
}

/* May PCRE2 be asked what costs so much? */
static bool affordable(struct cues *cues, size_t cost)
{
	bool left = cost <= QUESTIONS - cues->asked;

	cues->asked = left ? cues->asked + cost : QUESTIONS;
	return left;
}

/* One question to PCRE2. */
static enum pattern_result ask(struct cues *cues, struct cue *cue, enum pattern_place place,
			       size_t from, size_t *start, size_t *end)
{
	char reason[PATTERN_PROBLEM];
	enum pattern_result result;

	if (!affordable(cues, 1))
		return PATTERN_LIMIT;
	if (!cue->pattern)
		cue->pattern = cue_pattern_new(cue->source.pattern, reason);
	if (!cue->pattern) {
		cues->failed = true;
		return PATTERN_LIMIT;
	}
	cue_matcher_allow(cues->matcher, SHORT);
	result = cue_pattern_find(cue->pattern, cues->matcher, &cues->present.text, place, from,
				  start, end);
	if (result != PATTERN_LIMIT || !affordable(cues, LONG_COST))
		return result;
	cue_matcher_allow(cues->matcher, PATTERN_STEPS);
	return cue_pattern_find(cue->pattern, cues->matcher, &cues->present.text, place, from,
				start, end);
}

/* The first match at or after `from` where the pass tells no places: each start is looked for by itself, which is
 * far quicker than trying the pattern everywhere. */
static enum pattern_result search(struct cues *cues, struct cue *cue, size_t from, size_t *start,
				  size_t *end)
{
	struct span text = cues->present.text.text, left = cue->source.starts, starts[CUE_STARTS];
	size_t next[CUE_STARTS], count = 0;

	for (; count < CUE_STARTS && cue_starts_next(&left, &starts[count]); count++)
		next[count] = find_from(text, starts[count], from);
	if (left.len > 0) /* no index that was made here has more */
		return ask(cues, cue, PATTERN_FROM, from, start, end);
	for (;;) {
		enum pattern_result result;
		size_t first = SPAN_NONE;

		for (size_t i = 0; i < count; i++)
			first = next[i] < first ? next[i] : first;
		if (first == SPAN_NONE)
			return PATTERN_NONE;
		result = ask(cues, cue, PATTERN_AT, first, start, end);
		if (result != PATTERN_NONE)
			return result;
		for (size_t i = 0; i < count; i++)
			if (next[i] == first)
				next[i] = find_from(text, starts[i], first + 1);
	}
}

/* The cue's first match at or after `from`. */
static enum pattern_result find_next(struct cues *cues, struct cue *cue, struct seen *seen,
				     size_t from, size_t *start, size_t *end)
{
	const struct place *places = cues->places;
	enum pattern_result result = PATTERN_NONE;

	while (cue->starts && seen->first && result == PATTERN_NONE) {
		size_t at = places[seen->first - 1].at;

		if (at >= from)
			result = ask(cues, cue, PATTERN_AT, at, start, end);
		seen->first = places[seen->first - 1].next;
	}
	if (result != PATTERN_NONE || (cue->starts && all_told(&cues->present)))
		return result;
	if (!cue->starts)
		return ask(cues, cue, PATTERN_FROM, from, start, end);
	return search(cues, cue, from < cues->present.behind ? cues->present.behind : from, start,
		      end);
}

/* ---- matches ---- */

/* The byte from which to look for the next match: behind this one, or behind the next code point
 * where it is empty. */
static size_t behind(struct span text, size_t from, size_t to)
{
	struct span rest = span_slice(text, to, text.len);

	if (to > from || rest.len == 0)
		return to + (to == from);
	utf8_next(&rest);
	return text.len - rest.len;
}

/* The matches of one cue; returns how many were written. */
static size_t find_one(struct cues *cues, size_t number, struct cue_match *out, size_t max)
{
	struct cue *cue = &cues->items[number];
	struct seen seen = {.literal = SPAN_NONE};
	size_t most = cue->source.kind == CUE_WORDING && max > 1 ? 1 : max;
	size_t count = 0, from = 0;

	if (has(cues->met, number))
		seen = cues->seen[number];
	if ((cue->starts || cue->inside) && !seen.first && all_told(&cues->present))
		return 0;
	if (!has_literal(cues, cue, &seen))
		return 0;
	while (count < most) {
		struct cue_match match = {cue->source.id, cue->source.kind, cue->source.strength, 0,
					  0};
		enum pattern_result result =
		    find_next(cues, cue, &seen, from, &match.from, &match.to);

		if (result == PATTERN_NONE ||
		    (result == PATTERN_LIMIT && EXCUSES >> cue->source.kind & 1))
			break;
		if (result == PATTERN_LIMIT) {
			match.from = seen.literal;
			match.to = seen.literal + cue->source.literal.len;
			most = 0;
		}
		from = behind(cues->present.text.text, match.from, match.to);
		out[count++] = match;
	}
	return count;
}

/* The cues of one word of the sets that may match the present text. */
static uint64_t candidates(const struct cues *cues, size_t word, unsigned kinds)
{
	uint64_t asked = 0;

	for (int kind = 0; kind < CUE_KINDS; kind++)
		if (kinds & 1u << kind)
			asked |= cues->kinds[kind][word];
	return all_told(&cues->present) ? asked & (cues->met[word] | cues->always[word]) : asked;
}

size_t cues_match(struct cues *cues, unsigned kinds, struct cue_match *out, size_t max)
{
	size_t count = 0;

	if (cues->present.text.text.len == 0)
		return 0;
	cue_passes_make(cues->passes, kinds, cues->present.text.text, note, cues);
	for (size_t word = 0; word < cues->words; word++)
		for (uint64_t left = candidates(cues, word, kinds); left && count < max;
		     left &= left - 1)
			count += find_one(cues, word * WORD + (size_t)__builtin_ctzll(left),
					  out + count, max - count);
	return count;
}

size_t cues_find(struct cues *cues, struct span folded, unsigned kinds, struct cue_match *out,
		 size_t max)
{
	cues_read(cues, folded);
	return cues_match(cues, kinds, out, max);
}

bool cues_failed(struct cues *cues)
{
	bool failed = cues->failed;

	cues->failed = false;
	return failed;
}
