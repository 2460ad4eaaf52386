/* The Bidi rule, condition by condition; the names are those that ICU's uidna_nameToASCII() takes and refuses. */
#include "text/hostname_bidi.h"

#include "arena_fixture.h"
#include "text/hostname.h"

#define ALEF "\u05d0"	     /* Hebrew: class R */
#define BEH "\u0628"	     /* Arabic: AL */
#define ARABIC_ONE "\u0661"  /* AN */
#define PERSIAN_ONE "\u06f1" /* EN */
#define POINT "\u05b0"	     /* a Hebrew vowel: NSM */
#define ACUTE "\u0301"	     /* NSM */
#define PLUS "\uff0b"	     /* full-width: ES */
#define HEART "\u2764"	     /* ON */
#define OVERRIDE "\u202e"    /* RLO */
#define PER_MILLE "\u2030"   /* ET */
#define NON_JOINER "\u200c"  /* BN */

static void labels(void **state)
{
	static const struct {
		const char *label;
		bool right_to_left, taken;
	} cases[] = {
	    {"", false, true},
	    {"a", false, true},
	    {"a1", false, true},
	    {"a-1", false, true},
	    {ALEF, true, true},
	    {BEH, true, true},
	    {"a" ACUTE, false, true},
	    {ALEF POINT, true, true},
	    {ALEF POINT POINT, true, true},
	    {ALEF "1", true, true},
	    {ALEF ARABIC_ONE, true, true},
	    {ALEF "-" BEH, true, true},
	    {ALEF HEART "1", true, true},
	    {ALEF NON_JOINER BEH, true, true},
	    {"a" PLUS PER_MILLE "," HEART "1", false, true},
	    /* 1: begins with L, R or AL */
	    {"1", false, false},
	    {"1a", false, false},
	    {"-a", false, false},
	    {"_a", false, false},
	    {ACUTE "a", false, false},
	    {"1" ALEF, true, false},
	    {ARABIC_ONE ALEF, true, false},
	    {PERSIAN_ONE BEH, true, false},
	    {HEART ALEF, true, false},
	    /* 2: nothing that is written from left to right in it, nor what turns the direction */
	    {ALEF "a", true, false},
	    {ALEF "a" ALEF, true, false},
	    {ALEF OVERRIDE ALEF, true, false},
	    /* 3: ends in R, AL, EN or AN */
	    {ALEF "-", true, false},
	    {ALEF HEART, true, false},
	    {ALEF "-" POINT, true, false},
	    {ALEF PLUS, true, false},
	    /* 4: not both kinds of numbers */
	    {ALEF "1" ARABIC_ONE, true, false},
	    {ALEF ARABIC_ONE "1", true, false},
	    {BEH ARABIC_ONE PERSIAN_ONE, true, false},
	    {BEH ARABIC_ONE ARABIC_ONE, true, true},
	    /* 5: nothing that is written from right to left */
	    {"a" ALEF, true, false},
	    {"a" ALEF "a", true, false},
	    {"a" ARABIC_ONE, true, false},
	    {"a" OVERRIDE "a", false, false},
	    /* 6: ends in L or EN */
	    {"a-", false, false},
	    {"a" HEART, false, false},
	    {"a-" ACUTE, false, false},
	    {"a" HEART "1" ACUTE, false, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span label = span_of(cases[i].label);

		if (hostname_bidi_takes_label(label) != cases[i].taken ||
		    hostname_bidi_is_right_to_left(label) != cases[i].right_to_left)
			fail_msg("case %zu: %s", i, cases[i].label);
	}
}

/* Names with a label from right to left; without one the conditions ask nothing. */
static void names(void **state)
{
	static const struct {
		const char *name;
		bool taken;
	} cases[] = {
	    {"", true},
	    {".", true},
	    {"1.2a.-b", true},
	    {"a_.b-.1", true},
	    {"example." ALEF, true},
	    {ALEF ".example", true},
	    {"a1." ALEF ".com", true},
	    {ALEF "." BEH, true},
	    {ALEF ".com.", true},
	    {ALEF "..com", true},
	    {"1a." ALEF, false},
	    {ALEF ".1a", false},
	    {"www.24h." ALEF ".com", false},
	    {"-a." ALEF, false},
	    {"a-." ALEF, false},
	    {"_dmarc." ALEF, false},
	    {HEART "." ALEF, false},
	    {ALEF "a.com", false},
	    {"com." ARABIC_ONE, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (hostname_bidi_takes(span_of(cases[i].name)) != cases[i].taken)
			fail_msg("case %zu: %s", i, cases[i].name);
}

/* As hostname_parse() reads them: refused in other letters, kept and marked where all is ASCII. */
static void parsed(void **state)
{
	static const struct {
		const char *raw, *ascii, *unicode; /* NULL: refused */
		bool undecodable;
	} cases[] = {
	    {"example." ALEF, "example.xn--4db", "example." ALEF, false},
	    {"example.xn--4db", "example.xn--4db", "example." ALEF, false},
	    {"1a." ALEF, NULL, NULL, false},
	    {"1A。" ALEF, NULL, NULL, false},
	    {"%31a." ALEF, NULL, NULL, false},
	    {ALEF ".-", NULL, NULL, false},
	    {HEART "." ALEF, NULL, NULL, false},
	    {"\u043f&." ALEF, NULL, NULL, false}, /* libidn2 does not decode the first label */
	    {"\u043f&a." ALEF, "xn--&a-hmc.xn--4db", "xn--&a-hmc." ALEF, true},
	    {HEART ".xn--4db", NULL, NULL, false},
	    {"1a.xn--4db", "1a.xn--4db", "1a.xn--4db", true},
	    {"1A.XN--4DB.", "1a.xn--4db", "1a.xn--4db", true},
	    {"1a.xn--wgv71a", "1a.xn--wgv71a", "1a.\u65e5\u672c", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct hostname got = hostname_parse(arena, span_of(cases[i].raw));

		if (!cases[i].ascii) {
			if (got.kind != HOSTNAME_INVALID)
				fail_msg("case %zu: %s is taken", i, cases[i].raw);
			continue;
		}
		expect_text("ascii", cases[i].raw, got.ascii, cases[i].ascii);
		expect_text("unicode", cases[i].raw, got.unicode, cases[i].unicode);
		assert_int_equal(got.undecodable, cases[i].undecodable);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(labels),
	    cmocka_unit_test(names),
	    cmocka_unit_test(parsed),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
