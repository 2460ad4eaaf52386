/* URLs as browsers read them (WHATWG URL Standard), as far as judging them needs it. */
#ifndef TEXT_URL_H
#define TEXT_URL_H

#include "text/hostname.h"

/* Spellings in the authority part that hide the hostname from a reader. */
enum url_oddity {
	URL_BACKSLASH = 1 << 0,	   /* a back slash where a slash belongs */
	URL_CONTROL = 1 << 1,	   /* tab or newline inside, that browsers delete */
	URL_PERCENT_HOST = 1 << 2, /* percent-encoding in the hostname */
	URL_WIDE_HOST =
	    1 << 3, /* full-width or otherwise compatibility-mapped characters or dots in it */
	URL_SLASHES = 1 << 4, /* none, one or more than two slashes before the authority */
	URL_MANY_AT = 1 << 5, /* several @ in the authority */
	URL_INVISIBLE_HOST =
	    1 << 6, /* characters that UTS #46 deletes (soft hyphen, zero width …), and
	                                * the blank of Braille */
};

enum url_kind {
	URL_RELATIVE, /* no scheme: a fragment, a path; harmless */
	URL_FAILED,   /* a browser refuses to parse it */
	URL_SPECIAL,  /* http, https, ftp, ws, wss: has a hostname */
	URL_OTHER,    /* any other scheme: mailto, javascript, data, … no hostname */
};

struct url {
	enum url_kind kind;
	struct span scheme;	  /* lower case, without the colon */
	bool has_userinfo;	  /* there is an @, be it with nothing before it */
	struct span userinfo;	  /* percent-decoded, up to the last @ */
	struct hostname hostname; /* URL_SPECIAL */
	int port;		  /* -1 when absent or the scheme's default */
	struct span path;     /* from the first slash after the authority, as written, maybe empty;
	                             * all after the scheme's colon for URL_OTHER, with query and fragment */
	struct span query;    /* without ?, as written */
	struct span fragment; /* without # */
	unsigned oddities;    /* enum url_oddity */
};

/* The longest URL that is looked at, in bytes. */
#define URL_MAX 65536

/* Reads an absolute or protocol-relative (//host: read as https) URL; without a base, so that text
 * without a scheme (example.com/x) is relative, as it is to a browser. Spans point into the arena or
 * `text`. Never fails but by `kind`: longer than URL_MAX is URL_FAILED, and scheme, userinfo and
 * oddities are those read so far then. */
struct url url_parse(struct arena *arena, struct span text);

/* The value of the first query parameter `name` (ASCII, compared exactly), form-decoded (+ and %XX);
 * false when there is none. Result in the arena, valid UTF-8 (bad bytes become U+FFFD). */
bool url_query_param(struct arena *arena, struct span query, struct span name, struct span *value);

/* %XX decoded; result in the arena, valid UTF-8 (bad bytes become U+FFFD). */
struct span url_percent_decode(struct arena *arena, struct span text);

#endif
