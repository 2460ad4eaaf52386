/* Domains that may well be a brand's though no list has them, and those that may not. */
#include "house_fixture.h"

#include "detect/family.h"

struct family_case {
	const char *brand, *domain;
	bool bears;
};

static void check(const struct family_case *table, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		brand_ref brand = fixture_brand(table[i].brand);

		if (family_bears(&fixture.catalogue, brand, span_of(table[i].domain)) !=
		    table[i].bears)
			fail_msg("%s, %s", table[i].brand, table[i].domain);
	}
}

#define CHECK_ALL(table) check(table, sizeof(table) / sizeof(*(table)))

static void labels_of_the_house(void **state)
{
	static const struct family_case CASES[] = {
	    {"zavelto", "zavelto.invalid", true},
	    {"zavelto", "mail.zavelto.invalid", true},
	    {"zavelto", "zavelto-blumen.example", true},
	    {"zavelto", "my-zavelto.example", true},
	    {"zavelto", "myzavelto.example", true},
	    {"zavelto", "zaveltobank.example", true},
	    {"zavelto", "zavelto-jp.example", true},
	    /* words of access, fear and money, and what is no word */
	    {"zavelto", "zavelto-login.example", false},
	    {"zavelto", "zavelto-loginblumen.example", false},
	    {"zavelto", "zaveltosecurity.example", false},
	    {"zavelto", "zavelto-qzxk.example", false},
	    {"zavelto", "zavelto-77.example", false},
	    {"zavelto", "zavelto-blumen-verify.example", false},
	    /* names that cost next to nothing, a tenant's, and a name in front of another */
	    {"zavelto", "zavelto.top", false},
	    {"zavelto", "zavelto.blogspot.com", false},
	    {"zavelto", "zavelto.boese.example", false},
	    {"zavelto", "zavelto.example.boese.invalid", false},
	    /* other names, and those that only look like it */
	    {"zavelto", "boese.example", false},
	    {"zavelto", "zave1to.example", false},
	    {"zavelto", "grozaveltor.example", false},
	    {"murvenex", "zavelto.invalid", false},
	    /* short labels are met in many names: only parted from the rest they are a name */
	    {"kazimex", "kzx.example", true},
	    {"kazimex", "kzx-blumen.example", true},
	    {"kazimex", "kzxblumen.example", false},
	    /* a word is anybody's */
	    {"otter", "otter-shop.invalid", true},
	    {"otter", "otter-shopblumen.invalid", false},
	    /* the place at somebody else's that a brand writes from is not its name */
	    {"drovant", "umfragen.invalid", false},
	    {"drovant", "fremd.umfragen.example", false},
	    {"zavelto", "", false},
	    {"zavelto", "127.0.0.1", false},
	};

	(void)state;
	CHECK_ALL(CASES);
	assert_false(family_bears(&fixture.catalogue, BRAND_NONE, SPAN("zavelto.invalid")));
}

static void houses_that_exist(void **state)
{
	static const struct family_case CASES[] = {
	    {"docomo", "docomo.com", true},
	    {"docomo", "docomo-shop.com", true},
	    {"docomo", "docomo.ne.jp", true}, /* where its subscribers have their mailboxes */
	    {"docomo", "info.docomo.ne.jp", true},
	    {"docomo", "docomo-account.com", false},
	    {"nespresso", "nespresso.co.jp", true},
	    {"fedex", "fedexfreight.net", true},
	    {"rakuten", "rakuten-gift.com", true},
	    {"rakuten", "rakuten-card-login.com", false},
	    {"apple", "icloud.com", false},
	    {"google", "gmail.com", false}, /* anybody's mailbox, and no carrier's */
	    {"metamask", "other.discoursemail.com", false},
	    {"metamask", "metamask-help.com", false},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void a_claimed_likeness_weighs_less(void **state)
{
	static const struct {
		const char *domain, *rule;
		bool claimed;
		enum level level;
	} CASES[] = {
	    {"zavelto-blumen.example", "token", true, LEVEL_WARNING},
	    {"zavelto-blumen.example", "token", false, LEVEL_NOTICE},
	    {"zavelto-login.example", "token", true, LEVEL_DANGER},
	    {"zavelto-blumen.example", "embedding", true, LEVEL_DANGER},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct lookalike found = {.level = LEVEL_NOTICE,
					  .level_claimed = LEVEL_DANGER,
					  .target.brand = fixture_brand("zavelto"),
					  .rule = CASES[i].rule};

		assert_int_equal(family_level(&fixture.catalogue, &found, CASES[i].claimed,
					      span_of(CASES[i].domain)),
				 CASES[i].level);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(labels_of_the_house),
	    cmocka_unit_test(houses_that_exist),
	    cmocka_unit_test(a_claimed_likeness_weighs_less),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
