/* Names that claim a brand too weakly to count alone: what the links and the rest of the mail must add. */
#include "house_fixture.h"

#include "detect/impostor.h"

#define LINKS 3

struct weak_case {
	const char *what, *name, *address, *subject, *text;
	const char *links[LINKS];
	const char *listed; /* a list passed on mail in the name of this brand */
	bool by_service;
	struct expected expected[EXPECTED];
	bool signs; /* impostor_signs() */
};

struct weak {
	struct message message;
	struct mail mail;
	struct link_view views[LINKS];
};

static void read_weak(const struct weak_case *c, struct weak *weak)
{
	weak->message = (struct message){
	    .has_sender = true,
	    .sender_name = span_of(c->name),
	    .sender_address = span_of(c->address),
	    .subject = span_of(c->subject),
	    .text = span_of(c->text),
	};
	weak->mail = houses_mail(&weak->message);
	weak->mail.links = weak->views;
	for (size_t i = 0; i < LINKS && c->links[i]; i++)
		weak->views[weak->mail.link_count++] = house_link(c->links[i]);
	weak->mail.name.listed = fixture_brand(c->listed);
	weak->mail.name.by_service = c->by_service;
}

static void check(const struct weak_case *c)
{
	struct weak weak;

	read_weak(c, &weak);
	if (impostor_signs(&weak.mail) != c->signs)
		fail_msg("%s: signs %d", c->what, !c->signs);
	impostor_check(&weak.mail);
	expect_findings(c->what, &weak.mail.findings, c->expected);
	/* what is warned of is no longer unknown */
	if (c->expected[0].level == LEVEL_WARNING)
		assert_int_equal(weak.mail.sender.state, SENDER_UNOFFICIAL_STATE);
	arena_reset(fixture.arena);
}

#define CHECK_ALL(table)                                            \
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) \
	check(&table[i])

#define OTTER                                                     \
	{                                                         \
		{                                                 \
			SENDER_UNOFFICIAL, LEVEL_WARNING, "otter" \
		}                                                 \
	}

static void a_word_as_the_name(void **state)
{
	static const struct weak_case CASES[] = {
	    {.what = "a link to a stranger",
	     .name = "Otter",
	     .address = "info@boese.example",
	     .links = {"fremd.example"},
	     .expected = OTTER},
	    {.what = "a link that hides where it leads",
	     .name = "Otter",
	     .address = "info@boese.example",
	     .links = {"?fremd.example"},
	     .expected = OTTER},
	    {.what = "a link to an address that bears no such name",
	     .name = "Otter",
	     .address = "info@boese.example",
	     .links = {"www.boese.example"},
	     .expected = OTTER},
	    {.what = "strong words of a campaign, without a link",
	     .name = "Otter",
	     .address = "info@boese.example",
	     .text = "Claim your airdrop",
	     .expected = OTTER},
	    {.what = "the same in the subject",
	     .name = "Otter",
	     .address = "info@boese.example",
	     .subject = "Claim your airdrop",
	     .expected = OTTER},
	    {.what = "an address that bears it, in a mail that names the brand",
	     .name = "Otter",
	     .address = "otter@boese.example",
	     .text = "Your Ottershop order",
	     .links = {"boese.example"},
	     .expected = OTTER},
	    {.what = "… heads its subject with it",
	     .name = "Otter",
	     .address = "otter@boese.example",
	     .subject = "【Otter】 Your order",
	     .links = {"boese.example"},
	     .expected = OTTER},
	    {.what = "from free mail, with any words of a campaign, in a mail that names the brand",
	     .name = "Otter",
	     .address = "x9y7@freipost.example",
	     .text = "Your Ottershop account has been suspended",
	     .expected = OTTER},
	    /* people and firms of that name */
	    {.what = "honest: no link, no words", .name = "Otter", .address = "info@boese.example"},
	    {.what = "honest: Mr Otter's own site",
	     .name = "Otter",
	     .address = "otter@garten.example",
	     .links = {"garten.example"}},
	    {.what = "honest: the sender's name is in its domain",
	     .name = "Otter",
	     .address = "info@otter-garten.example",
	     .links = {"otter-garten.example"}},
	    {.what = "honest: Otter's, that names itself",
	     .name = "Otter",
	     .address = "info@otter.example",
	     .subject = "[Otter] Your order",
	     .links = {"otter.example"}},
	    {.what = "honest: a name in letters that no address shows",
	     .name = "オッター",
	     .address = "info@boese.example",
	     .links = {"boese.example"}},
	    {.what = "honest: a link to a known brand",
	     .name = "Otter",
	     .address = "info@boese.example",
	     .links = {"murvenex.example"}},
	    {.what = "honest: through a mail service",
	     .name = "Otter",
	     .address = "info@boese.example",
	     .links = {"klick.versand.example"}},
	    {.what = "honest: to an honest neighbour",
	     .name = "Otter",
	     .address = "info@boese.example",
	     .links = {"ehrlich.example"}},
	    {.what = "honest: the brand's own",
	     .name = "Otter",
	     .address = "info@otter-shop.example",
	     .text = "Claim your airdrop",
	     .links = {"fremd.example"}},
	    {.what = "honest: one that the user trusts",
	     .name = "Otter",
	     .address = "oma@verein.example",
	     .links = {"fremd.example"}},
	    {.what = "honest: weak words alone",
	     .name = "Otter",
	     .address = "info@boese.example",
	     .text = "Immediate action required"},
	    {.what = "honest, perhaps: from free mail, that does not name the brand",
	     .name = "Otter",
	     .address = "x9y7@freipost.example",
	     .text = "Your account has been suspended",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_NOTICE, "otter"}}},
	    {.what = "honest, perhaps: … without words of a campaign",
	     .name = "Otter",
	     .address = "x9y7@freipost.example",
	     .text = "Your Ottershop order",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_NOTICE, "otter"}}},
	    {.what = "from free mail, with the words of a post",
	     .name = "Otter Support Team",
	     .address = "otter.support@freipost.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "otter"},
			  {SENDER_FREEMAIL, LEVEL_WARNING, "otter"}}},
	    {.what = "honest: … from elsewhere",
	     .name = "Otter Support Team",
	     .address = "support@boese.example"},
	    {.what = "honest: a name that the free mailbox bears",
	     .name = "Otter",
	     .address = "anna.otter@freipost.example"},
	    {.what = "honest: not from free mail, with weak words",
	     .name = "Otter",
	     .address = "info@boese.example",
	     .text = "Your Ottershop account has been suspended"},
	    {.what = "honest: a longer name in brackets",
	     .name = "Otter",
	     .address = "otter@boese.example",
	     .subject = "[Ottermann] Your order",
	     .links = {"boese.example"}},
	    {.what = "not the whole name",
	     .name = "Hanako Otter",
	     .address = "info@boese.example",
	     .links = {"fremd.example"}},
	    {.what = "no address", .name = "Otter", .address = "", .links = {"fremd.example"}},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* A name one letter off a brand that is also a word (Amazom) counts where the mail names the brand. */
static void one_letter_off(void **state)
{
	static const struct weak_case CASES[] = {
	    {.what = "the text names it",
	     .name = "Karmesim",
	     .address = "info@boese.example",
	     .text = "Your Karmesin order",
	     .links = {"fremd.example"},
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "karmesin"}}},
	    {.what = "honest: the address bears the name",
	     .name = "Karmesim",
	     .address = "info@karmesim.example",
	     .text = "Your Karmesin order",
	     .links = {"fremd.example"}},
	    {.what = "honest: nothing names the brand",
	     .name = "Karmesim",
	     .address = "info@boese.example",
	     .links = {"fremd.example"}},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void what_a_list_passed_on(void **state)
{
	static const struct weak_case CASES[] = {
	    {.what = "a link to a stranger",
	     .name = "Hanako",
	     .address = "liste@verein2.example",
	     .listed = "zavelto",
	     .links = {"fremd.example"},
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "zavelto"}}},
	    {.what = "by a service that writes for anybody",
	     .name = "Hanako",
	     .address = "a@umfragen.example",
	     .listed = "zavelto",
	     .by_service = true,
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_NOTICE, "zavelto"}}},
	    {.what = "… with a link to the brand",
	     .name = "Hanako",
	     .address = "a@umfragen.example",
	     .listed = "zavelto",
	     .by_service = true,
	     .links = {"fremd.example", "zavelto.example"},
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_NOTICE, "zavelto"}}},
	    {.what = "a link to the brand beside a stranger",
	     .name = "Hanako",
	     .address = "liste@verein2.example",
	     .listed = "zavelto",
	     .links = {"fremd.example", "zavelto.example"},
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "zavelto"}}},
	    {.what = "honest: to the brand",
	     .name = "Hanako",
	     .address = "liste@verein2.example",
	     .listed = "zavelto",
	     .links = {"zavelto.example"}},
	    {.what = "honest: to its house",
	     .name = "Hanako",
	     .address = "liste@verein2.example",
	     .listed = "zavelto",
	     .links = {"quorbank.example"}},
	    {.what = "honest: no link",
	     .name = "Hanako",
	     .address = "liste@verein2.example",
	     .listed = "zavelto"},
	    {.what = "honest: a list that the user trusts",
	     .name = "Hanako",
	     .address = "alle@freund.example",
	     .listed = "zavelto",
	     .links = {"fremd.example"}},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* 【Zavelto】 heads the subject, the text names it, and the mail has a link, none of them to it. */
static void who_signs_in_a_brands_name(void **state)
{
	static const struct weak_case CASES[] = {
	    {.what = "a stranger's link",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "【ザベルト】ご確認",
	     .text = "ザベルトをご利用いただきありがとうございます",
	     .links = {"fremd.example"},
	     .signs = true},
	    {.what = "in other brackets, the sender's own link",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "Re: [Zavelto] your order",
	     .text = "Thank you for shopping with Zavelto.",
	     .links = {"boese.example"},
	     .signs = true},
	    {.what = "honest: a link to the brand",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "【Zavelto】",
	     .text = "Zavelto",
	     .links = {"fremd.example", "zavelto.example"}},
	    {.what = "honest: to its house",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "【Zavelto】",
	     .text = "Zavelto",
	     .links = {"fremd.example", "quorbank.example"}},
	    {.what = "honest: to other brands",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "【Zavelto】",
	     .text = "Zavelto",
	     .links = {"murvenex.example"}},
	    {.what = "honest: the brand itself",
	     .name = "Kundendienst",
	     .address = "info@zavelto.example",
	     .subject = "【Zavelto】",
	     .text = "Zavelto",
	     .links = {"fremd.example"}},
	    {.what = "honest: one that the user trusts",
	     .name = "Kundendienst",
	     .address = "oma@verein.example",
	     .subject = "【Zavelto】",
	     .text = "Zavelto",
	     .links = {"fremd.example"}},
	    {.what = "honest: no link",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "【Zavelto】",
	     .text = "Zavelto"},
	    {.what = "honest: the text does not name it",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "【Zavelto】",
	     .links = {"fremd.example"}},
	    {.what = "honest: more in the brackets",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "【Zavelto und andere】",
	     .text = "Zavelto",
	     .links = {"fremd.example"}},
	    {.what = "honest: without brackets",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "Zavelto",
	     .text = "Zavelto",
	     .links = {"fremd.example"}},
	    {.what = "brackets that do not close",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "【Zavelto",
	     .text = "Zavelto",
	     .links = {"fremd.example"}},
	    {.what = "brackets that close at the end of the subject",
	     .name = "Kundendienst",
	     .address = "info@boese.example",
	     .subject = "【",
	     .text = "Zavelto",
	     .links = {"fremd.example"}},
	    {.what = "no address",
	     .name = "Kundendienst",
	     .address = "",
	     .subject = "【Zavelto】",
	     .text = "Zavelto",
	     .links = {"fremd.example"}},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void links_to_strangers(void **state)
{
	static const struct {
		const char *link;
		bool stranger;
	} CASES[] = {
	    {"fremd.example", true},
	    {"zavelto.fremd.example", true},
	    {"wer.mietseiten.example", true}, /* anybody's page */
	    {"wer.seiten.murvenex.example", true},
	    {"?fremd.example", true},
	    {"zavelto.example", false},
	    {"post.zavelto.test", false}, /* where it writes from */
	    {"quorbank.example", false},
	    {"murvenex.example", false}, /* another listed house */
	    {"klick.versand.example", false},
	    {"?klick.versand.example", false},
	    {"ehrlich.example", false},
	    {"www.absender.example", false}, /* the sender's own */
	    {"", false},		     /* no hostname at all */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct weak_case c = {.name = "Hanako",
					    .address = "hanako@absender.example",
					    .links = {"zavelto.example", CASES[i].link}};
		struct weak weak;
		size_t want = CASES[i].stranger ? 1 : SIZE_MAX;

		read_weak(&c, &weak);
		if (impostor_link(&weak.mail, fixture_brand("zavelto")) != want ||
		    impostor_is_stranger(&weak.mail, 1, fixture_brand("zavelto")) !=
			CASES[i].stranger)
			fail_msg("%s", CASES[i].link);
		assert_false(impostor_is_stranger(&weak.mail, 0, fixture_brand("zavelto")));
	}
}

/* What a link shows and where it ends are two things; whose it surely is decides first. */
static void links_that_lead_on(void **state)
{
	static const struct {
		const char *hostname, *end, *leads_to;
		bool stranger;
	} CASES[] = {
	    {"weiter.example", "fremd.example", NULL, true},
	    {"weiter.example", "", NULL, true},
	    {"weiter.example", "", "zavelto", false},
	    {"weiter.example", "murvenex.example", NULL, false},
	    {"weiter.example", "ehrlich.example", NULL, false},
	    {"weiter.example", "absender.example", NULL, false},
	    {"versand.example", "fremd.example", NULL, false},
	};
	const struct weak_case c = {.address = "hanako@absender.example", .links = {"x.example"}};
	struct weak weak;

	(void)state;
	read_weak(&c, &weak);
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		weak.views[0] = (struct link_view){.hostname = span_of(CASES[i].hostname),
						   .end = span_of(CASES[i].end),
						   .leads_to = fixture_brand(CASES[i].leads_to)};
		if (impostor_is_stranger(&weak.mail, 0, fixture_brand("zavelto")) !=
		    CASES[i].stranger)
			fail_msg("%s, %s", CASES[i].hostname, CASES[i].end);
	}
}

static void links_that_imitate(void **state)
{
	static const struct {
		const char *link, *brand;
		bool imitates;
	} CASES[] = {
	    {"zave1to.example", "zavelto", true},
	    {"zaveltto.example", "zavelto", true},
	    {"zavletoo.example", "zavelto", true}, /* two letters, since it is asked about */
	    {"xn--zvelto-3nf.example", "zavelto", true},
	    {"zave1to.example", "zavelto-karte", true}, /* of one house */
	    {"zave1to.example", "murvenex", false},
	    {"zavelto-konto.example", "zavelto",
	     false}, /* other words beside it are no misspelling */
	    {"zavelto.example", "zavelto", false},
	    {"fremd.example", "zavelto", false},
	    {"", "zavelto", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct weak_case c = {.name = "Hanako",
					    .address = "hanako@absender.example",
					    .links = {CASES[i].link}};
		struct weak weak;

		read_weak(&c, &weak);
		if (impostor_link_imitates(&weak.mail, 0, fixture_brand(CASES[i].brand)) !=
		    CASES[i].imitates)
			fail_msg("%s, %s", CASES[i].link, CASES[i].brand);
	}
}

static void evidence(void **state)
{
	const struct weak_case c = {.name = "ザベルト Support", .address = "Info@boese.example"};
	struct weak weak;
	struct finding *finding;

	(void)state;
	read_weak(&c, &weak);
	finding =
	    impostor_finding(&weak.mail, SENDER_UNVERIFIED, LEVEL_NOTICE, fixture_brand("zavelto"));
	assert_int_equal(finding->target, TARGET_SENDER);
	assert_int_equal(finding->level, LEVEL_NOTICE);
	expect_text("claimed", c.name, finding->evidence[EVIDENCE_CLAIMED], c.name);
	expect_text("alias", c.name, finding->evidence[EVIDENCE_ALIAS], "ザベルト");
	expect_text("address", c.name, finding->evidence[EVIDENCE_ADDRESS], "Info@boese.example");
	expect_text("domain", c.name, finding->evidence[EVIDENCE_DOMAIN], "boese.example");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_word_as_the_name),    cmocka_unit_test(one_letter_off),
	    cmocka_unit_test(what_a_list_passed_on), cmocka_unit_test(who_signs_in_a_brands_name),
	    cmocka_unit_test(links_to_strangers),    cmocka_unit_test(links_that_lead_on),
	    cmocka_unit_test(links_that_imitate),    cmocka_unit_test(evidence),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
