#include "text/fold.h"

#include "text/fold_class.h"
#include "text/skeleton.h"
#include "text/unicode.h"
#include "text/utf8.h"

static bool is_ascii(char byte)
{
	return !((unsigned char)byte & 0x80);
}

/* Letters and digits of ASCII; a table, since every byte of every mail is asked about. */
static bool in_ascii_word(char byte)
{
	static const bool in_word[256] = {
	    ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1, ['7'] = 1,
	    ['8'] = 1, ['9'] = 1, ['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1, ['F'] = 1,
	    ['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1, ['K'] = 1, ['L'] = 1, ['M'] = 1, ['N'] = 1,
	    ['O'] = 1, ['P'] = 1, ['Q'] = 1, ['R'] = 1, ['S'] = 1, ['T'] = 1, ['U'] = 1, ['V'] = 1,
	    ['W'] = 1, ['X'] = 1, ['Y'] = 1, ['Z'] = 1, ['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1,
	    ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1, ['i'] = 1, ['j'] = 1, ['k'] = 1, ['l'] = 1,
	    ['m'] = 1, ['n'] = 1, ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1, ['t'] = 1,
	    ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1,
	};

	return in_word[(unsigned char)byte];
}

struct span fold_squash(struct arena *arena, struct span folded)
{
	struct builder b = {.arena = arena};
	size_t plain = 0;

	while (plain < folded.len && in_ascii_word(folded.ptr[plain]))
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

	while (from < end && is_ascii(*from) && !in_ascii_word(*from))
		from++;
	for (to = from; to < end && in_ascii_word(*to);)
		to++;
	*rest = (struct span){from, (size_t)(end - from)};
	if (to == from || (to < end && !is_ascii(*to)))
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
