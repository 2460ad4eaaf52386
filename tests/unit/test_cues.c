/* Wording cues: what is found, in which order, and that no text buys silence. */
#include "catalogue_fixture.h"

#include "catalogue/cue_pattern.h"
#include "catalogue/cue_starts.h"
#include "catalogue/cues.h"
#include "catalogue/index_build.h"

/* An index of nothing but these cues, whether their patterns compile or not. */
struct some_cues {
	struct compiled compiled;
	struct catalogue catalogue;
};

static struct some_cues make_index(const struct cue_source *sources, size_t count)
{
	struct index_builder *builder = index_builder_new();
	struct index_finish finish = {0};
	struct some_cues made = {0};
	char problem[160];

	for (size_t i = 0; i < count; i++) {
		static char starts[8][CUE_STARTS_TEXT];
		struct index_cue cue = {
		    .id = index_builder_text(builder, sources[i].id),
		    .literal = index_builder_text(builder, sources[i].literal),
		    .pattern = index_builder_text(builder, sources[i].pattern),
		    .starts =
			index_builder_text(builder, cue_starts_text(sources[i].pattern, starts[i])),
		    .kind = sources[i].kind,
		    .strength = sources[i].strength,
		};

		index_builder_record(builder, SECTION_CUES, &cue);
	}
	assert_true(index_builder_finish(builder, &finish, &made.compiled.bytes,
					 &made.compiled.size, problem));
	made.compiled.index = index_open(made.compiled.bytes, made.compiled.size, problem);
	assert_non_null(made.compiled.index);
	made.catalogue = (struct catalogue){.indexes = {made.compiled.index}, .count = 1};
	index_builder_free(&builder);
	return made;
}

static void free_index(struct some_cues *made)
{
	index_close(&made->compiled.index);
	free(made->compiled.bytes);
}

#define CUE(id, kind, strength, literal, pattern)                                 \
	{                                                                         \
		SPAN(id), SPAN(literal), SPAN(pattern), {NULL, 0}, kind, strength \
	}

static const struct cue_source sources[] = {
    CUE("held", CUE_WORDING, CUE_STRONG, "held", "\\d+ held (?:mails|messages)"),
    CUE("hoshu", CUE_WORDING, CUE_WEAK, "保留中", "保留中.{0,10}メール"),
    CUE("enter", CUE_ASK_ENTER, CUE_WEAK, "enter", "\\benter\\b"),
    CUE("phrase", CUE_SECRET_PHRASE, CUE_STRONG, "", "recovery phrase|シードフレーズ"),
    CUE("line", CUE_SIGNATURE, CUE_WEAK, "\n", "(?m)^-- $"),
    CUE("empty", CUE_ADVICE_NOT, CUE_WEAK, "never", "(?=never)"),
};

/* "id@from-to" of each match. */
static const char *find(struct span text, unsigned kinds, size_t max)
{
	static char out[1024];
	struct some_cues made = make_index(sources, sizeof(sources) / sizeof(*sources));
	struct cue_match matches[32];
	char problem[160];
	struct cues *cues = cues_new(&made.catalogue, problem);
	size_t count, len = 0;

	assert_non_null(cues);
	count = cues_find(cues, text, kinds, matches, max);
	assert_true(count <= max);
	out[0] = '\0';
	for (size_t i = 0; i < count; i++)
		len += (size_t)snprintf(out + len, sizeof(out) - len, "%s%.*s@%zu-%zu",
					i ? " " : "", (int)matches[i].id.len, matches[i].id.ptr,
					matches[i].from, matches[i].to);
	cues_free(&cues);
	free_index(&made);
	return out;
}

static void cues_are_found_in_their_order(void **state)
{
	static const struct {
		const char *text;
		unsigned kinds;
		size_t max;
		const char *found;
	} cases[] = {
	    {"you have 5 held mails", ~0u, 32, "held@9-21"},
	    {"held a meeting", ~0u, 32, ""},
	    {"", ~0u, 32, ""},
	    {"h", ~0u, 32, ""},
	    /* The first of a wording, every one of the others. */
	    {"5 held mails, 6 held mails", ~0u, 32, "held@0-12"},
	    {"enter it, then enter more", ~0u, 32, "enter@0-5 enter@15-20"},
	    {"enter it, then enter more", ~0u, 1, "enter@0-5"},
	    {"enter it, then enter more", ~0u, 0, ""},
	    {"reenter", ~0u, 32, ""},
	    {"保留中のメール", ~0u, 32, "hoshu@0-21"},
	    {"保留中のアカウント", ~0u, 32, ""},
	    {"enter your recovery phrase: 1 held messages", ~0u, 32,
	     "held@28-43 enter@0-5 phrase@11-26"},
	    {"enter your recovery phrase: 1 held messages", 1u << CUE_SECRET_PHRASE, 32,
	     "phrase@11-26"},
	    {"enter your recovery phrase: 1 held messages", 0, 32, ""},
	    {"シードフレーズ", ~0u, 32, "phrase@0-21"},
	    {"bye\n-- \ntaro", ~0u, 32, "line@4-7"},
	    /* Empty matches do not stop the search, nor repeat it for ever. */
	    {"never, never", ~0u, 32, "empty@0-0 empty@7-7"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *found = find(span_of(cases[i].text), cases[i].kinds, cases[i].max);

		if (strcmp(found, cases[i].found) != 0)
			fail_msg("\"%s\": %s", cases[i].text, found);
	}
	assert_string_equal(find((struct span){0}, ~0u, 32), "");
}

/* Kinds are looked for when they are first asked for, in whichever order; each pass leaves what the others found. */
static void kinds_are_asked_one_by_one(void **state)
{
	static const unsigned orders[][3] = {
	    {1u << CUE_ASK_ENTER, 1u << CUE_SECRET_PHRASE, 1u << CUE_WORDING},
	    {1u << CUE_WORDING, 1u << CUE_ASK_ENTER, 1u << CUE_SECRET_PHRASE},
	    {1u << CUE_SECRET_PHRASE, 1u << CUE_WORDING, 1u << CUE_ASK_ENTER},
	};
	static const struct span texts[] = {
	    {"enter your recovery phrase: 1 held messages", 43},
	    {"nothing of the kind", 19},
	};
	struct some_cues made = make_index(sources, sizeof(sources) / sizeof(*sources));
	char problem[160];
	struct cues *cues = cues_new(&made.catalogue, problem);

	(void)state;
	for (size_t i = 0; i < sizeof(orders) / sizeof(*orders) * 2; i++) {
		struct cue_match match;

		cues_read(cues, texts[i % 2]);
		for (size_t n = 0; n < 3; n++) {
			unsigned kinds = orders[i / 2][n];

			assert_int_equal(cues_match(cues, kinds, &match, 1), i % 2 == 0);
			assert_int_equal(cues_match(cues, kinds, &match, 1), i % 2 == 0);
			if (i % 2 == 0)
				assert_int_equal(1u << match.kind, kinds);
		}
	}
	cues_free(&cues);
	free_index(&made);
}

static void kind_and_strength_come_along(void **state)
{
	struct some_cues made = make_index(sources, sizeof(sources) / sizeof(*sources));
	struct cue_match match;
	char problem[160];
	struct cues *cues = cues_new(&made.catalogue, problem);

	(void)state;
	assert_int_equal(cues_find(cues, SPAN("recovery phrase"), ~0u, &match, 1), 1);
	assert_int_equal(match.kind, CUE_SECRET_PHRASE);
	assert_int_equal(match.strength, CUE_STRONG);
	assert_int_equal(cues_find(cues, SPAN("enter"), ~0u, &match, 1), 1);
	assert_int_equal(match.kind, CUE_ASK_ENTER);
	assert_int_equal(match.strength, CUE_WEAK);
	cues_free(&cues);
	free_index(&made);
}

static void cues_of_all_indexes_are_compiled(void **state)
{
	static const struct cue_source more[] = {
	    CUE("more", CUE_WORDING, CUE_WEAK, "more", "more")};
	struct some_cues first = make_index(sources, 1), second = make_index(more, 1);
	struct cue_match matches[4];
	char problem[160];
	struct cues *cues;

	(void)state;
	first.catalogue.indexes[first.catalogue.count++] = second.compiled.index;
	cues = cues_new(&first.catalogue, problem);
	assert_non_null(cues);
	assert_int_equal(cues_find(cues, SPAN("more than 5 held mails"), ~0u, matches, 4), 2);
	assert_span(matches[0].id, "held");
	assert_span(matches[1].id, "more");
	cues_free(&cues);
	free_index(&first);
	free_index(&second);
}

static void a_pattern_that_is_none_is_named(void **state)
{
	static const struct {
		struct cue_source cue;
		const char *problem;
	} cases[] = {
	    {CUE("broken", CUE_WORDING, CUE_WEAK, "", "(a"),
	     "cue broken: at byte 2: missing closing parenthesis"},
	    {CUE("bytes", CUE_WORDING, CUE_WEAK, "", "\\C"),
	     "cue bytes: at byte 2: using \\C is disabled by the application"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct some_cues made = make_index(&cases[i].cue, 1);
		char problem[160];

		assert_null(cues_new(&made.catalogue, problem));
		assert_string_equal(problem, cases[i].problem);
		free_index(&made);
	}
}

/* Text on which a pattern takes for ever counts as matched where its literal is. */
static void a_limit_counts_as_matched(void **state)
{
	static const struct cue_source slow[] = {
	    CUE("slow", CUE_WORDING, CUE_STRONG, "urgent", "(?:a+)+ .*urgent"),
	    CUE("deep", CUE_ASK_ENTER, CUE_STRONG, "urgent", "(?:(a)|(b)|( ))+\\?"),
	};
	static char text[200000] = "now ";
	struct some_cues made = make_index(slow, 2);
	struct cue_match matches[8];
	char problem[160];
	struct cues *cues = cues_new(&made.catalogue, problem);

	(void)state;
	memset(text + 4, 'a', sizeof(text) - 4);
	memcpy(text + sizeof(text) - 8, "urgent ?", 8);
	assert_int_equal(cues_find(cues, (struct span){text, sizeof(text)}, ~0u, matches, 8), 2);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(matches[i].from, sizeof(text) - 8);
		assert_int_equal(matches[i].to, sizeof(text) - 2);
	}
	/* Without the literal the pattern is not even tried. */
	text[sizeof(text) - 3] = 'T';
	assert_int_equal(cues_find(cues, (struct span){text, sizeof(text)}, ~0u, matches, 8), 0);
	cues_free(&cues);
	free_index(&made);
}

/* So do cues whose turn comes when the text has been asked about too often. */
static void too_many_questions_count_as_matched(void **state)
{
	static const struct cue_source pay[] = {
	    CUE("first", CUE_WORDING, CUE_WEAK, "pay", "pay.{0,2}now"),
	    CUE("second", CUE_WORDING, CUE_WEAK, "pay", "pay.{0,2}here"),
	};
	static char text[80000];
	struct some_cues made = make_index(pay, 2);
	struct cue_match matches[4];
	char problem[160];
	struct cues *cues = cues_new(&made.catalogue, problem);

	(void)state;
	for (size_t i = 0; i < sizeof(text); i += 4)
		memcpy(text + i, "pay ", 4);
	/* once: the limit is met by the first cue, and nothing is asked for the second */
	assert_int_equal(cues_find(cues, (struct span){text, sizeof(text)}, ~0u, matches, 4), 2);
	assert_int_equal(matches[0].from, 0);
	assert_int_equal(matches[1].from, 0);
	/* until another mail comes, where less is asked: a quarter of it everywhere for both, in vain */
	assert_int_equal(cues_find(cues, (struct span){text, 20000}, ~0u, matches, 4), 2);
	cues_renew(cues);
	assert_int_equal(cues_find(cues, (struct span){text, 20000}, ~0u, matches, 4), 0);
	cues_free(&cues);
	free_index(&made);
}

/* A pattern that waits long, in vain, at every word of the text: a few hundred times are too many, where each is quick
 * they are not. At the limit only what accuses counts as matched. */
static void slow_questions_count_as_many(void **state)
{
	static const unsigned excuses = 1u << CUE_ADVICE_NOT | 1u << CUE_ADVICE_TOLD |
					1u << CUE_ADVICE_FRAUD | 1u << CUE_ADVICE_REFUSE |
					1u << CUE_SECRET_ASIDE;
	static char text[4000];

	(void)state;
	/* the last letter of "card": PCRE2 looks for that first */
	for (size_t i = 0; i < sizeof(text); i += 5)
		memcpy(text + i, "buy d", 5);
	for (enum cue_kind kind = 0; kind < CUE_KINDS; kind++) {
		struct cue_source far = CUE("far", CUE_WORDING, CUE_WEAK, "buy",
					    "buy[\\s\\S]{0,500}?card"),
				  near = CUE("near", CUE_WORDING, CUE_WEAK, "buy",
					     "buy[\\s\\S]{0,50}?card");
		struct cue_match match;
		char problem[160];

		far.kind = near.kind = kind;
		for (int slow = 0; slow < 2; slow++) {
			struct some_cues made = make_index(slow ? &far : &near, 1);
			struct cues *cues = cues_new(&made.catalogue, problem);
			bool told = slow && !(excuses >> kind & 1);

			assert_int_equal(
			    cues_find(cues, (struct span){text, sizeof(text)}, ~0u, &match, 1),
			    told);
			cues_renew(cues);
			assert_int_equal(cues_find(cues, (struct span){text, 800}, ~0u, &match, 1),
					 0);
			cues_free(&cues);
			free_index(&made);
		}
	}
}

/* More places than are remembered: the rest is still looked through. */
static void many_places_hide_nothing(void **state)
{
	static const struct cue_source many[] = {
	    CUE("late", CUE_WORDING, CUE_WEAK, "pay", "pay now"),
	    CUE("every", CUE_ASK_TELL, CUE_WEAK, "", "send us"),
	};
	static char text[40000];
	struct some_cues made = make_index(many, 2);
	static struct cue_match matches[6000];
	char problem[160];
	struct cues *cues = cues_new(&made.catalogue, problem);
	size_t count;

	(void)state;
	for (size_t i = 0; i < sizeof(text); i += 8)
		memcpy(text + i, i % 16 ? "send us " : "pay not ", 8);
	memcpy(text + sizeof(text) - 8, "pay now ", 8);
	count = cues_find(cues, (struct span){text, sizeof(text)}, ~0u, matches, 6000);
	assert_int_equal(count, 1 + sizeof(text) / 16 - 1);
	assert_int_equal(matches[0].from, sizeof(text) - 8);
	for (size_t i = 1; i < count; i++)
		assert_int_equal(matches[i].from, i * 16 - 8);
	cues_free(&cues);
	free_index(&made);
}

/* What is no UTF-8 (it never is, after folding) must not reach PCRE2 unchecked. */
static void broken_text_is_harmless(void **state)
{
	(void)state;
	assert_string_equal(find(SPAN("5 held mails \xe3\x81"), 1u << CUE_WORDING, 32), "held@2-6");
	assert_string_equal(find(SPAN("\xff\xfe"), 1u << CUE_WORDING, 32), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cues_are_found_in_their_order),
	    cmocka_unit_test(kinds_are_asked_one_by_one),
	    cmocka_unit_test(kind_and_strength_come_along),
	    cmocka_unit_test(cues_of_all_indexes_are_compiled),
	    cmocka_unit_test(a_pattern_that_is_none_is_named),
	    cmocka_unit_test(a_limit_counts_as_matched),
	    cmocka_unit_test(too_many_questions_count_as_matched),
	    cmocka_unit_test(slow_questions_count_as_many),
	    cmocka_unit_test(many_places_hide_nothing),
	    cmocka_unit_test(broken_text_is_harmless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
