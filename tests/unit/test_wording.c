/* Wordings of campaigns, counted once each, and signatures of another brand than the one that is claimed. */
#include "house_fixture.h"

#include "detect/wording.h"

static struct wording read_wording(const char *text)
{
	return wording_read(&fixture.judge, fold_body(fixture.arena, span_of(text)));
}

struct wording_case {
	const char *text;
	size_t count; /* of different wordings */
	bool strong;
	const char *first; /* the cue that is told */
};

static void check(const struct wording_case *c)
{
	struct wording wording = read_wording(c->text);

	if (wording.count != c->count || wording.found != (c->count > 0) ||
	    wording.strong != c->strong)
		fail_msg("%s: %zu, %s", c->text, wording.count, wording.strong ? "strong" : "weak");
	expect_text("the first cue", c->text, wording.first.id, c->first);
}

#define CHECK_ALL(table)                                            \
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) \
	check(&table[i])

static void wordings_are_counted_once(void **state)
{
	static const struct wording_case CASES[] = {
	    {"Your account has been suspended.", 1, false, "account-suspended-en"},
	    {"Your account has been suspended. Your account has been suspended.", 1, false,
	     "account-suspended-en"},
	    {"Your account has been suspended. Immediate action required!", 2, false,
	     "account-suspended-en"},
	    {"お使いのウォレットは制限されています", 1, true, "wallet-stop-ja"},
	    /* honest mail says so, too, or almost so */
	    {"Your account now has dark mode.", 0, false, NULL},
	    {"ウォレットに乗車券を追加しました", 0, false, NULL},
	    {"Hanako, the trains were late again. See you on Sunday!", 0, false, NULL},
	    {"", 0, false, NULL},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* The strongest is told, wherever it stands, and its place is within the folded text. */
static void the_strongest_is_told(void **state)
{
	static const struct wording_case CASES[] = {
	    {"Your account has been suspended. Claim your airdrop", 2, true, "airdrop-en"},
	    {"Claim your airdrop. Your account has been suspended.", 2, true, "airdrop-en"},
	};
	struct span folded =
	    fold_body(fixture.arena, SPAN("Dear Hanako,\nClaim  your AIRDROP today"));
	struct wording wording = wording_read(&fixture.judge, folded);

	(void)state;
	CHECK_ALL(CASES);
	expect_text("place", "airdrop", span_slice(folded, wording.first.from, wording.first.to),
		    "claim your airdrop");
	assert_int_equal(wording.first.strength, CUE_STRONG);
}

/* What others are told to say is not said; saying it once so does not hide what is said. */
static void told_of_others(void **state)
{
	static const struct wording_case CASES[] = {
	    {"Phishing mails claim that your account has been suspended.", 0, false, NULL},
	    {"Scammers say your account has been suspended and tell you to verify your account.", 0,
	     false, NULL},
	    {"We never tell you that your account has been suspended.", 0, false, NULL},
	    {"Typical phishing: 'Your account has been suspended', 'Immediate action required'.", 0,
	     false, NULL},
	    {"アカウントを停止しましたなどと称する不審なメールにご注意ください。", 0, false, NULL},
	    {"We tell you that your account has been suspended.", 1, false, "account-suspended-en"},
	    {"To stop scammers we tell you that your account has been suspended.", 1, false,
	     "account-suspended-en"},
	    {"Beware of scammers. Your account has been suspended.", 1, false,
	     "account-suspended-en"},
	    {"詐欺防止のためアカウントを停止しました。", 1, false, "account-disabled-ja"},
	    {"Scammers say that your account has been suspended. Your account has been suspended.",
	     1, false, "account-suspended-en"},
	    {"Mails titled \"your account has been suspended\" are fake. Your account has been "
	     "suspended. Immediate action required!",
	     2, false, "action-required-en"},
	};

	(void)state;
	CHECK_ALL(CASES);
}

/* A text may repeat so many of them that it is not read on. */
static void told_many_times(void **state)
{
	static char text[9000];

	(void)state;
	*text = '\0';
	for (size_t i = 0; i < 100; i++)
		strcat(text, "Scammers say that your account has been suspended. ");
	assert_false(read_wording(text).found);
}

/* More than three say no more, but are found all the same. */
static void no_more_than_three(void **state)
{
	struct wording wording =
	    read_wording("Your account has been suspended. Immediate action required. "
			 "Please verify your identity. Update your billing information. "
			 "We were unable to process your last payment. Claim your airdrop");

	(void)state;
	assert_int_equal(wording.count, WORDINGS);
	assert_true(wording.strong);
	expect_text("the first cue", "six", wording.first.id, "airdrop-en");
	for (size_t i = 0; i < WORDINGS; i++)
		for (size_t n = 0; n < i; n++)
			assert_false(span_equal(wording.said[i].id, wording.said[n].id));
}

/* Warnings against phishing quote it. */
static void what_is_talked_about_does_not_count(void **state)
{
	static const struct wording_case CASES[] = {
	    {"Mails saying \"your account has been suspended\" are not ours.", 0, false, NULL},
	    {"件名「お使いのウォレットは制限されています」のメールにご注意ください", 0, false,
	     NULL},
	    {"Mails saying \"your account has been suspended\" are not ours. "
	     "Immediate action required",
	     1, false, "action-required-en"},
	};

	(void)state;
	CHECK_ALL(CASES);
}

static void whether_a_secret_is_named(void **state)
{
	static const struct {
		const char *text;
		bool names;
	} CASES[] = {
	    {"Enter your recovery phrase", true},
	    {"シードフレーズは保管してください", true},
	    {"your password", true},
	    {"SMSで届いた認証コード", true},
	    {"a catchy phrase", false},
	    {"the source code", false},
	    {"Your account has been suspended", false},
	    {"", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (read_wording(CASES[i].text).names_secret != CASES[i].names)
			fail_msg("%s", CASES[i].text);
	/* what was read before is forgotten */
	assert_true(read_wording("your password").names_secret);
	assert_false(read_wording("hello").names_secret);
}

static void what_is_in_both_texts_is_one(void **state)
{
	const struct wording none = {0},
			     suspended = read_wording("Your account has been suspended."),
			     both = read_wording("Your account has been suspended. "
						 "Immediate action required"),
			     action = read_wording("Immediate action required");

	(void)state;
	assert_int_equal(wording_count(&none, &none), 0);
	assert_int_equal(wording_count(&suspended, &none), 1);
	assert_int_equal(wording_count(&none, &suspended), 1);
	assert_int_equal(wording_count(&suspended, &suspended), 1);
	assert_int_equal(wording_count(&suspended, &action), 2);
	assert_int_equal(wording_count(&both, &action), 2);
	assert_int_equal(wording_count(&action, &both), 2);
}

struct signature_case {
	const char *what, *claims, *text;
	const char *brand, *line; /* NULL: no contradiction */
};

static void check_signature(const struct signature_case *c)
{
	struct span folded = fold_body(fixture.arena, span_of(c->text)), line = {0};
	struct claims claims = houses_claimed(c->claims);
	brand_ref brand = BRAND_NONE;

	if (wording_contradiction(&fixture.judge, fixture.arena, folded, &claims, &brand, &line) !=
	    (c->brand != NULL))
		fail_msg("%s: %s", c->what, c->brand ? "none found" : "found");
	if (!c->brand)
		return;
	expect_house("the signer", c->what, brand, c->brand);
	expect_text("the line", c->what, line, c->line);
}

static void who_signs(void **state)
{
	static const struct signature_case CASES[] = {
	    {"a copyright line of another brand", "zavelto",
	     "Hello\n© 2026 Murvenex Inc.\nAll rights reserved", "murvenex",
	     "© 2026 murvenex inc."},
	    {"発行", "zavelto", "ザベルトより\n発行:株式会社ムルベネクス\n", "murvenex",
	     "発行:株式会社ムルベネクス"},
	    {"below a closing word", "zavelto", "Hello\nBest regards,\nMurvenex Support\n1 Street",
	     "murvenex", "murvenex support"},
	    {"between rules", "zavelto", "ザベルト\n━━━━━━\nムルベネクス\n━━━━━━\n", "murvenex",
	     "ムルベネクス"},
	    {"the first that is another's", "zavelto",
	     "© 2026 Zavelto\n© 2026 Murvenex\n© 2026 Drovant", "murvenex", "© 2026 murvenex"},
	    {"the first of two that sign together", "zavelto", "© 2026 Murvenex & Drovant",
	     "murvenex", "© 2026 murvenex & drovant"},
	    {"one of two claims signs", "zavelto murvenex", "© 2026 Murvenex", NULL, NULL},
	    {"honest: the claimed brand", "zavelto", "© 2026 Zavelto", NULL, NULL},
	    {"honest: one of its house", "zavelto", "© 2026 Quorbank", NULL, NULL},
	    {"honest: both in one line", "zavelto", "© 2026 Murvenex for Zavelto", NULL, NULL},
	    {"honest: a person below a closing word", "zavelto",
	     "Best regards,\nHanako (Murvenex study group)", NULL, NULL},
	    {"honest: named, but not signed", "zavelto", "Now with Murvenex!\nYour Zavelto team",
	     NULL, NULL},
	    {"honest: nobody known signs", "zavelto", "© 2026 Hanako Suzuki", NULL, NULL},
	    {"no claim, no contradiction", NULL, "© 2026 Murvenex", NULL, NULL},
	    {"nothing", "zavelto", "", NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check_signature(&CASES[i]);
}

/* A name that stands far from the sign is not the signer's, and a line ends between two characters. */
static void long_lines(void **state)
{
	const struct signature_case far = {"far behind the sign", "zavelto", NULL, NULL, NULL};
	char text[4096] = "© ";
	struct signature_case c = far;
	struct span line, folded;
	struct claims claims = houses_claimed("zavelto");
	brand_ref brand;

	(void)state;
	for (size_t i = 0; i < 100; i++)
		strcat(text, "wort ");
	strcat(text, "Murvenex");
	c.text = text;
	check_signature(&c);

	/* … nor is what stands far in front of it */
	*text = '\0';
	for (size_t i = 0; i < 80; i++)
		strcat(text, "wort ");
	strcat(text, "© 2026 Murvenex");
	c.brand = "murvenex";
	c.line = "© 2026 murvenex";
	check_signature(&c);

	strcpy(text, "© Murvenex: ");
	for (size_t i = 0; i < 300; i++)
		strcat(text, "字");
	folded = fold_body(fixture.arena, span_of(text));
	assert_true(
	    wording_contradiction(&fixture.judge, fixture.arena, folded, &claims, &brand, &line));
	assert_in_range(line.len, 290, 310);
	assert_int_equal((line.len - strlen("© murvenex: ")) % strlen("字"), 0);
}

static void a_full_arena_is_no_crash(void **state)
{
	struct span folded = fold_body(fixture.arena, SPAN("© 2026 Murvenex Inc.\n")), line;
	struct claims claims = houses_claimed("zavelto");
	struct arena *small = arena_new(16);
	brand_ref brand;

	(void)state;
	assert_non_null(small);
	assert_false(wording_contradiction(&fixture.judge, small, folded, &claims, &brand, &line));
	assert_true(arena_failed(small));
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(wordings_are_counted_once),
	    cmocka_unit_test(the_strongest_is_told),
	    cmocka_unit_test(told_of_others),
	    cmocka_unit_test(told_many_times),
	    cmocka_unit_test(no_more_than_three),
	    cmocka_unit_test(what_is_talked_about_does_not_count),
	    cmocka_unit_test(whether_a_secret_is_named),
	    cmocka_unit_test(what_is_in_both_texts_is_one),
	    cmocka_unit_test(who_signs),
	    cmocka_unit_test(long_lines),
	    cmocka_unit_test(a_full_arena_is_no_crash),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
