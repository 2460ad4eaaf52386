/* The official answer beside a finding: who really writes, where the real site is. */
#ifndef OFFICIAL_H
#define OFFICIAL_H

#include "detect/finding.h"
#include "language.h"

/* Fills out[0..max) with the brand's exact addresses, or else its mail domains, for a finding about
 * who writes; with its web domains for any other, and where no sender of the brand is known. That of
 * official_page() comes first. *more counts those that did not fit. 0 without a brand. */
size_t official_of(const struct catalogue *catalogue, const struct finding *finding,
		   enum language language, struct span *out, size_t max, size_t *more);

/* What official_of() gives are addresses or domains that the brand writes from. */
bool official_writes(const struct catalogue *catalogue, const struct finding *finding);

/* The official answer to both findings is the same. */
bool official_same(const struct catalogue *catalogue, const struct finding *a,
		   const struct finding *b);

/* The URL of the brand's site for a reader of `language`; of a brand with one site for each language the other one
 * where that is what the finding is about: it is imitated, or claimed by its name (Amazon.co.jp). */
struct span official_page(const struct brand *brand, enum language language,
			  const struct finding *finding);

/* The hostname of a page: "metamask.io" of "https://metamask.io/". */
struct span official_site(struct span page);

#endif
