/* What a link's text shows to be its destination, where the text as a whole is a URL or a domain.
 */
#ifndef DETECT_LINK_TEXT_H
#define DETECT_LINK_TEXT_H

#include "detect/effort.h"
#include "text/hostname.h"

struct shown_host {
	bool shown;	  /* the text as a whole is a URL, domain or address */
	bool explicit;	  /* … with a scheme or www.: a promise, not a word with a dot in it */
	struct span seen; /* the text without what does not matter */
	struct hostname hostname;
};

/* Invisible characters, quotes and brackets around, punctuation behind and what comes after the
 * hostname do not matter. Names in other letters cost `idna` (NULL: without end) and are not read where that is spent. */
struct shown_host link_text_host(struct arena *arena, struct span text, struct effort *idna);

/* `seen` is the URL of a page where people sign in: a word for that in its host name or path (login.microsoft.example,
 * /signin, /log-in?x). ASCII words only. */
bool link_text_signs_in(struct arena *arena, struct span seen);

#endif
