/* Wordings of known campaigns, and signatures of another brand. */
#ifndef DETECT_WORDING_H
#define DETECT_WORDING_H

#include "detect/claims.h"
#include "detect/findings.h"

/* So many different wordings are told apart; more of them say no more. */
#define WORDINGS 3

/* What the wordings of one subject or text come to, but for those that are only talked about (mention.h, advice.h). */
struct wording {
	struct cue_match
	    first; /* the strongest campaign wording, its place within the folded text */
	bool found;
	struct cue_match said[WORDINGS]; /* different campaign wordings, none within another */
	size_t count;
	bool strong;		/* one of them is hardly ever used by honest mail */
	struct cue_match fraud; /* a request of CUE_FRAUD, where `asks_fraud` */
	bool asks_fraud;
	bool names_secret; /* a password, a code or a recovery phrase is named */
};
struct wording wording_read(const struct judge *judge, struct span folded);

/* A campaign wording that stands beside the first one; NULL where there is none. */
const struct cue_match *wording_beside(const struct wording *wording);

/* How many different wordings stand in two texts: one that is in both is one. */
size_t wording_count(const struct wording *a, const struct wording *b);

/* A brand that signs the text (copyright line) while the display name claims another, neither an affiliate of
 * the other: the signature's line and the brand. False when there is none. */
bool wording_contradiction(const struct judge *judge, struct arena *arena, struct span folded,
			   const struct claims *claims, brand_ref *brand, struct span *line);

#endif
