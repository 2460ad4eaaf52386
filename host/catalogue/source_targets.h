/* Compiling the domains of a source: their records, and which of them are worth imitating. */
#ifndef CATALOGUE_SOURCE_TARGETS_H
#define CATALOGUE_SOURCE_TARGETS_H

#include "catalogue/index_build.h"
#include "catalogue/source_private.h"

#define BUILD_BYTES ((size_t)1 << 30)

/* An index being made; everything that was folded on the way is in the arena until the end. */
struct building {
	const struct source *source;
	struct index_builder *builder;
	struct arena *arena;
	const struct source_brand **brands; /* by number in the index */
	uint32_t *numbers;		    /* from number in the source to number in the index */
	struct index_finish finish;
};

/* Writes all domain records and their keys. False when out of memory. */
bool put_domains(struct building *building);

/* Files `record` under the one-deletion forms of `key` and of its reading with rn joined to m. */
void put_near_keys(struct building *building, enum index_section table, struct span key,
		   uint32_t record);

#endif
