/*
 * Members of a JSON object, one small decoder for each type. An absent member leaves *out alone and
 * is no fault; a member of another type is `invalid-request` at that member. Spans point into the
 * JSON tree.
 */
#ifndef DECODE_H
#define DECODE_H

#include "fault.h"
#include "text/arena.h"

#include <jansson.h>

bool decode_string(const json_t *object, const char *name, struct span *out, struct fault *fault);
/* The same, with null allowed for "none". */
bool decode_string_or_null(const json_t *object, const char *name, struct span *out,
			   struct fault *fault);
bool decode_bool(const json_t *object, const char *name, bool *out, struct fault *fault);

/* An integer from 0 to LIMIT_ID. */
bool decode_count(const json_t *object, const char *name, size_t *out, struct fault *fault);

/* *out is NULL when the member is absent. */
bool decode_object(const json_t *object, const char *name, const json_t **out, struct fault *fault);
bool decode_array(const json_t *object, const char *name, const json_t **out, struct fault *fault);

/* An array of strings; the list is made in the arena (NULL and 0 when it gives out: the arena
 * remembers). A NULL arena only checks the type. */
bool decode_strings(const json_t *object, const char *name, struct arena *arena,
		    const struct span **out, size_t *count, struct fault *fault);

/* The text of a JSON string. */
struct span decode_span(const json_t *string);

#endif
