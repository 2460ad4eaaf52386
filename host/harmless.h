/*
 * Strings of a mail made fit to be shown: characters that act on what stands around them (control,
 * bidirectional and tag characters, line separators, invisible formatting) become visible escapes
 * such as \u202e, so that a reply cannot rearrange a warning, a log or a terminal.
 */
#ifndef HARMLESS_H
#define HARMLESS_H

#include "text/arena.h"

/* `text` with its acting characters escaped, at most `points` code points long; a longer one ends
 * in an ellipsis. Never cut inside an escape. In the arena, or `text` itself where nothing changes. */
struct span harmless(struct arena *arena, struct span text, size_t points);

/* The same in at most `bytes` bytes of UTF-8, without an ellipsis: for URLs. */
struct span harmless_bytes(struct arena *arena, struct span text, size_t bytes);

#endif
