#include "text/fold.h"

#include "text/fold_class.h"
#include "text/skeleton.h"
#include "text/unicode.h"
#include "text/utf8.h"

enum { PROLONGED_SOUND_MARK = 0x30FC };

struct span fold_squash(struct arena *arena, struct span folded)
{
	struct builder b = {.arena = arena};

	while (folded.len > 0) {
		uint32_t point = utf8_next(&folded);

		if (fold_in_word(point) && point != PROLONGED_SOUND_MARK)
			builder_point(&b, point);
	}
	return builder_span(&b);
}

struct span fold_key(struct arena *arena, struct span folded)
{
	return skeleton_of(arena, fold_squash(arena, folded));
}

bool fold_next_word(struct span *rest, struct fold_word *word)
{
	struct span from = *rest, after = from;
	bool begun = false;

	while (after.len > 0) {
		struct span next = after;
		uint32_t point = utf8_next(&next);
		bool inside = fold_in_word(point), mark = unicode_properties(point) & UNICODE_MARK;

		if (begun && (!inside || (!mark && fold_is_cjk(point) != word->cjk)))
			break;
		if (inside && !begun) {
			begun = true;
			word->cjk = fold_is_cjk(point);
			from = after;
		}
		after = next;
	}
	*rest = after;
	word->text = span_slice(from, 0, from.len - after.len);
	return begun;
}
