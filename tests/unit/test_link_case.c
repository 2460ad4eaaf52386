/* What every finding about a link shows, what trust excuses, and what a link's text shows against where it leads. */
#include "house_fixture.h"

#include "detect/link_case.h"
#include "detect/link_lookalike.h"
#include "detect/link_mismatch.h"
#include "detect/link_path.h"

struct one_link {
	struct claims claims;
	struct link_context context;
	struct message_link link;
	struct link_view view;
	struct findings findings;
	struct link_case c;
};

static void read_link(struct one_link *one, const char *claims, bool official, const char *url,
		      const char *text)
{
	*one = (struct one_link){.claims = houses_claimed(claims),
				 .link = {.url = span_of(url), .text = span_of(text)},
				 .findings = {.arena = fixture.arena}};
	one->context = houses_context(&one->claims, official);
	one->c = (struct link_case){&one->context, 7, &one->link, &one->view, &one->findings};
}

static struct place place_at(const struct one_link *one, const char *text)
{
	struct url url = url_parse(fixture.arena, span_of(text));

	return place_of(&one->context, &url);
}

static void what_a_finding_shows(void **state)
{
	struct one_link one;
	struct place place;
	const struct finding *found;

	(void)state;
	read_link(&one, NULL, false, "https://a.zаvelto.example/", "");
	place = place_at(&one, "https://a.zаvelto.example/");
	found = link_raise(&one.c, LINK_SHORTENER, LEVEL_WARNING, BRAND_NONE, &place);
	assert_int_equal(found->target, TARGET_LINK);
	assert_int_equal(found->index, 7);
	assert_int_equal(found->level, LEVEL_WARNING);
	expect_text("hostname", "place", found->evidence[EVIDENCE_HOSTNAME],
		    "a.xn--zvelto-3nf.example");
	expect_text("punycode", "place", found->evidence[EVIDENCE_PUNYCODE],
		    "a.xn--zvelto-3nf.example");
	expect_text("domain", "place", found->evidence[EVIDENCE_DOMAIN], "xn--zvelto-3nf.example");
	expect_text("destination", "place", found->evidence[EVIDENCE_DESTINATION], "");

	/* reached through a redirector: that is where it leads */
	place = place_at(&one, "https://fremd.example/");
	place.destination = true;
	found = link_raise(&one.c, LINK_REDIRECT, LEVEL_NOTICE, BRAND_NONE, &place);
	expect_text("destination", "redirected", found->evidence[EVIDENCE_DESTINATION],
		    "fremd.example");
	expect_text("punycode", "redirected", found->evidence[EVIDENCE_PUNYCODE], "");

	/* of the link as written there is no place */
	found = link_raise(&one.c, LINK_SCRIPT, LEVEL_DANGER, BRAND_NONE, NULL);
	expect_text("hostname", "none", found->evidence[EVIDENCE_HOSTNAME], "");

	/* a second place of the same finding and level changes nothing of the first */
	place = place_at(&one, "https://zweite.example/");
	link_raise(&one.c, LINK_REDIRECT, LEVEL_NOTICE, BRAND_NONE, &place);
	expect_text("hostname", "first",
		    finding_of(&one.findings, LINK_REDIRECT)->evidence[EVIDENCE_HOSTNAME],
		    "fremd.example");
	assert_int_equal(one.findings.count, 3);
}

static void what_trust_excuses(void **state)
{
	static const struct {
		enum finding_code code;
		enum level level, trusted;
	} CASES[] = {
	    {LINK_UNOFFICIAL, LEVEL_WARNING, LEVEL_NOTICE},
	    {LINK_COMBOSQUAT, LEVEL_DANGER, LEVEL_NOTICE},
	    {LINK_TLD_SWAP, LEVEL_WARNING, LEVEL_NOTICE},
	    {LINK_TEXT_MISMATCH, LEVEL_DANGER, LEVEL_NOTICE},
	    {LINK_FREE_HOSTING, LEVEL_NOTICE, LEVEL_NOTICE},
	    {LINK_LOOKALIKE_IDN, LEVEL_DANGER, LEVEL_DANGER},
	    {LINK_LOOKALIKE_TYPO, LEVEL_DANGER, LEVEL_DANGER},
	    {LINK_USERINFO, LEVEL_DANGER, LEVEL_DANGER},
	    {LINK_SCRIPT, LEVEL_DANGER, LEVEL_DANGER},
	    {LINK_OBFUSCATED, LEVEL_WARNING, LEVEL_WARNING},
	};
	struct one_link one;

	(void)state;
	read_link(&one, NULL, false, "https://freund.example/", "");
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct place friend = place_at(&one, "https://freund.example/"),
			     other = place_at(&one, "https://fremd.example/");

		one.findings = (struct findings){.arena = fixture.arena};
		assert_int_equal(
		    link_raise(&one.c, CASES[i].code, CASES[i].level, BRAND_NONE, &friend)->level,
		    CASES[i].trusted);
		one.findings = (struct findings){.arena = fixture.arena};
		assert_int_equal(
		    link_raise(&one.c, CASES[i].code, CASES[i].level, BRAND_NONE, &other)->level,
		    CASES[i].level);
	}
}

static void problems_have_a_word(void **state)
{
	struct one_link one;

	(void)state;
	read_link(&one, NULL, false, "https://fremd.example/", "");
	link_raise_problem(&one.c, LINK_OBFUSCATED, LEVEL_WARNING, NULL, NULL);
	assert_int_equal(one.findings.count, 0);
	link_raise_problem(&one.c, LINK_OBFUSCATED, LEVEL_WARNING, "backslash", NULL);
	expect_text("problem", "one",
		    finding_of(&one.findings, LINK_OBFUSCATED)->evidence[EVIDENCE_PROBLEM],
		    "backslash");
}

/* The only finding, where there is to be `any`. */
static void expect_lookalike(const char *what, const struct one_link *one, bool any,
			     enum finding_code code, const char *imitates)
{
	if (one->findings.count != any)
		fail_msg("%s: %zu findings", what, one->findings.count);
	if (!any)
		return;
	assert_int_equal(one->findings.at[0].code, code);
	expect_text("imitates", what, one->findings.at[0].evidence[EVIDENCE_IMITATES], imitates);
}

static void places_that_look_like_others(void **state)
{
	struct one_link one;
	struct place place;

	(void)state;
	read_link(&one, NULL, false, "https://zаvelto.example/", "");
	place = place_at(&one, "https://zаvelto.example/");
	link_lookalike_check(&one.c, &place);
	expect_lookalike("another alphabet's letter", &one, true, LINK_LOOKALIKE_IDN,
			 "zavelto.example");

	read_link(&one, "zavelto", false, "https://zavelto.example/", "");
	place = place_at(&one, "https://zavelto.example/");
	link_lookalike_check(&one.c, &place);
	expect_lookalike("official itself", &one, false, LINK_SCRIPT, NULL);

	read_link(&one, NULL, false, "https://zaveIto.example/", "");
	place = place_at(&one, "https://zaveIto.example/");
	link_capitals_check(&one.c, &place);
	expect_lookalike("a capital I", &one, true, LINK_LOOKALIKE_TYPO, "zavelto.example");

	read_link(&one, NULL, false, "https://zaveito.example/", "zaveito.example");
	link_capitals_check(&one.c, &place);
	expect_lookalike("an i that is shown as one", &one, false, LINK_SCRIPT, NULL);

	read_link(&one, "zavelto", false, "https://fremd.example/", "");
	place = place_at(&one, "https://fremd.example/?u=https%3A%2F%2Fz%D0%B0velto.example%2F");
	link_parameters_check(&one.c, &place);
	expect_lookalike("in the query", &one, true, LINK_LOOKALIKE_IDN, "zavelto.example");
}

struct mismatch_case {
	const char *what, *text, *first, *last; /* `last`: NULL for the same */
	bool hidden, official;
	enum level level;
	const char *shown, *brand;
	const char *sender; /* its registrable domain */
	bool authenticated;
	const char *problem;
};

static void check_mismatch(const struct mismatch_case *c)
{
	struct one_link one;
	struct place first, last;

	read_link(&one, c->official ? "zavelto" : NULL, c->official, c->first, c->text);
	first = place_at(&one, c->first);
	last = c->last ? place_at(&one, c->last) : first;
	one.context.sender_registrable = span_of(c->sender);
	one.context.sender_authenticated = c->authenticated;
	link_mismatch_check(&one.c, &first, &last, c->hidden);
	if ((one.findings.count ? one.findings.at[0].level : LEVEL_NONE) != c->level)
		fail_msg("%s: %zu findings", c->what, one.findings.count);
	if (c->level == LEVEL_NONE)
		return;
	assert_int_equal(one.findings.at[0].code, LINK_TEXT_MISMATCH);
	expect_text("shown", c->what, one.findings.at[0].evidence[EVIDENCE_SHOWN], c->shown);
	expect_house("the brand", c->what, one.findings.at[0].brand, c->brand);
	expect_text("problem", c->what, one.findings.at[0].evidence[EVIDENCE_PROBLEM], c->problem);
}

static void texts_that_show_another_place(void **state)
{
	static const struct mismatch_case CASES[] = {
	    {.what = "a brand's name, a stranger's place",
	     .text = "zavelto.example",
	     .first = "https://fremd.example/",
	     .level = LEVEL_DANGER,
	     .shown = "zavelto.example",
	     .brand = "zavelto"},
	    {.what = "one that the user trusts",
	     .text = "https://www.freund.example/konto",
	     .first = "https://fremd.example/",
	     .level = LEVEL_DANGER,
	     .shown = "www.freund.example"},
	    {.what = "a stranger's URL, another's place",
	     .text = "https://eins.example/",
	     .first = "https://zwei.example/",
	     .level = LEVEL_WARNING,
	     .shown = "eins.example"},
	    {.what = "www. is a promise, too",
	     .text = "www.eins.example",
	     .first = "https://zwei.example/",
	     .level = LEVEL_WARNING,
	     .shown = "www.eins.example"},
	    {.what = "where it leads in the end counts",
	     .text = "zavelto.example",
	     .first = "https://zavelto.example/weiter?u=https://fremd.example/",
	     .last = "https://fremd.example/",
	     .level = LEVEL_DANGER,
	     .shown = "zavelto.example",
	     .brand = "zavelto"},
	    {.what = "a place that hides where it leads on to",
	     .text = "eins.example",
	     .first = "https://kurz.example/x",
	     .hidden = true},
	    {.what = "… while another is promised",
	     .text = "https://eins.example/",
	     .first = "https://kurz.example/x",
	     .hidden = true,
	     .level = LEVEL_WARNING,
	     .shown = "eins.example"},
	    {.what = "another of many that hide",
	     .text = "https://eins.kurz.example/",
	     .first = "https://zwei.kurz.example/x",
	     .hidden = true,
	     .level = LEVEL_WARNING,
	     .shown = "eins.kurz.example"},
	    {.what = "a wrapper's other pages",
	     .text = "https://www.google.com/maps",
	     .first = "https://www.google.com/url?q=https://fremd.example/",
	     .last = "https://fremd.example/",
	     .level = LEVEL_DANGER,
	     .shown = "www.google.com",
	     .brand = "google"},
	    {.what = "the sender's own site over a click counter",
	     .text = "https://www.eins.example/",
	     .first = "https://zwei.example/",
	     .sender = "eins.example",
	     .level = LEVEL_NOTICE,
	     .shown = "www.eins.example",
	     .problem = "own-name"},
	    {.what = "… another's than the sender's",
	     .text = "https://drei.example/",
	     .first = "https://zwei.example/",
	     .sender = "eins.example",
	     .level = LEVEL_WARNING,
	     .shown = "drei.example"},
	    {.what = "… a brand's",
	     .text = "https://zavelto.example/",
	     .first = "https://zwei.example/",
	     .sender = "zavelto.example",
	     .level = LEVEL_DANGER,
	     .shown = "zavelto.example",
	     .brand = "zavelto"},
	    {.what = "a brand's bare name over the proven sender's own click counter",
	     .text = "Zavelto.example",
	     .first = "https://klick.eins.example/1",
	     .sender = "eins.example",
	     .authenticated = true,
	     .level = LEVEL_NOTICE,
	     .shown = "zavelto.example",
	     .brand = "zavelto",
	     .problem = "own-link"},
	    {.what = "… which is shown as a URL",
	     .text = "https://zavelto.example",
	     .first = "https://klick.eins.example/1",
	     .sender = "eins.example",
	     .authenticated = true,
	     .level = LEVEL_DANGER,
	     .shown = "zavelto.example",
	     .brand = "zavelto"},
	    {.what = "… whom nothing proves",
	     .text = "zavelto.example",
	     .first = "https://klick.eins.example/1",
	     .sender = "eins.example",
	     .level = LEVEL_DANGER,
	     .shown = "zavelto.example",
	     .brand = "zavelto"},
	    {.what = "… over another's",
	     .text = "zavelto.example",
	     .first = "https://zwei.example/1",
	     .sender = "eins.example",
	     .authenticated = true,
	     .level = LEVEL_DANGER,
	     .shown = "zavelto.example",
	     .brand = "zavelto"},
	    {.what = "a brand's sign-in page over a mail service's click counter",
	     .text = "https://www.zavelto.example/sign-in",
	     .first = "https://klick.versand.example/",
	     .level = LEVEL_WARNING,
	     .shown = "www.zavelto.example",
	     .brand = "zavelto",
	     .problem = "sign-in"},
	    /* honest */
	    {.what = "… the sender's own",
	     .text = "https://www.zavelto.example/sign-in",
	     .first = "https://klick.versand.example/",
	     .sender = "zavelto.example"},
	    {.what = "a wrapper's URL, as filters rewrite plain text",
	     .text = "https://www.google.com/url?q=https://eins.example/",
	     .first = "https://www.google.com/url?q=https://fremd.example/",
	     .last = "https://fremd.example/"},
	    {.what = "the place that hides itself",
	     .text = "https://kurz.example/y",
	     .first = "https://kurz.example/x",
	     .hidden = true},
	    {.what = "from one that the user trusts to another",
	     .text = "nachbar.example",
	     .first = "https://freund.example/"},
	    {.what = "a word with a dot", .text = "Node.js", .first = "https://fremd.example/"},
	    {.what = "a stranger's name without a promise",
	     .text = "eins.example",
	     .first = "https://zwei.example/"},
	    {.what = "the same registrable domain",
	     .text = "https://shop.eins.example/",
	     .first = "https://www.eins.example/"},
	    {.what = "of one house",
	     .text = "https://www.zavelto.example/",
	     .first = "https://quorbank.example/"},
	    {.what = "the brand's name at another of its places",
	     .text = "zavelto.example",
	     .first = "https://post.zavelto.test/"},
	    {.what = "through a mail service",
	     .text = "https://www.zavelto.example/",
	     .first = "https://klick.versand.example/"},
	    {.what = "no URL at all", .text = "Hier klicken", .first = "https://fremd.example/"},
	    {.what = "no text", .text = "", .first = "https://fremd.example/"},
	    {.what = "the link as written",
	     .text = "http://www.dcc-/",
	     .first = "http://www.dcc-/"},
	    {.what = "a brand's own mail leads through the brand's own domains",
	     .text = "https://murvenex.example/",
	     .first = "https://zavelto.example/",
	     .official = true},
	    {.what = "… but not to strangers",
	     .text = "https://murvenex.example/",
	     .first = "https://fremd.example/",
	     .official = true,
	     .level = LEVEL_DANGER,
	     .shown = "murvenex.example",
	     .brand = "murvenex"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check_mismatch(&CASES[i]);
}

/* What is shown in other letters than it reads like is told in both forms. */
static void a_text_that_imitates(void **state)
{
	struct one_link one;
	struct place place;
	const struct finding *found;

	(void)state;
	read_link(&one, NULL, false, "https://fremd.example/", "https://zаvelto.example/");
	place = place_at(&one, "https://fremd.example/");
	link_mismatch_check(&one.c, &place, &place, false);
	found = finding_of(&one.findings, LINK_TEXT_MISMATCH);
	expect_text("shown", "imitation", found->evidence[EVIDENCE_SHOWN], "zаvelto.example");
	expect_text("punycode", "imitation", found->evidence[EVIDENCE_SHOWN_PUNYCODE],
		    "xn--zvelto-3nf.example");
}

static void official_names_in_paths(void **state)
{
	static const struct {
		const char *url, *claims;
		bool official;
		enum level level;
		const char *brand, *imitates;
	} CASES[] = {
	    {"https://fremd.example/zavelto.example/login", "zavelto", false, LEVEL_WARNING,
	     "zavelto", "zavelto.example"},
	    {"https://fremd.example/a/b/www.Zavelto.example", NULL, false, LEVEL_NOTICE, "zavelto",
	     "zavelto.example"},
	    {"https://fremd.example/zavelto%2Eexample/", NULL, false, LEVEL_NOTICE, "zavelto",
	     "zavelto.example"},
	    {"https://fremd.example/murvenex.example/", "zavelto", false, LEVEL_NOTICE, "murvenex",
	     "murvenex.example"},
	    {"https://fremd.example//zavelto.example/", NULL, false, LEVEL_NOTICE, "zavelto",
	     "zavelto.example"},
	    /* honest: too far behind, a part of something else, somebody known, an official sender */
	    {"https://fremd.example/a/b/c/d/zavelto.example", "zavelto", false, LEVEL_NONE, NULL,
	     NULL},
	    {"https://fremd.example/1234@zavelto.example", "zavelto", false, LEVEL_NONE, NULL,
	     NULL},
	    {"https://fremd.example/1234@mx.zavelto.example", "zavelto", false, LEVEL_NONE, NULL,
	     NULL},
	    {"https://fremd.example/zavelto", "zavelto", false, LEVEL_NONE, NULL, NULL},
	    {"https://fremd.example/seiten.murvenex.example.fremd/", NULL, false, LEVEL_NONE, NULL,
	     NULL},
	    {"https://fremd.example/?zavelto.example", "zavelto", false, LEVEL_NONE, NULL, NULL},
	    {"https://zavelto.example/murvenex.example", NULL, false, LEVEL_NONE, NULL, NULL},
	    {"https://wer.seiten.murvenex.example/zavelto.example", NULL, false, LEVEL_NONE, NULL,
	     NULL},
	    {"https://ehrlich.example/zavelto.example", "zavelto", false, LEVEL_NONE, NULL, NULL},
	    {"https://klick.versand.example/zavelto.example", "zavelto", false, LEVEL_NONE, NULL,
	     NULL},
	    {"https://fremd.example/murvenex.example", "zavelto", true, LEVEL_NONE, NULL, NULL},
	    {"https://fremd.example/", "zavelto", false, LEVEL_NONE, NULL, NULL},
	    {"https://fremd.example", "zavelto", false, LEVEL_NONE, NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const char *url = CASES[i].url;
		struct one_link one;
		struct place place;
		const struct finding *found;

		read_link(&one, CASES[i].claims, CASES[i].official, url, "");
		place = place_at(&one, url);
		link_path_check(&one.c, &place);
		if ((one.findings.count ? one.findings.at[0].level : LEVEL_NONE) != CASES[i].level)
			fail_msg("%s: %zu findings", url, one.findings.count);
		if (CASES[i].level == LEVEL_NONE)
			continue;
		found = finding_of(&one.findings, LINK_BRAND_EMBEDDED);
		expect_house("the brand", url, found->brand, CASES[i].brand);
		expect_text("imitates", url, found->evidence[EVIDENCE_IMITATES], CASES[i].imitates);
		expect_text("rule", url, found->evidence[EVIDENCE_RULE], "path");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_a_finding_shows),
	    cmocka_unit_test(what_trust_excuses),
	    cmocka_unit_test(problems_have_a_word),
	    cmocka_unit_test(places_that_look_like_others),
	    cmocka_unit_test(texts_that_show_another_place),
	    cmocka_unit_test(a_text_that_imitates),
	    cmocka_unit_test(official_names_in_paths),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
