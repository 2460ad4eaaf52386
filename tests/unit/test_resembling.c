/* Names one letter off a brand's: the bearers' own, and impostors'. */
#include "house_fixture.h"

#include "detect/resembling.h"

struct own_case {
	const char *name, *address;
	const char *mailed_by;
	bool expected;
};

static void whose_own_name_it_is(void **state)
{
	static const struct own_case CASES[] = {
	    {"Zaveltos", "zaveltos.maria@freipost.example", NULL, true},
	    {"Zaveltos", "konto@freipost.example", NULL, false},
	    {"Zaveltos Support", "zaveltos@freipost.example", NULL, false},
	    {"Zaveltos", "info@zaveltos.de", NULL, true},
	    {"Zaveltos Systems", "info@zaveltos.de", NULL, true},
	    {"Zaveltos", "info@zaveltos.top", NULL, false},
	    {"Zaveltos", "info@zaveltos-hilfe.de", NULL, false},
	    {"Zaveltos", "info@zaveltos.de", "fremd.example", false},
	    {"Zavelto", "zavelto.maria@freipost.example", NULL, false},
	    {"Maria", "maria@freipost.example", NULL, false},
	    {"Zaveltos", "", NULL, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const struct own_case *c = &CASES[i];
		struct message message = {
		    .has_sender = true,
		    .sender_name = span_of(c->name),
		    .sender_address = span_of(c->address),
		    .auth = {.shown = c->mailed_by, .mailed_by = span_of(c->mailed_by)},
		};
		struct mail mail = houses_mail(&message);

		if (resembling_is_own(&fixture.judge, fixture.arena, &mail.sender, &mail.name) !=
		    c->expected)
			fail_msg("%s <%s>", c->name, c->address);
	}
}

/* The level that a doubt about the company's own domain comes to. */
static void own_domains_are_noted(void **state)
{
	static const struct {
		const char *name, *rule;
		bool worded;
		enum level level, expected;
	} CASES[] = {
	    {"Zaveltos", "edit", false, LEVEL_WARNING, LEVEL_NOTICE},
	    {"Zaveltos", "swap", false, LEVEL_WARNING, LEVEL_NOTICE},
	    {"Zaveltos", "edit", true, LEVEL_WARNING, LEVEL_WARNING},
	    {"Zaveltos", "edit", false, LEVEL_DANGER, LEVEL_DANGER},
	    {"Zaveltos", "skeleton", false, LEVEL_WARNING, LEVEL_WARNING},
	    {"Maria", "edit", false, LEVEL_WARNING, LEVEL_WARNING},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct message message = {
		    .has_sender = true,
		    .sender_name = span_of(CASES[i].name),
		    .sender_address = SPAN("info@zaveltos.de"),
		};
		struct mail mail = houses_mail(&message);
		struct finding *finding;

		claims_drop_name(&mail.claims, mail.name.resembles);
		mail.text_wording.found = CASES[i].worded;
		finding = findings_add(&mail.findings, SENDER_LOOKALIKE, CASES[i].level,
				       TARGET_SENDER, 0, mail.name.resembles);
		finding->evidence[EVIDENCE_RULE] = span_of(CASES[i].rule);
		resembling_weigh(&mail);
		if (finding->level != CASES[i].expected)
			fail_msg("%zu: %d", i, (int)finding->level);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whose_own_name_it_is),
	    cmocka_unit_test(own_domains_are_noted),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
