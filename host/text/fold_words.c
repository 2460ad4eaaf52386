#include "text/fold.h"

#include "text/fold_class.h"
#include "text/skeleton.h"
#include "text/unicode.h"
#include "text/utf8.h"

#define BEYOND_4(byte) \
	[(byte)] = BEYOND, [(byte) + 1] = BEYOND, [(byte) + 2] = BEYOND, [(byte) + 3] = BEYOND
#define BEYOND_16(byte) \
	BEYOND_4(byte), BEYOND_4((byte) + 4), BEYOND_4((byte) + 8), BEYOND_4((byte) + 12)

/* What a byte is, by a table, since every byte of every mail is asked about. */
enum kind { BLANK, WORD, BEYOND }; /* no letter or digit of ASCII; one; no ASCII */

static enum kind kind_of(char byte)
{
	static const unsigned char kinds[256] = {
	    ['0'] = WORD,    ['1'] = WORD,    ['2'] = WORD,    ['3'] = WORD,	['4'] = WORD,
	    ['5'] = WORD,    ['6'] = WORD,    ['7'] = WORD,    ['8'] = WORD,	['9'] = WORD,
	    ['A'] = WORD,    ['B'] = WORD,    ['C'] = WORD,    ['D'] = WORD,	['E'] = WORD,
	    ['F'] = WORD,    ['G'] = WORD,    ['H'] = WORD,    ['I'] = WORD,	['J'] = WORD,
	    ['K'] = WORD,    ['L'] = WORD,    ['M'] = WORD,    ['N'] = WORD,	['O'] = WORD,
	    ['P'] = WORD,    ['Q'] = WORD,    ['R'] = WORD,    ['S'] = WORD,	['T'] = WORD,
	    ['U'] = WORD,    ['V'] = WORD,    ['W'] = WORD,    ['X'] = WORD,	['Y'] = WORD,
	    ['Z'] = WORD,    ['a'] = WORD,    ['b'] = WORD,    ['c'] = WORD,	['d'] = WORD,
	    ['e'] = WORD,    ['f'] = WORD,    ['g'] = WORD,    ['h'] = WORD,	['i'] = WORD,
	    ['j'] = WORD,    ['k'] = WORD,    ['l'] = WORD,    ['m'] = WORD,	['n'] = WORD,
	    ['o'] = WORD,    ['p'] = WORD,    ['q'] = WORD,    ['r'] = WORD,	['s'] = WORD,
	    ['t'] = WORD,    ['u'] = WORD,    ['v'] = WORD,    ['w'] = WORD,	['x'] = WORD,
	    ['y'] = WORD,    ['z'] = WORD,    BEYOND_16(0x80), BEYOND_16(0x90), BEYOND_16(0xA0),
	    BEYOND_16(0xB0), BEYOND_16(0xC0), BEYOND_16(0xD0), BEYOND_16(0xE0), BEYOND_16(0xF0),
	};

	return kinds[(unsigned char)byte];
}

struct span fold_squash(struct arena *arena, struct span folded)
{
	struct builder b = {.arena = arena};
	size_t plain = 0;

	while (plain < folded.len && kind_of(folded.ptr[plain]) == WORD)
		plain++;
	if (plain == folded.len) /* most words */
		return arena_copy(arena, folded);
	while (folded.len > 0) {
		uint32_t point = utf8_next(&folded);

		if (fold_in_word(point) && point != FOLD_PROLONGED)
			builder_point(&b, point);
	}
	return builder_span(&b);
}

struct span fold_key(struct arena *arena, struct span folded)
{
	return skeleton_of(arena, fold_squash(arena, folded));
}

/* Most words: letters and digits of ASCII with ASCII on both sides. Otherwise *rest only loses the
 * ASCII in front that is part of no word. */
static bool next_ascii_word(struct span *rest, struct fold_word *word)
{
	const char *from = rest->ptr, *end = rest->ptr + rest->len, *to;

	while (from < end && kind_of(*from) == BLANK)
		from++;
	for (to = from; to < end && kind_of(*to) == WORD;)
		to++;
	*rest = (struct span){from, (size_t)(end - from)};
	if (to == from || (to < end && kind_of(*to) == BEYOND))
		return false;
	*word = (struct fold_word){.text = {from, (size_t)(to - from)}, .ascii = true};
	*rest = (struct span){to, (size_t)(end - to)};
	return true;
}

bool fold_next_word(struct span *rest, struct fold_word *word)
{
	struct span from, after;
	bool begun = false;

	if (rest->len == 0)
		return false;
	if (next_ascii_word(rest, word))
		return true;
	from = after = *rest;
	while (after.len > 0) {
		struct span next = after;
		uint32_t point = utf8_next(&next);
		enum fold_class class = fold_class(point);

		if (begun && class != CLASS_MARK && class != (word->cjk ? CLASS_CJK : CLASS_SPACED))
			break;
		if (class != CLASS_OUTSIDE && !begun) {
			begun = true;
			word->cjk = class == CLASS_MARK ? fold_is_cjk(point) : class == CLASS_CJK;
			from = after;
		}
		after = next;
	}
	*rest = after;
	word->text = span_slice(from, 0, from.len - after.len);
	word->ascii = utf8_is_ascii(word->text);
	return begun;
}
