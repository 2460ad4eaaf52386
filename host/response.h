/*
 * Replies of PROTOCOL.md. The short and rare ones are JSON values: a new reference, or NULL when out of
 * memory. Brands and verdicts are text at once. Strings of a mail are made harmless on the way (harmless.h).
 */
#ifndef RESPONSE_H
#define RESPONSE_H

#include "catalogue/index.h"
#include "detect/verdict.h"
#include "fault.h"
#include "language.h"

#include <jansson.h>
#include <stdint.h>

/* How replies are written as text. */
#define RESPONSE_FLAGS JSON_COMPACT

json_t *response_hello(int64_t id, const struct index_facts *facts, enum language language);

/* Takes over `problems`. */
json_t *response_profile(int64_t id, const char *profile_id, json_t *problems);

/* The text of one page of the catalogue's brands, from the `from`th on, in the arena. The empty span when
 * memory gives out. */
struct span response_brands(int64_t id, const struct catalogue *catalogue, struct arena *arena,
			    size_t from, enum language language);

/* `has_id` false: the id is null. */
json_t *response_error(bool has_id, int64_t id, const struct fault *fault);

/* The text of a verdict on `message`, in the arena, cut to `bytes` as PROTOCOL.md says; with a NULL id
 * (the command line's) it has none. The empty span when memory gives out. */
struct span response_verdict(const int64_t *id, const struct catalogue *catalogue,
			     struct arena *arena, enum language language,
			     const struct message *message, const struct verdict *verdict,
			     size_t bytes);

#endif
