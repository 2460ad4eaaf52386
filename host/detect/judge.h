/*
 * The judge: a pure function of (catalogue, profile, message). Runs the sender, link and wording checks,
 * combines them, and is the only entry into this layer.
 */
#ifndef DETECT_JUDGE_H
#define DETECT_JUDGE_H

#include "catalogue/cues.h"
#include "detect/verdict.h"

/* What the user has told: domains are in an index of the catalogue (DOMAIN_TRUSTED), addresses here. */
struct profile {
	const struct span *trusted_addresses; /* local@domain, lower case, ASCII domain */
	size_t trusted_address_count;
	const brand_ref *unused;
	size_t unused_count;
};

struct judge {
	const struct catalogue *catalogue;
	struct cues *cues;	       /* matching needs its working memory */
	const struct profile *profile; /* never NULL; may be all empty */
};

/* Judges `message` into *verdict; all it makes is in `arena`. False when the arena gave out (the caller
 * answers with `internal`). */
bool judge_message(const struct judge *judge, struct arena *arena, const struct message *message,
		   struct verdict *verdict);

#endif
