/* What a link's text shows against where the link leads (link-text-mismatch). */
#ifndef DETECT_LINK_MISMATCH_H
#define DETECT_LINK_MISMATCH_H

#include "detect/link_case.h"

/* `first` is where the link as written leads, `last` where known redirectors lead from there; `hidden`: the last one
 * leads on to where its URL does not say. */
void link_mismatch_check(const struct link_case *c, const struct place *first,
			 const struct place *last, bool hidden);

#endif
