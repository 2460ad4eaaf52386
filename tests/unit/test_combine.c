/* What only sender, links and words together tell. */
#include "house_fixture.h"

#include "detect/combine.h"

#define LINKS 2

struct whole_case {
	const char *what, *name, *address, *recipient, *subject, *text;
	const char *links[LINKS];
	enum level link_level; /* of a finding about the first link */
	/* what the sender's checks have raised */
	enum level unofficial, reply_to;
	bool cut;
	size_t unjudged;
	struct expected expected[EXPECTED]; /* but for those above that nothing raises */
};

struct whole {
	struct span recipient;
	struct message message;
	struct mail mail;
	struct link_view views[LINKS];
};

static void read_whole(const struct whole_case *c, struct whole *whole)
{
	struct mail *mail = &whole->mail;

	whole->recipient = span_of(c->recipient);
	whole->message = (struct message){
	    .has_sender = true,
	    .sender_name = span_of(c->name),
	    .sender_address = span_of(c->address),
	    .recipients = &whole->recipient,
	    .recipient_count = c->recipient ? 1 : 0,
	    .subject = span_of(c->subject),
	    .text = span_of(c->text),
	    .cut = c->cut,
	    .links_unjudged = c->unjudged,
	};
	*mail = houses_mail(&whole->message);
	mail->links = whole->views;
	for (size_t i = 0; i < LINKS && c->links[i]; i++)
		whole->views[mail->link_count++] = house_link(c->links[i]);
	if (c->link_level)
		findings_add(&mail->findings, LINK_SHORTENER, c->link_level, TARGET_LINK, 0,
			     BRAND_NONE);
	if (c->unofficial)
		findings_add(&mail->findings, SENDER_UNOFFICIAL, c->unofficial, TARGET_SENDER, 0,
			     BRAND_NONE);
	if (c->reply_to)
		findings_add(&mail->findings, REPLY_TO_ELSEWHERE, c->reply_to, TARGET_REPLY_TO, 0,
			     BRAND_NONE);
}

static void check(const struct whole_case *c)
{
	struct whole whole;
	struct findings *findings = &whole.mail.findings;
	struct findings told = {.arena = fixture.arena};

	read_whole(c, &whole);
	combine(&whole.mail);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *f = &findings->at[i];

		if ((f->code == LINK_SHORTENER && f->level == c->link_level) ||
		    (f->code == SENDER_UNOFFICIAL && f->level == c->unofficial) ||
		    (f->code == REPLY_TO_ELSEWHERE && f->level == c->reply_to))
			continue;
		findings_add(&told, f->code, f->level, f->target, f->index, f->brand);
	}
	expect_findings(c->what, &told, c->expected);
	assert_false(arena_failed(fixture.arena));
	arena_reset(fixture.arena);
}

#define CHECK_ALL(table)                                            \
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) \
	check(&table[i])

#define WARNED(code, brand)                        \
	{                                          \
		{                                  \
			code, LEVEL_WARNING, brand \
		}                                  \
	}
#define NOTED(code, brand)                        \
	{                                         \
		{                                 \
			code, LEVEL_NOTICE, brand \
		}                                 \
	}

static void official_addresses_that_nothing_proves(void **state)
{
	static const struct whole_case CASES[] = {
	    {.what = "strong words and a stranger's link",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .text = "Claim your airdrop",
	     .links = {"fremd.example"},
	     .expected = {{SENDER_UNVERIFIED, LEVEL_WARNING, "zavelto"},
			  {KNOWN_WORDING, LEVEL_NOTICE, NULL}}},
	    {.what = "strong words without a link",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .subject = "Claim your airdrop",
	     .expected = {{SENDER_UNVERIFIED, LEVEL_NOTICE, "zavelto"},
			  {KNOWN_WORDING, LEVEL_NOTICE, NULL}}},
	    {.what = "a request for a secret, without a link",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .text = "Enter the 6-digit code",
	     .expected = NOTED(SENDER_UNVERIFIED, "zavelto")},
	    {.what = "weak words and a link that imitates",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .text = "Immediate action required",
	     .links = {"zave1to.example"},
	     .expected = {{SENDER_UNVERIFIED, LEVEL_WARNING, "zavelto"},
			  {KNOWN_WORDING, LEVEL_NOTICE, NULL}}},
	    {.what = "honest: strong words, and links to it",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .text = "Claim your airdrop",
	     .links = {"zavelto.example"},
	     .expected = NOTED(KNOWN_WORDING, NULL)},
	    {.what = "honest: weak words without a link",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .text = "Immediate action required",
	     .expected = NOTED(KNOWN_WORDING, NULL)},
	    {.what = "honest: nothing but a link",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .links = {"zavelto.example"}},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static const struct whole_case SECRET_CASES[] = {
    {.what = "a recovery phrase, whoever asks",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Enter your recovery phrase",
     .expected = {{SECRET_REQUESTED, LEVEL_DANGER, NULL}}},
    {.what = "in the subject",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .subject = "Enter your recovery phrase",
     .expected = {{SECRET_REQUESTED, LEVEL_DANGER, NULL}}},
    {.what = "a code to be sent",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Send us the OTP",
     .expected = {{SECRET_REQUESTED, LEVEL_DANGER, NULL}}},
    {.what = "a code to be told, under a brand's name",
     .name = "Murvenex",
     .address = "info@fremd.example",
     .text = "Give them the OTP.",
     .expected = {{SECRET_REQUESTED, LEVEL_DANGER, "murvenex"}}},
    {.what = "honest: … by a friend",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Give them the OTP."},
    {.what = "a code to be entered, under a brand's name, with a link",
     .name = "Murvenex",
     .address = "info@fremd.example",
     .text = "Enter the 6-digit code",
     .links = {"fremd.example"},
     .expected = WARNED(SECRET_REQUESTED, "murvenex")},
    {.what = "… from an address that nothing proves, with a stranger's link",
     .name = "Murvenex",
     .address = "info@murvenex.example",
     .text = "Enter the 6-digit code",
     .links = {"fremd.example"},
     .expected = {{SECRET_REQUESTED, LEVEL_WARNING, "murvenex"},
		  {SENDER_UNVERIFIED, LEVEL_WARNING, "murvenex"}}},
    {.what = "honest: … with its own",
     .name = "Murvenex",
     .address = "info@murvenex.example",
     .text = "Enter the 6-digit code",
     .links = {"murvenex.example"}},
    {.what = "honest: … without a link",
     .name = "Murvenex",
     .address = "info@fremd.example",
     .text = "Enter the 6-digit code"},
    {.what = "honest: … by one whom the user trusts",
     .name = "Murvenex",
     .address = "oma@verein.example",
     .text = "Enter the 6-digit code",
     .links = {"fremd.example"}},
    {.what = "honest: … in nobody's name",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Enter the 6-digit code",
     .links = {"fremd.example"}},
};

static void requests_for_secrets(void **state)
{
	(void)state;
	CHECK_ALL(SECRET_CASES);
}

/* A wording is a notice until something agrees with it. */
static const struct whole_case WORDING_CASES[] = {
    {.what = "alone",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Immediate action required",
     .expected = NOTED(KNOWN_WORDING, NULL)},
    {.what = "a suspected link",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Immediate action required",
     .links = {"fremd.example"},
     .link_level = LEVEL_WARNING,
     .expected = WARNED(KNOWN_WORDING, NULL)},
    {.what = "a link with a notice",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Immediate action required",
     .links = {"fremd.example"},
     .link_level = LEVEL_NOTICE,
     .expected = NOTED(KNOWN_WORDING, NULL)},
    {.what = "a false sender",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Immediate action required",
     .unofficial = LEVEL_NOTICE,
     .expected = WARNED(KNOWN_WORDING, NULL)},
    {.what = "honest: … whom the user trusts",
     .name = "Hanako",
     .address = "oma@verein.example",
     .text = "Immediate action required",
     .unofficial = LEVEL_NOTICE,
     .expected = NOTED(KNOWN_WORDING, NULL)},
    {.what = "an administrator of elsewhere",
     .name = "Mail Administrator",
     .address = "admin@fremd.example",
     .recipient = "hanako@verein.example",
     .subject = "Immediate action required",
     .expected = WARNED(KNOWN_WORDING, NULL)},
    {.what = "honest: one's own",
     .name = "Mail Administrator",
     .address = "admin@it.verein.example",
     .recipient = "hanako@verein.example",
     .subject = "Immediate action required",
     .expected = NOTED(KNOWN_WORDING, NULL)},
    {.what = "honest: a report of a mail server",
     .name = "Mail Administrator",
     .address = "Postmaster@fremd.example",
     .recipient = "hanako@verein.example",
     .text = "Immediate action required",
     .expected = NOTED(KNOWN_WORDING, NULL)},
    {.what = "honest: of another kind",
     .name = "Mail Administrator",
     .address = "MAILER-DAEMON@fremd.example",
     .recipient = "hanako@verein.example",
     .text = "Immediate action required",
     .expected = NOTED(KNOWN_WORDING, NULL)},
    {.what = "… with a link is none",
     .name = "Mail Administrator",
     .address = "Postmaster@fremd.example",
     .recipient = "hanako@verein.example",
     .text = "Immediate action required",
     .links = {"fremd.example"},
     .expected = WARNED(KNOWN_WORDING, NULL)},
    {.what = "two, one of them strong",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .subject = "Immediate action required",
     .text = "Claim your airdrop",
     .expected = {{KNOWN_WORDING, LEVEL_WARNING, NULL}, {KNOWN_WORDING, LEVEL_WARNING, NULL}}},
    {.what = "two weak ones are too few",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Immediate action required: please verify your identity",
     .expected = NOTED(KNOWN_WORDING, NULL)},
    {.what = "three",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Immediate action required: please verify your identity. Your account has "
	     "been suspended",
     .expected = WARNED(KNOWN_WORDING, NULL)},
    {.what = "one strong one alone",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .text = "Claim your airdrop",
     .expected = NOTED(KNOWN_WORDING, NULL)},
    {.what = "honest: an official sender",
     .name = "Zavelto",
     .address = "info@zavelto.example",
     .text = "Immediate action required: please verify your identity. Your account has "
	     "been suspended",
     .links = {"zavelto.example"},
     .expected = NOTED(KNOWN_WORDING, NULL)},
    {.what = "a mail that signs in a brand's name",
     .name = "Hanako",
     .address = "hanako@fremd.example",
     .subject = "【Zavelto】 Immediate action required",
     .text = "Zavelto",
     .links = {"fremd.example"},
     .expected = WARNED(KNOWN_WORDING, NULL)},
};

static void wordings(void **state)
{
	(void)state;
	CHECK_ALL(WORDING_CASES);
}

static void the_recipient_in_the_sender(void **state)
{
	static const struct whole_case CASES[] = {
	    {.what = "alone",
	     .name = "Support",
	     .address = "hanako=verein.example@fremd.example",
	     .recipient = "hanako@verein.example",
	     .expected = NOTED(SENDER_CONTAINS_RECIPIENT, NULL)},
	    {.what = "with words of a campaign",
	     .name = "Support",
	     .address = "hanako=verein.example@fremd.example",
	     .recipient = "hanako@verein.example",
	     .text = "Immediate action required",
	     .expected = {{SENDER_CONTAINS_RECIPIENT, LEVEL_WARNING, NULL},
			  {KNOWN_WORDING, LEVEL_NOTICE, NULL}}},
	    {.what = "with anything about a link",
	     .name = "Support",
	     .address = "hanako=verein.example@fremd.example",
	     .recipient = "hanako@verein.example",
	     .links = {"fremd.example"},
	     .link_level = LEVEL_NOTICE,
	     .expected = WARNED(SENDER_CONTAINS_RECIPIENT, NULL)},
	    {.what = "relatives share surnames",
	     .name = "Suzuki",
	     .address = "taro@fremd.example",
	     .recipient = "suzuki@verein.example",
	     .links = {"fremd.example"},
	     .link_level = LEVEL_NOTICE,
	     .expected = NOTED(SENDER_CONTAINS_RECIPIENT, NULL)},
	    {.what = "… but do not link to what is suspected",
	     .name = "Suzuki",
	     .address = "taro@fremd.example",
	     .recipient = "suzuki@verein.example",
	     .links = {"fremd.example"},
	     .link_level = LEVEL_WARNING,
	     .expected = WARNED(SENDER_CONTAINS_RECIPIENT, NULL)},
	    {.what = "by one whom the user trusts",
	     .name = "hanako@verein.example",
	     .address = "wer@freund.example",
	     .recipient = "hanako@verein.example",
	     .links = {"fremd.example"},
	     .link_level = LEVEL_WARNING,
	     .expected = NOTED(SENDER_CONTAINS_RECIPIENT, NULL)},
	    {.what = "honest: of one organisation",
	     .name = "Support",
	     .address = "hanako@it.verein.example",
	     .recipient = "hanako@verein.example"},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void replies_to_kindred_mailboxes(void **state)
{
	static const struct whole_case CASES[] = {
	    {.what = "with words of a campaign",
	     .name = "Hanako",
	     .address = "hanako@fremd.example",
	     .text = "Immediate action required",
	     .reply_to = LEVEL_NOTICE,
	     .expected = {{REPLY_TO_ELSEWHERE, LEVEL_WARNING, NULL},
			  {KNOWN_WORDING, LEVEL_NOTICE, NULL}}},
	    {.what = "with words of a campaign in the subject",
	     .name = "Hanako",
	     .address = "hanako@fremd.example",
	     .subject = "Immediate action required",
	     .reply_to = LEVEL_NOTICE,
	     .expected = {{REPLY_TO_ELSEWHERE, LEVEL_WARNING, NULL},
			  {KNOWN_WORDING, LEVEL_NOTICE, NULL}}},
	    {.what = "with anything about a link",
	     .name = "Hanako",
	     .address = "hanako@fremd.example",
	     .links = {"fremd.example"},
	     .link_level = LEVEL_NOTICE,
	     .reply_to = LEVEL_NOTICE,
	     .expected = WARNED(REPLY_TO_ELSEWHERE, NULL)},
	    {.what = "under a weak name",
	     .name = "Otter",
	     .address = "info@fremd.example",
	     .reply_to = LEVEL_NOTICE,
	     .expected = WARNED(REPLY_TO_ELSEWHERE, NULL)},
	    {.what = "honest: alone",
	     .name = "Hanako",
	     .address = "hanako@fremd.example",
	     .reply_to = LEVEL_NOTICE},
	    {.what = "honest: by one whom the user trusts",
	     .name = "Hanako",
	     .address = "oma@verein.example",
	     .text = "Immediate action required",
	     .reply_to = LEVEL_NOTICE,
	     .expected = NOTED(KNOWN_WORDING, NULL)},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void what_was_not_checked(void **state)
{
	static const struct whole_case CASES[] = {
	    {.what = "a text that was cut",
	     .name = "Hanako",
	     .address = "hanako@fremd.example",
	     .cut = true,
	     .expected = WARNED(NOT_ALL_CHECKED, NULL)},
	    {.what = "links that were left",
	     .name = "Hanako",
	     .address = "hanako@fremd.example",
	     .unjudged = 1,
	     .expected = WARNED(NOT_ALL_CHECKED, NULL)},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void services_that_the_user_does_not_use(void **state)
{
	static const struct whole_case CASES[] = {
	    {.what = "in the name",
	     .name = "Drovant",
	     .address = "info@fremd.example",
	     .expected = NOTED(UNUSED_SERVICE, "drovant")},
	    {.what = "in subject and text",
	     .name = "Hanako",
	     .address = "hanako@fremd.example",
	     .subject = "Drovant",
	     .text = "your Drovant account",
	     .expected = {{UNUSED_SERVICE, LEVEL_NOTICE, "drovant"},
			  {UNUSED_SERVICE, LEVEL_NOTICE, "drovant"}}},
	    {.what = "in its own mail",
	     .name = "Drovant",
	     .address = "info@drovant.example",
	     .text = "Drovant",
	     .expected = {{UNUSED_SERVICE, LEVEL_NOTICE, "drovant"},
			  {UNUSED_SERVICE, LEVEL_NOTICE, "drovant"}}},
	    {.what = "as one of the names of another official sender",
	     .name = "Zavelto Drovant",
	     .address = "info@zavelto.example",
	     .expected = NOTED(UNUSED_SERVICE, "drovant")},
	    {.what = "honest: named by another official sender",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .text = "now with Drovant"},
	    {.what = "honest: another service",
	     .name = "Murvenex",
	     .address = "info@murvenex.example"},
	};
	const brand_ref unused[] = {fixture_brand("drovant")};
	struct whole whole;

	(void)state;
	fixture.profile.unused = unused;
	fixture.profile.unused_count = 1;
	CHECK_ALL(CASES);
	/* a link's text may name anything */
	read_whole(&(struct whole_case){.address = "hanako@fremd.example"}, &whole);
	claims_add(&whole.mail.claims, unused[0], CLAIM_LINK_TEXT, false);
	combine(&whole.mail);
	assert_int_equal(whole.mail.findings.count, 0);
	fixture.profile.unused_count = 0;
}

static void brands_that_contradict(void **state)
{
	static const struct whole_case CASES[] = {
	    {.what = "another brand signs",
	     .name = "Zavelto",
	     .address = "info@fremd.example",
	     .text = "Hello\n© 2026 Murvenex",
	     .expected = WARNED(BRANDS_CONTRADICT, "zavelto")},
	    {.what = "honest: the sender is official",
	     .name = "Zavelto",
	     .address = "info@zavelto.example",
	     .text = "Hello\n© 2026 Murvenex"},
	    {.what = "honest: it signs itself",
	     .name = "Zavelto",
	     .address = "info@fremd.example",
	     .text = "Hello\n© 2026 Zavelto"},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* What is quoted stands in the mail as it is written, and every finding names the claim as the sender does. */
static void evidence(void **state)
{
	const struct whole_case c = {
	    .name = "ザベルト",
	    .address = "hanako=verein.example@fremd.example",
	    .recipient = "hanako@verein.example",
	    .subject = "Immediate ACTION required",
	    .text = "Please  enter your RECOVERY phrase.\n© 2026 Murvenex Inc.",
	    .links = {"fremd.example"},
	    .link_level = LEVEL_NOTICE,
	};
	struct whole whole;
	const struct findings *findings = &whole.mail.findings;
	const struct finding *found;

	(void)state;
	read_whole(&c, &whole);
	findings_add(&whole.mail.findings, LINK_UNOFFICIAL, LEVEL_WARNING, TARGET_LINK, 0,
		     fixture_brand("zavelto"));
	findings_add(&whole.mail.findings, LINK_FREE_HOSTING, LEVEL_WARNING, TARGET_LINK, 0,
		     fixture_brand("murvenex"));
	findings_add(&whole.mail.findings, LINK_FREE_HOSTING, LEVEL_WARNING, TARGET_LINK, 1,
		     fixture_brand("zavelto"));
	combine(&whole.mail);
	found = finding_of(findings, SECRET_REQUESTED);
	assert_int_equal(found->target, TARGET_TEXT);
	expect_text("phrase", "secret", found->evidence[EVIDENCE_PHRASE],
		    "Please enter your RECOVERY phrase.");
	expect_text("problem", "secret", found->evidence[EVIDENCE_PROBLEM], "recovery phrase");
	found = finding_of(findings, KNOWN_WORDING);
	assert_int_equal(found->target, TARGET_SUBJECT);
	expect_text("phrase", "wording", found->evidence[EVIDENCE_PHRASE],
		    "Immediate ACTION required");
	expect_text("cue", "wording", found->evidence[EVIDENCE_CUE], "action-required-en");
	found = finding_of(findings, BRANDS_CONTRADICT);
	expect_text("phrase", "contradiction", found->evidence[EVIDENCE_PHRASE],
		    "© 2026 Murvenex Inc.");
	expect_text("brand", "contradiction", found->evidence[EVIDENCE_BRAND], "Murvenex");
	expect_house("the signer", "contradiction", found->other, "murvenex");
	expect_text("alias", "contradiction", found->evidence[EVIDENCE_ALIAS], "ザベルト");
	expect_text("alias", "link",
		    finding_of(findings, LINK_UNOFFICIAL)->evidence[EVIDENCE_ALIAS], "ザベルト");
	expect_text("alias", "another's link",
		    finding_of(findings, LINK_FREE_HOSTING)->evidence[EVIDENCE_ALIAS], "");
	for (size_t i = 0; i < findings->count; i++)
		if (findings->at[i].code == LINK_FREE_HOSTING && findings->at[i].index == 1)
			expect_text("alias", "hosting", findings->at[i].evidence[EVIDENCE_ALIAS],
				    "ザベルト");
	found = finding_of(findings, SENDER_CONTAINS_RECIPIENT);
	expect_text("recipient", "recipient", found->evidence[EVIDENCE_RECIPIENT],
		    "hanako@verein.example");
	expect_text("shown", "recipient", found->evidence[EVIDENCE_SHOWN], "hanako@verein.example");
	expect_text("problem", "recipient", found->evidence[EVIDENCE_PROBLEM],
		    "address-in-address");
}

/* Of two requests the one that asks for more, of equal ones the text's. */
static void where_the_secret_is_asked_for(void **state)
{
	static const struct {
		const char *subject, *text;
		enum target_kind target;
		const char *phrase, *problem;
	} CASES[] = {
	    {"Send us the OTP", "Hello", TARGET_SUBJECT, "Send us the OTP", "password or code"},
	    {"Enter your Seed Phrase", "Send us the OTP", TARGET_SUBJECT, "Enter your Seed Phrase",
	     "recovery phrase"},
	    {"Send us the OTP", "Send  us the Code we sent", TARGET_TEXT,
	     "Send us the Code we sent", "password or code"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct whole_case c = {.address = "hanako@fremd.example",
					     .subject = CASES[i].subject,
					     .text = CASES[i].text};
		struct whole whole;
		const struct finding *found;

		read_whole(&c, &whole);
		combine(&whole.mail);
		found = finding_of(&whole.mail.findings, SECRET_REQUESTED);
		assert_int_equal(found->target, CASES[i].target);
		expect_text("phrase", c.text, found->evidence[EVIDENCE_PHRASE], CASES[i].phrase);
		expect_text("problem", c.text, found->evidence[EVIDENCE_PROBLEM], CASES[i].problem);
	}
}

/* … and names that claim too weakly to count alone (impostor.h). */
static void weak_names(void **state)
{
	const struct whole_case c = {.what = "a weak name with a stranger's link",
				     .name = "Otter",
				     .address = "info@fremd.example",
				     .links = {"boese.example"},
				     .expected = WARNED(SENDER_UNOFFICIAL, "otter")};

	(void)state;
	check(&c);
}

static void why_a_wording_warns(void **state)
{
	const struct whole_case several = {.address = "hanako@fremd.example",
					   .subject = "Immediate action required",
					   .text = "Claim your airdrop"},
				agrees = {.address = "hanako@fremd.example",
					  .text = "Claim your airdrop",
					  .unofficial = LEVEL_WARNING};
	struct whole whole;

	(void)state;
	read_whole(&several, &whole);
	combine(&whole.mail);
	expect_text("problem", "several",
		    finding_of(&whole.mail.findings, KNOWN_WORDING)->evidence[EVIDENCE_PROBLEM],
		    "wordings");
	read_whole(&agrees, &whole);
	combine(&whole.mail);
	expect_text("problem", "agrees",
		    finding_of(&whole.mail.findings, KNOWN_WORDING)->evidence[EVIDENCE_PROBLEM],
		    "");
}

/* All that is counted is told, once. */
static void which_wordings_are_told(void **state)
{
	static const struct {
		const char *subject, *text, *problem;
		size_t findings;
		const char *phrase, *also; /* of the last one */
	} CASES[] = {
	    {"Hello", "Claim your airdrop. Immediate action required!", "wordings", 1,
	     "Claim your airdrop", "Immediate action required"},
	    {"Claim your airdrop", "Claim your airdrop. Immediate action required!", "wordings", 2,
	     "Immediate action required", ""},
	    {"Claim your airdrop", "Claim your airdrop. Hello!", "", 1, "Claim your airdrop", ""},
	    {"Hello", "I hacked your webcam. Immediate action required!", "extortion", 1,
	     "hacked your webcam", "Immediate action required"},
	    {"Hello", "Your account has been suspended. Hello!", "", 1,
	     "account has been suspended", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct whole_case c = {.address = "hanako@fremd.example",
					     .subject = CASES[i].subject,
					     .text = CASES[i].text};
		const struct finding *last = NULL;
		struct whole whole;
		size_t count = 0;

		read_whole(&c, &whole);
		combine(&whole.mail);
		for (size_t n = 0; n < whole.mail.findings.count; n++)
			if (whole.mail.findings.at[n].code == KNOWN_WORDING) {
				last = &whole.mail.findings.at[n];
				count++;
			}
		assert_int_equal(count, CASES[i].findings);
		expect_text("problem", c.text, last->evidence[EVIDENCE_PROBLEM], CASES[i].problem);
		expect_text("phrase", c.text, last->evidence[EVIDENCE_PHRASE], CASES[i].phrase);
		expect_text("also", c.text, last->evidence[EVIDENCE_ALSO], CASES[i].also);
	}
}

/* A click counter's look: told of, and more where something else is odd. */
static void the_senders_own_site_over_another(void **state)
{
	static const struct {
		const char *text;
		enum sender_auth auth;
		bool warned;
		enum level level;
	} CASES[] = {
	    {"Hello", SENDER_AUTH_NOT_SHOWN, false, LEVEL_NOTICE},
	    {"Hello", SENDER_AUTH_ALIGNS, false, LEVEL_NOTICE},
	    {"Hello", SENDER_AUTH_DIFFERS, false, LEVEL_WARNING},
	    {"Hello", SENDER_AUTH_NOT_SHOWN, true, LEVEL_WARNING},
	    {"Immediate action required", SENDER_AUTH_ALIGNS, false, LEVEL_WARNING},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct message message = {.has_sender = true,
					  .sender_address = SPAN("info@fremd.example"),
					  .text = span_of(CASES[i].text),
					  .auth = {.warned = CASES[i].warned}};
		struct mail mail = houses_mail(&message);

		mail.sender.auth = CASES[i].auth;
		findings_add(&mail.findings, LINK_TEXT_MISMATCH, LEVEL_NOTICE, TARGET_LINK, 0,
			     BRAND_NONE)
		    ->evidence[EVIDENCE_PROBLEM] = SPAN("own-name");
		findings_add(&mail.findings, LINK_TEXT_MISMATCH, LEVEL_NOTICE, TARGET_LINK, 1,
			     BRAND_NONE);
		findings_add(&mail.findings, LINK_TEXT_MISMATCH, LEVEL_NOTICE, TARGET_LINK, 2,
			     BRAND_NONE)
		    ->evidence[EVIDENCE_PROBLEM] = SPAN("own-link");
		combine(&mail);
		assert_int_equal(mail.findings.at[0].level, CASES[i].level);
		assert_int_equal(mail.findings.at[1].level, LEVEL_NOTICE);
		assert_int_equal(mail.findings.at[2].level,
				 CASES[i].level == LEVEL_WARNING ? LEVEL_DANGER : LEVEL_NOTICE);
		arena_reset(fixture.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(official_addresses_that_nothing_proves),
	    cmocka_unit_test(requests_for_secrets),
	    cmocka_unit_test(wordings),
	    cmocka_unit_test(the_recipient_in_the_sender),
	    cmocka_unit_test(replies_to_kindred_mailboxes),
	    cmocka_unit_test(what_was_not_checked),
	    cmocka_unit_test(services_that_the_user_does_not_use),
	    cmocka_unit_test(brands_that_contradict),
	    cmocka_unit_test(evidence),
	    cmocka_unit_test(where_the_secret_is_asked_for),
	    cmocka_unit_test(weak_names),
	    cmocka_unit_test(why_a_wording_warns),
	    cmocka_unit_test(which_wordings_are_told),
	    cmocka_unit_test(the_senders_own_site_over_another),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
