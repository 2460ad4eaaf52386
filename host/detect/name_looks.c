#include "detect/name_looks.h"

#include "text/utf8.h"

struct look {
	uint32_t point, like;
};

/* Sorted. Small katakana of Ainu beside ordinary ones (U+31F0 to U+31FF), and characters of old texts. */
static const struct look RARE[] = {
    {0x31F0, 0x30AF}, /* ㇰ ク */
    {0x31F1, 0x30B7}, /* ㇱ シ */
    {0x31F2, 0x30B9}, /* ㇲ ス */
    {0x31F3, 0x30C8}, /* ㇳ ト */
    {0x31F4, 0x30CC}, /* ㇴ ヌ */
    {0x31F5, 0x30CF}, /* ㇵ ハ */
    {0x31F6, 0x30D2}, /* ㇶ ヒ */
    {0x31F7, 0x30D5}, /* ㇷ フ */
    {0x31F8, 0x30D8}, /* ㇸ ヘ */
    {0x31F9, 0x30DB}, /* ㇹ ホ */
    {0x31FA, 0x30E0}, /* ㇺ ム */
    {0x31FB, 0x30E9}, /* ㇻ ラ */
    {0x31FC, 0x30EA}, /* ㇼ リ */
    {0x31FD, 0x30EB}, /* ㇽ ル */
    {0x31FE, 0x30EC}, /* ㇾ レ */
    {0x31FF, 0x30ED}, /* ㇿ ロ */
    {0x4E3C, 0x4E95}, /* 丼 井: a bowl, in no bank's name */
    {0x592D, 0x5929}, /* 夭 天 */
    {0x66F0, 0x65E5}, /* 曰 日 */
    {0x6BCB, 0x6BCD}, /* 毋 母 */
};

/* Both in use. Each line both ways. */
static const struct look COMMON[] = {
    {0x30BD, 0x30F3}, /* ソ ン */
    {0x30B7, 0x30C4}, /* シ ツ */
    {0x30B8, 0x30C5}, /* ジ ヅ */
    {0x30AF, 0x30B1}, /* ク ケ */
    {0x30E9, 0x30F2}, /* ラ ヲ */
    {0x30BB, 0x30E4}, /* セ ヤ */
    {0x30E6, 0x30B3}, /* ユ コ */
    {0x30DE, 0x30E0}, /* マ ム */
    {0x30EA, 0x30BD}, /* リ ソ */
    {0x5343, 0x5E72}, /* 千 干 */
    {0x672A, 0x672B}, /* 未 末 */
    {0x5927, 0x72AC}, /* 大 犬 */
    {0x4EBA, 0x5165}, /* 人 入 */
    {0x672C, 0x6728}, /* 本 木 */
    {0x6771, 0x675F}, /* 東 束 */
    {0x53CB, 0x53CD}, /* 友 反 */
    {0x4F4F, 0x5F80}, /* 住 往 */
    {0x697D, 0x85AC}, /* 楽 薬 */
    {0x7530, 0x7531}, /* 田 由 */
};

static bool is_katakana(uint32_t point)
{
	return point >= 0x30A1 && point <= 0x30FC;
}

/* Han characters that are read as the katakana カ エ オ タ チ ト ニ ハ ヒ ロ ミ ノ レ メ among such. */
static bool passes_for_katakana(uint32_t point)
{
	static const uint32_t ALIKE[] = {0x529B, 0x5DE5, 0x624D, 0x5915, 0x5343, 0x535C, 0x4E8C,
					 0x516B, 0x5315, 0x53E3, 0x4E09, 0x4E3F, 0x4E5A, 0x4E42};

	for (size_t i = 0; i < sizeof(ALIKE) / sizeof(ALIKE[0]); i++)
		if (ALIKE[i] == point)
			return true;
	return false;
}

static uint32_t rare_like(uint32_t point)
{
	for (size_t i = 0; i < sizeof(RARE) / sizeof(RARE[0]); i++)
		if (RARE[i].point == point)
			return RARE[i].like;
	return point;
}

static uint32_t peek(struct span rest)
{
	return rest.len ? utf8_next(&rest) : 0;
}

struct span name_looks_plain(struct arena *arena, struct span folded, bool *changed)
{
	struct builder out = {.arena = arena};
	struct span rest = folded;
	uint32_t before = 0;

	*changed = false;
	if (utf8_is_ascii(folded))
		return folded;
	while (rest.len) {
		uint32_t point = utf8_next(&rest), like = rare_like(point), next = peek(rest);

		/* Han one among katakana, a prolonged sound mark to the eye: カ一ド. */
		if (point == 0x4E00 &&
		    ((is_katakana(before) && (is_katakana(next) || rest.len == 0)) ||
		     (passes_for_katakana(before) && is_katakana(next))))
			like = 0x30FC;
		before = point;
		*changed |= like != point || point == 0x3099 || point == 0x309A;
		/* After NFC a voicing mark stands only where no letter takes it. */
		if (point != 0x3099 && point != 0x309A)
			builder_point(&out, like);
	}
	return builder_span(&out);
}

static bool is_letter(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

struct span name_looks_symbols(struct arena *arena, struct span folded)
{
	static const struct look SYMBOLS[] = {
	    {'@', 'a'}, {'$', 's'}, {'!', 'i'}, {'|', 'l'}, {0x00A3, 'l'}, {0x20AC, 'e'},
	};
	struct builder out = {.arena = arena};
	struct span rest = folded;
	bool changed = false;
	char before = ' ';

	while (rest.len) {
		uint32_t point = utf8_next(&rest), like = point;
		bool beside = is_letter(before) || (before == ' ' && rest.len > 0);

		for (size_t i = 0; i < sizeof(SYMBOLS) / sizeof(SYMBOLS[0]); i++)
			if (SYMBOLS[i].point == point && beside && rest.len > 0 &&
			    is_letter(rest.ptr[0]))
				like = SYMBOLS[i].like;
		changed |= like != point;
		before = like < 0x80 ? (char)like : '-';
		builder_point(&out, like);
	}
	return changed ? builder_span(&out) : (struct span){0};
}

static bool is_ascii_letter(char byte)
{
	return is_letter(byte) || (byte >= 'A' && byte <= 'Z');
}

struct span name_looks_capitals(struct arena *arena, struct span written)
{
	struct builder out = {.arena = arena};
	bool changed = false;

	for (size_t i = 0; i < written.len; i++) {
		char byte = written.ptr[i], before = i ? written.ptr[i - 1] : ' ';
		char next = i + 1 < written.len ? written.ptr[i + 1] : ' ';

		if (byte == 'I' && is_letter(before) && !(next >= 'A' && next <= 'Z'))
			byte = 'l';
		else if (byte == 'l' && !is_ascii_letter(before) && !(before & 0x80) &&
			 is_ascii_letter(next))
			byte = 'I';
		changed |= byte != written.ptr[i];
		builder_byte(&out, byte);
	}
	return changed ? builder_span(&out) : (struct span){0};
}

struct span name_looks_halves(struct arena *arena, struct span folded)
{
	static const struct {
		struct span halves, whole;
	} PAIRS[] = {
	    {SPAN("ノレ"), SPAN("ル")}, {SPAN("言正"), SPAN("証")}, {SPAN("金艮"), SPAN("銀")},
	    {SPAN("イ主"), SPAN("住")}, {SPAN("イ呆"), SPAN("保")}, {SPAN("ネ土"), SPAN("社")},
	    {SPAN("木黄"), SPAN("横")}, {SPAN("禾兑"), SPAN("税")}, {SPAN("糸内"), SPAN("納")},
	    {SPAN("車云"), SPAN("転")}, {SPAN("氵毎"), SPAN("海")},
	};
	struct builder out = {.arena = arena};
	bool changed = false;

	if (utf8_is_ascii(folded))
		return (struct span){0};
	while (folded.len) {
		struct span before = folded;
		size_t i = 0;

		while (i < sizeof(PAIRS) / sizeof(PAIRS[0]) &&
		       !span_starts(folded, PAIRS[i].halves))
			i++;
		if (i < sizeof(PAIRS) / sizeof(PAIRS[0])) {
			builder_add(&out, PAIRS[i].whole);
			folded = span_slice(folded, PAIRS[i].halves.len, folded.len);
			changed = true;
			continue;
		}
		utf8_next(&folded);
		builder_add(&out, span_slice(before, 0, before.len - folded.len));
	}
	return changed ? builder_span(&out) : (struct span){0};
}

/* Old forms of Japan, and of Taiwan and Hong Kong, of characters in names of companies and offices. */
static const struct look OLD[] = {
    {0x6A02, 0x697D}, /* 樂 楽 */ {0x7A05, 0x7A0E}, /* 稅 税 */ {0x8B49, 0x8A3C}, /* 證 証 */
    {0x570B, 0x56FD}, /* 國 国 */ {0x7D93, 0x7D4C}, /* 經 経 */ {0x6FDF, 0x6E08}, /* 濟 済 */
    {0x9435, 0x9244}, /* 鐵 鉄 */ {0x9A5B, 0x99C5}, /* 驛 駅 */ {0x5EF3, 0x5E81}, /* 廳 庁 */
    {0x7E23, 0x770C}, /* 縣 県 */ {0x5EE3, 0x5E83}, /* 廣 広 */ {0x6FA4, 0x6CA2}, /* 澤 沢 */
    {0x6703, 0x4F1A}, /* 會 会 */ {0x7E3D, 0x7DCF}, /* 總 総 */ {0x5718, 0x56E3}, /* 團 団 */
    {0x95DC, 0x95A2}, /* 關 関 */ {0x52F5, 0x52B1}, /* 勵 励 */ {0x6C23, 0x6C17}, /* 氣 気 */
    {0x767C, 0x767A}, /* 發 発 */ {0x8CE3, 0x58F2}, /* 賣 売 */ {0x8B80, 0x8AAD}, /* 讀 読 */
    {0x5BF6, 0x5B9D}, /* 寶 宝 */ {0x8F49, 0x8EE2}, /* 轉 転 */ {0x6FF1, 0x6D5C}, /* 濱 浜 */
    {0x6A6B, 0x6A2A}, /* 橫 横 */ {0x975C, 0x9759}, /* 靜 静 */ {0x61C9, 0x5FDC}, /* 應 応 */
    {0x91AB, 0x533B}, /* 醫 医 */ {0x85E5, 0x85AC}, /* 藥 薬 */ {0x96AA, 0x967A}, /* 險 険 */
    {0x5BE6, 0x5B9F}, /* 實 実 */ {0x5C08, 0x5C02}, /* 專 専 */ {0x71DF, 0x55B6}, /* 營 営 */
    {0x50B3, 0x4F1D}, /* 傳 伝 */ {0x5B78, 0x5B66},				  /* 學 学 */
    {0x7063, 0x6E7E}, /* 灣 湾 */ {0x865F, 0x53F7}, /* 號 号 */ {0x4F86, 0x6765}, /* 來 来 */
    {0x5713, 0x5186}, /* 圓 円 */ {0x7A31, 0x79F0},				  /* 稱 称 */
};

/* ヵ カ, ァ ア: small kana for the full ones. */
static uint32_t large_kana(uint32_t point)
{
	switch (point) {
	case 0x30F5:
		return 0x30AB; /* ヵ カ */
	case 0x30F6:
		return 0x30B1; /* ヶ ケ */
	case 0x30C3:	       /* ッ ツ */
	case 0x30E3:
	case 0x30E5:
	case 0x30E7: /* ャ ュ ョ */
	case 0x30EE: /* ヮ */
		return point + 1;
	default:
		return point >= 0x30A1 && point <= 0x30A9 && point % 2 ? point + 1 : point;
	}
}

static uint32_t old_like(uint32_t point)
{
	for (size_t i = 0; i < sizeof(OLD) / sizeof(OLD[0]); i++)
		if (OLD[i].point == point)
			return OLD[i].like;
	return point;
}

/* Hiragana as katakana. */
static uint32_t katakana_of(uint32_t point)
{
	return point >= 0x3041 && point <= 0x3096 ? point + 0x60 : point;
}

static struct span each_point(struct arena *arena, struct span folded, uint32_t (*like)(uint32_t))
{
	struct builder out = {.arena = arena};
	bool changed = false;

	if (utf8_is_ascii(folded))
		return (struct span){0};
	while (folded.len) {
		uint32_t point = utf8_next(&folded), other = like(point);

		changed |= other != point;
		builder_point(&out, other);
	}
	return changed ? builder_span(&out) : (struct span){0};
}

struct span name_looks_small(struct arena *arena, struct span folded)
{
	return each_point(arena, folded, large_kana);
}

struct span name_looks_old(struct arena *arena, struct span folded)
{
	return each_point(arena, folded, old_like);
}

struct span name_looks_hiragana(struct arena *arena, struct span folded)
{
	return each_point(arena, folded, katakana_of);
}

uint32_t name_looks_other(uint32_t point)
{
	for (size_t i = 0; i < sizeof(COMMON) / sizeof(COMMON[0]); i++) {
		if (COMMON[i].point == point)
			return COMMON[i].like;
		if (COMMON[i].like == point)
			return COMMON[i].point;
	}
	return 0;
}
