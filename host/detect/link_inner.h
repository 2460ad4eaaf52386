/* Links without a hostname of their own that lead somewhere all the same: intent: and mailto:. */
#ifndef DETECT_LINK_INNER_H
#define DETECT_LINK_INNER_H

#include "text/arena.h"
#include "text/url.h"

/* So many URLs of one link are looked at. */
#define LINK_INNER 2

/* The URLs, in the arena, that an intent: link (URL_OTHER) opens where no app takes it: its own host and path below the
 * web scheme that `scheme=` names, and the one of S.browser_fallback_url. Returns their number; 0 for any other link. https://developer.chrome.com/docs/android/intents */
size_t link_inner_intent(struct arena *arena, const struct url *url,
			 struct span out[static LINK_INNER]);

/* The domains, in ASCII, of the first addresses that a mailto: link (RFC 6068) writes to; their number. */
size_t link_inner_mailto(struct arena *arena, const struct url *url,
			 struct span out[static LINK_INNER]);

#endif
