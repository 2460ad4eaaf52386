/* What a sender's address, name and authentication give away by themselves. */
#include "house_fixture.h"

#include "detect/sender_check.h"

struct check_case {
	const char *what, *name, *address;
	const char *reply_to, *recipient;
	enum auth_result result; /* shown unless unknown */
	bool warned;		 /* by the webmail */
	struct expected expected[EXPECTED];
};

struct checked {
	struct span reply_to, recipient;
	struct message message;
	struct mail mail;
};

static void check_sender(const struct check_case *c, struct checked *checked)
{
	struct mail *mail = &checked->mail;

	checked->reply_to = span_of(c->reply_to);
	checked->recipient = span_of(c->recipient);
	checked->message = (struct message){
	    .has_sender = true,
	    .sender_name = span_of(c->name),
	    .sender_address = span_of(c->address),
	    .reply_to = &checked->reply_to,
	    .reply_to_count = c->reply_to ? 1 : 0,
	    .recipients = &checked->recipient,
	    .recipient_count = c->recipient ? 1 : 0,
	    .auth = {.shown = c->result != AUTH_UNKNOWN, .result = c->result, .warned = c->warned},
	};
	*mail = houses_mail(&checked->message);
	sender_check(&fixture.judge, &checked->message, &mail->sender, &mail->claims, &mail->name,
		     &mail->findings);
}

static void check(const struct check_case *c)
{
	struct checked checked;

	check_sender(c, &checked);
	expect_findings(c->what, &checked.mail.findings, c->expected);
	assert_false(arena_failed(fixture.arena));
	arena_reset(fixture.arena);
}

#define CHECK_ALL(table)                                            \
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) \
	check(&table[i])

static void names_over_foreign_addresses(void **state)
{
	static const struct check_case CASES[] = {
	    {.what = "of a brand whose senders are all known",
	     .name = "Zavelto",
	     .address = "info@boese.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_DANGER, "zavelto"}}},
	    {.what = "of one whose senders are not",
	     .name = "Murvenex",
	     .address = "info@boese.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "murvenex"}}},
	    {.what = "over free mail",
	     .name = "ザベルト サポート",
	     .address = "zvlt@freipost.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_DANGER, "zavelto"},
			  {SENDER_FREEMAIL, LEVEL_WARNING, "zavelto"}}},
	    {.what = "behind via, where some list may stand",
	     .name = "Zavelto via Kundenliste",
	     .address = "liste@fremd.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "zavelto"}}},
	    {.what = "… but not over a brand's own address",
	     .name = "Zavelto via Kundenliste",
	     .address = "info@murvenex.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_DANGER, "zavelto"}}},
	    {.what = "via one brand, over another's address",
	     .name = "Hanako via Zavelto",
	     .address = "info@murvenex.example"},
	    {.what = "via a brand that does not own the address",
	     .name = "Hanako via Zavelto",
	     .address = "liste@fremd.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "zavelto"}}},
	    {.what = "one brand via another, that own nothing of it",
	     .name = "Murvenex via Zavelto",
	     .address = "liste@fremd.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "murvenex"},
			  {SENDER_UNOFFICIAL, LEVEL_DANGER, "zavelto"}}},
	    {.what = "via a brand that owns it",
	     .name = "Hanako via Zavelto",
	     .address = "liste@zavelto.example"},
	    {.what = "two brands that write as one",
	     .name = "Zavelto Murvenex",
	     .address = "info@murvenex.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_NOTICE, "zavelto"}}},
	    {.what = "of one that the user trusts",
	     .name = "Zavelto",
	     .address = "oma@verein.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_NOTICE, "zavelto"}}},
	    {.what = "honest: its own address",
	     .name = "Zavelto",
	     .address = "info@zavelto.example"},
	    {.what = "honest: of the same house",
	     .name = "Zavelto",
	     .address = "info@quorbank.example"},
	    {.what = "honest: a person who mentions it",
	     .name = "Hanako (Zavelto study group)",
	     .address = "hanako@boese.example"},
	    {.what = "honest: a person", .name = "Hanako", .address = "hanako@freipost.example"},
	    {.what = "honest: nothing at all", .name = "", .address = ""},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void what_brands_say_of_themselves(void **state)
{
	static const struct check_case CASES[] = {
	    {.what = "an address that is not published",
	     .name = "Plinqora",
	     .address = "info@plinqora.example",
	     .expected = {{SENDER_ADDRESS_UNLISTED, LEVEL_WARNING, "plinqora"}}},
	    {.what = "… of one whom the user trusts",
	     .name = "Plinqora",
	     .address = "wer@plinqora.example",
	     .expected = {{SENDER_ADDRESS_UNLISTED, LEVEL_NOTICE, "plinqora"}}},
	    {.what = "honest: one that is",
	     .name = "Plinqora",
	     .address = "hinweis@plinqora.example"},
	    {.what = "one that never writes first",
	     .name = "Drovant",
	     .address = "info@drovant.example",
	     .expected = {{SENDER_UNSOLICITED, LEVEL_NOTICE, "drovant"}}},
	    {.what = "the same from elsewhere says more",
	     .name = "Drovant",
	     .address = "info@boese.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "drovant"}}},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void domains_that_look_like_others(void **state)
{
	static const struct check_case CASES[] = {
	    {.what = "of a claimed brand",
	     .name = "Zavelto",
	     .address = "info@zave1to.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_DANGER, "zavelto"},
			  {SENDER_LOOKALIKE, LEVEL_DANGER, "zavelto"}}},
	    {.what = "without a claim",
	     .name = "Hanako",
	     .address = "info@zave1to.example",
	     .expected = {{SENDER_LOOKALIKE, LEVEL_DANGER, "zavelto"}}},
	    {.what = "with telling words, where it is claimed",
	     .name = "Zavelto",
	     .address = "info@zavelto-login.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_DANGER, "zavelto"},
			  {SENDER_LOOKALIKE, LEVEL_DANGER, "zavelto"}}},
	    {.what = "with other words, where it is claimed: it may be one more of its own",
	     .name = "Zavelto",
	     .address = "info@zavelto-blumen.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "zavelto"},
			  {SENDER_LOOKALIKE, LEVEL_WARNING, "zavelto"}}},
	    {.what = "under another suffix, where it is claimed",
	     .name = "Zavelto",
	     .address = "info@zavelto.invalid",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "zavelto"},
			  {SENDER_LOOKALIKE, LEVEL_WARNING, "zavelto"}}},
	    {.what = "with other words, where it is only named",
	     .name = "Hanako (Zavelto study group)",
	     .address = "info@zavelto-blumen.example",
	     .expected = {{SENDER_LOOKALIKE, LEVEL_NOTICE, "zavelto"}}},
	    {.what = "three letters under another suffix, where they are claimed",
	     .name = "Kazimex",
	     .address = "info@kzx.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "kazimex"},
			  {SENDER_LOOKALIKE, LEVEL_WARNING, "kazimex"}}},
	    {.what = "honest: where they are not", .name = "Hanako", .address = "info@kzx.example"},
	    {.what = "honest: where another brand is",
	     .name = "Murvenex",
	     .address = "info@kzx.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "murvenex"}}},
	    {.what = "honest: with other words, where it is not",
	     .name = "Hanako",
	     .address = "info@zavelto-blumen.example"},
	    {.what = "honest: the brand's own",
	     .name = "Hanako",
	     .address = "info@zavelto.example"},
	    {.what = "honest: another's own",
	     .name = "Zavelto Karmesin",
	     .address = "info@karmesin.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_NOTICE, "zavelto"}}},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void disguised_names(void **state)
{
	static const struct check_case CASES[] = {
	    {.what = "other letters",
	     .name = "Zаvеltо",
	     .address = "info@boese.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_DANGER, "zavelto"},
			  {SENDER_NAME_DISGUISED, LEVEL_DANGER, "zavelto"}}},
	    {.what = "as the brand itself may write",
	     .name = "Zаvеltо",
	     .address = "info@zavelto.example"},
	    {.what = "not over another brand's address",
	     .name = "Zаvеltо",
	     .address = "info@murvenex.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_DANGER, "zavelto"},
			  {SENDER_NAME_DISGUISED, LEVEL_DANGER, "zavelto"}}},
	    {.what = "honest: in full width",
	     .name = "Ｚａｖｅｌｔｏ",
	     .address = "info@zavelto.example"},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* One word for each problem; the first of the list where there are several. */
static void addresses_that_are_none(void **state)
{
	static const struct {
		const char *address, *problem;
	} CASES[] = {
	    {"a@eins.example, b@zwei.example", "several addresses"},
	    {"Gruppe: a@eins.example;", "group"},
	    {"<@eins.example:a@zwei.example>", "source route"},
	    {"a(wer)@eins.example", "comment"},
	    {"a@[192.0.2.1]", "domain literal"},
	    {"\"a@eins.example", "misplaced quotes"},
	    {"a b@eins.example", "forbidden characters"},
	    {"a@b@eins.example", "several @"},
	    {"a@eins..example", "unreadable domain"},
	    {"Zavelto", "no address"},
	    {"", NULL},
	    {"Mailer-Daemon", NULL},
	    {"a@eins.example", NULL},
	    {"Hanako <a@eins.example>", NULL},
	    {"\"a b\"@eins.example", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct check_case c = {.name = "Hanako", .address = CASES[i].address};
		struct checked checked;
		const struct finding *found;

		check_sender(&c, &checked);
		if (findings_has(&checked.mail.findings, SENDER_MALFORMED) !=
		    (CASES[i].problem != NULL))
			fail_msg("%s: %smalformed", c.address, CASES[i].problem ? "not " : "");
		if (!CASES[i].problem)
			continue;
		found = finding_of(&checked.mail.findings, SENDER_MALFORMED);
		assert_int_equal(found->level, LEVEL_WARNING);
		expect_text("problem", c.address, found->evidence[EVIDENCE_PROBLEM],
			    CASES[i].problem);
		expect_text("address", c.address, found->evidence[EVIDENCE_ADDRESS], c.address);
	}
}

static void addresses_in_the_name(void **state)
{
	static const struct check_case CASES[] = {
	    {.what = "the recipient's own",
	     .name = "hanako@verein.example",
	     .address = "info@boese.example",
	     .recipient = "hanako@verein.example",
	     .expected = {{SENDER_NAME_ADDRESS, LEVEL_DANGER, NULL}}},
	    {.what = "honest: the sender's own",
	     .name = "info@firma.example",
	     .address = "info@firma.example",
	     .recipient = "hanako@verein.example"},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void what_the_webmail_shows(void **state)
{
	static const struct check_case CASES[] = {
	    {.what = "its own warning",
	     .name = "Hanako",
	     .address = "hanako@fremd.example",
	     .warned = true,
	     .expected = {{WEBMAIL_WARNED, LEVEL_WARNING, NULL}}},
	    {.what = "failed authentication of nobody in particular",
	     .name = "Hanako",
	     .address = "hanako@fremd.example",
	     .result = AUTH_FAIL,
	     .expected = {{SENDER_UNAUTHENTICATED, LEVEL_NOTICE, NULL}}},
	    {.what = "… of a brand's address",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .result = AUTH_FAIL,
	     .expected = {{SENDER_UNAUTHENTICATED, LEVEL_WARNING, "zavelto"}}},
	    {.what = "… of an address that is not published",
	     .name = "Plinqora",
	     .address = "info@plinqora.example",
	     .result = AUTH_NONE,
	     .expected = {{SENDER_ADDRESS_UNLISTED, LEVEL_WARNING, "plinqora"},
			  {SENDER_UNAUTHENTICATED, LEVEL_WARNING, "plinqora"}}},
	    {.what = "… under a brand's name",
	     .name = "Murvenex",
	     .address = "info@fremd.example",
	     .result = AUTH_FAIL,
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "murvenex"},
			  {SENDER_UNAUTHENTICATED, LEVEL_WARNING, NULL}}},
	    {.what = "… of one whom the user would trust",
	     .name = "Oma",
	     .address = "oma@verein.example",
	     .result = AUTH_FAIL,
	     .expected = {{SENDER_UNAUTHENTICATED, LEVEL_WARNING, NULL}}},
	    {.what = "honest: passed",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .result = AUTH_PASS},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void replies_that_leave(void **state)
{
	static const struct check_case CASES[] = {
	    {.what = "under a brand's name",
	     .name = "Murvenex",
	     .address = "info@boese.example",
	     .reply_to = "antwort@anders.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "murvenex"},
			  {REPLY_TO_ELSEWHERE, LEVEL_WARNING, "murvenex"}}},
	    {.what = "to the same registrable domain",
	     .name = "Murvenex",
	     .address = "info@boese.example",
	     .reply_to = "antwort@post.boese.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "murvenex"}}},
	    {.what = "to free mail of nobody",
	     .name = "Hanako",
	     .address = "hanako@firma.example",
	     .reply_to = "x9y7@freipost.example",
	     .expected = {{REPLY_TO_ELSEWHERE, LEVEL_WARNING, NULL}}},
	    {.what = "to free mail that shares a piece of the sender's local part",
	     .name = "Hanako",
	     .address = "Hanako.Suzuki@firma.example",
	     .reply_to = "HANAKO77@freipost.example",
	     .expected = {{REPLY_TO_ELSEWHERE, LEVEL_NOTICE, NULL}}},
	    {.what = "… of four letters, without case",
	     .name = "Hanako",
	     .address = "HANA@firma.example",
	     .reply_to = "Hana77@freipost.example",
	     .expected = {{REPLY_TO_ELSEWHERE, LEVEL_NOTICE, NULL}}},
	    {.what = "… of its domain",
	     .name = "Teehaus",
	     .address = "info@aoba-cha.example",
	     .reply_to = "aoba@freipost.example",
	     .expected = {{REPLY_TO_ELSEWHERE, LEVEL_NOTICE, NULL}}},
	    {.what = "… three letters are no piece",
	     .name = "Teehaus",
	     .address = "aob@firma.example",
	     .reply_to = "aob77@freipost.example",
	     .expected = {{REPLY_TO_ELSEWHERE, LEVEL_WARNING, NULL}}},
	    {.what = "kin excuse no brand's name",
	     .name = "Murvenex",
	     .address = "murvenex@boese.example",
	     .reply_to = "murvenex@freipost.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "murvenex"},
			  {REPLY_TO_ELSEWHERE, LEVEL_WARNING, "murvenex"}}},
	    {.what = "from one whom the user trusts",
	     .name = "Freund",
	     .address = "wer@freund.example",
	     .reply_to = "x9y7@freipost.example",
	     .expected = {{REPLY_TO_ELSEWHERE, LEVEL_NOTICE, NULL}}},
	    {.what = "honest: lists send replies to the person",
	     .name = "Hanako via Kundenliste",
	     .address = "liste@firma.example",
	     .reply_to = "x9y7@freipost.example"},
	    {.what = "honest: from free mail to other free mail",
	     .name = "Hanako",
	     .address = "hanako@gmail.com",
	     .reply_to = "x9y7@freipost.example"},
	    {.what = "honest: to another firm, without a claim",
	     .name = "Hanako",
	     .address = "hanako@firma.example",
	     .reply_to = "hanako@verein.example"},
	    {.what = "honest: the brand's own mail",
	     .name = "Murvenex",
	     .address = "info@murvenex.example",
	     .reply_to = "antwort@versand.example"},
	    {.what = "of no address",
	     .name = "Murvenex",
	     .address = "niemand",
	     .reply_to = "antwort@anders.example",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "murvenex"},
			  {SENDER_MALFORMED, LEVEL_WARNING, NULL}}},
	    {.what = "to an unreadable address",
	     .name = "Murvenex",
	     .address = "info@boese.example",
	     .reply_to = "niemand",
	     .expected = {{SENDER_UNOFFICIAL, LEVEL_WARNING, "murvenex"}}},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* The reader is told what was seen. */
static void evidence(void **state)
{
	const struct check_case c = {.name = "ザベルト Support",
				     .address = "Info@zave1to.example",
				     .reply_to = "x@freipost.example",
				     .result = AUTH_FAIL};
	struct checked checked;
	const struct findings *findings = &checked.mail.findings;
	const struct finding *found;

	(void)state;
	check_sender(&c, &checked);
	found = finding_of(findings, SENDER_UNOFFICIAL);
	assert_int_equal(found->target, TARGET_SENDER);
	expect_text("claimed", c.name, found->evidence[EVIDENCE_CLAIMED], c.name);
	expect_text("alias", c.name, found->evidence[EVIDENCE_ALIAS], "ザベルト");
	expect_text("address", c.name, found->evidence[EVIDENCE_ADDRESS], "Info@zave1to.example");
	expect_text("domain", c.name, found->evidence[EVIDENCE_DOMAIN], "zave1to.example");
	found = finding_of(findings, SENDER_LOOKALIKE);
	expect_text("imitates", c.name, found->evidence[EVIDENCE_IMITATES], "zavelto.example");
	expect_text("rule", c.name, found->evidence[EVIDENCE_RULE], "skeleton");
	assert_int_equal(found->diff_count, 1);
	expect_text("seen", c.name, found->diffs[0].seen, "1");
	expect_text("genuine", c.name, found->diffs[0].genuine, "l");
	found = finding_of(findings, REPLY_TO_ELSEWHERE);
	assert_int_equal(found->target, TARGET_REPLY_TO);
	expect_text("reply-to", c.name, found->evidence[EVIDENCE_REPLY_TO], "x@freipost.example");
}

static void without_a_sender(void **state)
{
	static const struct expected WARNED[EXPECTED] = {{WEBMAIL_WARNED, LEVEL_WARNING, NULL}};
	struct message message = {.sender_name = SPAN("Zavelto"),
				  .sender_address = SPAN("a@boese.example"),
				  .auth = {.warned = true}};
	struct mail mail = houses_mail(&message);

	(void)state;
	sender_check(&fixture.judge, &message, &mail.sender, &mail.claims, &mail.name,
		     &mail.findings);
	expect_findings("no sender", &mail.findings, WARNED);
}

/* Of many addresses to reply to, the first of those that weigh most is told: a stranger's mailbox does not hide
 * behind one that is akin to the sender's. */
static void one_of_many_addresses_to_reply_to(void **state)
{
	static const struct {
		const char *name;
		struct span replies[4];
		const char *told;
		enum level level;
	} CASES[] = {
	    {"Murvenex",
	     {SPAN("a@firma.example"), SPAN(""), SPAN("b@eins.example"), SPAN("c@zwei.example")},
	     "b@eins.example",
	     LEVEL_WARNING},
	    {"Hanako",
	     {SPAN("hanako@freipost.example"), SPAN("hanako@gmail.com")},
	     "hanako@freipost.example",
	     LEVEL_NOTICE},
	    {"Hanako",
	     {SPAN("hanako@freipost.example"), SPAN("x9y7@freipost.example")},
	     "x9y7@freipost.example",
	     LEVEL_WARNING},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct message message = {.has_sender = true,
					  .sender_name = span_of(CASES[i].name),
					  .sender_address = SPAN("hanako@firma.example"),
					  .reply_to = CASES[i].replies,
					  .reply_to_count = 4};
		struct mail mail = houses_mail(&message);
		const struct finding *found;

		sender_check(&fixture.judge, &message, &mail.sender, &mail.claims, &mail.name,
			     &mail.findings);
		found = finding_of(&mail.findings, REPLY_TO_ELSEWHERE);
		expect_text("reply-to", CASES[i].told, found->evidence[EVIDENCE_REPLY_TO],
			    CASES[i].told);
		assert_int_equal(found->level, CASES[i].level);
	}
}

static void a_full_arena_is_no_crash(void **state)
{
	struct arena *whole = fixture.arena;
	const struct check_case c = {.name = "Zavelto info@zavelto.example",
				     .address = "info@zave1to.example",
				     .reply_to = "x@freipost.example",
				     .recipient = "hanako@verein.example",
				     .result = AUTH_FAIL,
				     .warned = true};
	bool failed = true;

	(void)state;
	for (size_t cap = 64; failed; cap += cap / 8) {
		struct checked checked;

		fixture.arena = arena_new(cap);
		assert_non_null(fixture.arena);
		check_sender(&c, &checked);
		failed = arena_failed(fixture.arena);
		arena_free(&fixture.arena);
	}
	fixture.arena = whole;
}

/* What is not there neither fits nor contradicts. */
static void what_is_not_shown(void **state)
{
	static const struct {
		const char *name, *address;
		struct message_auth auth;
		enum finding_code code;
		enum level level;
		const char *problem;
	} CASES[] = {
	    {"Zavelto",
	     "info@zavelto.example",
	     {.shown = true, .result = AUTH_NONE},
	     SENDER_UNAUTHENTICATED,
	     LEVEL_WARNING,
	     "none"},
	    {"Zavelto",
	     "info@zavelto.example",
	     {.shown = true, .result = AUTH_NONE, .mailed_by = SPAN("fremd.example")},
	     SENDER_UNAUTHENTICATED,
	     LEVEL_WARNING,
	     ""},
	    {"Zavelto",
	     "info@zavelto.example",
	     {.shown = true, .result = AUTH_FAIL},
	     SENDER_UNAUTHENTICATED,
	     LEVEL_WARNING,
	     ""},
	    {"Murvenex", "", {0}, SENDER_UNOFFICIAL, LEVEL_NOTICE, "no-address"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct message message = {.has_sender = true,
						.sender_name = span_of(CASES[i].name),
						.sender_address = span_of(CASES[i].address),
						.auth = CASES[i].auth};
		struct mail mail = houses_mail(&message);
		bool found = false;

		sender_check(&fixture.judge, &message, &mail.sender, &mail.claims, &mail.name,
			     &mail.findings);
		for (size_t n = 0; n < mail.findings.count; n++) {
			const struct finding *f = &mail.findings.at[n];

			if (f->code != CASES[i].code)
				continue;
			found = true;
			assert_int_equal(f->level, CASES[i].level);
			expect_text("problem", CASES[i].name, f->evidence[EVIDENCE_PROBLEM],
				    CASES[i].problem);
		}
		assert_true(found);
		arena_reset(fixture.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_over_foreign_addresses),
	    cmocka_unit_test(what_brands_say_of_themselves),
	    cmocka_unit_test(domains_that_look_like_others),
	    cmocka_unit_test(disguised_names),
	    cmocka_unit_test(addresses_that_are_none),
	    cmocka_unit_test(addresses_in_the_name),
	    cmocka_unit_test(what_the_webmail_shows),
	    cmocka_unit_test(replies_that_leave),
	    cmocka_unit_test(evidence),
	    cmocka_unit_test(without_a_sender),
	    cmocka_unit_test(one_of_many_addresses_to_reply_to),
	    cmocka_unit_test(a_full_arena_is_no_crash),
	    cmocka_unit_test(what_is_not_shown),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
