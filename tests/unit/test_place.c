/* Where a URL leads, and whose place that is. */
#include "house_fixture.h"

#include "detect/place.h"

static struct place place_at(const struct link_context *context, const char *text)
{
	struct url url = url_parse(fixture.arena, span_of(text));

	return place_of(context, &url);
}

static void whose_places_they_are(void **state)
{
	static const struct {
		const char *url, *registrable, *official, *publisher;
		bool open, tracker, trusted;
	} CASES[] = {
	    {"https://www.zavelto.example/", "zavelto.example", "zavelto", NULL, false, false,
	     false},
	    {"https://a.post.zavelto.test/", "zavelto.test", "zavelto", NULL, false, false, false},
	    {"https://murvenex.example/", "murvenex.example", "murvenex", NULL, false, false,
	     false},
	    /* everybody's pages */
	    {"https://wer.seiten.murvenex.example/", "wer.seiten.murvenex.example", NULL,
	     "murvenex", true, false, false},
	    {"https://seiten.murvenex.example/", "seiten.murvenex.example", NULL, "murvenex", true,
	     false, false},
	    {"https://wer.mietseiten.example/", "wer.mietseiten.example", NULL, NULL, true, false,
	     false},
	    {"https://wer.homeip.net/", "wer.homeip.net", NULL, NULL, true, false, false},
	    {"https://wer.github.io/", "wer.github.io", NULL, "github", true, false, false},
	    /* a bucket's name may have dots */
	    {"https://zavelto.example.s3.amazonaws.com/", "zavelto.example.s3.amazonaws.com", NULL,
	     "amazon", true, false, false},
	    {"https://wer.github.io.s3.eu-west-1.amazonaws.com/",
	     "wer.github.io.s3.eu-west-1.amazonaws.com", NULL, "amazon", true, false, false},
	    /* a name that a brand shares with its users is its own where its site is at www. of it */
	    {"https://docomo.ne.jp/", "docomo.ne.jp", "docomo", NULL, false, false, false},
	    {"https://klick.versand.example/", "versand.example", NULL, NULL, false, true, false},
	    {"https://www.freund.example/", "freund.example", NULL, NULL, false, false, true},
	    {"https://fremd.example/", "fremd.example", NULL, NULL, false, false, false},
	    {"https://zavelto.example.boese.example/", "boese.example", NULL, NULL, false, false,
	     false},
	    {"https://127.0.0.1/", "", NULL, NULL, false, false, false},
	    {"https://[::1]/", "", NULL, NULL, false, false, false},
	};
	struct claims none = {0};
	struct link_context context = houses_context(&none, false);

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const char *url = CASES[i].url;
		struct place place = place_at(&context, url);

		expect_text("registrable", url, place.registrable, CASES[i].registrable);
		expect_house("official", url, place.official, CASES[i].official);
		if (CASES[i].publisher || !CASES[i].official)
			expect_house("the publisher", url, place.publisher, CASES[i].publisher);
		if (place.open != CASES[i].open || place.tracker != CASES[i].tracker ||
		    place.trusted != CASES[i].trusted || place.destination)
			fail_msg("%s: %s%s%s", url, place.open ? "open " : "",
				 place.tracker ? "tracker " : "", place.trusted ? "trusted" : "");
	}
}

/* Of several brands that list a domain a claimed one counts, else the one that is at home there. */
static void one_of_several_brands(void **state)
{
	struct claims none = {0}, card = houses_claimed("zavelto-karte");
	struct link_context plain = houses_context(&none, false),
			    claimed = houses_context(&card, false);
	struct place place = place_at(&plain, "https://www.zavelto.example/");

	(void)state;
	expect_house("official", "unclaimed", place.official, "zavelto");
	assert_true(place_belongs(&plain, &place, fixture_brand("zavelto")));
	assert_true(place_belongs(&plain, &place, fixture_brand("zavelto-karte")));
	assert_false(place_belongs(&plain, &place, fixture_brand("murvenex")));
	place = place_at(&claimed, "https://www.zavelto.example/");
	expect_house("official", "claimed", place.official, "zavelto-karte");
	place = place_at(&plain, "https://fremd.example/");
	assert_false(place_belongs(&plain, &place, fixture_brand("zavelto")));
	assert_false(place_belongs(&plain, &place, BRAND_NONE));
}

static void roles_of_a_place(void **state)
{
	struct claims none = {0};
	struct link_context context = houses_context(&none, false);
	struct place place = place_at(&context, "https://kurz.example/x");

	(void)state;
	assert_true(place_has_role(&context, &place, DOMAIN_SHORTENER));
	assert_true(place_has_role(&context, &place, DOMAIN_SHORTENER | DOMAIN_WEB));
	assert_false(place_has_role(&context, &place, DOMAIN_WEB));
	place = place_at(&context, "https://127.0.0.1/");
	assert_false(place_has_role(&context, &place, ~0U));
}

/* The registrable domain in the letters that a reader is told: ASCII where they could be taken for others. */
static void as_a_reader_is_told(void **state)
{
	static const struct {
		const char *url, *shown, *registrable;
	} CASES[] = {
	    {"https://a.日本語.jp/", "a.日本語.jp", "日本語.jp"},
	    {"https://www.日本語.jp/", "www.日本語.jp", "日本語.jp"},
	    {"https://mail.größe.de/", "mail.größe.de", "größe.de"},
	    {"https://a.zаvelto.example/", "a.xn--zvelto-3nf.example", "xn--zvelto-3nf.example"},
	    {"https://a.b.fremd.example/", "a.b.fremd.example", "fremd.example"},
	    {"https://a.eins.co.jp/", "a.eins.co.jp", "eins.co.jp"},
	    {"https://example/", "example", "example"},
	    {"https://127.0.0.1/", "127.0.0.1", ""},
	};
	struct claims none = {0};
	struct link_context context = houses_context(&none, false);
	struct seen *seen =
	    seen_new(&fixture.catalogue, fixture.arena, &(struct seen_claims){.count = 0}, 1);

	(void)state;
	assert_non_null(seen);
	for (size_t n = 0; n < 2; n++, context.seen = seen) {
		for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
			struct place place = place_at(&context, CASES[i].url);

			expect_text("shown", CASES[i].url, place.shown, CASES[i].shown);
			expect_text("registrable", CASES[i].url, place_registrable_shown(&place),
				    CASES[i].registrable);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whose_places_they_are),
	    cmocka_unit_test(one_of_several_brands),
	    cmocka_unit_test(roles_of_a_place),
	    cmocka_unit_test(as_a_reader_is_told),
	};

	return cmocka_run_group_tests(tests, houses_open, houses_close);
}
