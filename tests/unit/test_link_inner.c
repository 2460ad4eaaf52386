/* What intent: and mailto: links lead to. */
#include "detect/link_inner.h"

#include "arena_fixture.h"

struct inner_case {
	const char *url;
	const char *inner[LINK_INNER]; /* NULL: no more */
};

static void check(const struct inner_case *c, bool intent)
{
	struct url url = url_parse(arena, span_of(c->url));
	struct span inner[LINK_INNER];
	size_t count =
	    intent ? link_inner_intent(arena, &url, inner) : link_inner_mailto(arena, &url, inner);
	size_t wanted = 0;

	while (wanted < LINK_INNER && c->inner[wanted])
		wanted++;
	if (count != wanted)
		fail_msg("%s: %zu of %zu", c->url, count, wanted);
	for (size_t i = 0; i < count; i++)
		if (!span_equal(inner[i], span_of(c->inner[i])))
			fail_msg("%s: %.*s", c->url, (int)inner[i].len, inner[i].ptr);
}

static void intents(void **state)
{
	static const struct inner_case CASES[] = {
	    {"intent://a.example/b?c=d#Intent;scheme=https;package=x;end",
	     {"https://a.example/b?c=d"}},
	    {"intent://a.example/"
	     "#Intent;scheme=http;S.browser_fallback_url=https%3A%2F%2Fb.example%2Fc;end",
	     {"http://a.example/", "https://b.example/c"}},
	    {"intent:#Intent;S.browser_fallback_url=javascript:alert(1);end",
	     {"javascript:alert(1)"}},
	    /* an app's own scheme names no page */
	    {"intent://scan/#Intent;scheme=zxing;end", {NULL}},
	    {"intent:a.example#Intent;scheme=https;end", {NULL}},
	    {"intent://a.example/#x;scheme=https;end", {NULL}},
	    {"intent://a.example/", {NULL}},
	    {"market://details?id=x#Intent;scheme=https;end", {NULL}},
	    {"mailto:a@b.example", {NULL}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check(&CASES[i], true);
}

static void mailtos(void **state)
{
	static const struct inner_case CASES[] = {
	    {"mailto:a@B.example?subject=c@d.example", {"b.example"}},
	    {"mailto:a%40b.example", {"b.example"}},
	    {"mailto:a@b.example,c@d.example,e@f.example", {"b.example", "d.example"}},
	    {"mailto:a@\xd0\xb0.example", {"xn--80a.example"}},
	    {"mailto:a@[192.0.2.1]", {NULL}},
	    {"mailto:?subject=a@b.example", {NULL}},
	    {"mailto:nobody", {NULL}},
	    {"tel:+81", {NULL}},
	    {"intent://a.example/#Intent;scheme=https;end", {NULL}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		check(&CASES[i], false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(intents),
	    cmocka_unit_test(mailtos),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
