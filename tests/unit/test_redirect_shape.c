/* One reader for each way in which redirectors carry their destination. */
#include "arena_fixture.h"

#include "detect/redirect_shape.h"

struct shape_case {
	const char *url, *path; /* the redirector's */
	const char *target;
};

static struct span target_of(struct arena *in, enum redirect_shape shape, const char *path,
			     const char *text)
{
	const struct redirector redirector = {
	    .path = span_of(path), .parameters = {SPAN("q"), SPAN("url")}, .shape = shape};
	struct url url = url_parse(arena, span_of(text));

	assert_int_equal(url.kind, URL_SPECIAL);
	return redirect_target(in, &url, &redirector);
}

static void check(enum redirect_shape shape, const struct shape_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		expect_text("target", cases[i].url,
			    target_of(arena, shape, cases[i].path, cases[i].url), cases[i].target);
	assert_false(arena_failed(arena));
}

#define CHECK(shape, table) check(shape, table, sizeof(table) / sizeof(*(table)))

static void parameters(void **state)
{
	static const struct shape_case PLAIN[] = {
	    {"https://r.example/url?q=https%3A%2F%2Fa.example%2F", "/url", "https://a.example/"},
	    {"https://r.example/url?url=https://a.example/", "/url", "https://a.example/"},
	    {"https://r.example/url?url=https://b.example/&q=https://a.example/", "/url",
	     "https://a.example/"}, /* in the redirector's order */
	    {"https://r.example/url?q=&url=https://a.example/", "/url", "https://a.example/"},
	    {"https://r.example/url?q=a+b", "/url", "a b"}, /* no URL at all */
	    {"https://r.example/url?x=https://a.example/", "/url", ""},
	    {"https://r.example/url", "/url", ""},
	};
	static const struct shape_case TWICE[] = {
	    {"https://r.example/?q=https%253A%252F%252Fa.example%252F", "", "https://a.example/"},
	    {"https://r.example/?q=https%3A%2F%2Fa.example%2F", "", "https://a.example/"},
	};
	static const struct shape_case BASE64[] = {
	    {"https://r.example/?q=aHR0cHM6Ly9hLmV4YW1wbGUv", "", "https://a.example/"},
	    {"https://r.example/?q=aHR0cHM6Ly9hLmV4YW1wbGU%3D", "", "https://a.example"},
	    {"https://r.example/?q=aHR0cHM6Ly9hLmV4YW1wbGU", "", "https://a.example"},
	    {"https://r.example/?q=Pz8_", "", "???"},
	    {"https://r.example/?q=fj8-", "", "~?>"}, /* base64url … */
	    {"https://r.example/?q=fj8+", "", "~?>"}, /* … and a plus sign that became a blank */
	    {"https://r.example/?q=%2F%2F%2F%2F", "", ""}, /* no UTF-8 */
	    {"https://r.example/?q=a!b", "", ""},
	};
	static const struct shape_case BING[] = {
	    {"https://r.example/?q=a1aHR0cHM6Ly9hLmV4YW1wbGUv", "", "https://a.example/"},
	    {"https://r.example/?q=b2aHR0cHM6Ly9hLmV4YW1wbGUv", "", ""},
	};
	/* {"s":"x","v":1,"p":"{\"u\":1,\"v\":1,\"url\":\"https:\\/\\/a.example\\/b\",\"id\":\"7\"}"} */
	static const struct shape_case MANDRILL[] = {
	    {"https://r.example/1/"
	     "x.example?q=eyJzIjoieCIsInYiOjEsInAiOiJ7XCJ1XCI6MSxcInZcIjoxLFwidXJsXCI6"
	     "XCJodHRwczpcXC9cXC9hLmV4YW1wbGVcXC9iXCIsXCJpZFwiOlwiN1wifSJ9",
	     "", "https://a.example/b"},
	    {"https://r.example/1/x.example?q=eyJzIjoieCJ9", "", ""},
	    {"https://r.example/1/x.example?q=%", "", ""},
	    {"https://r.example/1/x.example", "", ""},
	};
	static const struct shape_case OPAQUE[] = {
	    {"https://r.example/?q=https://a.example/", "", ""},
	};

	(void)state;
	CHECK(REDIRECT_QUERY, PLAIN);
	CHECK(REDIRECT_QUERY_TWICE, TWICE);
	CHECK(REDIRECT_QUERY_BASE64, BASE64);
	CHECK(REDIRECT_QUERY_BING, BING);
	CHECK(REDIRECT_QUERY_MANDRILL, MANDRILL);
	CHECK(REDIRECT_OPAQUE, OPAQUE);
}

static void whole_queries(void **state)
{
	static const struct shape_case CASES[] = {
	    {"https://r.example/?https://a.example/?b=c", "", "https://a.example/?b=c"},
	    {"https://r.example/?HTTPS%3A%2F%2Fa.example%2F", "", "HTTPS://a.example/"},
	    {"https://r.example/?http%3A%2F%2Fa.example%2F%2541", "", "http://a.example/%41"},
	    {"https://r.example/", "", ""},
	};

	(void)state;
	CHECK(REDIRECT_WHOLE_QUERY, CASES);
}

static void paths(void **state)
{
	static const struct shape_case REST[] = {
	    {"https://r.example/to/https://a.example/b?c#d", "/to/", "https://a.example/b?c#d"},
	    {"https://r.example/to//a.example/", "/to", "a.example/"},
	    {"https://r.example/to/https%3A%2F%2Fa.example%2F", "/to/", "https://a.example/"},
	    /* an archive's time stamp */
	    {"https://r.example/web/20200101000000/https://a.example/", "/web/",
	     "https://a.example/"},
	    {"https://r.example/web/20200101if_/https://a.example/", "/web/", "https://a.example/"},
	    {"https://r.example/web/2020/https://a.example/", "/web/", "https://a.example/"},
	    {"https://r.example/web/2020abcd/https://a.example/", "/web/", "https://a.example/"},
	    {"https://r.example/web/2020abcde/a.example", "/web/", "2020abcde/a.example"},
	    {"https://r.example/web/123/a.example", "/web/", "123/a.example"},
	    {"https://r.example/web/2020longer/a.example", "/web/", "2020longer/a.example"},
	    {"https://r.example/to/", "/to/", ""},
	};
	static const struct shape_case ENCODED[] = {
	    {"https://r.example/x/https%3A%2F%2Fa.example%2F/y", "", "https://a.example/"},
	    {"https://r.example/x/HTTP%3A%2F%2Fa.example/y", "", "HTTP://a.example"},
	    {"https://r.example/x/a.example/y", "", ""},
	    /* not encoded: all that follows; behind a star */
	    {"https://r.example/x/https://a.example/y?b=c#d", "", "https://a.example/y?b=c#d"},
	    {"https://r.example/x/*https://a.example/y?b=c", "", "https://a.example/y?b=c"},
	    {"https://r.example/x/*https%3A%2F%2Fa.example%2F/y", "", "https://a.example/"},
	    {"https://r.example/x/*a.example/y", "", ""},
	    {"https://r.example/", "", ""},
	};
	static const struct shape_case NAME[] = {
	    {"https://r.example/3s/a.example%2Fb%3Fc%3Dd/tok/en", "/3s/", "a.example/b?c=d"},
	    {"https://r.example/3s/a.example", "/3s/", "a.example"},
	    {"https://r.example/3s/", "/3s/", ""},
	};
	static const struct shape_case RU[] = {
	    {"https://r.example/_ylt=1/RU=https%3A%2F%2Fa.example%2F/RK=2", "",
	     "https://a.example/"},
	    {"https://r.example/https%3A%2F%2Fa.example%2F/RK=2", "", ""},
	    /* Yahoo! JAPAN's base64, and what is none */
	    {"https://r.example/RV=1/RU=aHR0cHM6Ly9hLmV4YW1wbGUv", "", "https://a.example/"},
	    {"https://r.example/RV=1/RU=aHR0cHM6Ly9hLmV4YW1wbGUvYg--", "", "https://a.example/b"},
	    {"https://r.example/RU=aHR0cHM6Ly9hLmV4YW1wbGUvPz4.Pz8_", "",
	     "https://a.example/?>>???"},
	    {"https://r.example/RU=aHR0c!", "", ""},
	};

	(void)state;
	CHECK(REDIRECT_PATH_REST, REST);
	CHECK(REDIRECT_PATH_ENCODED, ENCODED);
	CHECK(REDIRECT_PATH_NAME, NAME);
	CHECK(REDIRECT_PATH_RU, RU);
}

static void proofpoint(void **state)
{
	static const struct shape_case V2[] = {
	    {"https://r.example/v2/url?q=https-3A__a.example_b-3Fc-3Dd", "/v2/url",
	     "https://a.example/b?c=d"},
	    {"https://r.example/v2/url?x=https-3A__a.example_", "/v2/url", ""},
	};
	static const struct shape_case V3[] = {
	    {"https://r.example/v3/__https://a.example/b__;!!x", "/v3/", "https://a.example/b"},
	    /* each * is a character of what is encoded behind, **A two of them */
	    {"https://r.example/v3/__https://a.example/*b__;Pw!!x", "/v3/", "https://a.example/?b"},
	    {"https://r.example/v3/__https://a.example/**Ab__;Pz8!!x", "/v3/",
	     "https://a.example/??b"},
	    {"https://r.example/v3/__https://a.example/*b*c__;Pw!!x", "/v3/",
	     "https://a.example/?bc"},
	    {"https://r.example/v3/__https://a.example/*__;w6Q!!x", "/v3/", "https://a.example/ä"},
	    /* not closed, not begun */
	    {"https://r.example/v3/__https://a.example/", "/v3/", "https://a.example/"},
	    {"https://r.example/v3/https://a.example/", "/v3/", ""},
	};

	(void)state;
	CHECK(REDIRECT_PROOFPOINT_V2, V2);
	CHECK(REDIRECT_PROOFPOINT_V3, V3);
}

static void translated_pages(void **state)
{
	static const struct shape_case CASES[] = {
	    {"https://a-example.translate.goog/b?c=d#e", "", "https://a.example/b?c=d#e"},
	    {"https://my--shop-example.translate.goog/", "", "https://my-shop.example/"},
	    {"https://1-a-example.translate.goog/?_x_tr_enc=1", "",
	     "https://a.example/?_x_tr_enc=1"},
	    {"https://1-a-example.translate.goog/", "", "https://1.a.example/"},
	    {"https://0--jp-s08fl0dtz6h.translate.goog/?_x_tr_enc=0", "",
	     "https://日本語.jp/?_x_tr_enc=0"},
	    {"https://1-0-a-example.translate.goog/?_x_tr_enc=1", "",
	     "https://0.a.example/?_x_tr_enc=1"},
	};

	(void)state;
	CHECK(REDIRECT_TRANSLATE_HOST, CASES);
}

static void a_full_arena_is_no_crash(void **state)
{
	static const char *const URLS[] = {
	    "https://r.example/v3/__https://a.example/*b__;Pw!!x?q=aHR0cHM6Ly9hLmV4YW1wbGUv",
	    "https://a-example.translate.goog/?q=a1aHR0cHM6Ly9hLmV4YW1wbGUv"};
	struct arena *small = arena_new(8);

	(void)state;
	assert_non_null(small);
	for (size_t i = 0; i < sizeof(URLS) / sizeof(*URLS); i++)
		for (int shape = REDIRECT_OPAQUE; shape <= REDIRECT_TRANSLATE_HOST; shape++)
			(void)target_of(small, (enum redirect_shape)shape, "/v3/", URLS[i]);
	assert_true(arena_failed(small));
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parameters),
	    cmocka_unit_test(whole_queries),
	    cmocka_unit_test(paths),
	    cmocka_unit_test(proofpoint),
	    cmocka_unit_test(translated_pages),
	    cmocka_unit_test(a_full_arena_is_no_crash),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
