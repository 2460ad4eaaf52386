/*
 * Mail that speaks in a brand's name though its display name gives out none: "Account Team", "Your Netflix membership
 * has been suspended". News, shops and friends name brands, too; what a notice has and they do not must come together.
 */
#ifndef DETECT_SPOKEN_H
#define DETECT_SPOKEN_H

#include "detect/combine.h"

/*
 * The brand in whose name the mail speaks, or BRAND_NONE. All of this:
 * - the sender is nobody's that we know, not trusted, of no mail service or list and not of the reader's house; the mail
 *   is no reply or forwarded one, and its sender's own name stands nowhere in its words;
 * - a campaign's wording is said, and no more than a few brands are named;
 * - the brand is named in the subject; or in the text, where it is the reader's (your Netflix account, Amazonを
 *   ご利用) or the display name is a post's;
 * - no link leads to it, and one leads to a stranger; or to the sender's own site, where the display name is a post's and
 *   the brand's account is the reader's.
 */
brand_ref spoken_brand(const struct mail *mail);

/* Nothing about the sender speaks for him: nobody that we know or the reader trusts, of no mail service, list or the
 * reader's house, and he names himself nowhere; what he says is said by himself, in no reply or forwarded mail. */
bool spoken_by_nobody(const struct mail *mail);

/* Somebody else's mail, passed on. */
bool spoken_passed_on(const struct mail *mail);

/* The sender's own name, as his domain has it, stands in the mail's words or in his display name. */
bool spoken_names_itself(const struct mail *mail);

/* The sender shows the reader's own address. */
bool spoken_from_reader(const struct mail *mail);

/* Adds sender-unofficial for it. */
void spoken_check(struct mail *mail);

#endif
