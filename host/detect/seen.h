/*
 * The hostnames of one mail, each looked at once: the links of an honest mail lead to a few names, and
 * what is found there is remembered for the next link. All of them share one effort.
 */
#ifndef DETECT_SEEN_H
#define DETECT_SEEN_H

#include "detect/effort.h"
#include "detect/lookalike.h"

struct seen;

/* What the mail claims; the brands are to stay where they are. */
struct seen_claims {
	const brand_ref *brands;
	size_t count;
	bool named;    /* subject or text name a brand, at least */
	bool official; /* the sender is: names are not read with the brands in mind */
};

/* For a mail with so many links. In `arena`; NULL where that gives out. */
struct seen *seen_new(const struct catalogue *catalogue, struct arena *arena,
		      const struct seen_claims *claims, size_t links);

/* What lookalike_find_claimed() finds, or where no brand is claimed or named lookalike_find_unclaimed(), sisters merged
 * (sisters.h), in the arena; returns its number. */
size_t seen_lookalikes(struct seen *seen, const struct hostname *hostname,
		       const struct lookalike **found);

/* lookalike_shown(). */
struct span seen_shown(struct seen *seen, const struct hostname *hostname);

/* Some name was not looked at in full. */
bool seen_is_cut(const struct seen *seen);

#endif
