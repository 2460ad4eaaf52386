/*
 * The mail as a whole: findings that need more than one of sender, links and words to agree. The only place
 * where weak evidence is weighed: strong evidence stands alone, weak evidence must agree.
 */
#ifndef DETECT_COMBINE_H
#define DETECT_COMBINE_H

#include "detect/claims.h"
#include "detect/findings.h"
#include "detect/sender.h"
#include "detect/wording.h"

/* All that is known of the mail that is being judged. */
struct mail {
	const struct judge *judge;
	struct arena *arena;
	const struct message *message;
	struct claims claims;
	struct name_reading name;
	struct sender sender;
	struct span subject, text; /* fold_body() of them */
	struct wording subject_wording, text_wording;
	const struct link_view *links;
	size_t link_count;
	struct findings findings;
};

/* Adds sender-unverified, sender-contains-recipient, secret-requested, brands-contradict, text-disguised,
 * known-wording, unused-service, not-all-checked and a weak claim's sender-unofficial. */
void combine(struct mail *mail);

#endif
