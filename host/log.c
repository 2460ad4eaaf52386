#include "log.h"

#include "said.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

/* `line` without the first bytes of a letter whose others were cut off. */
static size_t whole_letters(const char *line, size_t len)
{
	size_t lead = len;

	while (lead > 0 && ((unsigned char)line[lead - 1] & 0xC0) == 0x80)
		lead--;
	lead -= lead > 0;
	return lead + utf8_check((struct span){line + lead, len - lead});
}

void log_line(const char *format, ...)
{
	char line[512] = "honmono: ";
	size_t used = sizeof("honmono: ") - 1;
	va_list arguments;

	va_start(arguments, format);
	int made = vsnprintf(line + used, sizeof(line) - used - 1, said(format), arguments);
	va_end(arguments);
	if (made < 0)
		return;
	used += (size_t)made;
	if (used > sizeof(line) - 2)
		used = whole_letters(line, sizeof(line) - 2);
	line[used++] = '\n';
	/* One write, so that lines of several hosts do not mix. A closed stderr is no reason to
	 * fail. */
	if (write(STDERR_FILENO, line, used) < 0)
		return;
}
