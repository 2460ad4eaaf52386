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
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
	       (byte >= 'A' && byte <= 'Z');
}

/* Most words: letters and digits of ASCII with ASCII on both sides. Otherwise *rest only loses the
 * ASCII in front that is part of no word. */
static bool next_ascii_word(struct span *rest, struct fold_word *word)
{
	size_t from = 0, to;

	while (from < rest->len && is_ascii(rest->ptr[from]) && !in_ascii_word(rest->ptr[from]))
		from++;
	*rest = span_slice(*rest, from, rest->len);
	for (to = 0; to < rest->len && in_ascii_word(rest->ptr[to]);)
		to++;
	if (to == 0 || (to < rest->len && !is_ascii(rest->ptr[to])))
		return false;
	*word = (struct fold_word){span_slice(*rest, 0, to), false};
	*rest = span_slice(*rest, to, rest->len);
	return true;
}

bool fold_next_word(struct span *rest, struct fold_word *word)
{
	struct span from, after;
	bool begun = false;

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
