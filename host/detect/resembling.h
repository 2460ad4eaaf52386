/*
 * Honest bearers of names that are one letter off a brand's: a person called Karna who writes from free mail, a company
 * that writes from the domain of its own name (Walmark <office@walmark.eu>).
 */
#ifndef DETECT_RESEMBLING_H
#define DETECT_RESEMBLING_H

#include "detect/combine.h"
#include "detect/sender.h"

/* True where the display name resembles a brand's (reading->resembles) and is the sender's own: at free mail, a word
 * without those of a post beside it, which stands in the mailbox; elsewhere, the label of the sender's own domain, below no
 * suffix that costs next to nothing. Such a name claims nobody. */
bool resembling_is_own(const struct judge *judge, struct arena *arena, const struct sender *sender,
		       const struct name_reading *reading);

/* Lowers what is said of such a company's domain (one letter off, a doubt and no certainty) to a note, at the sender and at
 * its links there, in a mail that neither names the brand nor words itself like a campaign. */
void resembling_weigh(struct mail *mail);

#endif
