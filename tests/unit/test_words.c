/* The words of findings: complete, in both languages, about the evidence only, and safe around any
 * value. */
#include "words.h"
#include "words_table.h"

#include "embedded/embedded.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static struct arena *arena;
static struct index *embedded;
static struct catalogue catalogue;

static int set_up(void **state)
{
	char problem[160];

	(void)state;
	arena = arena_new(16 * 1024 * 1024);
	embedded = embedded_open(problem);
	if (!arena || !embedded)
		return -1;
	catalogue = (struct catalogue){.indexes = {embedded}, .count = 1};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	index_close(&embedded);
	arena_free(&arena);
	return 0;
}

#define KEY(key) (1u << EVIDENCE_##key)
#define SENDER (KEY(CLAIMED) | KEY(ADDRESS) | KEY(DOMAIN))
#define LINK (KEY(HOSTNAME) | KEY(PUNYCODE) | KEY(DOMAIN) | KEY(DESTINATION))
#define LIKE (KEY(IMITATES) | KEY(RULE))
#define DIFF (1u << EVIDENCE_KEYS) /* stands for the differing pieces */

/* What the judge gives as evidence with each code, and at which levels it raises it. */
static const struct {
	unsigned evidence;
	bool brandless; /* never has a brand */
	enum level lowest, highest;
} facts[FINDING_CODES] = {
    [SENDER_UNOFFICIAL] = {SENDER, false, LEVEL_NOTICE, LEVEL_DANGER},
    [SENDER_LOOKALIKE] = {SENDER | LIKE | DIFF, false, LEVEL_NOTICE, LEVEL_DANGER},
    [SENDER_UNVERIFIED] = {SENDER | KEY(DESTINATION), false, LEVEL_NOTICE, LEVEL_WARNING},
    [SENDER_ADDRESS_UNLISTED] = {SENDER, false, LEVEL_NOTICE, LEVEL_WARNING},
    [SENDER_UNSOLICITED] = {SENDER, false, LEVEL_NOTICE, LEVEL_NOTICE},
    [SENDER_NAME_DISGUISED] = {SENDER, false, LEVEL_DANGER, LEVEL_DANGER},
    [SENDER_NAME_ADDRESS] = {SENDER | KEY(SHOWN), false, LEVEL_WARNING, LEVEL_DANGER},
    [SENDER_CONTAINS_RECIPIENT] = {SENDER | KEY(RECIPIENT), true, LEVEL_NOTICE, LEVEL_WARNING},
    [SENDER_FREEMAIL] = {SENDER, false, LEVEL_NOTICE, LEVEL_WARNING},
    [SENDER_MALFORMED] = {SENDER | KEY(PROBLEM), true, LEVEL_WARNING, LEVEL_WARNING},
    [SENDER_UNAUTHENTICATED] = {SENDER | KEY(MAILED_BY) | KEY(SIGNED_BY), false, LEVEL_NOTICE,
				LEVEL_WARNING},
    [WEBMAIL_WARNED] = {SENDER, true, LEVEL_WARNING, LEVEL_WARNING},
    [REPLY_TO_ELSEWHERE] = {SENDER | KEY(REPLY_TO), false, LEVEL_NOTICE, LEVEL_WARNING},
    [LINK_LOOKALIKE_IDN] = {LINK | LIKE | DIFF, false, LEVEL_DANGER, LEVEL_DANGER},
    [LINK_LOOKALIKE_TYPO] = {LINK | LIKE | DIFF, false, LEVEL_NOTICE, LEVEL_DANGER},
    [LINK_BRAND_EMBEDDED] = {LINK | LIKE | DIFF, false, LEVEL_DANGER, LEVEL_DANGER},
    [LINK_COMBOSQUAT] = {LINK | LIKE | DIFF, false, LEVEL_NOTICE, LEVEL_DANGER},
    [LINK_TLD_SWAP] = {LINK | LIKE | DIFF, false, LEVEL_NOTICE, LEVEL_WARNING},
    [LINK_UNOFFICIAL] = {LINK, false, LEVEL_NOTICE, LEVEL_WARNING},
    [LINK_TEXT_MISMATCH] = {LINK | KEY(SHOWN), false, LEVEL_NOTICE, LEVEL_DANGER},
    [LINK_USERINFO] = {LINK | KEY(SHOWN), true, LEVEL_DANGER, LEVEL_DANGER},
    [LINK_ADDRESS_LITERAL] = {LINK, true, LEVEL_NOTICE, LEVEL_WARNING},
    [LINK_MIXED_SCRIPT] = {LINK | KEY(PROBLEM), true, LEVEL_WARNING, LEVEL_WARNING},
    [LINK_OBFUSCATED] = {LINK | KEY(PROBLEM), true, LEVEL_WARNING, LEVEL_WARNING},
    [LINK_SCRIPT] = {LINK | KEY(PROBLEM), true, LEVEL_DANGER, LEVEL_DANGER},
    [LINK_SHORTENER] = {LINK, true, LEVEL_NOTICE, LEVEL_NOTICE},
    [LINK_REDIRECT] = {LINK, true, LEVEL_NOTICE, LEVEL_NOTICE},
    [LINK_FREE_HOSTING] = {LINK, false, LEVEL_NOTICE, LEVEL_WARNING},
    [SECRET_REQUESTED] = {KEY(PHRASE) | KEY(PROBLEM), false, LEVEL_WARNING, LEVEL_DANGER},
    [BRANDS_CONTRADICT] = {KEY(CLAIMED) | KEY(BRAND) | KEY(PHRASE), false, LEVEL_WARNING,
			   LEVEL_WARNING},
    [KNOWN_WORDING] = {KEY(PHRASE) | KEY(CUE), true, LEVEL_NOTICE, LEVEL_WARNING},
    [UNUSED_SERVICE] = {KEY(CLAIMED), false, LEVEL_NOTICE, LEVEL_NOTICE},
    [NOT_ALL_CHECKED] = {KEY(PROBLEM), true, LEVEL_WARNING, LEVEL_WARNING},
};

/* A finding with the given members of evidence; `value` is what each of them holds. */
static struct finding finding_with(enum finding_code code, enum level level, unsigned evidence,
				   struct span value, brand_ref brand)
{
	struct finding finding = {.code = code, .level = level, .brand = brand};

	finding.target =
	    code >= LINK_LOOKALIKE_IDN && code <= LINK_FREE_HOSTING ? TARGET_LINK : TARGET_SENDER;
	for (unsigned key = 0; key < EVIDENCE_KEYS; key++)
		if (evidence & (1u << key))
			finding.evidence[key] = value;
	if (evidence & DIFF) {
		finding.diffs[0] = (struct evidence_diff){SPAN("rn"), SPAN("m")};
		finding.diff_count = 1;
	}
	return finding;
}

static bool has_japanese(struct span text)
{
	while (text.len > 0) {
		uint32_t point = utf8_next(&text);

		if ((point >= 0x3001 && point <= 0x30ff) || (point >= 0x4e00 && point <= 0x9fff) ||
		    (point >= 0xff01 && point <= 0xff60))
			return true;
	}
	return false;
}

static bool holds(struct span text, const char *piece)
{
	return text.len > 0 && memmem(text.ptr, text.len, piece, strlen(piece)) != NULL;
}

static void assert_sound(struct span text, enum language language, bool is_title)
{
	static const char *const leftovers[] = {"{",  "}",  "[",    "]",  "|",	 "  ",
						" .", " ,", " 。",  "()", "()",	 "「」",
						"“”", "\n", "。。", "..", ",。", "、。"};
	struct span end = language == LANGUAGE_JA ? SPAN("。") : SPAN(".");

	if (text.len == 0)
		fail_msg("empty");
	for (size_t i = 0; i < sizeof(leftovers) / sizeof(leftovers[0]); i++)
		if (holds(text, leftovers[i]))
			fail_msg("“%s” in: %.*s", leftovers[i], (int)text.len, text.ptr);
	if (span_ends(text, end) == is_title)
		fail_msg("wrong end: %.*s", (int)text.len, text.ptr);
	if (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ')
		fail_msg("blank at an end: %.*s", (int)text.len, text.ptr);
	if (has_japanese(text) != (language == LANGUAGE_JA))
		fail_msg("wrong language: %.*s", (int)text.len, text.ptr);
}

static void assert_words(const struct finding *finding)
{
	for (int language = 0; language < LANGUAGES; language++) {
		struct words words =
		    words_of(&catalogue, arena, (enum language)language, WORDS_FOR_PAGE, finding);

		assert_sound(words.title, (enum language)language, true);
		assert_sound(words.detail, (enum language)language, false);
	}
	arena_reset(arena);
}

/* Each code at each level it can have, with all its evidence, with none, and with one member less.
 */
static void test_every_code_has_words_whatever_is_known(void **state)
{
	/* Japanese brand names are for Japanese sentences, so MetaMask's English one must be ASCII.
	 */
	brand_ref brand = catalogue_brand_by_id(&catalogue, SPAN("metamask"));

	(void)state;
	assert_true(brand != BRAND_NONE);
	for (int code = 0; code < FINDING_CODES; code++) {
		unsigned all = facts[code].evidence;

		assert_true(facts[code].highest > LEVEL_NONE);
		for (int level = LEVEL_NOTICE; level <= LEVEL_DANGER; level++) {
			for (unsigned left_out = 0; left_out <= EVIDENCE_KEYS + 1; left_out++) {
				unsigned some =
				    left_out > EVIDENCE_KEYS ? 0 : all & ~(1u << left_out);
				struct finding with =
				    finding_with((enum finding_code)code, (enum level)level, some,
						 SPAN("value.example"), brand);
				struct finding without =
				    finding_with((enum finding_code)code, (enum level)level, some,
						 SPAN("value.example"), BRAND_NONE);

				assert_words(&with);
				assert_words(&without);
			}
		}
	}
}

/* The names inside {…} of a template. */
static void assert_placeholders(enum finding_code code, const char *template)
{
	static const char *const of_brand[] = {"brand", "site", "official"};

	for (struct span rest = span_of(template); span_find(rest, '{') != SPAN_NONE;) {
		size_t open = span_find(rest, '{'), close = span_find(rest, '}');
		struct span name = span_slice(rest, open + 1, close);
		bool known = false;

		assert_true(close != SPAN_NONE && close > open);
		for (size_t i = 0; i < 3; i++)
			known |= span_equal(name, span_of(of_brand[i])) && (!facts[code].brandless);
		known |= (span_equal(name, SPAN("seen")) || span_equal(name, SPAN("genuine"))) &&
			 (facts[code].evidence & DIFF);
		known |= span_equal(name, SPAN("other")) && (facts[code].evidence & KEY(BRAND));
		for (unsigned key = 0; key < EVIDENCE_KEYS; key++)
			known |= key != EVIDENCE_BRAND && (facts[code].evidence & (1u << key)) &&
				 span_equal(name, span_of(evidence_name((enum evidence_key)key)));
		if (!known && !(facts[code].brandless && span_equal(name, SPAN("site"))))
			fail_msg("{%.*s} in: %s", (int)name.len, name.ptr, template);
		rest = span_slice(rest, close + 1, rest.len);
	}
}

/* Brackets are paired and not nested; outside them stands no placeholder. */
static void assert_brackets(const char *template)
{
	bool inside = false;

	for (const char *c = template; *c; c++) {
		if (*c == '[' || *c == ']') {
			if (inside == (*c == '['))
				fail_msg("brackets: %s", template);
			inside = *c == '[';
		}
		if ((*c == '{' || *c == '|') && !inside)
			fail_msg("outside brackets: %s", template);
	}
	assert_false(inside);
}

static void each_template(void (*check)(const struct phrase *, const char *))
{
	const struct phrase *const tables[] = {words_sender, words_link, words_mail};

	for (size_t t = 0; t < 3; t++)
		for (const struct phrase *row = tables[t]; row->title[0]; row++)
			for (int language = 0; language < LANGUAGES; language++) {
				check(row, row->title[language]);
				check(row, row->detail[language]);
			}
}

static void check_template(const struct phrase *row, const char *template)
{
	assert_brackets(template);
	assert_placeholders(row->code, template);
}

static void test_templates_use_what_the_evidence_provides(void **state)
{
	(void)state;
	each_template(check_template);
}

/* A row for any level that is never shown for a notice: 不審 is the word for warnings. */
static bool may_be_only_warning(const struct phrase *row)
{
	bool own_notice = words_row(row->code, LEVEL_NOTICE)->level == LEVEL_NOTICE;

	return row->level == LEVEL_NONE && (facts[row->code].lowest > LEVEL_NOTICE || own_notice);
}

/* 本物 beside a mail reads as a seal; 偽 is for lookalikes and claims that are proven false. */
static void check_tone(const struct phrase *row, const char *template)
{
	static const enum finding_code may_say_false[] = {SENDER_LOOKALIKE, SENDER_NAME_ADDRESS,
							  LINK_LOOKALIKE_IDN, LINK_LOOKALIKE_TYPO,
							  LINK_BRAND_EMBEDDED};
	struct span text = span_of(template);
	bool may = false;

	for (size_t i = 0; i < sizeof(may_say_false) / sizeof(may_say_false[0]); i++)
		may |= row->code == may_say_false[i] &&
		       (row->level == LEVEL_DANGER || facts[row->code].lowest == LEVEL_DANGER);
	assert_false(holds(text, "本物") || holds(text, "安全") || holds(text, "safe") ||
		     holds(text, "genuine “"));
	if (holds(text, "偽") && !may)
		fail_msg("偽 in: %s", template);
	if (holds(text, "不審") && !(row->level == LEVEL_WARNING || may_be_only_warning(row)))
		fail_msg("不審 in: %s", template);
	assert_false(holds(text, "!") || holds(text, "!"));
}

static void test_tone(void **state)
{
	(void)state;
	each_template(check_tone);
}

static void test_levels_of_their_own(void **state)
{
	(void)state;
	for (int code = 0; code < FINDING_CODES; code++)
		for (int level = LEVEL_NOTICE; level <= LEVEL_DANGER; level++)
			assert_int_equal(
			    words_row((enum finding_code)code, (enum level)level)->code, code);
	assert_ptr_not_equal(words_row(SENDER_UNOFFICIAL, LEVEL_DANGER),
			     words_row(SENDER_UNOFFICIAL, LEVEL_WARNING));
	assert_ptr_not_equal(words_row(KNOWN_WORDING, LEVEL_WARNING),
			     words_row(KNOWN_WORDING, LEVEL_NOTICE));
}

static void assert_text(struct span got, const char *want)
{
	if (!span_equal(got, span_of(want)))
		fail_msg("%.*s\n instead of %s", (int)got.len, got.ptr, want);
}

static void test_the_sentences_of_an_impostor(void **state)
{
	brand_ref brand = catalogue_brand_by_id(&catalogue, SPAN("metamask"));
	struct finding finding =
	    finding_with(SENDER_UNOFFICIAL, LEVEL_DANGER, SENDER, SPAN("evil.example"), brand);
	struct words words = words_of(&catalogue, arena, LANGUAGE_EN, WORDS_FOR_PAGE, &finding);

	(void)state;
	assert_text(words.title,
		    "The name says MetaMask, but the address belongs to \u2068evil.example\u2069");
	assert_true(holds(words.detail, "MetaMask writes from support@metamask.io, "));
	assert_true(holds(words.detail, "Go to metamask.io yourself if you want to check."));
	words = words_of(&catalogue, arena, LANGUAGE_JA, WORDS_FOR_TERMINAL, &finding);
	assert_text(
	    words.title,
	    "メタマスクを名乗っていますが、送信元 evil.example は公式の送信元ではありません");
}

static void test_values_cannot_act_nor_be_templates(void **state)
{
	struct span value = SPAN("{brand}[\u2069\u202ea|b]\x1b\n");
	struct finding finding =
	    finding_with(REPLY_TO_ELSEWHERE, LEVEL_WARNING, KEY(REPLY_TO), value, BRAND_NONE);
	struct words words = words_of(&catalogue, arena, LANGUAGE_EN, WORDS_FOR_PAGE, &finding);

	(void)state;
	assert_text(words.title,
		    "A reply would go to \u2068{brand}[\\u2069\\u202ea|b]\\u001b\\u000a\u2069, not "
		    "to the sender");
}

static void test_long_values_are_short_in_sentences(void **state)
{
	static char name[100000];
	struct finding finding;
	struct words words;

	(void)state;
	memset(name, 'x', sizeof(name));
	finding = finding_with(SENDER_NAME_ADDRESS, LEVEL_WARNING, KEY(SHOWN) | KEY(ADDRESS),
			       (struct span){name, sizeof(name)}, BRAND_NONE);
	words = words_of(&catalogue, arena, LANGUAGE_EN, WORDS_FOR_PAGE, &finding);
	assert_true(words.title.len < 300);
	assert_true(holds(words.title, "x…"));
}

static void test_no_memory(void **state)
{
	struct arena *small = arena_new(64);
	struct finding finding =
	    finding_with(SENDER_UNOFFICIAL, LEVEL_DANGER, SENDER, SPAN("evil.example"), BRAND_NONE);

	(void)state;
	(void)words_of(&catalogue, small, LANGUAGE_JA, WORDS_FOR_PAGE, &finding);
	assert_true(arena_failed(small));
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_code_has_words_whatever_is_known),
	    cmocka_unit_test(test_templates_use_what_the_evidence_provides),
	    cmocka_unit_test(test_tone),
	    cmocka_unit_test(test_levels_of_their_own),
	    cmocka_unit_test(test_the_sentences_of_an_impostor),
	    cmocka_unit_test(test_values_cannot_act_nor_be_templates),
	    cmocka_unit_test(test_long_values_are_short_in_sentences),
	    cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
