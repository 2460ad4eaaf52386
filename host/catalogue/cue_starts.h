/*
 * With what can a pattern's matches begin? Most cues begin with one of a few words, so that PCRE2
 * need only be asked where one of them stands, instead of at every letter.
 */
#ifndef CATALOGUE_CUE_STARTS_H
#define CATALOGUE_CUE_STARTS_H

#include "text/span.h"

#include <stdint.h>

#define CUE_STARTS 96	   /* of one pattern */
#define CUE_START_BYTES 12 /* of one start; cut to whole characters */
#define CUE_START_LEAST 3  /* a shorter start stands nearly everywhere */

struct cue_start {
	char text[CUE_START_BYTES];
	uint8_t len;
	bool ended; /* what follows in the pattern is no fixed text: it grows no more */
};

struct cue_starts {
	struct cue_start at[CUE_STARTS];
	size_t count;
};

/* Reads the pattern (PCRE2, without options): every match in a folded text, whose only blanks are U+0020
 * and \n, begins with exactly one of *starts. False when
 * that cannot be told, when there are too many, or when one has less than CUE_START_LEAST bytes. */
bool cue_starts_of(struct span pattern, struct cue_starts *starts);

/* Where it does not: every match holds one of *insides somewhere, so that a text without them has none. */
bool cue_insides_of(struct span pattern, struct cue_starts *insides);

/* How an index holds them: one after the other with CUE_STARTS_GAP between them, and one in front where they are
 * what matches hold, not begin with; empty when neither can be told. */
#define CUE_STARTS_GAP '\x01'
#define CUE_STARTS_TEXT (CUE_STARTS * (CUE_START_BYTES + 1))
struct span cue_starts_text(struct span pattern, char out[static CUE_STARTS_TEXT]);

/* Takes the gap in front off such a text; false where there is none. */
bool cue_starts_inside(struct span *rest);

/* Takes the next one off; false after the last. */
bool cue_starts_next(struct span *rest, struct span *start);

#endif
