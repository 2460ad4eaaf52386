#include "brand_name.h"

struct span brand_name(const struct brand *brand, enum language language)
{
	return language == LANGUAGE_JA ? brand->name_ja : brand->name;
}

struct span brand_name_in_sentence(struct arena *arena, const struct brand *brand,
				   enum language language)
{
	struct builder b = {.arena = arena};

	if (language == LANGUAGE_JA || !brand->article)
		return brand_name(brand, language);
	builder_add(&b, SPAN("the "));
	builder_add(&b, brand->name);
	return builder_span(&b);
}
