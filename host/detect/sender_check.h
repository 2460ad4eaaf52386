/* What a sender's address, name and authentication give away by themselves. */
#ifndef DETECT_SENDER_CHECK_H
#define DETECT_SENDER_CHECK_H

#include "detect/claims.h"
#include "detect/findings.h"
#include "detect/sender.h"

/* Findings that need nothing but the sender, its name and the recipients: sender-*, webmail-warned and
 * reply-to-elsewhere, without sender-unverified and sender-contains-recipient, which wait for the rest. */
void sender_check(const struct judge *judge, const struct message *message,
		  const struct sender *sender, const struct claims *claims,
		  const struct name_reading *reading, struct findings *findings);

#endif
