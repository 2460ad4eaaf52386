/* The records of all of a catalogue's indexes as if they were one's: found by key, and named by
 * reference. For the look-ups only. */
#ifndef CATALOGUE_RECORDS_H
#define CATALOGUE_RECORDS_H

#include "catalogue/index_view.h"

/* A walk over the records that the indexes file in one table under one key, in their order. */
struct records {
	const struct catalogue *catalogue;
	enum index_section table;
	uint64_t hash;
	size_t indexes; /* that have been asked */
	bool brands; /* to be set by the caller: indexes of nothing but plain lists are not asked */
	struct probe probe;	   /* of the last of them */
	const struct index *index; /* the one that the record is from */
	uint32_t number;	   /* the record's, within its section */
};

/* Asks for `key` come soon: lets the processor fetch what tells of most keys that there is no record. */
void records_soon(const struct catalogue *catalogue, enum index_section table, struct span key);

struct records records_filed(const struct catalogue *catalogue, enum index_section table,
			     struct span key);
/* The next record (of index_table_target(table)'s kind), NULL after the last. It is filed under the
 * key's hash: whether its text is the key is for the caller to see. */
const void *records_next(struct records *records);

#define NEAR_AHEAD 24 /* forms that are fetched at once: those of most labels */

/* A walk over the records of a NEAR table that share a one-deletion form (index_hash.h) with a key:
 * with the key as it is, then with rn in it read as m. The same record may come more than once. */
struct near_records {
	struct records records; /* those under the present form */
	struct near_forms forms;
	uint64_t hashes[NEAR_AHEAD]; /* of the next forms under which there may be records */
	size_t hashed, walked;	     /* how many of them there are, and have been walked */
	struct span asked;	     /* the key in the present reading */
	bool joined;		     /* … that is with rn as m */
	bool pairs;		     /* some text that was looked at has rn in it */
	char buffer[NEAR_TEXT_MAX];
};

/* Starts with those near `key`, which is borrowed; with `brands`, indexes of nothing but plain lists are not asked. *near must stay where it is. */
void records_near(struct near_records *near, const struct catalogue *catalogue,
		  enum index_section table, struct span key, bool brands);

/* The next record, NULL after the last. */
const void *records_near_next(struct near_records *near);

/* Is the text for which the present record was filed near_enough() to the key? To be asked of every record. */
bool records_near_enough(struct near_records *near, struct index_text stored);

/* A reference to a record of the n-th index, never 0: a brand_ref, or a redirector's number. */
uint32_t records_ref(size_t index, uint32_t number);

/* A reference to another record of the index that the present one is from. */
uint32_t records_sibling(const struct records *records, uint32_t number);

/* The record of `section` that a reference names, with its index; NULL (both) when there is none. */
const void *records_at(const struct catalogue *catalogue, enum index_section section, uint32_t ref,
		       const struct index **index);

#endif
