#include "catalogue/cue_passes.h"

#include <stdlib.h>

#define PASSES 2
#define MAIL_KINDS \
	(1u << CUE_WORDING | 1u << CUE_SECRET_PHRASE | 1u << CUE_SECRET_CODE | 1u << CUE_FRAUD)

static const unsigned kinds_of[PASSES] = {MAIL_KINDS, ~MAIL_KINDS};

struct cue_passes {
	struct cue_scan *scans[PASSES];
	bool made[PASSES]; /* over the present text */
};

struct cue_passes *cue_passes_new(void)
{
	struct cue_passes *passes = calloc(1, sizeof(*passes));

	for (int i = 0; passes && i < PASSES; i++) {
		passes->scans[i] = cue_scan_new();
		if (!passes->scans[i])
			cue_passes_free(&passes);
	}
	return passes;
}

void cue_passes_free(struct cue_passes **passes)
{
	for (int i = 0; *passes && i < PASSES; i++)
		cue_scan_free(&(*passes)->scans[i]);
	free(*passes);
	*passes = NULL;
}

bool cue_passes_add(struct cue_passes *passes, enum cue_kind kind, struct span literal,
		    uint32_t number)
{
	bool mail = kind < CUE_KINDS && MAIL_KINDS >> kind & 1;

	return cue_scan_add(passes->scans[mail ? 0 : 1], literal, number);
}

void cue_passes_begin(struct cue_passes *passes)
{
	memset(passes->made, 0, sizeof(passes->made));
}

void cue_passes_make(struct cue_passes *passes, unsigned kinds, struct span text,
		     cue_scan_found *found, void *context)
{
	for (int i = 0; i < PASSES; i++) {
		if (passes->made[i] || !(kinds & kinds_of[i]))
			continue;
		passes->made[i] = true;
		cue_scan_text(passes->scans[i], text, found, context);
	}
}
