#include "profile.h"

#include "catalogue/source.h"
#include "decode.h"
#include "json_memory.h"
#include "limits.h"
#include "profile_brand.h"
#include "profile_rules.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct user_profile {
	struct arena *arena; /* of the view's lists */
	void *bytes;	     /* of the index */
	struct index *index;
	struct profile view;
	char id[17];
};

/* A list of sound strings while a profile is read. */
struct list {
	struct span *at;
	size_t count;
};

/* What is made on the way to a profile. */
struct making {
	const struct catalogue *catalogue;
	const json_t *request;
	struct arena *arena;
	struct source *source;
	json_t *problems;
	json_t *brands; /* their catalogue entries */
	struct list domains, addresses, unused;
};

static int compare_spans(const void *a, const void *b)
{
	return span_compare(*(const struct span *)a, *(const struct span *)b);
}

static void sort_unique(struct list *list)
{
	size_t kept = 0;

	if (list->count == 0)
		return;
	qsort(list->at, list->count, sizeof(list->at[0]), compare_spans);
	for (size_t i = 0; i < list->count; i++)
		if (kept == 0 || !span_equal(list->at[kept - 1], list->at[i]))
			list->at[kept++] = list->at[i];
	list->count = kept;
}

/* An empty list with room for the items of `array`. */
static bool list_for(struct list *list, struct arena *arena, const json_t *array)
{
	list->count = 0;
	list->at = arena_array(arena, json_array_size(array) + 1, sizeof(list->at[0]));
	return list->at != NULL;
}

static void problem_at(struct making *m, const char *member, size_t index, const char *detail)
{
	char path[64];

	(void)snprintf(path, sizeof(path), "%s[%zu]", member, index);
	profile_problem(m->problems, path, detail);
}

static bool check_shape(const json_t *request, struct fault *fault)
{
	const struct span *items;
	const json_t *brands;
	size_t count;

	if (!decode_strings(request, "trusted", NULL, &items, &count, fault) ||
	    !decode_strings(request, "unused_services", NULL, &items, &count, fault) ||
	    !decode_array(request, "brands", &brands, fault))
		return false;
	for (size_t i = 0; i < json_array_size(brands); i++)
		if (!profile_brand_shape(json_array_get(brands, i), fault))
			return fault_in_item(fault, "brands", i);
	return true;
}

static bool read_trusted(struct making *m)
{
	const json_t *array = json_object_get(m->request, "trusted");

	if (!list_for(&m->domains, m->arena, array) || !list_for(&m->addresses, m->arena, array))
		return false;
	for (size_t i = 0; i < json_array_size(array); i++) {
		struct span text = decode_span(json_array_get(array, i)), sound = {0};
		bool address = span_find(text, '@') != SPAN_NONE;
		const char *why = address ? profile_check_address(m->arena, text, &sound)
					  : profile_check_domain(m->catalogue, m->arena, text,
								 PROFILE_TRUSTED, &sound);
		struct list *list = address ? &m->addresses : &m->domains;

		if (why)
			problem_at(m, "trusted", i, why);
		else
			list->at[list->count++] = sound;
	}
	sort_unique(&m->domains);
	sort_unique(&m->addresses);
	for (size_t i = 0; i < m->domains.count; i++)
		if (!source_add_domain(m->source, m->domains.at[i], DOMAIN_TRUSTED))
			return false;
	return true;
}

static void report(void *context, const struct source_problem *problem)
{
	profile_problem(context, problem->path, problem->detail);
}

static bool read_brands(struct making *m)
{
	const json_t *array = json_object_get(m->request, "brands");
	size_t names = 0;

	for (size_t i = 0; i < json_array_size(array); i++) {
		char path[64];

		if (i == LIMIT_PROFILE_BRANDS) {
			problem_at(m, "brands", i,
				   "is left out like all after it: 200 brands are the limit");
			break;
		}
		(void)snprintf(path, sizeof(path), "brands[%zu]", i);
		json_t *entry = profile_brand_entry(
		    m->catalogue, m->arena, json_array_get(array, i), path, m->problems, &names);

		if (entry && source_add_brand(m->source, entry, "", path, report, m->problems) &&
		    json_array_append(m->brands, entry) < 0)
			arena_fail(m->arena);
		json_decref(entry);
		if (source_failed(m->source))
			return false;
	}
	return !arena_failed(m->arena);
}

/* 64-bit FNV-1a: names a profile, guards nothing. */
static void hash(uint64_t *state, struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		*state = (*state ^ (unsigned char)text.ptr[i]) * UINT64_C(1099511628211);
	*state = (*state ^ 0xff) * UINT64_C(1099511628211); /* no byte of UTF-8: ends each text */
}

static void hash_list(uint64_t *state, const char *name, const struct list *list)
{
	hash(state, span_of(name));
	for (size_t i = 0; i < list->count; i++)
		hash(state, list->at[i]);
}

static bool name_profile(struct making *m, char id[static 17])
{
	uint64_t state = UINT64_C(14695981039346656037);
	struct list brands;

	if (!list_for(&brands, m->arena, m->brands))
		return false;
	for (size_t i = 0; i < json_array_size(m->brands); i++) {
		char *text =
		    json_dumps(json_array_get(m->brands, i), JSON_COMPACT | JSON_SORT_KEYS);

		if (!text)
			return false;
		brands.at[brands.count++] = arena_copy(m->arena, span_of(text));
		json_memory_free(text);
	}
	if (arena_failed(m->arena))
		return false;
	sort_unique(&brands);
	hash_list(&state, "domains", &m->domains);
	hash_list(&state, "addresses", &m->addresses);
	hash_list(&state, "unused", &m->unused);
	hash_list(&state, "brands", &brands);
	(void)snprintf(id, 17, "%016" PRIx64, state);
	return true;
}

static bool open_index(struct making *m, struct user_profile *profile)
{
	char problem[160];
	size_t size;

	if (!source_compile(m->source, "profile", &profile->bytes, &size, report, m->problems))
		return false;
	profile->index = index_open(profile->bytes, size, problem);
	return profile->index != NULL;
}

/* Once the index is there: an id may be one of the user's own brands. */
static bool read_unused(struct making *m, struct user_profile *profile)
{
	const json_t *array = json_object_get(m->request, "unused_services");
	const struct catalogue all = profile_catalogue(profile, m->catalogue);
	brand_ref *refs;

	if (!list_for(&m->unused, m->arena, array))
		return false;
	for (size_t i = 0; i < json_array_size(array); i++) {
		struct span id = decode_span(json_array_get(array, i));

		if (catalogue_brand_by_id(&all, id) == BRAND_NONE)
			problem_at(m, "unused_services", i, "is not the id of a brand");
		else
			m->unused.at[m->unused.count++] = id;
	}
	sort_unique(&m->unused);
	refs = arena_array(profile->arena, m->unused.count + 1, sizeof(*refs));
	if (!refs)
		return false;
	for (size_t i = 0; i < m->unused.count; i++)
		refs[i] = catalogue_brand_by_id(&all, m->unused.at[i]);
	profile->view.unused = refs;
	profile->view.unused_count = m->unused.count;
	return true;
}

static bool keep_addresses(const struct making *m, struct user_profile *profile)
{
	struct span *kept = arena_array(profile->arena, m->addresses.count + 1, sizeof(*kept));

	if (!kept)
		return false;
	for (size_t i = 0; i < m->addresses.count; i++)
		kept[i] = arena_copy(profile->arena, m->addresses.at[i]);
	profile->view.trusted_addresses = kept;
	profile->view.trusted_address_count = m->addresses.count;
	return !arena_failed(profile->arena);
}

static struct user_profile *make(struct making *m)
{
	struct user_profile *profile = calloc(1, sizeof(*profile));

	if (!profile)
		return NULL;
	profile->arena = arena_new(LIMIT_ARENA_BYTES);
	if (profile->arena && m->arena && m->source && m->problems && m->brands &&
	    read_trusted(m) && read_brands(m) && open_index(m, profile) &&
	    read_unused(m, profile) && keep_addresses(m, profile) && name_profile(m, profile->id) &&
	    !arena_failed(m->arena))
		return profile;
	profile_free(&profile);
	return NULL;
}

struct user_profile *profile_new(const struct catalogue *catalogue, const json_t *request,
				 json_t **problems, struct fault *fault)
{
	struct user_profile *profile;

	*problems = NULL;
	if (!check_shape(request, fault))
		return NULL;
	struct making m = {
	    .catalogue = catalogue,
	    .request = request,
	    .arena = arena_new(LIMIT_ARENA_BYTES),
	    .source = source_new(),
	    .problems = json_array(),
	    .brands = json_array(),
	};

	profile = make(&m);
	if (profile)
		*problems = json_incref(m.problems);
	else
		fault_set(fault, FAULT_INTERNAL, "the profile could not be compiled");
	json_decref(m.problems);
	json_decref(m.brands);
	source_free(&m.source);
	arena_free(&m.arena);
	return profile;
}

void profile_free(struct user_profile **profile)
{
	if (!*profile)
		return;
	index_close(&(*profile)->index);
	free((*profile)->bytes);
	arena_free(&(*profile)->arena);
	free(*profile);
	*profile = NULL;
}

const char *profile_id(const struct user_profile *profile)
{
	return profile->id;
}

struct catalogue profile_catalogue(const struct user_profile *profile,
				   const struct catalogue *catalogue)
{
	struct catalogue all = *catalogue;

	if (all.count < CATALOGUE_INDEXES)
		all.indexes[all.count++] = profile->index;
	return all;
}

const struct profile *profile_view(const struct user_profile *profile)
{
	return &profile->view;
}
