#include "text/script_check.h"
#include "text/unicode_tables.h"
#include "text/utf8.h"

enum { SOUND_MARK = 0x30FC, MIDDLE_DOT = 0xB7, KATAKANA_DOT = 0x30FB };

static bool has(uint32_t point, unsigned script)
{
	return script_set_has(unicode_script_extensions(point), script);
}

static bool is_japanese(uint32_t point)
{
	return has(point, SCRIPT_HAN) || has(point, SCRIPT_HIRAGANA) || has(point, SCRIPT_KATAKANA);
}

/* A letter or digit that CJK text does not use by itself. */
static bool is_other_word(uint32_t point)
{
	return (unicode_properties(point) & (UNICODE_LETTER | UNICODE_DIGIT)) &&
	       !script_is_cjk(point);
}

static bool is_one_of(uint32_t point, const uint16_t *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == point)
			return true;
	return false;
}

#define IS_ONE_OF(point, ...)                             \
	is_one_of(point, (const uint16_t[]){__VA_ARGS__}, \
		  sizeof((const uint16_t[]){__VA_ARGS__}) / sizeof(uint16_t))

/* Between two characters that are not Japanese: ノ ン ソ ゾ 丶 乀 乁 丿, drawn like a slash. */
static bool is_slash(struct script_place p)
{
	return IS_ONE_OF(p.point, 0x30CE, 0x30F3, 0x30BD, 0x30BE, 0x4E36, 0x4E40, 0x4E41, 0x4E3F) &&
	       p.before && p.after && !is_japanese(p.before) && !is_japanese(p.after);
}

/* ー like a hyphen at the start or after a letter that is not East Asian, ヽ ヾ without the
 * katakana that they repeat, ・ beside a to z like a full stop. */
static bool is_stray_kana(struct script_place p)
{
	if (p.point == SOUND_MARK)
		return p.before == 0 || !is_japanese(p.before);
	if (p.point == 0x30FD || p.point == 0x30FE)
		return !has(p.before, SCRIPT_KATAKANA);
	return p.point == KATAKANA_DOT &&
	       ((p.before >= 'a' && p.before <= 'z') || (p.after >= 'a' && p.after <= 'z'));
}

/* Strokes and letters like T, L, I, a hyphen or a quotation mark, of which words are hardly ever
 * made: ㄧ 丨 乛 丅 ㄒ ㄚ ㄟ ㄨ ㄩ ㄈ ㆺ ㆳ ㆲ 讠 丶 亅 亠 冖 宀 巛, beside letters that are not
 * East Asian. */
static bool is_rare_stroke(struct script_place p)
{
	return IS_ONE_OF(p.point, 0x3127, 0x4E28, 0x4E5B, 0x4E05, 0x3112, 0x311A, 0x311F, 0x3128,
			 0x3129, 0x3108, 0x31BA, 0x31B3, 0x31B2, 0x8BA0, 0x4E36, 0x4E85, 0x4EA0,
			 0x5196, 0x5B80, 0x5DDB) &&
	       (is_other_word(p.before) || is_other_word(p.after));
}

/* A mark that the letter before it never carries: Latin marks on other scripts, marks that vanish
 * in the letter (i j l ı with a dot above, ı with anything), a lone voicing mark, the same mark
 * twice. */
static bool is_stray_mark(struct script_place p)
{
	unsigned script = unicode_script(p.before);

	if (!(unicode_properties(p.point) & UNICODE_MARK))
		return false;
	if (p.before == 0 || p.before == '-' || p.point == 0x3099 || p.point == 0x309A)
		return true;
	if (p.point == p.before && (unicode_properties(p.point) & UNICODE_NONSPACING_MARK))
		return true;
	if (p.before == 0x131 || (p.point == 0x307 && IS_ONE_OF(p.before, 'i', 'j', 'l')))
		return true;
	return p.point >= 0x300 && p.point <= 0x339 && script != SCRIPT_LATIN &&
	       script != SCRIPT_GREEK && script != SCRIPT_CYRILLIC && script != SCRIPT_INHERITED;
}

/* Letters of one country's alphabet that elsewhere pass for b or p, d and e; and Catalan's middle
 * dot. */
static bool is_out_of_place(struct script_place p, struct span tld)
{
	bool alone = p.before == 0 && p.after == 0;

	switch (p.point) {
	case 0xFE: /* þ */
	case 0xF0: /* ð */
		return !alone && !span_equal(tld, SPAN("is")) && !span_equal(tld, SPAN("fo"));
	case 0x259: /* ə */
		return !alone && !span_equal(tld, SPAN("az"));
	case MIDDLE_DOT:
		return p.before != 'l' || p.after != 'l' || !span_equal(tld, SPAN("cat"));
	default:
		return false;
	}
}

bool script_dangerous_place(struct script_place place, struct span tld, bool single)
{
	if (is_stray_mark(place) || is_out_of_place(place, tld) || is_stray_kana(place))
		return true;
	return !single && (is_slash(place) || is_rare_stroke(place));
}

/* 一 七 十 〇 工 丁 二: everyday characters, and yet like a hyphen, t, T, o, I where they stand
 * alone. */
static bool is_common_stroke(uint32_t point)
{
	return IS_ONE_OF(point, 0x4E00, 0x4E03, 0x5341, 0x3007, 0x5DE5, 0x4E01, 0x4E8C, SOUND_MARK);
}

/* A run of East Asian characters in which all are such strokes, next to letters that are none. */
static bool has_lone_strokes(struct span label)
{
	struct script_place place = {0};
	bool only_strokes = true, beside = false;

	while (script_next_place(&label, &place)) {
		if (!script_is_cjk(place.point))
			continue;
		if (!script_is_cjk(place.before)) {
			only_strokes = true;
			beside = place.before != 0 &&
				 (unicode_properties(place.before) & UNICODE_LETTER);
		}
		only_strokes = only_strokes && is_common_stroke(place.point);
		if (script_is_cjk(place.after))
			continue;
		beside = beside ||
			 (place.after != 0 && (unicode_properties(place.after) & UNICODE_LETTER));
		if (only_strokes && beside)
			return true;
	}
	return false;
}

/* へ べ ぺ look the same in both kana: one of them where all other kana are of the other kind. */
static bool has_kana_of_the_other_kind(struct span label)
{
	bool hiragana = false, katakana = false, hiragana_he = false, katakana_he = false;

	while (label.len > 0) {
		uint32_t point = utf8_next(&label);

		if (point >= 0x3078 && point <= 0x307A)
			hiragana_he = true;
		else if (point >= 0x30D8 && point <= 0x30DA)
			katakana_he = true;
		else if (unicode_script(point) == SCRIPT_HIRAGANA)
			hiragana = true;
		else if (unicode_script(point) == SCRIPT_KATAKANA)
			katakana = true;
	}
	return (hiragana_he && katakana && !hiragana) || (katakana_he && hiragana && !katakana) ||
	       (hiragana_he && katakana_he && !(hiragana && katakana));
}

bool script_dangerous_label(struct span label)
{
	return has_lone_strokes(label) || has_kana_of_the_other_kind(label);
}
