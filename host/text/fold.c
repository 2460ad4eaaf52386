#include "text/fold.h"

#include "text/fold_class.h"
#include "text/fold_strip.h"
#include "text/normalize.h"
#include "text/unicode.h"
#include "text/utf8.h"

enum { SPACED_MIN = 3 };

#define ANY_WIDTH SIZE_MAX

/* Compatibility and case mappings leave marks behind (İ becomes i and a dot above): not worth a
 * word. */
static struct span without_left_marks(struct arena *arena, struct span text)
{
	struct builder b = {.arena = arena};
	uint32_t base = ' ';

	if (utf8_is_ascii(text))
		return text;
	while (text.len > 0) {
		uint32_t point = utf8_next(&text);
		bool mark = unicode_properties(point) & UNICODE_MARK;

		if (!mark)
			base = point;
		if (!mark || !(base == ' ' || unicode_sheds_marks(base)))
			builder_point(&b, point);
	}
	return builder_span(&b);
}

/* Takes one letter or digit with its marks off *rest; the empty span when something else is there
 * or when more letters follow it without a gap. */
static struct span single_letter(struct span *rest)
{
	struct span after = *rest, letter;

	if (after.len == 0 || !fold_in_word(utf8_next(&after)))
		return (struct span){NULL, 0};
	while (after.len > 0) {
		struct span next = after;
		uint32_t point = utf8_next(&next);

		if (!(unicode_properties(point) & UNICODE_MARK)) {
			if (fold_in_word(point))
				return (struct span){NULL, 0};
			break;
		}
		after = next;
	}
	letter = span_slice(*rest, 0, rest->len - after.len);
	*rest = after;
	return letter;
}

static bool is_separator(uint32_t point)
{
	switch (point) {
	case '.':
	case '-':
	case '_':
	case '*':
	case '|':
	case 0x00B7: /* · */
	case 0x2022: /* • */
	case 0x2027: /* ‧ */
	case 0x30FB: /* ・ */
	case 0x3002: /* 。 */
		return true;
	default:
		return false;
	}
}

/* Steps over what stands between two spaced-out letters, blanks and at most one separator; false
 * when nothing does or when it is wider than *width, which the first gap of a run sets. */
static bool skip_gap(struct span *rest, size_t *width)
{
	size_t blanks = 0, separators = 0;

	while (rest->len > 0) {
		struct span next = *rest;
		uint32_t point = utf8_next(&next);

		if (point == ' ')
			blanks++;
		else if (is_separator(point) && separators == 0)
			separators++;
		else
			break;
		*rest = next;
	}
	if (blanks + separators == 0 || blanks > *width)
		return false;
	if (*width == ANY_WIDTH)
		*width = blanks;
	return true;
}

static void add_collapsed(struct builder *b, struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != ' ' || i == 0 || text.ptr[i - 1] != ' ')
			builder_byte(b, text.ptr[i]);
}

/* Takes a run of spaced-out letters off *rest and adds it: as one word when it is long enough and
 * not all digits, else as it stands. False when no such letter stands at the start of *rest. */
static bool join_spaced(struct builder *b, struct span *rest, unsigned *tricks)
{
	struct span after = *rest, at = *rest, letter;
	size_t letters = 0, singles = 0, width = ANY_WIDTH, before = b->len;

	while ((letter = single_letter(&at)).len > 0) {
		struct span first = letter;

		letters += !(unicode_properties(utf8_next(&first)) & UNICODE_DIGIT);
		singles++;
		builder_add(b, letter);
		after = at;
		if (!skip_gap(&at, &width))
			break;
	}
	if (singles >= SPACED_MIN && letters > 0) {
		*tricks |= FOLD_SPACED;
	} else {
		b->len = before;
		add_collapsed(b, span_slice(*rest, 0, rest->len - after.len));
	}
	*rest = after;
	return singles > 0;
}

/* What follows it is the rest of the word, not a letter by itself (Macy's). */
static bool is_apostrophe(uint32_t point)
{
	return point == '\'' || point == 0x2019;
}

/* Rejoins spaced-out letters and collapses blanks. */
static struct span collapsed(struct arena *arena, struct span text, unsigned *tricks)
{
	struct builder b = {.arena = arena};
	bool in_word = false, blank = false;

	while (text.len > 0) {
		struct span next = text;
		uint32_t point = utf8_next(&next);

		if (point == ' ') {
			blank = b.len > 0;
			in_word = false;
			text = next;
			continue;
		}
		if (blank)
			builder_byte(&b, ' ');
		blank = false;
		if (!in_word && join_spaced(&b, &text, tricks)) {
			in_word = true;
			continue;
		}
		in_word = fold_in_word(point) || (in_word && is_apostrophe(point));
		builder_point(&b, point);
		text = next;
	}
	return builder_span(&b);
}

struct fold fold_text(struct arena *arena, struct span raw)
{
	struct fold fold = {.tricks = 0};
	struct span front = utf8_prefix(raw, FOLD_TEXT_POINTS);
	struct span text = normalize_nfc(arena, front), whole;

	text = fold_strip(arena, text, &fold.tricks);
	text = without_left_marks(arena, normalize_nfkc_fold(arena, text));
	whole = collapsed(arena, text, &fold.tricks);
	fold.text = utf8_prefix(whole, FOLD_TEXT_POINTS);
	fold.cut = front.len < raw.len || fold.text.len < whole.len;
	return fold;
}
