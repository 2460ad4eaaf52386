/* One link under judgement, and how findings are raised about it: what the checks of links share. */
#ifndef DETECT_LINK_CASE_H
#define DETECT_LINK_CASE_H

#include "detect/place.h"

struct link_case {
	const struct link_context *context;
	size_t index; /* in the mail */
	const struct message_link *link;
	struct link_view *view;
	struct findings *findings;
};

/* Adds a finding about `place` (NULL: about the link as written) with what every one shows; what trust excuses comes
 * down to a notice at a trusted place. */
struct finding *link_raise(const struct link_case *c, enum finding_code code, enum level level,
			   brand_ref brand, const struct place *place);

/* The same where there is a `problem`, a word for what is odd; nothing where it is NULL. */
void link_raise_problem(const struct link_case *c, enum finding_code code, enum level level,
			const char *problem, const struct place *place);

#endif
