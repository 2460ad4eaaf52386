#include "text/fold_strip.h"

#include "text/fold.h"
#include "text/fold_class.h"
#include "text/fold_order.h"
#include "text/unicode_tables.h"
#include "text/utf8.h"

enum { FLAG_A = 0x1F1E6, FLAG_Z = 0x1F1FF, KEYCAP = 0x20E3 };

struct stripper {
	uint32_t *points; /* what remains */
	uint8_t *levels;  /* of each */
	size_t count;
	uint32_t base;	     /* the last point kept that is no mark; 0 at the start */
	bool right_to_left;  /* there is a letter that is written so */
	bool spelt_in_flags; /* in a run of three regional indicators or more */
	struct fold_order order;
	unsigned tricks;
};

static bool between(uint32_t point, uint32_t first, uint32_t last)
{
	return point >= first && point <= last;
}

static void keep(struct stripper *s, uint32_t point)
{
	s->points[s->count] = point;
	s->levels[s->count++] = fold_order_level(&s->order);
	if (!(unicode_properties(point) & UNICODE_MARK))
		s->base = point;
}

/* A letter of a script that is written plainly, one character after the other. */
static bool is_plain_letter(uint32_t point)
{
	return point != 0 && (unicode_sheds_marks(point) ||
			      (fold_is_cjk(point) && (unicode_properties(point) & UNICODE_LETTER)));
}

/* Scripts whose letters change their shape need joiners and selectors. */
static bool is_shaped_letter(uint32_t point)
{
	return (unicode_properties(point) & UNICODE_LETTER) && !is_plain_letter(point);
}

static bool is_honest_invisible(const struct stripper *s, uint32_t point)
{
	bool emoji = unicode_properties(s->base) & UNICODE_EMOJI;

	if (point == 0xAD)
		return true;
	if (between(point, 0xFE00, 0xFE0F) || between(point, 0xE0100, 0xE01EF))
		return s->base != 0 &&
		       (!is_plain_letter(s->base) || unicode_script(s->base) == SCRIPT_HAN ||
			(unicode_properties(s->base) & UNICODE_DIGIT));
	if (between(point, 0xE0020, 0xE007F))
		return emoji;
	if (point == 0x200D && emoji)
		return true;
	return (between(point, 0x200C, 0x200D) || between(point, 0x180B, 0x180F)) &&
	       is_shaped_letter(s->base);
}

static void strip_invisible(struct stripper *s, uint32_t point)
{
	bool filler =
	    point == 0x2800 || point == 0x3164 || point == 0xFFA0 || between(point, 0x115F, 0x1160);

	if (!is_honest_invisible(s, point))
		s->tricks |= FOLD_INVISIBLE;
	if (filler) /* without ink, yet as wide as a letter */
		keep(s, ' ');
}

/* And the colours that it begins. */
static void strip_control(struct stripper *s, uint32_t point, struct span *rest)
{
	s->tricks |= FOLD_INVISIBLE;
	*rest = fold_behind_colours(point, *rest);
}

static void strip_bidi(struct stripper *s, uint32_t point)
{
	bool mark = point == 0x200E || point == 0x200F || point == 0x061C;

	fold_order_control(&s->order, point);
	if (!mark || !s->right_to_left)
		s->tricks |= FOLD_BIDI;
}

static void strip_mark(struct stripper *s, uint32_t point)
{
	if (between(point, 0x302A, 0x302F) || between(point, 0x3099, 0x309A)) {
		keep(s, point);
		return;
	}
	if (is_plain_letter(s->base)) {
		bool keycap = point == KEYCAP && (unicode_properties(s->base) & UNICODE_DIGIT);

		s->tricks |= keycap ? 0 : FOLD_COMBINING;
		return;
	}
	if (is_shaped_letter(s->base))
		keep(s, point);
}

/* Whether the regional indicator at the start of `text` begins a run of three or more: two are a
 * flag. */
static bool spells(struct span text)
{
	size_t run = 0;

	while (text.len > 0 && run < 3) {
		uint32_t point = utf8_next(&text);

		if (between(point, FLAG_A, FLAG_Z))
			run++;
		else if (!(unicode_properties(point) & UNICODE_INVISIBLE))
			break;
	}
	return run == 3;
}

/* Letters, symbols, blanks: all that has ink or width. `text` begins with `point`. */
static void strip_visible(struct stripper *s, uint32_t point, struct span text)
{
	bool flag = between(point, FLAG_A, FLAG_Z);
	uint32_t plain = fold_styled(point);

	if (flag && !between(s->base, FLAG_A, FLAG_Z) && !s->spelt_in_flags)
		s->spelt_in_flags = spells(text);
	s->spelt_in_flags = s->spelt_in_flags && flag;
	if (s->spelt_in_flags)
		plain = 'a' + (point - FLAG_A);
	if (plain) {
		s->tricks |= FOLD_STYLED;
		keep(s, plain);
	} else if (point == 0xA9 || point == 0xAE || point == 0x2120 || point == 0x2122) {
		keep(s, ' '); /* © ® ℠ ™ */
	} else {
		keep(s, point);
	}
}

/* Takes the first point off *text and treats it. */
static void strip_next(struct stripper *s, struct span *text)
{
	struct span from = *text;
	uint32_t point = utf8_next(text);
	unsigned properties = unicode_properties(point);

	if (properties & UNICODE_SPACE)
		keep(s, ' ');
	else if (properties & UNICODE_CONTROL)
		strip_control(s, point, text);
	else if (properties & UNICODE_BIDI_CONTROL)
		strip_bidi(s, point);
	else if (properties & UNICODE_INVISIBLE)
		strip_invisible(s, point);
	else if (properties & UNICODE_MARK)
		strip_mark(s, point);
	else
		strip_visible(s, point, from);
}

static bool has_right_to_left(struct span text)
{
	while (text.len > 0)
		if (fold_is_right_to_left(utf8_next(&text)))
			return true;
	return false;
}

struct span fold_strip(struct arena *arena, struct span nfc, unsigned *tricks)
{
	size_t most = utf8_length(nfc);
	struct stripper s = {
	    .points = arena_array(arena, most, sizeof(*s.points)),
	    .levels = arena_array(arena, most, sizeof(*s.levels)),
	    .right_to_left = has_right_to_left(nfc),
	};
	struct builder b = {.arena = arena};

	if (!s.points || !s.levels)
		return (struct span){NULL, 0};
	while (nfc.len > 0)
		strip_next(&s, &nfc);
	fold_order_apply(&s.order, s.points, s.levels, s.count);
	for (size_t i = 0; i < s.count; i++)
		builder_point(&b, s.points[i]);
	*tricks |= s.tricks;
	return builder_span(&b);
}
