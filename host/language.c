#include "language.h"

#include <strings.h>

static const char *const names[LANGUAGES] = {[LANGUAGE_EN] = "en", [LANGUAGE_JA] = "ja"};

const char *language_name(enum language language)
{
	return names[language];
}

bool language_parse(struct span tag, enum language *language)
{
	if (tag.len < 2 || (tag.len > 2 && !memchr("-_.@", tag.ptr[2], 4)))
		return false;
	for (int i = 0; i < LANGUAGES; i++) {
		if (strncasecmp(tag.ptr, names[i], 2) == 0) {
			*language = (enum language)i;
			return true;
		}
	}
	return false;
}
