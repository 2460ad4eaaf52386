#include "catalogue/cue_pattern.h"

#include "text/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdio.h>
#include <stdlib.h>

#define DEPTH 2000
#define HEAP_KIB 1024

struct cue_matcher {
	pcre2_match_data *data;
	pcre2_match_context *limits;
};

struct cue_matcher *cue_matcher_new(void)
{
	struct cue_matcher *matcher = calloc(1, sizeof(*matcher));

	if (!matcher)
		return NULL;
	matcher->data = pcre2_match_data_create(1, NULL);
	matcher->limits = pcre2_match_context_create(NULL);
	if (!matcher->data || !matcher->limits) {
		cue_matcher_free(&matcher);
		return NULL;
	}
	pcre2_set_match_limit(matcher->limits, PATTERN_STEPS);
	pcre2_set_depth_limit(matcher->limits, DEPTH);
	pcre2_set_heap_limit(matcher->limits, HEAP_KIB);
	return matcher;
}

void cue_matcher_free(struct cue_matcher **matcher)
{
	if (!*matcher)
		return;
	pcre2_match_data_free((*matcher)->data);
	pcre2_match_context_free((*matcher)->limits);
	free(*matcher);
	*matcher = NULL;
}

void cue_matcher_allow(struct cue_matcher *matcher, uint32_t steps)
{
	pcre2_set_match_limit(matcher->limits, steps);
}

struct cue_pattern {
	pcre2_code *code;
};

/* No \C (it splits characters), and the same line ends wherever it is built. */
static pcre2_code *compile(struct span pattern, char problem[static PATTERN_PROBLEM])
{
	const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
	pcre2_compile_context *context = pcre2_compile_context_create(NULL);
	PCRE2_UCHAR reason[80] = "";
	pcre2_code *code = NULL;
	PCRE2_SIZE at = 0;
	int error = PCRE2_ERROR_NOMEMORY;

	if (context) {
		pcre2_set_newline(context, PCRE2_NEWLINE_LF);
		code = pcre2_compile((PCRE2_SPTR)pattern.ptr, pattern.len, options, &error, &at,
				     context);
	}
	if (!code) {
		pcre2_get_error_message(error, reason, sizeof(reason));
		snprintf(problem, PATTERN_PROBLEM, "at byte %zu: %s", at, (const char *)reason);
	}
	pcre2_compile_context_free(context);
	return code;
}

struct cue_pattern *cue_pattern_new(struct span text, char problem[static PATTERN_PROBLEM])
{
	struct cue_pattern *pattern = calloc(1, sizeof(*pattern));

	snprintf(problem, PATTERN_PROBLEM, "out of memory");
	if (!pattern)
		return NULL;
	pattern->code = compile(text, problem);
	if (!pattern->code)
		cue_pattern_free(&pattern);
	return pattern;
}

void cue_pattern_free(struct cue_pattern **pattern)
{
	if (!*pattern)
		return;
	pcre2_code_free((*pattern)->code);
	free(*pattern);
	*pattern = NULL;
}

struct cue_text cue_text(struct span folded)
{
	return (struct cue_text){folded, utf8_check(folded) == folded.len};
}

enum pattern_result cue_pattern_find(const struct cue_pattern *pattern, struct cue_matcher *matcher,
				     const struct cue_text *text, enum pattern_place place,
				     size_t from, size_t *start, size_t *end)
{
	/* A broken text is for PCRE2 to find: its error is a limit like any other. */
	uint32_t options =
	    (text->valid ? PCRE2_NO_UTF_CHECK : 0) | (place == PATTERN_AT ? PCRE2_ANCHORED : 0);
	const PCRE2_SIZE *places;
	int count;

	if (from > text->text.len)
		return PATTERN_NONE;
	count = pcre2_match(pattern->code, (PCRE2_SPTR)(text->text.ptr ? text->text.ptr : ""),
			    text->text.len, from, options, matcher->data, matcher->limits);
	if (count == PCRE2_ERROR_NOMATCH)
		return PATTERN_NONE;
	if (count < 0)
		return PATTERN_LIMIT;
	places = pcre2_get_ovector_pointer(matcher->data);
	*start = places[0];
	*end = places[1] > places[0] ? places[1]
				     : places[0]; /* \K in a lookahead may turn them round */
	return PATTERN_FOUND;
}
