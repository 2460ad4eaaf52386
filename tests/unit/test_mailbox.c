#include "text/mailbox.h"

#include "arena_fixture.h"

#include <stdio.h>
#include <stdlib.h>

#define LARGE 100000

struct expectation {
	const char *text, *address, *local, *domain;
	unsigned problems;
};

static void expect_all(const struct expectation *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct mailbox got = mailbox_parse(arena, span_of(cases[i].text));

		expect_text("local", cases[i].text, got.local, cases[i].local);
		expect_text("domain", cases[i].text, got.domain.ascii, cases[i].domain);
		expect_text("address", cases[i].text, got.address, cases[i].address);
		if (got.problems != cases[i].problems)
			fail_msg("<%s>: problems %#x instead of %#x", cases[i].text, got.problems,
				 cases[i].problems);
	}
}

#define EXPECT_ALL(cases) expect_all(cases, sizeof(cases) / sizeof *(cases))

static void plain(void **state)
{
	static const struct expectation cases[] = {
	    {"taro@bank.example", "taro@bank.example", "taro", "bank.example", 0},
	    {"Taro.Yamada+tag@Bank.EXAMPLE", "Taro.Yamada+tag@bank.example", "Taro.Yamada+tag",
	     "bank.example", 0},
	    {"  <taro@bank.example>\r\n", "taro@bank.example", "taro", "bank.example", 0},
	    {"< taro@bank.example >", "taro@bank.example", "taro", "bank.example", 0},
	    {"taro@bank.example.", "taro@bank.example", "taro", "bank.example", 0},
	    {"a@localhost", "a@localhost", "a", "localhost", 0},
	    {"!#$%&'*+-/=?^_`{|}~@bank.example", "!#$%&'*+-/=?^_`{|}~@bank.example",
	     "!#$%&'*+-/=?^_`{|}~", "bank.example", 0},
	    {"bounce=taro=bank.example@esp.example", "bounce=taro=bank.example@esp.example",
	     "bounce=taro=bank.example", "esp.example", 0},
	    {"a@b_c.example", "a@b_c.example", "a", "b_c.example", 0},
	    /* Japanese mobile carriers gave these out */
	    {"taro..y.@docomo.example", "taro..y.@docomo.example", "taro..y.", "docomo.example", 0},
	    {".taro@docomo.example", ".taro@docomo.example", ".taro", "docomo.example", 0},
	    /* the % hack was a relay's business: the domain is what stands last */
	    {"user%bank.example@evil.example", "user%bank.example@evil.example",
	     "user%bank.example", "evil.example", 0},
	    /* Unicode and punycode are one domain */
	    {"太郎@例え.jp", "太郎@xn--r8jz45g.jp", "太郎", "xn--r8jz45g.jp", 0},
	    {"太郎@xn--r8jz45g.jp", "太郎@xn--r8jz45g.jp", "太郎", "xn--r8jz45g.jp", 0},
	    {"a@XN--R8JZ45G.JP", "a@xn--r8jz45g.jp", "a", "xn--r8jz45g.jp", 0},
	    {"a@xn--a.example", "a@xn--a.example", "a", "xn--a.example", 0},
	};

	(void)state;
	EXPECT_ALL(cases);
}

static void quoted(void **state)
{
	static const struct expectation cases[] = {
	    {"\"support@metamask.io\"@evil.example", "\"support@metamask.io\"@evil.example",
	     "support@metamask.io", "evil.example", 0},
	    {"\"taro\"@bank.example", "taro@bank.example", "taro", "bank.example", 0},
	    {"\"ta ro\"@bank.example", "\"ta ro\"@bank.example", "ta ro", "bank.example", 0},
	    {"\"ta\\\"ro\\\\\"@bank.example", "\"ta\\\"ro\\\\\"@bank.example", "ta\"ro\\",
	     "bank.example", 0},
	    {"\"\"@bank.example", "\"\"@bank.example", "", "bank.example", 0},
	    {"\"ta\".ro.\"x\"@bank.example", "ta.ro.x@bank.example", "ta.ro.x", "bank.example", 0},
	    {"\"a,b;c<d>(e)[f]\"@bank.example", "\"a,b;c<d>(e)[f]\"@bank.example", "a,b;c<d>(e)[f]",
	     "bank.example", 0},
	    {"<\"a>b\"@bank.example>", "\"a>b\"@bank.example", "a>b", "bank.example", 0},
	    {"ta\"ro\"@bank.example", "taro@bank.example", "taro", "bank.example", MAILBOX_QUOTES},
	    {"\"ta\"ro@bank.example", "taro@bank.example", "taro", "bank.example", MAILBOX_QUOTES},
	    {"\"taro@bank.example", "\"\\\"taro\"@bank.example", "\"taro", "bank.example",
	     MAILBOX_QUOTES},
	    {"ta\"ro@bank.example", "\"ta\\\"ro\"@bank.example", "ta\"ro", "bank.example",
	     MAILBOX_QUOTES},
	    {"taro@\"bank.example\"", "taro@\"bank.example\"", "taro", "",
	     MAILBOX_QUOTES | MAILBOX_DOMAIN},
	    {"taro@bank.example\"", "taro@bank.example\"", "taro", "",
	     MAILBOX_QUOTES | MAILBOX_DOMAIN},
	    {"\"taro@bank.example\"", "", "", "", MAILBOX_EMPTY},
	    {"\"a\nb\"@bank.example", "\"a\nb\"@bank.example", "a\nb", "bank.example",
	     MAILBOX_CHARACTERS},
	};

	(void)state;
	EXPECT_ALL(cases);
}

static void display_names(void **state)
{
	static const struct expectation cases[] = {
	    {"Taro <taro@bank.example>", "taro@bank.example", "taro", "bank.example", 0},
	    {"\"Yamada, Taro\" <taro@bank.example>", "taro@bank.example", "taro", "bank.example",
	     0},
	    {"Yamada, Taro <taro@bank.example>", "taro@bank.example", "taro", "bank.example", 0},
	    {"support@bank.example <a@evil.example>", "a@evil.example", "a", "evil.example", 0},
	    {"\"support@bank.example\" <a@evil.example>", "a@evil.example", "a", "evil.example", 0},
	    {"\"<support@bank.example>\" <a@evil.example>", "a@evil.example", "a", "evil.example",
	     0},
	    {"Bank (Japan) <a@evil.example>", "a@evil.example", "a", "evil.example", 0},
	    {"(<support@bank.example>) <a@evil.example>", "a@evil.example", "a", "evil.example", 0},
	    {":( \" [ <a@evil.example>", "a@evil.example", "a", "evil.example", 0},
	    {"銀行 <a@evil.example> .", "a@evil.example", "a", "evil.example", 0},
	    {"<nobody> <a@evil.example>", "a@evil.example", "a", "evil.example", 0},
	};

	(void)state;
	EXPECT_ALL(cases);
}

static void malformed(void **state)
{
	static const struct expectation cases[] = {
	    {"", "", "", "", MAILBOX_EMPTY},
	    {"  \r\n", "", "", "", MAILBOX_EMPTY},
	    {"<>", "", "", "", MAILBOX_EMPTY},
	    {"taro", "", "", "", MAILBOX_EMPTY},
	    {"(a@b.example)", "", "", "", MAILBOX_EMPTY},
	    /* several: the last is read */
	    {"a@evil.example, b@bank.example", "b@bank.example", "b", "bank.example",
	     MAILBOX_SEVERAL},
	    {"a@evil.example;b@bank.example", "b@bank.example", "b", "bank.example",
	     MAILBOX_SEVERAL},
	    {"<a@evil.example><b@bank.example>", "b@bank.example", "b", "bank.example",
	     MAILBOX_SEVERAL},
	    {"A <a@evil.example>, B <b@bank.example>", "b@bank.example", "b", "bank.example",
	     MAILBOX_SEVERAL},
	    {"<a@evil.example> b@bank.example", "a@evil.example", "a", "evil.example",
	     MAILBOX_SEVERAL},
	    {"a@evil.example,", "a@evil.example", "a", "evil.example", 0},
	    {",,a@evil.example", "a@evil.example", "a", "evil.example", 0},
	    /* groups */
	    {"Team: a@evil.example, b@bank.example;", "b@bank.example", "b", "bank.example",
	     MAILBOX_GROUP | MAILBOX_SEVERAL},
	    {"Team: a@evil.example;", "a@evil.example", "a", "evil.example", MAILBOX_GROUP},
	    {"Team: A <a@evil.example>;", "a@evil.example", "a", "evil.example", MAILBOX_GROUP},
	    {"undisclosed-recipients:;", "", "", "", MAILBOX_GROUP | MAILBOX_EMPTY},
	    {"mailto:a@evil.example", "\"mailto:a\"@evil.example", "mailto:a", "evil.example",
	     MAILBOX_CHARACTERS},
	    /* routes */
	    {"<@a.example,@b.example:c@evil.example>", "c@evil.example", "c", "evil.example",
	     MAILBOX_ROUTE},
	    {"X <@bank.example:c@evil.example>", "c@evil.example", "c", "evil.example",
	     MAILBOX_ROUTE},
	    {"@bank.example:c@evil.example", "c@evil.example", "c", "evil.example", MAILBOX_ROUTE},
	    /* comments */
	    {"a(support@bank.example)@evil.example", "a@evil.example", "a", "evil.example",
	     MAILBOX_COMMENT},
	    {"a@evil.example (Taro)", "a@evil.example", "a", "evil.example", MAILBOX_COMMENT},
	    {"a@evil.example(@bank.example)", "a@evil.example", "a", "evil.example",
	     MAILBOX_COMMENT},
	    {"<a@(x(y)\\))evil.example>", "a@evil.example", "a", "evil.example", MAILBOX_COMMENT},
	    /* domain literals */
	    {"a@[192.0.2.1]", "a@192.0.2.1", "a", "192.0.2.1", MAILBOX_DOMAIN_LITERAL},
	    {"a@[IPv6:2001:DB8::1]", "a@[2001:db8::1]", "a", "[2001:db8::1]",
	     MAILBOX_DOMAIN_LITERAL},
	    {"a@ [192.0.2.1] (x)", "a@192.0.2.1", "a", "192.0.2.1",
	     MAILBOX_DOMAIN_LITERAL | MAILBOX_COMMENT},
	    {"a@192.0.2.1", "a@192.0.2.1", "a", "192.0.2.1", MAILBOX_DOMAIN_LITERAL},
	    {"a@[bank.example]", "a@[bank.example]", "a", "",
	     MAILBOX_DOMAIN_LITERAL | MAILBOX_DOMAIN},
	    {"a@[]", "a@[]", "a", "", MAILBOX_DOMAIN_LITERAL | MAILBOX_DOMAIN},
	    {"a@[@]", "a@[@]", "a", "", MAILBOX_DOMAIN_LITERAL | MAILBOX_DOMAIN},
	    {"a@x[192.0.2.1]", "a@x[192.0.2.1]", "a", "", MAILBOX_DOMAIN_LITERAL | MAILBOX_DOMAIN},
	    /* characters */
	    {"a@bank.example@evil.example", "\"a@bank.example\"@evil.example", "a@bank.example",
	     "evil.example", MAILBOX_AT},
	    {"a@b@c", "\"a@b\"@c", "a@b", "c", MAILBOX_AT},
	    {"a b@evil.example", "\"a b\"@evil.example", "a b", "evil.example", MAILBOX_CHARACTERS},
	    {"a\\b@evil.example", "\"a\\\\b\"@evil.example", "a\\b", "evil.example",
	     MAILBOX_CHARACTERS},
	    {"a\x1b[31m@evil.example", "\"a\x1b[31m\"@evil.example", "a\x1b[31m", "evil.example",
	     MAILBOX_CHARACTERS},
	    {"a\u200bb@evil.example", "a\u200bb@evil.example", "a\u200bb", "evil.example",
	     MAILBOX_CHARACTERS},
	    {"\u202ea@evil.example", "\u202ea@evil.example", "\u202ea", "evil.example",
	     MAILBOX_CHARACTERS},
	    {"a\u00a0b@evil.example", "a\u00a0b@evil.example", "a\u00a0b", "evil.example",
	     MAILBOX_CHARACTERS},
	    {"a@ev\u200bil.example", "a@evil.example", "a", "evil.example", MAILBOX_CHARACTERS},
	    {"@evil.example", "\"\"@evil.example", "", "evil.example", MAILBOX_CHARACTERS},
	    {"<a@evil.example", "\"<a\"@evil.example", "<a", "evil.example", MAILBOX_CHARACTERS},
	    /* domains */
	    {"a@", "a@", "a", "", MAILBOX_DOMAIN},
	    {"a@b c.example", "a@b c.example", "a", "", MAILBOX_CHARACTERS | MAILBOX_DOMAIN},
	    {"a@b..example", "a@b..example", "a", "", MAILBOX_DOMAIN},
	    {"a@.example", "a@.example", "a", "", MAILBOX_DOMAIN},
	    {"a@evil%2eexample", "a@evil%2eexample", "a", "", MAILBOX_DOMAIN},
	    {"a@evil.example/x", "a@evil.example/x", "a", "", MAILBOX_DOMAIN},
	    {"a@evil.example>", "a@evil.example>", "a", "", MAILBOX_DOMAIN},
	    {"'a@evil.example'", "'a@evil.example'", "'a", "", MAILBOX_DOMAIN},
	    {"a@evil.example:25", "a@evil.example:25", "a", "", MAILBOX_DOMAIN},
	    {"a@1.2.3.4.5", "a@1.2.3.4.5", "a", "", MAILBOX_DOMAIN},
	    {"a@xn--a.ß", "a@xn--a.ß", "a", "", MAILBOX_DOMAIN},
	};

	(void)state;
	EXPECT_ALL(cases);
	assert_int_equal(mailbox_parse(arena, (struct span){"a\0b@evil.example", 16}).problems,
			 MAILBOX_CHARACTERS);
	assert_int_equal(mailbox_parse(arena, (struct span){NULL, 0}).problems, MAILBOX_EMPTY);
}

/* Every pattern of nesting that could make reading slow or read too far, and broken UTF-8. */
static void large(void **state)
{
	static const char *const patterns[] = {
	    "a",    "@",      "(",     ")",    "\"",   "\\",	   "<",	    ">",    "[",
	    "]",    ",",      ":",     ";",    "a@",   "<a@b>",	   "(a",    "\"a",  "<(",
	    "\"\\", "[\"",    "(\"<[", "a@b,", "<@a:", "<a@b>,",   "\"a\"", "\xff", "\xe3\x81",
	    ".a",   "xn--a.", "a@[",   "()",   "[]@",  "\xcc\x81", "\r\n",
	};
	char *text = malloc(LARGE + 16);

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		for (size_t at = 0; at < LARGE; at++)
			text[at] = patterns[i][at % strlen(patterns[i])];
		mailbox_parse(arena, (struct span){text, LARGE});
		assert_false(arena_failed(arena));
		arena_reset(arena);
		memcpy(text + LARGE, "x@bank.example>", 15);
		mailbox_parse(arena, (struct span){text, LARGE + 15});
		assert_false(arena_failed(arena));
		arena_reset(arena);
	}
	free(text);
}

/* Each text cut at every byte. */
static void truncated(void **state)
{
	static const char *const texts[] = {
	    "\"a\\\"b\" (c(d)) <@x.example:\"e\".f(g)@[IPv6:::1]>, h: i@例え.jp;",
	    "=?utf-8?B?44GC?= <a@xn--r8jz45g.jp> (\"x\") [y]",
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t len = 0; len <= strlen(texts[i]); len++) {
			/* In a block of its own, so that reading past its end is seen. */
			char *copy = malloc(len + !len);

			assert_non_null(copy);
			memcpy(copy, texts[i], len);
			mailbox_parse(arena, (struct span){copy, len});
			free(copy);
		}
}

static void without_memory(void **state)
{
	struct arena *small = arena_new(8);

	(void)state;
	assert_int_equal(mailbox_parse(small, SPAN("<taro@bank.example>")).problems, MAILBOX_EMPTY);
	assert_true(arena_failed(small));
	arena_free(&small);
	small = arena_new(8);
	assert_int_equal(mailbox_parse(small, SPAN("taro@bank.example")).problems, MAILBOX_DOMAIN);
	assert_true(arena_failed(small));
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(plain),	      cmocka_unit_test(quoted),
	    cmocka_unit_test(display_names),  cmocka_unit_test(malformed),
	    cmocka_unit_test(large),	      cmocka_unit_test(truncated),
	    cmocka_unit_test(without_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
