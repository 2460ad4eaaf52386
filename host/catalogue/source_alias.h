/* The names that claim a brand, and whom else they would claim. */
#ifndef CATALOGUE_SOURCE_ALIAS_H
#define CATALOGUE_SOURCE_ALIAS_H

#include "catalogue/source_json.h"

/* A brand's aliases while it is read. */
struct alias_reading {
	const struct source_brand *brand; /* its id and affiliates are read already */
	bool weak, name;		  /* what comes now: weak_aliases, the brand's names */
	struct array found;		  /* struct source_alias */
	bool out_of_memory;
};

/* Takes one alias (an item_check; context is struct alias_reading). Reported and left out: what has
 * no letter, what is weak and strong at once, and a strong alias of another brand that is no
 * affiliate; and what reads like as many others as a look-up gives (ALIAS_HITS). */
bool check_alias_item(struct reader *reader, const char *path, struct span text, void *context);

/* Takes the brand's domains (struct source_brand.lists) as names that claim it: PayPal.com, docomo.ne.jp;
 * user content too, since a display name that is such a domain speaks for the brand. A domain that is
 * another brand's name or domain already claims nobody; public suffixes claim nobody either. */
void alias_take_domains(struct source *source, struct alias_reading *reading);

/* True for a brand's domain that reads like another brand's name: it claims nobody. To be asked when all
 * brands have been read. */
bool alias_yields(const struct source *source, const struct source_alias *alias);

/* Adds what was read to the source, for brand number `brand`. False when out of memory. */
bool alias_commit(struct source *source, const struct alias_reading *reading, uint32_t brand);

#endif
