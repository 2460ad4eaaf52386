#include "catalogue/array.h"

#include "catalogue/index_hash.h"

#include <stdlib.h>

/* Room for `more` elements of `size` bytes. */
static bool array_reserve(struct array *array, size_t more, size_t size)
{
	size_t room = array->room ? array->room : 16;
	void *items;

	if (more <= array->room - array->count)
		return true;
	while (room - array->count < more) {
		if (room > SIZE_MAX / 2 / size)
			return false;
		room *= 2;
	}
	items = realloc(array->items, room * size);
	if (!items)
		return false;
	array->items = items;
	array->room = room;
	return true;
}

void *array_push(struct array *array, size_t size)
{
	void *slot;

	if (!array_reserve(array, 1, size))
		return NULL;
	slot = (char *)array->items + array->count++ * size;
	return memset(slot, 0, size);
}

bool array_append(struct array *array, const void *bytes, size_t count)
{
	if (count == 0)
		return true; /* there may be no items to point to */
	if (!array_reserve(array, count, 1))
		return false;
	memcpy((char *)array->items + array->count, bytes, count);
	array->count += count;
	return true;
}

void array_free(struct array *array)
{
	free(array->items);
	*array = (struct array){0};
}

struct text_map_slot {
	struct span key;
	uint64_t hash;
	uint32_t number;
	bool used;
};

static struct text_map_slot *map_slot(const struct text_map *map, struct span key, uint64_t hash)
{
	size_t at = (size_t)hash & (map->room - 1);

	while (map->slots[at].used &&
	       (map->slots[at].hash != hash || !span_equal(map->slots[at].key, key)))
		at = (at + 1) & (map->room - 1);
	return &map->slots[at];
}

static bool map_grow(struct text_map *map)
{
	struct text_map larger = {.count = map->count, .room = map->room ? map->room * 2 : 64};

	larger.slots = calloc(larger.room, sizeof(*larger.slots));
	if (!larger.slots)
		return false;
	for (size_t i = 0; i < map->room; i++)
		if (map->slots[i].used)
			*map_slot(&larger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
	free(map->slots);
	*map = larger;
	return true;
}

uint32_t text_map_get(const struct text_map *map, struct span key)
{
	const struct text_map_slot *slot;

	if (!map->room)
		return TEXT_MAP_NONE;
	slot = map_slot(map, key, index_hash(key));
	return slot->used ? slot->number : TEXT_MAP_NONE;
}

uint32_t text_map_put(struct text_map *map, struct span key, uint32_t number)
{
	uint64_t hash = index_hash(key);
	struct text_map_slot *slot;

	if (map->count >= map->room / 2 && !map_grow(map))
		return TEXT_MAP_NONE;
	slot = map_slot(map, key, hash);
	if (!slot->used) {
		*slot = (struct text_map_slot){key, hash, number, true};
		map->count++;
	}
	return slot->number;
}

void text_map_set(struct text_map *map, struct span key, uint32_t number)
{
	struct text_map_slot *slot;

	if (!map->room)
		return;
	slot = map_slot(map, key, index_hash(key));
	if (slot->used)
		slot->number = number;
}

void text_map_free(struct text_map *map)
{
	free(map->slots);
	*map = (struct text_map){0};
}
