/* Mail that speaks in a brand's name without its name above it, and mail that only writes about one. */
#include "house_fixture.h"

#include "detect/spoken.h"

struct spoken_case {
	const char *what, *name, *address, *subject, *text, *link, *brand;
};

static struct span reader = SPAN("leser@heim.example");

static void check(const struct spoken_case *c)
{
	struct message message = {
	    .has_sender = true,
	    .sender_name = span_of(c->name),
	    .sender_address = span_of(c->address),
	    .recipients = &reader,
	    .recipient_count = 1,
	    .subject = span_of(c->subject),
	    .text = span_of(c->text),
	};
	struct mail mail = houses_mail(&message);
	struct link_view view;

	if (c->link) {
		view = house_link(c->link);
		mail.links = &view;
		mail.link_count = 1;
	}
	expect_house(c->what, "the brand", spoken_brand(&mail), c->brand);
	spoken_check(&mail);
	expect_findings(c->what, &mail.findings,
			(struct expected[EXPECTED]){
			    {SENDER_UNOFFICIAL, c->brand ? LEVEL_WARNING : LEVEL_NONE, c->brand}});
	if (c->brand) {
		expect_text(c->what, "the problem", mail.findings.at[0].evidence[EVIDENCE_PROBLEM],
			    "spoken-for");
		assert_int_equal(mail.sender.state, SENDER_UNOFFICIAL_STATE);
	}
	assert_false(arena_failed(fixture.arena));
	arena_reset(fixture.arena);
}

#define POST "Account Team"
#define FROM "post@absender.example"
#define ELSEWHERE "fremd.example"
#define SUBJECT "Your Zavelto account has been suspended"

static void who_speaks_for_a_house(void **state)
{
	static const struct spoken_case CASES[] = {
	    {"a post", POST, FROM, SUBJECT, "", ELSEWHERE, "zavelto"},
	    {"no name", "", FROM, SUBJECT, "", ELSEWHERE, "zavelto"},
	    {"some name, the house in the subject", "Hilde", FROM, SUBJECT, "", ELSEWHERE,
	     "zavelto"},
	    {"some name, the reader's account in the text", "Hilde", FROM, "",
	     "Dear Zavelto customer, your account has been suspended", ELSEWHERE, "zavelto"},
	    {"a post, the house in the text", POST, FROM, "", "Zavelto. Verify your identity",
	     ELSEWHERE, "zavelto"},
	    {"a post that leads to itself", POST, FROM, SUBJECT, "", "absender.example", "zavelto"},
	    {"a link that hides", POST, FROM, SUBJECT, "", "?kurz.example", "zavelto"},
	    {"in Japanese", "お客様サポート", FROM, "",
	     "ザベルトをご利用いただきありがとうございます。アカウント情報をご確認ください",
	     "absender.example", "zavelto"},
	    {"signed, leading to itself", POST, FROM, "【Zavelto】Account suspended", "",
	     "absender.example", "zavelto"},
	    {"free mail", POST, "post@freipost.example", SUBJECT, "", ELSEWHERE, "zavelto"},
	    {"its address in the text", POST, FROM, SUBJECT, "https://absender.example/", ELSEWHERE,
	     "zavelto"},
	    {"a second house beside it", POST, FROM, SUBJECT, "Murvenex", ELSEWHERE, "zavelto"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check(&CASES[i]);
}

static void who_only_names_one(void **state)
{
	static const struct spoken_case CASES[] = {
	    {"no wording", POST, FROM, "Your Zavelto account", "Hello", ELSEWHERE, NULL},
	    {"no link", POST, FROM, SUBJECT, "", NULL, NULL},
	    {"a link to the house", POST, FROM, SUBJECT, "", "zavelto.example", NULL},
	    {"a link of its house", POST, FROM, SUBJECT, "", "quorbank.example", NULL},
	    {"a link of an honest third", POST, FROM, SUBJECT, "", "ehrlich.example", NULL},
	    {"the house itself", POST, "post@zavelto.example", SUBJECT, "", ELSEWHERE, NULL},
	    {"another house", POST, "post@murvenex.example", SUBJECT, "", ELSEWHERE, NULL},
	    {"whom the reader trusts", POST, "post@freund.example", SUBJECT, "", ELSEWHERE, NULL},
	    {"the reader's own house", POST, "it@heim.example", SUBJECT, "", ELSEWHERE, NULL},
	    {"a mail service", POST, "post@versand.example", SUBJECT, "", ELSEWHERE, NULL},
	    {"no address", POST, "", SUBJECT, "", ELSEWHERE, NULL},
	    {"an answer", POST, FROM, "Re: " SUBJECT, "", ELSEWHERE, NULL},
	    {"passed on", POST, FROM, SUBJECT, "---- Original Message ----", ELSEWHERE, NULL},
	    {"passed on in Japanese", POST, FROM, "転送: " SUBJECT, "", ELSEWHERE, NULL},
	    {"a sender who names himself", POST, FROM, SUBJECT, "Absender News", ELSEWHERE, NULL},
	    {"… in his display name", "Absender Support", FROM, SUBJECT, "", ELSEWHERE, NULL},
	    {"… at a sentence's end", POST, "post@ab-sender.example", SUBJECT,
	     "Welcome to Ab Sender.", ELSEWHERE, NULL},
	    {"some name that leads to itself", "Hilde", FROM, SUBJECT, "", "absender.example",
	     NULL},
	    {"some name, the house in the text", "Hilde", FROM, "", "Zavelto. Verify your identity",
	     ELSEWHERE, NULL},
	    {"a post that leads to itself, no account of the reader's", POST, FROM,
	     "Payment by Zavelto declined", "", "absender.example", NULL},
	    {"other brackets are no signature", POST, FROM, "(Zavelto) Account suspended", "",
	     "absender.example", NULL},
	    {"some name, signed, leading to itself", "Hilde", FROM, "【Zavelto】Account suspended",
	     "", "absender.example", NULL},
	    {"many houses", POST, FROM, SUBJECT, "Murvenex, Plinqora, Karmesin, Drovant", ELSEWHERE,
	     NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check(&CASES[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(who_speaks_for_a_house),
	    cmocka_unit_test(who_only_names_one),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
