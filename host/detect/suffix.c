#include "detect/suffix.h"

#include "text/hostname.h"

bool suffix_is_throwaway(const struct catalogue *catalogue, struct span suffix)
{
	return (catalogue_hostname_word(catalogue, suffix) & HOSTNAME_THROWAWAY) != 0;
}

bool suffix_is_national(const struct catalogue *catalogue, struct span suffix)
{
	return hostname_last_labels(suffix, 1).len == 2 &&
	       !(catalogue_hostname_word(catalogue, suffix) & HOSTNAME_WORLDWIDE);
}

bool suffix_is_possible(struct span suffix)
{
	for (size_t i = 0; i < suffix.len; i++) {
		char c = suffix.ptr[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'))
			return false;
	}
	return true;
}
