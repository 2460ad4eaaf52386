/* The parts of a URL, each by itself: what is cleaned off, the scheme, the ends, the authority, the tail. */
#include "text/url_read.h"

#include "arena_fixture.h"

static void test_clean(void **state)
{
	static const struct {
		const char *text, *want;
		size_t first;
	} cases[] = {
	    {"", "", SPAN_NONE},
	    {"https://a/", "https://a/", SPAN_NONE},
	    {" \t\r\nhttps://a/ \n\x01", "https://a/", SPAN_NONE},
	    {"a b", "a b", SPAN_NONE},
	    {"\x1f\x20", "", SPAN_NONE},
	    {"a\tb", "ab", 1},
	    {" ab\r\n\tc\nd ", "abcd", 2},
	    {"a\x01\nb",
	     "a\x01"
	     "b",
	     2},
	    {"\u00a0a", "\u00a0a", SPAN_NONE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t first = 99;

		expect_text("cleaning", cases[i].text,
			    url_read_clean(arena, span_of(cases[i].text), &first), cases[i].want);
		assert_int_equal(first, cases[i].first);
	}
}

static void test_scheme(void **state)
{
	static const struct {
		const char *text;
		size_t want;
	} cases[] = {
	    {"https://a/", 5}, {"h:", 1},   {"a1+-.:x", 5}, {"HTTP:", 4}, {"1a:", 0},
	    {":", 0},	       {"", 0},	    {"https", 0},   {"a b:", 0},  {"-a:", 0},
	    {"a_b:", 0},       {"/a:b", 0}, {"é:", 0},	    {"aé:", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (url_read_scheme(span_of(cases[i].text)) != cases[i].want)
			fail_msg("%s", cases[i].text);
	assert_int_equal(url_read_scheme((struct span){"http:", 4}), 0);
}

static void test_default_ports(void **state)
{
	static const struct {
		const char *scheme;
		int want;
	} cases[] = {{"https", 443}, {"http", 80}, {"ftp", 21},	 {"ws", 80},	 {"wss", 443},
		     {"file", -1},   {"", -1},	   {"HTTP", -1}, {"mailto", -1}, {"httpss", -1}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(url_read_default_port(span_of(cases[i].scheme)), cases[i].want);
}

static void test_ends(void **state)
{
	static const struct {
		const char *text;
		size_t from, authority, head;
	} cases[] = {
	    {"//a.example/b", 2, 11, 11},
	    {"//a.example/b", 0, 0, 11},
	    {"a?b/c", 0, 1, 1},
	    {"a#b?c", 0, 1, 1},
	    {"a\\b", 0, 1, 1},
	    {"abc", 0, 3, 3},
	    {"abc", 3, 3, 3},
	    {"/\\//a@b:1/", 0, 0, 9},
	    {"///", 0, 0, 3},
	    {"", 0, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct span text = span_of(cases[i].text);

		assert_int_equal(url_read_authority_end(text, cases[i].from), cases[i].authority);
		assert_int_equal(url_read_head_end(text, cases[i].from), cases[i].head);
	}
}

static void test_letters_and_slashes(void **state)
{
	(void)state;
	for (int c = -128; c < 128; c++) {
		assert_int_equal(url_read_is_slash((char)c), c == '/' || c == '\\');
		assert_int_equal(url_read_is_letter((char)c),
				 (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
	}
}

static void test_tail(void **state)
{
	static const char *const cases[][4] = {
	    {"/a/b?c=d#e", "/a/b", "c=d", "e"},
	    {"", "", "", ""},
	    {"/", "/", "", ""},
	    {"?a", "", "a", ""},
	    {"#a?b", "", "", "a?b"},
	    {"/a?b?c#d#e", "/a", "b?c", "d#e"},
	    {"\\a", "\\a", "", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct url url = {0};

		url_read_tail(span_of(cases[i][0]), &url);
		expect_text("the path", cases[i][0], url.path, cases[i][1]);
		expect_text("the query", cases[i][0], url.query, cases[i][2]);
		expect_text("the fragment", cases[i][0], url.fragment, cases[i][3]);
	}
}

static void test_special(void **state)
{
	static const struct {
		const char *text, *userinfo, *hostname;
		int port;
		unsigned oddities;
		enum url_kind kind;
	} cases[] = {
	    {"//a.example/b?c#d", NULL, "a.example", -1, 0, URL_SPECIAL},
	    {"//A.Example", NULL, "a.example", -1, 0, URL_SPECIAL},
	    {"//a.example:443/", NULL, "a.example", -1, 0, URL_SPECIAL},
	    {"//a.example:/", NULL, "a.example", -1, 0, URL_SPECIAL},
	    {"//a.example:0/", NULL, "a.example", 0, 0, URL_SPECIAL},
	    {"//a.example:00000443/", NULL, "a.example", -1, 0, URL_SPECIAL},
	    {"//a.example:65535/", NULL, "a.example", 65535, 0, URL_SPECIAL},
	    {"//a.example:65536/", NULL, "", -1, 0, URL_FAILED},
	    {"//a.example:99999999999999999999/", NULL, "", -1, 0, URL_FAILED},
	    {"//a.example:1a/", NULL, "", -1, 0, URL_FAILED},
	    {"//a.example:+1/", NULL, "", -1, 0, URL_FAILED},
	    {"//[2001:db8::1]:8080/", NULL, "[2001:db8::1]", 8080, 0, URL_SPECIAL},
	    {"//u:p@a.example/", "u:p", "a.example", -1, 0, URL_SPECIAL},
	    {"//@a.example/", "", "a.example", -1, 0, URL_SPECIAL},
	    {"//a%40b@c.example/", "a@b", "c.example", -1, 0, URL_SPECIAL},
	    {"//a@b@c.example/", "a@b", "c.example", -1, URL_MANY_AT, URL_SPECIAL},
	    {"//a.example/@b", NULL, "a.example", -1, 0, URL_SPECIAL},
	    {"a.example", NULL, "a.example", -1, URL_SLASHES, URL_SPECIAL},
	    {"/a.example", NULL, "a.example", -1, URL_SLASHES, URL_SPECIAL},
	    {"///a.example", NULL, "a.example", -1, URL_SLASHES, URL_SPECIAL},
	    {"\\\\a.example", NULL, "a.example", -1, URL_BACKSLASH, URL_SPECIAL},
	    {"//a.example\\b", NULL, "a.example", -1, URL_BACKSLASH, URL_SPECIAL},
	    {"//a.example/\\b", NULL, "a.example", -1, 0, URL_SPECIAL},
	    {"//a%2eexample", NULL, "a.example", -1, URL_PERCENT_HOST, URL_SPECIAL},
	    {"//a。example", NULL, "a.example", -1, URL_WIDE_HOST, URL_SPECIAL},
	    {"//ａ.example", NULL, "a.example", -1, URL_WIDE_HOST, URL_SPECIAL},
	    {"//%EF%BD%81.example", NULL, "a.example", -1, URL_PERCENT_HOST | URL_WIDE_HOST,
	     URL_SPECIAL},
	    {"//a\u00adb.example", NULL, "ab.example", -1, URL_INVISIBLE_HOST, URL_SPECIAL},
	    {"//é.example", NULL, "xn--9ca.example", -1, 0, URL_SPECIAL},
	    {"//", NULL, "", -1, 0, URL_FAILED},
	    {"//a b", NULL, "", -1, 0, URL_FAILED},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct url url = {.port = -1};

		url_read_special(arena, span_of(cases[i].text), 0, 443, &url);
		if (url.kind != cases[i].kind || url.oddities != cases[i].oddities ||
		    (url.kind == URL_SPECIAL && url.port != cases[i].port) ||
		    url.has_userinfo != (cases[i].userinfo != NULL))
			fail_msg("%s: kind %d, oddities %x, port %d", cases[i].text, url.kind,
				 url.oddities, url.port);
		expect_text("the hostname", cases[i].text, url.hostname.ascii, cases[i].hostname);
		expect_text("the userinfo", cases[i].text, url.userinfo, cases[i].userinfo);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_clean),
	    cmocka_unit_test(test_scheme),
	    cmocka_unit_test(test_default_ports),
	    cmocka_unit_test(test_ends),
	    cmocka_unit_test(test_letters_and_slashes),
	    cmocka_unit_test(test_tail),
	    cmocka_unit_test(test_special),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
