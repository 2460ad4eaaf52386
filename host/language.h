/* The languages that warnings are written in. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "text/span.h"

enum language { LANGUAGE_EN, LANGUAGE_JA, LANGUAGES };

/* "en", "ja". */
const char *language_name(enum language language);

/* Reads a language tag (BCP 47: "ja", "ja-JP") or a locale name ("ja_JP.UTF-8") by its first part,
 * without case; false when it is neither English nor Japanese. */
bool language_parse(struct span tag, enum language *language);

/* The language of the messages category of the environment (LC_ALL, LC_MESSAGES, LANG), as the C library would choose
 * it; English where that is neither. */
enum language language_of_environment(void);

#endif
