/* Brands that share the domain which is imitated: amaz0n.com is one imitation, though Amazon and AWS are both at
 * amazon.com. */
#ifndef DETECT_SISTERS_H
#define DETECT_SISTERS_H

#include "detect/lookalike.h"

/* Of the `count` look-alikes in found[], strongest first, leaves one of each imitated domain, and of domains of one
 * label that belong to one brand, or of one house's labels of which one is a part of the other (rakuten-card, rakuten),
 * and returns their new number. The one is a claimed brand's, else that of the brand whose registrable domain and site it
 * is, else the longer label's, else the strongest. Its levels are the highest of those that it stands for. */
size_t sisters_merge(const struct catalogue *catalogue, const brand_ref *claimed,
		     size_t claimed_count, struct lookalike found[static LOOKALIKES], size_t count);

#endif
