/* What each byte of an address text is part of (RFC 5322 section 3.2), found in one pass, so that
 * the reading itself need not think of nesting. Internal to mailbox.c. */
#ifndef TEXT_MAILBOX_SCAN_H
#define TEXT_MAILBOX_SCAN_H

#include "text/arena.h"

enum mailbox_part {
	PART_PLAIN,
	PART_QUOTED,  /* a quoted string with its quotes */
	PART_COMMENT, /* a comment with its parentheses */
	PART_LITERAL, /* a domain literal with its brackets */
};
/* Set in addition between angle brackets, not for the brackets themselves. */
#define PART_IN_ANGLE 0x10

struct mailbox_scan {
	struct span text;
	unsigned char *parts; /* one for each byte of `text`; NULL when out of memory */
};

/* What is opened and never closed is plain, and so are the comments behind a ( that nothing closes: none is looked
 * for any more then, so that the pass stays one. */
struct mailbox_scan mailbox_scan(struct arena *arena, struct span text);

#endif
