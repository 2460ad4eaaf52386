/* The number of a case that is behind a name says nothing more: ID:GH-2231, Ref. 83aX21. */
#ifndef DETECT_NAME_REFERENCE_H
#define DETECT_NAME_REFERENCE_H

#include "detect/names.h"

/* Marks the words of such numbers as role words. */
void name_reference_mark(struct name_units *units);

#endif
