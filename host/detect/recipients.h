/* The people that a mail is for. */
#ifndef DETECT_RECIPIENTS_H
#define DETECT_RECIPIENTS_H

#include "detect/judge.h"

/* True where `domain` (ASCII) is of the same organisation as one of the recipients' addresses; never of free mail,
 * where everybody has one. */
bool recipients_share(const struct judge *judge, struct arena *arena, const struct message *message,
		      struct span domain);

#endif
