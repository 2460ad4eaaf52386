/* Which parts of a verdict go when its text would be longer than browsers take. */
#ifndef RESPONSE_FIT_H
#define RESPONSE_FIT_H

#include <stdbool.h>
#include <stddef.h>

/* The findings that a cut always leaves, as bytes of their text: the worst ones, enough to explain
 * the level and to fill a banner. Links are reduced before these go. */
#define RESPONSE_KEPT_FINDINGS ((size_t)384 * 1024)

/* Bytes of a verdict's text and of its parts. */
struct response_sizes {
	size_t whole;
	size_t *links, *reduced,
	    *findings; /* of each, in order; reduced: index, level and guard alone */
	size_t link_count, finding_count;
	size_t mark; /* that "truncated" adds */
};

/* What is left. */
struct response_cut {
	bool truncated;
	size_t findings;    /* the first so many */
	size_t whole_links; /* the first so many; the others are reduced */
};

/* Cuts as PROTOCOL.md says until the text is at most `bytes` long: findings from the lowest level up, but
 * for those that explain the level, then links from the last on, then the other findings. False when that
 * is not enough. */
bool response_fit(const struct response_sizes *sizes, size_t bytes, struct response_cut *cut);

#endif
