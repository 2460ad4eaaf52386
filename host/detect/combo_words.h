/* The words that stand around brands' names in hostnames, by how much they tell. */
#ifndef DETECT_COMBO_WORDS_H
#define DETECT_COMBO_WORDS_H

#include "catalogue/catalogue.h"

/* How much the words around a brand's name tell. */
enum tell {
	TELL_NOTHING, /* other words */
	TELL_PLAIN,   /* what shops, fans and the brand itself add too */
	TELL_MILD,    /* about accounts, in honest names as well */
	TELL_STRONG,  /* about access, fear and money */
};

/* How much this word tells (ASCII, lower case). */
enum tell combo_word_tell(const struct catalogue *catalogue, struct span word);

/* It is one of those who write about a brand: blog, fans, news. */
bool combo_word_is_about(const struct catalogue *catalogue, struct span word);

/* The next word, the more telling ones first, with which `text` begins or ends and which is not all of it; false
 * behind the last. */
bool combo_word_beside(const struct catalogue *catalogue, struct span text,
		       struct hostname_place *place, struct span *word, enum tell *tell);

#endif
