/* Long texts: what is read of them, and that nothing is left out in silence. */
#include "fixture.h"

#include "detect/window.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>

#define NOTE "Please send us your recovery phrase. "

/* `size` bytes of `filler` over and over (whole repetitions), with `note` at byte `at`. */
static struct span padded(const char *filler, size_t size, const char *note, size_t at)
{
	size_t each = strlen(filler), len = 0;
	char *text = malloc(size + each + strlen(note) + 1);

	assert_non_null(text);
	while (len < at && len < size) {
		memcpy(text + len, filler, each);
		len += each;
	}
	memcpy(text + len, note, strlen(note));
	len += strlen(note);
	while (len < size) {
		memcpy(text + len, filler, each);
		len += each;
	}
	return (struct span){text, len};
}

static bool has(const struct verdict *verdict, enum finding_code code)
{
	for (size_t i = 0; i < verdict->finding_count; i++)
		if (verdict->findings[i].code == code)
			return true;
	return false;
}

static void a_text_is_read_at_its_ends(void **state)
{
	static const struct {
		size_t size, at;
		bool found, cut;
	} cases[] = {
	    {9000, 5000, true, false},
	    {WINDOW_TEXT_HEAD, WINDOW_TEXT_HEAD / 2, true, false},
	    {WINDOW_TEXT_HEAD + WINDOW_TEXT_TAIL - 100, WINDOW_TEXT_HEAD, true, false},
	    {1000000, 100, true, true},
	    {1000000, 1000000, true, true},
	    {1000000, 500000, false, true}, /* not found, but told */
	};
	static const char *const fillers[] = {"Good day. ", "本日はよい天気です。", "\u0301", "ﷺ ",
					      "é ",	    "안녕하세요 "};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		for (size_t n = 0; n < sizeof(fillers) / sizeof(*fillers); n++) {
			struct span text = padded(fillers[n], cases[i].size, NOTE, cases[i].at);
			struct message message = {.text = text};
			struct verdict verdict;
			bool cut, long_folded = n == 3 && cases[i].size > 9000;

			arena_reset(fixture.arena);
			assert_true(
			    judge_message(&fixture.judge, fixture.arena, &message, &verdict));
			cut = has(&verdict, NOT_ALL_CHECKED);
			if (cut != (cases[i].cut || long_folded))
				fail_msg("case %zu, \"%s\": cut %d", i, fillers[n], cut);
			if (!long_folded && has(&verdict, SECRET_REQUESTED) != cases[i].found)
				fail_msg("case %zu, \"%s\": found %d", i, fillers[n],
					 !cases[i].found);
			free((void *)(uintptr_t)text.ptr);
		}
	}
}

static void so_are_subjects_names_and_links(void **state)
{
	struct span text = padded("x", 5000, "", 0), longer = padded("x y ", 200000, "", 0);
	const struct message_link link = {.url = SPAN("https://www.example/"), .text = longer};
	const struct message_link links[] = {{.url = SPAN("https://www.example/"), .text = text},
					     {.url = SPAN("https://www.example/"), .text = text}};
	struct span grown = padded("ﷺ", 900, "", 0);
	struct message_link grown_links[60]; /* 54 KB, and 300 KB folded */

	for (size_t i = 0; i < 60; i++)
		grown_links[i] =
		    (struct message_link){.url = SPAN("https://www.example/"), .text = grown};
	const struct {
		struct message message;
		bool cut;
	} cases[] = {
	    {{.subject = text}, false},
	    {{.subject = longer}, true},
	    {{.has_sender = true, .sender_name = span_slice(text, 0, FOLD_TEXT_POINTS)}, false},
	    {{.has_sender = true, .sender_name = text}, true},
	    {{.has_sender = true, .sender_name = grown}, true},
	    {{.links = grown_links, .link_count = 60}, true},
	    {{.links = &link, .link_count = 1}, true},
	    {{.links = links, .link_count = 2}, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct verdict verdict;

		arena_reset(fixture.arena);
		assert_true(
		    judge_message(&fixture.judge, fixture.arena, &cases[i].message, &verdict));
		if (has(&verdict, NOT_ALL_CHECKED) != cases[i].cut)
			fail_msg("case %zu", i);
	}
	free((void *)(uintptr_t)text.ptr);
	free((void *)(uintptr_t)longer.ptr);
	free((void *)(uintptr_t)grown.ptr);
}

/* Of a text that grows while it is folded both ends are read, too. */
static void a_grown_text_has_an_end(void **state)
{
	static const size_t places[] = {100, 40000, 79900};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct span text = padded("ﷺ ", 80000, NOTE, places[i]);
		struct message message = {.text = text};
		struct verdict verdict;

		arena_reset(fixture.arena);
		assert_true(judge_message(&fixture.judge, fixture.arena, &message, &verdict));
		assert_true(has(&verdict, NOT_ALL_CHECKED));
		assert_int_equal(has(&verdict, SECRET_REQUESTED), i != 1);
		free((void *)(uintptr_t)text.ptr);
	}
}

static void letters_are_kept_whole(void **state)
{
	(void)state;
	for (size_t head = 0; head < 7; head++) {
		for (size_t tail = 0; tail < 7; tail++) {
			bool cut = false;
			struct span folded = window_fold(fixture.arena, SPAN("保留中のメールéé𝐌𝐌"),
							 head, tail, &cut);

			assert_true(cut);
			assert_int_equal(utf8_check(folded), folded.len);
			assert_true(folded.len <= head + tail + 1);
		}
	}
	arena_reset(fixture.arena);
}

/* A megabyte of the letter that folds to eighteen needs no more memory than any other. */
static void memory_is_bounded(void **state)
{
	struct span text = padded("ﷺ", 1000000, "", 0);
	struct message message = {
	    .text = text, .subject = text, .has_sender = true, .sender_name = text};
	struct arena *arena = arena_new(24U << 20);
	struct verdict verdict;

	(void)state;
	assert_true(judge_message(&fixture.judge, arena, &message, &verdict));
	assert_true(has(&verdict, NOT_ALL_CHECKED));
	arena_free(&arena);
	free((void *)(uintptr_t)text.ptr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_text_is_read_at_its_ends),
	    cmocka_unit_test(so_are_subjects_names_and_links),
	    cmocka_unit_test(a_grown_text_has_an_end),
	    cmocka_unit_test(letters_are_kept_whole),
	    cmocka_unit_test(memory_is_bounded),
	};

	return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
