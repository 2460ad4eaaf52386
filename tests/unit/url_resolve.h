/* URLs against a base, which a mail does not have: by it the published rows of URLs prove url_parse(), with whose parts it is made. */
#ifndef UNIT_URL_RESOLVE_H
#define UNIT_URL_RESOLVE_H

#include "text/url.h"

/* Reads `text` as a browser does on a page at `base`, an absolute URL or empty for none (URL Standard,
 * basic URL parser): what `text` leaves out at its front, from the scheme to a part of the path, is the
 * base's. Other than url_parse(), it knows what file: means: URL_OTHER with path, query and fragment
 * apart and with a hostname, which is HOSTNAME_INVALID and empty where it has none (localhost is none)
 * and URL_FAILED where a browser refuses it. Nothing is URL_RELATIVE: without a base, or with one that
 * is neither URL_SPECIAL nor file:, relative text is URL_FAILED, as everything is with a base that
 * fails. Paths are put together but stay as written: dot segments, back slashes and C| remain.
 * `oddities` are those of `text`. Spans point into the arena, `text` or `base`. */
struct url url_resolve(struct arena *arena, struct span text, struct span base);

#endif
