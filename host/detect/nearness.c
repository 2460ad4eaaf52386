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
	struct edit edit =
	    edit_between(compact(suspect->arena, skeleton),
			 compact(suspect->arena, skeleton_of(suspect->arena, label)));

	if (edit.kind == EDIT_FAR)
		edit = edit_between(shown, label);
	*doubtful = is_doubtful(edit, shown, label);
	return edit;
}
