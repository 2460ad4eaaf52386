#!/bin/sh
# The layers of host/, from the top: program, embedded, detect, catalogue, text. Each may include only itself and what is below.
cd "$(dirname "$0")/../../host" || exit 1
bad=0

# may_not LAYER-FILES PATTERN: no file of the layer includes a header that matches.
may_not() {
	for file in $1; do
		if grep -nE "^#include \"($2)" "$file"; then
			echo "  in host/$file: not below its layer"
			bad=1
		fi
	done
}

above_text='catalogue/|detect/|embedded/|[a-z_]+\.h"'
may_not "$(ls text/*.[ch])" "$above_text"
may_not "$(ls catalogue/*.[ch] catalogue/tool/*.c)" 'detect/|embedded/|[a-z_]+\.h"'
may_not "$(ls detect/*.[ch])" 'embedded/|[a-z_]+\.h"'
# Judging needs no JSON, no file, no clock and no system call (stdio in text/ formats numbers and opens memory).
for file in text/*.[ch] detect/*.[ch]; do
	if grep -nE '^#include <(jansson|unistd|fcntl|time|sys/[a-z]+|pcre2)\.h>|\b(fopen|open|read|write|socket)\(' "$file"; then
		echo "  in host/$file: the judge does no input or output"
		bad=1
	fi
done
exit $bad
