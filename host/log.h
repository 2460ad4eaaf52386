/* Diagnostics: one line each on standard error, never with words of a mail in them. */
#ifndef LOG_H
#define LOG_H

/* Writes "honmono: " and the formatted text as one line (511 bytes at most, cut between letters), in the
 * language of the environment where said.h knows the format. */
__attribute__((format(printf, 1, 2))) void log_line(const char *format, ...);

#endif
