/* The members of a `check`: what the judge is asked about. */
#ifndef REQUEST_CHECK_H
#define REQUEST_CHECK_H

#include "detect/message.h"
#include "fault.h"
#include "text/arena.h"

#include <jansson.h>

/* Fills *message from the request's object; only the first LIMIT_LINKS links are looked at, the
 * others counted. Spans point into the JSON tree, lists are in the arena. False with the member in
 * *fault. */
bool request_check(const json_t *root, struct arena *arena, struct message *message,
		   struct fault *fault);

#endif
