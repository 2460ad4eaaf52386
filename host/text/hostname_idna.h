/* Single labels between their Unicode and their ASCII form: UTS #46 non-transitional by libidn2.
 * Internal to hostname.c. */
#ifndef TEXT_HOSTNAME_IDNA_H
#define TEXT_HOSTNAME_IDNA_H

#include "text/arena.h"

/* Lets libidn2 and what it uses load and allocate what they keep; false when out of memory. */
bool hostname_idna_warm(void);

/* True when the label begins with xn-- in any case. */
bool hostname_idna_prefixed(struct span label);

/* Maps and encodes a label (valid UTF-8 without NUL and dots); may give the empty label. False
 * where libidn2 refuses it. Result in the arena. */
bool hostname_idna_encode(struct arena *arena, struct span label, struct span *ascii);

/* What the mapping of UTS #46 makes of a label (valid UTF-8), whether it is then taken or not. In the arena. */
struct span hostname_idna_map(struct arena *arena, struct span label);

/* Decodes a lower-case xn-- label; false where it is none that UTS #46 could have made. Result in
 * the arena. */
bool hostname_idna_decode(struct arena *arena, struct span label, struct span *unicode);

#endif
