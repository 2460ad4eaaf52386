#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/skeleton.h"
#include "text/skeleton_cjk.h"
#include "text/skeleton_extra.h"
#include "text/utf8.h"

#ifdef HAVE_ICU
#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#endif

static void test_skeletons(void **state)
{
	static const struct {
		const char *text, *skeleton;
	} cases[] = {
	    {"", ""},
	    {"metamask", "rnetarnask"},
	    {"rnetarnask", "rnetarnask"},
	    {"paypa1", "paypal"},
	    {"g00gle", "google"},
	    {"vvikipedia", "wikipedia"},
	    {"vvvv", "ww"},
	    {"раураl", "paypal"},
	    {"аррӏе", "apple"},
	    {"métàmåsk", "rnetarnask"},
	    {"me\u0308\u0301\u0301tamask", "rnetarnask"},
	    {"v\u0301v\u0301", "w"},
	    {"løgiń", "login"},
	    {"đħŧƀ", "dhtb"},
	    {"ꝡ", "w"},
	    {"москва", "rnockba"},
	    {"gооgӏе", "google"},
	    {"тwіттеr", "twitter"},
	    {"youtuße", "youtube"},
	    {"fаϲеbооκ", "facebook"},
	    {"μεταμασκ", "rnetarnaok"}, /* a Greek σ is an o: only ς or s would pass for an s */
	    {"メ夕マスク", "メ夕マスク"},
	    {"メタマスク", "メ夕マスク"},
	    {"amazon一", "arnazon-"},
	    {"amazonー", "arnazon-"},
	    {"2०౦", "2oo"},
	    {"a\u0E34", "a"},	   /* a Thai vowel sign on a Latin letter is a speck */
	    {"\u0E01\u0E34", "n"}, /* and so it is on a Thai letter that looks Latin */
	    {"\u0E02\u0E34", "\u0E02\u0E34"},
	    {"\u0301x", "\u0301x"},
	    {"شبكة", "شبكة"},
	};
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span got = skeleton_of(arena, span_of(cases[i].text));

		if (!span_equal(got, skeleton_of(arena, span_of(cases[i].skeleton))) ||
		    (utf8_is_ascii(got) && !span_equal(got, span_of(cases[i].skeleton))))
			fail_msg("%s: '%.*s'", cases[i].text, (int)got.len, got.ptr);
	}
	arena_free(&arena);
}

/* What looks alike must meet, what does not must not. */
static void test_pairs(void **state)
{
	static const struct {
		const char *a, *b;
		bool alike;
	} cases[] = {
	    {"0", "o", true},		{"1", "l", true},	 {"i", "l", false},
	    {"ı", "i", true},		{"w", "vv", true},	 {"rn", "m", true},
	    {"cl", "d", false},		{"é", "e", true},	 {"ω", "w", true},
	    {"ɡoogle", "google", true}, {"楽天", "楽夭", false}, {"が", "か", false},
	    {"ﾛ", "口", true},		{"二コ", "ニコ", true},	 {"へ", "ヘ", true},
	};
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (span_equal(skeleton_of(arena, span_of(cases[i].a)),
			       skeleton_of(arena, span_of(cases[i].b))) != cases[i].alike)
			fail_msg("%s %s", cases[i].a, cases[i].b);
	arena_free(&arena);
}

static bool among(const struct span *list, size_t count, const char *text)
{
	for (size_t i = 0; i < count; i++)
		if (span_equal(list[i], span_of(text)))
			return true;
	return false;
}

static void test_all_readings(void **state)
{
	static const struct {
		const char *text;
		size_t count;
		const char *readings[4];
	} cases[] = {
	    {"apple", 1, {"apple"}},
	    {"aррle", 1, {"apple"}},
	    {"аррӏе", 2, {"apple", "appie"}},
	    {"þaypal", 2, {"paypal", "baypal"}},
	    {"þayþal", 4, {"paypal", "baypal", "paybal", "baybal"}},
	    {"łwitter", 2, {"twitter", "lwitter"}},
	    {"œ", 2, {"oe", "ce"}},
	    {"νν", 4, {"nn", "nv", "vn", "w"}},
	    {"ııııı", 16, {"iiiii", "lllli"}},
	    {"ıııııııııııııııııııııııııııııııııııııııııııııııı", 16, {NULL}},
	};
	struct arena *arena = arena_new(1 << 20);
	struct span out[SKELETON_MAX];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span text = span_of(cases[i].text);
		size_t count = skeleton_all(arena, text, out);

		assert_int_equal(count, cases[i].count);
		assert_true(span_equal(out[0], skeleton_of(arena, text)));
		for (size_t k = 0; k < 4 && cases[i].readings[k]; k++)
			if (!among(out, count, cases[i].readings[k]))
				fail_msg("%s lacks %s", cases[i].text, cases[i].readings[k]);
	}
	arena_free(&arena);
}

static void check_stable(struct arena *arena, struct span text)
{
	struct span once = skeleton_of(arena, text), twice = skeleton_of(arena, once);

	if (!span_equal(once, twice))
		fail_msg("'%.*s': '%.*s' '%.*s'", (int)text.len, text.ptr, (int)once.len, once.ptr,
			 (int)twice.len, twice.ptr);
}

static void test_every_point_is_stable(void **state)
{
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (uint32_t point = 0; point < 0x110000; point++) {
		char bytes[4];

		check_stable(arena, (struct span){bytes, utf8_encode(point, bytes)});
		arena_reset(arena);
	}
	arena_free(&arena);
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Letters that act on their neighbours, marks, and anything from the crowded first blocks. */
static uint32_t random_point(uint32_t *seed)
{
	static const uint32_t busy[] = {'v', 'V', 'm', '0', 'l', '|', 0xA761, 0x131};
	uint32_t kind = next_random(seed) % 4, any = next_random(seed);

	if (kind == 0)
		return busy[any % 8];
	if (kind == 1)
		return 0x300 + any % 0x70;
	return any % (kind == 2 ? 0x600U : 0x11000U);
}

static void test_random_texts_are_stable(void **state)
{
	struct arena *arena = arena_new(1 << 20);
	uint32_t seed = 20220826;

	(void)state;
	for (int i = 0; i < 30000; i++) {
		struct builder b = {.arena = arena};

		for (int k = 0; k < 8; k++)
			builder_point(&b, random_point(&seed));
		check_stable(arena, builder_span(&b));
		arena_reset(arena);
	}
	arena_free(&arena);
}

static void test_extras_are_sorted(void **state)
{
	size_t found = 0;

	(void)state;
	for (uint32_t point = 0; point < 0x110000; point++) {
		const struct skeleton_extra *extra = skeleton_extra_of(point);

		if (!extra)
			continue;
		found++;
		assert_int_equal(extra->point, point);
		assert_true(extra->first[0] != '\0');
		assert_true(strcmp(extra->first, extra->second) != 0);
	}
	assert_in_range(found, 80, 200); /* one out of order would be lost to the binary search */
	assert_non_null(skeleton_extra_of(0xF0));
	assert_non_null(skeleton_extra_of(0x4E42));
}

static void test_hostile(void **state)
{
	struct arena *small = arena_new(2048);
	struct span none = {NULL, 0}, out[SKELETON_MAX];

	(void)state;
	assert_int_equal(skeleton_of(small, none).len, 0);
	assert_int_equal(skeleton_uts39(small, none).len, 0);
	assert_int_equal(skeleton_all(small, none, out), 1);
	assert_int_equal(skeleton_of(NULL, SPAN("é")).len, 0);
	assert_int_equal(skeleton_of(NULL, SPAN("e")).len, 0);
	skeleton_of(small, SPAN("a\xFF\xE3\x81"));
	assert_false(arena_failed(small));
	for (int i = 0; i < 3; i++)
		skeleton_all(small, SPAN("ııııııııııııııııı"), out);
	assert_true(arena_failed(small));
	assert_int_equal(skeleton_all(small, SPAN("ıııııı"), out), 1);
	assert_int_equal(out[0].len, 0);
	arena_free(&small);
}

static void test_single_cjk_points(void **state)
{
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (uint32_t point = 0; point <= 0xA000; point++) {
		bool covered = (point >= SKELETON_KANA_FIRST && point <= SKELETON_KANA_LAST) ||
			       (point >= SKELETON_HAN_FIRST && point <= SKELETON_HAN_LAST);
		char bytes[4], got[SKELETON_CJK_MAX];
		struct span wanted =
		    skeleton_of(arena, (struct span){bytes, utf8_encode(point, bytes)});
		size_t len = skeleton_cjk(point, got);

		if (covered ? !span_equal((struct span){got, len}, wanted) : len != 0)
			fail_msg("U+%04X: '%.*s'", (unsigned)point, (int)len, got);
		arena_reset(arena);
	}
	assert_int_equal(skeleton_cjk(0x20000, (char[SKELETON_CJK_MAX]){0}), 0);
	arena_free(&arena);
}

/* Many texts may be given as the lines of one: none changes its neighbours. */
static void test_lines_are_apart(void **state)
{
	static const char *const texts[] = {"v",      "v\u0301", "\u0301v", "\u3099", "か",
					    "\u1100", "\u1161",	 "ﷺ",	    "é",      "ß",
					    "0v",     "ⅿ",	 "각"};
	const size_t count = sizeof(texts) / sizeof(*texts);
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < count * count; i++) {
		struct builder both = {.arena = arena}, wanted = {.arena = arena};
		const char *first = texts[i / count], *second = texts[i % count];

		builder_add(&both, span_of(first));
		builder_byte(&both, '\n');
		builder_add(&both, span_of(second));
		builder_add(&wanted, skeleton_of(arena, span_of(first)));
		builder_byte(&wanted, '\n');
		builder_add(&wanted, skeleton_of(arena, span_of(second)));
		if (!span_equal(skeleton_of(arena, builder_span(&both)), builder_span(&wanted)))
			fail_msg("\"%s\" and \"%s\"", first, second);
		arena_reset(arena);
	}
	arena_free(&arena);
}

#ifdef HAVE_ICU
static void test_uts39_equals_icu(void **state)
{
	UErrorCode error = U_ZERO_ERROR;
	USpoofChecker *checker = uspoof_open(&error);
	struct arena *arena = arena_new(1 << 20);

	(void)state;
	for (uint32_t point = 0; point < 0x110000; point++) {
		char bytes[4], wanted[128];
		struct span text = {bytes, utf8_encode(point, bytes)}, got;
		int32_t len;

		if (!u_isdefined((UChar32)point) || U_IS_SURROGATE(point))
			continue;
		len = uspoof_getSkeletonUTF8(checker, 0, bytes, (int32_t)text.len, wanted,
					     sizeof(wanted), &error);
		assert_true(U_SUCCESS(error));
		got = skeleton_uts39(arena, text);
		if (!span_equal(got, (struct span){wanted, (size_t)len}))
			fail_msg("U+%04X: '%.*s', ICU '%.*s'", (unsigned)point, (int)got.len,
				 got.ptr, (int)len, wanted);
		arena_reset(arena);
	}
	arena_free(&arena);
	uspoof_close(checker);
}

/* Texts of several characters: what one becomes must not depend on its neighbours, but for the order of marks. No
 * difference is allowed. */
static void test_random_texts_equal_icu(void **state)
{
	static const uint32_t firsts[] = {0x20,	  0x41,	  0xC0,	  0x300,  0x370,   0x400,
					  0x590,  0x620,  0x900,  0xE00,  0x1100,  0x1E00,
					  0x2000, 0x2100, 0x2460, 0x3040, 0x4E00,  0xA640,
					  0xAC00, 0xFB00, 0xFE70, 0xFF00, 0x10330, 0x1D400};
	UErrorCode error = U_ZERO_ERROR;
	USpoofChecker *checker = uspoof_open(&error);
	struct arena *arena = arena_new(1 << 20);
	uint32_t seed = 20261122;

	(void)state;
	for (int round = 0; round < 50000; round++) {
		char bytes[64], wanted[1024];
		struct span text = {bytes, 0}, got;
		int32_t len;

		for (int n = 0; n < 8; n++) {
			uint32_t point;

			seed = seed * 1664525 + 1013904223;
			point = firsts[(seed >> 8) % (sizeof(firsts) / sizeof(*firsts))] +
				(seed >> 24) % 0x60;
			if (u_isdefined((UChar32)point))
				text.len += utf8_encode(point, bytes + text.len);
		}
		len = uspoof_getSkeletonUTF8(checker, 0, bytes, (int32_t)text.len, wanted,
					     sizeof(wanted), &error);
		assert_true(U_SUCCESS(error));
		got = skeleton_uts39(arena, text);
		if (!span_equal(got, (struct span){wanted, (size_t)len}))
			fail_msg("%.*s: '%.*s', ICU '%.*s'", (int)text.len, bytes, (int)got.len,
				 got.ptr, (int)len, wanted);
		arena_reset(arena);
	}
	arena_free(&arena);
	uspoof_close(checker);
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_skeletons),
	    cmocka_unit_test(test_pairs),
	    cmocka_unit_test(test_all_readings),
	    cmocka_unit_test(test_every_point_is_stable),
	    cmocka_unit_test(test_random_texts_are_stable),
	    cmocka_unit_test(test_extras_are_sorted),
	    cmocka_unit_test(test_hostile),
	    cmocka_unit_test(test_single_cjk_points),
	    cmocka_unit_test(test_lines_are_apart),
#ifdef HAVE_ICU
	    cmocka_unit_test(test_uts39_equals_icu),
	    cmocka_unit_test(test_random_texts_equal_icu),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
