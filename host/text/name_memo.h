/*
 * Facts about hostnames that were asked for before. The suffix list's look-ups are the dearest part of
 * judging a link, one link asks for a handful of names again and again (its own, and those of the brands that
 * it might imitate), and the links of many mails lead to the same names. Working memory of its owner: what it
 * says is what asking anew says, so that no answer depends on what was asked before.
 */
#ifndef TEXT_NAME_MEMO_H
#define TEXT_NAME_MEMO_H

#include "text/span.h"

#include <stdint.h>

struct name_memo;

/* About 144 KiB, touched as it fills; NULL when out of memory. */
struct name_memo *name_memo_new(void);
void name_memo_free(struct name_memo **memo);

/* Forgets all, where what the facts were drawn from is another: a catalogue. */
void name_memo_forget(struct name_memo *memo);

/* Which of a name's facts are known; those of `facts` that are not are undefined. */
enum name_fact {
	NAME_SUFFIX = 1 << 0,
	NAME_ICANN = 1 << 1,
	NAME_REGISTRABLE = 1 << 2,
	NAME_UNLISTED = 1 << 3, /* no catalogue knows the name or what it ends with */
	NAME_LISTED = 1 << 4,	/* … one may */
	NAME_QUIET = 1 << 5,	/* it imitates none, unless one is claimed or named */
	NAME_UNLIKE = 1 << 6,	/* … nor where one is named */
};

struct name_facts {
	uint16_t likeness_units; /* what finding out NAME_QUIET took */
	uint8_t known;		 /* enum name_fact */
	uint8_t suffix;		 /* bytes: hostname_suffix(name, true) */
	uint8_t icann;		 /* … and (name, false) */
	uint8_t registrable;	 /* bytes of the registrable domain */
};

/* The facts of `ascii`, to be read and added to before the next name is asked for; NULL where none are kept
 * (without a memo, and for names that no DNS carries). */
struct name_facts *name_memo_at(struct name_memo *memo, struct span ascii);

/* hostname_suffix(ascii, private_section). `memo` may be NULL. */
size_t name_memo_suffix(struct name_memo *memo, struct span ascii, bool private_section);

#endif
