/* What a client asks about: the facts of one mail, all from strangers. Every member may be absent (empty). */
#ifndef DETECT_MESSAGE_H
#define DETECT_MESSAGE_H

#include "text/span.h"

struct message_link {
	struct span url;  /* what the browser would open (a.href) */
	struct span raw;  /* the attribute as written; empty when not given */
	struct span text; /* what the reader sees */
};

enum auth_result {
	AUTH_UNKNOWN, /* not shown */
	AUTH_PASS,
	AUTH_FAIL,
	AUTH_NONE,
};

struct message_auth {
	bool shown;		 /* the client sent the member at all */
	enum auth_result result; /* aligned, DMARC-like */
	struct span mailed_by;
	const struct span *signed_by;
	size_t signed_by_count;
	struct span via;
	bool warned; /* the webmail itself warns */
};

struct message {
	bool has_sender;
	struct span sender_name, sender_address;
	const struct span *reply_to;
	size_t reply_to_count;
	const struct span *recipients;
	size_t recipient_count;
	struct span subject, text;
	bool cut;
	struct message_auth auth;
	const struct message_link *links;
	size_t link_count;     /* only those within limits.links */
	size_t links_unjudged; /* how many more the request had */
};

#endif
