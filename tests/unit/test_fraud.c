/* Requests that are frauds in themselves: from whom they count, and what honest people write. */
#include "house_fixture.h"

#include "detect/fraud.h"

struct fraud_case {
	const char *what, *address, *subject, *text, *link;
	enum level level;
	const char *problem, *brand;
	enum auth_result auth; /* shown, where it is not AUTH_UNKNOWN */
};

static struct span reader = SPAN("leser@heim.example");

static void check(const struct fraud_case *c)
{
	struct message message = {
	    .has_sender = true,
	    .sender_address = span_of(c->address),
	    .recipients = &reader,
	    .recipient_count = 1,
	    .subject = span_of(c->subject),
	    .text = span_of(c->text),
	    .auth = {.shown = c->auth != AUTH_UNKNOWN, .result = c->auth},
	};
	struct mail mail = houses_mail(&message);
	struct link_view view;

	if (c->link) {
		view = house_link(c->link);
		mail.links = &view;
		mail.link_count = 1;
	}
	fraud_check(&mail);
	expect_findings(c->what, &mail.findings,
			(struct expected[EXPECTED]){{FRAUD_REQUESTED, c->level, c->brand}});
	if (c->level) {
		const struct finding *finding = finding_of(&mail.findings, FRAUD_REQUESTED);

		expect_text(c->what, "the problem", finding->evidence[EVIDENCE_PROBLEM],
			    c->problem);
		assert_true(finding->target == (c->text[0] ? TARGET_TEXT : TARGET_SUBJECT));
		assert_true(finding->evidence[EVIDENCE_PHRASE].len > 0);
	}
	assert_false(arena_failed(fixture.arena));
	arena_reset(fixture.arena);
}

#define CHECK_ALL(table)                                            \
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) \
	check(&table[i])

#define CARDS "I need you to buy gift cards. Send me the codes"
#define GROUP "LINEグループを作成し、QRコードをこのメールに返信してください"
#define CALL "Zavelto has charged $499. To cancel call 888-555-0143"

static void what_is_asked(void **state)
{
	static const struct fraud_case CASES[] = {
	    {"gift cards", "a@freipost.example", "", CARDS, NULL, LEVEL_WARNING, "gift-cards", NULL,
	     0},
	    {"… in the subject", "a@freipost.example", CARDS, "", NULL, LEVEL_WARNING, "gift-cards",
	     NULL, 0},
	    {"… from a firm", "a@fremd.example", "", CARDS, NULL, LEVEL_WARNING, "gift-cards", NULL,
	     0},
	    {"… without an address", "", "", CARDS, NULL, LEVEL_WARNING, "gift-cards", NULL, 0},
	    {"… in an answer", "a@fremd.example", "Re: task", CARDS, NULL, LEVEL_WARNING,
	     "gift-cards", NULL, 0},
	    {"… passed on", "a@fremd.example", "Fwd: task", CARDS, NULL, LEVEL_NOTICE, "gift-cards",
	     NULL, 0},
	    {"… from the reader's house", "a@heim.example", "", CARDS, NULL, LEVEL_NOTICE,
	     "gift-cards", NULL, 0},
	    {"… which is shown to be false", "a@heim.example", "", CARDS, NULL, LEVEL_WARNING,
	     "gift-cards", NULL, AUTH_FAIL},
	    {"… from a friend", "a@freund.example", "", CARDS, NULL, LEVEL_NONE, NULL, NULL, 0},
	    {"… from a house", "a@zavelto.example", "", CARDS, NULL, LEVEL_NONE, NULL, NULL, 0},
	    {"… from a house that carries words of others", "geteilt@murvenex.example", "", CARDS,
	     NULL, LEVEL_WARNING, "gift-cards", NULL, 0},
	    {"… that somebody tells of", "a@fremd.example", "", "Mails saying \"" CARDS "\"", NULL,
	     LEVEL_NONE, NULL, NULL, 0},
	    {"a group", "a@fremd.example", "", GROUP, NULL, LEVEL_WARNING, "chat-group", NULL, 0},
	    {"nothing", "a@fremd.example", "", "Hello", NULL, LEVEL_NONE, NULL, NULL, 0},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void numbers_to_call(void **state)
{
	static const struct fraud_case CASES[] = {
	    {"in a house's name", "a@freipost.example", "", CALL, NULL, LEVEL_WARNING, "call-back",
	     "zavelto", 0},
	    {"… with a stranger's link", "a@fremd.example", "", CALL, "fremd.example",
	     LEVEL_WARNING, "call-back", "zavelto", 0},
	    {"… with a link to the house", "a@fremd.example", "", CALL, "zavelto.example",
	     LEVEL_NONE, NULL, NULL, 0},
	    {"… from a firm that names itself", "a@klempner.example", "", "Klempner. " CALL, NULL,
	     LEVEL_NONE, NULL, NULL, 0},
	    {"… from the house", "a@zavelto.example", "", CALL, NULL, LEVEL_NONE, NULL, NULL, 0},
	    {"in nobody's name", "a@freipost.example", "", "To cancel call 888-555-0143", NULL,
	     LEVEL_NONE, NULL, NULL, 0},
	};

	(void)state;
	CHECK_ALL(CASES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_asked),
	    cmocka_unit_test(numbers_to_call),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
