/*
 * Public suffixes of names that were asked for before. The list's look-ups are the dearest part of
 * judging a link, and one link asks for a handful of names again and again: its own, and those of the
 * brands that it might imitate. Working memory of its owner; what it says is what hostname_suffix() says.
 */
#ifndef TEXT_SUFFIX_MEMO_H
#define TEXT_SUFFIX_MEMO_H

#include "text/span.h"

struct suffix_memo;

/* About 128 KiB; NULL when out of memory. */
struct suffix_memo *suffix_memo_new(void);
void suffix_memo_free(struct suffix_memo **memo);

/* hostname_suffix(ascii, true). `memo` may be NULL. */
size_t suffix_memo_length(struct suffix_memo *memo, struct span ascii);

#endif
