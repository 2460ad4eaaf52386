/* Is the sender of the organisation that one of the recipients is of? */
#include "house_fixture.h"

#include "detect/recipients.h"

static bool share(const char *const *addresses, size_t count, const char *domain)
{
	struct span recipients[4];
	struct message message = {.recipients = recipients, .recipient_count = count};

	for (size_t i = 0; i < count; i++)
		recipients[i] = span_of(addresses[i]);
	return recipients_share(&fixture.judge, fixture.arena, &message, span_of(domain));
}

static void one_of_them_is_enough(void **state)
{
	static const char *const MANY[] = {"kunde@freipost.example", "",
					   "Hanako@Post.Verein.example"};

	(void)state;
	assert_true(share(MANY, 3, "verein.example"));
	assert_true(share(MANY, 3, "liste.verein.example"));
	assert_false(share(MANY, 2, "verein.example"));
	assert_false(share(MANY, 3, "boese.example"));
	assert_false(share(MANY, 3, "verein.example.boese.example"));
	assert_false(share(MANY, 0, "verein.example"));
	assert_false(share(MANY, 3, ""));
}

static void who_is_of_one_organisation(void **state)
{
	static const struct {
		const char *recipient, *domain;
		bool share;
	} CASES[] = {
	    {"hanako@verein.example", "verein.example", true},
	    {"Hanako Suzuki <hanako@verein.example>", "verein.example", true},
	    {"hanako@日本語.jp", "xn--wgv71a119e.jp", true},
	    {"hanako@zavelto.example", "quorbank.example", true},
	    /* everybody has an address there */
	    {"hanako@freipost.example", "freipost.example", false},
	    {"hanako@gmail.com", "gmail.com", false},
	    {"hanako@eins.co.jp", "zwei.co.jp", false},
	    {"hanako@[192.0.2.1]", "192.0.2.1", false},
	    {"hanako", "verein.example", false},
	    {"verein.example", "verein.example", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (share(&CASES[i].recipient, 1, CASES[i].domain) != CASES[i].share)
			fail_msg("%s, %s", CASES[i].recipient, CASES[i].domain);
}

static void a_full_arena_shares_nothing(void **state)
{
	static const char *const ONE[] = {"hanako@verein.example"};
	struct arena *whole = fixture.arena;

	(void)state;
	fixture.arena = arena_new(8);
	assert_false(share(ONE, 1, "verein.example"));
	assert_true(arena_failed(fixture.arena));
	arena_free(&fixture.arena);
	fixture.arena = whole;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_of_them_is_enough),
	    cmocka_unit_test(who_is_of_one_organisation),
	    cmocka_unit_test(a_full_arena_shares_nothing),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
