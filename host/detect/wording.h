/* Wordings of known campaigns, requests for secrets, and signatures of another brand. */
#ifndef DETECT_WORDING_H
#define DETECT_WORDING_H

#include "detect/claim.h"
#include "detect/findings.h"

/* What the wordings of one subject or text come to. */
struct wording {
	struct cue_match
	    first; /* the strongest campaign wording, its place within the folded text */
	bool found;
	size_t cues; /* different campaign wordings */
	bool strong; /* one of them is hardly ever used by honest mail */
};
struct wording wording_read(const struct judge *judge, struct span folded);

/* How a text asks for secrets. */
enum secret {
	SECRET_NONE,
	SECRET_ENTER_CODE, /* a password or code is to be typed in */
	SECRET_TELL_PASSWORD, /* a password is to be told, and nothing says that it is an account's (a door's, a
			       * network's, an archive's), or a code is to be told elsewhere than in a mail */
	SECRET_TELL_CODE, /* a one-time code, PIN or an account's password is to be sent back or told */
	SECRET_PHRASE, /* a recovery phrase or private key is to be given anywhere */
};
struct secret_reading {
	enum secret secret;
	struct span phrase; /* the clause that asks, within the folded text */
};

/* Reads clause by clause: an instruction beside a secret's name counts unless the same clause takes it back
 * ("never enter"); "Enter it only here" takes the name from the clause before. The first clause that asks for
 * the most is given. Linear in the text. */
struct secret_reading wording_secrets(const struct judge *judge, struct span folded);

/* A brand that signs the text (copyright line) while the display name claims another, neither an affiliate of
 * the other: the signature's line and the brand. False when there is none. */
bool wording_contradiction(const struct judge *judge, struct arena *arena, struct span folded,
			   const struct claims *claims, brand_ref *brand, struct span *line);

#endif
