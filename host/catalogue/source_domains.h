/* A brand's domains and addresses, its kin, and the labels of its domains. */
#ifndef CATALOGUE_SOURCE_DOMAINS_H
#define CATALOGUE_SOURCE_DOMAINS_H

#include "catalogue/source_alias.h"

/* A brand while it is read. */
struct brand_reading {
	struct source_brand brand;
	struct alias_reading aliases;
	const json_t *json;
	const char *path;
	bool profile; /* the user's own: only id, name and web_domains are required */
};

/* Reads affiliates, user_content, web_domains, mail_domains, mail_addresses and relays into brand.lists; its id is
 * read already. An item that cannot stand there is reported and left out; so is one that as many others list as a look-up gives (DOMAIN_HITS, ADDRESS_HITS). */
void brand_read_domains(struct reader *reader, struct brand_reading *reading);

/* Counts the domains and addresses of a brand that was taken. False when out of memory. */
bool brand_commit_domains(struct source *source, const struct source_brand *brand);

/* coined and words, once the domains are read: a label that no domain has marks nothing. An item_check; context is
 * struct brand_reading. */
bool check_label_item(struct reader *reader, const char *path, struct span text, void *context);

#endif
