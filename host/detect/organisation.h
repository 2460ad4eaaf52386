/* Who a domain belongs to, as far as the catalogue and the suffix list know. */
#ifndef DETECT_ORGANISATION_H
#define DETECT_ORGANISATION_H

#include "catalogue/catalogue.h"

/* The brand whose own domain this is, for mail (mail_domains, web_domains) or links (web_domains,
 * mail_domains): the longest listed suffix decides, so that user-content, hosting and free-mail domains
 * belong to nobody. BRAND_NONE otherwise. */
brand_ref organisation_brand(const struct catalogue *catalogue, struct span ascii);

/* True where an official site of the brand has this hostname, with or without www. */
bool organisation_has_site(const struct catalogue *catalogue, brand_ref brand, struct span ascii);

/* Of several brands that list a domain, the one whose own site is there (smbc-card.com is Sumitomo Mitsui Card's,
 * though its sister companies list it too); the first where none is. `hits` are entries of one name. */
brand_ref organisation_at_home(const struct catalogue *catalogue, const struct domain_hit *hits,
			       size_t count);

/* The same for one given brand or its affiliates, where a domain belongs to several; of a public body also what stands
 * below its government's closed suffix (go.jp, gov.uk), where nobody else gets a name. */
bool organisation_owns(const struct catalogue *catalogue, brand_ref brand, struct span ascii);

/* True when anyone may have a mailbox there. */
bool organisation_freemail(const struct catalogue *catalogue, struct span ascii);

/* Whose subscribers have their mailboxes there, as the evidence `problem` says it: "carrier" (a mobile one) or "provider";
 * empty where the mailboxes are free. */
struct span organisation_subscribers(const struct catalogue *catalogue, struct span ascii);

/* True when both domains belong to one organisation: the same registrable domain (not of free mail), or
 * domains of the same or of affiliated brands. */
bool organisation_same(const struct catalogue *catalogue, struct span a, struct span b);

#endif
