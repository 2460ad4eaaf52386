#!/bin/sh
# valgrind.sh BUILD: every unit test under valgrind, no error and no leak.
bad=0
for program in "$1"/tests/test_*; do
	[ -x "$program" ] || continue
	HONMONO_VALGRIND=1 valgrind --quiet --error-exitcode=9 --leak-check=full --show-leak-kinds=definite,possible \
	    "$program" >/dev/null 2>"$program.valgrind" || { echo "$program"; tail -n 30 "$program.valgrind"; bad=1; }
done
exit $bad
