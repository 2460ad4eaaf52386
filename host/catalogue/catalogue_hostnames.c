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

static bool stands_beside(struct span word, struct span text)
{
	return word.len > 0 && word.len < text.len &&
	       (span_starts(text, word) || span_ends(text, word));
}

bool catalogue_hostname_word_beside(const struct catalogue *catalogue, unsigned kinds,
				    struct span text, struct hostname_place *place,
				    struct span *word, unsigned *of)
{
	uint32_t number;

	for (;;) {
		while (place->indexes > 0 &&
		       index_words_next(catalogue->indexes[place->indexes - 1], &place->words,
					&number)) {
			const struct index *index = catalogue->indexes[place->indexes - 1];
			const struct index_hostname_word *entry =
			    index_record(index, SECTION_HOSTNAME_WORDS, number);

			if (!entry || !(entry->kinds & kinds))
				continue;
			*word = index_text(index, entry->word);
			*of = entry->kinds;
			if (stands_beside(*word, text))
				return true;
		}
		if (place->indexes == catalogue->count)
			return false;
		place->words = index_words_beside(catalogue->indexes[place->indexes++], text);
	}
}
