/*
 * Reads a PCRE2 pattern item by item and keeps what the matches of what was read begin with: for
 * cue_starts.c only.
 */
#ifndef CATALOGUE_CUE_READING_H
#define CATALOGUE_CUE_READING_H

#include "catalogue/cue_starts.h"

struct cue_reading {
	struct span rest;
	int depth;
	uint8_t enough; /* bytes: a start of this length grows no more */
	bool failed;	/* syntax that is not followed here */
};

/* Adds those of `more` to *starts; fails when they are too many. */
void cue_reading_unite(struct cue_reading *r, struct cue_starts *starts,
		       const struct cue_starts *more);

/* Takes `text` off the rest, if it stands there; or the opening of a lookaround, which takes no text. */
bool cue_reading_take(struct cue_reading *r, struct span text);
bool cue_reading_lookaround(struct cue_reading *r);

/* Steps behind the ] of a class whose [ has been taken, the ) of a group whose ( has been. */
void cue_reading_skip_class(struct cue_reading *r);
void cue_reading_skip_group(struct cue_reading *r);

/* How often an item stands. */
struct cue_quantifier {
	size_t least;
	bool more; /* or oftener */
};

/* Takes the quantifier behind an item. */
struct cue_quantifier cue_reading_quantifier(struct cue_reading *r);

/* What a sequence of items, or alternatives of them, does to the starts in front of it; the rest begins with
 * | or ) then, or is empty. */
void cue_reading_sequence(struct cue_reading *r, struct cue_starts *starts);
void cue_reading_alternatives(struct cue_reading *r, struct cue_starts *starts);

#endif
