/*
 * The Bidi rule: RFC 5893 section 2, which UTS #46 applies by CheckBidi and with it the URL Standard's "domain to
 * ASCII". A name with one label that is written from right to left is a Bidi domain name, and then all its labels
 * must satisfy six conditions, so that no label is shown within or across another: 1com.שלום would be. Browsers
 * refuse such names. Internal to hostname.c.
 */
#ifndef TEXT_HOSTNAME_BIDI_H
#define TEXT_HOSTNAME_BIDI_H

#include "text/span.h"

/* The label (Unicode form) has a character of class R, AL or AN. */
bool hostname_bidi_is_right_to_left(struct span label);

/* It satisfies the conditions 1 to 6; the empty label does. */
bool hostname_bidi_takes_label(struct span label);

/* The name (Unicode form, its labels set apart by U+002E) is no Bidi domain name, or one of which all labels satisfy
 * the conditions. */
bool hostname_bidi_takes(struct span name);

#endif
