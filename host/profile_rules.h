/* What a profile may name: the rules of PROTOCOL.md for its domains, addresses and names. Each
 * function returns NULL when the text is sound, else why it is not (a literal), and makes its
 * result in the arena. */
#ifndef PROFILE_RULES_H
#define PROFILE_RULES_H

#include "catalogue/catalogue.h"
#include "text/arena.h"

enum profile_domain {
	PROFILE_TRUSTED, /* must be a registrable domain: trusting one sub-domain of many says
			    nothing */
	PROFILE_BRAND,	 /* may be any name below one */
};

/* A domain in ASCII form that is no public suffix and none where anyone has an address, a page or a
 * link; for a brand also none that looks like a catalogue brand's. */
const char *profile_check_domain(const struct catalogue *catalogue, struct arena *arena,
				 struct span text, enum profile_domain use, struct span *ascii);

/* A plain address, in lower case with its domain in ASCII. */
const char *profile_check_address(struct arena *arena, struct span text, struct span *address);

/* A name that no brand of the catalogue bears, of 4 letters or more and of no more than a catalogue takes. */
const char *profile_check_name(const struct catalogue *catalogue, struct arena *arena,
			       struct span text);

/* An id of the form [a-z0-9][a-z0-9-]* that no brand of the catalogue has. */
const char *profile_check_id(const struct catalogue *catalogue, struct span id);

#endif
