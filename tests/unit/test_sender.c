/* What a sender's address proves, for whom, and what it never proves. */
#include "house_fixture.h"

#include "detect/sender.h"

/* What is shown of authentication: the result, `mailed_by` and one `signed_by`; "" where a client shows nothing but
 * that the member is there. */
struct auth_case {
	bool shown;
	enum auth_result result;
	const char *mailed_by, *signed_by;
};

struct sender_case {
	const char *what, *name, *address;
	const char *claims; /* ids */
	struct auth_case auth;
	enum sender_state state;
	const char *official_for, *owner, *unlisted_for;
};

static struct sender read_sender(const struct sender_case *c, const struct claims *claims)
{
	struct span signers[] = {span_of(c->auth.signed_by)};
	struct message message = {
	    .has_sender = true,
	    .sender_name = span_of(c->name),
	    .sender_address = span_of(c->address),
	    .auth = {.shown = c->auth.shown,
		     .result = c->auth.result,
		     .mailed_by = span_of(c->auth.mailed_by),
		     .signed_by = signers,
		     .signed_by_count = c->auth.signed_by ? 1 : 0},
	};
	struct sender sender;

	sender_read(&fixture.judge, fixture.arena, &message, claims, &sender);
	return sender;
}

static void check(const struct sender_case *c)
{
	struct claims claims = houses_claimed(c->claims);
	struct sender sender = read_sender(c, &claims);

	if (sender.state != c->state)
		fail_msg("%s: state %d", c->what, (int)sender.state);
	expect_house("official_for", c->what, sender.official_for, c->official_for);
	expect_house("owner", c->what, sender.owner, c->owner);
	expect_house("unlisted_for", c->what, sender.unlisted_for, c->unlisted_for);
	assert_false(arena_failed(fixture.arena));
}

#define CHECK_ALL(table)                                            \
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) \
	check(&table[i])

static void whose_address_it_is(void **state)
{
	static const struct sender_case CASES[] = {
	    {.what = "the claimed brand's domain",
	     .address = "info@zavelto.example",
	     .claims = "zavelto",
	     .state = SENDER_OFFICIAL_UNVERIFIED,
	     .official_for = "zavelto",
	     .owner = "zavelto"},
	    {.what = "a domain below it, in capitals",
	     .address = "Info@News.ZAVELTO.example",
	     .claims = "zavelto",
	     .state = SENDER_OFFICIAL_UNVERIFIED,
	     .official_for = "zavelto",
	     .owner = "zavelto"},
	    {.what = "no claim: official for its owner all the same",
	     .address = "info@zavelto.example",
	     .state = SENDER_OFFICIAL_UNVERIFIED,
	     .official_for = "zavelto",
	     .owner = "zavelto"},
	    {.what = "a house's other brand",
	     .address = "info@quorbank.example",
	     .claims = "zavelto",
	     .state = SENDER_OFFICIAL_UNVERIFIED,
	     .official_for = "zavelto",
	     .owner = "zavelto"},
	    {.what = "another brand's address",
	     .address = "info@murvenex.example",
	     .claims = "zavelto",
	     .state = SENDER_UNOFFICIAL_STATE,
	     .owner = "murvenex"},
	    {.what = "one of two claimed brands",
	     .address = "info@murvenex.example",
	     .claims = "zavelto murvenex",
	     .state = SENDER_OFFICIAL_UNVERIFIED,
	     .official_for = "murvenex",
	     .owner = "murvenex"},
	    {.what = "nobody's address under a claim",
	     .address = "info@boese.example",
	     .claims = "zavelto",
	     .state = SENDER_UNOFFICIAL_STATE},
	    {.what = "the brand's domain in front of another",
	     .address = "info@zavelto.example.boese.example",
	     .claims = "zavelto",
	     .state = SENDER_UNOFFICIAL_STATE},
	    {.what = "a name that only ends like the domain",
	     .address = "info@notzavelto.example",
	     .claims = "zavelto",
	     .state = SENDER_UNOFFICIAL_STATE},
	    {.what = "anybody's place at a brand is not the brand",
	     .address = "wer@seiten.murvenex.example",
	     .claims = "murvenex",
	     .state = SENDER_UNOFFICIAL_STATE},
	    {.what = "honest: nobody's address, no claim",
	     .name = "Hanako",
	     .address = "hanako@verein.example",
	     .state = SENDER_UNKNOWN},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void a_brand_that_publishes_its_addresses(void **state)
{
	static const struct sender_case CASES[] = {
	    {.what = "one of them, without case",
	     .address = "Hinweis@PLINQORA.example",
	     .claims = "plinqora",
	     .state = SENDER_OFFICIAL_UNVERIFIED,
	     .official_for = "plinqora",
	     .owner = "plinqora"},
	    {.what = "another of its domain",
	     .address = "sicherheit@plinqora.example",
	     .claims = "plinqora",
	     .state = SENDER_UNOFFICIAL_STATE,
	     .unlisted_for = "plinqora"},
	    {.what = "… without a claim",
	     .address = "sicherheit@plinqora.example",
	     .state = SENDER_UNOFFICIAL_STATE,
	     .unlisted_for = "plinqora"},
	    {.what = "a published local part elsewhere",
	     .address = "hinweis@boese.example",
	     .claims = "plinqora",
	     .state = SENDER_UNOFFICIAL_STATE},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* JALカード is mailed by JCB: a bank's or card company's address may speak for a card of another name. */
static void who_issues_cards(void **state)
{
	static const struct sender_case CASES[] = {
	    {.what = "a bank for a card",
	     .name = "Murvenex Card",
	     .address = "info@quorbank.example",
	     .claims = "murvenex",
	     .state = SENDER_OFFICIAL_UNVERIFIED,
	     .official_for = "zavelto-karte",
	     .owner = "zavelto-karte"},
	    {.what = "in full width, in Japanese",
	     .name = "ムルベネクスｶｰﾄﾞ",
	     .address = "info@quorbank.example",
	     .claims = "murvenex",
	     .state = SENDER_OFFICIAL_UNVERIFIED,
	     .official_for = "zavelto-karte",
	     .owner = "zavelto-karte"},
	    {.what = "a card company",
	     .name = "Murvenex VISA",
	     .address = "info@karmesin.example",
	     .claims = "murvenex",
	     .state = SENDER_OFFICIAL_UNVERIFIED,
	     .official_for = "karmesin",
	     .owner = "karmesin"},
	    {.what = "a bank for what is no card",
	     .name = "Murvenex",
	     .address = "info@quorbank.example",
	     .claims = "murvenex",
	     .state = SENDER_UNOFFICIAL_STATE,
	     .owner = "zavelto-karte"},
	    {.what = "a shop for a card",
	     .name = "Murvenex Card",
	     .address = "info@zavelto.example",
	     .claims = "murvenex",
	     .state = SENDER_UNOFFICIAL_STATE,
	     .owner = "zavelto"},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* RFC 7489 section 3.1, relaxed: the same organisational domain, by the suffix list's ICANN section. */
static void what_shown_authentication_says(void **state)
{
	static const struct {
		const char *address;
		struct auth_case auth;
		enum sender_auth want;
	} CASES[] = {
	    {"a@zavelto.example",
	     {false, AUTH_PASS, "zavelto.example", NULL},
	     SENDER_AUTH_NOT_SHOWN},
	    {"a@zavelto.example", {true, AUTH_UNKNOWN, "", NULL}, SENDER_AUTH_NOT_SHOWN},
	    {"a@zavelto.example", {true, AUTH_PASS, "", NULL}, SENDER_AUTH_ALIGNS},
	    {"a@zavelto.example", {true, AUTH_FAIL, "zavelto.example", NULL}, SENDER_AUTH_DIFFERS},
	    {"a@zavelto.example", {true, AUTH_NONE, "", NULL}, SENDER_AUTH_DIFFERS},
	    {"a@zavelto.example",
	     {true, AUTH_UNKNOWN, "zavelto.example", NULL},
	     SENDER_AUTH_ALIGNS},
	    {"a@zavelto.example",
	     {true, AUTH_UNKNOWN, "bounce.Zavelto.Example", NULL},
	     SENDER_AUTH_ALIGNS},
	    {"a@post.zavelto.example",
	     {true, AUTH_UNKNOWN, "zavelto.example", NULL},
	     SENDER_AUTH_ALIGNS},
	    {"a@zavelto.example",
	     {true, AUTH_UNKNOWN, "versand.example", NULL},
	     SENDER_AUTH_DIFFERS},
	    {"a@zavelto.example",
	     {true, AUTH_UNKNOWN, "versand.example", "zavelto.example"},
	     SENDER_AUTH_ALIGNS},
	    {"a@zavelto.example", {true, AUTH_UNKNOWN, "", "versand.example"}, SENDER_AUTH_DIFFERS},
	    {"a@zavelto.example", {true, AUTH_NONE, "", "zavelto.example"}, SENDER_AUTH_ALIGNS},
	    {"a@zavelto.example",
	     {true, AUTH_UNKNOWN, "notzavelto.example", NULL},
	     SENDER_AUTH_DIFFERS},
	    {"a@zavelto.example", {true, AUTH_UNKNOWN, "127.0.0.1", NULL}, SENDER_AUTH_DIFFERS},
	    {"a@zavelto.example", {true, AUTH_UNKNOWN, "\xff", NULL}, SENDER_AUTH_DIFFERS},
	    /* below a suffix everybody is an organisation of its own */
	    {"a@eins.co.jp", {true, AUTH_UNKNOWN, "zwei.co.jp", NULL}, SENDER_AUTH_DIFFERS},
	    {"a@mail.eins.co.jp", {true, AUTH_UNKNOWN, "x.eins.co.jp", NULL}, SENDER_AUTH_ALIGNS},
	    /* … but the private section does not count for DMARC */
	    {"a@eins.github.io", {true, AUTH_UNKNOWN, "github.io", NULL}, SENDER_AUTH_ALIGNS},
	    {"no address", {true, AUTH_PASS, "zavelto.example", NULL}, SENDER_AUTH_NOT_SHOWN},
	    {"", {true, AUTH_FAIL, "", NULL}, SENDER_AUTH_NOT_SHOWN},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct sender_case c = {.address = CASES[i].address, .auth = CASES[i].auth};
		struct claims none = {0};
		struct sender sender = read_sender(&c, &none);

		if (sender.auth != CASES[i].want)
			fail_msg("row %zu, %s: %d", i, c.address, (int)sender.auth);
	}
}

static void only_authentication_verifies(void **state)
{
	static const struct sender_case CASES[] = {
	    {.what = "aligned",
	     .address = "info@zavelto.example",
	     .claims = "zavelto",
	     .auth = {true, AUTH_UNKNOWN, "zavelto.example", NULL},
	     .state = SENDER_OFFICIAL_VERIFIED,
	     .official_for = "zavelto",
	     .owner = "zavelto"},
	    {.what = "by somebody else",
	     .address = "info@zavelto.example",
	     .claims = "zavelto",
	     .auth = {true, AUTH_UNKNOWN, "boese.example", NULL},
	     .state = SENDER_OFFICIAL_UNVERIFIED,
	     .official_for = "zavelto",
	     .owner = "zavelto"},
	    {.what = "aligned for a stranger's domain",
	     .address = "info@boese.example",
	     .claims = "zavelto",
	     .auth = {true, AUTH_PASS, "boese.example", NULL},
	     .state = SENDER_UNOFFICIAL_STATE},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* A domain of the user's trust, and an address of it, unless authentication speaks against it. */
static void whom_the_user_trusts(void **state)
{
	static const struct {
		const char *address;
		enum auth_result result;
		bool trusted;
	} CASES[] = {
	    {"wer@freund.example", AUTH_UNKNOWN, true},
	    {"wer@post.freund.example", AUTH_PASS, true},
	    {"wer@freund.example", AUTH_FAIL, false},
	    {"Oma@Verein.example", AUTH_UNKNOWN, true},
	    {"oma@verein.example", AUTH_FAIL, false},
	    {"opa@verein.example", AUTH_UNKNOWN, false},
	    {"oma@post.verein.example", AUTH_UNKNOWN, false},
	    {"wer@keinfreund.example", AUTH_UNKNOWN, false},
	    {"", AUTH_UNKNOWN, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct sender_case c = {.address = CASES[i].address,
					      .auth = {true, CASES[i].result, "", NULL}};
		struct claims none = {0};
		struct sender sender = read_sender(&c, &none);

		if (sender.trusted != CASES[i].trusted)
			fail_msg("%s (%d): %d", c.address, (int)CASES[i].result, sender.trusted);
	}
	assert_true(sender_is_trusted(&fixture.judge, fixture.arena, SPAN("x@freund.example"),
				      SPAN("freund.example")));
	assert_true(sender_is_trusted(&fixture.judge, fixture.arena, SPAN("OMA@verein.example"),
				      SPAN("verein.example")));
	assert_false(sender_is_trusted(&fixture.judge, fixture.arena, SPAN("x@boese.example"),
				       SPAN("boese.example")));
	assert_false(sender_is_trusted(&fixture.judge, fixture.arena, SPAN(""), SPAN("")));
}

static void what_kind_of_mailbox_it_is(void **state)
{
	static const struct {
		const char *address, *registrable;
		bool freemail, relay;
	} CASES[] = {
	    {"wer@freipost.example", "freipost.example", true, false},
	    {"wer@a.b.freund.example", "freund.example", false, false},
	    {"wer@a.b.mietseiten.example", "b.mietseiten.example", false, false},
	    {"geteilt@murvenex.example", "murvenex.example", false, true},
	    {"info@murvenex.example", "murvenex.example", false, false},
	    {"wer@umfragen.example", "umfragen.example", false, true},
	    {"wer@[192.0.2.1]", "", false, false},
	    {"wer", "", false, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct sender_case c = {.address = CASES[i].address};
		struct claims none = {0};
		struct sender sender = read_sender(&c, &none);

		if (sender.freemail != CASES[i].freemail || sender.relay != CASES[i].relay ||
		    !span_equal(sender.registrable, span_of(CASES[i].registrable)))
			fail_msg("%s: %.*s%s%s", c.address, (int)sender.registrable.len,
				 sender.registrable.ptr, sender.freemail ? ", free mail" : "",
				 sender.relay ? ", relay" : "");
	}
}

/* A service that writes for many is a brand's only where the name says that brand. */
static void relays_excuse_nothing(void **state)
{
	struct sender sender = {.state = SENDER_OFFICIAL_VERIFIED};
	struct claims none = {0}, claims = houses_claimed("murvenex");
	const struct sender_case shared = {.address = "geteilt@murvenex.example"},
				 doubly = {.address = "konto@murvenex.example"},
				 service = {.address = "info@drovant.umfragen.example"};

	(void)state;
	assert_true(sender_is_official(&sender));
	sender.state = SENDER_OFFICIAL_UNVERIFIED;
	assert_true(sender_is_official(&sender));
	sender.relay = true;
	assert_false(sender_is_official(&sender));
	sender = (struct sender){.state = SENDER_UNOFFICIAL_STATE};
	assert_false(sender_is_official(&sender));
	sender.state = SENDER_UNKNOWN;
	assert_false(sender_is_official(&sender));

	sender = read_sender(&shared, &claims);
	assert_int_equal(sender.state, SENDER_OFFICIAL_UNVERIFIED);
	assert_false(sender_is_official(&sender));
	sender = read_sender(&shared, &none);
	expect_house("owner", shared.address, sender.owner, "murvenex");
	sender = read_sender(&doubly, &none);
	expect_house("owner", doubly.address, sender.owner, "plinqora");
	assert_true(sender.relay);

	claims = houses_claimed("drovant");
	expect_house("owner", service.address, read_sender(&service, &claims).owner, "drovant");
	expect_house("owner", service.address, read_sender(&service, &none).owner, NULL);
}

/* "… via PayPal" must come from PayPal's address. */
static void the_carrier_must_own_the_address(void **state)
{
	struct claims claims = {.carrier = fixture_brand("murvenex")};
	const struct sender_case own = {.address = "info@murvenex.example"},
				 other = {.address = "info@zavelto.example"},
				 nobodys = {.address = "info@boese.example"};

	(void)state;
	assert_int_equal(read_sender(&own, &claims).state, SENDER_OFFICIAL_UNVERIFIED);
	assert_int_equal(read_sender(&other, &claims).state, SENDER_UNOFFICIAL_STATE);
	assert_int_equal(read_sender(&nobodys, &claims).state, SENDER_UNOFFICIAL_STATE);
	claims.carrier = BRAND_NONE;
	assert_int_equal(read_sender(&nobodys, &claims).state, SENDER_UNKNOWN);
}

static void no_address_proves_nothing(void **state)
{
	static const char *const ADDRESSES[] = {NULL, "", "wer", "@", "a@", "a@[192.0.2.1]"};
	struct claims none = {0}, claims = houses_claimed("zavelto");

	(void)state;
	for (size_t i = 0; i < sizeof(ADDRESSES) / sizeof(*ADDRESSES); i++) {
		const struct sender_case c = {.address = ADDRESSES[i]};
		struct sender sender = read_sender(&c, &claims);

		assert_int_equal(sender.state, SENDER_UNOFFICIAL_STATE);
		assert_int_equal(sender.owner, BRAND_NONE);
		assert_int_equal(read_sender(&c, &none).state, SENDER_UNKNOWN);
	}
}

/* A look-alike is told in ASCII, an honest name in its own letters. */
static void the_domain_as_a_reader_is_told_it(void **state)
{
	const struct sender_case honest = {.address = "a@日本語.jp"},
				 false_one = {.address = "a@zаvelto.example"};
	struct claims none = {0};

	(void)state;
	expect_text("shown", honest.address, read_sender(&honest, &none).shown, "日本語.jp");
	expect_text("shown", "zavelto in two scripts", read_sender(&false_one, &none).shown,
		    "xn--zvelto-3nf.example");
}

/* Whatever cannot be made any more, nothing is taken for official that is not, and nothing crashes. */
static void a_full_arena_makes_nobody_official(void **state)
{
	struct arena *whole = fixture.arena;
	const struct sender_case c = {
	    .address = "info@zavelto.example.boese.example",
	    .auth = {true, AUTH_PASS, "zavelto.example", "zavelto.example"}};
	struct claims claims = houses_claimed("zavelto");
	bool failed = true;

	(void)state;
	for (size_t cap = 0; cap < 4096 && failed; cap += 16) {
		struct sender sender;

		fixture.arena = arena_new(cap);
		assert_non_null(fixture.arena);
		sender = read_sender(&c, &claims);
		failed = arena_failed(fixture.arena);
		arena_free(&fixture.arena);
		assert_int_equal(sender.state, SENDER_UNOFFICIAL_STATE);
	}
	fixture.arena = whole;
	assert_false(failed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whose_address_it_is),
	    cmocka_unit_test(a_brand_that_publishes_its_addresses),
	    cmocka_unit_test(who_issues_cards),
	    cmocka_unit_test(what_shown_authentication_says),
	    cmocka_unit_test(only_authentication_verifies),
	    cmocka_unit_test(whom_the_user_trusts),
	    cmocka_unit_test(what_kind_of_mailbox_it_is),
	    cmocka_unit_test(relays_excuse_nothing),
	    cmocka_unit_test(the_carrier_must_own_the_address),
	    cmocka_unit_test(no_address_proves_nothing),
	    cmocka_unit_test(the_domain_as_a_reader_is_told_it),
	    cmocka_unit_test(a_full_arena_makes_nobody_official),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
