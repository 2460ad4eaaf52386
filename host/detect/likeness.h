/* Which pieces of a label differ from those of the genuine one, to show a reader where to look. */
#ifndef DETECT_LIKENESS_H
#define DETECT_LIKENESS_H

#include "detect/finding.h"
#include "text/arena.h"

/* Aligns two labels (Unicode form) piece by piece, pieces that look alike (equal skeletons, up to
 * two letters each) and swapped neighbours against each other, and writes the differing ones in
 * order. Returns their number; the rest beyond EVIDENCE_DIFFS is left out. */
size_t likeness_diffs(struct arena *arena, struct span seen, struct span genuine,
		      struct evidence_diff out[static EVIDENCE_DIFFS]);

#endif
