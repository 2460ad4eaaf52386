/* Honest people under a brand's name: somebody who is called so, a help desk that looks after its products. */
#ifndef DETECT_NAMESAKE_H
#define DETECT_NAMESAKE_H

#include "detect/combine.h"

/* Lowers sender-unofficial from danger to a warning where such a sender is likely and nothing else in the mail speaks
 * against it: no link that leads away from the sender's own, no words of a campaign, no other finding that is more than a
 * notice. Likely: the name is one word, which stands in the mailbox beside another (Amazon <amazon.rivers@…>); the
 * mailbox is a help desk's (Apple Support <it@…>) or the one from which Exchange reports undelivered mail; or sender and reader are of one organisation;
 * or the mailbox is called as a product (Microsoft Teams <teams@…>), where all links lead to the brand.
 * Of a group's rewritten mail (list_mail_rewritten()) all of whose links lead to the brand a note remains. */
void namesake_weigh(struct mail *mail);

#endif
