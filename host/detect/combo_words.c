#include "detect/combo_words.h"

static enum tell tell_of(unsigned kinds)
{
	if (kinds & HOSTNAME_STRONG)
		return TELL_STRONG;
	if (kinds & HOSTNAME_MILD)
		return TELL_MILD;
	return kinds & HOSTNAME_PLAIN ? TELL_PLAIN : TELL_NOTHING;
}

enum tell combo_word_tell(const struct catalogue *catalogue, struct span word)
{
	return tell_of(catalogue_hostname_word(catalogue, word));
}

bool combo_word_is_about(const struct catalogue *catalogue, struct span word)
{
	return (catalogue_hostname_word(catalogue, word) & HOSTNAME_ABOUT) != 0;
}

bool combo_word_beside(const struct catalogue *catalogue, struct span text,
		       struct hostname_place *place, struct span *word, enum tell *tell)
{
	unsigned kinds;

	if (!catalogue_hostname_word_beside(catalogue,
					    HOSTNAME_STRONG | HOSTNAME_MILD | HOSTNAME_PLAIN, text,
					    place, word, &kinds))
		return false;
	*tell = tell_of(kinds);
	return true;
}
