/* Hostnames of a link that look like official ones: the findings of lookalike.h, capitals.h and sisters.h. */
#ifndef DETECT_LINK_LOOKALIKE_H
#define DETECT_LINK_LOOKALIKE_H

#include "detect/link_case.h"

/* What `place` looks like, unless it is official itself. */
void link_lookalike_check(const struct link_case *c, const struct place *place);

/* The link's text or attribute shows it with a capital I that reads like an official name's l: paypaI.com. */
void link_capitals_check(const struct link_case *c, const struct place *place);

/* The URLs in the query of `place`, an unknown site that may redirect to them: only their look-alikes are told. */
void link_parameters_check(const struct link_case *c, const struct place *place);

#endif
