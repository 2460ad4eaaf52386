/* What a mail claims, as it is collected: by claim.c, which decides what counts, and claim_near.c. */
#ifndef DETECT_CLAIMS_H
#define DETECT_CLAIMS_H

#include "detect/judge.h"

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
	struct span folded;   /* the name by fold_text(), read once for all who ask about it */
	brand_ref disguised;  /* a brand that the name spells in disguise, or BRAND_NONE */
	bool spaced;	      /* … by nothing but letters set apart */
	brand_ref weak_whole; /* the name is, as a whole, this brand's weak alias, or BRAND_NONE */
	bool
	    weak_post; /* … with the words of a post beside it: Norton Support, JCB お客様センター */
	brand_ref
	    near_miss; /* the name is, as a whole, one letter off a brand that is also a word */
	brand_ref
	    resembles; /* the claim of this brand rests on a name one letter off, or BRAND_NONE */
	struct span resembling; /* … that name without role words, folded */
	bool resembles_post;	/* … with role words beside it */
	bool post; /* nothing but words of a post (Account Team, お客様サポート), or no name */
	bool admin;	  /* an administrator or help-desk role, and no brand */
	bool cut;	  /* too long to be read in whole */
	bool relayed;	  /* "… via …": what follows names the carrier */
	struct span list; /* … that name, folded */
	bool by_service;  /* … or rather a service that writes in many brands' names */
	brand_ref listed; /* the brand whose mail a list passed on (list_mail.h), or BRAND_NONE */
};

/* Adds a claim once; a strong one replaces a weak one of the same place. */
void claims_add(struct claims *claims, brand_ref brand, enum claim_where where, bool strong);

/* Takes back what the display name claims of `brand`. */
void claims_drop_name(struct claims *claims, brand_ref brand);

/* Makes the strong claims weak and forgets the carrier: the name tells whose mail a list passed on. */
void claims_withdraw(struct claims *claims);

#endif
