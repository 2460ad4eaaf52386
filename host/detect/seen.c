#include "detect/seen.h"

#include "detect/sisters.h"

/* At most, for as many links; names that share a place cost their looking-up again. */
#define PLACES 256
/* The DNS carries no longer name. */
#define LONGEST_NAME 253

struct seen_name {
	struct span ascii, unicode; /* of the hostname; empty: nothing was remembered here */
	struct span shown;
	const struct lookalike *found;
	size_t count;
	bool has_found, has_shown;
};

struct seen {
	const struct catalogue *catalogue;
	struct arena *arena;
	const brand_ref *brands; /* what the mail claims */
	size_t brand_count;
	const struct claimed_brand *claimed; /* … read, unless the sender is official */
	size_t claimed_count;
	bool claims; /* some brand is claimed or named */
	struct effort effort;
	struct seen_name last; /* of a name that is not remembered */
	size_t mask;	       /* places - 1, their number being a power of two */
	struct seen_name at[];
};

struct seen *seen_new(const struct catalogue *catalogue, struct arena *arena,
		      const struct seen_claims *claims, size_t links)
{
	size_t places = 1;
	struct seen *seen;

	while (places < links && places < PLACES)
		places *= 2;
	seen = arena_alloc(arena, sizeof(*seen) + places * sizeof(seen->at[0]));
	if (!seen)
		return NULL;
	seen->catalogue = catalogue;
	seen->arena = arena;
	seen->brands = claims->brands;
	seen->brand_count = claims->count;
	seen->claimed_count = claims->official ? 0 : claims->count;
	seen->claimed = claimed_read(catalogue, arena, claims->brands, seen->claimed_count);
	seen->claims = claims->count > 0 || claims->named;
	seen->mask = places - 1;
	seen->effort.left = EFFORT_MAIL;
	return seen;
}

/* FNV-1a. */
static uint32_t hash_of(struct span name)
{
	uint32_t hash = 0x811c9dc5;

	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)name.ptr[i]) * 0x01000193;
	return hash ^ hash >> 15;
}

static struct seen_name *name_of(struct seen *seen, const struct hostname *hostname)
{
	struct seen_name *name = hostname->ascii.len > LONGEST_NAME
				     ? &seen->last
				     : &seen->at[hash_of(hostname->ascii) & seen->mask];

	if (name == &seen->last || !span_equal(name->ascii, hostname->ascii) ||
	    !span_equal(name->unicode, hostname->unicode))
		*name = (struct seen_name){.ascii = hostname->ascii, .unicode = hostname->unicode};
	return name;
}

static void look(struct seen *seen, const struct hostname *hostname, struct seen_name *name)
{
	struct lookalike found[LOOKALIKES], *kept = NULL;
	size_t count = seen->claims ? lookalike_find_claimed(seen->catalogue, seen->arena, hostname,
							     seen->claimed, seen->claimed_count,
							     &seen->effort, found)
				    : lookalike_find_unclaimed(seen->catalogue, seen->arena,
							       hostname, &seen->effort, found);

	count = sisters_merge(seen->catalogue, seen->brands, seen->brand_count, found, count);
	if (count)
		kept = arena_array(seen->arena, count, sizeof(*kept));
	if (kept)
		memcpy(kept, found, count * sizeof(*kept));
	name->found = kept;
	name->count = kept ? count : 0;
	name->has_found = true;
}

size_t seen_lookalikes(struct seen *seen, const struct hostname *hostname,
		       const struct lookalike **found)
{
	struct seen_name *name = name_of(seen, hostname);

	if (!name->has_found)
		look(seen, hostname, name);
	*found = name->found;
	return name->count;
}

/* As lookalike_shown(), with what is looked for anyway. */
static struct span shown_of(struct seen *seen, const struct hostname *hostname)
{
	struct span shown = lookalike_shown_first(hostname);
	const struct lookalike *found;
	size_t count =
	    shown.ptr == hostname->ascii.ptr ? 0 : seen_lookalikes(seen, hostname, &found);

	for (size_t i = 0; i < count; i++)
		if (found[i].level > LEVEL_NONE)
			return hostname->ascii;
	return shown;
}

struct span seen_shown(struct seen *seen, const struct hostname *hostname)
{
	struct seen_name *name;

	if (span_equal(hostname->ascii, hostname->unicode))
		return hostname->ascii;
	name = name_of(seen, hostname);
	if (!name->has_shown)
		name->shown = shown_of(seen, hostname);
	name->has_shown = true;
	return name->shown;
}

bool seen_is_cut(const struct seen *seen)
{
	return seen->effort.spent;
}
