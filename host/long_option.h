/* Options of the command line. */
#ifndef LONG_OPTION_H
#define LONG_OPTION_H

#include <getopt.h>
#include <stdbool.h>

/* Whether the long option that getopt_long() has just returned was written in full: it takes beginnings of names,
 * too, and a later option would change what they mean. Where it was not, a line on standard error says so. */
bool long_option_in_full(const struct option *option, char *const argv[]);

/* The word that getopt_long() has just refused, for option_refused(). */
const char *option_word(char *const argv[]);

/* Says on standard error that the verb has no such option, or (`valueless`) that the option's value is missing, or that
 * a word that is no option belongs to none; `word` is made harmless. Always false. */
bool option_refused(const char *verb, const char *word, bool valueless);

#endif
