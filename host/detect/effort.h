/*
 * How much looking-up the hostnames of one mail may cost. Honest mails hold few and short ones; what holds
 * thousands, or names of a hundred labels, is made to be slow. Once EFFORT_MAIL is spent, names are only
 * held against the known ones as a whole, and the mail counts as not all checked.
 */
#ifndef DETECT_EFFORT_H
#define DETECT_EFFORT_H

#include "text/span.h"

/* In units of about a fortieth of a microsecond, three hundred instructions. Two thousand names of real sites, as
 * many as a mail's links (LIMIT_LINKS), fit in. */
#define EFFORT_MAIL 1000000

/* The same for names in other letters than ASCII and in xn-- labels, whose reading (UTS #46) takes long. In units of
 * about half a microsecond; nine hundred links to such names fit in. */
#define EFFORT_IDNA 60000

struct effort {
	size_t left;
	bool spent; /* more was asked for than was left: from then on there is nothing left */
};

/* Takes `units`; false where they are not left. NULL has no limit. */
bool effort_take(struct effort *effort, size_t units);

/* What it costs to read the hostname of `url` (or the name `url`), as far as this can be seen before. */
size_t effort_idna(struct span url);

#endif
