/* The hostnames of one mail, each looked at once. */
#include "house_fixture.h"

#include "detect/seen.h"

static struct hostname name_of(const char *text)
{
	return hostname_parse(fixture.arena, span_of(text));
}

static struct seen *seen_by(const char *claims, bool official, size_t links)
{
	struct claims *claimed = arena_alloc(fixture.arena, sizeof(*claimed));
	struct seen *seen;

	assert_non_null(claimed);
	*claimed = houses_claimed(claims); /* stays as long as what is seen by it */
	seen = seen_new(
	    &fixture.catalogue, fixture.arena,
	    &(struct seen_claims){claimed->strong, claimed->strong_count, false, official}, links);
	assert_non_null(seen);
	return seen;
}

/* The level under a claim of `brand` of the first that is found. */
static enum level level_of(struct seen *seen, const char *text, bool claimed)
{
	struct hostname hostname = name_of(text);
	const struct lookalike *found;

	if (!seen_lookalikes(seen, &hostname, &found))
		return LEVEL_NONE;
	return claimed ? found[0].level_claimed : found[0].level;
}

static void claims_are_kept_in_mind(void **state)
{
	(void)state;
	/* two letters off: only where the brand is claimed, and not of an official sender */
	assert_int_equal(level_of(seen_by("zavelto", false, 1), "zavletoo.example", true),
			 LEVEL_DANGER);
	assert_int_equal(level_of(seen_by("zavelto", true, 1), "zavletoo.example", true),
			 LEVEL_NONE);
	assert_int_equal(level_of(seen_by("murvenex", false, 1), "zavletoo.example", true),
			 LEVEL_NONE);
	assert_int_equal(level_of(seen_by(NULL, false, 1), "zavletoo.example", true), LEVEL_NONE);
	/* three letters under another suffix count where they are claimed; without a claim nothing of that kind is told */
	assert_int_equal(level_of(seen_by("kazimex", false, 1), "kzx.example", true),
			 LEVEL_WARNING);
	assert_int_equal(level_of(seen_by("kazimex", true, 1), "kzx.example", true), LEVEL_WARNING);
	assert_int_equal(level_of(seen_by(NULL, false, 1), "kzx.example", true), LEVEL_NONE);
	/* what reads like a brand does so for everybody */
	assert_int_equal(level_of(seen_by(NULL, false, 1), "zave1to.example", false), LEVEL_DANGER);
	assert_int_equal(level_of(seen_by("murvenex", true, 1), "zave1to.example", false),
			 LEVEL_DANGER);
	assert_int_equal(level_of(seen_by("zavelto", false, 1), "zavelto.example", true),
			 LEVEL_NONE);
}

/* A name that was seen is answered from memory: the same answer, at no cost, whatever came in between. */
static void each_name_is_looked_at_once(void **state)
{
	struct seen *seen = seen_by("zavelto", false, 4);
	struct hostname hostname = name_of("zave1to.example");
	const struct lookalike *first, *again;
	size_t used;

	(void)state;
	assert_int_equal(seen_lookalikes(seen, &hostname, &first),
			 1); /* of two of one house: sisters.h */
	used = arena_mark(fixture.arena).used;
	assert_int_equal(seen_lookalikes(seen, &hostname, &again), 1);
	assert_ptr_equal(first, again);
	assert_int_equal(arena_mark(fixture.arena).used, used);
}

/* With more names than places the answers are those of the first look. */
static void many_names(void **state)
{
	static const struct {
		const char *name;
		enum level level;
	} NAMES[] = {
	    {"zave1to.example", LEVEL_DANGER},
	    {"fremd.example", LEVEL_NONE},
	    {"murvenex.example", LEVEL_NONE},
	    {"murvemex.example", LEVEL_DANGER},
	    {"zavelto-konto.example", LEVEL_WARNING},
	    {"", LEVEL_NONE},
	    {"127.0.0.1", LEVEL_NONE},
	};

	(void)state;
	for (size_t links = 0; links < 5; links++) {
		struct seen *seen = seen_by(NULL, false, links);

		for (int round = 0; round < 3; round++) {
			for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++) {
				enum level level = level_of(seen, NAMES[i].name, false);

				if (level != NAMES[i].level)
					fail_msg("%s: %d", NAMES[i].name, (int)level);
			}
		}
		assert_false(seen_is_cut(seen));
	}
}

/* The two forms of a name are told apart: only the Unicode one can be taken for another. */
static void names_as_a_reader_is_told_them(void **state)
{
	struct seen *seen = seen_by(NULL, false, 1);

	(void)state;
	for (int round = 0; round < 2; round++) {
		struct hostname honest = name_of("www.日本語.jp"),
				false_one = name_of("zаvelto.example"),
				plain = name_of("zave1to.example");

		expect_text("shown", "honest", seen_shown(seen, &honest), "www.日本語.jp");
		expect_text("shown", "false", seen_shown(seen, &false_one),
			    "xn--zvelto-3nf.example");
		expect_text("shown", "plain", seen_shown(seen, &plain), "zave1to.example");
	}
}

/* Names that are longer than the DNS carries are looked at, too, and not remembered: there are too many of them. */
static void long_names(void **state)
{
	struct seen *seen = seen_by(NULL, false, 8);
	struct builder text = {.arena = fixture.arena};
	struct hostname hostname;
	const struct lookalike *found;

	(void)state;
	for (size_t i = 0; i < 100; i++)
		builder_add(&text, SPAN("wort."));
	builder_add(&text, SPAN("zave1to.example"));
	hostname = hostname_parse(fixture.arena, builder_span(&text));
	assert_true(hostname.ascii.len > 253);
	for (int round = 0; round < 2; round++) {
		assert_int_equal(seen_lookalikes(seen, &hostname, &found), 1);
		assert_int_equal(found[0].level, LEVEL_DANGER);
	}
}

/* … the longest that it carries are. */
static void the_longest_name_is_remembered(void **state)
{
	struct seen *seen = seen_by(NULL, false, 8);
	const size_t end = strlen("zave1to.example");

	(void)state;
	for (size_t len = 253; len <= 254; len++) {
		struct builder name = {.arena = fixture.arena};
		struct hostname hostname;
		const struct lookalike *first, *again;

		for (size_t i = end; i < len; i++)
			builder_byte(&name, (i + 1 - end) % 50 && i + 1 < len ? 'w' : '.');
		builder_add(&name, SPAN("zave1to.example"));
		hostname = hostname_parse(fixture.arena, builder_span(&name));
		assert_int_equal(hostname.ascii.len, len);
		assert_int_equal(seen_lookalikes(seen, &hostname, &first), 1);
		assert_int_equal(seen_lookalikes(seen, &hostname, &again), 1);
		assert_int_equal(first == again, len <= 253);
	}
}

/* What is made to be slow is told; what reads exactly like a brand is found all the same. */
static void effort_comes_to_an_end(void **state)
{
	struct seen *seen = seen_by(NULL, false, 1);
	char text[300];

	(void)state;
	for (size_t i = 0; i < 2000 && !seen_is_cut(seen); i++) {
		*text = '\0';
		for (int n = 0; n < 30; n++)
			strcat(text, "paypal.");
		snprintf(strchr(text, '\0'), 30, "n%zu.example", i);
		(void)level_of(seen, text, false);
	}
	assert_true(seen_is_cut(seen));
	assert_int_equal(level_of(seen, "zave1to.example", false), LEVEL_DANGER);
}

/* What counts only where the brand is meant is kept for a mail that names one. */
static void named_brands_are_kept_in_mind(void **state)
{
	const struct seen_claims named = {.named = true}, none = {.named = false};

	(void)state;
	assert_int_equal(level_of(seen_new(&fixture.catalogue, fixture.arena, &named, 1),
				  "otter-shop.fremd.example", true),
			 LEVEL_DANGER);
	assert_int_equal(level_of(seen_new(&fixture.catalogue, fixture.arena, &none, 1),
				  "otter-shop.fremd.example", true),
			 LEVEL_NONE);
}

static void a_full_arena(void **state)
{
	struct arena *small = arena_new(64);
	struct seen_claims none = {.count = 0};

	(void)state;
	assert_non_null(small);
	assert_null(seen_new(&fixture.catalogue, small, &none, 256));
	assert_true(arena_failed(small));
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(claims_are_kept_in_mind),
	    cmocka_unit_test(each_name_is_looked_at_once),
	    cmocka_unit_test(many_names),
	    cmocka_unit_test(names_as_a_reader_is_told_them),
	    cmocka_unit_test(long_names),
	    cmocka_unit_test(the_longest_name_is_remembered),
	    cmocka_unit_test(effort_comes_to_an_end),
	    cmocka_unit_test(named_brands_are_kept_in_mind),
	    cmocka_unit_test(a_full_arena),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
