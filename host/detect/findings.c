#include "detect/findings.h"

#define FIRST_CAPACITY 16

/* The slot that holds the finding of this key, or the free one where it belongs. */
static uint32_t *slot_of(const struct findings *findings, const struct finding *key)
{
	uint64_t hash = 14695981039346656037U;
	const uint64_t parts[] = {(uint64_t)key->code, (uint64_t)key->target, key->index,
				  key->brand};
	size_t at;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		hash = (hash ^ parts[i]) * 1099511628211U;
	for (at = hash ^ hash >> 32;; at++) {
		uint32_t *slot = &findings->slots[at & (findings->slot_count - 1)];
		const struct finding *f = *slot ? &findings->at[*slot - 1] : NULL;

		if (!f || (f->code == key->code && f->target == key->target &&
			   f->index == key->index && f->brand == key->brand))
			return slot;
	}
}

/* Makes the slots for the present capacity; at most half of them are ever taken. */
static bool index_anew(struct findings *findings)
{
	findings->slots = arena_array(findings->arena, findings->capacity * 2, sizeof(uint32_t));
	findings->slot_count = findings->slots ? findings->capacity * 2 : 0;
	if (!findings->slots)
		return false;
	for (size_t i = 0; i < findings->count; i++)
		*slot_of(findings, &findings->at[i]) = (uint32_t)i + 1;
	return true;
}

static bool grow(struct findings *findings)
{
	size_t capacity = findings->capacity ? findings->capacity * 2 : FIRST_CAPACITY;
	struct finding *at = arena_array(findings->arena, capacity, sizeof(*at));

	if (!at)
		return false;
	if (findings->count)
		memcpy(at, findings->at, findings->count * sizeof(*at));
	findings->at = at;
	findings->capacity = capacity;
	return index_anew(findings);
}

struct finding *findings_add(struct findings *findings, enum finding_code code, enum level level,
			     enum target_kind target, size_t index, brand_ref brand)
{
	const struct finding made = {
	    .code = code,
	    .level = level,
	    .target = target,
	    .index = index,
	    .brand = brand,
	};
	struct finding *f;
	uint32_t *slot;

	if ((findings->count == findings->capacity && !grow(findings)) ||
	    (!findings->slot_count && !index_anew(findings))) {
		findings->scratch = made;
		return &findings->scratch;
	}
	slot = slot_of(findings, &made);
	if (!*slot) {
		findings->at[findings->count] = made;
		*slot = (uint32_t)++findings->count;
		return &findings->at[findings->count - 1];
	}
	f = &findings->at[*slot - 1];
	if (level <= f->level)
		f = &findings->scratch;
	*f = made;
	return f;
}

bool findings_has(const struct findings *findings, enum finding_code code)
{
	for (size_t i = 0; i < findings->count; i++)
		if (findings->at[i].code == code)
			return true;
	return false;
}

enum level findings_level(const struct findings *findings, enum target_kind target)
{
	enum level level = LEVEL_NONE;

	for (size_t i = 0; i < findings->count; i++)
		if (findings->at[i].target == target && findings->at[i].level > level)
			level = findings->at[i].level;
	return level;
}

static int span_order(struct span a, struct span b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int order(const struct finding *a, const struct finding *b,
		 const struct catalogue *catalogue)
{
	if (a->level != b->level)
		return a->level > b->level ? -1 : 1;
	if (a->target != b->target)
		return a->target < b->target ? -1 : 1;
	if (a->index != b->index)
		return a->index < b->index ? -1 : 1;
	if (a->code != b->code)
		return a->code < b->code ? -1 : 1;
	if (a->brand == b->brand)
		return 0;
	if (a->brand == BRAND_NONE || b->brand == BRAND_NONE)
		return a->brand == BRAND_NONE ? -1 : 1;
	return span_order(catalogue_brand(catalogue, a->brand).id,
			  catalogue_brand(catalogue, b->brand).id);
}

/* Merges two sorted halves of `from` into `to`. */
static void merge(const struct finding **to, const struct finding **from, size_t middle, size_t end,
		  const struct catalogue *catalogue)
{
	size_t left = 0, right = middle;

	for (size_t i = 0; i < end; i++) {
		bool take_left = left < middle &&
				 (right == end || order(from[left], from[right], catalogue) <= 0);

		to[i] = from[take_left ? left++ : right++];
	}
}

static void sort(const struct finding **at, const struct finding **spare, size_t count,
		 const struct catalogue *catalogue)
{
	size_t middle = count / 2;

	if (count < 2)
		return;
	sort(at, spare, middle, catalogue);
	sort(at + middle, spare, count - middle, catalogue);
	memcpy(spare, at, count * sizeof(*at));
	merge(at, spare, middle, count, catalogue);
}

void findings_sort(struct findings *findings, const struct catalogue *catalogue)
{
	size_t count = findings->count;
	struct finding *sorted = arena_array(findings->arena, count, sizeof(*sorted));
	const struct finding **at = arena_array(findings->arena, 2 * count, sizeof(*at));

	/* A merge sort: thousands of links may each have findings, and qsort() takes no context. */
	for (size_t i = 0; sorted && at && i < count; i++)
		at[i] = &findings->at[i];
	if (sorted && at) {
		sort(at, at + count, count, catalogue);
		for (size_t i = 0; i < count; i++)
			sorted[i] = *at[i];
		findings->at = sorted;
		findings->capacity = count;
	}
	findings->slot_count = 0;
}
