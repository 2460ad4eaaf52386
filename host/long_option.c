#include "long_option.h"

#include "log.h"

#include <string.h>

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
