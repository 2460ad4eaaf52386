/* The codes of findings as the protocol writes them. */
#ifndef FINDING_NAMES_H
#define FINDING_NAMES_H

#include "detect/finding.h"

/* "sender-unofficial" … */
struct span finding_name(enum finding_code code);

#endif
