#include "detect/link_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
	const char *text;
	const char *hostname; /* NULL: shows no host */
	bool explicit;
} table[] = {
    {"https://www.xserver.ne.jp/login", "www.xserver.ne.jp", true},
    {" HTTPS://A.Example/ ", "a.example", true},
    {"www.a.example", "www.a.example", true},
    {"WWW.a.example/x y", NULL, false},
    {"a.example", "a.example", false},
    {"a.example/path?q", "a.example", false},
    {"a.example:8080/path", "a.example", false},
    {"\xe3\x80\x8c"
     "a.example"
     "\xe3\x80\x8d",
     "a.example", false},
    {"<https://a.example>.", "a.example", true},
    {"https://a.example/lo\xe2\x80\xa6", "a.example", true},
    {"a.exa\xe2\x80\x8bmple", "a.example", false}, /* zero width space */
    {"\xe2\x80\xaa"
     "a.example"
     "\xe2\x80\xac",
     "a.example", false}, /* embedding marks */
    {"taro@a.example", "a.example", false},
    {"www.taro@a.example", "a.example", false},
    {"a\xef\xbc\x8e"
     "example",
     "a.example", false}, /* full-width dot */
    {"Open", NULL, false},
    {"", NULL, false},
    {"...", NULL, false},
    {"3.14", NULL, false},
    {"10.0.0.1", NULL, false},
    {"v2.0", NULL, false},
    {"Visit a.example now", NULL, false},
    {"\xe6\x97\xa5\xe6\x9c\xac", NULL, false},
    {"Node.js", "node.js", false},
};

static void pages_to_sign_in_at(void **state)
{
	static const struct {
		const char *text;
		bool signs_in;
	} CASES[] = {
	    {"https://www.a.example/signin", true},
	    {"https://www.a.example/de/Log-In?x", true},
	    {"https://login.a.example/", true},
	    {"https://a.example/sign_in#x", true},
	    {"https://a.example/wallet-verification=42", true},
	    {"https://a.example/", false},
	    {"https://a.example/logins-explained", false},
	    {"https://a.example/design-in-print", false},
	    {"https://a.example/blog?next=/login", false},
	    {"", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct arena *arena = arena_new(1 << 16);

		if (link_text_signs_in(arena, span_of(CASES[i].text)) != CASES[i].signs_in)
			fail_msg("%s", CASES[i].text);
		arena_free(&arena);
	}
}

static void texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct arena *arena = arena_new(1 << 20);
		struct shown_host found = link_text_host(arena, span_of(table[i].text), NULL);

		if (found.shown != (table[i].hostname != NULL))
			fail_msg("'%s': shown: %d", table[i].text, found.shown);
		if (found.shown && !span_equal(found.hostname.ascii, span_of(table[i].hostname)))
			fail_msg("'%s': '%.*s'", table[i].text, (int)found.hostname.ascii.len,
				 found.hostname.ascii.ptr);
		if (found.shown && found.explicit != table[i].explicit)
			fail_msg("'%s': explicit: %d", table[i].text, found.explicit);
		arena_free(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(texts),
					   cmocka_unit_test(pages_to_sign_in_at)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
