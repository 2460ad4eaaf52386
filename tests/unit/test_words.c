/* The words of findings: complete, in both languages, about the evidence only, and safe around any
 * value. */
#include "words.h"
#include "words_table.h"

#include "embedded_fixture.h"
#include "text/utf8.h"

#define KEY(key) (1u << EVIDENCE_##key)
#define SENDER (KEY(CLAIMED) | KEY(ADDRESS) | KEY(DOMAIN) | KEY(PUNYCODE) | KEY(UNICODE))
#define LINK (KEY(HOSTNAME) | KEY(PUNYCODE) | KEY(UNICODE) | KEY(DOMAIN) | KEY(DESTINATION))
#define LIKE (KEY(IMITATES) | KEY(RULE))
#define DIFF (1u << EVIDENCE_KEYS) /* stands for the differing pieces */

/* What the judge gives as evidence with each code, and at which levels it raises it. */
static const struct {
	unsigned evidence;
	bool brandless; /* never has a brand */
	enum level lowest, highest;
} facts[FINDING_CODES] = {
    [SENDER_UNOFFICIAL] = {SENDER | KEY(ALIAS) | KEY(PROBLEM), false, LEVEL_NOTICE, LEVEL_DANGER},
    [SENDER_LOOKALIKE] = {SENDER | LIKE | DIFF, false, LEVEL_NOTICE, LEVEL_DANGER},
    [SENDER_UNVERIFIED] = {SENDER | KEY(DESTINATION) | KEY(PHRASE) | KEY(PROBLEM), false,
			   LEVEL_NOTICE, LEVEL_WARNING},
    [SENDER_ADDRESS_UNLISTED] = {SENDER, false, LEVEL_NOTICE, LEVEL_WARNING},
    [SENDER_UNSOLICITED] = {SENDER, false, LEVEL_NOTICE, LEVEL_NOTICE},
    [SENDER_NAME_DISGUISED] = {SENDER | KEY(PROBLEM), false, LEVEL_DANGER, LEVEL_DANGER},
    [SENDER_NAME_ADDRESS] = {SENDER | KEY(SHOWN), false, LEVEL_WARNING, LEVEL_DANGER},
    [SENDER_CONTAINS_RECIPIENT] = {SENDER | KEY(RECIPIENT) | KEY(SHOWN) | KEY(PROBLEM), true,
				   LEVEL_NOTICE, LEVEL_WARNING},
    [SENDER_FREEMAIL] = {SENDER | KEY(ALIAS) | KEY(PROBLEM), false, LEVEL_NOTICE, LEVEL_WARNING},
    [SENDER_MALFORMED] = {SENDER | KEY(PROBLEM), true, LEVEL_WARNING, LEVEL_WARNING},
    [SENDER_UNAUTHENTICATED] = {SENDER | KEY(MAILED_BY) | KEY(SIGNED_BY) | KEY(PROBLEM), false,
				LEVEL_NOTICE, LEVEL_WARNING},
    [WEBMAIL_WARNED] = {SENDER, true, LEVEL_WARNING, LEVEL_WARNING},
    [REPLY_TO_ELSEWHERE] = {SENDER | KEY(REPLY_TO), false, LEVEL_NOTICE, LEVEL_WARNING},
    [LINK_LOOKALIKE_IDN] = {LINK | LIKE | DIFF, false, LEVEL_NOTICE, LEVEL_DANGER},
    [LINK_LOOKALIKE_TYPO] = {LINK | LIKE | DIFF, false, LEVEL_NOTICE, LEVEL_DANGER},
    [LINK_BRAND_EMBEDDED] = {LINK | LIKE | DIFF, false, LEVEL_NOTICE, LEVEL_DANGER},
    [LINK_COMBOSQUAT] = {LINK | LIKE | DIFF, false, LEVEL_NOTICE, LEVEL_DANGER},
    [LINK_TLD_SWAP] = {LINK | LIKE | DIFF, false, LEVEL_NOTICE, LEVEL_WARNING},
    [LINK_UNOFFICIAL] = {LINK | KEY(ALIAS) | KEY(PROBLEM), false, LEVEL_NOTICE, LEVEL_WARNING},
    [LINK_TEXT_MISMATCH] = {LINK | KEY(SHOWN) | KEY(SHOWN_PUNYCODE) | KEY(PROBLEM), false,
			    LEVEL_NOTICE, LEVEL_DANGER},
    [LINK_USERINFO] = {LINK | KEY(SHOWN), true, LEVEL_DANGER, LEVEL_DANGER},
    [LINK_ADDRESS_LITERAL] = {LINK | KEY(PROBLEM), true, LEVEL_NOTICE, LEVEL_WARNING},
    [LINK_MIXED_SCRIPT] = {LINK | KEY(PROBLEM), true, LEVEL_WARNING, LEVEL_WARNING},
    [LINK_OBFUSCATED] = {LINK | KEY(PROBLEM), true, LEVEL_WARNING, LEVEL_WARNING},
    [LINK_SCRIPT] = {LINK | KEY(PROBLEM), true, LEVEL_DANGER, LEVEL_DANGER},
    [LINK_SHORTENER] = {LINK, true, LEVEL_NOTICE, LEVEL_NOTICE},
    [LINK_REDIRECT] = {LINK, true, LEVEL_NOTICE, LEVEL_NOTICE},
    [LINK_FREE_HOSTING] = {LINK | KEY(ALIAS) | KEY(BRAND) | KEY(PROBLEM), false, LEVEL_NOTICE,
			   LEVEL_WARNING},
    [SECRET_REQUESTED] = {KEY(PHRASE) | KEY(PROBLEM), false, LEVEL_WARNING, LEVEL_DANGER},
    [FRAUD_REQUESTED] = {KEY(PHRASE) | KEY(CUE) | KEY(PROBLEM), false, LEVEL_NOTICE, LEVEL_WARNING},
    [BRANDS_CONTRADICT] = {KEY(CLAIMED) | KEY(ALIAS) | KEY(BRAND) | KEY(PHRASE), false,
			   LEVEL_WARNING, LEVEL_WARNING},
    [TEXT_DISGUISED] = {KEY(PHRASE) | KEY(PROBLEM), false, LEVEL_WARNING, LEVEL_WARNING},
    [KNOWN_WORDING] = {KEY(PHRASE) | KEY(ALSO) | KEY(CUE) | KEY(PROBLEM), true, LEVEL_NOTICE,
		       LEVEL_WARNING},
    [UNUSED_SERVICE] = {KEY(CLAIMED), false, LEVEL_NOTICE, LEVEL_NOTICE},
    [NOT_ALL_CHECKED] = {KEY(PROBLEM), true, LEVEL_WARNING, LEVEL_WARNING},
};

/* A finding with the given members of evidence; `value` is what each of them holds. */
static struct finding finding_with(enum finding_code code, enum level level, unsigned evidence,
				   struct span value, brand_ref brand)
{
	struct finding finding = {.code = code, .level = level, .brand = brand, .other = brand};

	finding.target =
	    code >= LINK_LOOKALIKE_IDN && code <= LINK_FREE_HOSTING ? TARGET_LINK : TARGET_SENDER;
	for (unsigned key = 0; key < EVIDENCE_KEYS; key++)
		if (evidence & (1u << key))
			finding.evidence[key] = value;
	if (evidence & KEY(PUNYCODE))
		finding.evidence[EVIDENCE_PUNYCODE] = SPAN("xn--value.example");
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
	static const char *const leftovers[] = {"{",  "}",  "[",    "]",  "|",	  "  ",
						" .", " ,", " 。",  "()", "（）", "「」",
						"“”", "\n", "。。", "..", ",。",  "、。"};
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

static const struct phrase *const tables[] = {words_sender, words_mailbox, words_link,
					      words_spelling, words_mail};
#define TABLES (sizeof(tables) / sizeof(tables[0]))

/* The finding with all its evidence, with none, and with one member less; with each kind of difference. */
static void assert_words_whatever_is_known(enum finding_code code, enum level level,
					   struct span when, brand_ref brand)
{
	static const struct evidence_diff diffs[] = {{SPAN("1"), SPAN("l")},
						     {SPAN(""), SPAN("r")},
						     {SPAN("x"), SPAN("")},
						     {SPAN("а"), SPAN("a")}};
	unsigned all = facts[code].evidence;

	for (unsigned left_out = 0; left_out <= EVIDENCE_KEYS + 1; left_out++) {
		unsigned some = left_out > EVIDENCE_KEYS ? 0 : all & ~(1u << left_out);
		struct finding finding =
		    finding_with(code, level, some, SPAN("value.example"), brand);

		finding.evidence[EVIDENCE_RULE] = finding.evidence[EVIDENCE_PROBLEM] = when;
		finding.diffs[0] = diffs[left_out % 4];
		assert_words(&finding);
	}
}

/* Each code at each level, and each row that is for certain rules or problems. */
static void test_every_code_has_words_whatever_is_known(void **state)
{
	/* Japanese brand names are for Japanese sentences, so MetaMask's English one must be ASCII.
	 */
	brand_ref brand = catalogue_brand_by_id(&catalogue, SPAN("metamask"));

	(void)state;
	assert_true(brand != BRAND_NONE);
	for (int code = 0; code < FINDING_CODES; code++) {
		assert_true(facts[code].highest > LEVEL_NONE);
		for (int level = LEVEL_NOTICE; level <= LEVEL_DANGER; level++) {
			assert_words_whatever_is_known((enum finding_code)code, (enum level)level,
						       SPAN("-"), brand);
			assert_words_whatever_is_known((enum finding_code)code, (enum level)level,
						       SPAN("-"), BRAND_NONE);
		}
	}
}

static void each_word(const struct phrase *row, void (*check)(const struct phrase *, struct span))
{
	struct span rest = span_of(row->when);

	for (;;) {
		size_t comma = span_find(rest, ',');

		check(row, span_slice(rest, 0, comma));
		if (comma == SPAN_NONE)
			return;
		rest = span_slice(rest, comma + 1, rest.len);
	}
}

/* Some level leads to the row. */
static void assert_reached(const struct phrase *row, struct span word)
{
	for (int level = LEVEL_NOTICE; level <= LEVEL_DANGER; level++) {
		struct finding finding = {.code = row->code, .level = (enum level)level};

		finding.evidence[EVIDENCE_PROBLEM] = word;
		if (words_row(&finding) == row)
			return;
	}
	fail_msg("never shown: %s", row->title[LANGUAGE_EN]);
}

static void check_row_of_word(const struct phrase *row, struct span word)
{
	brand_ref brand = catalogue_brand_by_id(&catalogue, SPAN("metamask"));

	assert_true(facts[row->code].evidence & (KEY(RULE) | KEY(PROBLEM)));
	assert_reached(row, word);
	for (int level = LEVEL_NOTICE; level <= LEVEL_DANGER; level++) {
		assert_words_whatever_is_known(row->code, (enum level)level, word, brand);
		assert_words_whatever_is_known(row->code, (enum level)level, word, BRAND_NONE);
	}
}

/* A row behind one that always fits is never shown. */
static void test_every_row_is_reached(void **state)
{
	(void)state;
	for (size_t t = 0; t < TABLES; t++)
		for (const struct phrase *row = tables[t]; row->title[0]; row++)
			if (row->when)
				each_word(row, check_row_of_word);
			else
				assert_reached(row, (struct span){0});
}

/* The names inside {…} of a template. */
static void assert_placeholders(enum finding_code code, const char *template)
{
	static const char *const of_brand[] = {"brand", "site", "official", "claim"};
	static const char *const pieces[] = {"seen",  "genuine", "missing", "fewer",
					     "added", "extra",	 "apart"};

	for (struct span rest = span_of(template); span_find(rest, '{') != SPAN_NONE;) {
		size_t open = span_find(rest, '{'), close = span_find(rest, '}');
		struct span name = span_slice(rest, open + 1, close);
		bool known = false;

		assert_true(close != SPAN_NONE && close > open);
		for (size_t i = 0; i < sizeof(of_brand) / sizeof(*of_brand); i++)
			known |= span_equal(name, span_of(of_brand[i])) && !facts[code].brandless;
		for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++)
			known |=
			    span_equal(name, span_of(pieces[i])) && (facts[code].evidence & DIFF);
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
	for (size_t t = 0; t < TABLES; t++)
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
	struct finding notice = {.code = row->code, .level = LEVEL_NOTICE};

	if (row->when)
		notice.evidence[EVIDENCE_PROBLEM] =
		    span_slice(span_of(row->when), 0, span_find(span_of(row->when), ','));
	return row->level == LEVEL_NONE &&
	       (facts[row->code].lowest > LEVEL_NOTICE || words_row(&notice) != row);
}

/* 偽, but not in 偽装 (to forge), which senders of all kinds can. */
static bool says_false(struct span text)
{
	for (size_t at = 0; at + 3 <= text.len; at++)
		if (memcmp(text.ptr + at, "偽", 3) == 0 &&
		    !span_starts(span_slice(text, at, text.len), SPAN("偽装")))
			return true;
	return false;
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
		may |= row->code == may_say_false[i] && row->level == LEVEL_DANGER;
	assert_false(holds(text, "本物") || holds(text, "安全") || holds(text, "safe") ||
		     holds(text, "genuine “"));
	if (says_false(text) && !may)
		fail_msg("偽 in: %s", template);
	if (holds(text, "不審") && !(row->level == LEVEL_WARNING || may_be_only_warning(row)))
		fail_msg("不審 in: %s", template);
	if ((holds(text, "開かないでください") || holds(text, "Do not open it")) &&
	    row->level != LEVEL_DANGER && facts[row->code].lowest != LEVEL_DANGER)
		fail_msg("too strong: %s", template);
	/* One word for the sender, full-width brackets in Japanese. */
	assert_false(holds(text, "差出人") || holds(text, "送信者") || holds(text, "です("));
	assert_false(holds(text, "!") || holds(text, "!"));
}

static void test_tone(void **state)
{
	(void)state;
	each_template(check_tone);
}

static void test_levels_of_their_own(void **state)
{
	static const struct finding danger = {.code = SENDER_UNOFFICIAL, .level = LEVEL_DANGER},
				    warning = {.code = SENDER_UNOFFICIAL, .level = LEVEL_WARNING},
				    notice = {.code = SENDER_UNOFFICIAL, .level = LEVEL_NOTICE};

	(void)state;
	assert_ptr_not_equal(words_row(&danger), words_row(&warning));
	assert_ptr_not_equal(words_row(&warning), words_row(&notice));
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
		    "The name says MetaMask, but the address is at \u2068evil.example\u2069");
	assert_true(holds(words.detail, "MetaMask sends email from support@metamask.io, "));
	assert_true(holds(words.detail, "To check, go to metamask.io yourself."));
	words = words_of(&catalogue, arena, LANGUAGE_JA, WORDS_FOR_TERMINAL, &finding);
	assert_text(words.title,
		    "MetaMaskを名乗っていますが、送信元 evil.example は公式の送信元ではありません");
}

static void test_a_name_is_told_as_it_was_claimed(void **state)
{
	brand_ref brand = catalogue_brand_by_id(&catalogue, SPAN("metamask"));
	struct finding finding =
	    finding_with(SENDER_UNOFFICIAL, LEVEL_WARNING, KEY(DOMAIN) | KEY(ALIAS),
			 SPAN("evil.example"), brand);
	struct words words;

	(void)state;
	finding.evidence[EVIDENCE_ALIAS] = SPAN("Consensys Wallet");
	words = words_of(&catalogue, arena, LANGUAGE_JA, WORDS_FOR_TERMINAL, &finding);
	assert_text(words.title, "Consensys Walletを名乗っていますが、送信元 evil.example "
				 "は確認済みの送信元ではありません");
	finding.evidence[EVIDENCE_ALIAS] = SPAN("METAMASK");
	words = words_of(&catalogue, arena, LANGUAGE_JA, WORDS_FOR_TERMINAL, &finding);
	assert_true(holds(words.title, "MetaMaskを名乗って"));
}

static void test_what_is_missing_or_added_is_told(void **state)
{
	static const struct {
		struct evidence_diff diff;
		const char *english, *japanese;
	} cases[] = {
	    {{SPAN(""), SPAN("r")},
	     "The “r” of the real name is missing. ",
	     "本来の名前にある「r」が抜けています。"},
	    {{SPAN("x"), SPAN("")},
	     "It has “x”, which the real name does not have. ",
	     "本来の名前にはない「x」が加えられています。"},
	    {{SPAN("1"), SPAN("l")},
	     "It has “1” where the real name has “l”. ",
	     "本来「l」の部分が「1」になっています。"},
	    {{SPAN("а"), SPAN("a")},
	     "It has “а” (U+0430) where",
	     "本来「a」の部分が「а」（U+0430）になっています。"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct finding finding = {.code = LINK_LOOKALIKE_TYPO,
					  .level = LEVEL_DANGER,
					  .target = TARGET_LINK,
					  .diffs = {cases[i].diff},
					  .diff_count = 1};

		assert_true(holds(
		    words_of(&catalogue, arena, LANGUAGE_EN, WORDS_FOR_TERMINAL, &finding).detail,
		    cases[i].english));
		assert_true(holds(
		    words_of(&catalogue, arena, LANGUAGE_JA, WORDS_FOR_TERMINAL, &finding).detail,
		    cases[i].japanese));
	}
}

/* A letter that the name has already is one too many, or too few, and neither foreign nor gone. */
static void test_letters_too_many_or_too_few(void **state)
{
	static const struct {
		const char *domain, *imitates;
		struct evidence_diff diff;
		const char *english, *japanese;
	} cases[] = {
	    {"gooogle.com",
	     "google.com",
	     {SPAN("o"), SPAN("")},
	     "It has one “o” too many. ",
	     "「o」が1つ多くなっています。"},
	    {"gogle.com",
	     "google.com",
	     {SPAN(""), SPAN("o")},
	     "It has one “o” too few. ",
	     "「o」が1つ足りません。"},
	    {"googlec.com",
	     "google.com",
	     {SPAN("c"), SPAN("")},
	     "It has “c”, which",
	     "にはない「c」"},
	    {"netfix.com",
	     "netflix.com",
	     {SPAN(""), SPAN("l")},
	     "The “l” of the real name is missing. ",
	     "「l」が抜けています。"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct finding finding = {.code = LINK_LOOKALIKE_TYPO,
					  .level = LEVEL_DANGER,
					  .target = TARGET_LINK,
					  .diffs = {cases[i].diff},
					  .diff_count = 1};

		finding.evidence[EVIDENCE_DOMAIN] = span_of(cases[i].domain);
		finding.evidence[EVIDENCE_IMITATES] = span_of(cases[i].imitates);
		assert_true(holds(
		    words_of(&catalogue, arena, LANGUAGE_EN, WORDS_FOR_TERMINAL, &finding).detail,
		    cases[i].english));
		assert_true(holds(
		    words_of(&catalogue, arena, LANGUAGE_JA, WORDS_FOR_TERMINAL, &finding).detail,
		    cases[i].japanese));
	}
}

static void test_a_quotation_ends_with_a_word(void **state)
{
	struct finding finding = {
	    .code = KNOWN_WORDING, .level = LEVEL_WARNING, .target = TARGET_TEXT};
	struct words words;

	(void)state;
	finding.evidence[EVIDENCE_PHRASE] =
	    SPAN("Please enter the twelve words of your wallet exactly as they were "
		 "given to you when you first installed it here");
	words = words_of(&catalogue, arena, LANGUAGE_EN, WORDS_FOR_TERMINAL, &finding);
	assert_true(holds(words.title, "when you first…”"));
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

static void test_words_of_levels(void **state)
{
	static const char *const want[LANGUAGES][LEVEL_DANGER + 1] = {
	    {"nothing noticed", "note", "suspicious", "danger"},
	    {"気づいた点なし", "参考", "不審", "危険"},
	};

	(void)state;
	for (int language = 0; language < LANGUAGES; language++)
		for (int level = LEVEL_NONE; level <= LEVEL_DANGER; level++)
			assert_string_equal(words_level((enum language)language, (enum level)level),
					    want[language][level]);
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
	    cmocka_unit_test(test_every_row_is_reached),
	    cmocka_unit_test(test_a_name_is_told_as_it_was_claimed),
	    cmocka_unit_test(test_what_is_missing_or_added_is_told),
	    cmocka_unit_test(test_letters_too_many_or_too_few),
	    cmocka_unit_test(test_a_quotation_ends_with_a_word),
	    cmocka_unit_test(test_values_cannot_act_nor_be_templates),
	    cmocka_unit_test(test_long_values_are_short_in_sentences),
	    cmocka_unit_test(test_words_of_levels),
	    cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
