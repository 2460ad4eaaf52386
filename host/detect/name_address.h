/* Addresses and domains shown where they prove nothing: inside the display name (sender-name-address), and the
 * recipient's own inside the sender's (sender-contains-recipient). */
#ifndef DETECT_NAME_ADDRESS_H
#define DETECT_NAME_ADDRESS_H

#include "detect/findings.h"
#include "detect/sender.h"

/* Raises sender-name-address. Behind "via" a list's server may stand for the people that write to it: their
 * addresses are excused, but an official, trusted or the recipient's only where the carrier is the recipient's
 * organisation or a relay of the catalogue. */
void name_address_check(const struct judge *judge, const struct message *message,
			const struct sender *sender, const struct claims *claims,
			const struct name_reading *reading, struct findings *findings);

/* The recipient whose address, domain or local part stands in the sender's name or address although they
 * are not of one organisation. */
struct held_recipient {
	struct span address; /* empty when there is none */
	struct span part;  /* what of it stands there: the address, its domain or its local part */
	const char *where; /* "address-in-name", "domain-in-name", "local-part-in-name",
			       * "address-in-address" … */
	bool
	    local_in_name; /* only the local part, and only in the name: relatives share surnames */
};
struct held_recipient name_address_recipient(const struct judge *judge, struct arena *arena,
					     const struct message *message,
					     const struct sender *sender,
					     const struct name_reading *reading);

#endif
