#include "profile_brand.h"

#include "build.h"
#include "catalogue/array.h"
#include "catalogue/source.h"
#include "decode.h"
#include "limits.h"
#include "profile_rules.h"

#include <stdio.h>

/* No date: equal profiles compile to equal bytes. */
#define UNDATED "1970-01-01"

struct brand_reader {
	const struct catalogue *catalogue;
	struct arena *arena;
	const json_t *brand;
	const char *path;
	json_t *problems;
	size_t *names;
	struct build *build;
};

void profile_problem(json_t *problems, const char *path, const char *detail)
{
	if (json_array_size(problems) < LIMIT_PROBLEMS)
		json_array_append_new(problems,
				      json_pack("{ss ss}", "path", path, "detail", detail));
}

static bool report(const struct brand_reader *r, const char *member, const char *detail)
{
	char path[128];

	(void)snprintf(path, sizeof(path), "%s%s%s", r->path, member ? "." : "",
		       member ? member : "");
	profile_problem(r->problems, path, detail);
	return false;
}

/* ---- one check for each list ---- */

static const char *sound_name(const struct brand_reader *r, struct span text, struct span *out)
{
	*out = text;
	++*r->names;
	return profile_check_name(r->catalogue, r->arena, text);
}

static const char *sound_domain(const struct brand_reader *r, struct span text, struct span *out)
{
	return profile_check_domain(r->catalogue, r->arena, text, PROFILE_BRAND, out);
}

static const char *sound_address(const struct brand_reader *r, struct span text, struct span *out)
{
	return profile_check_address(r->arena, text, out);
}

/* Kin of the user's own brands only: a catalogue brand's claims must not be excused by a profile.
 */
static const char *sound_affiliate(const struct brand_reader *r, struct span text, struct span *out)
{
	*out = text;
	return profile_check_id(r->catalogue, text);
}

static const char *any_text(const struct brand_reader *r, struct span text, struct span *out)
{
	(void)r;
	*out = text;
	return NULL;
}

static const struct list {
	const char *member;
	const char *(*check)(const struct brand_reader *, struct span, struct span *);
} lists[] = {
    {"aliases", sound_name},
    {"weak_aliases", sound_name},
    {"web_domains", sound_domain},
    {"mail_domains", sound_domain},
    {"mail_addresses", sound_address},
    {"affiliates", sound_affiliate},
    {"coined", any_text},
    {"words", any_text},
};

static const char *const texts[] = {"id", "name", "site", "advisory", "category", "country"};
static const char *const flags[] = {"senders_complete", "only_on_request"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

bool profile_brand_shape(const json_t *brand, struct fault *fault)
{
	struct arena *no_arena = NULL;
	const struct span *items;
	struct span text;
	size_t count;
	bool flag;

	if (!json_is_object(brand))
		return fault_set(fault, FAULT_INVALID_REQUEST, "not an object");
	for (size_t i = 0; i < COUNT(texts); i++)
		if (!decode_string(brand, texts[i], &text, fault))
			return false;
	for (size_t i = 0; i < COUNT(flags); i++)
		if (!decode_bool(brand, flags[i], &flag, fault))
			return false;
	for (size_t i = 0; i < COUNT(lists); i++)
		if (!decode_strings(brand, lists[i].member, no_arena, &items, &count, fault))
			return false;
	return true;
}

static bool too_long(const struct brand_reader *r, const char *member)
{
	return json_array_size(json_object_get(r->brand, member)) > LIST_ITEMS;
}

/* Adds a text unless the list has it; `seen` borrows what the list holds. */
static void add_once(const struct brand_reader *r, json_t *list, struct text_map *seen,
		     struct span text)
{
	size_t count = json_array_size(list);

	if (text_map_get(seen, text) != TEXT_MAP_NONE)
		return;
	build_append(r->build, list, build_text(text));
	if (json_array_size(list) > count &&
	    text_map_put(seen, decode_span(json_array_get(list, count)), 0) == TEXT_MAP_NONE)
		r->build->failed = true;
}

/* How many items of a list are looked at: what a name costs to be read and found again must not add up to seconds. */
static size_t affordable(const struct brand_reader *r, const struct list *list, size_t count)
{
	size_t left = LIMIT_PROFILE_NAMES - *r->names;
	char member[64], detail[96];

	if (list->check != sound_name || count <= left)
		return count;
	(void)snprintf(member, sizeof(member), "%s[%zu]", list->member, left);
	(void)snprintf(detail, sizeof(detail),
		       "is left out like all after it: %d aliases are the limit",
		       LIMIT_PROFILE_NAMES);
	report(r, member, detail);
	return left;
}

/* The sound items of a list, each once. */
static json_t *sound_items(const struct brand_reader *r, const struct list *list)
{
	const json_t *array = json_object_get(r->brand, list->member);
	json_t *sound = json_array();
	struct text_map seen = {0};

	if (too_long(r, list->member)) {
		char detail[64];

		(void)snprintf(detail, sizeof(detail), "has more than %d texts", LIST_ITEMS);
		report(r, list->member, detail);
		return sound;
	}
	const size_t count = affordable(r, list, json_array_size(array));

	for (size_t i = 0; i < count; i++) {
		struct span text = decode_span(json_array_get(array, i)), item = {0};
		struct arena_mark mark = arena_mark(r->arena);
		const char *why = list->check(r, text, &item);
		char member[64];

		(void)snprintf(member, sizeof(member), "%s[%zu]", list->member, i);
		if (why)
			report(r, member, why);
		else
			add_once(r, sound, &seen, item);
		arena_release(r->arena, mark);
	}
	text_map_free(&seen);
	return sound;
}

static struct span member_text(const struct brand_reader *r, const char *member)
{
	return decode_span(json_object_get(r->brand, member));
}

static bool sound_identity(const struct brand_reader *r)
{
	const char *why = profile_check_id(r->catalogue, member_text(r, "id"));

	if (why)
		return report(r, "id", why);
	why = profile_check_name(r->catalogue, r->arena, member_text(r, "name"));
	return why ? report(r, "name", why) : true;
}

static void set_defaults(const struct brand_reader *r, json_t *entry)
{
	struct span name = member_text(r, "name"), id = member_text(r, "id");
	struct span site = member_text(r, "site"), advisory = member_text(r, "advisory");
	/* Of a list that was refused nobody knows who else is on it. */
	bool senders = !too_long(r, "mail_domains") && !too_long(r, "mail_addresses") &&
		       (json_array_size(json_object_get(entry, "mail_domains")) > 0 ||
			json_array_size(json_object_get(entry, "mail_addresses")) > 0);
	const json_t *complete = json_object_get(r->brand, "senders_complete");

	build_set(r->build, entry, "id", build_text(id));
	build_set(r->build, entry, "name", json_pack("{so}", "en", build_text(name)));
	build_set(r->build, entry, "category", json_string("own"));
	build_set(r->build, entry, "country", json_string("int"));
	if (span_starts(site, SPAN("https://")))
		build_set(r->build, entry, "site", build_text(site));
	if (span_starts(advisory, SPAN("https://")))
		build_set(r->build, entry, "advisory", build_text(advisory));
	/* Who lists a company's senders knows them, unless they say otherwise. */
	build_set(r->build, entry, "senders_complete",
		  json_boolean(senders && !json_is_false(complete)));
	build_set(r->build, entry, "only_on_request",
		  json_boolean(json_is_true(json_object_get(r->brand, "only_on_request"))));
	build_set(r->build, entry, "source",
		  json_pack("{ss ss ss}", "evidence", "knowledge", "confidence", "high", "date",
			    UNDATED));
}

json_t *profile_brand_entry(const struct catalogue *catalogue, struct arena *arena,
			    const json_t *brand, const char *path, json_t *problems, size_t *names)
{
	struct build build = {0};
	const struct brand_reader r = {catalogue, arena, brand, path, problems, names, &build};

	if (!sound_identity(&r))
		return NULL;
	json_t *entry = json_object();

	for (size_t i = 0; i < COUNT(lists); i++) {
		json_t *items = sound_items(&r, &lists[i]);

		/* An absent list and an empty one are the same, except for the aliases, which must
		 * be there. */
		if (json_array_size(items) > 0 || i == 0)
			build_set(&build, entry, lists[i].member, items);
		else
			json_decref(items);
	}
	if (json_array_size(json_object_get(entry, "web_domains")) == 0) {
		if (!too_long(&r, "web_domains"))
			report(&r, "web_domains", "has no sound domain");
		json_decref(entry);
		return NULL;
	}
	set_defaults(&r, entry);
	if (build.failed)
		arena_fail(arena);
	return build_end(&build, entry);
}
