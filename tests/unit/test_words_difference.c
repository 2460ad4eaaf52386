/* What differs between two names, as a sentence tells it. */
#include "words_filling.h"

#include "arena_fixture.h"

static struct span told(enum language language, const char *name, const struct evidence_diff *diffs,
			size_t count)
{
	struct finding finding = {.code = LINK_LOOKALIKE_TYPO, .diff_count = count};
	const struct filling filling = {
	    .arena = arena, .language = language, .where = WORDS_FOR_TERMINAL, .finding = &finding};

	finding.evidence[EVIDENCE_DOMAIN] = SPAN("gooogle.com");
	finding.evidence[EVIDENCE_IMITATES] = SPAN("google.com");
	for (size_t i = 0; i < count; i++)
		finding.diffs[i] = diffs[i];
	return words_difference(&filling, span_of(name));
}

static void expect(enum language language, const char *name, const struct evidence_diff *diffs,
		   size_t count, const char *text)
{
	struct span got = told(language, name, diffs, count);

	if (!span_equal(got, span_of(text)))
		fail_msg("{%s}: \"%.*s\", not \"%s\"", name, (int)got.len, got.ptr, text);
}

static void one_piece(void **state)
{
	static const struct evidence_diff other = {SPAN("1"), SPAN("l")},
					  more = {SPAN("o"), SPAN("")},
					  fewer = {SPAN(""), SPAN("-")};

	(void)state;
	expect(LANGUAGE_EN, "seen", &other, 1, "“1”");
	expect(LANGUAGE_JA, "genuine", &other, 1, "「l」");
	expect(LANGUAGE_EN, "apart", &other, 1, "");
	expect(LANGUAGE_EN, "added", &other, 1, "");
	/* one more of what is there already */
	expect(LANGUAGE_EN, "extra", &more, 1, "“o”");
	expect(LANGUAGE_EN, "seen", &more, 1, "");
	expect(LANGUAGE_EN, "missing", &fewer, 1, "“-”");
	expect(LANGUAGE_EN, "fewer", &fewer, 1, "");
	expect(LANGUAGE_EN, "seen", NULL, 0, "");
	expect(LANGUAGE_EN, "apart", NULL, 0, "");
}

static void several_pieces(void **state)
{
	static const struct evidence_diff three[] = {
	    {SPAN("-"), SPAN("")}, {SPAN("o"), SPAN("a")}, {SPAN(""), SPAN("x")}};

	(void)state;
	expect(LANGUAGE_EN, "apart", three, 3, "“-” added, “o” for “a”, “x” missing");
	expect(LANGUAGE_JA, "apart", three, 3, "「-」の追加、「a」→「o」、「x」の欠落");
	/* the first one alone would be half the truth */
	expect(LANGUAGE_EN, "added", three, 3, "");
	expect(LANGUAGE_EN, "seen", three, 3, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_piece),
	    cmocka_unit_test(several_pieces),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
