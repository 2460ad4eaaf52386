#include "detect/suffix.h"

#include "text/hostname.h"

/* clang-format off: a list */
static const char *const throwaway[] = {
    "asia", "bar",  "best",  "bond",  "buzz", "casa",  "cc",	  "cf",	   "club", "cloud", "cn",
    "cyou", "date", "email", "fit",   "fun",  "ga",    "gq",	  "group", "icu",  "ink",   "life",
    "link", "live", "lol",   "ltd",   "ml",   "mom",   "monster", "ooo",   "pw",   "quest", "rest",
    "sbs",  "shop", "site",  "store", "tk",   "tokyo", "top",	  "vip",   "wang", "work",  "xyz",
};
/* clang-format on */

static bool is_one_of(struct span suffix, const char *const list[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (span_equal(suffix, span_of(list[i])))
			return true;
	return false;
}

bool suffix_is_throwaway(struct span suffix)
{
	return is_one_of(suffix, throwaway, sizeof(throwaway) / sizeof(*throwaway));
}

bool suffix_is_national(struct span suffix)
{
	static const char *const worldwide[] = {
	    "ac", "ai", "cc", "cf", "co", "ga", "gg", "gq", "io", "la",
	    "me", "ml", "pw", "sh", "su", "tk", "to", "tv", "vc", "ws",
	};

	return hostname_last_labels(suffix, 1).len == 2 &&
	       !is_one_of(suffix, worldwide, sizeof(worldwide) / sizeof(*worldwide));
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
