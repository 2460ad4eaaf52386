/* How far a piece of a hostname is from a label. */
#include "small_catalogue.h"

#include "detect/nearness.h"

static struct arena *arena;

static int set_up(void **state)
{
	arena = arena_new((size_t)1 << 20);
	return arena ? small_set_up(state) : -1;
}

static int tear_down(void **state)
{
	arena_free(&arena);
	return small_tear_down(state);
}

static void compact_skeletons(void **state)
{
	static const struct {
		const char *skeleton, *compact;
	} CASES[] = {
	    {"arnazon", "amazon"},
	    {"rnetarnask", "metamask"},
	    {"rrn", "rm"},
	    {"nr", "nr"},
	    {"r", "r"},
	    {"rn", "m"},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct span got = nearness_compact(arena, span_of(CASES[i].skeleton));

		if (!span_equal(got, span_of(CASES[i].compact)))
			fail_msg("%s: %.*s", CASES[i].skeleton, (int)got.len, got.ptr);
	}
}

static void letters_that_pass_for_others(void **state)
{
	static const char *const PAIRS[] = {"4a", "8b", "3e", "6b", "9g", "qg", "5s",
					    "7t", "2z", "gq", "0o", "1l", "1i"};
	static const struct {
		const char *seen, *genuine;
	} OTHERS[] = {
	    {"amazon", "am4zon"}, /* not the other way */
	    {"amezon", "amazon"}, {"amzon", "amazon"},	{"am4azon", "amazon"},
	    {"amaozn", "amazon"}, {"amazon", "amazon"}, {"x", "amazon"},
	};
	char seen[] = "ab_cd", genuine[] = "ab_cd";

	(void)state;
	for (size_t i = 0; i < sizeof(PAIRS) / sizeof(*PAIRS); i++) {
		seen[2] = PAIRS[i][0];
		genuine[2] = PAIRS[i][1];
		if (!nearness_alike(edit_between(span_of(seen), span_of(genuine))))
			fail_msg("%s, %s", seen, genuine);
	}
	for (size_t i = 0; i < sizeof(OTHERS) / sizeof(*OTHERS); i++)
		if (nearness_alike(
			edit_between(span_of(OTHERS[i].seen), span_of(OTHERS[i].genuine))))
			fail_msg("%s, %s", OTHERS[i].seen, OTHERS[i].genuine);
}

/* Two edits, where a brand is claimed. */
static void two_edits(void **state)
{
	static const struct {
		const char *seen, *label;
		bool two;
	} CASES[] = {
	    {"amaozm", "amazon", true},
	    {"anaozm", "amazon", true},
	    {"rekutan", "rakuten", true}, /* letters in another order */
	    {"metamaskxy", "metamask", true},
	    {"metams", "metamask", true},
	    {"mxtamxsk", "metamask", true},
	    /* … of fewer letters with at most one strange one */
	    {"amxzxn", "amazon", false},
	    {"amaznxx", "amazon", false},
	    {"aamzno", "amazon", true},
	    {"amzom", "amazon", true},
	    /* not from another first letter on */
	    {"xmazno", "amazon", false},
	    {"mazano", "amazon", false},
	    /* one edit or none is found elsewhere */
	    {"amazom", "amazon", false},
	    {"amazno", "amazon", false},
	    {"amazon", "amazon", false},
	    /* three; short labels; lengths that differ too much */
	    {"mxtxmxsk", "metamask", false},
	    {"ebyax", "ebay", false},
	    {"apelp", "apple", false},
	    {"metamaskxyz", "metamask", false},
	    {"metam", "metamask", false},
	    {"", "amazon", false},
	    {"", "", false},
	};
	char seen[70], label[70];

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (nearness_two(span_of(CASES[i].seen), span_of(CASES[i].label)) != CASES[i].two)
			fail_msg("%s, %s", CASES[i].seen, CASES[i].label);
	/* labels hold at most 63 bytes */
	for (size_t len = 62; len < 66; len++) {
		memset(seen, 'a', len);
		memset(label, 'a', len);
		seen[10] = 'b';
		seen[20] = 'c';
		assert_int_equal(nearness_two((struct span){seen, len}, (struct span){label, len}),
				 len <= 63);
	}
}

/* Strangers' names differ in the first letter, in a number at the end, by a letter in place of a hyphen. */
static void doubtful_edits(void **state)
{
	static const struct {
		const char *seen;
		enum edit_kind kind;
		bool doubtful;
		const char *target; /* NULL: metamask.io */
	} CASES[] = {
	    {"metamask", EDIT_NONE, true, NULL},
	    {"metamazk", EDIT_SUBSTITUTE, false, NULL},
	    {"metmask", EDIT_DELETE, false, NULL},
	    {"metaamask", EDIT_INSERT, false, NULL},
	    {"metmaask", EDIT_SWAP, false, NULL},
	    {"netamask", EDIT_SUBSTITUTE, true, NULL},
	    {"emtamask", EDIT_SWAP, false, NULL},
	    {"xmetamask", EDIT_INSERT, true, NULL},
	    {"metamask2", EDIT_INSERT, true, NULL},
	    {"rnetamasc", EDIT_SUBSTITUTE, false, NULL}, /* m counts as one letter */
	    {"metaxxmask", EDIT_FAR, false, NULL},
	    {"4mazon", EDIT_SUBSTITUTE, false, "amazon.com"},
	    {"bmazon", EDIT_SUBSTITUTE, true, "amazon.com"},
	};
	struct hostname hostname = hostname_parse(arena, SPAN("x.example"));
	struct domain_hit hits[DOMAIN_HITS];
	struct suspect suspect;

	(void)state;
	assert_true(suspect_make(&suspect, &small.catalogue, arena, &hostname, NULL));
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct span seen = span_of(CASES[i].seen);
		const char *target = CASES[i].target ? CASES[i].target : "metamask.io";
		bool doubtful;

		assert_int_equal(catalogue_domain(&small.catalogue, span_of(target), hits), 1);
		struct edit edit =
		    nearness(&suspect, seen, skeleton_of(arena, seen), &hits[0], &doubtful);

		if (edit.kind != CASES[i].kind || doubtful != CASES[i].doubtful)
			fail_msg("%s: %d%s", CASES[i].seen, (int)edit.kind,
				 doubtful ? ", doubtful" : "");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(compact_skeletons),
	    cmocka_unit_test(letters_that_pass_for_others),
	    cmocka_unit_test(two_edits),
	    cmocka_unit_test(doubtful_edits),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
