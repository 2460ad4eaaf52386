/* What confusables.txt lacks or stops short of: own prototypes, each with its reason. */
#ifndef TEXT_SKELETON_EXTRA_H
#define TEXT_SKELETON_EXTRA_H

#include <stdint.h>

/* A letter, what it looks like, and, unless empty, what else it looks like. Its capital counts
 * too: texts are case-folded before anybody asks. ASCII, NUL-terminated. */
struct skeleton_extra {
	uint32_t point;
	char first[4], second[4];
};

/* The own entry of `point`, or NULL. */
const struct skeleton_extra *skeleton_extra_of(uint32_t point);

#endif
