/* Checks of one link (and, through lookalike.h, of one domain). Findings that depend on the mail as
 * a whole get it as struct link_context. */
#ifndef DETECT_LINK_H
#define DETECT_LINK_H

#include "detect/findings.h"
#include "detect/judge.h"
#include "detect/seen.h"

/* What the mail as a whole says, decided before the links are looked at. */
struct link_context {
	const struct judge *judge;
	struct arena *arena;
	const brand_ref *claimed; /* brands that the display name claims strongly */
	size_t claimed_count;
	const brand_ref *named; /* … and those that subject and text name, where they are few */
	size_t named_count;
	bool sender_official; /* an official sender of a claimed brand, or of any brand when none is
				 claimed */
	bool
	    sender_relays; /* an official sender of a claimed brand that carries other people's words */
	struct span sender_registrable; /* empty when unknown */
	bool sender_authenticated;	/* shown, and aligned with the From domain */
	struct seen *seen;		/* NULL: every name is looked at anew, without end */
	struct effort *idna;		/* for reading names in other letters; NULL: without end */
};

bool link_context_claims(const struct link_context *context, brand_ref brand);

/* There is effort left to read the link's URL; else the links end here. */
bool link_is_affordable(const struct link_context *context, const struct message_link *link);

/* Judges link number `index` into *view (level and guard of the mail as a whole are set later) and
 * appends its findings. */
void link_check(const struct link_context *context, size_t index, const struct message_link *link,
		struct link_view *view, struct findings *findings);

#endif
