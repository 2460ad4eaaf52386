/* Addresses and domains that a sender shows where they prove nothing. */
#include "house_fixture.h"

#include "detect/name_address.h"

struct shown_case {
	const char *what, *name, *address, *recipient;
	enum level level;
	const char *shown, *brand;
};

static void read_case(const struct shown_case *c, struct span *recipient, struct message *message,
		      struct mail *mail)
{
	*recipient = span_of(c->recipient);
	*message = (struct message){
	    .has_sender = true,
	    .sender_name = span_of(c->name),
	    .sender_address = span_of(c->address),
	    .recipients = recipient,
	    .recipient_count = c->recipient ? 1 : 0,
	};
	*mail = houses_mail(message);
}

static void check_shown(const struct shown_case *c)
{
	struct span recipient;
	struct message message;
	struct mail mail;
	const struct finding *found;

	read_case(c, &recipient, &message, &mail);
	name_address_check(&fixture.judge, &message, &mail.sender, &mail.claims, &mail.name,
			   &mail.findings);
	if ((mail.findings.count ? mail.findings.at[0].level : LEVEL_NONE) != c->level)
		fail_msg("%s: %zu findings", c->what, mail.findings.count);
	if (c->level == LEVEL_NONE)
		return;
	found = finding_of(&mail.findings, SENDER_NAME_ADDRESS);
	expect_text("shown", c->what, found->evidence[EVIDENCE_SHOWN], c->shown);
	expect_house("the brand", c->what, found->brand, c->brand);
	expect_text("claimed", c->what, found->evidence[EVIDENCE_CLAIMED], c->name);
	expect_text("address", c->what, found->evidence[EVIDENCE_ADDRESS], c->address);
}

static void shown_in_the_name(void **state)
{
	static const struct shown_case CASES[] = {
	    {"the recipient's address", "hanako@verein.example", "a@boese.example",
	     "Hanako@Verein.example", LEVEL_DANGER, "hanako@verein.example", NULL},
	    {"the recipient's domain", "verein.example Support", "a@boese.example",
	     "hanako@verein.example", LEVEL_DANGER, "verein.example", NULL},
	    {"the recipient's address at free mail", "hanako@freipost.example", "a@boese.example",
	     "hanako@freipost.example", LEVEL_DANGER, "hanako@freipost.example", NULL},
	    {"an address that the user trusts", "Oma@Verein.example", "a@boese.example", NULL,
	     LEVEL_DANGER, "oma@verein.example", NULL},
	    {"a domain that the user trusts", "freund.example", "a@boese.example", NULL,
	     LEVEL_DANGER, "freund.example", NULL},
	    {"a brand's domain", "zavelto.example", "a@boese.example", NULL, LEVEL_DANGER,
	     "zavelto.example", "zavelto"},
	    {"… over what may be one more of the brand's", "zavelto.example",
	     "a@zavelto-blumen.test", NULL, LEVEL_WARNING, "zavelto.example", "zavelto"},
	    {"… over what bears a telling word", "zavelto.example", "a@zavelto-login.test", NULL,
	     LEVEL_DANGER, "zavelto.example", "zavelto"},
	    {"… over one more, with an address", "info@zavelto.example", "a@zavelto-blumen.test",
	     NULL, LEVEL_DANGER, "info@zavelto.example", "zavelto"},
	    {"… in brackets", "Support (www.zavelto.example)", "a@boese.example", NULL,
	     LEVEL_DANGER, "www.zavelto.example", "zavelto"},
	    {"a brand's address among other words", "Hanako Suzuki info@zavelto.example",
	     "a@boese.example", NULL, LEVEL_DANGER, "info@zavelto.example", "zavelto"},
	    {"a hotel that can be booked there", "Hotel Blume zavelto.example", "a@boese.example",
	     NULL, LEVEL_WARNING, "zavelto.example", "zavelto"},
	    {"a stranger's address", "hanako@fremd.example", "a@boese.example", NULL, LEVEL_WARNING,
	     "hanako@fremd.example", NULL},
	    {"a brand's address over a relay, without via", "info@zavelto.example",
	     "a@umfragen.example", NULL, LEVEL_DANGER, "info@zavelto.example", "zavelto"},
	    {"a dot at the end", "zavelto.example.", "a@boese.example", NULL, LEVEL_DANGER,
	     "zavelto.example", "zavelto"},
	    /* honest */
	    {"the sender's own", "info@firma.example", "a@post.firma.example", NULL, LEVEL_NONE,
	     NULL, NULL},
	    {"the sender's own, of free mail", "a@freipost.example", "b@freipost.example", NULL,
	     LEVEL_NONE, NULL, NULL},
	    {"the brand's own", "www.zavelto.example", "a@post.zavelto.test", NULL, LEVEL_NONE,
	     NULL, NULL},
	    {"free mail that the recipient has, too, as a domain", "freipost.example",
	     "a@boese.example", "hanako@freipost.example", LEVEL_NONE, NULL, NULL},
	    {"a stranger's domain", "Node.js Weekly fremd.example", "a@boese.example", NULL,
	     LEVEL_NONE, NULL, NULL},
	    {"a number", "Version 1.2.3.4", "a@boese.example", NULL, LEVEL_NONE, NULL, NULL},
	    {"an @ in front", "@hanako", "a@boese.example", NULL, LEVEL_NONE, NULL, NULL},
	    {"no name", "", "a@boese.example", NULL, LEVEL_NONE, NULL, NULL},
	    {"no address", "zavelto.example", "", NULL, LEVEL_NONE, NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check_shown(&CASES[i]);
}

/* Behind "via" a list's server may stand for the people that write to it. */
static void shown_by_lists(void **state)
{
	static const struct shown_case CASES[] = {
	    {"a stranger's address", "hanako@fremd.example via Liste", "liste@anders.example",
	     "taro@verein.example", LEVEL_NONE, NULL, NULL},
	    {"a brand's address, by a carrier that nothing vouches for",
	     "info@zavelto.example via Liste", "liste@anders.example", "taro@verein.example",
	     LEVEL_DANGER, "info@zavelto.example", "zavelto"},
	    {"… by the recipient's own organisation", "info@zavelto.example via Liste",
	     "liste@verein.example", "taro@verein.example", LEVEL_NONE, NULL, NULL},
	    {"… by a relay of the catalogue", "info@zavelto.example via Umfragen",
	     "a@umfragen.example", "taro@verein.example", LEVEL_NONE, NULL, NULL},
	};
	struct shown_case listed = {
	    "a list's", "info@zavelto.example", "a@boese.example", NULL, LEVEL_NONE, NULL, NULL};
	struct span recipient;
	struct message message;
	struct mail mail;

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check_shown(&CASES[i]);
	read_case(&listed, &recipient, &message, &mail);
	mail.name.listed = fixture_brand("zavelto");
	name_address_check(&fixture.judge, &message, &mail.sender, &mail.claims, &mail.name,
			   &mail.findings);
	assert_int_equal(mail.findings.count, 0);
}

struct held_case {
	const char *what, *name, *address, *recipient;
	const char *where, *part; /* NULL: nothing is held */
};

static void the_recipient_in_the_sender(void **state)
{
	static const struct held_case CASES[] = {
	    {"the address", "hanako@verein.example Support", "a@boese.example",
	     "Hanako@verein.example", "address-in-name", "Hanako@verein.example"},
	    {"the address in another form", "Support", "hanako_verein.example@boese.example",
	     "hanako@verein.example", "address-in-address", "hanako@verein.example"},
	    {"… and another", "Support", "hanako=verein.example@boese.example",
	     "hanako@verein.example", "address-in-address", "hanako@verein.example"},
	    {"the domain in the name", "verein.example Support", "a@boese.example",
	     "hanako@verein.example", "domain-in-name", "verein.example"},
	    {"the domain in the address", "Support", "a@verein.example.boese.example",
	     "hanako@verein.example", "domain-in-address", "verein.example"},
	    {"in its own letters", "日本語.jp Support", "a@boese.example", "hanako@日本語.jp",
	     "domain-in-name", "日本語.jp"},
	    {"the local part in the address", "Support", "suzuki-hanako.x@boese.example",
	     "suzuki-hanako@verein.example", "local-part-in-address", "suzuki-hanako"},
	    {"the local part in the name", "Suzuki", "a@boese.example", "suzuki@verein.example",
	     "local-part-in-name", "suzuki"},
	    {"between Japanese words", "鈴木suzuki様", "a@boese.example", "suzuki@verein.example",
	     "local-part-in-name", "suzuki"},
	    /* honest */
	    {"of one organisation", "verein.example", "a@it.verein.example",
	     "hanako@verein.example", NULL, NULL},
	    {"an official sender", "hanako@verein.example", "info@zavelto.example",
	     "hanako@verein.example", NULL, NULL},
	    {"the domain of free mail", "freipost.example", "a@boese.example",
	     "suzuki@freipost.example", NULL, NULL},
	    {"both of free mail", "Suzuki", "taro@freipost.example", "suzuki@freipost.example",
	     NULL, NULL},
	    {"a part of a word", "Suzukimoto", "a@boese.example", "suzuki@verein.example", NULL,
	     NULL},
	    {"the end of a word", "Mysuzuki", "a@boese.example", "suzuki@verein.example", NULL,
	     NULL},
	    {"a part of a word with an accent", "Suzukiör", "a@boese.example",
	     "suzuki@verein.example", NULL, NULL},
	    {"a short local part", "Otto", "a@boese.example", "otto@verein.example", NULL, NULL},
	    {"the longest of the short ones", "Tanja", "a@boese.example", "tanja@verein.example",
	     NULL, NULL},
	    {"a post, not a person", "Support", "a@boese.example", "support@verein.example", NULL,
	     NULL},
	    {"the same local part", "Hanako", "suzuki@boese.example", "suzuki@verein.example", NULL,
	     NULL},
	    {"a recipient without a domain", "hanako@localhost", "a@boese.example",
	     "hanako@localhost", NULL, NULL},
	    {"nobody", "Suzuki", "a@boese.example", NULL, NULL, NULL},
	    {"no address", "suzuki@verein.example", "", "suzuki@verein.example", NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct held_case *c = &CASES[i];
		const struct shown_case shown = {
		    .name = c->name, .address = c->address, .recipient = c->recipient};
		struct span recipient;
		struct message message;
		struct mail mail;
		struct held_recipient held;

		read_case(&shown, &recipient, &message, &mail);
		held = name_address_recipient(&fixture.judge, fixture.arena, &message, &mail.sender,
					      &mail.name);
		if ((held.address.len > 0) != (c->where != NULL))
			fail_msg("%s: %sheld", c->what, c->where ? "not " : "");
		if (!c->where)
			continue;
		expect_text("where", c->what, span_of(held.where), c->where);
		expect_text("part", c->what, held.part, c->part);
		assert_int_equal(held.local_in_name, strcmp(c->where, "local-part-in-name") == 0);
	}
}

static void a_full_arena_is_no_crash(void **state)
{
	struct arena *whole = fixture.arena;
	const struct shown_case c = {.name = "hanako@verein.example info@zavelto.example",
				     .address = "hanako=verein.example@boese.example",
				     .recipient = "hanako@verein.example"};
	bool failed = true;

	(void)state;
	for (size_t cap = 64; failed; cap += cap / 4) {
		struct span recipient;
		struct message message;
		struct mail mail;

		fixture.arena = arena_new(cap);
		assert_non_null(fixture.arena);
		read_case(&c, &recipient, &message, &mail);
		name_address_check(&fixture.judge, &message, &mail.sender, &mail.claims, &mail.name,
				   &mail.findings);
		(void)name_address_recipient(&fixture.judge, fixture.arena, &message, &mail.sender,
					     &mail.name);
		failed = arena_failed(fixture.arena);
		arena_free(&fixture.arena);
	}
	fixture.arena = whole;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(shown_in_the_name),
	    cmocka_unit_test(shown_by_lists),
	    cmocka_unit_test(the_recipient_in_the_sender),
	    cmocka_unit_test(a_full_arena_is_no_crash),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
