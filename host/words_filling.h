/* What the templates of words_table.h are filled with. */
#ifndef WORDS_FILLING_H
#define WORDS_FILLING_H

#include "words.h"

struct filling {
	const struct catalogue *catalogue;
	struct arena *arena;
	enum language language;
	enum words_for where;
	const struct finding *finding;
};

/* `raw`, from a mail, harmless and short, in isolates where they are wanted; in the arena. Empty where it is. */
struct span words_isolated(const struct filling *f, struct span raw);

/* `word` is one of `list`, which has commas between its words. */
bool words_is_listed(const char *list, struct span word);

/* What differs between a name and the one that it looks like (evidence.diff): {seen}, {genuine}, {missing}, {fewer},
 * {added} and {extra} where it is one piece, {apart} where it is several. Empty where `name` does not fit. */
struct span words_difference(const struct filling *f, struct span name);

#endif
