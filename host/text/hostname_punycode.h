/* Punycode (RFC 3492), the encoder alone. libidn2 has one but gives it only labels that IDNA2008
 * takes; browsers also take symbols, emoji above all. Internal to hostname_idna.c. */
#ifndef TEXT_HOSTNAME_PUNYCODE_H
#define TEXT_HOSTNAME_PUNYCODE_H

#include "text/arena.h"

/* The longest label, in code points, that is encoded. DNS has 63 bytes for it, browsers have no
 * limit. */
#define PUNYCODE_MAX 253

/* The xn-- form of a label that has characters outside ASCII (valid UTF-8); the empty span where it
 * is longer than PUNYCODE_MAX. Result in the arena. */
struct span hostname_punycode(struct arena *arena, struct span label);

#endif
