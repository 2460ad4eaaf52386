/* Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include "text/span.h"

#include <stdint.h>

/* Offset of the first byte that is not valid UTF-8, or text.len when all of it is. */
size_t utf8_check(struct span text);

/* Takes the first code point off *rest (valid UTF-8, not empty) and returns it. On a broken byte
 * it takes one byte and returns U+FFFD, so that a loop always ends. */
uint32_t utf8_next(struct span *rest);

/* Writes `point` to `out` and returns the number of bytes, 1 to 4. */
size_t utf8_encode(uint32_t point, char out[4]);

/* Number of code points in valid UTF-8. */
size_t utf8_length(struct span text);

/* Bytes in front of the first one that is not ASCII. */
size_t utf8_ascii_prefix(struct span text);

bool utf8_is_ascii(struct span text);

/* The longest prefix of `text` of at most `max` code points. */
struct span utf8_prefix(struct span text, size_t max);

#endif
