/*
 * A URL's or address's hostname in ASCII and Unicode form (UTS #46 non-transitional, by libidn2), its
 * literals and its suffix. All-ASCII names pass libidn2 by, as in the URL Standard since June 2026:
 * an xn-- label that does not decode is kept as ASCII and marked.
 */
#ifndef TEXT_HOSTNAME_H
#define TEXT_HOSTNAME_H

#include "text/arena.h"

enum hostname_kind {
	HOSTNAME_INVALID, /* a browser refuses it */
	HOSTNAME_NAME,
	HOSTNAME_IPV4,    /* ascii holds the dotted decimal form, however it was written */
	HOSTNAME_IPV6,    /* ascii holds the RFC 5952 form with brackets */
};

struct hostname {
	enum hostname_kind kind;
	struct span ascii;      /* lower case, xn-- labels; one trailing dot removed */
	struct span unicode;    /* the same with decodable xn-- labels decoded; equals ascii where none is */
	bool undecodable;       /* has an xn-- label that UTS #46 refuses */
	bool private_address;   /* IP literal in a private, loopback or link-local range */
};

/* The WHATWG host parser for special schemes: percent-decodes, maps (full-width dots and all),
 * refuses forbidden code points, reads every IPv4 spelling and bracketed IPv6. */
struct hostname hostname_parse(struct arena *arena, struct span raw);

/* Length in bytes of the public suffix at the end of an ASCII name, by the built-in public suffix
 * list (`private_section`: its private part too) with the default rule *. 0 for IP literals. */
size_t hostname_suffix(struct span ascii, bool private_section);

/* The date of the built-in public suffix list, YYYY-MM-DD. */
const char *hostname_psl_date(void);

/* The last `count` labels of an ASCII name (all of it when it has fewer). */
struct span hostname_last_labels(struct span ascii, size_t count);

#endif
