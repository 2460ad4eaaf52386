/* Words of hostnames by their first and last letters: every name is held against every word. */
#include "catalogue/index_view.h"

#include <stdlib.h>

struct index_words {
	uint32_t first[256], last[256]; /* the first word that begins or ends so, as number + 1 */
	struct next {
		uint32_t first, last; /* the next such word behind this one */
	} next[];
};

static struct span word_at(const struct index *index, uint32_t number)
{
	const struct index_hostname_word *entry =
	    index_record(index, SECTION_HOSTNAME_WORDS, number);

	return entry ? index_text(index, entry->word) : (struct span){0};
}

struct index_words *index_words_new(const struct index *index)
{
	uint32_t count = index->counts[SECTION_HOSTNAME_WORDS];
	struct index_words *words =
	    calloc(1, sizeof(*words) + (size_t)count * sizeof(words->next[0]));

	for (uint32_t number = count; words && number-- > 0;) {
		struct span word = word_at(index, number);
		uint32_t *first, *last;

		if (word.len == 0)
			continue;
		first = &words->first[(unsigned char)word.ptr[0]];
		last = &words->last[(unsigned char)word.ptr[word.len - 1]];
		words->next[number] = (struct next){*first, *last};
		*first = *last = number + 1;
	}
	return words;
}

struct words_place index_words_beside(const struct index *index, struct span text)
{
	if (text.len == 0)
		return (struct words_place){0};
	return (struct words_place){
	    .first = index->words->first[(unsigned char)text.ptr[0]],
	    .last = index->words->last[(unsigned char)text.ptr[text.len - 1]],
	};
}

bool index_words_next(const struct index *index, struct words_place *place, uint32_t *number)
{
	uint32_t first = place->first, last = place->last;

	if (first == 0 && last == 0)
		return false;
	*number = (last == 0 || (first != 0 && first < last) ? first : last) - 1;
	if (first == *number + 1)
		place->first = index->words->next[*number].first;
	if (last == *number + 1)
		place->last = index->words->next[*number].last;
	return true;
}
