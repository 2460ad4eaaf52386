#include "detect/claims.h"

void claims_add(struct claims *claims, brand_ref brand, enum claim_where where, bool strong)
{
	size_t i = 0;

	while (i < claims->count && (claims->at[i].brand != brand || claims->at[i].where != where))
		i++;
	if (i == CLAIMS)
		return;
	if (i == claims->count)
		claims->at[claims->count++] = (struct claim){brand, where, false};
	if (!strong || claims->at[i].strong)
		return;
	claims->at[i].strong = true;
	for (size_t n = 0; n < claims->strong_count; n++)
		if (claims->strong[n] == brand)
			return;
	claims->strong[claims->strong_count++] = brand;
}

void claims_withdraw(struct claims *claims)
{
	for (size_t i = 0; i < claims->count; i++)
		claims->at[i].strong = false;
	claims->strong_count = 0;
	claims->carrier = BRAND_NONE;
}

void claims_drop_name(struct claims *claims, brand_ref brand)
{
	size_t kept = 0;

	for (size_t i = 0; i < claims->count; i++)
		if (claims->at[i].brand != brand || claims->at[i].where != CLAIM_SENDER_NAME)
			claims->at[kept++] = claims->at[i];
	claims->count = kept;
	kept = 0;
	for (size_t i = 0; i < claims->strong_count; i++)
		if (claims->strong[i] != brand)
			claims->strong[kept++] = claims->strong[i];
	claims->strong_count = kept;
}
