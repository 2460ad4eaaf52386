/* Words and suffixes of hostnames. */
#include "catalogue/records.h"

unsigned catalogue_hostname_word(const struct catalogue *catalogue, struct span word)
{
	struct records found = records_filed(catalogue, TABLE_HOSTNAME_WORD, word);
	const struct index_hostname_word *entry;
	unsigned kinds = 0;

	while ((entry = records_next(&found)))
		if (span_equal(index_text(found.index, entry->word), word))
			kinds |= entry->kinds;
	return kinds;
}

/* A word with its last letter is told from most by that: cheap, as every name is held against every word. */
static bool stands_beside(struct span word, struct span text)
{
	size_t last = word.len - 1;

	if (word.len == 0 || word.len >= text.len)
		return false;
	return (word.ptr[0] == text.ptr[0] && memcmp(word.ptr, text.ptr, word.len) == 0) ||
	       (word.ptr[last] == text.ptr[text.len - 1] &&
		memcmp(word.ptr, text.ptr + text.len - word.len, word.len) == 0);
}

bool catalogue_hostname_word_beside(const struct catalogue *catalogue, unsigned kinds,
				    struct span text, struct hostname_place *place,
				    struct span *word, unsigned *of)
{
	for (; place->index < catalogue->count; place->index++, place->word = 0) {
		const struct index *index = catalogue->indexes[place->index];
		const struct index_hostname_word *entry;

		while ((entry = index_record(index, SECTION_HOSTNAME_WORDS, place->word++))) {
			*word = index_text(index, entry->word);
			*of = entry->kinds;
			if ((entry->kinds & kinds) && stands_beside(*word, text))
				return true;
		}
	}
	return false;
}
