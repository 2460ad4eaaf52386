#include "text/skeleton_extra.h"

#include <stddef.h>

/* Sorted by code point. Some sources are targets of confusables.txt (small capitals mostly), so
 * that everything that it maps to them goes on to the ASCII letter. */
static const struct skeleton_extra extras[] = {
    {0x00DF, "b", "ss"},  /* ß: drawn like a b, read as ss */
    {0x00F0, "d", ""},	  /* ð: a d with a stroke */
    {0x00FE, "b", "p"},	  /* þ: a bowl on a long stem */
    {0x0131, "i", "l"},	  /* ı: a dotless i; at small sizes as good as an l */
    {0x0138, "k", ""},	  /* ĸ: target of the Cyrillic and Greek k */
    {0x0142, "l", "t"},	  /* ł: the stroke makes an l look crossed */
    {0x014B, "n", ""},	  /* ŋ: an n with a tail */
    {0x0153, "oe", "ce"}, /* œ: the o is often drawn open */
    {0x0185, "b", ""},	  /* ƅ: target of the Cyrillic soft sign */
    {0x01DD, "e", ""},	  /* ǝ: an e upside down; target of the schwas */
    {0x021D, "3", ""},	  /* ȝ: target of several letters shaped like a 3 */
    {0x0237, "j", ""},	  /* ȷ: a dotless j */
    {0x0259, "e", ""},	  /* ə: a schwa */
    {0x025C, "3", ""},	  /* ɜ: target of the Cyrillic ze */
    {0x0262, "g", ""},	  /* ɢ: small capital, target of the Cyrillic komi sje */
    {0x0280, "r", ""},	  /* ʀ: small capital */
    {0x028D, "m", ""},	  /* ʍ: target of the Cyrillic em, whose capital is an M */
    {0x0292, "3", ""},	  /* ʒ: shaped like a 3 */
    {0x0299, "b", ""},	  /* ʙ: small capital, target of the Cyrillic ve, whose capital is a B */
    {0x029C, "h", ""},	  /* ʜ: small capital, target of the Cyrillic en, whose capital is an H */
    {0x029F, "l", ""},	  /* ʟ: small capital */
    {0x03B2, "b", ""},	  /* β: its capital is a B */
    {0x03B5, "e", ""},	  /* ε: its capital is an E */
    {0x03B6, "z", ""},	  /* ζ: its capital is a Z */
    {0x03B7, "h", "n"},	  /* η: its capital is an H, itself an n */
    {0x03B8, "o", ""},	  /* θ: a crossed zero */
    {0x03BA, "k", ""},	  /* κ: its capital is a K */
    {0x03BC, "m", "u"},	  /* μ: its capital is an M, itself a u */
    {0x03BD, "n", "v"},	  /* ν: its capital is an N, itself a v */
    {0x03C0, "n", ""},	  /* π: target of the Cyrillic pe */
    {0x03C5, "y", "u"},	  /* υ: its capital is a Y, itself a u */
    {0x03C7, "x", ""},	  /* χ: its capital is an X */
    {0x03C9, "w", ""},	  /* ω: shaped like a w */
    {0x0432, "b", ""},	  /* в: its capital is a B */
    {0x0433, "r", ""},	  /* г: shaped like an r */
    {0x0438, "n", ""},	  /* и: its capital is an N in a mirror */
    {0x043F, "n", ""},	  /* п: shaped like an n */
    {0x0448, "w", ""},	  /* ш: shaped like a w */
    {0x0449, "w", ""},	  /* щ: a w with a tail */
    {0x044A, "b", ""},	  /* ъ: a b with a serif */
    {0x044F, "r", ""},	  /* я: its capital is an R in a mirror */
    {0x0454, "e", ""},	  /* є: open e */
    {0x0491, "r", ""},	  /* ґ: an r with an upturn */
    {0x0493, "f", ""},	  /* ғ: a crossed r reads as an f */
    {0x04CF, "l", "i"},	  /* ӏ: confusables.txt knows only the i; the letter is a bare stem */
    {0x04E1, "3", ""},	  /* ӡ: shaped like a 3 */
    {0x0503, "d", ""},	  /* ԃ: a d with a hook */
    {0x056C, "l", ""},	  /* լ: a stem with a foot */
    {0x0573, "6", ""},	  /* ճ: shaped like a 6 */
    {0x0577, "2", ""},	  /* շ: shaped like a 2 */
    {0x0968, "2", ""},	  /* २: Devanagari 2 */
    {0x0969, "3", ""},	  /* ३: Devanagari 3 */
    {0x09E8, "2", ""},	  /* ২: Bengali 2 */
    {0x09EA, "8", ""},	  /* ৪: Bengali 4, shaped like an 8 */
    {0x09ED, "9", ""},	  /* ৭: Bengali 7, shaped like a 9 */
    {0x0A68, "2", ""},	  /* ੨: Gurmukhi 2 */
    {0x0A69, "3", ""},	  /* ੩: Gurmukhi 3 */
    {0x0A6A, "8", ""},	  /* ੪: Gurmukhi 4, shaped like an 8 */
    {0x0AE8, "2", ""},	  /* ૨: Gujarati 2 */
    {0x0AE9, "3", ""},	  /* ૩: Gujarati 3 */
    {0x0C68, "9", ""},	  /* ౨: Telugu 2, shaped like a 9 */
    {0x0CE8, "9", ""},	  /* ೨: Kannada 2, shaped like a 9 */
    {0x0D1F, "s", ""},	  /* ട: Malayalam tta, shaped like an s */
    {0x0E01, "n", ""},	  /* ก: Thai ko kai, an n */
    {0x0E17, "n", ""},	  /* ท: Thai tho thahan, an n with a loop */
    {0x0E19, "u", ""},	  /* น: Thai no nu, a u with loops */
    {0x0E1A, "u", ""},	  /* บ: Thai bo baimai, a u with a loop */
    {0x0E1E, "w", ""},	  /* พ: Thai pho phan, a w with loops */
    {0x0E23, "s", ""},	  /* ร: Thai ro rua, an s */
    {0x1004, "c", ""},	  /* င: Myanmar nga, a c */
    {0x10D5, "3", ""},	  /* ვ: Georgian vin, shaped like a 3 */
    {0x10D9, "3", ""},	  /* კ: Georgian kan, shaped like a 3 */
    {0x10EB, "d", ""},	  /* ძ: Georgian jil, a d */
    {0x10EE, "b", ""},	  /* ხ: Georgian khan, a b */
    {0x1D0E, "n", ""},	  /* ᴎ: target of the Cyrillic i */
    {0x1D19, "r", ""},	  /* ᴙ: target of the Cyrillic ya */
    {0x1D1B, "t", ""},	  /* ᴛ: small capital, target of the Cyrillic and Greek t */
    {0x30FC, "-", ""},	  /* ー: prolonged sound mark, a dash */
    {0x4E00, "-", ""},	  /* 一: Han one, a dash (confusables.txt stops at the sound mark) */
    {0x4E01, "t", ""},	  /* 丁: Han, a T */
    {0x4E03, "t", ""},	  /* 七: Han seven, a t leaning */
    {0x4E05, "t", ""},	  /* 丅: Han, a T */
    {0x4E29, "4", ""},	  /* 丩: Han, shaped like a 4 */
    {0x4E2B, "y", ""},	  /* 丫: Han, a Y */
    {0x4E42, "x", ""},	  /* 乂: Han, an X */
    {0xA793, "e", ""},	  /* ꞓ: target of the open e */
};

const struct skeleton_extra *skeleton_extra_of(uint32_t point)
{
	size_t low = 0, high = sizeof(extras) / sizeof(*extras);

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (extras[middle].point == point)
			return &extras[middle];
		if (extras[middle].point < point)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}
