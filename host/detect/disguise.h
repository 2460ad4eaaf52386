/*
 * Words of subject and text that are spelt so that people read them and filters do not: letters of another alphabet
 * that look Latin (Аmazon, accоunt), or characters that cannot be seen between the letters. Honest mail has neither: of
 * 3,785 honest mails one has a word of mixed letters at all (kΩ), which looks like no other word.
 */
#ifndef DETECT_DISGUISE_H
#define DETECT_DISGUISE_H

#include "catalogue/catalogue.h"
#include "text/arena.h"

struct disguise {
	struct span word;    /* the first such word as it stands there; empty: none */
	const char *problem; /* "look-alike letters" or "invisible characters"; NULL: none */
	brand_ref brand;     /* whose name it spells, or BRAND_NONE */
};

/*
 * Reads `raw` (at most the bytes of window.h). Counts, in a text that is written in Latin letters:
 * - look-alikes (UTS #39, confusables.txt) beside Latin letters in a brand's name, in two different words, or three
 *   in one: a bilingual's slip of the keyboard gives one or two. Greek letters at a word's ends are science (TNFα);
 * - invisible characters between Latin letters, three times. Not soft hyphens.
 */
struct disguise disguise_read(const struct catalogue *catalogue, struct arena *arena,
			      struct span raw);

#endif
