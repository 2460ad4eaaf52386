/*
 * Where known redirectors and link-protection wrappers lead, as far as their URLs say so.
 * Unwrapping only ever adds suspicion: the caller judges wrapper and target both. Nothing is
 * fetched.
 */
#ifndef DETECT_REDIRECT_H
#define DETECT_REDIRECT_H

#include "catalogue/catalogue.h"
#include "text/url.h"

/* So many wrappers within one another are opened; the rest stays closed. */
#define REDIRECT_DEPTH 5

struct redirect {
	bool known;	    /* the URL is a known redirector's */
	bool certain;	    /* the redirector is known to honour what its URL says */
	struct span target; /* absolute http(s) URL (or data:, javascript: …); empty when it cannot
			       be read */
};

/* Opens one wrapper: the longest listed hostname and path prefix that fit decide. */
struct redirect redirect_unwrap(const struct catalogue *catalogue, struct arena *arena,
				const struct url *url);

/* URLs (http or https) in the query parameters of any URL, wherever it leads: at most `max`. */
size_t redirect_parameters(struct arena *arena, const struct url *url, struct span *out,
			   size_t max);

#endif
