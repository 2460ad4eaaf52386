/* The parts of a URL, which url_parse() puts together. Internal to url.c. */
#ifndef TEXT_URL_READ_H
#define TEXT_URL_READ_H

#include "text/url.h"

static inline bool url_read_is_slash(char c)
{
	return c == '/' || c == '\\';
}

static inline bool url_read_is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* `text` without controls and blanks around it and without tabs and newlines, in the arena where
 * it had some; *first is where the first of them stood, SPAN_NONE without any. */
struct span url_read_clean(struct arena *arena, struct span text, size_t *first);

/* Length in bytes of the scheme in front of the colon, 0 when there is none. */
size_t url_read_scheme(struct span text);

/* The port of a scheme (lower case) whose URLs have a hostname; -1 for others, file among them. */
int url_read_default_port(struct span scheme);

/* Where the authority that starts at `from` ends. */
size_t url_read_authority_end(struct span text, size_t from);

/* Where the part ends in which spelling matters: scheme and authority. `from` is where the slashes
 * between them begin. */
size_t url_read_head_end(struct span text, size_t from);

/* Reads an http-like URL from `from` on, where its slashes begin, into all of *url but the scheme:
 * URL_SPECIAL or URL_FAILED. */
void url_read_special(struct arena *arena, struct span text, size_t from, int default_port,
		      struct url *url);

/* Cuts path, query and fragment from what follows the authority. */
void url_read_tail(struct span tail, struct url *url);

#endif
