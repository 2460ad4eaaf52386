/* Wordings of known campaigns, and signatures of another brand. */
#ifndef DETECT_WORDING_H
#define DETECT_WORDING_H

#include "detect/claim.h"
#include "detect/findings.h"

/* What the wordings of one subject or text come to. */
struct wording {
	struct cue_match
	    first; /* the strongest campaign wording, its place within the folded text */
	bool found;
	size_t cues;	   /* different campaign wordings */
	bool strong;	   /* one of them is hardly ever used by honest mail */
	bool names_secret; /* a password, a code or a recovery phrase is named */
};
struct wording wording_read(const struct judge *judge, struct span folded);

/* A brand that signs the text (copyright line) while the display name claims another, neither an affiliate of
 * the other: the signature's line and the brand. False when there is none. */
bool wording_contradiction(const struct judge *judge, struct arena *arena, struct span folded,
			   const struct claims *claims, brand_ref *brand, struct span *line);

#endif
