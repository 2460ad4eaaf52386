/*
 * Writes an index: texts, records and keys in, the bytes of index_format.h out. It knows the format
 * and nothing of what the records mean. The bytes depend on what is added and on its order alone.
 */
#ifndef CATALOGUE_INDEX_BUILD_H
#define CATALOGUE_INDEX_BUILD_H

#include "catalogue/index_format.h"

struct index_builder;

/* NULL when out of memory. */
struct index_builder *index_builder_new(void);

/* Frees it and sets *builder to NULL; NULL is allowed. */
void index_builder_free(struct index_builder **builder);

/* A text of the strings section; equal texts are stored once. `text` is kept by the caller until
 * the builder is freed. Failures are remembered for index_builder_finish(). */
struct index_text index_builder_text(struct index_builder *builder, struct span text);

/* Appends a record of the section's kind; returns its number. */
uint32_t index_builder_record(struct index_builder *builder, enum index_section section,
			      const void *record);

/* Files record `record` under `key` (copied). The same pair twice counts once. */
void index_builder_key(struct index_builder *builder, enum index_section table, struct span key,
		       uint32_t record);

/* The same under a key whose hash is known: a one-deletion form. */
void index_builder_hash(struct index_builder *builder, enum index_section table, uint64_t hash,
			uint32_t record);

/* Sets the bits of every beginning of a strong alias's key, and that of the whole. */
void index_builder_prefixes(struct index_builder *builder, struct span key);

/* Sets the bits of what stands behind a domain's label: `label`, its first label, and `joined`, all of it without
 * dots (skeletons both). */
void index_builder_tail(struct index_builder *builder, struct span label, struct span joined);

/* Records of a section so far. */
uint32_t index_builder_count(const struct index_builder *builder, enum index_section section);

/* Writes the header with these facts and all sections. *bytes is malloc'ed, the caller frees it.
 * False with a one-line reason when memory ran out or the index would be too large. cut[] says for
 * each table how many keys had more records than it gives (KEY_RECORDS or fewer) and lost the last
 * ones. */
struct index_finish {
	struct span date;
	uint32_t alias_longest, domain_count;
	bool listed; /* all that have skeletons are domains of plain lists */
	uint32_t cut[TABLE_COUNT];
};
bool index_builder_finish(struct index_builder *builder, struct index_finish *finish, void **bytes,
			  size_t *size, char problem[static 160]);

#endif
