/* Unicode normalisation and case folding by libunistring, with an ASCII fast path and bounded
 * windows (its cost per byte grows with the input). Every result is made in the arena. */
#ifndef TEXT_NORMALIZE_H
#define TEXT_NORMALIZE_H

#include "text/arena.h"

struct span normalize_nfc(struct arena *arena, struct span text);
struct span normalize_nfd(struct arena *arena, struct span text);
/* NFKC, then full case folding, then NFKC again (UAX #15, toNFKC_Casefold without the removal of
 * default ignorables, which callers want to see). */
struct span normalize_nfkc_fold(struct arena *arena, struct span text);
/* The same, up to a safe border soon after it has made `most` bytes; *unread is what it left. Only text that grows, as
 * few characters do, is stopped by far less than the text itself. */
struct span normalize_nfkc_fold_front(struct arena *arena, struct span text, size_t most,
				      struct span *unread);
/* ASCII letters lower-cased, all else kept. */
struct span normalize_ascii_lower(struct arena *arena, struct span text);

#endif
