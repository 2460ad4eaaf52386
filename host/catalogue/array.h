/* Arrays that grow and a map from texts to numbers: what reading and compiling a catalogue needs.
 */
#ifndef CATALOGUE_ARRAY_H
#define CATALOGUE_ARRAY_H

#include "text/span.h"

#include <stdint.h>

/* Zero-initialise. Elements move when it grows: keep numbers, not pointers. */
struct array {
	void *items;
	size_t count, room;
};

/* Appends one zeroed element of `size` bytes and returns it; NULL when out of memory. */
void *array_push(struct array *array, size_t size);

/* Appends `count` bytes to an array of bytes; false when out of memory. */
bool array_append(struct array *array, const void *bytes, size_t count);
void array_free(struct array *array);

/* Element `n` of an array of `type`. */
#define ARRAY_AT(array, type, n) (&((type *)(array)->items)[n])

/* From text to number, open addressing. Zero-initialise; keys are borrowed. */
struct text_map {
	struct text_map_slot *slots;
	size_t count, room; /* room is 0 or a power of two */
};

#define TEXT_MAP_NONE UINT32_MAX

/* The number of `key`, or TEXT_MAP_NONE. */
uint32_t text_map_get(const struct text_map *map, struct span key);

/* The number of `key`, which becomes `number` when it had none; TEXT_MAP_NONE when out of memory.
 */
uint32_t text_map_put(struct text_map *map, struct span key, uint32_t number);

/* Replaces the number of a key that is there. */
void text_map_set(struct text_map *map, struct span key, uint32_t number);
void text_map_free(struct text_map *map);

#endif
