/* What each byte of an address text is part of: a letter a byte, so that a case can be read off its own text. */
#include "text/mailbox_scan.h"

#include "arena_fixture.h"

/* . plain, q quoted, c comment, l literal; upper case between angle brackets (* for plain there). */
static const char *parts_of(struct span text)
{
	static char letters[200];
	struct mailbox_scan scan = mailbox_scan(arena, text);

	assert_true(span_equal(scan.text, text) && text.len < sizeof(letters));
	for (size_t i = 0; i < text.len; i++) {
		unsigned part = scan.parts[i] & (unsigned)~PART_IN_ANGLE;

		assert_in_range(part, PART_PLAIN, PART_LITERAL);
		letters[i] = (scan.parts[i] & PART_IN_ANGLE ? "*QCL" : ".qcl")[part];
	}
	letters[text.len] = '\0';
	return letters;
}

static void test_parts(void **state)
{
	static const char *const cases[][2] = {
	    {"", ""},
	    {"a@b", "..."},
	    {"\"a b\"@c", "qqqqq.."},
	    {"\"a\\\"b\"@c", "qqqqqq.."},
	    {"\"a\\\\\"b", "qqqqq."},
	    {"\"\"", "qq"},
	    {"a(b)c", ".ccc."},
	    {"a((b)c)d", ".cccccc."},
	    {"a(b\\)c)d", ".cccccc."},
	    {"(\"(\")a", ".qqq.."}, /* quotes do not hide parentheses in a comment */
	    {"a@[1.2]", "..lllll"},
	    {"[a[b]c]", "lllll.."},
	    /* One kind hides the openings of the others. */
	    {"\"(\"a)", "qqq.."},
	    {"(\"a)\"", "cccc."},
	    {"[\"a]\"", "llll."},
	    {"\"<a>\"<b>", "qqqqq.*."},
	    {"(<a>)<b>", "ccccc.*."},
	    /* What nothing closes is plain. */
	    {"\"a", ".."},
	    {"a\"", ".."},
	    {"(a", ".."},
	    {"(a(b)", "....."},
	    {"a)", ".."},
	    {"[a", ".."},
	    {"\"a\\\"", "...."},
	    {"\"\\", ".."},
	    {"(\\", ".."},
	    {"(a \"b\"", "...qqq"},
	    /* Angle brackets. */
	    {"a <b@c> d", "...***..."},
	    {"<>", ".."},
	    {"<a", ".."},
	    {"a>b", "..."},
	    {"<a<b>c>", ".***..."},
	    {"<a><b>", ".*..*."},
	    {"<\"a\"(b)[c]>", ".QQQCCCLLL."},
	    {"<a\">\"b>", ".*QQQ*."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (strcmp(parts_of(span_of(cases[i][0])), cases[i][1]) != 0)
			fail_msg("%s\n%s\n%s instead", cases[i][0], cases[i][1],
				 parts_of(span_of(cases[i][0])));
}

/* Openings without an end are looked for once: as a square this would take hours. */
static void test_many_openings(void **state)
{
	static char text[3 << 20];
	static const char opens[] = "\"([";

	(void)state;
	for (size_t kind = 0; kind < 3; kind++) {
		struct mailbox_scan scan;

		memset(text, opens[kind], sizeof(text));
		if (opens[kind] == '"')
			for (size_t i = 0; i + 1 < sizeof(text); i += 2)
				text[i] = '\\'; /* none of them closes another */
		scan = mailbox_scan(arena, (struct span){text, sizeof(text)});
		assert_non_null(scan.parts);
		assert_int_equal(scan.parts[sizeof(text) - 1], PART_PLAIN);
	}
}

static void test_no_memory(void **state)
{
	struct arena *small = arena_new(64);

	(void)state;
	while (!arena_failed(small))
		(void)arena_alloc(small, 16);
	assert_null(mailbox_scan(small, SPAN("a@b.example")).parts);
	arena_free(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_parts),
	    cmocka_unit_test(test_many_openings),
	    cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
