/*
 * The sentences of a finding, in English and Japanese, ready to show. They say no more than the
 * evidence does, name it, and tell what to do. Values that come from a mail are made harmless and
 * short, and stand between U+2068 and U+2069, so that they cannot rearrange the sentence around
 * them.
 */
#ifndef WORDS_H
#define WORDS_H

#include "detect/finding.h"
#include "language.h"
#include "text/arena.h"

struct words {
	struct span title;  /* one line */
	struct span detail; /* one to three sentences */
};

enum words_for {
	WORDS_FOR_PAGE,	    /* with isolates around values */
	WORDS_FOR_TERMINAL, /* without: terminals show them as boxes */
};

/* The words for a finding; made in the arena. */
struct words words_of(const struct catalogue *catalogue, struct arena *arena,
		      enum language language, enum words_for where, const struct finding *finding);

/* The reader's word for a level, for the command line: those of the extension's labels (levelDanger and so on),
 * which are not the protocol's. */
const char *words_level(enum language language, enum level level);

#endif
