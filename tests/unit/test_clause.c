/* Clauses of a text, and the quotations in them. */
#include "house_fixture.h"

#include "detect/clause.h"

struct clauses {
	const char *text;
	const char *parts[4]; /* one behind the other make the text */
};

static void ends(void **state)
{
	static const struct clauses CASES[] = {
	    {"one. two! three? four", {"one.", " two!", " three?", " four"}},
	    {"1.5 of it; more", {"1.5 of it;", " more"}},
	    {"一つ。二つ", {"一つ。", "二つ"}},
	    {"one\ntwo", {"one\n", "two"}},
	    /* a wrapped line, one that asks for a word, one that parts a name */
	    {"this line is long enough to be a wrapped one\ngoes on",
	     {"this line is long enough to be a wrapped one\ngoes on"}},
	    {"enter your\nname", {"enter your\nname"}},
	    {"the recovery\nphrase", {"the recovery\nphrase"}},
	    /* a quotation on one line ends none */
	    {"it says \"halt. go!\" so. no", {"it says \"halt. go!\" so.", " no"}},
	    {"it says 'halt. go!' so. no", {"it says 'halt. go!' so.", " no"}},
	    {"don't. it's. no", {"don't.", " it's.", " no"}},
	    {"「入れて。」と言う。次", {"「入れて。」と言う。", "次"}},
	    {"\"one. two\nthree\"", {"\"one.", " two\n", "three\""}},
	    {"「開いたまま。次", {"「開いたまま。", "次"}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct span text = span_of(CASES[i].text);
		size_t at = 0;

		for (size_t n = 0; n < 4 && CASES[i].parts[n]; n++) {
			struct span clause = clause_at(&fixture.judge, text, at);

			expect_text("clause", CASES[i].text, clause, CASES[i].parts[n]);
			at = clause_next(text, clause);
		}
		assert_int_equal(at, text.len);
	}
}

/* No byte is left out, and a piece overlaps the one before. */
static void pieces(void **state)
{
	static char text[3000];
	struct span all = {text, sizeof(text)};
	size_t at = 0, covered = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(text); i += 3)
		memcpy(text + i, "あ", 3);
	while (at < all.len) {
		struct span clause = clause_at(&fixture.judge, all, at);

		assert_true(clause.len > 0 && clause.len < CLAUSE_BYTES + 4);
		assert_true(at == 0 || at < covered);
		assert_int_equal(at % 3, 0);
		covered = at + clause.len;
		at = clause_next(all, clause);
	}
	assert_int_equal(covered, all.len);
}

static void quotations(void **state)
{
	static const struct {
		const char *text, *words, *quotation; /* NULL: none */
	} CASES[] = {
	    {"he says \"go on\" to us", "go", "\"go on\""},
	    {"he says 'don't go' to us", "go", "'don't go'"},
	    {"「一」と「二」を", "二", "「二」"},
	    {"»geht« und „kommt“", "kommt", "„kommt“"},
	    {"he says \"go on\" to us", "to", NULL},
	    {"he says \"go on", "go", NULL},
	    {"don't go, it's late", "go", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct span text = span_of(CASES[i].text);
		size_t from = (size_t)(strstr(CASES[i].text, CASES[i].words) - CASES[i].text);
		size_t to = from + strlen(CASES[i].words), open = 0, close = 0;

		assert_int_equal(clause_quotation(text, from, to, &open, &close),
				 CASES[i].quotation != NULL);
		expect_text("quotation", CASES[i].text, span_slice(text, open, close),
			    CASES[i].quotation);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ends),
	    cmocka_unit_test(pieces),
	    cmocka_unit_test(quotations),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
