/* A brand's products behind its name, in a display name: they do not make it somebody else's. */
#ifndef DETECT_NAME_PRODUCTS_H
#define DETECT_NAME_PRODUCTS_H

#include "detect/names.h"

/* Where the name begins with one of the aliases found in it (`hits`), marks as role words what the brand's products are
 * called behind it: product words (Gift Card, 残高), the brand's weak aliases (Microsoft Outlook), and initials in
 * brackets (三井住友カード(SMCC)), which are capitals in `written`, the name as it stands in the mail. Call it after
 * names_mark_roles(). People and shops with a brand's name have other words behind it. */
void name_products_mark(const struct catalogue *catalogue, struct arena *arena,
			struct name_units *units, struct span written, const struct name_hit *hits,
			size_t count);

#endif
