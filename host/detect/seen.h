/*
 * The hostnames of one mail, each looked at once: the links of an honest mail lead to a few names, and
 * what is found there is remembered for the next link. All of them share one effort.
 */
#ifndef DETECT_SEEN_H
#define DETECT_SEEN_H

#include "detect/effort.h"
#include "detect/lookalike.h"

struct seen;

/* In `arena`; NULL where that gives out. `claimed` as for lookalike_find_claimed(), kept by reference. */
struct seen *seen_new(const struct catalogue *catalogue, struct arena *arena,
		      const brand_ref *claimed, size_t claimed_count);

/* What lookalike_find_claimed() finds, in the arena; returns its number. */
size_t seen_lookalikes(struct seen *seen, const struct hostname *hostname,
		       const struct lookalike **found);

/* lookalike_shown(). */
struct span seen_shown(struct seen *seen, const struct hostname *hostname);

/* Some name was not looked at in full. */
bool seen_is_cut(const struct seen *seen);

#endif
