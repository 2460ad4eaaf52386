/* The files of a catalogue that are about no brand: mail infrastructure, and words around a name.
 */
#include "catalogue/source_json.h"
#include "text/fold.h"

/* ---- infrastructure ---- */

static const char *const role_names[] = {"freemail",	 "mail-service",  "hosting",
					 "shortener",	 "honest",	  "relay",
					 "carrier-mail", "provider-mail", NULL};
static const unsigned roles[] = {DOMAIN_FREEMAIL,
				 DOMAIN_MAIL_SERVICE,
				 DOMAIN_HOSTING,
				 DOMAIN_SHORTENER,
				 DOMAIN_HONEST,
				 DOMAIN_RELAY,
				 DOMAIN_FREEMAIL | DOMAIN_CARRIER,
				 DOMAIN_FREEMAIL | DOMAIN_PROVIDER};

static bool add_listed(struct reader *r, const char *path, struct span name, unsigned role,
		       bool exact)
{
	struct source_domain *entry;

	if (name.len == 0 || !check_domain_item(r, path, name, NULL))
		return false;
	if (!exact)
		return source_add_domain(r->source, name, role);
	entry = array_push(&r->source->domains, sizeof(*entry));
	if (entry)
		*entry = (struct source_domain){.name = name, .roles = role, .exact = true};
	return entry;
}

static void read_listed(struct reader *r, const json_t *value, const char *path, unsigned role)
{
	static const char *const known[] = {"domain", "owner", "exact", NULL};
	struct span name;

	if (json_is_string(value)) {
		name = reader_text_value(r, value, path, TEXT_BYTES);
		add_listed(r, path, name, role, false);
	} else if (reader_object(r, value, path, known)) {
		name = reader_text(r, value, path, "domain", REQUIRED, TEXT_BYTES);
		reader_text(r, value, path, "owner", OPTIONAL, TEXT_BYTES);
		add_listed(r, path_member(path, "domain").text, name, role,
			   reader_flag(r, value, path, "exact"));
	}
}

static void read_domains(struct reader *r, const json_t *root)
{
	static const char *const known[] = {"role", "domains", "source", NULL};
	const json_t *domains = json_object_get(root, "domains"), *value;
	struct text_map seen = {0};
	size_t i;
	int role;

	if (!reader_object(r, root, "", known))
		return;
	role = reader_choice(r, root, "", "role", role_names);
	if (!json_is_array(domains))
		reader_problem(r, "domains", "a list is expected");
	json_array_foreach((json_t *)domains, i, value)
	{
		const json_t *text =
		    json_is_object(value) ? json_object_get(value, "domain") : value;
		struct span name = span_of(json_string_value(text));

		if (name.len && text_map_put(&seen, name, (uint32_t)i) != i)
			reader_problem(r, path_element("domains", i).text, "is there twice");
		else if (role >= 0)
			read_listed(r, value, path_element("domains", i).text, roles[role]);
		source_reset_scratch(r->source);
	}
	text_map_free(&seen);
}

/* ---- redirectors ---- */

static const char *const shape_names[] = {
    "opaque",	      "query",	       "query-twice",	"query-base64",	  "query-bing",
    "query-mandrill", "whole-query",   "path-rest",	"path-encoded",	  "path-name",
    "path-ru",	      "proofpoint-v2", "proofpoint-v3", "translate-host", NULL};
_Static_assert(sizeof(shape_names) / sizeof(shape_names[0]) == REDIRECT_TRANSLATE_HOST + 2,
	       "a name for each enum redirect_shape");

static bool needs_parameter(unsigned shape)
{
	return shape == REDIRECT_QUERY || shape == REDIRECT_QUERY_TWICE ||
	       shape == REDIRECT_QUERY_BASE64 || shape == REDIRECT_QUERY_BING;
}

/* A leading www. is dropped: the short name leads there too, and so does its `/url`. */
static struct span without_www(struct span hostname)
{
	struct span rest = span_slice(hostname, 4, hostname.len);

	return span_starts(hostname, SPAN("www.")) && span_find(rest, '.') != SPAN_NONE ? rest
											: hostname;
}

static void read_redirector(struct reader *r, const json_t *value, const char *path)
{
	static const char *const known[] = {"hostname", "path",	   "parameters",
					    "shape",	"certain", NULL};
	struct source_redirector redirector = {0}, *slot;
	struct source_list parameters;
	struct source_domain *entry;
	int shape;

	if (!reader_object(r, value, path, known))
		return;
	redirector.hostname =
	    without_www(reader_text(r, value, path, "hostname", REQUIRED, TEXT_BYTES));
	redirector.path = reader_text(r, value, path, "path", OPTIONAL, TEXT_BYTES);
	parameters = reader_list(r, value, path, "parameters", OPTIONAL, NULL, NULL);
	shape = reader_choice(r, value, path, "shape", shape_names);
	redirector.certain = reader_flag(r, value, path, "certain");
	if (redirector.path.len && redirector.path.ptr[0] != '/')
		reader_problem(r, path_member(path, "path").text, "does not begin with a slash");
	if (parameters.count > REDIRECTOR_PARAMETERS ||
	    (shape >= 0 && needs_parameter((unsigned)shape) && !parameters.count))
		reader_problem(r, path_member(path, "parameters").text, "none, or more than %d",
			       REDIRECTOR_PARAMETERS);
	if (redirector.hostname.len)
		check_domain_item(r, path_member(path, "hostname").text, redirector.hostname, NULL);
	if (r->problems)
		return;
	redirector.shape = (unsigned)shape;
	for (size_t i = 0; i < parameters.count; i++)
		redirector.parameters[i] = parameters.items[i];
	slot = array_push(&r->source->redirectors, sizeof(*slot));
	entry = array_push(&r->source->domains, sizeof(*entry));
	if (!slot || !entry) {
		reader_problem(r, path, "out of memory");
		return;
	}
	*slot = redirector;
	*entry = (struct source_domain){
	    .name = redirector.hostname,
	    .roles = DOMAIN_REDIRECTOR,
	    .redirector = (uint32_t)r->source->redirectors.count,
	};
}

static void read_redirectors(struct reader *r, const json_t *root)
{
	static const char *const known[] = {"redirectors", "source", NULL};
	const json_t *list = json_object_get(root, "redirectors"), *value;
	size_t i;

	if (!reader_object(r, root, "", known))
		return;
	if (!json_is_array(list))
		reader_problem(r, "redirectors", "a list is expected");
	json_array_foreach((json_t *)list, i, value)
	{
		read_redirector(r, value, path_element("redirectors", i).text);
		source_reset_scratch(r->source);
	}
}

bool source_add_infrastructure(struct reader *r, const json_t *root)
{
	if (json_object_get(root, "redirectors"))
		read_redirectors(r, root);
	else
		read_domains(r, root);
	reader_source(r, root, "", REQUIRED);
	return r->problems == 0;
}

/* ---- names ---- */

/* Context: the role. */
static bool check_word_item(struct reader *r, const char *path, struct span text, void *context)
{
	struct source *source = r->source;
	unsigned role = *(unsigned *)context;
	struct span squash = fold_squash(source->texts, fold_text(source->scratch, text).text);
	uint32_t number = (uint32_t)source->words.count, known;
	struct source_word *slot;

	if (squash.len == 0) {
		reader_problem(r, path, "has no letters");
		return false;
	}
	known = text_map_put(&source->word_keys, squash, number);
	if (known != number) {
		if (ARRAY_AT(&source->words, struct source_word, known)->role == role)
			return true;
		reader_problem(r, path, "has another role too");
		return false;
	}
	slot = array_push(&source->words, sizeof(*slot));
	if (slot)
		*slot = (struct source_word){squash, role};
	return slot;
}

bool source_add_names(struct reader *r, const json_t *root)
{
	static const char *const known[] = {"support", "admin",	  "legal",  "filler",
					    "relay",   "product", "source", NULL};

	if (!reader_object(r, root, "", known))
		return false;
	for (unsigned role = ROLE_SUPPORT; role <= ROLE_PRODUCT; role++) {
		reader_list(r, root, "", known[role - ROLE_SUPPORT], OPTIONAL, check_word_item,
			    &role);
		source_reset_scratch(r->source);
	}
	reader_source(r, root, "", REQUIRED);
	return r->problems == 0;
}
