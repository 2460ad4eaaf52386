/* Tricks in how a URL is written: schemes that run script, names in front of an @, spellings that
 * hide the hostname. Each function gives a word for evidence.problem, or NULL when nothing is
 * wrong. */
#ifndef DETECT_SPELLING_H
#define DETECT_SPELLING_H

#include "text/url.h"

/* The scheme runs or carries a document of its own: javascript: (but for an empty body and
 * void(0)), vbscript:, blob:, file:, data: with HTML, XHTML or SVG. */
const char *spelling_script(struct arena *arena, const struct url *url);

/* The authority is spelled to hide the hostname. `text` is what `url` was read from. */
const char *spelling_oddity(struct span text, const struct url *url);

/* A label mixes scripts or holds what no honest one does (script.h), or does not decode. */
const char *spelling_scripts(const struct hostname *hostname);

/* What stands in front of the @ and reads like a domain; empty when nothing does. Where a browser
 * refuses the URL, an encoded @ counts too. */
struct span spelling_userinfo(struct arena *arena, struct span text, const struct url *url);

#endif
