/*
 * The catalogue's sources, JSON files as catalogue/README.md describes them, read into memory and
 * compiled into the bytes of an index. Used at build time, by `honmono compile`, and for the user's
 * own brands and trusted domains, which become a small index of their own.
 */
#ifndef CATALOGUE_SOURCE_H
#define CATALOGUE_SOURCE_H

#include "catalogue/catalogue.h"

#include <jansson.h>

struct source;

/* Texts in one list (a brand's domains, say); a longer one is refused as a whole. */
#define LIST_ITEMS 2000

/* An empty source; NULL when out of memory. */
struct source *source_new(void);
void source_free(struct source **source);

/* True once memory has run out: what was reported may come from that, and nothing is to be kept. */
bool source_failed(const struct source *source);

/* What is wrong and where: file ("" for the profile), JSON path such as brands[0].web_domains[1]. */
struct source_problem {
	char file[128];
	char path[128];
	char detail[192];
};
typedef void source_report(void *context, const struct source_problem *problem);

/* Adds one brand in the shape of a catalogue entry. Reports every problem; false when it was not taken.
 * With file "", a brand of the user's profile, only id, name (also as one text) and web_domains are
 * required (the site is the first of them by default), and an unsound item of a list is left out; from a file a brand is taken whole or not at all. */
bool source_add_brand(struct source *source, const json_t *brand, const char *file,
		      const char *path, source_report *report, void *context);

/* Adds a domain without a brand in the given roles (DOMAIN_TRUSTED, DOMAIN_PROTECTED …). */
bool source_add_domain(struct source *source, struct span domain, unsigned roles);

/* Reads a folder laid out like host/catalogue/data; false when any file is broken (all are reported). */
bool source_add_folder(struct source *source, const char *folder, source_report *report,
		       void *context);

/* The newest `source.date` that was read, YYYY-MM-DD; "" when there was none. */
const char *source_newest_date(const struct source *source);

/* Compiles to the bytes of an index, byte-identical for equal input; *bytes is malloc'ed, the caller
 * frees it. `version` is the catalogue's date. False when out of memory or over a limit (reported). */
bool source_compile(const struct source *source, const char *version, void **bytes, size_t *size,
		    source_report *report, void *context);

#endif
