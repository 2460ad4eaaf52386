/* The keys of an index's hash tables: how writer and reader make and hash them. */
#ifndef CATALOGUE_INDEX_HASH_H
#define CATALOGUE_INDEX_HASH_H

#include "text/span.h"

#include <stdint.h>

/* SipHash-1-3 under a fixed key: a text's hash, the same for every table. */
uint64_t index_hash(struct span text);

/* The hash under which one table files it. Another seed moves all texts to other buckets, so that a
 * table whose buckets come out too full (by chance, or because somebody made a list of such names)
 * is built again with the next seed. */
uint64_t index_table_hash(uint64_t seed, uint64_t hash);

/* The word of a table's filter that has a hash's bits, and these bits. Both are those of the hash that is the same
 * for every table. */
uint32_t index_filter_word(uint64_t hash, uint32_t words);
uint64_t index_filter_bits(uint64_t hash);

/* The hash of a key's beginning, cut to PREFIX_POINTS code points (index_format.h). */
uint64_t index_prefix_hash(struct span key);

/* Another hash of a whole key, for the same bits. */
uint64_t index_whole_hash(struct span key);

/* The hashes of what stands behind a label, dots left out, and of a label that stands there (both skeletons). An i
 * passes for a j: suffixes are skimmed, not read. */
uint64_t index_tail_hash(struct span joined);
uint64_t index_label_hash(struct span label);

/* The hash whose low bits number the second bit of such a hash. */
uint64_t index_second_hash(uint64_t hash);

/*
 * One-deletion keys. Two texts that are at most one insertion, deletion, substitution or swap of
 * neighbours apart share a form among {the text} and {the text without its i-th code point}: so the
 * index holds these forms of its texts, and a look-up probes with those of the text it is asked
 * for. False companions (two texts that lost different code points) are removed by measuring.
 */
#define NEAR_TEXT_MAX 256 /* bytes; longer texts have no one-deletion keys */

/* The hash of a form. It is a polynomial of its bytes, so that the forms of a text are hashed in the time of two, and no
 * form is ever written. */
uint64_t near_hash(struct span form);

struct near_forms {
	struct span text;
	size_t at;	 /* byte offset of the next code point to leave out */
	bool whole;	 /* the whole text has been given */
	uint64_t all;	 /* the text's polynomial */
	uint64_t before; /* … of what lies before `at` */
	uint64_t power;	 /* the factor of the byte at `at` */
};

/* Starts with the forms of `text`; false when it is empty or too long to have any. */
bool near_forms_start(struct near_forms *forms, struct span text);

/* The near_hash() of the next form, first of the text as it is; false after the last. A run of equal code points gives
 * the same form several times: it is given once. */
bool near_forms_next(struct near_forms *forms, uint64_t *hash);

/*
 * The skeleton of m is rn (UTS #39), so that a substituted m would count as two edits. Writes
 * `skeleton` with rn joined to m again into `out`, whose length tells whether anything was joined;
 * the empty span when it does not fit. Near keys are made of both readings.
 */
struct span near_joined(struct span skeleton, char out[static NEAR_TEXT_MAX]);

/* Are the two one edit or swap apart (and not equal), as written or, with `joined`, with rn joined
 * in `stored`? `asked` has been joined by the caller. */
bool near_enough(struct span stored, struct span asked, bool joined);

#endif
