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

/* Fills *mailbox from the address in `range`, which has no angle brackets of its own, and adds to
 * its problems. */
void mailbox_read_address(struct arena *arena, const struct mailbox_scan *scan,
			  struct mailbox_range range, struct mailbox *mailbox);

#endif
