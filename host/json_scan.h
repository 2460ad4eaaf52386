/* A look over a JSON text before it is parsed: the parser recurses for each level and needs
 * hundreds of bytes for each value, so that a megabyte of `[[[[` or `{},{},` must not reach it. */
#ifndef JSON_SCAN_H
#define JSON_SCAN_H

#include "fault.h"
#include "text/span.h"

/* False with a fault when the text nests deeper than LIMIT_DEPTH (invalid-json) or holds more than
 * LIMIT_VALUES values (invalid-request). Says nothing about whether it is JSON at all. */
bool json_scan(struct span text, struct fault *fault);

#endif
