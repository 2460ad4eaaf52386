/*
 * Who does the mail say it is? What counts as a claim, and how strong it is, is decided here and nowhere
 * else:
 * - strong: the display name is an alias of a brand, alone or with role words (Support, 事務局, inc …) and
 *   numbers, in any spelling that reads the same (confusables, invisible characters, width, blanks, one
 *   letter off in a coined name). That is how impostors and brands introduce themselves; people and shops
 *   that merely mention a brand put other words beside it.
 * - weak: an alias anywhere else: among other words in the display name, in the subject, the text or a link's
 *   text. Newsletters, friends and resellers do that all the time.
 * - weak and whole: the whole display name is a name that is also a word or initials (LINE, au, JCB): counts
 *   with other evidence only.
 */
#ifndef DETECT_CLAIM_H
#define DETECT_CLAIM_H

#include "detect/judge.h"
#include "text/fold.h"

#define CLAIMS 32 /* of one mail; a text that names more brands is no claim any more */

struct claims {
	struct claim at[CLAIMS];
	size_t count;
	brand_ref strong[CLAIMS]; /* the brands claimed strongly, each once */
	size_t strong_count;
	brand_ref
	    carrier; /* who is said to carry the mail ("… via PayPal"), or BRAND_NONE: must be its address */
};

/* What the display name shows besides its claims. */
struct name_reading {
	brand_ref disguised;  /* a brand that the name spells in disguise, or BRAND_NONE */
	brand_ref weak_whole; /* the name is, as a whole, this brand's weak alias, or BRAND_NONE */
	brand_ref
	    near_miss;	  /* the name is, as a whole, one letter off a brand that is also a word */
	bool admin;	  /* an administrator or help-desk role, and no brand */
	bool cut;	  /* too long to be read in whole */
	bool relayed;	  /* "… via …": what follows names the carrier */
	struct span list; /* … that name, folded */
	bool by_service;  /* … or rather a service that writes in many brands' names */
	brand_ref listed; /* the brand whose mail a list passed on (list_mail.h), or BRAND_NONE */
};

/* Reads the display name, then subject, text and link texts (folded by fold_body). */
struct name_reading claims_read_name(const struct judge *judge, struct arena *arena,
				     struct span name, struct claims *claims);
void claims_read_text(const struct judge *judge, struct arena *arena, struct span folded,
		      enum claim_where where, struct claims *claims);

/* Adds a claim once; a strong one replaces a weak one of the same place. */
void claims_add(struct claims *claims, brand_ref brand, enum claim_where where, bool strong);

/* Makes the strong claims weak and forgets the carrier: the name tells whose mail a list passed on. */
void claims_withdraw(struct claims *claims);

#endif
