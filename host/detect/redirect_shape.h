/* The ways in which redirectors carry their destination (enum redirect_shape), one reader each. */
#ifndef DETECT_REDIRECT_SHAPE_H
#define DETECT_REDIRECT_SHAPE_H

#include "catalogue/catalogue.h"
#include "text/url.h"

/* What `url`, whose hostname and path fit `redirector`, carries as its destination: with or without
 * a scheme, maybe no URL at all; empty when there is nothing to read. */
struct span redirect_target(struct arena *arena, const struct url *url,
			    const struct redirector *redirector);

#endif
