#include "text/script.h"

#include "text/script_check.h"
#include "text/unicode_tables.h"
#include "text/utf8.h"

/* UTS #39 section 5.1: the augmented script sets of East Asian writing systems. */
enum {
	WRITING_HANB = SCRIPT_COUNT, /* Han and bopomofo */
	WRITING_JPAN,		     /* Han, hiragana, katakana */
	WRITING_KORE,		     /* Han, hangul */
};
_Static_assert(WRITING_KORE < 192, "script_set holds 192 indexes");

static const struct script_set every_script = {{UINT64_MAX, UINT64_MAX, UINT64_MAX}};

static void add(struct script_set *set, unsigned script)
{
	set->bits[script / 64] |= (uint64_t)1 << script % 64;
}

static bool is_empty(struct script_set set)
{
	return (set.bits[0] | set.bits[1] | set.bits[2]) == 0;
}

static struct script_set both(struct script_set a, struct script_set b)
{
	for (size_t i = 0; i < 3; i++)
		a.bits[i] &= b.bits[i];
	return a;
}

/* Unassigned characters have no script that could be mixed; they are reported by themselves. */
static struct script_set augmented(uint32_t point)
{
	struct script_set set = unicode_script_extensions(point);

	if (script_set_has(set, SCRIPT_COMMON) || script_set_has(set, SCRIPT_INHERITED) ||
	    script_set_has(set, SCRIPT_UNKNOWN))
		return every_script;
	if (script_set_has(set, SCRIPT_HAN)) {
		add(&set, WRITING_HANB);
		add(&set, WRITING_JPAN);
		add(&set, WRITING_KORE);
	}
	if (script_set_has(set, SCRIPT_HIRAGANA) || script_set_has(set, SCRIPT_KATAKANA))
		add(&set, WRITING_JPAN);
	if (script_set_has(set, SCRIPT_HANGUL))
		add(&set, WRITING_KORE);
	if (script_set_has(set, SCRIPT_BOPOMOFO))
		add(&set, WRITING_HANB);
	return set;
}

/* UTS #39 section 5.2 without its first condition, that all characters be allowed. */
static enum restriction_level mixing_level(struct span label)
{
	struct script_set all = every_script,
			  others = every_script; /* others: without the Latin ones */

	if (utf8_is_ascii(label))
		return RESTRICTION_ASCII_ONLY;
	while (label.len > 0) {
		struct script_set set = augmented(utf8_next(&label));

		all = both(all, set);
		if (!script_set_has(set, SCRIPT_LATIN))
			others = both(others, set);
	}
	if (!is_empty(all))
		return RESTRICTION_SINGLE_SCRIPT;
	if (script_set_has(others, WRITING_HANB) || script_set_has(others, WRITING_JPAN) ||
	    script_set_has(others, WRITING_KORE))
		return RESTRICTION_HIGHLY;
	if (!is_empty(others) && !script_set_has(others, SCRIPT_CYRILLIC) &&
	    !script_set_has(others, SCRIPT_GREEK) && !script_set_has(others, SCRIPT_CHEROKEE))
		return RESTRICTION_MODERATELY;
	return RESTRICTION_MINIMALLY;
}

enum restriction_level script_restriction_level(struct span label)
{
	struct span rest = label;

	while (rest.len > 0)
		if (!(unicode_properties(utf8_next(&rest)) & UNICODE_IDENTIFIER))
			return RESTRICTION_UNRESTRICTED;
	return mixing_level(label);
}

bool script_next_place(struct span *rest, struct script_place *place)
{
	struct span next;

	if (rest->len == 0)
		return false;
	place->before = place->point;
	place->point = utf8_next(rest);
	next = *rest;
	place->after = next.len > 0 ? utf8_next(&next) : 0;
	return true;
}

bool script_is_cjk(uint32_t point)
{
	struct script_set set = unicode_script_extensions(point);

	return script_set_has(set, SCRIPT_HAN) || script_set_has(set, SCRIPT_HIRAGANA) ||
	       script_set_has(set, SCRIPT_KATAKANA) || script_set_has(set, SCRIPT_BOPOMOFO) ||
	       script_set_has(set, SCRIPT_HANGUL);
}

/* Letters and marks of scripts that need joiners: not those written letter by letter. */
static bool takes_joiners(uint32_t point)
{
	unsigned script = unicode_script(point);

	return (unicode_properties(point) & (UNICODE_LETTER | UNICODE_MARK)) &&
	       !unicode_sheds_marks(point) && !script_is_cjk(point) && script != SCRIPT_COMMON &&
	       script != SCRIPT_INHERITED;
}

/* Joiners within Persian or Indic words (RFC 5892, appendix A) and within emoji are honest, and so
 * are the selectors that make an emoji coloured. */
static bool is_hidden(struct script_place place)
{
	const unsigned hidden =
	    UNICODE_INVISIBLE | UNICODE_BIDI_CONTROL | UNICODE_CONTROL | UNICODE_SPACE;
	bool joiner = place.point == 0x200C || place.point == 0x200D;
	bool after_emoji =
	    (unicode_properties(place.before) & UNICODE_EMOJI) || place.before == 0xFE0F;

	if (!(unicode_properties(place.point) & hidden))
		return false;
	if (joiner && takes_joiners(place.before) &&
	    (place.after == 0 || takes_joiners(place.after)))
		return false;
	return !(after_emoji && (place.point == 0x200D || place.point == 0xFE0F));
}

/* Characters that UTS #39 allows and that hardly any honest name needs: look-alikes of punctuation,
 * the letter kra, and blocks of rare accented, polytonic and extended letters. */
static bool is_unwelcome(uint32_t point)
{
	static const struct {
		uint16_t first, last;
	} ranges[] = {
	    {0x0138, 0x0138}, {0x01CD, 0x01DC}, {0x02BB, 0x02BC}, {0x02EC, 0x02EC},
	    {0x0338, 0x0338}, {0x058A, 0x058A}, {0x1C80, 0x1C8F}, {0x1E00, 0x1E9B},
	    {0x1F00, 0x1FFF}, {0x2010, 0x2010}, {0x2019, 0x2019}, {0x2027, 0x2027},
	    {0x30A0, 0x30A0}, {0xA640, 0xA69F}, {0xA720, 0xA7FF},
	};

	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++)
		if (point >= ranges[i].first && point <= ranges[i].last)
			return true;
	return false;
}

static bool is_foreign(uint32_t point)
{
	const unsigned excused = UNICODE_IDENTIFIER | UNICODE_EMOJI | UNICODE_INVISIBLE |
				 UNICODE_CONTROL | UNICODE_SPACE;
	unsigned properties = unicode_properties(point);

	return is_unwelcome(point) || ((properties & UNICODE_ASSIGNED) && !(properties & excused));
}

/* Letters and digits of other scripts that are drawn like an ASCII digit. */
static bool poses_as_digit(uint32_t point)
{
	static const uint16_t shapes[] = {
	    0x03B8, 0x0437, 0x0499, 0x04E1, 0x0573, 0x0577, 0x0968, 0x0969, 0x09E8, 0x09EA,
	    0x09ED, 0x0A67, 0x0A68, 0x0A69, 0x0A6A, 0x0AE8, 0x0AE9, 0x0B67, 0x0B68, 0x0B69,
	    0x0C68, 0x0CE8, 0x0CE9, 0x0D2E, 0x10D5, 0x10D9, 0x10DE, 0x3110, 0x4E29,
	};

	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		if (shapes[i] == point)
			return true;
	return false;
}

static bool is_digit_disguise(struct span label)
{
	bool posing = false;

	while (label.len > 0) {
		uint32_t point = utf8_next(&label);

		if (poses_as_digit(point))
			posing = true;
		else if (point < '0' || point > '9')
			return false;
	}
	return posing;
}

/* The zero of the ten digits that `point` belongs to: they lie together (General_Category Nd), and
 * a block of ten begins where the digits before do not go on. */
static uint32_t zero_of(uint32_t point)
{
	uint32_t first = point;

	while (first > 0 && (unicode_properties(first - 1) & UNICODE_DIGIT))
		first--;
	return point - (point - first) % 10;
}

static bool mixes_digits(struct span label)
{
	uint32_t zero = 0;

	while (label.len > 0) {
		uint32_t point = utf8_next(&label);

		if (!(unicode_properties(point) & UNICODE_DIGIT))
			continue;
		if (zero != 0 && zero_of(point) != zero)
			return true;
		zero = zero_of(point);
	}
	return false;
}

/* Latin letters beyond a to z beside a script that has no such letters. */
static bool mixes_accents(struct span label)
{
	bool accented = false, other = false;

	while (label.len > 0) {
		uint32_t point = utf8_next(&label);
		unsigned script = unicode_script(point);

		if (!(unicode_properties(point) & UNICODE_LETTER))
			continue;
		if (script == SCRIPT_LATIN)
			accented = accented || point >= 0x80;
		else if (script != SCRIPT_GREEK && script != SCRIPT_CYRILLIC &&
			 script != SCRIPT_COMMON)
			other = true;
	}
	return accented && other;
}

static unsigned problems_of_place(struct script_place place, struct span tld, bool single)
{
	unsigned problems = 0;

	if (is_hidden(place))
		problems |= SCRIPT_INVISIBLE;
	if (!(unicode_properties(place.point) & UNICODE_ASSIGNED))
		problems |= SCRIPT_UNASSIGNED;
	if (is_foreign(place.point) && place.point >= 0x80)
		problems |= SCRIPT_NOT_IDENTIFIER;
	if (script_dangerous_place(place, tld, single))
		problems |= SCRIPT_PATTERN;
	return problems;
}

unsigned script_problems(struct span label, struct span tld)
{
	enum restriction_level level = mixing_level(label);
	struct span rest = label;
	struct script_place place = {0};
	unsigned problems = 0;

	while (script_next_place(&rest, &place))
		problems |= problems_of_place(place, tld, level <= RESTRICTION_SINGLE_SCRIPT);
	if (level == RESTRICTION_ASCII_ONLY)
		return problems;
	if (level > RESTRICTION_HIGHLY || mixes_accents(label))
		problems |= SCRIPT_MIXED;
	if (level == RESTRICTION_SINGLE_SCRIPT && script_whole_confusable(label, tld))
		problems |= SCRIPT_WHOLE_CONFUSABLE;
	if (mixes_digits(label) || is_digit_disguise(label))
		problems |= SCRIPT_DIGITS;
	if (script_dangerous_label(label))
		problems |= SCRIPT_PATTERN;
	return problems;
}
