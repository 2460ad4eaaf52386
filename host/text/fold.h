/*
 * Names as a reader sees them: for comparing display names, subjects and texts with aliases.
 */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "text/arena.h"

/* What had to be undone on the way: each is a way of disguising a name. */
enum fold_trick {
	/* Zero-width, tag, filler or control characters, with a terminal's colours. Not: soft hyphens, variation selectors and
	 * joiners where emoji, Han or scripts like Arabic and Devanagari need them. */
	FOLD_INVISIBLE = 1 << 0,
	/* Embeddings, overrides, isolates; the plain marks U+200E, U+200F, U+061C only in a text
	 * without a letter that is written from right to left. */
	FOLD_BIDI = 1 << 1,
	/* Marks that NFC leaves on Latin, Greek, Cyrillic letters, digits, kana or Han. Not: the
	 * voicing marks of kana, keycaps. */
	FOLD_COMBINING = 1 << 2,
	/* Mathematical, circled, squared, raised, small-capital letters (compatibility forms other
	 * than width), letters spelt with flags. Not: ™ ® © (blanks then), ligatures, ㈱, №. */
	FOLD_STYLED = 1 << 3,
	/* Single letters set apart by blanks, dots, hyphens or the like, three in a row or more. */
	FOLD_SPACED = 1 << 4,
};

struct fold {
	struct span text; /* NFKC, case-folded, tricks removed, blanks collapsed to one U+0020 and
			   * trimmed; overridden runs (U+202E … U+202C or end) in visual order;
			   * spaced-out letters rejoined (a gap wider than the first one is a border
			   * between spaced-out words) */
	unsigned tricks;  /* enum fold_trick */
	bool cut; /* longer than FOLD_TEXT_POINTS, before or after folding: the rest is left out */
};

#define FOLD_TEXT_POINTS 1000 /* a header line holds no more bytes (RFC 5322 section 2.1.1) */

/* Folds a display name or any short text. */
struct fold fold_text(struct arena *arena, struct span raw);

/* Folds a subject or a body of any length for the wording cues: NFKC, case-folded, invisible
 * characters removed; blanks are trimmed at both ends and collapse to one \n where they hold a line
 * break, else to one U+0020; without a line break they vanish between two CJK characters (campaigns
 * break words apart there: セ キュリティ). */
struct span fold_body(struct arena *arena, struct span raw);

/* The same of the front of `raw`, about `most` bytes after NFKC; *rest is what was not read. */
struct span fold_body_front(struct arena *arena, struct span raw, size_t most, struct span *rest);

/* The prolonged sound mark ー, which people add and leave out. */
#define FOLD_PROLONGED 0x30FC

/* Only letters, marks and numbers of an already folded text, the prolonged sound mark dropped:
 * `Meta-Mask` and `メタマスク サポート` without what people vary. Keeps letters as they are. */
struct span fold_squash(struct arena *arena, struct span folded);

/* The key under which names are compared: skeleton_of(fold_squash(folded)). */
struct span fold_key(struct arena *arena, struct span folded);

/* One word of a folded text: a maximal run of letters, marks and numbers of one kind (Latin and
 * other spaced scripts against Han/kana/hangul; the prolonged sound mark belongs to its kana). */
struct fold_word {
	struct span text; /* within the folded text */
	bool cjk;	  /* Han, kana or hangul: words are not set apart by blanks there */
	bool ascii;	  /* nothing else is in it */
};

/* Takes the next word off *rest (folded text); false at its end. */
bool fold_next_word(struct span *rest, struct fold_word *word);

#endif
