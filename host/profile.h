/*
 * What the user has told: trusted addresses and domains, services not used, further brands. What is
 * sound is compiled into an index of its own that stands beside the catalogue; what is not is
 * listed. It lives as long as the connection, or until the next profile; nothing is stored.
 */
#ifndef PROFILE_H
#define PROFILE_H

#include "catalogue/index.h"
#include "detect/judge.h"
#include "fault.h"

#include <jansson.h>

struct user_profile;

/*
 * Reads a `profile` request. `catalogue` is the one without any profile; it is what the user's
 * brands must not clash with. On success the profile, and in *problems a new array of
 * {"path","detail"}. NULL with a fault when its shape is wrong (then nothing of it is taken) or
 * memory gave out.
 */
struct user_profile *profile_new(const struct catalogue *catalogue, const json_t *request,
				 json_t **problems, struct fault *fault);
void profile_free(struct user_profile **profile);

/* 16 hexadecimal digits that stand for its sound content, whatever the order it was sent in. */
const char *profile_id(const struct user_profile *profile);

/* The catalogue with the profile's index beside it; valid as long as both. */
struct catalogue profile_catalogue(const struct user_profile *profile,
				   const struct catalogue *catalogue);

/* For the judge. */
const struct profile *profile_view(const struct user_profile *profile);

#endif
