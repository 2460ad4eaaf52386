/* One edit apart? Optimal string alignment distance of at most 1, on code points. */
#ifndef TEXT_EDIT_H
#define TEXT_EDIT_H

#include "text/span.h"

enum edit_kind {
	EDIT_NONE,   /* equal */
	EDIT_INSERT, /* `a` has one more */
	EDIT_DELETE, /* `a` lacks one */
	EDIT_SUBSTITUTE,
	EDIT_SWAP, /* two neighbours exchanged */
	EDIT_FAR,  /* more than one edit apart */
};

struct edit {
	enum edit_kind kind;
	size_t at;	  /* code points before the first difference */
	struct span a, b; /* the differing pieces, one or two code points, maybe empty */
};

struct edit edit_between(struct span a, struct span b);

#endif
