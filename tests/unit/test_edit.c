#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/edit.h"

struct edit_case {
	const char *a, *b;
	enum edit_kind kind;
	size_t at;
	const char *piece_a, *piece_b;
};

static const struct edit_case cases[] = {
    {"", "", EDIT_NONE, 0, "", ""},
    {"metamask", "metamask", EDIT_NONE, 8, "", ""},
    {"a", "", EDIT_INSERT, 0, "a", ""},
    {"metaamask", "metamask", EDIT_INSERT, 4, "a", ""},
    {"metamasks", "metamask", EDIT_INSERT, 8, "s", ""},
    {"xmetamask", "metamask", EDIT_INSERT, 0, "x", ""},
    {"metamsk", "metamask", EDIT_DELETE, 5, "", "a"},
    {"etamask", "metamask", EDIT_DELETE, 0, "", "m"},
    {"metanask", "metamask", EDIT_SUBSTITUTE, 4, "n", "m"},
    {"métamask", "metamask", EDIT_SUBSTITUTE, 1, "é", "e"},
    {"メタマスク", "メタマヌク", EDIT_SUBSTITUTE, 3, "ス", "ヌ"},
    {"あ", "い", EDIT_SUBSTITUTE, 0, "あ", "い"}, /* they share two bytes of three */
    {"metmaask", "metamask", EDIT_SWAP, 3, "ma", "am"},
    {"ab", "ba", EDIT_SWAP, 0, "ab", "ba"},
    {"メマタスク", "メタマスク", EDIT_SWAP, 1, "マタ", "タマ"},
    {"metamas", "metamaskx", EDIT_FAR, 7, "", ""},
    {"abc", "bca", EDIT_FAR, 0, "", ""},
    {"ab", "", EDIT_FAR, 0, "", ""},
    {"", "ab", EDIT_FAR, 0, "", ""},
    {"abcd", "badc", EDIT_FAR, 0, "", ""},
    {"abx", "bay", EDIT_FAR, 0, "", ""},
};

static void check(const struct edit_case *c)
{
	struct edit edit = edit_between(span_of(c->a), span_of(c->b));

	if (edit.kind != c->kind || edit.at != c->at || !span_equal(edit.a, span_of(c->piece_a)) ||
	    !span_equal(edit.b, span_of(c->piece_b)))
		fail_msg("%s / %s: kind %d at %zu '%.*s' '%.*s'", c->a, c->b, (int)edit.kind,
			 edit.at, (int)edit.a.len, edit.a.ptr ? edit.a.ptr : "", (int)edit.b.len,
			 edit.b.ptr ? edit.b.ptr : "");
}

static void test_cases(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check(&cases[i]);
}

/* The mirror image of each case: what `a` has more, `b` lacks. */
static void test_symmetry(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct edit_case *c = &cases[i];
		struct edit_case mirrored = {c->b, c->a, c->kind, c->at, c->piece_b, c->piece_a};

		if (c->kind == EDIT_INSERT)
			mirrored.kind = EDIT_DELETE;
		else if (c->kind == EDIT_DELETE)
			mirrored.kind = EDIT_INSERT;
		check(&mirrored);
	}
}

static void test_broken_and_null(void **state)
{
	struct span none = {NULL, 0};

	(void)state;
	assert_int_equal(edit_between(none, none).kind, EDIT_NONE);
	assert_int_equal(edit_between(none, SPAN("a")).kind, EDIT_DELETE);
	assert_int_equal(edit_between(SPAN("a"), none).kind, EDIT_INSERT);
	assert_int_equal(edit_between(SPAN("\xE3\x81"), SPAN("\xE3")).kind, EDIT_INSERT);
	assert_int_equal(edit_between(SPAN("a\0b"), SPAN("a\0c")).kind, EDIT_SUBSTITUTE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_symmetry),
	    cmocka_unit_test(test_broken_and_null),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
