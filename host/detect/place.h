/* Where a URL leads, and whose place that is. */
#ifndef DETECT_PLACE_H
#define DETECT_PLACE_H

#include "detect/link.h"
#include "text/url.h"

struct place {
	struct url url;
	struct span
	    registrable; /* catalogue_registrable(); of a bucket, whose name may have dots, the whole */
	struct span shown;   /* the hostname as a reader is told it: lookalike_shown() */
	brand_ref official;  /* the brand whose official domain it is */
	brand_ref publisher; /* the brand below whose domain anyone publishes */
	bool shared; /* … beside that brand itself, whose own site is at www. there (nifty.com) */
	bool open;   /* anyone publishes here */
	bool tracker; /* a mail service's: leads anywhere, and honest mail is full of them */
	bool trusted;
	bool destination; /* reached through a redirector */
};

/* Looks `url` up; of several brands that list its domain a claimed one counts. */
struct place place_of(const struct link_context *context, const struct url *url);

/* Its hostname is listed in one of `roles`. */
bool place_has_role(const struct link_context *context, const struct place *place, unsigned roles);

/* The registrable domain in the form of `shown`; empty for IP literals. */
struct span place_registrable_shown(const struct place *place);

/* It is official for `brand` or for one of the same house. */
bool place_belongs(const struct link_context *context, const struct place *place, brand_ref brand);

#endif
