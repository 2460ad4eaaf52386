/* What folding asks of a code point. */
#ifndef TEXT_FOLD_CLASS_H
#define TEXT_FOLD_CLASS_H

#include "text/span.h"

#include <stdint.h>

/* Part of a word: a letter, a mark or a number. */
bool fold_in_word(uint32_t point);

/* The kind of word a code point belongs to. */
enum fold_class {
	CLASS_OUTSIDE, /* none */
	CLASS_SPACED,  /* letters and numbers of scripts that set words apart */
	CLASS_CJK,     /* fold_is_cjk() */
	CLASS_MARK,    /* that of what stands before it */
};
enum fold_class fold_class(uint32_t point);

/* Han, kana and what belongs to them (ー 々 、 。): blanks between two of these mean nothing. */
bool fold_is_japanese(uint32_t point);

/* The same and hangul: no blanks, or not these, set words apart. */
bool fold_is_cjk(uint32_t point);

/* A letter of a script that is written from right to left. */
bool fold_is_right_to_left(uint32_t point);

/* What is left of `rest` behind a terminal's colours, which begin with `control` (U+001B or U+009B) before it:
 * `[0;31m` (ECMA-48 section 8.3.117); else `rest`. Other sequences, and one without numbers, stay: a browser shows
 * all of them but the control character, and the reader would see the letter that ends them. */
struct span fold_behind_colours(uint32_t control, struct span rest);

/* The letter (or digit) of which `point` is a styled form, 0 when it is none: mathematical,
 * circled, squared, parenthesised, raised, lowered, small-capital. Its case is kept. Everyday
 * characters (ª º ℹ, and digits raised or circled) are none. */
uint32_t fold_styled(uint32_t point);

#endif
