#include "text/skeleton_cjk.h"

#include "text/skeleton_cjk_table.h"
#include "text/utf8.h"

static const struct skeleton_cjk_entry *entry_of(uint32_t point)
{
	size_t low = 0, high = sizeof(skeleton_cjk_entries) / sizeof(*skeleton_cjk_entries);

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (skeleton_cjk_entries[middle].point < point)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == sizeof(skeleton_cjk_entries) / sizeof(*skeleton_cjk_entries) ||
	    skeleton_cjk_entries[low].point != point)
		return NULL;
	return &skeleton_cjk_entries[low];
}

size_t skeleton_cjk(uint32_t point, char out[static SKELETON_CJK_MAX])
{
	const struct skeleton_cjk_entry *entry;

	if ((point < SKELETON_KANA_FIRST || point > SKELETON_KANA_LAST) &&
	    (point < SKELETON_HAN_FIRST || point > SKELETON_HAN_LAST))
		return 0;
	entry = entry_of(point);
	if (!entry)
		return utf8_encode(point, out);
	memcpy(out, entry->text, entry->len);
	return entry->len;
}
