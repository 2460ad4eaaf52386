/*
 * Encoded words of mail headers (RFC 2047): =?UTF-8?B?…?= and =?ISO-2022-JP?Q?…?=, as people copy them from a mail's
 * source. Only the options of `honmono check` are read so: a webmail shows names and subjects decoded.
 */
#ifndef ENCODED_WORD_H
#define ENCODED_WORD_H

#include "text/arena.h"

/* `text` with its encoded words decoded, blanks between two of them left out (section 6.2). A word in an unknown
 * character set, or that is no sound one, stays as it is written; what its character set does not know becomes ? or U+FFFD. Neighbouring words of one character set are decoded together, since many programs cut letters in two; where that
 * cannot be, each by itself. Time and memory grow with the length of `text`. The span is `text` itself or in the arena,
 * valid UTF-8 where `text` is. */
struct span encoded_words(struct arena *arena, struct span text);

#endif
