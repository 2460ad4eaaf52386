/*
 * Character data from committed tables (unicode_tables.c, made by data/unicode/generate from
 * Unicode 15.0.0 and UTS #39 15.0.0), so that the verdict is the same on every machine: the
 * libraries' own versions differ.
 */
#ifndef TEXT_UNICODE_H
#define TEXT_UNICODE_H

#include "text/span.h"

#include <stdint.h>

#define UNICODE_VERSION "15.0.0"

/* Properties of a code point, several at once. */
enum unicode_property {
	UNICODE_ASSIGNED = 1 << 0,	  /* private use too; no surrogates */
	UNICODE_LETTER = 1 << 1,	  /* General_Category L* */
	UNICODE_MARK = 1 << 2,		  /* M* */
	UNICODE_NONSPACING_MARK = 1 << 3, /* Mn */
	UNICODE_DIGIT = 1 << 4,		  /* Nd */
	UNICODE_SPACE = 1 << 5,		  /* White_Space */
	UNICODE_CONTROL = 1 << 6,	  /* Cc */
	UNICODE_INVISIBLE = 1 << 7,	  /* Default_Ignorable_Code_Point, and U+2800, U+FFF9 … */
	UNICODE_BIDI_CONTROL = 1 << 8,	  /* Bidi_Control */
	UNICODE_IDENTIFIER = 1 << 9,	  /* UTS #39 Identifier_Status=Allowed */
	UNICODE_PUNCTUATION = 1 << 10,	  /* P* and S* */
	UNICODE_NUMBER = 1 << 11,	  /* N* */
	UNICODE_EMOJI = 1 << 12,	  /* Emoji or Emoji_Component, outside ASCII and visible */
};
unsigned unicode_properties(uint32_t point);

/* The Script property as an index, and its Script_Extensions as a set of such indexes. */
/* The indexes are enum unicode_script in unicode_tables.h: SCRIPT_LATIN, SCRIPT_HAN, … SCRIPT_COUNT. */
struct script_set {
	uint64_t bits[3];
};
unsigned unicode_script(uint32_t point);
struct script_set unicode_script_extensions(uint32_t point);

static inline bool script_set_has(struct script_set set, unsigned script)
{
	return set.bits[script / 64] >> script % 64 & 1;
}

/* Letters that stay the same letter to the eye whatever mark is put on them: Latin, Greek and
 * Cyrillic; and decimal digits of any script. */
bool unicode_sheds_marks(uint32_t point);

/* Its prototype of UTS #39 section 4 (confusables.txt, type MA), as UTF-8; the empty span when it
 * is its own. Only for sources that NFD leaves alone. */
struct span unicode_prototype(uint32_t point);

#endif
