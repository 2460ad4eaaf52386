#include "detect/nearness.h"

/* Skeletons write m as rn (UTS #39); one letter must count as one edit. */
struct span nearness_compact(struct arena *arena, struct span skeleton)
{
	struct builder text = {.arena = arena};

	for (size_t i = 0; i < skeleton.len; i++) {
		if (i + 1 < skeleton.len && memcmp(skeleton.ptr + i, "rn", 2) == 0) {
			builder_byte(&text, 'm');
			i++;
		} else {
			builder_byte(&text, skeleton.ptr[i]);
		}
	}
	return builder_span(&text);
}

static struct span without_digits(struct span text)
{
	while (text.len && text.ptr[text.len - 1] >= '0' && text.ptr[text.len - 1] <= '9')
		text.len--;
	return text;
}

bool nearness_alike(struct edit edit)
{
	static const char pairs[][3] = {
	    "4a", "8b", "3e", "6b", "9g", "qg", "5s", "7t", "2z", "gq", "0o", "1l", "1i",
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		if (edit.kind == EDIT_SUBSTITUTE && edit.a.len == 1 && edit.b.len == 1 &&
		    edit.a.ptr[0] == pairs[i][0] && edit.b.ptr[0] == pairs[i][1])
			return true;
	return false;
}

/* Series of one's own (name1, name2) and words that rhyme are common between strangers. */
static bool is_doubtful(struct edit edit, struct span seen, struct span genuine)
{
	return (edit.at == 0 && edit.kind != EDIT_SWAP && !nearness_alike(edit)) ||
	       (edit.kind == EDIT_SUBSTITUTE && span_equal(edit.b, SPAN("-"))) ||
	       span_equal(without_digits(seen), without_digits(genuine));
}

struct edit nearness(const struct suspect *suspect, struct span shown, struct span skeleton,
		     const struct domain_hit *target, bool *doubtful)
{
	struct span label = target_label(suspect, target);
	struct arena *arena = suspect->arena;
	struct edit edit = edit_between(nearness_compact(arena, skeleton),
					nearness_compact(arena, skeleton_of(arena, label)));

	if (edit.kind == EDIT_FAR)
		edit = edit_between(shown, label);
	*doubtful = is_doubtful(edit, shown, label);
	return edit;
}

/* Labels hold at most 63 bytes. */
#define LABEL_MAX 63
#define TWO_LETTERS 6
#define TWO_LETTERS_SURE 8

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The distance of two labels by insertions, deletions, substitutions and swaps of neighbours, in bytes. */
static size_t distance(struct span a, struct span b)
{
	size_t rows[3][LABEL_MAX + 1];
	size_t *before = rows[0], *last = rows[1], *row = rows[2];

	for (size_t j = 0; j <= b.len; j++)
		last[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *oldest = before;

		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			bool equal = a.ptr[i - 1] == b.ptr[j - 1];

			row[j] = least(least(last[j], row[j - 1]) + 1, last[j - 1] + !equal);
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
			    a.ptr[i - 2] == b.ptr[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
		before = last;
		last = row;
		row = oldest;
	}
	return last[b.len];
}

/* How many letters of `text` are not in `other`, each as often as it is there. */
static size_t letters_beyond(struct span text, struct span other)
{
	int counts[256] = {0};
	size_t beyond = 0;

	for (size_t i = 0; i < other.len; i++)
		counts[(unsigned char)other.ptr[i]]++;
	for (size_t i = 0; i < text.len; i++)
		beyond += counts[(unsigned char)text.ptr[i]]-- <= 0;
	return beyond;
}

bool nearness_two(struct span seen, struct span label)
{
	if (label.len < TWO_LETTERS || label.len > LABEL_MAX || seen.len > LABEL_MAX ||
	    seen.len + 2 < label.len || label.len + 2 < seen.len || seen.ptr[0] != label.ptr[0])
		return false;
	if (seen.len == label.len && !span_equal(seen, label) && letters_beyond(seen, label) <= 1 &&
	    distance(seen, label) > 1)
		return true;
	return distance(seen, label) == 2 &&
	       (label.len >= TWO_LETTERS_SURE || letters_beyond(seen, label) <= 1);
}
