/*
 * Skeletons: what a text looks like. UTS #39 section 4 (NFD, prototypes, NFD), with what domain
 * look-alikes need on top: diacritics removed first from Latin, Greek and Cyrillic letters
 * (NFD, marks dropped, ł ø đ …), own extra pairs that confusables.txt lacks (each with its reason
 * in skeleton_extra.c), case folded, and the sequence vv as w.
 */
#ifndef TEXT_SKELETON_H
#define TEXT_SKELETON_H

#include "text/arena.h"

/* At most so many skeletons of one text: letters that look like two different ones branch (þ: b and
 * p, ł: l and t, ı: i and l, ӏ: l and i; Greek letters whose capital looks like another letter, as
 * ν: n and v). Only the first four such letters do; in the rest the first reading counts. */
#define SKELETON_MAX 16

/* The skeleton of `text` (already case-folded), first reading of every letter. It is its own
 * skeleton. The empty span when the arena has failed. */
struct span skeleton_of(struct arena *arena, struct span text);

/* The same for ASCII text, written to `out`, which has room for twice its bytes; returns how many it
 * took. */
size_t skeleton_ascii(struct span text, char *out);

/* All its skeletons, the first being skeleton_of(); returns their number, 1 to SKELETON_MAX. */
size_t skeleton_all(struct arena *arena, struct span text, struct span out[static SKELETON_MAX]);

/* The skeleton of UTS #39 section 4 alone, nothing added (for the test against ICU). */
struct span skeleton_uts39(struct arena *arena, struct span text);

#endif
