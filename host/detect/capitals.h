/* A capital I among small letters, which reads like an l: paypaI.com. Browsers and servers read it as an i, so that the
 * name leads elsewhere than it reads; nobody writes a name so by accident. */
#ifndef DETECT_CAPITALS_H
#define DETECT_CAPITALS_H

#include "text/arena.h"

/* The name that `hostname` (ASCII, lower case) reads like where it stands in `written` (a URL, an address or any text) with
 * small letters and a capital I; empty where it does not. */
struct span capitals_read(struct arena *arena, struct span written, struct span hostname);

#endif
