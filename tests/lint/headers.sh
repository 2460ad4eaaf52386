#!/bin/sh
# Every header compiles alone, so that none leans on what another file happened to include before it.
cd "$(dirname "$0")/../../host" || exit 1
bad=0
for header in *.h */*.h; do
	printf '#include "%s"\n' "$header" |
	    ${CC:-cc} -std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -I. -x c -fsyntax-only - || bad=1
done
exit $bad
