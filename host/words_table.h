/*
 * The table behind words.h. A text may hold
 *   {name}      a value: brand, site, official, other (EVIDENCE_BRAND), seen and genuine (the first
 * pair of differing pieces), or an evidence member by its name in the protocol [a|b|…]     the
 * first alternative whose values are all there; nothing when none is. Not nested. A value outside
 * brackets must always be there: none is, so that no text depends on the judge's generosity.
 */
#ifndef WORDS_TABLE_H
#define WORDS_TABLE_H

#include "detect/finding.h"
#include "language.h"

struct phrase {
	enum finding_code code;
	enum level level; /* LEVEL_NONE: any level that has no row of its own */
	const char *title[LANGUAGES], *detail[LANGUAGES];
};

/* Rows by target: sender and reply-to, links, subject and text; each ends with a row without a
 * title. */
extern const struct phrase words_sender[], words_link[], words_mail[];

/* The row for a code at a level; NULL for a code without words (a test sees to it that there is
 * none). */
const struct phrase *words_row(enum finding_code code, enum level level);

/* A member's name in `evidence`: "claimed", "reply_to" … */
const char *evidence_name(enum evidence_key key);

#endif
