/* A brand's name as readers see it. */
#ifndef BRAND_NAME_H
#define BRAND_NAME_H

#include "catalogue/catalogue.h"
#include "language.h"
#include "text/arena.h"

/* As it stands alone: "National Tax Agency", 「国税庁」. A span of the catalogue. */
struct span brand_name(const struct brand *brand, enum language language);

/* As it stands in a sentence: "the National Tax Agency", "Amazon". */
struct span brand_name_in_sentence(struct arena *arena, const struct brand *brand,
				   enum language language);

#endif
