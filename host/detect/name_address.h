/* Addresses and domains shown where they prove nothing: inside the display name (sender-name-address), and the
 * recipient's own inside the sender's (sender-contains-recipient). */
#ifndef DETECT_NAME_ADDRESS_H
#define DETECT_NAME_ADDRESS_H

#include "detect/findings.h"
#include "detect/sender.h"

/* Raises sender-name-address. */
void name_address_check(const struct judge *judge, const struct message *message, const struct sender *sender,
			const struct name_reading *reading, struct findings *findings);

/* The recipient whose address, domain or local part stands in the sender's name or address although they
 * are not of one organisation; the empty span when there is none. */
struct span name_address_recipient(const struct judge *judge, struct arena *arena,
				   const struct message *message, const struct sender *sender);

#endif
