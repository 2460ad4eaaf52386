/*
 * A request of PROTOCOL.md from its bytes. Everything in it is data: no string of a request names a
 * file, a command or a network address that the program would open.
 */
#ifndef REQUEST_H
#define REQUEST_H

#include "detect/message.h"
#include "fault.h"
#include "language.h"
#include "text/arena.h"

#include <jansson.h>
#include <stdint.h>

enum request_type { REQUEST_HELLO, REQUEST_PROFILE, REQUEST_BRANDS, REQUEST_CHECK };

struct request {
	json_t *root; /* owns every string below */
	bool has_id;  /* set as soon as the id is known, also when the rest is broken */
	int64_t id;
	enum request_type type;

	enum language
	    language;	     /* hello: the first of `languages` that we write; English if none is */
	size_t from;	     /* brands */
	bool has_profile_id; /* check */
	struct span profile_id;
	struct message message; /* check */
				/* profile: read from `root` by profile_new() */
};

/* Reads one request; lists are made in `arena`. False with *fault when it is broken or of an
 * unknown kind; `id` is valid then too where there is one. Call request_free() in both cases. */
bool request_parse(struct request *request, struct arena *arena, struct span body,
		   struct fault *fault);

/* Frees the JSON tree; every span of the request is dead then. */
void request_free(struct request *request);

#endif
