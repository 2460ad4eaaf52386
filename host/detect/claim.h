/*
 * Who does the mail say it is? What counts as a claim, and how strong it is, is decided here and nowhere
 * else:
 * - strong: the display name is an alias of a brand, alone or with role words (Support, 事務局, inc …) and
 *   numbers, in any spelling that reads the same (confusables, invisible characters, width, blanks, one
 *   letter off in a coined name). That is how impostors and brands introduce themselves; people and shops
 *   that merely mention a brand put other words beside it.
 * - weak: an alias anywhere else: among other words in the display name, in the subject, the text or a link's
 *   text. Newsletters, friends and resellers do that all the time.
 * - weak and whole: the whole display name is a name that is also a word or initials (LINE, au, JCB): counts
 *   with other evidence only.
 */
#ifndef DETECT_CLAIM_H
#define DETECT_CLAIM_H

#include "detect/claims.h"

/* Reads the display name, then subject, text and link texts (folded by fold_body). */
struct name_reading claims_read_name(const struct judge *judge, struct arena *arena,
				     struct span name, struct claims *claims);
void claims_read_text(const struct judge *judge, struct arena *arena, struct span folded,
		      enum claim_where where, struct claims *claims);

#endif
