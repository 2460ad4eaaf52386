#include "response_fit.h"

static size_t less(size_t from, size_t by)
{
	return from > by ? from - by : 0;
}

/* Takes findings off the end (they are sorted, the worst first) until the excess is gone or only
 * `keep` bytes of them are left; returns the excess that remains. */
static size_t cut_findings(const struct response_sizes *sizes, struct response_cut *cut,
			   size_t excess, size_t keep)
{
	size_t left = 2;

	for (size_t i = 0; i < cut->findings; i++)
		left += sizes->findings[i] + (i > 0);
	while (excess > 0 && left > keep && cut->findings > 0) {
		size_t size = sizes->findings[--cut->findings];

		size += cut->findings > 0; /* its comma */
		left = less(left, size);
		excess = less(excess, size);
	}
	return excess;
}

static size_t reduce_links(const struct response_sizes *sizes, struct response_cut *cut,
			   size_t excess)
{
	while (cut->whole_links > 0 && excess > 0) {
		cut->whole_links--;
		excess =
		    less(excess, sizes->links[cut->whole_links] - sizes->reduced[cut->whole_links]);
	}
	return excess;
}

bool response_fit(const struct response_sizes *sizes, size_t bytes, struct response_cut *cut)
{
	size_t excess;

	*cut = (struct response_cut){false, sizes->finding_count, sizes->link_count};
	if (sizes->whole <= bytes)
		return true;
	cut->truncated = true;
	excess = less(sizes->whole + sizes->mark, bytes);
	excess = cut_findings(sizes, cut, excess, RESPONSE_KEPT_FINDINGS);
	excess = reduce_links(sizes, cut, excess);
	return cut_findings(sizes, cut, excess, 0) == 0;
}
