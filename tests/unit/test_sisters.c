/* Brands that share a domain, by the catalogue that is built in. */
#include "fixture.h"

#include "detect/lookalike.h"
#include "detect/sisters.h"

struct imitation {
	const char *hostname;
	const char *claimed; /* a brand's id, or NULL */
	const char *brands;  /* who is named, strongest first */
};

static void check(const struct imitation *imitation)
{
	struct hostname hostname = hostname_parse(fixture.arena, span_of(imitation->hostname));
	struct lookalike found[LOOKALIKES];
	size_t count = lookalike_find(&fixture.catalogue, fixture.arena, &hostname, found);
	enum level level = count ? found[0].level : LEVEL_NONE;
	brand_ref claimed = fixture_brand(imitation->claimed);
	struct builder names = {.arena = fixture.arena};

	count =
	    sisters_merge(&fixture.catalogue, &claimed, imitation->claimed != NULL, found, count);
	for (size_t i = 0; i < count; i++) {
		brand_ref brand = found[i].target.brand;

		if ((imitation->claimed && brand == claimed ? found[i].level_claimed
							    : found[i].level) == LEVEL_NONE)
			continue;
		if (names.len > 0)
			builder_byte(&names, ' ');
		builder_add(&names, catalogue_brand(&fixture.catalogue, brand).id);
	}
	if (!span_equal(builder_span(&names), span_of(imitation->brands)))
		fail_msg("%s: %.*s", imitation->hostname, (int)builder_span(&names).len,
			 builder_span(&names).ptr);
	if (count && found[0].level < level)
		fail_msg("%s: the level fell to %d", imitation->hostname, (int)found[0].level);
}

static void one_of_each_domain(void **state)
{
	static const struct imitation table[] = {
	    {"amaz0n.com", NULL, "amazon"},
	    {"amazon.co.jp.evil.example", NULL, "amazon"},
	    {"www.gov.uk.evil.example", NULL, "hmrc"},
	    {"smbc-cardd.com", NULL, "smbc-card"},
	    {"rakuten-jp.example", NULL, "rakuten"},
	    /* Xbox writes from microsoft.com, which is no site of its own */
	    {"login.microsoftonline.com.evil.example", NULL, "microsoft"},
	    /* of names that hold each other the longer */
	    {"rakuten-card-login.example", NULL, "rakuten-card"},
	    {"rakuten-card.co.jp.evil.example", NULL, "rakuten-card"},
	    {"rakuten-cards.example", NULL, "rakuten-card"},
	    /* nobody's site: the first */
	    {"jreast.co.jp.evil.example", NULL, "jr-east"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		check(&table[i]);
}

static void the_claimed_one_is_named(void **state)
{
	static const struct imitation table[] = {
	    {"amaz0n.com", "aws", "aws"},
	    {"www.gov.uk.evil.example", "dvla", "dvla"},
	    {"smbc-cardd.com", "mobit", "mobit"},
	    {"jreast.co.jp.evil.example", "viewcard", "viewcard"},
	    {"rakuten-card-login.example", "rakuten", "rakuten"},
	    {"rakuten-card-login.example", "rakuten-card", "rakuten-card"},
	    {"rakuten-cards.example", "rakuten-card", "rakuten-card"},
	    {"login.microsoftonline.com.evil.example", "xbox", "microsoft xbox"},
	    /* what only the claim makes of it is no proof, what the other shows is */
	    {"amazon.co.jp.evil.example", "aws", "amazon aws"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		check(&table[i]);
}

static void strangers_stay_apart(void **state)
{
	static const struct imitation table[] = {
	    {"sparkasse-login.example", NULL, "erste sparkasse"},
	    {"yahoo.example", NULL, "yahoo yahoo-japan"},
	    {"paypa1.com", NULL, "paypal paypay"},
	    {"unrelated.example", NULL, ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		check(&table[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_of_each_domain),
	    cmocka_unit_test(the_claimed_one_is_named),
	    cmocka_unit_test(strangers_stay_apart),
	};

	return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
