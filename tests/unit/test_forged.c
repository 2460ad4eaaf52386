/* What beside an official address tells that a mail is none of the brand's. */
#include "house_fixture.h"

#include "detect/forged.h"

#define LINKS 2

struct forged_case {
	const char *what, *name, *address, *text;
	struct {
		const char *hostname;
		enum level level;
	} links[LINKS];
	bool strong;
	size_t link; /* counted from one; 0: none */
	const char *subject, *brand;
};

static void check(const struct forged_case *c)
{
	struct message message = {.sender_name = span_of(c->name),
				  .sender_address = span_of(c->address),
				  .subject = span_of(c->subject),
				  .text = span_of(c->text)};
	struct mail mail = houses_mail(&message);
	struct link_view views[LINKS];
	size_t link;

	mail.links = views;
	for (size_t i = 0; i < LINKS && c->links[i].hostname; i++) {
		views[i] = house_link(c->links[i].hostname);
		views[i].level = c->links[i].level;
		mail.link_count++;
	}
	link = forged_link(&mail, fixture_brand(c->brand ? c->brand : "zavelto"), c->strong);
	if (link != (c->link ? c->link - 1 : SIZE_MAX))
		fail_msg("%s: link %zd", c->what, (ssize_t)link);
}

#define CHECK_ALL(table)                                            \
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) \
	check(&table[i])

#define OWN "konto@zavelto.example"
#define PERSON "hanako.suzuki@zavelto.example"
#define WORDS "Immediate action required"

static void beside_strong_evidence(void **state)
{
	static const struct forged_case CASES[] = {
	    {.what = "a stranger's link",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"fremd.example", 0}},
	     .strong = true,
	     .link = 1},
	    {.what = "… behind the brand's own",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"zavelto.example", 0}, {"fremd.example", 0}},
	     .strong = true,
	     .link = 2},
	    {.what = "honest: no link", .name = "Zavelto", .address = OWN, .strong = true},
	    {.what = "honest: the brand's own",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"zavelto.example", 0}},
	     .strong = true},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static const struct forged_case WORDING_CASES[] = {
    {.what = "a link that imitates, though another leads home",
     .name = "Zavelto",
     .address = OWN,
     .text = WORDS,
     .links = {{"zave1to.example", 0}, {"zavelto.example", 0}},
     .link = 1},
    {.what = "a stranger's link alone",
     .name = "Zavelto",
     .address = OWN,
     .text = WORDS,
     .links = {{"fremd.example", 0}},
     .link = 1},
    {.what = "from a post",
     .name = "",
     .address = "no-reply@zavelto.example",
     .text = WORDS,
     .links = {{"fremd.example", 0}},
     .link = 1},
    {.what = "honest: a link home beside it",
     .name = "Zavelto",
     .address = OWN,
     .text = WORDS,
     .links = {{"fremd.example", 0}, {"zavelto.example", 0}}},
    {.what = "honest: to the house",
     .name = "Zavelto",
     .address = OWN,
     .text = WORDS,
     .links = {{"fremd.example", 0}, {"quorbank.example", 0}}},
    {.what = "the sender's own that leads on to somewhere is none home",
     .name = "Zavelto",
     .address = OWN,
     .text = WORDS,
     .links = {{"fremd.example", 0}, {"?www.zavelto.example", 0}},
     .link = 1},
    {.what = "honest: an employee",
     .name = "Hanako Suzuki",
     .address = PERSON,
     .text = WORDS,
     .links = {{"fremd.example", 0}}},
    {.what = "honest: … who names the house",
     .name = "Hanako Suzuki",
     .address = PERSON,
     .text = WORDS " from Zavelto",
     .links = {{"fremd.example", 0}}},
    {.what = "in the subject",
     .name = "Zavelto",
     .address = OWN,
     .links = {{"fremd.example", 0}},
     .link = 1,
     .subject = WORDS},
    {.what = "honest: no wording",
     .name = "Zavelto",
     .address = OWN,
     .text = "Hello",
     .links = {{"fremd.example", 0}}},
    {.what = "honest: no wording beside a near miss that leads nowhere odd",
     .name = "Zavelto",
     .address = OWN,
     .text = "Hello",
     .links = {{"zave1to.example", 0}, {"zavelto.example", 0}}},
    {.what = "honest: its users' pages are its own matter",
     .name = "Murvenex",
     .address = "konto@murvenex.example",
     .text = WORDS,
     .links = {{"fremd.example", 0}, {"?wer.seiten.murvenex.example", 0}},
     .brand = "murvenex"},
    {.what = "… not those of another",
     .name = "Zavelto",
     .address = OWN,
     .text = WORDS,
     .links = {{"fremd.example", 0}, {"?wer.seiten.murvenex.example", 0}},
     .link = 1},
};

static void beside_any_wording(void **state)
{
	(void)state;
	CHECK_ALL(WORDING_CASES);
}

static void odd_links(void **state)
{
	static const struct forged_case CASES[] = {
	    {.what = "suspected by itself",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"fremd.example", LEVEL_WARNING}},
	     .link = 1},
	    {.what = "the second is",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"fremd.example", 0}, {"boese.example", LEVEL_DANGER}},
	     .link = 2},
	    {.what = "anybody's web space",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"wer.mietseiten.example", LEVEL_NOTICE}},
	     .link = 1},
	    {.what = "another brand's users' pages",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"wer.seiten.murvenex.example", LEVEL_NOTICE}},
	     .link = 1},
	    {.what = "a shortener",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"?kurz.example", LEVEL_NOTICE}},
	     .link = 1},
	    {.what = "honest: only a known house's is",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"fremd.example", 0}, {"murvenex.example", LEVEL_WARNING}}},
	    {.what = "honest: a notice elsewhere",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"fremd.example", LEVEL_NOTICE}}},
	    {.what = "honest: web space of which nothing was said",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"wer.mietseiten.example", 0}}},
	    {.what = "honest: a link home beside it",
	     .name = "Zavelto",
	     .address = OWN,
	     .links = {{"wer.mietseiten.example", LEVEL_NOTICE}, {"zavelto.example", 0}}},
	    {.what = "honest: an employee",
	     .name = "Hanako Suzuki",
	     .address = PERSON,
	     .links = {{"wer.mietseiten.example", LEVEL_NOTICE}}},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* no-reply, info7, account-update; not who bears the name that the address shows. */
static void posts_and_persons(void **state)
{
	static const struct {
		const char *name, *local;
		bool post;
	} CASES[] = {
	    {"", "info", true},
	    {"", "info7", true},
	    {"", "account-update", true},
	    {"", "no-reply", true},
	    {"Hanako", "ACCOUNT.xyzzy", true},
	    {"Ann Lee", "ann.account", true},
	    {"Anna Lee", "anna.account", false},
	    {"", "hanako.suzuki", false},
	    {"Hanako Suzuki", "hanako.suzuki", false},
	    {"Hanako Suzuki", "suzuki-account", false},
	    {"", "", false},
	    {"", "a.b.c", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		char address[80];
		struct forged_case c = {.what = CASES[i].local,
					.name = CASES[i].name,
					.address = address,
					.text = WORDS,
					.links = {{"fremd.example", 0}},
					.link = CASES[i].post ? 1 : 0};

		snprintf(address, sizeof(address), "%s@zavelto.example", CASES[i].local);
		check(&c);
	}
}

static void links_that_are_not_there(void **state)
{
	static const struct {
		const char *what, *name, *address, *text, *pointer;
		bool link, cut;
	} CASES[] = {
	    {"in English", "Zavelto", OWN, WORDS ". Click here", "click here", false, false},
	    {"in Japanese, from a post", "", "no-reply@zavelto.example",
	     "アカウントを一時停止しました。ご変更はこちらから", "こちらから", false, false},
	    {"a button's words", "Zavelto", OWN,
	     "アカウントを停止しました\nザベルト ログイン\n以上", "ザベルトログイン", false, false},
	    {"a link", "Zavelto", OWN, WORDS ". Click here", NULL, true, false},
	    {"a link that is written out", "Zavelto", OWN,
	     WORDS ". Click here: www.zavelto.example", NULL, false, false},
	    {"not all was handed over", "Zavelto", OWN, WORDS ". Click here", NULL, false, true},
	    {"no campaign's words", "Zavelto", OWN, "Click here", NULL, false, false},
	    {"nothing to follow", "Zavelto", OWN, WORDS, NULL, false, false},
	    {"what follows is text", "Zavelto", OWN,
	     "アカウントを一時停止しました。以下の内容をご確認ください", NULL, false, false},
	    {"a person", "Hanako Suzuki", PERSON, WORDS ". Click here", NULL, false, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct message message = {.sender_name = span_of(CASES[i].name),
					  .sender_address = span_of(CASES[i].address),
					  .text = span_of(CASES[i].text),
					  .cut = CASES[i].cut};
		struct mail mail = houses_mail(&message);
		struct link_view view = house_link("fremd.example");

		mail.links = &view;
		mail.link_count = CASES[i].link;
		expect_text(CASES[i].what, "the pointer",
			    forged_pointer(&mail, fixture_brand("zavelto")), CASES[i].pointer);
		arena_reset(fixture.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(beside_strong_evidence),
	    cmocka_unit_test(beside_any_wording),
	    cmocka_unit_test(odd_links),
	    cmocka_unit_test(posts_and_persons),
	    cmocka_unit_test(links_that_are_not_there),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
