#include "text/mailbox.h"

#include "text/mailbox_address.h"
#include "text/mailbox_scan.h"

/* Plain and not between angle brackets. */
static bool is_outer(const struct mailbox_scan *scan, size_t i, char byte)
{
	return scan->text.ptr[i] == byte && scan->parts[i] == PART_PLAIN;
}

/* Where the brackets that open at `from` hold something: what they hold. */
static bool angle_at(const struct mailbox_scan *scan, struct mailbox_range item, size_t from,
		     struct mailbox_range *inside)
{
	size_t to = from + 1;

	if (!is_outer(scan, from, '<'))
		return false;
	while (to < item.to && scan->parts[to] & PART_IN_ANGLE)
		to++;
	*inside = (struct mailbox_range){from + 1, to};
	return to > from + 1;
}

/* Finds the address in one item of a list: between the last angle brackets with an @, else all of
 * it. Returns how many addresses are there. An @ before the brackets belongs to a display name. */
static size_t find_address(const struct mailbox_scan *scan, struct mailbox_range item,
			   struct mailbox_range *address)
{
	struct mailbox_range inside = {0};
	size_t count = 0;

	*address = item;
	for (size_t i = item.from; i < item.to; i++) {
		if (angle_at(scan, item, i, &inside)) {
			if (mailbox_last_at(scan, inside) != SPAN_NONE) {
				*address = inside;
				count++;
			}
			i = inside.to;
		} else if (count > 0 && is_outer(scan, i, '@')) {
			count++;
		}
	}
	return count > 0 ? count : mailbox_last_at(scan, item) != SPAN_NONE;
}

/* A group is a colon and later a semicolon; a colon alone is just a wrong character. */
static size_t group_colon(const struct mailbox_scan *scan)
{
	bool end = false;

	for (size_t i = scan->text.len; i > 0; i--) {
		end = end || is_outer(scan, i - 1, ';');
		if (end && is_outer(scan, i - 1, ':'))
			return i - 1;
	}
	return SPAN_NONE;
}

/* End of the list item that begins at `from`. */
static size_t item_end(const struct mailbox_scan *scan, size_t from)
{
	while (from < scan->text.len && !is_outer(scan, from, ',') && !is_outer(scan, from, ';'))
		from++;
	return from;
}

struct mailbox mailbox_parse(struct arena *arena, struct span text)
{
	struct mailbox mailbox = {.problems = 0};
	struct mailbox_range chosen = {0};
	struct mailbox_scan scan;
	size_t colon, count = 0, end;

	if (mailbox_read_plain(arena, text, &mailbox))
		return mailbox;
	scan = mailbox_scan(arena, text);
	if (!scan.parts) {
		mailbox.problems = MAILBOX_EMPTY;
		return mailbox;
	}
	colon = group_colon(&scan);
	if (colon != SPAN_NONE)
		mailbox.problems |= MAILBOX_GROUP;
	for (size_t from = 0; from < text.len; from = end + 1) {
		struct mailbox_range item = {from, end = item_end(&scan, from)}, address;
		size_t found;

		if (colon != SPAN_NONE && colon >= item.from && colon < item.to)
			item.from = colon + 1;
		found = find_address(&scan, item, &address);
		count += found;
		if (found > 0)
			chosen = address;
	}
	if (count > 1)
		mailbox.problems |= MAILBOX_SEVERAL;
	mailbox_read_address(arena, &scan, chosen, &mailbox);
	return mailbox;
}
