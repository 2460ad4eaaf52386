/* One compiled catalogue: bytes in the format of index_format.h, checked once when opened. */
#ifndef CATALOGUE_INDEX_H
#define CATALOGUE_INDEX_H

#include "catalogue/catalogue.h"

struct index;

/* Opens `size` bytes at `bytes` (8-byte aligned, kept by the caller for the index's life). Verifies
 * magic, version, byte order, section bounds and every offset. NULL with a one-line reason in
 * problem[] when something is wrong. */
struct index *index_open(const void *bytes, size_t size, char problem[static 160]);

/* The same for bytes that are part of this program and were opened with index_open() when it was built: only
 * what look-ups rely on is read, so that a start touches no more of it than its first question. */
struct index *index_open_own(const void *bytes, size_t size, char problem[static 160]);

/* Frees what index_open made (never the bytes) and sets *index to NULL; NULL is allowed. */
void index_close(struct index **index);

/* Its catalogue version (a date) and counts. */
struct index_facts {
	struct span version;
	size_t brands, domains;
};
struct index_facts index_facts(const struct index *index);

/* The n-th wording cue's source (cues.h compiles them). */
struct cue_source {
	struct span id; /* "held-mails-ja" */
	struct span
	    literal; /* folded text that must occur for the pattern to be tried; may be empty */
	struct span pattern; /* PCRE2, matched against folded text */
	struct span starts;  /* with what its matches begin (cue_starts.h); empty: not known */
	unsigned kind;	     /* enum cue_kind of cues.h */
	unsigned strength;   /* enum cue_strength of cues.h */
};
size_t index_cue_count(const struct index *index);
struct cue_source index_cue(const struct index *index, size_t n);

#endif
