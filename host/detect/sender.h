/*
 * The sender: what its address proves, and the findings that follow from it. A From line alone proves
 * nothing (more than 40 % of real Japanese phishing forges an official address), so an official address
 * is `verified` only where authentication is shown and aligns.
 */
#ifndef DETECT_SENDER_H
#define DETECT_SENDER_H

#include "detect/claims.h"
#include "detect/findings.h"
#include "text/mailbox.h"

enum sender_auth {
	SENDER_AUTH_NOT_SHOWN,
	SENDER_AUTH_ALIGNS,
	SENDER_AUTH_DIFFERS, /* shown, and no shown domain aligns with the From domain */
};

struct sender {
	struct mailbox mailbox;
	struct span registrable; /* of the address; empty when it has none */
	struct span shown;	 /* its domain as a reader is told it: lookalike_shown() */
	enum sender_state state;
	brand_ref owner; /* the brand whose address it is, whatever the name claims */
	brand_ref
	    official_for; /* official states: the claimed brand (or its affiliate), else the owner */
	brand_ref
	    unlisted_for; /* the domain is this brand's, but the address is none of those it publishes */
	enum sender_auth auth;
	bool relay; /* carries other people's words: excuses nothing */
	bool freemail;
	bool trusted; /* by the user, and not contradicted by shown authentication */
};

/* Reads the sender of `message` in the light of what its name claims. */
void sender_read(const struct judge *judge, struct arena *arena, const struct message *message,
		 const struct claims *claims, struct sender *sender);

/* Puts the sender's address and domain into a finding's evidence, the domain in both its forms where they differ. */
void sender_evidence(const struct sender *sender, struct finding *finding);

/* True where the sender is an official one whose word counts: weak claims of other brands are excused. */
bool sender_is_official(const struct sender *sender);

/* True where the user trusts this address (local@domain, without case) or its domain. */
bool sender_is_trusted(const struct judge *judge, struct arena *arena, struct span address,
		       struct span domain);

#endif
