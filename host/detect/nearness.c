#include "detect/nearness.h"

/* Skeletons write m as rn (UTS #39); one letter must count as one edit. */
static struct span compact(struct arena *arena, struct span skeleton)
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

/* Series of one's own (name1, name2) and words that rhyme are common between strangers. */
static bool is_doubtful(struct edit edit, struct span seen, struct span genuine)
{
	return (edit.at == 0 && edit.kind != EDIT_SWAP) ||
	       (edit.kind == EDIT_SUBSTITUTE && span_equal(edit.b, SPAN("-"))) ||
	       span_equal(without_digits(seen), without_digits(genuine));
}

struct edit nearness(const struct suspect *suspect, struct span shown, struct span skeleton,
		     const struct domain_hit *target, bool *doubtful)
{
	struct span label = target_label(suspect, target);
	struct edit edit =
	    edit_between(compact(suspect->arena, skeleton),
			 compact(suspect->arena, skeleton_of(suspect->arena, label)));

	if (edit.kind == EDIT_FAR)
		edit = edit_between(shown, label);
	*doubtful = is_doubtful(edit, shown, label);
	return edit;
}
