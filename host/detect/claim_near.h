/*
 * A display name while it is read for claims (claim.c), and the readings of one in which no alias stands as it is
 * spelt: one letter off, glued to a role word, with one character taken for another.
 */
#ifndef DETECT_CLAIM_NEAR_H
#define DETECT_CLAIM_NEAR_H

#include "detect/claims.h"
#include "detect/names.h"

struct name_read {
	const struct judge *judge;
	struct arena *arena;
	struct name_units units;
	struct claims *claims;
	struct name_reading *reading;
	struct span name; /* as written */
	unsigned tricks;  /* enum fold_trick */
	bool mistakable;  /* characters that are taken for others have been read as those */
	bool relayed;
	struct span list;  /* behind "via" */
	brand_ref carrier; /* … as a brand */
};

/* What is neither an alias nor a role word, as one key or text. */
struct span name_remaining(struct name_read *read, bool key);

/* A coined name one letter off: Xsever. Other names have neighbours in every dictionary (Amazom). */
void claim_misspelt(struct name_read *read);

/* A brand and a role word written together (MetaMaskSupport, MyPayPal). True when there is one. */
bool claim_glued(struct name_read *read);

/* A name with one kana or Han character in the place of another that looks like it (アマゾソ). Short words are
 * other words then. True when there is one. */
bool claim_mistaken(struct name_read *read);

#endif
