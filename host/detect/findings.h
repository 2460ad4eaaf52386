/* A growing list of findings in the arena. */
#ifndef DETECT_FINDINGS_H
#define DETECT_FINDINGS_H

#include "detect/finding.h"
#include "text/arena.h"

struct findings {
	struct arena *arena;
	struct finding *at;
	size_t count, capacity;
	/* Private: places in at[] plus one by hash of (code, target, index, brand), 0 for a free
	 * slot. */
	uint32_t *slots;
	size_t slot_count;	/* a power of two; 0: to be made anew */
	struct finding scratch; /* what is handed out when the arena has given out */
};

/* Adds a finding and returns it for its evidence to be filled in. One per (code, target, index, brand): a second
 * one of a higher level takes the first one's place, evidence included, so that level and explanation agree; any
 * other is dropped. Never NULL: for a dropped one, or when the arena has given out, a scratch finding is returned. */
struct finding *findings_add(struct findings *findings, enum finding_code code, enum level level,
			     enum target_kind target, size_t index, brand_ref brand);

bool findings_has(const struct findings *findings, enum finding_code code);

/* The highest level among those about `target`; LEVEL_NONE without any. */
enum level findings_level(const struct findings *findings, enum target_kind target);

/* Sorts as protocol.md says: level, target, index, code, brand id. */
void findings_sort(struct findings *findings, const struct catalogue *catalogue);

#endif
