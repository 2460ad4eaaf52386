#include "text/fold.h"

#include "text/fold_class.h"
#include "text/skeleton.h"
#include "text/unicode.h"
#include "text/utf8.h"

struct span fold_squash(struct arena *arena, struct span folded)
{
	struct builder b = {.arena = arena};

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

static bool is_ascii(char byte)
{
	return !((unsigned char)byte & 0x80);
}

static bool in_ascii_word(char byte)
{
	unsigned letter = ((unsigned char)byte | 0x20U) - 'a';
	unsigned digit = (unsigned char)byte - (unsigned)'0';

	return letter < 26 || digit < 10;
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
	*word = (struct fold_word){{from, (size_t)(to - from)}, false};
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
	return begun;
}
