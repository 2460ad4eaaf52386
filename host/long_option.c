#include "long_option.h"

#include "harmless.h"
#include "log.h"

#include <string.h>

#define SHOWN_POINTS 80

bool long_option_in_full(const struct option *option, char *const argv[])
{
	/* The value may be a word of its own. */
	const char *word = argv[optind - 1] == optarg ? argv[optind - 2] : argv[optind - 1];
	size_t len = strlen(option->name);

	if (strncmp(word + 2, option->name, len) == 0 &&
	    (word[2 + len] == '\0' || word[2 + len] == '='))
		return true;
	log_line("--%s: to be written in full", option->name);
	return false;
}

const char *option_word(char *const argv[])
{
	const char *last = argv[optind - 1], *next = argv[optind];
	bool is_last = last[0] == '-' && last[1] == optopt && last[2] == '\0';

	/* getopt() stays at a word of several letters, such as -from, until it has read the last of them. */
	if (!is_last && optopt > ' ' && next && next[0] == '-' && next[1] == optopt && next[2])
		return next;
	return last;
}

bool option_refused(const char *verb, const char *word, bool valueless)
{
	struct arena *arena = arena_new((size_t)1 << 20);
	struct span shown = arena ? harmless(arena, span_of(word), SHOWN_POINTS) : SPAN("-");
	const int len = (int)shown.len;

	if (valueless)
		log_line("%.*s: takes a value (honmono %s --help)", len, shown.ptr, verb);
	else if (*word == '-')
		log_line("%.*s: not an option (honmono %s --help)", len, shown.ptr, verb);
	else
		log_line("%.*s: belongs to no option (honmono %s --help)", len, shown.ptr, verb);
	arena_free(&arena);
	return false;
}
