/* The hostname under suspicion, taken apart, and each matcher by itself. */
#include "small_catalogue.h"

#include "detect/matcher.h"
#include "detect/own_names.h"

static struct arena *arena;

static int set_up(void **state)
{
	arena = arena_new((size_t)8 << 20);
	return arena ? small_set_up(state) : -1;
}

static int tear_down(void **state)
{
	arena_free(&arena);
	return small_tear_down(state);
}

static bool make(struct suspect *suspect, const char *text, struct effort *effort)
{
	struct hostname hostname = hostname_parse(arena, span_of(text));

	return suspect_make(suspect, &small.catalogue, arena, &hostname, effort);
}

static void expect(const char *what, const char *of, struct span got, const char *want)
{
	if (!span_equal(got, span_of(want)))
		fail_msg("%s of %s: \"%.*s\" instead of \"%s\"", what, of, (int)got.len, got.ptr,
			 want);
}

/* The tokens, each behind a dot where it begins a label, else behind a hyphen; `!`: of the registrable domain, `*`: not
 * ASCII. */
static struct span tokens_of(const struct suspect *suspect)
{
	struct builder out = {.arena = arena};

	for (size_t i = 0; i < suspect->token_count; i++) {
		const struct token *token = &suspect->tokens[i];

		builder_byte(&out, token->after_dot ? '.' : '-');
		builder_add(&out, token->shown);
		if (token->registrable)
			builder_byte(&out, '!');
		if (!token->plain)
			builder_byte(&out, '*');
	}
	return builder_span(&out);
}

static void a_hostname_is_taken_apart(void **state)
{
	static const struct {
		const char *name, *label, *suffix, *front, *tokens;
		bool plain, tenant;
	} CASES[] = {
	    {"metamask-login.example", "metamask-login", "example", "", ".metamask!-login!", true,
	     false},
	    {"a-b.c.shop.co.jp", "shop", "co.jp", "a-b.c", ".a-b.c.shop!", true, false},
	    {"wer.freehost.example", "wer", "freehost.example", "", ".wer!", true, true},
	    {"a.größe.de", "xn--gre-6ka8i", "de", "a", ".a.größe!*", false, false},
	    {"--a--.example", "--a--", "example", "", ".a!", true, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const char *name = CASES[i].name;
		struct suspect suspect;

		assert_true(make(&suspect, name, NULL));
		expect("label", name, suspect.label, CASES[i].label);
		expect("suffix", name, suspect.suffix, CASES[i].suffix);
		expect("front", name, suspect.front, CASES[i].front);
		expect("tokens", name, tokens_of(&suspect), CASES[i].tokens);
		assert_int_equal(suspect.plain, CASES[i].plain);
		assert_int_equal(suspect.tenant, CASES[i].tenant);
		assert_true(suspect.skeleton_count > 0);
	}
}

static void what_has_no_label(void **state)
{
	static const char *const NAMES[] = {"example", "127.0.0.1", "[::1]",
					    "",	       "co",	    "metamask.a_b"};
	struct suspect suspect;
	struct effort spent = {.left = 0};
	struct arena *whole = arena;

	(void)state;
	for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++)
		if (make(&suspect, NAMES[i], NULL))
			fail_msg("%s", NAMES[i]);
	/* what is not afforded is not cut into tokens */
	assert_true(make(&suspect, "metamask-login.example", &spent));
	assert_int_equal(suspect.token_count, 0);
	assert_true(spent.spent);
	assert_false(suspect_affords(&suspect, 1));
	/* nor is anything judged by halves */
	arena = arena_new(64);
	assert_false(make(&suspect, "metamask-login.example", NULL));
	assert_true(arena_failed(arena));
	arena_free(&arena);
	arena = whole;
}

static void candidates_by_their_label(void **state)
{
	struct domain_hit hits[DOMAIN_HITS];
	struct suspect suspect;

	(void)state;
	assert_true(make(&suspect, "paypaI.example", NULL));
	assert_int_equal(suspect_equal(&suspect, skeleton_of(arena, SPAN("metamask")), hits), 1);
	expect("candidate", "metamask", hits[0].name, "metamask.io");
	assert_int_equal(suspect_equal(&suspect, skeleton_of(arena, SPAN("metamasc")), hits), 0);
	assert_int_equal(suspect_near(&suspect, skeleton_of(arena, SPAN("metamasc")), hits), 1);
	expect("candidate", "metamasc", hits[0].name, "metamask.io");
	assert_int_equal(suspect_near(&suspect, skeleton_of(arena, SPAN("metamask")), hits), 0);
	assert_int_equal(suspect_equal(&suspect, (struct span){0}, hits), 0);
	assert_int_equal(suspect_near(&suspect, (struct span){0}, hits), 0);
}

/* A house that spans countries is given under the suffix that is asked for, and is no candidate for itself. */
static void candidates_under_a_suffix(void **state)
{
	struct span paypal = skeleton_of(arena, SPAN("paypal"));
	struct domain_hit hits[DOMAIN_HITS];
	struct suspect suspect;

	(void)state;
	assert_true(make(&suspect, "paypa1.de", NULL));
	assert_true(suspect_equal(&suspect, paypal, hits) > 0);
	expect("candidate", "paypa1.de", hits[0].name, "paypal.de");
	assert_true(suspect_equal_under(&suspect, paypal, SPAN("co.uk"), hits) > 0);
	expect("candidate", "co.uk", hits[0].name, "paypal.co.uk");
	assert_true(suspect_equal_under(&suspect, paypal, SPAN("fr"), hits) > 0);
	expect("candidate", "fr", target_registrable(&suspect, &hits[0]), "paypal.com");
	assert_true(suspect_near_under(&suspect, skeleton_of(arena, SPAN("paypall")), SPAN("co.uk"),
				       hits) > 0);
	expect("candidate", "near co.uk", hits[0].name, "paypal.co.uk");
	expect("suffix", "near co.uk", target_suffix(&suspect, &hits[0]), "co.uk");
	expect("label", "near co.uk", target_label(&suspect, &hits[0]), "paypal");
	assert_int_equal(target_length(&suspect, &hits[0]), 6);
	assert_true(make(&suspect, "www.metamask.io", NULL));
	assert_int_equal(suspect_equal(&suspect, skeleton_of(arena, SPAN("metamask")), hits), 0);
}

static void what_is_known_of_a_target(void **state)
{
	static const struct {
		const char *name, *target;
		bool abroad;
	} CASES[] = {
	    {"orange.pl", "orange.fr", true},	{"orange.fr", "orange.fr", false},
	    {"orange.com", "orange.fr", false}, /* no country's */
	    {"orange.cn", "orange.fr", false},	/* hardly anybody's, but cheap */
	    {"orange.io", "orange.fr", false},	/* sold to everybody */
	    {"amazon.jp", "amazon.com", false}, /* another domain of its is there */
	    {"amazon.de", "amazon.com", true},
	};
	struct domain_hit hits[DOMAIN_HITS];
	struct suspect suspect;

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		assert_true(make(&suspect, CASES[i].name, NULL));
		assert_int_equal(catalogue_domain(&small.catalogue, span_of(CASES[i].target), hits),
				 1);
		if (target_is_abroad(&suspect, &hits[0]) != CASES[i].abroad)
			fail_msg("%s", CASES[i].name);
		assert_false(target_is_shared(&hits[0]));
		assert_false(target_is_weak_name(&suspect, &hits[0]));
	}
	assert_int_equal(catalogue_domain(&small.catalogue, SPAN("pages.cloudish.com"), hits), 1);
	assert_true(target_is_shared(&hits[0]));
}

static void small_helpers(void **state)
{
	(void)state;
	expect("text", "a.b.c", without_byte(arena, SPAN("a.b.c"), '.'), "abc");
	expect("text", "", without_byte(arena, SPAN(""), '.'), "");
	assert_int_equal(level_below(LEVEL_DANGER), LEVEL_WARNING);
	assert_int_equal(level_below(LEVEL_NOTICE), LEVEL_NONE);
	assert_int_equal(level_below(LEVEL_NONE), LEVEL_NONE);
}

/* The strongest match of each brand; the weakest goes where there are too many. */
static void matches_are_one_a_brand(void **state)
{
	struct matches matches = {0};
	struct match match = {.found = {.level = LEVEL_NOTICE, .rule = "edit"}};

	(void)state;
	match.found.target.brand = 1;
	matches_add(&matches, &match);
	matches_add(&matches, &match);
	assert_int_equal(matches.count, 1);
	match.found.level = LEVEL_DANGER;
	match.found.rule = "skeleton";
	matches_add(&matches, &match);
	assert_int_equal(matches.count, 1);
	assert_string_equal(matches.at[0].found.rule, "skeleton");
	match.found.level = LEVEL_WARNING;
	match.found.rule = "token";
	matches_add(&matches, &match);
	assert_string_equal(matches.at[0].found.rule, "skeleton");
	/* the same suffix breaks a tie */
	match.found.level = LEVEL_DANGER;
	match.same_suffix = true;
	matches_add(&matches, &match);
	assert_string_equal(matches.at[0].found.rule, "token");

	match.same_suffix = false;
	match.found.level = LEVEL_NOTICE;
	for (brand_ref brand = 2; brand <= LOOKALIKES; brand++) {
		match.found.target.brand = brand;
		matches_add(&matches, &match);
	}
	assert_int_equal(matches.count, LOOKALIKES);
	match.found.target.brand = 100;
	matches_add(&matches, &match);
	for (size_t i = 0; i < LOOKALIKES; i++)
		assert_int_not_equal(matches.at[i].found.target.brand, 100);
	match.found.level = LEVEL_WARNING;
	matches_add(&matches, &match);
	assert_int_equal(matches.count, LOOKALIKES);
	assert_int_equal(matches.at[0].found.target.brand, 1);
	for (size_t i = 0; i < LOOKALIKES; i++)
		if (matches.at[i].found.target.brand == 100)
			return;
	fail_msg("a stronger match found no place");
}

/* Of a plain list of domains only what is hardly an accident. */
static void matches_of_a_plain_list(void **state)
{
	static const struct {
		const char *rule, *label;
		enum level level;
		bool same_suffix, taken;
	} CASES[] = {
	    {"edit", "beispiel", LEVEL_DANGER, true, true},
	    {"edit", "beispiel", LEVEL_DANGER, false, false},
	    {"swap", "haus", LEVEL_DANGER, true, false},
	    {"skeleton", "beispiel", LEVEL_DANGER, false, true},
	    {"skeleton", "haus", LEVEL_DANGER, true, false},
	    {"skeleton", "beispiel", LEVEL_NOTICE, true, false},
	    {"skeleton-part", "beispiel", LEVEL_DANGER, false, true},
	    {"skeleton-part", "garten", LEVEL_DANGER, false, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct matches matches = {0};
		struct match match = {.found = {.level = CASES[i].level,
						.rule = CASES[i].rule,
						.target = {.label = span_of(CASES[i].label),
							   .roles = DOMAIN_PROTECTED}},
				      .same_suffix = CASES[i].same_suffix};

		matches_add(&matches, &match);
		if ((matches.count == 1) != CASES[i].taken)
			fail_msg("%s, %s", CASES[i].rule, CASES[i].label);
		/* the user's own choice is more than a list */
		matches.count = 0;
		match.found.target.roles |= DOMAIN_TRUSTED;
		matches_add(&matches, &match);
		assert_int_equal(matches.count, 1);
	}
}

struct matcher_case {
	const char *name;
	enum level level, level_claimed;
	const char *target; /* NULL: no match */
	const char *rule;
};

static void check(matcher *run, const struct matcher_case *c)
{
	struct matches matches = {0};
	struct suspect suspect;
	const struct lookalike *found = &matches.at[0].found;

	assert_true(make(&suspect, c->name, NULL));
	run(&suspect, &matches);
	if ((matches.count > 0) != (c->target != NULL))
		fail_msg("%s: %zu matches, %s", c->name, matches.count,
			 matches.count ? found->rule : "");
	if (!c->target)
		return;
	expect("target", c->name, found->target.name, c->target);
	expect("rule", c->name, span_of(found->rule), c->rule);
	if (found->level != c->level || found->level_claimed != c->level_claimed)
		fail_msg("%s: %d, claimed %d", c->name, (int)found->level,
			 (int)found->level_claimed);
}

#define CHECK_ALL(matcher, table)                                     \
	for (size_t i = 0; i < sizeof(table) / sizeof(*(table)); i++) \
	check(matcher, &(table)[i])

static void homographs(void **state)
{
	static const struct matcher_case CASES[] = {
	    {"rnetamask.io", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "skeleton"},
	    {"mеtamask.io", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "skeleton"},
	    {"arnazon.example", LEVEL_WARNING, LEVEL_DANGER, "amazon.co.jp", "skeleton"},
	    {"rnetamask-login.example", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "skeleton-part"},
	    {"vvonnegau.example", LEVEL_DANGER, LEVEL_DANGER, "wonnegau.example", "skeleton"},
	    {"metamask.example", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	    {"metamasc.example", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	};

	(void)state;
	CHECK_ALL(homograph_match, CASES);
}

static void typing_mistakes(void **state)
{
	static const struct matcher_case CASES[] = {
	    {"metamasc.io", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "edit"},
	    {"metmaask.io", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "swap"},
	    {"meta-mask.io", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "hyphen"},
	    {"meta.mask.io", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "dot"},
	    {"wwwmetamask.io", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "dot"},
	    {"xserverne.jp", LEVEL_WARNING, LEVEL_DANGER, "xserver.ne.jp", "dot"},
	    {"metamask.example", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	    {"metaxxsk.io", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	    {"blumen.io", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	};

	(void)state;
	CHECK_ALL(typosquat_match, CASES);
}

/* Two letters for one and one for two: each pair that skeletons do not know. */
static void pairs_of_letters(void **state)
{
	static const struct matcher_case CASES[] = {
	    {"metannask.io", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "pair"},
	    {"metannask.test", LEVEL_WARNING, LEVEL_DANGER, "metamask.io", "pair"},
	    {"womegau.example", LEVEL_DANGER, LEVEL_DANGER, "wonnegau.example", "pair"},
	    {"clouclish.com", LEVEL_DANGER, LEVEL_DANGER, "cloudish.com", "pair"},
	    {"voclafone.com", LEVEL_WARNING, LEVEL_DANGER, "vodafone.com", "pair"},
	    {"doudish.com", LEVEL_DANGER, LEVEL_DANGER, "cloudish.com", "pair"},
	    {"cloiidish.com", LEVEL_DANGER, LEVEL_DANGER, "cloudish.com", "pair"},
	};

	(void)state;
	CHECK_ALL(typosquat_match, CASES);
}

static void names_in_front_of_another(void **state)
{
	static const struct matcher_case CASES[] = {
	    {"metamask.io.evil.example", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "embedding"},
	    {"www.metamask.io-login.example", LEVEL_DANGER, LEVEL_DANGER, "metamask.io",
	     "embedding"},
	    {"metamasc.io.evil.example", LEVEL_DANGER, LEVEL_DANGER, "metamask.io", "embedding"},
	    {"metamaskio.example", LEVEL_WARNING, LEVEL_DANGER, "metamask.io", "embedding"},
	    {"metamask.evil.example", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	    {"io.metamask.example", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	};

	(void)state;
	CHECK_ALL(target_embedding_match, CASES);
}

static void names_among_words(void **state)
{
	static const struct matcher_case CASES[] = {
	    {"metamask-login.example", LEVEL_WARNING, LEVEL_DANGER, "metamask.io", "token"},
	    {"metamask-blumen.example", LEVEL_NOTICE, LEVEL_DANGER, "metamask.io", "token"},
	    {"securemetamasklogin.example", LEVEL_WARNING, LEVEL_DANGER, "metamask.io", "token"},
	    /* words around it, as far as sixteen readings go (metamask itself begins with a word, me) */
	    {"metamasksupportloginsecure.example", LEVEL_WARNING, LEVEL_DANGER, "metamask.io",
	     "token"},
	    {"metamaskkyckyckyckyckyckyckyckyc.example", LEVEL_WARNING, LEVEL_DANGER, "metamask.io",
	     "token"},
	    {"metamaskkyckyckyckyckyckyckyckyckyc.example", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	    {"metamask.evil.example", LEVEL_NOTICE, LEVEL_DANGER, "metamask.io", "subdomain"},
	    {"metamasc-login.example", LEVEL_WARNING, LEVEL_DANGER, "metamask.io", "token-edit"},
	    {"metamaskblumen.example", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	    {"blumen-login.example", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	};

	(void)state;
	CHECK_ALL(combosquat_match, CASES);
}

static void other_suffixes(void **state)
{
	static const struct matcher_case CASES[] = {
	    {"metamask.example", LEVEL_WARNING, LEVEL_WARNING, "metamask.io", "suffix"},
	    {"orange.example", LEVEL_NOTICE, LEVEL_WARNING, "orange.fr", "suffix"},
	    {"dhl.example", LEVEL_NONE, LEVEL_WARNING, "dhl.com", "suffix"},
	    {"metamask.freehost.example", LEVEL_NOTICE, LEVEL_WARNING, "metamask.io", "tenant"},
	    {"orange.freehost.example", LEVEL_NONE, LEVEL_WARNING, "orange.fr", "tenant"},
	    {"rnetamask.example", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	    {"metamask.io", LEVEL_NONE, LEVEL_NONE, NULL, NULL},
	};

	(void)state;
	CHECK_ALL(tld_swap_match, CASES);
}

/* Two edits away, where the brand is claimed. */
static void claimed_labels(void **state)
{
	static const struct {
		const char *name, *claimed;
		bool found;
	} CASES[] = {
	    {"metamaksx.example", "metamask", true},
	    {"metamaksx.co.jp.evil.example", "metamask", true},
	    {"metamaksx.example", "paypal", false},
	    {"blumen.example", "metamask", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		brand_ref brand =
		    catalogue_brand_by_id(&small.catalogue, span_of(CASES[i].claimed));
		struct claimed_brand *claimed = claimed_read(&small.catalogue, arena, &brand, 1);
		struct matches matches = {0};
		struct suspect suspect;

		assert_non_null(claimed);
		assert_true(make(&suspect, CASES[i].name, NULL));
		claimed_match(&suspect, claimed, 1, &matches);
		if ((matches.count == 1) != CASES[i].found)
			fail_msg("%s, %s", CASES[i].name, CASES[i].claimed);
		if (!CASES[i].found)
			continue;
		assert_int_equal(matches.at[0].found.level, LEVEL_NONE);
		assert_int_equal(matches.at[0].found.level_claimed, LEVEL_DANGER);
		/* one that is found already stays */
		matches.at[0].found.rule = "skeleton";
		claimed_match(&suspect, claimed, 1, &matches);
		assert_int_equal(matches.count, 1);
		assert_string_equal(matches.at[0].found.rule, "skeleton");
	}
	assert_null(claimed_read(&small.catalogue, arena, NULL, 0));
}

/* A brand's own names hyphened in a label that it does not own. */
static void a_brands_own_names(void **state)
{
	static const struct {
		const char *name;
		bool found;
	} CASES[] = {
	    {"cloudish-cloudmail.example", false}, /* what its users share is no name of its own */
	    {"dhl-express.example", true},	   /* an alias that the label spells */
	    {"metamask-daughtershop.example", true},
	    {"metamask-metamask.example", false},
	    {"metamask-paypal.example", false},
	    {"metamask-blumen.example", false},
	    {"metamask.example", false},
	    {"metamask-daughtershop-a-b.example", false},
	    {"dhl-express.freehost.example", false}, /* a tenant's choice */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct matches matches = {0};
		struct suspect suspect;

		assert_true(make(&suspect, CASES[i].name, NULL));
		own_names_match(&suspect, 0, suspect.token_count, &matches);
		if ((matches.count > 0) != CASES[i].found)
			fail_msg("%s: %zu", CASES[i].name, matches.count);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_hostname_is_taken_apart),
	    cmocka_unit_test(what_has_no_label),
	    cmocka_unit_test(candidates_by_their_label),
	    cmocka_unit_test(candidates_under_a_suffix),
	    cmocka_unit_test(what_is_known_of_a_target),
	    cmocka_unit_test(small_helpers),
	    cmocka_unit_test(matches_are_one_a_brand),
	    cmocka_unit_test(matches_of_a_plain_list),
	    cmocka_unit_test(homographs),
	    cmocka_unit_test(typing_mistakes),
	    cmocka_unit_test(pairs_of_letters),
	    cmocka_unit_test(names_in_front_of_another),
	    cmocka_unit_test(names_among_words),
	    cmocka_unit_test(other_suffixes),
	    cmocka_unit_test(claimed_labels),
	    cmocka_unit_test(a_brands_own_names),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
