/* The judge's answer, before it becomes JSON or text. Everything lives in the request's arena, the
 * message or the index. */
#ifndef DETECT_VERDICT_H
#define DETECT_VERDICT_H

#include "detect/finding.h"
#include "detect/message.h"
#include "text/arena.h"

enum claim_where { CLAIM_SENDER_NAME, CLAIM_SUBJECT, CLAIM_TEXT, CLAIM_LINK_TEXT };

struct claim {
	brand_ref brand;
	enum claim_where where;
	bool strong;
};

enum sender_state {
	SENDER_UNKNOWN,
	SENDER_UNOFFICIAL_STATE,
	SENDER_OFFICIAL_UNVERIFIED,
	SENDER_OFFICIAL_VERIFIED
};

struct sender_view {
	bool present;
	struct span domain, unicode, registrable; /* empty when the address has none */
	enum sender_state state;
	brand_ref official_for;
};

struct link_view {
	bool failed;	      /* a browser would refuse it: "parse":"failed" */
	bool relative;	      /* a fragment or a path: leads nowhere else */
	struct span hostname; /* ASCII; empty: no hostname */
	struct span unicode;
	struct span registrable;
	brand_ref official_for;
	struct span destination; /* URL after unwrapping; empty when the same */
	bool destination_certain;
	struct span
	    end; /* ASCII hostname where it ends as far as its URL tells; empty when it hides that */
	brand_ref leads_to; /* the brand that every place on the way surely belongs to */
	enum level level;
	bool guard;
};

struct verdict {
	enum level level;
	struct claim *claims;
	size_t claim_count;
	struct sender_view sender;
	struct link_view *links; /* message.link_count of them */
	size_t link_count;
	struct finding *findings; /* sorted as protocol.md says */
	size_t finding_count;
	size_t links_unjudged;
};

#endif
