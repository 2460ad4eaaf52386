/* Which scripts a label uses, and the spoofing checks that follow from it (UTS #39 section 5, and
 * Chromium's published IDN display rules by description). A label is Unicode text without dots. */
#ifndef TEXT_SCRIPT_H
#define TEXT_SCRIPT_H

#include "text/span.h"

/* UTS #39 section 5.2, most restrictive first. */
enum restriction_level {
	RESTRICTION_ASCII_ONLY,
	RESTRICTION_SINGLE_SCRIPT,
	RESTRICTION_HIGHLY,
	RESTRICTION_MODERATELY,
	RESTRICTION_MINIMALLY,
	RESTRICTION_UNRESTRICTED,
};
/* The level of a label as ICU defines it: script_problems() tells the characters that are not allowed apart from the
 * mixing of scripts, and only the tests against ICU ask for both in one. */
enum restriction_level script_restriction_level(struct span label);

/* Why a label is not what an honest one looks like; 0 when nothing is wrong. */
enum script_problem {
	SCRIPT_MIXED = 1 << 0,		  /* beyond highly restrictive */
	SCRIPT_WHOLE_CONFUSABLE = 1 << 1, /* all letters of its one script look Latin */
	SCRIPT_INVISIBLE = 1 << 2,	  /* invisible, bidirectional or control characters */
	SCRIPT_UNASSIGNED = 1 << 3,
	SCRIPT_DIGITS = 1 << 4,		/* mixed digit systems, or letters posing as digits */
	SCRIPT_PATTERN = 1 << 5,	/* kana/CJK strokes as slashes or hyphens, stray marks */
	SCRIPT_NOT_IDENTIFIER = 1 << 6, /* outside UTS #39's allowed characters (emoji excepted) */
};
/* `tld` is the last label of the same hostname in Unicode form: a whole-script confusable is
 * honest under a suffix of its own script or region. */
unsigned script_problems(struct span label, struct span tld);

#endif
