/* What a public suffix says of who registers below it. */
#ifndef DETECT_SUFFIX_H
#define DETECT_SUFFIX_H

#include "catalogue/catalogue.h"

/* Names below it cost next to nothing, and lists of phishing hold far more of them than lists of
 * popular sites do (JPCERT/CC's phishing URLs of 2019 to 2022 against popular domains). */
bool suffix_is_throwaway(const struct catalogue *catalogue, struct span suffix);

/* A country's own registry: two letters, but for those that are sold to everybody everywhere. */
bool suffix_is_national(const struct catalogue *catalogue, struct span suffix);

/* Letters, digits, hyphens and dots only (RFC 5890 section 2.3.1): nobody can register below another. */
bool suffix_is_possible(struct span suffix);

#endif
