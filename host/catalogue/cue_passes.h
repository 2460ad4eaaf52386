/*
 * The passes over a text that find the literals of cues (cue_scan.h). One is for the kinds that every mail is asked
 * for, another for those that only a clause which names a secret is: the latter's literals (if, not, the other
 * words of a demand) stand nearly everywhere, and would cost every mail a tenth of its time.
 */
#ifndef CATALOGUE_CUE_PASSES_H
#define CATALOGUE_CUE_PASSES_H

#include "catalogue/cue_scan.h"
#include "catalogue/cues.h"

struct cue_passes;

/* NULL when out of memory. */
struct cue_passes *cue_passes_new(void);
void cue_passes_free(struct cue_passes **passes);

/* Adds a literal of a cue of this kind: cue_scan_add(). */
bool cue_passes_add(struct cue_passes *passes, enum cue_kind kind, struct span literal,
		    uint32_t number);

/* Another text comes: no pass over it has been made. */
void cue_passes_begin(struct cue_passes *passes);

/* Makes those for `kinds` (bits 1 << enum cue_kind) that have not been made: cue_scan_text() of each. */
void cue_passes_make(struct cue_passes *passes, unsigned kinds, struct span text,
		     cue_scan_found *found, void *context);

#endif
