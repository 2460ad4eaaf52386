/*
 * Reading of checked values out of JSON: each reader reports what is wrong with file and path and
 * returns something harmless, so that one run shows every problem.
 */
#ifndef CATALOGUE_SOURCE_JSON_H
#define CATALOGUE_SOURCE_JSON_H

#include "catalogue/source_private.h"

#define TEXT_BYTES 512	     /* of a name, domain, word */
#define LONG_TEXT_BYTES 4096 /* of a pattern, note, URL, test text */

struct reader {
	struct source *source;
	const char *file;
	source_report *report;
	void *context;
	size_t problems;
};

/* A JSON path such as brands[0].web_domains[1]. */
struct json_path {
	char text[128];
};
struct json_path path_member(const char *base, const char *member);
struct json_path path_element(const char *base, size_t n);

__attribute__((format(printf, 3, 4))) void reader_problem(struct reader *reader, const char *path,
							  const char *format, ...);

enum presence { OPTIONAL, REQUIRED };

/* True when `value` is an object; its members that are not in the NULL-terminated `known` are
 * reported. */
bool reader_object(struct reader *reader, const json_t *value, const char *path,
		   const char *const known[]);

/* The member's text, copied into the source: not empty, without control or invisible characters
 * (line breaks within long texts apart) or outer blanks, of at most `max` bytes. The empty span
 * when it is absent or unsound. */
struct span reader_text(struct reader *reader, const json_t *object, const char *path,
			const char *member, enum presence presence, size_t max);

/* The same for a value already at hand. */
struct span reader_text_value(struct reader *reader, const json_t *value, const char *path,
			      size_t max);

/* False when absent. */
bool reader_flag(struct reader *reader, const json_t *object, const char *path, const char *member);

/* The number of the member's text among the NULL-terminated `choices`, or -1. */
int reader_choice(struct reader *reader, const json_t *object, const char *path, const char *member,
		  const char *const choices[]);

/* Called for each text of a list; false leaves it out (after a report). */
typedef bool item_check(struct reader *reader, const char *path, struct span text, void *context);

/* A list of different texts. */
struct source_list reader_list(struct reader *reader, const json_t *object, const char *path,
			       const char *member, enum presence presence, item_check *check,
			       void *context);

/* The member `source`, which every file has: on what its facts rest, and since when. */
void reader_source(struct reader *reader, const json_t *object, const char *path,
		   enum presence presence);

/* An http or (with `secure`, only an) https URL without user, port or blanks; returns its hostname
 * (in the scratch arena) or the empty span. */
struct span reader_url(struct reader *reader, struct span url, bool secure, const char *path);

/* Reports a domain that cannot be one; true when it can. An item_check. */
bool check_domain_item(struct reader *reader, const char *path, struct span text, void *context);

/* [a-z0-9][a-z0-9-]* */
bool check_id(struct reader *reader, const char *path, struct span id);

#endif
