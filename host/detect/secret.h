/* Requests for secrets: recovery phrases, passwords and codes. */
#ifndef DETECT_SECRET_H
#define DETECT_SECRET_H

#include "detect/judge.h"

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
	bool
	    by_mail; /* SECRET_TELL_PASSWORD: it is to be sent in writing, and no door, network or file is
			     * spoken of nearby, whose it may be */
};

/* Reads clause by clause (clause.h): an instruction beside a secret's name counts unless it is advice (advice.h)
 * in its own clause; what another is told to have asked for is also answered by a short next one ("Do not.").
 * "Enter it only here" takes the name from the clause before. The first clause that asks for the most is given.
 * Linear in the text. Most mails name no secret (struct wording) and need no such reading. */
struct secret_reading secret_read(const struct judge *judge, struct span folded);

#endif
