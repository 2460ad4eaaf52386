/* The first half of fold_text(): what only disguises is taken off the raw text. */
#ifndef TEXT_FOLD_STRIP_H
#define TEXT_FOLD_STRIP_H

#include "text/arena.h"

/* `nfc` without invisible, bidirectional and control characters and stray marks, in visual order,
 * styled letters plain, each blank one U+0020 (not yet collapsed). Adds to *tricks what was undone.
 */
struct span fold_strip(struct arena *arena, struct span nfc, unsigned *tricks);

#endif
