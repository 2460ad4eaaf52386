#include "text/hostname_bidi.h"

#include "text/utf8.h"

#include <unictype.h>

static bool is_right_to_left(int class)
{
	return class == UC_BIDI_R || class == UC_BIDI_AL || class == UC_BIDI_AN;
}

bool hostname_bidi_is_right_to_left(struct span label)
{
	while (label.len > 0)
		if (is_right_to_left(uc_bidi_category(utf8_next(&label))))
			return true;
	return false;
}

/* Conditions 2 and 5. */
static bool may_stand_in(int class, bool right_to_left)
{
	switch (class) {
	case UC_BIDI_EN:
	case UC_BIDI_ES:
	case UC_BIDI_CS:
	case UC_BIDI_ET:
	case UC_BIDI_ON:
	case UC_BIDI_BN:
	case UC_BIDI_NSM:
		return true;
	case UC_BIDI_L:
		return !right_to_left;
	default:
		return right_to_left && is_right_to_left(class);
	}
}

/* Conditions 3 and 6, of the last character that is no non-spacing mark. */
static bool may_end(int class, bool right_to_left)
{
	return class == UC_BIDI_EN ||
	       (right_to_left ? is_right_to_left(class) : class == UC_BIDI_L);
}

bool hostname_bidi_takes_label(struct span label)
{
	struct span rest = label;
	int last = label.len > 0 ? uc_bidi_category(utf8_next(&rest)) : UC_BIDI_L;
	bool right_to_left = last == UC_BIDI_R || last == UC_BIDI_AL;
	bool european = false, arabic = false;

	if (last != UC_BIDI_L && !right_to_left) /* condition 1 */
		return false;
	while (rest.len > 0) {
		int class = uc_bidi_category(utf8_next(&rest));

		if (!may_stand_in(class, right_to_left))
			return false;
		european |= class == UC_BIDI_EN;
		arabic |= class == UC_BIDI_AN;
		if (class != UC_BIDI_NSM)
			last = class;
	}
	/* Condition 4: not both kinds of numbers; from left to right there are no Arabic ones. */
	return may_end(last, right_to_left) && !(european && arabic);
}

bool hostname_bidi_takes(struct span name)
{
	if (!hostname_bidi_is_right_to_left(name))
		return true;
	while (name.len > 0) {
		struct span label = span_slice(name, 0, span_find(name, '.'));

		if (!hostname_bidi_takes_label(label))
			return false;
		name = span_slice(name, label.len + 1, name.len);
	}
	return true;
}
