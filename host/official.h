/* The official answer beside a finding: who really writes, where the real site is. */
#ifndef OFFICIAL_H
#define OFFICIAL_H

#include "detect/finding.h"

/* Fills out[0..max) with the brand's exact addresses, or else its mail domains, for a finding about
 * who writes; with its web domains for any other, and where no sender of the brand is known. *more
 * counts those that did not fit. 0 without a brand. */
size_t official_of(const struct catalogue *catalogue, const struct finding *finding,
		   struct span *out, size_t max, size_t *more);

/* What official_of() gives are addresses or domains that the brand writes from. */
bool official_writes(const struct catalogue *catalogue, const struct finding *finding);

/* The official answer to both findings is the same. */
bool official_same(const struct catalogue *catalogue, const struct finding *a,
		   const struct finding *b);

/* The hostname of the brand's site: "metamask.io" of "https://metamask.io/". */
struct span official_site(const struct brand *brand);

#endif
