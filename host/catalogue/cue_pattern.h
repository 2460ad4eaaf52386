/*
 * Wording patterns: PCRE2 over folded text, with limits on every match, so that no text makes one
 * take long. Used by cues.c to find wordings and by source_wording.c to try the examples.
 */
#ifndef CATALOGUE_CUE_PATTERN_H
#define CATALOGUE_CUE_PATTERN_H

#include "text/span.h"

#include <stdint.h>

/* What matching needs beside the patterns: limits and working memory, made once. */
struct cue_matcher;
struct cue_matcher *cue_matcher_new(void); /* NULL when out of memory */
void cue_matcher_free(struct cue_matcher **matcher);

/* Steps of PCRE2 that one search may take: as many, unless told otherwise. From a place where it begins to match, an
 * honest pattern takes a few, seldom a few hundred. */
#define PATTERN_STEPS 10000
void cue_matcher_allow(struct cue_matcher *matcher, uint32_t steps);

/* One compiled pattern. */
struct cue_pattern;

#define PATTERN_PROBLEM 128

/* Compiles it; NULL with a reason when it is no pattern or memory ran out. */
struct cue_pattern *cue_pattern_new(struct span pattern, char problem[static PATTERN_PROBLEM]);
void cue_pattern_free(struct cue_pattern **pattern);

/* A folded text to look into. */
struct cue_text {
	struct span text;
	bool valid; /* UTF-8, as it should be */
};
struct cue_text cue_text(struct span folded);

enum pattern_result {
	PATTERN_NONE,
	PATTERN_FOUND,
	PATTERN_LIMIT, /* gave up */
};

/* Where a match may begin. */
enum pattern_place {
	PATTERN_FROM, /* at `from` or behind it: the first match */
	PATTERN_AT,   /* at `from` alone */
};

/* A match: bytes *start up to *end. */
enum pattern_result cue_pattern_find(const struct cue_pattern *pattern, struct cue_matcher *matcher,
				     const struct cue_text *text, enum pattern_place place,
				     size_t from, size_t *start, size_t *end);

#endif
