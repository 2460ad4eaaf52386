#include "detect/likeness.h"

#include "text/skeleton.h"
#include "text/utf8.h"

/* Labels hold at most 63 bytes in ASCII form; what differs over a longer stretch is one piece. */
#define STRETCH 24

enum cost { COST_ALIKE = 1, COST_SWAP = 2, COST_EDIT = 3, COST_NEVER = 1000 };

/* One label's differing stretch: where each code point begins, and what one and two of them look
 * like. */
struct side {
	struct span text;
	size_t count;
	size_t start[STRETCH + 1];
	struct span looks[STRETCH][2];
};

/* The cheapest way to align two stretches up to a place, and its last step. */
struct cell {
	int cost;
	unsigned char seen, genuine; /* code points of the last step's pieces */
};

static struct span piece(const struct side *side, size_t from, size_t count)
{
	return span_slice(side->text, side->start[from], side->start[from + count]);
}

static bool side_make(struct arena *arena, struct side *side, struct span text)
{
	struct span rest = text;

	*side = (struct side){.text = text};
	while (rest.len) {
		if (side->count == STRETCH)
			return false;
		utf8_next(&rest);
		side->start[++side->count] = text.len - rest.len;
	}
	for (size_t i = 0; i < side->count; i++)
		for (size_t n = 0; n < 2 && i + n < side->count; n++)
			side->looks[i][n] = skeleton_of(arena, piece(side, i, n + 1));
	return true;
}

/* What it costs to set the `n` letters of `a` before `i` against the `m` letters of `b` before `j`.
 */
static int step_cost(const struct side *a, size_t i, size_t n, const struct side *b, size_t j,
		     size_t m)
{
	struct span left, right;

	if (i < n || j < m)
		return COST_NEVER;
	if (n == 0 || m == 0)
		return n + m == 1 ? COST_EDIT : COST_NEVER;
	left = piece(a, i - n, n);
	right = piece(b, j - m, m);
	if (n == 1 && m == 1 && span_equal(left, right))
		return 0;
	if (!(n == 2 && m == 2) && span_equal(a->looks[i - n][n - 1], b->looks[j - m][m - 1]))
		return COST_ALIKE;
	if (n == 2 && m == 2)
		return span_equal(piece(a, i - 2, 1), piece(b, j - 1, 1)) &&
			       span_equal(piece(a, i - 1, 1), piece(b, j - 2, 1))
			   ? COST_SWAP
			   : COST_NEVER;
	return n == 1 && m == 1 ? COST_EDIT : COST_NEVER;
}

static void fill_cell(const struct side *a, size_t i, const struct side *b, size_t j,
		      struct cell cells[STRETCH + 1][STRETCH + 1])
{
	struct cell best = {.cost = COST_NEVER * STRETCH};

	for (size_t n = 0; n <= 2; n++) {
		for (size_t m = 0; m <= 2; m++) {
			int cost = n + m ? step_cost(a, i, n, b, j, m) : COST_NEVER;

			if (cost >= COST_NEVER || cells[i - n][j - m].cost + cost >= best.cost)
				continue;
			best = (struct cell){cells[i - n][j - m].cost + cost, (unsigned char)n,
					     (unsigned char)m};
		}
	}
	cells[i][j] = best;
}

/* Walks back from the end; the pieces come out last first, those without an equal letter between
 * them as one. */
static size_t trace(const struct side *a, const struct side *b,
		    struct cell cells[STRETCH + 1][STRETCH + 1],
		    struct evidence_diff out[2 * STRETCH])
{
	size_t i = a->count, j = b->count, count = 0;
	bool goes_on = false;

	while (i + j > 0) {
		struct cell cell = cells[i][j];
		struct evidence_diff diff = {
		    .seen = piece(a, i - cell.seen, cell.seen),
		    .genuine = piece(b, j - cell.genuine, cell.genuine),
		};

		i -= cell.seen;
		j -= cell.genuine;
		bool differs = !span_equal(diff.seen, diff.genuine);

		if (differs && goes_on) {
			diff.seen.len += out[--count].seen.len;
			diff.genuine.len += out[count].genuine.len;
		}
		if (differs)
			out[count++] = diff;
		goes_on = differs;
	}
	return count;
}

/* Takes what both begin and end with off both. */
static void trim_common(struct span *a, struct span *b)
{
	size_t same = 0;

	while (same < a->len && same < b->len && a->ptr[same] == b->ptr[same])
		same++;
	while (same > 0 && ((same < a->len && (a->ptr[same] & 0xc0) == 0x80) ||
			    (same < b->len && (b->ptr[same] & 0xc0) == 0x80)))
		same--;
	*a = span_slice(*a, same, a->len);
	*b = span_slice(*b, same, b->len);
	for (same = 0; same < a->len && same < b->len &&
		       a->ptr[a->len - same - 1] == b->ptr[b->len - same - 1];)
		same++;
	while (same > 0 && (a->ptr[a->len - same] & 0xc0) == 0x80)
		same--;
	*a = span_slice(*a, 0, a->len - same);
	*b = span_slice(*b, 0, b->len - same);
}

size_t likeness_diffs(struct arena *arena, struct span seen, struct span genuine,
		      struct evidence_diff out[static EVIDENCE_DIFFS])
{
	struct cell cells[STRETCH + 1][STRETCH + 1];
	struct evidence_diff reversed[2 * STRETCH];
	struct side a, b;
	size_t count;

	trim_common(&seen, &genuine);
	if (!seen.len && !genuine.len)
		return 0;
	if (!side_make(arena, &a, seen) || !side_make(arena, &b, genuine)) {
		out[0] = (struct evidence_diff){seen, genuine};
		return 1;
	}
	for (size_t i = 0; i <= a.count; i++)
		for (size_t j = 0; j <= b.count; j++)
			if (i + j == 0)
				cells[0][0] = (struct cell){0};
			else
				fill_cell(&a, i, &b, j, cells);
	count = trace(&a, &b, cells, reversed);
	for (size_t i = 0; i < count && i < EVIDENCE_DIFFS; i++)
		out[i] = reversed[count - 1 - i];
	return count < EVIDENCE_DIFFS ? count : EVIDENCE_DIFFS;
}
