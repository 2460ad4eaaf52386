/*
 * Domains that bear a brand's own name. The catalogue's lists of a brand's domains are as long as somebody's knowledge of
 * it: mydocomo.com, krogermail.com and rakuten-drive.com were each left out once. So a name of that kind is no proof that
 * the mail is not the brand's, and what would be danger over a stranger's domain is a warning over it.
 */
#ifndef DETECT_FAMILY_H
#define DETECT_FAMILY_H

#include "detect/lookalike.h"

/* True where `ascii` may well be one more domain of the brand's: one of its labels under another suffix, or with a word
 * beside it that is none about accounts, access, fear and money; or where its subscribers have their mailboxes (a telecom's). Never
 * below a suffix that costs next to nothing, nor what a hoster gives out. */
bool family_bears(const struct catalogue *catalogue, brand_ref brand, struct span ascii);

/* The level of a likeness of the hostname `ascii`. `claimed`: the mail claims the brand that it is like. */
enum level family_level(const struct catalogue *catalogue, const struct lookalike *found,
			bool claimed, struct span ascii);

/* The levels of the look-alikes of one hostname: where it is one brand's imitation beyond doubt (paypa1.com), that it is also
 * somewhat like another's (PayPay) is no news: such guesses, at notice, become none. */
void family_settle(enum level *levels, size_t count);

#endif
