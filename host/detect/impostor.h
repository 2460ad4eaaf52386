/* Names that claim a brand too weakly to count alone: what the links and the rest of the mail must add. */
#ifndef DETECT_IMPOSTOR_H
#define DETECT_IMPOSTOR_H

#include "detect/combine.h"

/* A finding about the sender, with what its name and address are. */
struct finding *impostor_finding(struct mail *mail, enum finding_code code, enum level level,
				 brand_ref brand);

/* The link ends at nobody we know, or hides where: no domain of `brand` (or BRAND_NONE), its affiliates, another listed organisation or
 * a known mail service, and not the sender's own. */
bool impostor_is_stranger(const struct mail *mail, size_t index, brand_ref brand);

/* The first link to a stranger; SIZE_MAX when there is none. */
size_t impostor_link(const struct mail *mail, brand_ref brand);

/* Some link leads to the sender's own organisation. */
bool impostor_links_home(const struct mail *mail);

/* Some link leads to `brand` or to one of its house. */
bool impostor_links_to(const struct mail *mail, brand_ref brand);

/* The link's hostname reads like one of the brand's, two letters off at most (amaozm.example): no mail of the brand's own
 * leads there. */
bool impostor_link_imitates(const struct mail *mail, size_t link, brand_ref brand);

/* True where the mail heads its subject with a brand's name in brackets (【三井住友カード】), names it in the text as well,
 * and has a link, none of them to that brand, from a sender that is not the brand's: it speaks in that name, whatever
 * the display name says. Shops and news do that too: count it with other evidence. */
bool impostor_signs(const struct mail *mail);

/* Adds sender-unofficial where a weak name is the whole of the display name, or one letter off a name that is a word,
 * or a list passes mail on in a brand's name, and the links lead to others. */
void impostor_check(struct mail *mail);

/* It is sure that the sender is of a recipient's organisation: authentication says so, not the domain alone, which
 * anybody can write. */
bool impostor_is_colleague(const struct mail *mail);

#endif
