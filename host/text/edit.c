#include "text/edit.h"

#include "text/utf8.h"

/* What is left of `text` after its first code point. */
static struct span after_point(struct span text)
{
	if (text.len > 0)
		utf8_next(&text);
	return text;
}

static struct span first_point(struct span text)
{
	return span_slice(text, 0, text.len - after_point(text).len);
}

/* True when both begin with two code points, the one pair being the other exchanged, and end alike.
 */
static bool is_swap(struct span a, struct span b)
{
	struct span a1 = first_point(a), a_rest = after_point(a), a2 = first_point(a_rest);
	struct span b1 = first_point(b), b_rest = after_point(b), b2 = first_point(b_rest);

	return a2.len > 0 && span_equal(a1, b2) && span_equal(a2, b1) &&
	       span_equal(after_point(a_rest), after_point(b_rest));
}

struct edit edit_between(struct span a, struct span b)
{
	struct edit edit = {.kind = EDIT_FAR};
	struct span a1, b1;

	while (a.len > 0 && b.len > 0 && a.ptr[0] == b.ptr[0] && !(a.ptr[0] & 0x80)) {
		a = span_slice(a, 1, a.len);
		b = span_slice(b, 1, b.len);
		edit.at++;
	}
	while (a.len > 0 && b.len > 0 && span_equal(first_point(a), first_point(b))) {
		a = after_point(a);
		b = after_point(b);
		edit.at++;
	}
	a1 = first_point(a);
	b1 = first_point(b);
	if (a.len == 0 && b.len == 0) {
		edit.kind = EDIT_NONE;
	} else if (span_equal(after_point(a), b)) {
		edit.kind = EDIT_INSERT;
		b1.len = 0;
	} else if (span_equal(a, after_point(b))) {
		edit.kind = EDIT_DELETE;
		a1.len = 0;
	} else if (span_equal(after_point(a), after_point(b))) {
		edit.kind = EDIT_SUBSTITUTE;
	} else if (is_swap(a, b)) {
		edit.kind = EDIT_SWAP;
		a1.len += first_point(after_point(a)).len;
		b1.len += first_point(after_point(b)).len;
	} else {
		return edit;
	}
	edit.a = a1;
	edit.b = b1;
	return edit;
}
