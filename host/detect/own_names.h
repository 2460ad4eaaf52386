/* A brand's own names hyphened in a label that it does not own: a rule of combosquat.c. */
#ifndef DETECT_OWN_NAMES_H
#define DETECT_OWN_NAMES_H

#include "detect/matcher.h"

/* Looks at the tokens [from, end) of one label: apple-lcloud, smbccard-vpass, appleid-apple, dhl-express. One of them is a
 * brand's name, another one is a different name of the same house, also misspelled; strangers do not string them together
 * by accident. */
void own_names_match(const struct suspect *suspect, size_t from, size_t end,
		     struct matches *matches);

#endif
