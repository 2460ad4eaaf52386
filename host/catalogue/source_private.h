/* What a source holds: for the files that read, check and compile it. */
#ifndef CATALOGUE_SOURCE_PRIVATE_H
#define CATALOGUE_SOURCE_PRIVATE_H

#include "catalogue/array.h"
#include "catalogue/index_format.h"
#include "catalogue/source.h"
#include "text/arena.h"

struct source_list {
	const struct span *items;
	size_t count;
};

struct source_brand {
	struct span id, name, name_ja, category, site, site_ja, advisory, advisory_ja;
	bool senders_complete, only_on_request, article;
	struct source_list lists[BRAND_LISTS];
	struct source_list coined, words;
	struct span file;
};

/* A name that claims a brand. Aliases with the same key are chained by `next` (number + 1). */
struct source_alias {
	struct span shown, squash, key;
	uint32_t brand;
	bool weak;
	bool domain; /* one of the brand's domains, as a name */
	uint32_t next;
};

/* A domain without a brand. */
struct source_domain {
	struct span name;
	unsigned roles;
	bool exact;
	uint32_t redirector; /* number + 1 */
};

struct source_redirector {
	struct span hostname, path, parameters[REDIRECTOR_PARAMETERS];
	unsigned shape;
	bool certain;
};

struct source_word {
	struct span squash;
	unsigned role;
};

struct source_hostname_word {
	struct span word;
	unsigned kinds; /* enum hostname_word */
};

struct source_cue {
	struct span id, literal, pattern;
	unsigned kind, strength;
};

struct source {
	struct arena *texts;   /* everything below points into it */
	struct arena *scratch; /* emptied between two entries */
	struct array brands, aliases, domains, redirectors, words, hostname_words, cues;
	struct text_map brand_ids, alias_keys, domain_names, word_keys, hostname_keys, cue_ids;
	struct text_map domain_brands, address_brands; /* how many brands list each */
	char newest[11];			       /* the newest source.date */
	bool broken; /* memory ran out once; what was read then may lack a part */
};

/* Empties the scratch arena and remembers whether it had failed. */
void source_reset_scratch(struct source *source);

bool list_has(const struct source_list *list, struct span text);

/* Is `name` one of the listed domains or below one? */
bool list_covers(const struct source_list *list, struct span name);

/* Why `text` cannot stand in the catalogue as a domain; NULL when it can. */
const char *domain_problem(struct source *source, struct span text);

/* Takes the folder's other files, told apart by their members (README.md). */
struct reader;
bool source_add_infrastructure(struct reader *reader, const json_t *root);
bool source_add_names(struct reader *reader, const json_t *root);
bool source_add_hostnames(struct reader *reader, const json_t *root);
bool source_add_wording(struct reader *reader, const json_t *root);

#endif
