/*
 * Finds many literals in a text in one pass: at each byte a bit tells whether anything begins with
 * the three bytes there, then another whether it does with the four.
 */
#ifndef CATALOGUE_CUE_SCAN_H
#define CATALOGUE_CUE_SCAN_H

#include "text/span.h"

#include <stdint.h>

#define CUE_SCAN_LEAST 3 /* bytes of a literal */

struct cue_scan;

/* NULL when out of memory. */
struct cue_scan *cue_scan_new(void);
void cue_scan_free(struct cue_scan **scan);

/* Adds a literal of CUE_SCAN_LEAST bytes or more, borrowed, with a number of the caller's. False when out
 * of memory. */
bool cue_scan_add(struct cue_scan *scan, struct span literal, uint32_t number);

/* Called for each occurrence, in the order of the places; false stops the pass. */
typedef bool cue_scan_found(void *context, uint32_t number, size_t at);
void cue_scan_text(const struct cue_scan *scan, struct span text, cue_scan_found *found,
		   void *context);

#endif
