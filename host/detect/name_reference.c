#include "detect/name_reference.h"

static bool has_figure(struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
			return true;
	return false;
}

static bool is_reference_word(struct span text)
{
	static const char *const WORDS[] = {"case", "cod", "code", "id",
					    "nr",   "no",  "ref",  "ticket"};

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++)
		if (span_equal(text, span_of(WORDS[i])))
			return true;
	return false;
}

void name_reference_mark(struct name_units *units)
{
	for (size_t i = 0; i + 1 < units->count; i++) {
		size_t to = i + 1;

		if (units->at[i].named || !is_reference_word(units->at[i].text))
			continue;
		if (to + 1 < units->count && !has_figure(units->at[to].text) &&
		    units->at[to + 1].text.ptr ==
			units->at[to].text.ptr + units->at[to].text.len + 1)
			to++;
		if (!has_figure(units->at[to].text))
			continue;
		while (i <= to)
			units->at[i++].role = true;
	}
}
