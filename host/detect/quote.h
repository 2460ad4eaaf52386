/* What is quoted of a mail: whole words, as they stand there. */
#ifndef DETECT_QUOTE_H
#define DETECT_QUOTE_H

#include "catalogue/catalogue.h"
#include "text/arena.h"

/* The words of `raw` that became the bytes [from, to) of `folded` (fold_body() of raw or of its ends),
 * extended to where words with blanks between them end (Japanese has none). Runs of blanks and line
 * breaks become one blank. Where the place is not found again in `raw` the folded words are given. */
struct span quote_of(struct arena *arena, struct span raw, struct span folded, size_t from,
		     size_t to);

/* The name by which a display name gives out `brand`, as the catalogue spells it; empty where it is
 * none of the brand's names letter by letter (a misspelling, or glued to another word). */
struct span quote_alias(const struct catalogue *catalogue, struct arena *arena, struct span name,
			brand_ref brand);

#endif
