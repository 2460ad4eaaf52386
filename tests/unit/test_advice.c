/* Advice about secrets, and demands that are dressed up with it: a table of sentences, read as a mail's text is. */
#include "house_fixture.h"

#include "detect/advice.h"
#include "detect/secret.h"

#include <stdio.h>

/* What a word of the table stands for. */
static bool as_expected(const char *word, enum secret secret)
{
	if (strcmp(word, "none") == 0)
		return secret == SECRET_NONE;
	return strcmp(word, "phrase") == 0 ? secret == SECRET_PHRASE : secret >= SECRET_ENTER_CODE;
}

/* The sentences of advice.tsv: what they ask for, a tab, the sentence. */
static void sentences(void **state)
{
	static char line[4096];
	FILE *file = fopen(SOURCE_DIR "/tests/unit/advice.tsv", "r");
	size_t honest = 0, demands = 0, wrong = 0;

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof(line), file)) {
		char *text = strchr(line, '\t');

		if (!text)
			continue;
		*text++ = '\0';
		text[strcspn(text, "\n")] = '\0';
		struct secret_reading reading =
		    secret_read(&fixture.judge, fold_body(fixture.arena, span_of(text)));

		*(strcmp(line, "none") == 0 ? &honest : &demands) += 1;
		if (as_expected(line, reading.secret))
			continue;
		print_error("%s is not %s: %s\n", text, line, reading.secret ? "asked" : "none");
		wrong++;
	}
	(void)fclose(file);
	assert_int_equal(wrong, 0);
	assert_true(honest >= 60 && demands >= 60);
}

struct place {
	const char *text, *words; /* the instruction, as it stands in the text */
	enum advice_on on, on_name;
};

static struct advice read_advice(const char *text)
{
	struct span folded = fold_body(fixture.arena, span_of(text));
	struct advice advice;

	cues_read(fixture.judge.cues, folded);
	advice_read(&fixture.judge, folded, &advice);
	return advice;
}

static void what_governs(void **state)
{
	static const struct place PLACES[] = {
	    {"enter it", "enter", ADVICE_NONE, ADVICE_NONE},
	    {"never enter it", "enter", ADVICE_AGAINST, ADVICE_NONE},
	    /* as far as nothing parts them */
	    {"never share it or enter it", "enter", ADVICE_AGAINST, ADVICE_NONE},
	    {"never share it, enter it", "enter", ADVICE_NONE, ADVICE_NONE},
	    {"never share it: enter it", "enter", ADVICE_NONE, ADVICE_NONE},
	    {"never share it but enter it", "enter", ADVICE_NONE, ADVICE_NONE},
	    {"never share it and enter it", "enter", ADVICE_NONE, ADVICE_NONE},
	    /* a denial of the subject reaches what is told, and nothing else */
	    {"nobody asks you to enter it", "enter", ADVICE_AGAINST, ADVICE_AGAINST},
	    {"nobody sees you enter it", "enter", ADVICE_NONE, ADVICE_NONE},
	    /* what is told is excused by who tells it or by what is said of it */
	    {"a page asks you to enter it", "enter", ADVICE_TOLD, ADVICE_TOLD},
	    {"scammers ask you to enter it", "enter", ADVICE_AGAINST, ADVICE_AGAINST},
	    {"a page asks you to enter it, close it", "enter", ADVICE_AGAINST, ADVICE_AGAINST},
	    {"a page asks you to enter it, never fear", "enter", ADVICE_TOLD, ADVICE_TOLD},
	    {"he told me to enter it", "enter", ADVICE_AGAINST, ADVICE_TOLD},
	    /* … but not where the writer tells it */
	    {"we ask you to enter it, it is a scam", "enter", ADVICE_NONE, ADVICE_NONE},
	    {"to stop scammers a page asks you to enter it", "enter", ADVICE_TOLD, ADVICE_TOLD},
	    /* a quotation is one word */
	    {"scammers say \"halt. enter it now\"", "enter", ADVICE_AGAINST, ADVICE_AGAINST},
	    {"a page says \"halt. enter it now\"", "enter", ADVICE_TOLD, ADVICE_TOLD},
	    {"\"enter it now\"", "enter", ADVICE_NONE, ADVICE_NONE},
	    /* Japanese: behind */
	    {"入力してください", "入力して", ADVICE_NONE, ADVICE_NONE},
	    {"入力してくださいと求めます", "入力して", ADVICE_TOLD, ADVICE_TOLD},
	    {"入力してくださいと求めるメールは詐欺です", "入力して", ADVICE_AGAINST,
	     ADVICE_AGAINST},
	    {"入力してくださいと求めることはありません", "入力して", ADVICE_AGAINST,
	     ADVICE_AGAINST},
	    {"詐欺防止のため入力してくださいと求めます", "入力して", ADVICE_TOLD, ADVICE_TOLD},
	    {"詐欺です、入力してください", "入力して", ADVICE_NONE, ADVICE_NONE},
	    {"渡ることはありませんので、入力してください", "入力して", ADVICE_NONE, ADVICE_NONE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(PLACES) / sizeof(*PLACES); i++) {
		const struct place *p = &PLACES[i];
		struct advice advice = read_advice(p->text);
		size_t from = (size_t)(strstr(p->text, p->words) - p->text);
		size_t to = from + strlen(p->words);

		if (advice_on(&advice, from, to) != p->on)
			fail_msg("%s: %d", p->text, (int)advice_on(&advice, from, to));
		if (strstr(p->text, "\"") == NULL &&
		    advice_on_name(&advice, from, to) != p->on_name)
			fail_msg("%s: %d for a name", p->text,
				 (int)advice_on_name(&advice, from, to));
	}
}

static void answers(void **state)
{
	static const char *const ANSWERS[] = {"Do not.", "This is a scam!", "Please ignore it.",
					      "これは詐欺です。", "応じないでください。"};
	static const char *const NONE[] = {
	    "This is not a scam.",
	    "Do not share it.",
	    "We thank you.",
	    "",
	    "Please ignore it if it is not for you.",
	    "誰にも教えないでください。",
	    "Whatever you may have heard from others who know nothing, this is a scam."};

	(void)state;
	for (size_t i = 0; i < sizeof(ANSWERS) / sizeof(*ANSWERS); i++) {
		struct advice advice = read_advice(ANSWERS[i]);

		if (!advice_answers(&advice))
			fail_msg("%s", ANSWERS[i]);
	}
	for (size_t i = 0; i < sizeof(NONE) / sizeof(*NONE); i++) {
		struct advice advice = read_advice(NONE[i]);

		if (advice_answers(&advice))
			fail_msg("%s", NONE[i]);
	}
}

/* More marks than are looked at are no advice beyond them, and nothing else. */
static void many_marks(void **state)
{
	static char text[9000];

	(void)state;
	*text = '\0';
	for (size_t i = 0; i < ADVICE_MARKS * 2; i++)
		strcat(text, "but nobody ");
	strcat(text, "enter it");
	struct advice advice = read_advice(text);

	assert_true(advice.count <= ADVICE_MARKS);
	assert_int_equal(advice_on(&advice, strlen(text) - 8, strlen(text) - 3), ADVICE_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sentences),
	    cmocka_unit_test(what_governs),
	    cmocka_unit_test(answers),
	    cmocka_unit_test(many_marks),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
