/* Wordings of campaigns: when they are told, and what makes a warning of them. */
#include "house_fixture.h"

#include "detect/campaign.h"

#define STRANGER "post@absender.example"
#define READER "leser@heim.example"
#define SUSPENDED "Your account has been suspended"
#define EXPIRES "Your password expires today"

struct campaign_case {
	const char *what, *name, *address, *subject, *text;
	bool foreign_claim; /* sender-unofficial stands already */
	enum level link;    /* of a finding about a link */
	enum level subject_level, text_level;
	const char *problem; /* of the first one told */
};

static struct span reader = SPAN(READER);

static enum level level_of(const struct mail *mail, enum target_kind target)
{
	for (size_t i = 0; i < mail->findings.count; i++)
		if (mail->findings.at[i].code == KNOWN_WORDING &&
		    mail->findings.at[i].target == target)
			return mail->findings.at[i].level;
	return LEVEL_NONE;
}

static void expect_problem(const struct campaign_case *c, const struct mail *mail)
{
	for (size_t i = 0; i < mail->findings.count; i++)
		if (mail->findings.at[i].code == KNOWN_WORDING) {
			expect_text(c->what, "the problem",
				    mail->findings.at[i].evidence[EVIDENCE_PROBLEM], c->problem);
			return;
		}
}

static void check(const struct campaign_case *c)
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

	if (c->foreign_claim)
		findings_add(&mail.findings, SENDER_UNOFFICIAL, LEVEL_WARNING, TARGET_SENDER, 0,
			     BRAND_NONE);
	if (c->link)
		findings_add(&mail.findings, LINK_SHORTENER, c->link, TARGET_LINK, 0, BRAND_NONE);
	campaign_check(&mail);
	if (level_of(&mail, TARGET_SUBJECT) != c->subject_level ||
	    level_of(&mail, TARGET_TEXT) != c->text_level)
		fail_msg("%s: subject %d, text %d", c->what, level_of(&mail, TARGET_SUBJECT),
			 level_of(&mail, TARGET_TEXT));
	expect_problem(c, &mail);
	assert_false(arena_failed(fixture.arena));
	arena_reset(fixture.arena);
}

static void what_makes_a_warning(void **state)
{
	static const struct campaign_case CASES[] = {
	    {"nothing of the kind", "Hilde", STRANGER, "Lunch?", "See you at noon", false,
	     LEVEL_NONE, LEVEL_NONE, LEVEL_NONE, NULL},
	    {"a wording alone", "Hilde", STRANGER, EXPIRES, "", false, LEVEL_NONE, LEVEL_NOTICE,
	     LEVEL_NONE, NULL},
	    {"beside a claim that is none of the sender's", "Zavelto", STRANGER, EXPIRES, "", true,
	     LEVEL_NONE, LEVEL_WARNING, LEVEL_NONE, NULL},
	    {"beside a suspicious link", "Hilde", STRANGER, EXPIRES, "", false, LEVEL_WARNING,
	     LEVEL_WARNING, LEVEL_NONE, NULL},
	    {"a link's note is none", "Hilde", STRANGER, EXPIRES, "", false, LEVEL_NOTICE,
	     LEVEL_NOTICE, LEVEL_NONE, NULL},
	    {"under a stranger's \"administrator\"", "Mail Administrator", STRANGER, "", EXPIRES,
	     false, LEVEL_NONE, LEVEL_NONE, LEVEL_WARNING, NULL},
	    {"the reader's own administrator", "Mail Administrator", "it@heim.example", "", EXPIRES,
	     false, LEVEL_NONE, LEVEL_NONE, LEVEL_NOTICE, NULL},
	    {"from the brand itself", "Zavelto", "info@post.zavelto.test", EXPIRES, SUSPENDED,
	     false, LEVEL_WARNING, LEVEL_NOTICE, LEVEL_NOTICE, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++)
		check(&CASES[i]);
}

/* What the subject has said is not said again of the text. */
static void the_same_words_are_told_once(void **state)
{
	static const struct campaign_case BOTH = {"in both",  "Hilde", STRANGER,   EXPIRES,
						  EXPIRES,    false,   LEVEL_NONE, LEVEL_NOTICE,
						  LEVEL_NONE, NULL};

	(void)state;
	check(&BOTH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_makes_a_warning),
	    cmocka_unit_test(the_same_words_are_told_once),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
