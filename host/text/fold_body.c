#include "text/fold.h"

#include "text/fold_class.h"
#include "text/normalize.h"
#include "text/unicode.h"
#include "text/utf8.h"

enum gap { GAP_NONE, GAP_BLANK, GAP_LINE };

static enum gap gap_of(uint32_t point, unsigned properties)
{
	if (point == 0x2800)
		return GAP_BLANK; /* blank Braille pattern: no ink, but wide */
	if (!(properties & UNICODE_SPACE))
		return GAP_NONE;
	return (point >= 0x0A && point <= 0x0D) || point == 0x85 || point == 0x2028 ||
		       point == 0x2029
		   ? GAP_LINE
		   : GAP_BLANK;
}

static void add_gap(struct builder *b, enum gap gap, uint32_t before, uint32_t after)
{
	if (b->len == 0 || gap == GAP_NONE)
		return;
	if (gap == GAP_LINE)
		builder_byte(b, '\n');
	else if (!fold_is_japanese(before) || !fold_is_japanese(after))
		builder_byte(b, ' ');
}

struct span fold_body(struct arena *arena, struct span raw)
{
	struct span rest = normalize_nfkc_fold(arena, raw);
	struct builder b = {.arena = arena};
	enum gap gap = GAP_NONE;
	uint32_t before = 0;

	while (rest.len > 0) {
		uint32_t point = utf8_next(&rest);
		unsigned properties = unicode_properties(point);
		enum gap here = gap_of(point, properties);

		if (here > gap)
			gap = here;
		if (here != GAP_NONE || (properties & (UNICODE_INVISIBLE | UNICODE_CONTROL)))
			continue;
		add_gap(&b, gap, before, point);
		builder_point(&b, point);
		before = point;
		gap = GAP_NONE;
	}
	return builder_span(&b);
}
