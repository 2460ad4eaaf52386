#include "catalogue/cues.h"

#include "catalogue/cue_pattern.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

struct cue {
	struct cue_source source;
	struct cue_pattern *pattern;
};

struct cues {
	struct cue_matcher *matcher;
	struct cue *items;
	size_t count;
};

static bool compile_cue(struct cues *cues, struct cue_source source, char problem[static 160])
{
	struct cue *cue = &cues->items[cues->count];
	char reason[PATTERN_PROBLEM];

	cue->source = source;
	cue->pattern = cue_pattern_new(source.pattern, reason);
	if (!cue->pattern) {
		snprintf(problem, 160, "cue %.*s: %s",
			 (int)(source.id.len > 30 ? 30 : source.id.len),
			 source.id.ptr ? source.id.ptr : "", reason);
		return false;
	}
	cues->count++;
	return true;
}

static bool compile_all(struct cues *cues, const struct catalogue *catalogue,
			char problem[static 160])
{
	for (size_t i = 0; i < catalogue->count; i++)
		for (size_t n = 0; n < index_cue_count(catalogue->indexes[i]); n++)
			if (!compile_cue(cues, index_cue(catalogue->indexes[i], n), problem))
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
	cues->items = calloc(count + 1, sizeof(*cues->items));
	if (!cues->matcher || !cues->items || !compile_all(cues, catalogue, problem))
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
	cue_matcher_free(&(*cues)->matcher);
	free(*cues);
	*cues = NULL;
}

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
static size_t find_one(const struct cues *cues, const struct cue *cue, const struct cue_text *text,
		       struct cue_match *out, size_t max)
{
	size_t most = cue->source.kind == CUE_WORDING && max > 1 ? 1 : max;
	size_t literal, count = 0, from = 0;

	if (!cue_text_find(text, cue->source.literal, &literal))
		return 0;
	while (count < most) {
		struct cue_match match = {cue->source.id, cue->source.kind, cue->source.strength, 0,
					  0};
		enum pattern_result result = cue_pattern_find(cue->pattern, cues->matcher, text,
							      from, &match.from, &match.to);

		if (result == PATTERN_NONE)
			break;
		if (result == PATTERN_LIMIT) {
			match.from = literal;
			match.to = literal + cue->source.literal.len;
			most = 0;
		}
		from = behind(text->text, match.from, match.to);
		out[count++] = match;
	}
	return count;
}

size_t cues_find(const struct cues *cues, struct span folded, unsigned kinds, struct cue_match *out,
		 size_t max)
{
	struct cue_text text;
	size_t count = 0;

	cue_text_prepare(&text, folded);
	for (size_t i = 0; i < cues->count && count < max; i++)
		if (kinds & 1u << cues->items[i].source.kind)
			count += find_one(cues, &cues->items[i], &text, out + count, max - count);
	return count;
}
