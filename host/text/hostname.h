/*
 * A URL's or address's hostname in ASCII and Unicode form (UTS #46 non-transitional, by libidn2), its
 * literals and its suffix. All-ASCII names pass libidn2 by, as in the URL Standard since June 2026:
 * an xn-- label that does not decode is kept as ASCII and marked, and so are labels that break the Bidi
 * rule together (RFC 5893, UTS #46 CheckBidi); in other letters such a name is refused. DNS's length limits
 * are not applied, as in browsers.
 */
#ifndef TEXT_HOSTNAME_H
#define TEXT_HOSTNAME_H

#include "text/arena.h"

enum hostname_kind {
	HOSTNAME_INVALID, /* a browser refuses it */
	HOSTNAME_NAME,
	HOSTNAME_IPV4, /* ascii holds the dotted decimal form, however it was written */
	HOSTNAME_IPV6, /* ascii holds the RFC 5952 form with brackets */
};

struct hostname {
	enum hostname_kind kind;
	struct span
	    ascii; /* lower case, xn-- labels; one trailing dot removed (but from `.` itself) */
	struct span
	    unicode; /* the same with decodable xn-- labels decoded; equals ascii where none is,
	                         * and where the name is longer than DNS allows (253 bytes) */
	bool undecodable;     /* has xn-- labels that UTS #46 refuses, one or all together (or was
			       * too long to try) */
	bool private_address; /* IP literal in a private, loopback or link-local range */
};

/* The WHATWG host parser for special schemes: percent-decodes, maps (full-width dots and all),
 * refuses forbidden code points, reads every IPv4 spelling and bracketed IPv6. The spans live in
 * the arena; all of it is zero for HOSTNAME_INVALID. */
struct hostname hostname_parse(struct arena *arena, struct span raw);

/* Loads the built-in public suffix list and lets libidn2 make its own preparations. Call it once at
 * start, before the first hostname_suffix() and before a sandbox closes; what it loads is only read
 * afterwards. False when out of memory. */
bool hostname_open(void);

/* Frees the list (for leak checkers); a further hostname_open() is allowed. */
void hostname_close(void);

/* True where `name` is `domain` or below it; both as text, without a trailing dot. */
bool hostname_within(struct span name, struct span domain);

/* Without a leading www., which most sites have twice. */
struct span hostname_without_www(struct span hostname);

/* Length in bytes of the public suffix at the end of `ascii` as hostname_parse() makes it, by the
 * built-in public suffix list (`private_section`: its private part too) with the default rule *.
 * The whole length where the name is a suffix itself; 0 for IP literals and the empty name. */
size_t hostname_suffix(struct span ascii, bool private_section);

/* The date of the built-in public suffix list, YYYY-MM-DD. */
const char *hostname_psl_date(void);

/* The last `count` labels of an ASCII name (all of it when it has fewer), a part of `ascii`. */
struct span hostname_last_labels(struct span ascii, size_t count);

#endif
