/* Mail that a list, a mail server or a service for many passed on, and what only looks like it. */
#include "house_fixture.h"

#include "detect/list_mail.h"

struct list_case {
	const char *what, *name, *address, *recipient;
	const char *mailed_by;
	bool expected;
};

struct reading {
	struct span recipient;
	struct message message;
	struct mail mail;
};

static void read_case(const struct list_case *c, struct reading *r)
{
	r->recipient = span_of(c->recipient);
	r->message = (struct message){
	    .has_sender = true,
	    .sender_name = span_of(c->name),
	    .sender_address = span_of(c->address),
	    .recipients = &r->recipient,
	    .recipient_count = c->recipient ? 1 : 0,
	    .auth = {.shown = c->mailed_by, .mailed_by = span_of(c->mailed_by)},
	};
	r->mail = houses_mail(&r->message);
}

static void lists_pass_mail_on(void **state)
{
	static const struct list_case CASES[] = {
	    {.what = "a list of the recipient's own organisation",
	     .name = "'Zavelto' via Buchhaltung",
	     .address = "buchhaltung@verein.example",
	     .recipient = "hanako@verein.example",
	     .expected = true},
	    {.what = "one that the user trusts",
	     .name = "Zavelto via Freunde",
	     .address = "alle@freund.example",
	     .recipient = "hanako@verein.example",
	     .expected = true},
	    {.what = "a host of lists, by the list's name",
	     .name = "Zavelto via Dev-List",
	     .address = "dev-list@lists.fremd.example",
	     .recipient = "hanako@verein.example",
	     .expected = true},
	    {.what = "経由",
	     .name = "ザベルト 経由 dev-list",
	     .address = "dev-list@ml.fremd.example",
	     .recipient = "hanako@verein.example",
	     .expected = true},
	    {.what = "a stranger's address",
	     .name = "Zavelto via Buchhaltung",
	     .address = "buchhaltung@fremd.example",
	     .recipient = "hanako@verein.example"},
	    {.what = "a host of lists, by another name",
	     .name = "Zavelto via Kunden",
	     .address = "dev-list@lists.fremd.example",
	     .recipient = "hanako@verein.example"},
	    {.what = "a host of lists that writes out an address",
	     .name = "info@zavelto.example via Dev-List",
	     .address = "dev-list@lists.fremd.example",
	     .recipient = "hanako@verein.example"},
	    {.what = "a list's name elsewhere",
	     .name = "Zavelto via Dev-List",
	     .address = "dev-list@fremd.example",
	     .recipient = "hanako@verein.example"},
	    {.what = "a list without a name",
	     .name = "Zavelto via",
	     .address = "--@lists.fremd.example",
	     .recipient = "hanako@verein.example"},
	    {.what = "a host that only ends so",
	     .name = "Zavelto via Dev-List",
	     .address = "dev-list@mailinglists.fremd.example",
	     .recipient = "hanako@verein.example"},
	    {.what = "free mail that the recipient has, too",
	     .name = "Zavelto via Buchhaltung",
	     .address = "buchhaltung@freipost.example",
	     .recipient = "hanako@freipost.example"},
	    {.what = "a name without via",
	     .name = "Zavelto Buchhaltung",
	     .address = "buchhaltung@verein.example",
	     .recipient = "hanako@verein.example"},
	    {.what = "shown authentication speaks against it",
	     .name = "Zavelto via Buchhaltung",
	     .address = "buchhaltung@verein.example",
	     .recipient = "hanako@verein.example",
	     .mailed_by = "boese.example"},
	    {.what = "shown authentication speaks for it",
	     .name = "Zavelto via Buchhaltung",
	     .address = "buchhaltung@verein.example",
	     .recipient = "hanako@verein.example",
	     .mailed_by = "verein.example",
	     .expected = true},
	    {.what = "a brand's own address",
	     .name = "Zavelto via Murvenex",
	     .address = "info@murvenex.example",
	     .recipient = "hanako@murvenex.example"},
	    {.what = "an address that a brand does not publish",
	     .name = "Zavelto via Plinqora",
	     .address = "info@plinqora.example",
	     .recipient = "hanako@plinqora.example"},
	    {.what = "no address",
	     .name = "Zavelto via Buchhaltung",
	     .address = "",
	     .recipient = "hanako@verein.example"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct reading r;

		read_case(&CASES[i], &r);
		if (list_mail(&fixture.judge, fixture.arena, &r.message, &r.mail.sender,
			      &r.mail.name) != CASES[i].expected)
			fail_msg("%s", CASES[i].what);
	}
}

static void hosts_of_lists(void **state)
{
	static const char *const LABELS[] = {"groups",	 "list",    "listes", "lists",
					     "listserv", "mailman", "ml",     "googlegroups"};

	(void)state;
	for (size_t i = 0; i < sizeof(LABELS) / sizeof(*LABELS); i++) {
		struct list_case c = {.name = "Zavelto via Dev-List"};
		struct reading r;
		char address[80];

		snprintf(address, sizeof(address), "dev-list@%s.example", LABELS[i]);
		c.address = address;
		read_case(&c, &r);
		if (!list_mail(&fixture.judge, fixture.arena, &r.message, &r.mail.sender,
			       &r.mail.name))
			fail_msg("%s", address);
	}
}

static void servers_report(void **state)
{
	static const struct list_case CASES[] = {
	    {.what = "the postmaster of one's own",
	     .name = "Murvenex",
	     .address = "Postmaster@post.verein.example",
	     .recipient = "hanako@verein.example",
	     .expected = true},
	    {.what = "the daemon",
	     .name = "Murvenex",
	     .address = "MAILER-DAEMON@verein.example",
	     .recipient = "hanako@verein.example",
	     .expected = true},
	    {.what = "Exchange",
	     .name = "Murvenex",
	     .address = "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@verein.example",
	     .recipient = "hanako@verein.example",
	     .expected = true},
	    {.what = "a mailbox service of the brand that the name claims",
	     .name = "Murvenex",
	     .address = "postmaster@seiten.murvenex.example",
	     .recipient = "hanako@verein.example",
	     .expected = true},
	    {.what = "that of another brand",
	     .name = "Zavelto",
	     .address = "postmaster@seiten.murvenex.example",
	     .recipient = "hanako@verein.example"},
	    {.what = "a stranger's postmaster",
	     .name = "Murvenex",
	     .address = "postmaster@fremd.example",
	     .recipient = "hanako@verein.example"},
	    {.what = "somebody of one's own",
	     .name = "Murvenex",
	     .address = "postmasters@verein.example",
	     .recipient = "hanako@verein.example"},
	    {.what = "shown authentication speaks against it",
	     .name = "Murvenex",
	     .address = "postmaster@verein.example",
	     .recipient = "hanako@verein.example",
	     .mailed_by = "boese.example"},
	    {.what = "a postmaster without a domain",
	     .name = "Murvenex",
	     .address = "postmaster",
	     .recipient = "hanako@verein.example"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct reading r;

		read_case(&CASES[i], &r);
		if (list_mail_report(&fixture.judge, fixture.arena, &r.message, &r.mail.sender,
				     r.mail.claims.strong[0]) != CASES[i].expected)
			fail_msg("%s", CASES[i].what);
	}
}

static void services_write_for_many(void **state)
{
	static const struct list_case CASES[] = {
	    {.what = "a service for many",
	     .name = "Zavelto",
	     .address = "umfrage@umfragen.example",
	     .expected = true},
	    {.what = "a customer's place that is called like the brand",
	     .name = "Zavelto",
	     .address = "support@zavelto.versand.example",
	     .expected = true},
	    {.what = "… in other letters that look the same",
	     .name = "Zavelto",
	     .address = "support@zave1to.versand.example"},
	    {.what = "another customer's place",
	     .name = "Zavelto",
	     .address = "support@boese.versand.example"},
	    {.what = "a place below the customer's",
	     .name = "Zavelto",
	     .address = "support@zavelto.boese.versand.example"},
	    {.what = "the mail service itself",
	     .name = "Zavelto",
	     .address = "support@versand.example"},
	    {.what = "a brand's own relay is that brand's",
	     .name = "Zavelto",
	     .address = "geteilt@murvenex.example"},
	    {.what = "… a domain for that, too",
	     .name = "Zavelto",
	     .address = "geteilt@dokumente.murvenex.example"},
	    {.what = "a brand's place at a service, with an address that it does not publish",
	     .name = "Plinqora",
	     .address = "info@plinqora.umfragen.example"},
	    {.what = "shown authentication speaks against it",
	     .name = "Zavelto",
	     .address = "umfrage@umfragen.example",
	     .mailed_by = "boese.example"},
	    {.what = "the brand's own place at the service is official",
	     .name = "Drovant",
	     .address = "info@drovant.umfragen.example"},
	    {.what = "nobody's address", .name = "Zavelto", .address = "info@boese.example"},
	    {.what = "no address", .name = "Zavelto", .address = ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct reading r;

		read_case(&CASES[i], &r);
		if (list_mail_service(&fixture.judge, fixture.arena, &r.mail.sender,
				      r.mail.claims.strong[0]) != CASES[i].expected)
			fail_msg("%s", CASES[i].what);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lists_pass_mail_on),
	    cmocka_unit_test(hosts_of_lists),
	    cmocka_unit_test(servers_report),
	    cmocka_unit_test(services_write_for_many),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
