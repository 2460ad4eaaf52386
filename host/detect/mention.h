/*
 * Words that are talked about, not said: a campaign's wording in quotation marks, with a word in front of or behind
 * them that says so (「…」という件名, mails saying "…"). Warnings against phishing quote it that way; campaigns do
 * not tell their own words as somebody else's.
 */
#ifndef DETECT_MENTION_H
#define DETECT_MENTION_H

#include "text/span.h"

/* Whether the bytes [from, to) of a folded text (fold_body()) are mentioned in that way. Looks at no more than some
 * hundred bytes on either side. */
bool mention_at(struct span folded, size_t from, size_t to);

#endif
