/* Reads one address that mailbox.c has found. Internal to it. */
#ifndef TEXT_MAILBOX_ADDRESS_H
#define TEXT_MAILBOX_ADDRESS_H

#include "text/mailbox.h"
#include "text/mailbox_scan.h"

/* Bytes [from, to) of the scanned text. */
struct mailbox_range {
	size_t from, to;
};

/* Index of the last plain @, between angle brackets or not; SPAN_NONE when there is none. */
size_t mailbox_last_at(const struct mailbox_scan *scan, struct mailbox_range range);

/* Fills *mailbox where all of `text` is an address as most are written: atoms and dots (RFC 5322 section 3.2.3) in ASCII
 * around one @. False where it takes the scan. */
bool mailbox_read_plain(struct arena *arena, struct span text, struct mailbox *mailbox);

/* Fills *mailbox from the address in `range`, which has no angle brackets of its own, and adds to
 * its problems. */
void mailbox_read_address(struct arena *arena, const struct mailbox_scan *scan,
			  struct mailbox_range range, struct mailbox *mailbox);

#endif
