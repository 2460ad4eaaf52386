/*
 * Wordings of known campaigns, as PCRE2 patterns over folded text (fold.h). Compiled once: those of the
 * program's own index (tried when it was built) when they are first needed, all others at once. Matched with match, depth and heap limits, and
 * asked about one mail only so much. What hits a limit counts as matched where it accuses: its literal is there, and an
 * attacker must not buy silence with slow text. What excuses (advice, a secret that is an aside) counts as not there.
 */
#ifndef CATALOGUE_CUES_H
#define CATALOGUE_CUES_H

#include "catalogue/index.h"

enum cue_kind {
	CUE_WORDING,	   /* a campaign's wording: known-wording */
	CUE_SECRET_PHRASE, /* names a secret recovery phrase, seed phrase or private key */
	CUE_SECRET_CODE,   /* names a password, PIN, card number or one-time code */
	CUE_ASK_ENTER,	   /* an instruction to enter, confirm, import … something */
	CUE_ASK_TELL,	   /* an instruction to send back, tell, forward … something */
	CUE_ADVICE_NOT,	   /* forbids or denies (detect/advice.h, as the next four) */
	CUE_SIGNATURE,	   /* a copyright line or signature block: what follows names who signs */
	CUE_ABOUT_ACCOUNT, /* talks of an account, so that "the password" is no door's or archive's */
	CUE_REFERS_BACK,   /* a pronoun that may stand for a secret named before: "enter it" */
	CUE_ADVICE_TOLD,   /* somebody is told, asked or made to do something */
	CUE_ADVICE_FRAUD,  /* who does so: thieves, their mails and sites */
	CUE_ADVICE_REFUSE, /* what to do about it, or what it is: close it, it is a scam */
	CUE_ADVICE_OWN,	   /* the writer speaks for himself again */
	CUE_SECRET_ASIDE, /* a secret that is named and not asked for: forgotten, or how to keep it */
	CUE_FRAUD,	  /* a request that is a fraud in itself: fraud-requested */
	CUE_POINTS,	  /* tells to follow a link: click here, こちらから */
	CUE_ABOUT_THING, /* talks of a door, a network or a file that has a password of its own */
	CUE_KINDS,
};

enum cue_strength {
	CUE_WEAK, /* honest mail says so too */
	CUE_STRONG,
};

struct cues;

struct cue_match {
	struct span id;
	enum cue_kind kind;
	enum cue_strength strength;
	size_t from, to; /* bytes within the folded text */
};

/* Compiles the cues of all indexes; NULL with a reason naming the cue when one does not compile. */
struct cues *cues_new(const struct catalogue *catalogue, char problem[static 160]);
void cues_free(struct cues **cues);

/* Another mail comes: as much may be asked about it as about any. */
void cues_renew(struct cues *cues);

/* What the following cues_match() are about. The text stays where it is meanwhile; it is read in one pass for what
 * every mail is asked, whatever the number of cues, and in another for the rest, each when it is needed. */
void cues_read(struct cues *cues, struct span folded);

/* Finds up to `max` matches of kinds in `kinds` (bits 1 << enum cue_kind) in the text read last, in order of the
 * cues, the first match of each cue (every match for kinds other than CUE_WORDING). None in an empty text. */
size_t cues_match(struct cues *cues, unsigned kinds, struct cue_match *out, size_t max);

/* Both at once. */
size_t cues_find(struct cues *cues, struct span folded, unsigned kinds, struct cue_match *out,
		 size_t max);

/* Whether memory ran out in a search since the last call: what was found then is not to be relied on. */
bool cues_failed(struct cues *cues);

#endif
