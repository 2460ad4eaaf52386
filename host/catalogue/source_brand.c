/* One brand: its members, and whether they agree with each other. */
#include "catalogue/source_domains.h"

static enum presence unless_profile(const struct brand_reading *reading)
{
	return reading->profile ? OPTIONAL : REQUIRED;
}

/* Plain spellings of a member's path, for the checks after reading. */
static void complain(struct reader *r, const struct brand_reading *reading, const char *member,
		     const char *detail, struct span about)
{
	reader_problem(r, path_member(reading->path, member).text, "%.*s %s",
		       (int)(about.len > 60 ? 60 : about.len), about.ptr ? about.ptr : "", detail);
}

static void read_name(struct reader *r, struct brand_reading *reading)
{
	static const char *const known[] = {"en", "ja", "article", NULL};
	const json_t *name = json_object_get(reading->json, "name");
	struct json_path at = path_member(reading->path, "name");
	struct source_brand *brand = &reading->brand;

	if (!name) {
		reader_problem(r, at.text, "is missing");
	} else if (reading->profile && json_is_string(name)) {
		brand->name = reader_text_value(r, name, at.text, TEXT_BYTES);
	} else if (reader_object(r, name, at.text, known)) {
		brand->name = reader_text(r, name, at.text, "en", REQUIRED, TEXT_BYTES);
		brand->name_ja = reader_text(r, name, at.text, "ja", OPTIONAL, TEXT_BYTES);
		brand->article = reader_flag(r, name, at.text, "article");
	}
	if (brand->name_ja.len == 0)
		brand->name_ja = brand->name;
}

static void read_identity(struct reader *r, struct brand_reading *reading)
{
	struct source_brand *brand = &reading->brand;
	struct json_path id = path_member(reading->path, "id");
	struct span country;

	brand->id = reader_text(r, reading->json, reading->path, "id", REQUIRED, TEXT_BYTES);
	if (brand->id.len && !check_id(r, id.text, brand->id))
		brand->id = (struct span){0};
	if (brand->id.len && text_map_get(&r->source->brand_ids, brand->id) != TEXT_MAP_NONE) {
		reader_problem(r, id.text, "another brand has this id");
		brand->id = (struct span){0};
	}
	read_name(r, reading);
	brand->category =
	    reader_text(r, reading->json, reading->path, "category", unless_profile(reading), 64);
	country =
	    reader_text(r, reading->json, reading->path, "country", unless_profile(reading), 64);
	if (country.len && !span_equal(country, SPAN("int")) &&
	    (country.len != 2 || country.ptr[0] < 'A' || country.ptr[0] > 'Z' ||
	     country.ptr[1] < 'A' || country.ptr[1] > 'Z'))
		complain(r, reading, "country", "is neither ISO 3166 (JP) nor int", country);
}

/* Weak ones first: they decide what the names are. */
static void read_aliases(struct reader *r, struct brand_reading *reading)
{
	struct source_list *lists = reading->brand.lists;
	struct alias_reading *aliases = &reading->aliases;
	const json_t *name = json_object_get(reading->json, "name");
	struct json_path at = path_member(reading->path, "name");

	aliases->brand = &reading->brand;
	aliases->weak = true;
	lists[BRAND_WEAK_ALIASES] = reader_list(r, reading->json, reading->path, "weak_aliases",
						OPTIONAL, check_alias_item, aliases);
	aliases->weak = false;
	aliases->name = true;
	if (reading->brand.name.len)
		check_alias_item(r,
				 json_is_string(name) ? at.text : path_member(at.text, "en").text,
				 reading->brand.name, aliases);
	if (json_object_get(name, "ja") && reading->brand.name_ja.len)
		check_alias_item(r, path_member(at.text, "ja").text, reading->brand.name_ja,
				 aliases);
	aliases->name = false;
	lists[BRAND_ALIASES] = reader_list(r, reading->json, reading->path, "aliases", OPTIONAL,
					   check_alias_item, aliases);
	if (!reading->profile && !json_object_get(reading->json, "aliases"))
		complain(r, reading, "aliases", "is missing", (struct span){0});
	alias_take_domains(r->source, aliases);
}

/* The site, or nothing where it is no site of the brand's. */
static struct span sound_site(struct reader *r, const struct brand_reading *reading,
			      struct span site)
{
	const struct source_list *lists = reading->brand.lists;
	struct span hostname = reader_url(r, site, true, path_member(reading->path, "site").text);

	if (hostname.len == 0)
		return hostname;
	if (list_covers(&lists[BRAND_WEB_DOMAINS], hostname) ||
	    list_covers(&lists[BRAND_MAIL_DOMAINS], hostname))
		return site;
	complain(r, reading, "site", "is on none of its domains", site);
	return (struct span){0};
}

/* Where a user names no site, the first of the domains that were taken. */
static struct span default_site(struct source *source, const struct source_list *web_domains)
{
	struct builder url = {.arena = source->texts};

	if (!web_domains->count)
		return (struct span){0};
	builder_add(&url, SPAN("https://"));
	builder_add(&url, web_domains->items[0]);
	builder_byte(&url, '/');
	return builder_span(&url);
}

/* What would mislead the reader is left out. */
static void check_agreement(struct reader *r, struct brand_reading *reading)
{
	struct source_brand *brand = &reading->brand;
	struct source_list *lists = brand->lists;
	bool one = span_equal(brand->site, brand->site_ja);

	if (brand->site.len)
		brand->site = sound_site(r, reading, brand->site);
	if (one)
		brand->site_ja = brand->site;
	else if (brand->site_ja.len)
		brand->site_ja = sound_site(r, reading, brand->site_ja);
	if (reading->profile && !json_object_get(reading->json, "site"))
		brand->site = brand->site_ja = default_site(r->source, &lists[BRAND_WEB_DOMAINS]);
	if (brand->senders_complete && !lists[BRAND_MAIL_DOMAINS].count &&
	    !lists[BRAND_MAIL_ADDRESSES].count) {
		if (!reading->profile) /* there it is the default, and why none is left was told */
			complain(r, reading, "senders_complete", "but no sender is listed",
				 (struct span){0});
		brand->senders_complete = false;
	}
}

/* The URL of a page; empty where there is none or it is no plain one. */
static struct span read_page(struct reader *r, const json_t *json, const char *path,
			     const char *member)
{
	struct span page = reader_text(r, json, path, member, OPTIONAL, LONG_TEXT_BYTES);

	if (page.len && reader_url(r, page, false, path_member(path, member).text).len == 0)
		return (struct span){0};
	return page;
}

/* One site for everybody, or one for each language. */
static void read_sites(struct reader *r, struct brand_reading *reading)
{
	static const char *const known[] = {"en", "ja", NULL};
	const json_t *value = json_object_get(reading->json, "site");
	struct json_path at = path_member(reading->path, "site");
	struct source_brand *brand = &reading->brand;

	if (!json_is_object(value) || reading->profile) {
		brand->site = reader_text(r, reading->json, reading->path, "site",
					  unless_profile(reading), LONG_TEXT_BYTES);
		brand->site_ja = brand->site;
	} else if (reader_object(r, value, at.text, known)) {
		brand->site = reader_text(r, value, at.text, "en", REQUIRED, LONG_TEXT_BYTES);
		brand->site_ja = reader_text(r, value, at.text, "ja", REQUIRED, LONG_TEXT_BYTES);
	}
}

/* A page for everybody, or one for each language (and none for readers of the other). */
static void read_advisories(struct reader *r, struct brand_reading *reading)
{
	static const char *const known[] = {"en", "ja", NULL};
	const json_t *value = json_object_get(reading->json, "advisory");
	struct json_path at = path_member(reading->path, "advisory");
	struct source_brand *brand = &reading->brand;

	if (json_is_object(value) && !reading->profile) {
		if (!reader_object(r, value, at.text, known))
			return;
		brand->advisory = read_page(r, value, at.text, "en");
		brand->advisory_ja = read_page(r, value, at.text, "ja");
		if (json_object_size(value) == 0)
			reader_problem(r, at.text, "is empty");
		return;
	}
	brand->advisory = read_page(r, reading->json, reading->path, "advisory");
	brand->advisory_ja = brand->advisory;
}

static void read_brand(struct reader *r, struct brand_reading *reading)
{
	struct source_brand *brand = &reading->brand;
	const json_t *json = reading->json;
	const char *path = reading->path;

	read_identity(r, reading);
	read_sites(r, reading);
	read_advisories(r, reading);
	brand_read_domains(r, reading);
	read_aliases(r, reading);
	brand->coined = reader_list(r, json, path, "coined", OPTIONAL, check_label_item, reading);
	brand->words = reader_list(r, json, path, "words", OPTIONAL, check_label_item, reading);
	brand->senders_complete = reader_flag(r, json, path, "senders_complete");
	brand->only_on_request = reader_flag(r, json, path, "only_on_request");
	reader_source(r, json, path, unless_profile(reading));
	check_agreement(r, reading);
}

static bool commit_brand(struct source *source, const struct brand_reading *reading)
{
	struct source_brand *slot = array_push(&source->brands, sizeof(*slot));
	uint32_t number = (uint32_t)(source->brands.count - 1);

	if (!slot)
		return false;
	*slot = reading->brand;
	return text_map_put(&source->brand_ids, slot->id, number) != TEXT_MAP_NONE &&
	       brand_commit_domains(source, slot) &&
	       alias_commit(source, &reading->aliases, number);
}

bool source_add_brand(struct source *source, const json_t *json, const char *file, const char *path,
		      source_report *report, void *context)
{
	static const char *const known[] = {
	    "id",
	    "name",
	    "category",
	    "country",
	    "site",
	    "advisory",
	    "aliases",
	    "weak_aliases",
	    "web_domains",
	    "mail_domains",
	    "mail_addresses",
	    "user_content",
	    "relays",
	    "affiliates",
	    "coined",
	    "words",
	    "senders_complete",
	    "only_on_request",
	    "source",
	    NULL,
	};
	struct reader r = {.source = source, .file = file, .report = report, .context = context};
	struct brand_reading reading = {.json = json, .path = path, .profile = !*file};
	bool taken = false;

	if (reader_object(&r, json, path, known)) {
		read_brand(&r, &reading);
		taken = reading.brand.id.len && reading.brand.name.len &&
			reading.brand.lists[BRAND_WEB_DOMAINS].count &&
			(reading.profile || r.problems == 0);
	}
	if (taken && (source_failed(source) || !commit_brand(source, &reading))) {
		reader_problem(&r, path, "out of memory");
		source->broken = true;
		taken = false;
	}
	source->broken |= reading.aliases.out_of_memory;
	array_free(&reading.aliases.found);
	source_reset_scratch(source);
	return taken;
}
