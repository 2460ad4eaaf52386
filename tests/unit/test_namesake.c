/* A brand's name over honest strangers' addresses is no danger by itself, and over others' it is. */
#include "house_fixture.h"

#include "detect/namesake.h"
#include "detect/sender_check.h"

struct name_case {
	const char *what, *name, *address;
	const char *recipient, *text, *link, *reply_to;
	enum level level;
};

static void check(const struct name_case *c)
{
	struct span recipient = span_of(c->recipient), reply_to = span_of(c->reply_to);
	struct message message = {
	    .has_sender = true,
	    .sender_name = span_of(c->name),
	    .sender_address = span_of(c->address),
	    .recipients = &recipient,
	    .recipient_count = c->recipient ? 1 : 0,
	    .reply_to = &reply_to,
	    .reply_to_count = c->reply_to ? 1 : 0,
	    .text = span_of(c->text),
	};
	struct mail mail = houses_mail(&message);
	struct link_view link = house_link(c->link ? c->link : "");

	sender_check(&fixture.judge, &message, &mail.sender, &mail.claims, &mail.name,
		     &mail.findings);
	mail.links = &link;
	mail.link_count = c->link ? 1 : 0;
	namesake_weigh(&mail);
	for (size_t i = 0; i < mail.findings.count; i++)
		if (mail.findings.at[i].code == SENDER_UNOFFICIAL) {
			if (mail.findings.at[i].level != c->level)
				fail_msg("%s: level %d", c->what, mail.findings.at[i].level);
			arena_reset(fixture.arena);
			return;
		}
	fail_msg("%s: no finding", c->what);
}

static void who_bears_the_name(void **state)
{
	static const struct name_case CASES[] = {
	    {.what = "somebody who is called so",
	     .name = "Zavelto",
	     .address = "zavelto.rivers@uni.example",
	     .level = LEVEL_WARNING},
	    {.what = "… with initials",
	     .name = "Zavelto",
	     .address = "j-zavelto@uni.example",
	     .level = LEVEL_WARNING},
	    {.what = "… and a link home",
	     .name = "Zavelto",
	     .address = "zavelto_rivers@uni.example",
	     .link = "www.uni.example",
	     .level = LEVEL_WARNING},
	    {.what = "… and a link to a stranger",
	     .name = "Zavelto",
	     .address = "zavelto.rivers@uni.example",
	     .link = "boese.example",
	     .level = LEVEL_DANGER},
	    {.what = "… and words of a campaign",
	     .name = "Zavelto",
	     .address = "zavelto.rivers@uni.example",
	     .text = "Your account has been suspended",
	     .level = LEVEL_DANGER},
	    {.what = "… and replies to elsewhere",
	     .name = "Zavelto",
	     .address = "zavelto.rivers@uni.example",
	     .reply_to = "zavelto@freipost.example",
	     .level = LEVEL_DANGER},
	    {.what = "… over free mail",
	     .name = "Zavelto",
	     .address = "zavelto.rivers@freipost.example",
	     .level = LEVEL_DANGER},
	    {.what = "the name alone",
	     .name = "Zavelto",
	     .address = "zavelto@uni.example",
	     .level = LEVEL_DANGER},
	    {.what = "another name",
	     .name = "Zavelto",
	     .address = "info.rivers@uni.example",
	     .level = LEVEL_DANGER},
	    {.what = "a name with the words of a post",
	     .name = "Zavelto Support",
	     .address = "zavelto.rivers@uni.example",
	     .level = LEVEL_DANGER},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check(&CASES[i]);
}

static void who_looks_after_its_products(void **state)
{
	static const struct name_case CASES[] = {
	    {.what = "a help desk",
	     .name = "Zavelto Support",
	     .address = "it@schule.example",
	     .level = LEVEL_WARNING},
	    {.what = "… of several words",
	     .name = "Zavelto Support",
	     .address = "ict-helpdesk@schule.example",
	     .level = LEVEL_WARNING},
	    {.what = "… of no such name",
	     .name = "Zavelto Support",
	     .address = "support@schule.example",
	     .level = LEVEL_DANGER},
	    {.what = "… and a link to a stranger",
	     .name = "Zavelto Support",
	     .address = "it@schule.example",
	     .link = "boese.example",
	     .level = LEVEL_DANGER},
	    {.what = "the reader's own organisation",
	     .name = "Zavelto Support",
	     .address = "zavelto@verein.example",
	     .recipient = "hanako@verein.example",
	     .level = LEVEL_WARNING},
	    {.what = "… with a link that hides where",
	     .name = "Zavelto Support",
	     .address = "zavelto@verein.example",
	     .recipient = "hanako@verein.example",
	     .link = "?kurz.example",
	     .level = LEVEL_DANGER},
	    {.what = "another organisation",
	     .name = "Zavelto Support",
	     .address = "zavelto@fremd.example",
	     .recipient = "hanako@verein.example",
	     .level = LEVEL_DANGER},
	    {.what = "a report of undelivered mail",
	     .name = "Microsoft Outlook",
	     .address = "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@fremd.example",
	     .level = LEVEL_WARNING},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check(&CASES[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(who_bears_the_name),
	    cmocka_unit_test(who_looks_after_its_products),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
