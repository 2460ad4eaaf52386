/* Brand names inside a text: the longest alias, as whole words where the script has words. */
#include "house_fixture.h"

#include "detect/name_products.h"
#include "detect/name_reference.h"
#include "detect/names.h"

#include "text/fold.h"

static struct name_units split(const char *text)
{
	return names_split(fixture.arena, fold_body(fixture.arena, span_of(text)));
}

/* The units' texts with | between them. */
static struct span joined(const struct name_units *units)
{
	struct builder out = {.arena = fixture.arena};

	for (size_t i = 0; i < units->count; i++) {
		if (i)
			builder_byte(&out, units->at[i].line_start ? '/' : '|');
		builder_add(&out, units->at[i].text);
	}
	return builder_span(&out);
}

static void units_of_a_text(void **state)
{
	static const struct {
		const char *text, *units;
	} CASES[] = {
	    {"Zavelto Support", "zavelto|support"},
	    {"Zavelto-Support, 2026!", "zavelto|support|2026"},
	    {"ザベルト", "ザ|ベ|ル|ト"},
	    {"三井住友card", "三|井|住|友|card"},
	    {"one\ntwo three", "one/two|three"},
	    {"名前\n次の", "名|前/次|の"},
	    {"Ünïted Ärzte", "ünïted|ärzte"},
	    {"…!?", ""},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct name_units units = split(CASES[i].text);

		expect_text("units", CASES[i].text, joined(&units), CASES[i].units);
	}
}

/* A run of units has its key and its text in one piece, whatever its scripts. */
static void keys_of_runs(void **state)
{
	static const char *const TEXTS[] = {
	    "zavelto support", "ザベルト サポート", "ünïted ärzte bank",
	    "a 三井 ü b",      "рaypal support",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		struct span folded = fold_body(fixture.arena, span_of(TEXTS[i]));
		struct name_units units = names_split(fixture.arena, folded);

		for (size_t from = 0; from < units.count; from++) {
			for (size_t to = from + 1; to <= units.count; to++) {
				struct span text = names_text(&units, from, to);
				struct span key = fold_key(fixture.arena, text);

				assert_true(text.ptr >= folded.ptr &&
					    text.ptr + text.len <= folded.ptr + folded.len);
				if (!span_equal(names_key(&units, from, to), key))
					fail_msg("%.*s: %.*s", (int)text.len, text.ptr,
						 (int)names_key(&units, from, to).len,
						 names_key(&units, from, to).ptr);
			}
		}
		assert_int_equal(names_key(&units, 0, 0).len, 0);
		assert_int_equal(names_text(&units, 1, 0).len, 0);
	}
}

static void aliases_in_a_text(void **state)
{
	static const struct {
		const char *text;
		const char *ids[3]; /* brands found, in order */
	} CASES[] = {
	    {"Your Zavelto order", {"zavelto"}},
	    {"ご利用のザベルトからのお知らせ", {"zavelto"}}, /* anywhere where there are no words */
	    {"Zavelto and Murvenex, then Zavelto", {"zavelto", "murvenex", "zavelto"}},
	    {"Zave-lto", {"zavelto"}},
	    {"zavelto.example", {"zavelto"}},
	    /* the longest, wherever it begins */
	    {"Otter shop", {"otter"}},
	    {"Equipo de Bank of Yokohama", {"boy"}},
	    /* a part of a word is none, nor what goes across a line, nor a weak one */
	    {"Zaveltonia", {NULL}},
	    {"Prezavelto", {NULL}},
	    {"Zave\nlto", {NULL}},
	    {"Otter", {NULL}},
	    {"zavel", {NULL}},
	    {"", {NULL}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct name_units units = split(CASES[i].text);
		struct name_hit hit;
		size_t from = 0, count = 0, named = 0, last = 0;

		while (names_next(&fixture.catalogue, &units, &from, &hit)) {
			assert_in_range(count, 0, 2);
			expect_house("the alias", CASES[i].text, hit.alias.brand,
				     CASES[i].ids[count++]);
			assert_true(hit.from >= last && hit.to > hit.from && hit.to <= units.count);
			assert_int_equal(from, hit.to);
			assert_false(hit.alias.weak);
			last = hit.to;
			for (size_t n = hit.from; n < hit.to; n++)
				assert_true(units.at[n].named);
			named += hit.to - hit.from;
		}
		if (count < 3 && CASES[i].ids[count])
			fail_msg("%s: no %s", CASES[i].text, CASES[i].ids[count]);
		for (size_t n = 0; n < units.count; n++)
			named -= units.at[n].named;
		assert_int_equal(named, 0);
	}
}

/* The units that are neither alias nor role word, after all have been marked. */
static struct span remaining(const char *text, bool *admin)
{
	struct name_units units = split(text);
	struct builder out = {.arena = fixture.arena};
	struct name_hit hit;
	size_t from = 0;

	while (names_next(&fixture.catalogue, &units, &from, &hit))
		;
	*admin = names_mark_roles(&fixture.catalogue, fixture.arena, &units);
	for (size_t i = 0; i < units.count; i++) {
		if (units.at[i].named || units.at[i].role)
			continue;
		if (out.len)
			builder_byte(&out, ' ');
		builder_add(&out, units.at[i].text);
	}
	return builder_span(&out);
}

static void role_words(void **state)
{
	static const struct {
		const char *text, *remaining;
		bool admin;
	} CASES[] = {
	    {"Zavelto Support", "", false},
	    {"The Zavelto Customer Service Team", "", false},
	    {"株式会社ザベルト カスタマーサポート", "", false},
	    {"Zavelto 2026 １２", "", false},
	    {"Zavelto myaccount", "", false}, /* two role words in one */
	    {"Zavelto Anna", "anna", false},  /* an-na: no office in either */
	    {"Zavelto Blumen", "blumen", false},
	    {"Mail Administrator", "", true},
	    {"IT Help Desk", "", true},
	    {"メール管理者", "", true},
	    {"Hanako", "hanako", false},
	    /* product words are for name_products_mark() */
	    {"Zavelto Card", "card", false},
	    /* a prefix and a domain's suffix that are written in one with the name */
	    {"e-Zavelto", "", false},
	    {"i.Zavelto", "", false},
	    {"e Zavelto", "e", false},
	    {"x-Zavelto", "x", false},
	    {"ex-Zavelto", "ex", false},
	    {"e-Blumen Zavelto", "e blumen", false},
	    {"Blumen-ne Zavelto", "blumen ne", false},
	    {"Zavelto ID:GH-2231", "", false},
	    {"Zavelto-ne", "", false},
	    {"Zavelto_co", "", false},
	    {"Zavelto ne", "ne", false},
	    {"Zavelto-xy", "xy", false},
	    {"", "", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		bool admin;

		expect_text("what remains", CASES[i].text, remaining(CASES[i].text, &admin),
			    CASES[i].remaining);
		if (admin != CASES[i].admin)
			fail_msg("%s: admin %d", CASES[i].text, admin);
	}
}

/* ID:GH-2231 says nothing more. */
static void numbers_of_cases(void **state)
{
	static const struct {
		const char *text, *marked;
	} CASES[] = {
	    {"zavelto id:gh-2231", "id gh 2231"},
	    {"zavelto ref. 83ax21", "ref 83ax21"},
	    {"zavelto no.7", "no 7"},
	    {"zavelto case 4711 and more", "case 4711"},
	    {"zavelto no more", ""},
	    {"zavelto id gh is 2231", ""},
	    {"zavelto gh-2231", ""},
	    {"zavelto id", ""},
	    {"id", ""},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct name_units units = split(CASES[i].text);
		struct builder out = {.arena = fixture.arena};

		name_reference_mark(&units);
		for (size_t n = 0; n < units.count; n++) {
			if (!units.at[n].role)
				continue;
			if (out.len)
				builder_byte(&out, ' ');
			builder_add(&out, units.at[n].text);
		}
		expect_text("marked", CASES[i].text, builder_span(&out), CASES[i].marked);
	}
}

/* A brand whose name such a word is stays a brand. */
static void a_name_is_no_reference(void **state)
{
	struct name_units units = split("id 4711");

	(void)state;
	units.at[0].named = true;
	name_reference_mark(&units);
	assert_false(units.at[0].role);
	assert_false(units.at[1].role);
}

static void products_behind_a_name(void **state)
{
	static const struct {
		const char *name, *remaining;
	} CASES[] = {
	    {"Zavelto Gift Card", ""},
	    {"ザベルトギフト券", ""},
	    {"ザベルト残高", ""},
	    {"Zavelto Rundum", ""}, /* a weak alias of the same brand */
	    {"The Zavelto Card", ""},
	    {"Zavelto (ZVLT)", ""},
	    {"Zavelto（ZVLT）", ""},
	    {"Zavelto【ZVLT】 Card", ""},
	    /* somebody else's */
	    {"Murvenex Rundum", "rundum"},
	    {"Hanako Zavelto Card", "hanako card"},
	    {"Card Zavelto", "card"},
	    {"Zavelto Blumen", "blumen"},
	    {"Zavelto (Zvlt)", "zvlt"},
	    {"Zavelto (Z)", "z"},
	    {"Zavelto (ABCDEFG)", "abcdefg"},
	    {"Zavelto ZVLT", "zvlt"},
	    {"Zavelto (ZVLT", "zvlt"},
	    {"Zavelto (ZVLT Blumen)", "zvlt blumen"},
	    {"Zavelto )ZVLT)", "zvlt"},
	    {"Gift Card", "card"},
	    {"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct name_units units = split(CASES[i].name);
		struct builder out = {.arena = fixture.arena};
		struct name_hit hits[4];
		size_t from = 0, count = 0;

		while (count < 4 && names_next(&fixture.catalogue, &units, &from, &hits[count]))
			count++;
		names_mark_roles(&fixture.catalogue, fixture.arena, &units);
		name_products_mark(&fixture.catalogue, fixture.arena, &units,
				   span_of(CASES[i].name), hits, count);
		for (size_t n = 0; n < units.count; n++) {
			if (units.at[n].named || units.at[n].role)
				continue;
			if (out.len)
				builder_byte(&out, ' ');
			builder_add(&out, units.at[n].text);
		}
		expect_text("what remains", CASES[i].name, builder_span(&out), CASES[i].remaining);
	}
}

/* Thousands of words and letters without blanks are read, and an arena that is too small gives no unit at all. */
static void long_texts(void **state)
{
	enum { WORDS_MANY = 5000 };
	struct builder text = {.arena = fixture.arena};
	struct name_units units;
	struct name_hit hit;
	struct arena *small;
	size_t from = 0, found = 0;

	(void)state;
	for (size_t i = 0; i < WORDS_MANY; i++)
		builder_add(&text, i % 100 ? SPAN("wort ") : SPAN("zavelto "));
	units = names_split(fixture.arena, builder_span(&text));
	assert_int_equal(units.count, WORDS_MANY);
	while (names_next(&fixture.catalogue, &units, &from, &hit))
		found++;
	assert_int_equal(found, WORDS_MANY / 100);

	/* in whichever of its steps the arena gives out */
	for (size_t cap = 64; cap < 1024; cap += 32) {
		small = arena_new(cap);
		assert_non_null(small);
		units = names_split(small, SPAN("ünïted ärzte ザベルト zavelto"));
		assert_int_equal(units.count, arena_failed(small) ? 0 : 7);
		arena_free(&small);
	}
	small = arena_new(10000);
	assert_non_null(small);
	units = names_split(small, builder_span(&text));
	assert_int_equal(units.count, 0);
	assert_true(arena_failed(small));
	from = 0;
	assert_false(names_next(&fixture.catalogue, &units, &from, &hit));
	assert_false(names_mark_roles(&fixture.catalogue, small, &units));
	name_reference_mark(&units);
	name_products_mark(&fixture.catalogue, small, &units, SPAN("Zavelto"), &hit, 0);
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(units_of_a_text),	      cmocka_unit_test(keys_of_runs),
	    cmocka_unit_test(aliases_in_a_text),      cmocka_unit_test(role_words),
	    cmocka_unit_test(numbers_of_cases),	      cmocka_unit_test(a_name_is_no_reference),
	    cmocka_unit_test(products_behind_a_name), cmocka_unit_test(long_texts),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
