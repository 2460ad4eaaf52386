#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/unicode_tables.h"

#ifdef HAVE_ICU
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/uspoof.h>
#endif

static void test_properties(void **state)
{
	static const struct {
		uint32_t point;
		unsigned properties;
	} cases[] = {
	    {'a', UNICODE_ASSIGNED | UNICODE_LETTER | UNICODE_IDENTIFIER},
	    {'7', UNICODE_ASSIGNED | UNICODE_DIGIT | UNICODE_NUMBER | UNICODE_IDENTIFIER},
	    {'\t', UNICODE_ASSIGNED | UNICODE_CONTROL | UNICODE_SPACE},
	    {'$', UNICODE_ASSIGNED | UNICODE_PUNCTUATION},
	    {0x301, UNICODE_ASSIGNED | UNICODE_MARK | UNICODE_NONSPACING_MARK | UNICODE_IDENTIFIER},
	    {0xAD, UNICODE_ASSIGNED | UNICODE_INVISIBLE},
	    {0x200B, UNICODE_ASSIGNED | UNICODE_INVISIBLE},
	    {0x202E, UNICODE_ASSIGNED | UNICODE_INVISIBLE | UNICODE_BIDI_CONTROL},
	    {0x2800, UNICODE_ASSIGNED | UNICODE_PUNCTUATION | UNICODE_INVISIBLE},
	    {0x3000, UNICODE_ASSIGNED | UNICODE_SPACE},
	    {0x3164, UNICODE_ASSIGNED | UNICODE_LETTER | UNICODE_INVISIBLE},
	    {0x1F98A, UNICODE_ASSIGNED | UNICODE_PUNCTUATION | UNICODE_EMOJI},
	    {0x2167, UNICODE_ASSIGNED | UNICODE_NUMBER},
	    {0xE0041, UNICODE_ASSIGNED | UNICODE_INVISIBLE},
	    {0xE000, UNICODE_ASSIGNED},
	    {0xD800, 0},
	    {0x378, 0},
	    {0x10FFFF, 0},
	    {0x110000, 0},
	    {UINT32_MAX, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (unicode_properties(cases[i].point) != cases[i].properties)
			fail_msg("U+%04X: %x", (unsigned)cases[i].point,
				 unicode_properties(cases[i].point));
}

static bool has_script(uint32_t point, unsigned script)
{
	return script_set_has(unicode_script_extensions(point), script);
}

static void test_scripts(void **state)
{
	(void)state;
	assert_int_equal(unicode_script('a'), SCRIPT_LATIN);
	assert_int_equal(unicode_script(0x3042), SCRIPT_HIRAGANA);
	assert_int_equal(unicode_script('-'), SCRIPT_COMMON);
	assert_int_equal(unicode_script(0x301), SCRIPT_INHERITED);
	assert_int_equal(unicode_script(0x378), SCRIPT_UNKNOWN);
	assert_int_equal(unicode_script(UINT32_MAX), SCRIPT_UNKNOWN);
	/* The prolonged sound mark is common to both kana and to nothing else. */
	assert_int_equal(unicode_script(0x30FC), SCRIPT_COMMON);
	assert_true(has_script(0x30FC, SCRIPT_HIRAGANA));
	assert_true(has_script(0x30FC, SCRIPT_KATAKANA));
	assert_false(has_script(0x30FC, SCRIPT_HAN));
	assert_true(has_script(0x3005, SCRIPT_HAN));
	assert_true(has_script('a', SCRIPT_LATIN));
	assert_false(has_script('a', SCRIPT_COMMON));
}

static void test_prototypes(void **state)
{
	static const struct {
		uint32_t point;
		struct span prototype;
	} cases[] = {
	    {0, {NULL, 0}},
	    {'a', {NULL, 0}},
	    {'m', SPAN("rn")},
	    {'1', SPAN("l")},
	    {0x430, SPAN("a")},
	    {0x4CF, SPAN("i")},
	    {0x1F16D, SPAN("\u33C4\t\u20DD")},	  /* the one with a tabulator */
	    {0xFDFA, SPAN("صلى lللo علىo وسلم")}, /* the longest */
	    {0x2FA1D, {NULL, 0}},		  /* decomposes: never asked for */
	    {UINT32_MAX, {NULL, 0}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (!span_equal(unicode_prototype(cases[i].point), cases[i].prototype))
			fail_msg("U+%04X: '%.*s'", (unsigned)cases[i].point,
				 (int)unicode_prototype(cases[i].point).len,
				 unicode_prototype(cases[i].point).ptr);
}

#ifdef HAVE_ICU
static bool same(uint32_t point, unsigned property, bool wanted)
{
	return ((unicode_properties(point) & property) != 0) == wanted;
}

/* The committed tables are those of one version; another ICU differs and has nothing to say. */
static void test_tables_equal_icu(void **state)
{
	UErrorCode error = U_ZERO_ERROR;
	USpoofChecker *checker = uspoof_open(&error);
	const USet *recommended = uspoof_getRecommendedSet(&error);
	const USet *included = uspoof_getInclusionSet(&error);

	(void)state;
	if (strcmp(UNICODE_VERSION, U_UNICODE_VERSION ".0") != 0) {
		uspoof_close(checker);
		skip();
	}
	for (UChar32 c = 0; c < 0x110000; c++) {
		uint32_t point = (uint32_t)c, category = U_MASK(u_charType(c));
		const char *script = u_getPropertyValueName(
		    UCHAR_SCRIPT, uscript_getScript(c, &error), U_SHORT_PROPERTY_NAME);

		if (!same(point, UNICODE_LETTER, category & U_GC_L_MASK) ||
		    !same(point, UNICODE_MARK, category & U_GC_M_MASK) ||
		    !same(point, UNICODE_DIGIT, category & U_GC_ND_MASK) ||
		    !same(point, UNICODE_SPACE, u_isUWhiteSpace(c)) ||
		    !same(point, UNICODE_BIDI_CONTROL,
			  u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL)) ||
		    !same(point, UNICODE_IDENTIFIER,
			  uset_contains(recommended, c) || uset_contains(included, c)) ||
		    (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) &&
		     !same(point, UNICODE_INVISIBLE, true)) ||
		    has_script(point, SCRIPT_LATIN) != uscript_hasScript(c, USCRIPT_LATIN) ||
		    has_script(point, SCRIPT_HAN) != uscript_hasScript(c, USCRIPT_HAN) ||
		    has_script(point, SCRIPT_KATAKANA) != uscript_hasScript(c, USCRIPT_KATAKANA) ||
		    (unicode_script(point) == SCRIPT_ZANABAZAR_SQUARE) !=
			(strcmp(script, "Zanb") == 0))
			fail_msg("U+%04X", (unsigned)point);
	}
	uspoof_close(checker);
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_properties),
	    cmocka_unit_test(test_scripts),
	    cmocka_unit_test(test_prototypes),
#ifdef HAVE_ICU
	    cmocka_unit_test(test_tables_equal_icu),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
