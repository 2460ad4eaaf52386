/*
 * Names as a reader sees them: for comparing display names, subjects and texts with aliases.
 */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "text/arena.h"

/* What had to be undone on the way: each is a way of disguising a name. */
enum fold_trick {
	FOLD_INVISIBLE = 1 << 0,  /* zero-width, tag, filler or control characters */
	FOLD_BIDI = 1 << 1,       /* bidirectional controls */
	FOLD_COMBINING = 1 << 2,  /* marks that NFC leaves on Latin, Greek, Cyrillic letters or digits */
	FOLD_STYLED = 1 << 3,     /* mathematical, circled, small-capital letters (compatibility forms other than width) */
	FOLD_SPACED = 1 << 4,     /* single letters set apart by blanks or dots, at least three in a row */
};

struct fold {
	struct span text;    /* NFKC, case-folded, tricks removed, blanks collapsed to one U+0020; overridden
	                      * runs (U+202E … U+202C or end) in visual order; spaced-out letters rejoined */
	unsigned tricks;     /* enum fold_trick */
};

/* Folds a display name, a subject or any short text (at most 4,096 code points are looked at). */
struct fold fold_text(struct arena *arena, struct span raw);

/* Folds a subject or a body of any length for the wording cues: NFKC, case-folded, invisible characters
 * removed; blanks collapse to one U+0020, or to one \n where they hold a line break, and vanish between two
 * CJK characters (campaigns break words apart there: セ キュリティ). */
struct span fold_body(struct arena *arena, struct span raw);

/* Only letters, marks and digits of an already folded text, the prolonged sound mark ー dropped:
 * `Meta-Mask` and `メタマスク サポート` without what people vary. Keeps letters as they are. */
struct span fold_squash(struct arena *arena, struct span folded);

/* The key under which names are compared: skeleton_of(fold_squash(folded)). */
struct span fold_key(struct arena *arena, struct span folded);

/* One word of a folded text: a maximal run of letters, marks and digits of one kind (Latin and other
 * spaced scripts against Han/kana/hangul; the prolonged sound mark belongs to its kana). */
struct fold_word {
	struct span text;  /* within the folded text */
	bool cjk;          /* Han, kana or hangul: words are not set apart by blanks there */
};

/* Takes the next word off *rest (folded text); false at its end. */
bool fold_next_word(struct span *rest, struct fold_word *word);

#endif
