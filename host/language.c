#include "language.h"

#include <stdlib.h>
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

enum language language_of_environment(void)
{
	static const char *const categories[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	enum language language = LANGUAGE_EN;

	for (size_t i = 0; i < sizeof(categories) / sizeof(categories[0]); i++) {
		const char *value = getenv(categories[i]);

		if (value && *value) {
			(void)language_parse(span_of(value), &language);
			break;
		}
	}
	return language;
}
