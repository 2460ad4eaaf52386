#!/bin/sh
# valgrind.sh BUILD: the unit tests under valgrind, no error and no leak. Left to the sanitizers, and named here: tests
# that take more than 0.3 s by themselves (fifty times that under valgrind), and test_frame, whose storm of signals
# starves there (the protocol tests run the same code under valgrind).
supp=$(dirname -- "$0")/valgrind.supp
bad=0
for program in "$1"/tests/test_*; do
	case $program in *.valgrind) continue ;; esac
	[ -x "$program" ] || continue
	if [ "$(basename "$program")" = test_frame ] || ! timeout 0.3 "$program" >/dev/null 2>&1; then
		echo "left to the sanitizers: $(basename "$program")"
		continue
	fi
	HONMONO_VALGRIND=1 timeout 200 valgrind --quiet --error-exitcode=9 --leak-check=full \
	    --show-leak-kinds=definite,possible --suppressions="$supp" "$program" >/dev/null 2>"$program.valgrind" ||
	    { echo "$program"; tail -n 30 "$program.valgrind"; bad=1; }
done
exit $bad
