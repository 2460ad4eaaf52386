#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/normalize.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>

typedef struct span normalizer(struct arena *, struct span);

static void check(normalizer *normalize, struct span text, struct span wanted)
{
	struct arena *arena = arena_new(1 << 20);
	struct span got = normalize(arena, text);

	if (!span_equal(got, wanted))
		fail_msg("'%.*s': got '%.*s', wanted '%.*s'", (int)text.len, text.ptr, (int)got.len,
			 got.ptr, (int)wanted.len, wanted.ptr);
	assert_false(arena_failed(arena));
	arena_free(&arena);
}

static void test_forms(void **state)
{
	static const struct {
		normalizer *normalize;
		struct span text, wanted;
	} cases[] = {
	    {normalize_nfc, {NULL, 0}, {"", 0}},
	    {normalize_nfc, SPAN("plain ASCII"), SPAN("plain ASCII")},
	    {normalize_nfc, SPAN("e\u0301"), SPAN("\u00E9")},
	    {normalize_nfc, SPAN("か\u3099"), SPAN("が")},
	    {normalize_nfc, SPAN("\u212B"), SPAN("\u00C5")},
	    {normalize_nfc, SPAN("ﬁ"), SPAN("ﬁ")},
	    {normalize_nfd, SPAN("\u00E9"), SPAN("e\u0301")},
	    {normalize_nfd, SPAN("각"), SPAN("\u1100\u1161\u11A8")},
	    {normalize_nfd, SPAN("a\u0323\u0307"), SPAN("a\u0323\u0307")},
	    {normalize_nfd, SPAN("a\u0307\u0323"), SPAN("a\u0323\u0307")},
	    {normalize_nfkc_fold, {NULL, 0}, {"", 0}},
	    {normalize_nfkc_fold, SPAN("MetaMask"), SPAN("metamask")},
	    {normalize_nfkc_fold, SPAN("ＭｅｔａＭａｓｋ"), SPAN("metamask")},
	    {normalize_nfkc_fold, SPAN("ﾒﾀﾏｽｸ ﾊﾞｸﾞ"), SPAN("メタマスク バグ")},
	    {normalize_nfkc_fold, SPAN("Straße ΣΊΣΥΦΟΣ"), SPAN("strasse σίσυφοσ")},
	    {normalize_nfkc_fold, SPAN("𝐌𝐞𝐭𝐚"), SPAN("meta")},
	    {normalize_nfkc_fold, SPAN("\u00DE\u1E9E"), SPAN("\u00FEss")},
	    {normalize_nfkc_fold, SPAN("I\u0130"),
	     SPAN("ii\u0307")}, /* no Turkish rules, whatever the locale */
	    {normalize_nfkc_fold, SPAN("a\0B"), SPAN("a\0b")},
	    {normalize_ascii_lower, SPAN("AZaz[@`{É日"), SPAN("azaz[@`{É日")},
	    {normalize_ascii_lower, {NULL, 0}, {"", 0}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check(cases[i].normalize, cases[i].text, cases[i].wanted);
}

static void test_broken_bytes_become_replacement_characters(void **state)
{
	(void)state;
	check(normalize_nfc,
	      SPAN("a\xFF"
		   "b\xE3\x81"),
	      SPAN("a\uFFFD"
		   "b\uFFFD\uFFFD"));
	check(normalize_nfd, SPAN("\xED\xA0\x80"), SPAN("\uFFFD\uFFFD\uFFFD"));
	check(normalize_nfkc_fold, SPAN("A\xC3"), SPAN("a\uFFFD"));
}

/* A text of 20,000 repetitions: the windows must not show. */
static void check_long(const char *piece)
{
	struct arena *arena = arena_new(64 << 20);
	struct builder b = {.arena = arena};
	struct span text, nfc, nfd;
	size_t len = 0;
	uint8_t *whole;

	for (int i = 0; i < 20000; i++)
		builder_add(&b, span_of(piece));
	text = builder_span(&b);
	nfc = normalize_nfc(arena, text);
	whole = u8_normalize(UNINORM_NFC, (const uint8_t *)text.ptr, text.len, NULL, &len);
	assert_true(span_equal(nfc, (struct span){(char *)whole, len}));
	free(whole);
	nfd = normalize_nfd(arena, text);
	whole = u8_normalize(UNINORM_NFD, (const uint8_t *)text.ptr, text.len, NULL, &len);
	assert_true(span_equal(nfd, (struct span){(char *)whole, len}));
	free(whole);
	assert_false(arena_failed(arena));
	arena_free(&arena);
}

static void test_windows_do_not_show(void **state)
{
	(void)state;
	check_long("e\u0301a\u0323\u0307");
	check_long("か\u3099ﾊ\uFF9E");
	check_long("\u1100\u1161\u11A8");
	check_long("ü日本𝐌🦊﷽\u0301");
	check_long("\u0B95\u0BC6\u0BBE\u1000\u102F\u1025\u102E");
}

/* Marks without end have no border to cut at: only the time and the validity matter. */
/* What libunistring makes of the whole text at once. */
static void check_fold(struct arena *arena, struct span text)
{
	size_t nfkc_len = 0, len = 0;
	uint8_t *nfkc =
	    u8_normalize(UNINORM_NFKC, (const uint8_t *)text.ptr, text.len, NULL, &nfkc_len);
	uint8_t *made = u8_casefold(nfkc, nfkc_len, NULL, UNINORM_NFKC, NULL, &len);
	struct span got = normalize_nfkc_fold(arena, text);

	if (!span_equal(got, (struct span){(char *)made, len}))
		fail_msg("'%.*s': got '%.*s', wanted '%.*s'", (int)text.len, text.ptr, (int)got.len,
			 got.ptr, (int)len, (char *)made);
	free(nfkc);
	free(made);
	arena_reset(arena);
}

/* Every code point alone, and between others that compose, reorder, or take another way. */
static void test_every_point_folds_as_in_libunistring(void **state)
{
	static const char *const after[] = {"",	      "A",	"\u0301", "\u3099",
					    "\u309A", "\u1161", "\u11A8", "\u0323\u0307"};
	static const char *const before[] = {"", "E", "カ", "\u1100", "가", "ﾊ"};
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (uint32_t point = 1; point < 0x20000; point++) {
		if (point >= 0xD800 && point <= 0xDFFF)
			continue;
		for (size_t i = 0; i < sizeof(after) / sizeof(*after); i++) {
			char text[64];
			const char *first =
			    before[(point + i) % (sizeof(before) / sizeof(*before))];
			size_t len = strlen(first);

			memcpy(text, first, len);
			len += utf8_encode(point, text + len);
			memcpy(text + len, after[i], strlen(after[i]));
			check_fold(arena, (struct span){text, len + strlen(after[i])});
		}
	}
	arena_free(&arena);
}

static void test_flood_of_marks(void **state)
{
	struct arena *arena = arena_new(64 << 20);
	struct builder b = {.arena = arena};
	struct span got;

	(void)state;
	builder_byte(&b, 'E');
	for (int i = 0; i < 250000; i++)
		builder_point(&b, i % 2 ? 0x0301 : 0x0323);
	got = normalize_nfkc_fold(arena, builder_span(&b));
	assert_false(arena_failed(arena));
	assert_int_equal(utf8_check(got), got.len);
	assert_in_range(got.len, 499000, 500001);
	arena_free(&arena);
}

static void test_arena_that_gives_out(void **state)
{
	normalizer *all[] = {normalize_nfc, normalize_nfd, normalize_nfkc_fold,
			     normalize_ascii_lower};
	struct arena *arena = arena_new(64);
	struct span text = SPAN("ééééééééééééééééééééééééééééééééééééééééééééééééééééééé");

	(void)state;
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		arena_reset(arena);
		assert_int_equal(all[i](arena, text).len, 0);
		assert_true(arena_failed(arena));
		assert_int_equal(all[i](NULL, text).len, 0);
	}
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_forms),
	    cmocka_unit_test(test_broken_bytes_become_replacement_characters),
	    cmocka_unit_test(test_windows_do_not_show),
	    cmocka_unit_test(test_every_point_folds_as_in_libunistring),
	    cmocka_unit_test(test_flood_of_marks),
	    cmocka_unit_test(test_arena_that_gives_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
