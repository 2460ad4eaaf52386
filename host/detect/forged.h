/* Forged official senders: what beside the address tells that a mail is none of the brand's (sender-unverified). */
#ifndef DETECT_FORGED_H
#define DETECT_FORGED_H

#include "detect/combine.h"

/* A link in the name of `brand`, whose official address the mail shows without proof, that hardly stands in a mail of
 * that brand; SIZE_MAX when there is none. One to a stranger is not enough: 29 of 87 honest official mails have one. It
 * counts beside a strong wording or a request for secrets (`strong`), and beside any campaign wording where it imitates
 * the brand. A mail that speaks for the brand but has no link to it or to its sender counts sooner, since brands do not
 * write so: beside any campaign wording, or where the link itself is odd (anybody's web space, a shortener). Employees
 * write without a link to their house; they do not write in its name. */
size_t forged_link(const struct mail *mail, brand_ref brand, bool strong);

/* Where the text of a mail that speaks for `brand` in a campaign's wording tells to follow a link, and the mail has none, nor
 * writes one out: somebody else's mail, of which a list or a filter has taken the links. The words within the folded text;
 * empty otherwise. */
struct span forged_pointer(const struct mail *mail, brand_ref brand);

#endif
