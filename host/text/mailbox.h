/* A sender's address as mail really writes it (RFC 5322 addr-spec, RFC 6531 for UTF-8). */
#ifndef TEXT_MAILBOX_H
#define TEXT_MAILBOX_H

#include "text/hostname.h"

/* Why an address is no plain single addr-spec. */
enum mailbox_problem {
	MAILBOX_EMPTY = 1 << 0,	  /* nothing, or no @ outside quotes: all spans are empty */
	MAILBOX_SEVERAL = 1 << 1, /* several addresses */
	MAILBOX_GROUP = 1 << 2,	  /* group syntax */
	MAILBOX_ROUTE = 1 << 3,	  /* source route <@a,@b:c@d> */
	MAILBOX_COMMENT = 1 << 4, /* in or beside the address; not in a display name before <…> */
	MAILBOX_DOMAIN_LITERAL = 1 << 5, /* user@[192.0.2.1], also without the brackets */
	MAILBOX_QUOTES = 1 << 6,	 /* misplaced or unbalanced quotes */
	MAILBOX_CHARACTERS = 1 << 7,	 /* control, blank, invisible or forbidden characters */
	MAILBOX_DOMAIN = 1 << 8, /* the domain cannot be read, or is none that mail could use */
	MAILBOX_AT = 1 << 9,	 /* an @ in the local part, outside quotes: a@b@c */
};

struct mailbox {
	struct span address; /* local@domain as it would be written plainly: the domain as ASCII (as
	                            * written where it cannot be read), the local part quoted only where it
	                            * must be; the last address where there are several */
	struct span local;   /* quotes and escapes removed, case kept */
	struct hostname domain; /* HOSTNAME_INVALID with MAILBOX_DOMAIN and MAILBOX_EMPTY */
	unsigned problems;	/* enum mailbox_problem; a quoted local part alone is none */
};

/* Splits at the last unquoted @. Angle brackets and blanks around one address are taken off silently,
 * and so is a display name before them. Dots may stand anywhere in the local part (Japanese mobile
 * carriers gave out a..b.@); a mailto: before it is part of it. Takes time linear in the length. What is written
 * plainly is not copied: spans lie in `text` or in the arena. */
struct mailbox mailbox_parse(struct arena *arena, struct span text);

#endif
