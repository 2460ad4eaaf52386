/* How far a piece of a hostname is from a candidate's label. */
#ifndef DETECT_NEARNESS_H
#define DETECT_NEARNESS_H

#include "detect/matcher.h"
#include "text/edit.h"

/* Compares `shown` (Unicode form) and its skeleton with the target's label; m counts as one letter
 * though skeletons write it rn. *doubtful: strangers' names differ so by accident (in the first
 * letter, in a number at the end, or by a letter in place of a hyphen). */
struct edit nearness(const struct suspect *suspect, struct span shown, struct span skeleton,
		     const struct domain_hit *target, bool *doubtful);

/* One letter was replaced by a letter or figure that passes for it at a glance, beyond what
 * skeletons know (am4zon, qoogle). */
bool nearness_alike(struct edit edit);

/* A skeleton with m as one letter, as nearness() compares it. */
struct span nearness_compact(struct arena *arena, struct span skeleton);

/* Two edits (optimal string alignment) make `seen` the label, from the same first letter on (both compact
 * skeletons), or its letters in another order, at most one of them replaced (anaozm, rekutan). Telling only where the
 * brand is claimed, in a label of 6 letters or more; of two edits below 8, with at most one letter that the label does
 * not have. */
bool nearness_two(struct span seen, struct span label);

#endif
