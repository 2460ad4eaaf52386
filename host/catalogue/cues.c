#include "catalogue/cues.h"

#include "catalogue/cue_pattern.h"
#include "catalogue/cue_scan.h"
#include "catalogue/cue_starts.h"
#include "catalogue/index_view.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

/* Places that one pass remembers. What lies behind the last is left to PCRE2 alone. */
#define PLACES 2048

struct cue {
	struct cue_source source;
	struct cue_pattern *pattern; /* NULL until it is needed */
	bool starts;		     /* it is known with what its matches begin */
};

/* A place where a match of a cue may begin, and the cue's next one (number + 1). */
struct place {
	uint32_t at, next;
};

/* What the pass over the present text has found of one cue. */
struct seen {
	size_t literal;	      /* where it first stands; SPAN_NONE */
	uint32_t first, last; /* places, as number + 1 */
};

struct cues {
	struct cue_matcher *matcher;
	struct cue_scan *scan; /* literals as number * 2, starts as number * 2 + 1 */
	struct cue *items;
	size_t count;
	bool failed; /* no memory for a pattern that was needed */
	/* of the present text, made once: */
	struct seen *seen;
	struct place places[PLACES];
};

/* Files the literal and the starts of the cue with this number. Short literals stand nearly
 * everywhere: they are looked for when all else is there. */
static bool file_cue(struct cues *cues, struct cue *cue, uint32_t number)
{
	struct span literal = cue->source.literal, rest = cue->source.starts, start;

	if (literal.len >= CUE_SCAN_LEAST && !cue_scan_add(cues->scan, literal, number * 2))
		return false;
	for (struct span left = rest; cue_starts_next(&left, &start);)
		if (start.len < CUE_SCAN_LEAST) /* no index that was made here */
			return true;
	cue->starts = rest.len > 0;
	while (cue_starts_next(&rest, &start))
		if (!cue_scan_add(cues->scan, start, number * 2 + 1))
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
	cues->scan = cue_scan_new();
	cues->items = calloc(count + 1, sizeof(*cues->items));
	cues->seen = calloc(count + 1, sizeof(*cues->seen));
	if (!cues->matcher || !cues->scan || !cues->items || !cues->seen ||
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
	cue_scan_free(&(*cues)->scan);
	cue_matcher_free(&(*cues)->matcher);
	free(*cues);
	*cues = NULL;
}

/* ---- the pass ---- */

struct pass {
	struct cues *cues;
	struct cue_text text;
	unsigned kinds;
	uint32_t places; /* used */
	size_t behind;	 /* places from this byte on are not remembered */
};

static bool note(void *context, uint32_t number, size_t at)
{
	struct pass *pass = context;
	struct seen *seen = &pass->cues->seen[number / 2];
	struct place *places = pass->cues->places;

	if (!(pass->kinds & 1u << pass->cues->items[number / 2].source.kind))
		return true;
	if (number % 2 == 0) {
		if (seen->literal == SPAN_NONE)
			seen->literal = at;
		return true;
	}
	if (at >= pass->behind)
		return true;
	if (pass->places == PLACES || at > UINT32_MAX) {
		pass->behind = at;
		return true;
	}
	places[pass->places++] = (struct place){(uint32_t)at, 0};
	*(seen->first ? &places[seen->last - 1].next : &seen->first) = pass->places;
	seen->last = pass->places;
	return true;
}

/* Reads the text once: which literals stand in it, and where cues may begin. */
static void run_pass(struct pass *pass)
{
	for (size_t i = 0; i < pass->cues->count; i++)
		pass->cues->seen[i] = (struct seen){.literal = SPAN_NONE};
	pass->behind = pass->text.text.len;
	cue_scan_text(pass->cues->scan, pass->text.text, note, pass);
}

/* Is the cue's literal there, and where? */
static bool has_literal(const struct pass *pass, const struct cue *cue, struct seen *seen)
{
	struct span literal = cue->source.literal, text = pass->text.text;
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

/* One question to PCRE2. */
static enum pattern_result ask(const struct pass *pass, struct cue *cue, enum pattern_place place,
			       size_t from, size_t *start, size_t *end)
{
	char reason[PATTERN_PROBLEM];

	if (!cue->pattern)
		cue->pattern = cue_pattern_new(cue->source.pattern, reason);
	if (!cue->pattern) {
		pass->cues->failed = true;
		return PATTERN_LIMIT;
	}
	return cue_pattern_find(cue->pattern, pass->cues->matcher, &pass->text, place, from, start,
				end);
}

/* The cue's first match at or after `from`. */
static enum pattern_result find_next(const struct pass *pass, struct cue *cue, struct seen *seen,
				     size_t from, size_t *start, size_t *end)
{
	const struct place *places = pass->cues->places;
	enum pattern_result result = PATTERN_NONE;

	while (cue->starts && seen->first && result == PATTERN_NONE) {
		size_t at = places[seen->first - 1].at;

		if (at >= from)
			result = ask(pass, cue, PATTERN_AT, at, start, end);
		seen->first = places[seen->first - 1].next;
	}
	if (result != PATTERN_NONE || (cue->starts && pass->behind == pass->text.text.len))
		return result;
	if (cue->starts && from < pass->behind)
		from = pass->behind;
	return ask(pass, cue, PATTERN_FROM, from, start, end);
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
static size_t find_one(const struct pass *pass, size_t number, struct cue_match *out, size_t max)
{
	struct cue *cue = &pass->cues->items[number];
	struct seen *seen = &pass->cues->seen[number];
	size_t most = cue->source.kind == CUE_WORDING && max > 1 ? 1 : max;
	size_t count = 0, from = 0;

	if (cue->starts && !seen->first && pass->behind == pass->text.text.len)
		return 0;
	if (!has_literal(pass, cue, seen))
		return 0;
	while (count < most) {
		struct cue_match match = {cue->source.id, cue->source.kind, cue->source.strength, 0,
					  0};
		enum pattern_result result =
		    find_next(pass, cue, seen, from, &match.from, &match.to);

		if (result == PATTERN_NONE)
			break;
		if (result == PATTERN_LIMIT) {
			match.from = seen->literal;
			match.to = seen->literal + cue->source.literal.len;
			most = 0;
		}
		from = behind(pass->text.text, match.from, match.to);
		out[count++] = match;
	}
	return count;
}

size_t cues_find(struct cues *cues, struct span folded, unsigned kinds, struct cue_match *out,
		 size_t max)
{
	struct pass pass = {.cues = cues, .text = cue_text(folded), .kinds = kinds};
	size_t count = 0;

	if (max == 0 || folded.len == 0)
		return 0;
	run_pass(&pass);
	for (size_t i = 0; i < cues->count && count < max; i++)
		if (kinds & 1u << cues->items[i].source.kind)
			count += find_one(&pass, i, out + count, max - count);
	return count;
}

bool cues_failed(struct cues *cues)
{
	bool failed = cues->failed;

	cues->failed = false;
	return failed;
}
