/* base64 as mails and links carry it. */
#ifndef HONMONO_TEXT_BASE64_H
#define HONMONO_TEXT_BASE64_H

#include "text/arena.h"

/* The value of a digit of either alphabet (RFC 4648 sections 4 and 5), or -1. */
int base64_digit(char c);

/* Adds the bytes that `text` encodes, in either alphabet, up to its padding, which may be missing; false when another
 * character stands there (some bytes may have been added then). The bytes need not be UTF-8. */
bool base64_decode(struct builder *bytes, struct span text);

#endif
