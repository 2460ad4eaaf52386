/* One brand of a profile: its shape, and what of it is sound, as an entry of catalogue/README.md.
 */
#ifndef PROFILE_BRAND_H
#define PROFILE_BRAND_H

#include "catalogue/catalogue.h"
#include "fault.h"
#include "text/arena.h"

#include <jansson.h>

/* Appends {"path":"<base><member>","detail":…} to the problems of a profile, LIMIT_PROBLEMS at
 * most. */
void profile_problem(json_t *problems, const char *path, const char *detail);

/* False, with the member in *fault, when a member of the brand is of a wrong type. */
bool profile_brand_shape(const json_t *brand, struct fault *fault);

/* A new, complete catalogue entry of the sound parts of a well-shaped brand; what is left out is
 * added to `problems` with paths below `path` ("brands[2]"). NULL when too little is left, or
 * memory gave out. Adds the aliases that were looked at to *names; those past LIMIT_PROFILE_NAMES
 * are not, which is told of each list at the first of them. */
json_t *profile_brand_entry(const struct catalogue *catalogue, struct arena *arena,
			    const json_t *brand, const char *path, json_t *problems, size_t *names);

#endif
