/* Wordings of known campaigns, and what makes them more than a notice. */
#ifndef DETECT_CAMPAIGN_H
#define DETECT_CAMPAIGN_H

#include "detect/combine.h"

/* Adds known-wording for subject and text: a warning where the sender, his name, the links or further wordings agree, and
 * never for an official sender. Asked after the links and all checks of the sender. */
void campaign_check(struct mail *mail);

#endif
