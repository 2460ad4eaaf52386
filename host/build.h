/* JSON objects built member by member; a failure is remembered, so that it is asked for once. */
#ifndef BUILD_H
#define BUILD_H

#include "text/span.h"

#include <jansson.h>

struct build {
	bool failed;
};

/* Sets a member, or appends an item, and takes the value over; a NULL value or object is a failure.
 */
void build_set(struct build *build, json_t *object, const char *name, json_t *value);
void build_append(struct build *build, json_t *array, json_t *value);

/* A JSON string of valid UTF-8; NULL when out of memory. */
json_t *build_text(struct span text);

/* The value, or NULL (and the value freed) when anything failed on the way. */
json_t *build_end(const struct build *build, json_t *value);

#endif
