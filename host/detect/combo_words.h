/* The words that stand around brands' names in hostnames, by how much they tell. */
#ifndef DETECT_COMBO_WORDS_H
#define DETECT_COMBO_WORDS_H

#include "text/span.h"

/* How much the words around a brand's name tell. */
enum tell {
	TELL_NOTHING, /* other words */
	TELL_PLAIN,   /* what shops, fans and the brand itself add too */
	TELL_MILD,    /* about accounts, in honest names as well */
	TELL_STRONG,  /* about access, fear and money */
};

/* How much this word tells (ASCII, lower case). */
enum tell combo_word_tell(struct span word);

/* It is one of those who write about a brand: blog, fans, news. */
bool combo_word_is_about(struct span word);

/* The n-th word of all lists, from 0; false behind the last. */
bool combo_word_at(size_t n, struct span *word, enum tell *tell);

#endif
