#include "text/fold_class.h"

#include "text/unicode_tables.h"

#include <uninorm.h>

bool fold_in_word(uint32_t point)
{
	return unicode_properties(point) & (UNICODE_LETTER | UNICODE_MARK | UNICODE_NUMBER);
}

/* The letters of most Japanese texts: Han, hiragana and katakana with no other script. */
static bool is_plain_japanese(uint32_t point)
{
	return (point >= 0x3041 && point <= 0x3096) || (point >= 0x30A1 && point <= 0x30FA) ||
	       (point >= 0x4E00 && point <= 0x9FFF);
}

bool fold_is_japanese(uint32_t point)
{
	struct script_set set;

	if (point < 0x80 || is_plain_japanese(point))
		return point >= 0x80;
	set = unicode_script_extensions(point);
	return script_set_has(set, SCRIPT_HAN) || script_set_has(set, SCRIPT_HIRAGANA) ||
	       script_set_has(set, SCRIPT_KATAKANA);
}

bool fold_is_cjk(uint32_t point)
{
	return fold_is_japanese(point) ||
	       script_set_has(unicode_script_extensions(point), SCRIPT_HANGUL);
}

enum fold_class fold_class(uint32_t point)
{
	unsigned properties;

	if (is_plain_japanese(point))
		return CLASS_CJK;
	properties = unicode_properties(point);
	if (!(properties & (UNICODE_LETTER | UNICODE_MARK | UNICODE_NUMBER)))
		return CLASS_OUTSIDE;
	if (properties & UNICODE_MARK)
		return CLASS_MARK;
	return point >= 0x80 && fold_is_cjk(point) ? CLASS_CJK : CLASS_SPACED;
}

bool fold_is_right_to_left(uint32_t point)
{
	unsigned script = unicode_script(point);

	return (unicode_properties(point) & UNICODE_LETTER) &&
	       (script == SCRIPT_ARABIC || script == SCRIPT_HEBREW || script == SCRIPT_SYRIAC ||
		script == SCRIPT_THAANA || script == SCRIPT_NKO || script == SCRIPT_ADLAM);
}

struct span fold_behind_colours(uint32_t control, struct span rest)
{
	size_t from = control == 0x1B, end = from;

	if ((control != 0x1B && control != 0x9B) || (from && !span_starts(rest, SPAN("["))))
		return rest;
	while (end < rest.len && rest.ptr[end] >= '0' && rest.ptr[end] <= ';')
		end++;
	if (end == from || end == rest.len || rest.ptr[end] != 'm')
		return rest;
	return span_slice(rest, end + 1, rest.len);
}

/* Small capitals have no decomposition. The x has no such form. */
static uint32_t small_capital(uint32_t point)
{
	static const struct {
		uint16_t point;
		char letter;
	} small[] = {
	    {0x0262, 'g'}, {0x026A, 'i'}, {0x0274, 'n'}, {0x0280, 'r'}, {0x028F, 'y'},
	    {0x0299, 'b'}, {0x029C, 'h'}, {0x029F, 'l'}, {0x1D00, 'a'}, {0x1D04, 'c'},
	    {0x1D05, 'd'}, {0x1D07, 'e'}, {0x1D0A, 'j'}, {0x1D0B, 'k'}, {0x1D0D, 'm'},
	    {0x1D0F, 'o'}, {0x1D18, 'p'}, {0x1D1B, 't'}, {0x1D1C, 'u'}, {0x1D20, 'v'},
	    {0x1D21, 'w'}, {0x1D22, 'z'}, {0xA730, 'f'}, {0xA731, 's'}, {0xA7AF, 'q'},
	};

	for (size_t i = 0; i < sizeof(small) / sizeof(*small); i++)
		if (small[i].point == point)
			return (uint32_t)small[i].letter;
	return 0;
}

/* Letters on a dark ground have no decomposition either; that of a letter in parentheses keeps the
 * parentheses. */
static uint32_t enclosed_letter(uint32_t point)
{
	static const uint32_t alphabets[] = {0x249C, 0x1F110, 0x1F150, 0x1F170};

	for (size_t i = 0; i < sizeof(alphabets) / sizeof(*alphabets); i++)
		if (point >= alphabets[i] && point < alphabets[i] + 26)
			return 'a' + (point - alphabets[i]);
	return 0;
}

/* The feminine and masculine ordinal indicators and the information sign are everyday characters.
 */
static uint32_t compatibility_letter(uint32_t point)
{
	int tag;
	ucs4_t letters[UC_DECOMPOSITION_MAX_LENGTH];

	if (point == 0xAA || point == 0xBA || point == 0x2139 ||
	    uc_decomposition(point, &tag, letters) != 1)
		return 0;
	if (tag != UC_DECOMP_FONT && tag != UC_DECOMP_CIRCLE && tag != UC_DECOMP_SUPER &&
	    tag != UC_DECOMP_SUB && tag != UC_DECOMP_SQUARE)
		return 0;
	if (unicode_properties(letters[0]) & UNICODE_DIGIT)
		return tag == UC_DECOMP_FONT ? letters[0] : 0; /* ² and ① are everyday characters */
	return unicode_sheds_marks(letters[0]) || unicode_script(letters[0]) == SCRIPT_KATAKANA
		   ? letters[0]
		   : 0;
}

uint32_t fold_styled(uint32_t point)
{
	uint32_t letter;

	if (point < 0xAA)
		return 0;
	letter = small_capital(point);
	if (!letter)
		letter = enclosed_letter(point);
	return letter ? letter : compatibility_letter(point);
}
