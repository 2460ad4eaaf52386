#!/bin/sh
# valgrind.sh BUILD: the unit tests under valgrind, no error and no leak. The programs of this list are left to the
# sanitizers: they take seconds by themselves (fifty times that under valgrind), and test_frame's storm of signals starves
# there (the protocol tests run the same code under valgrind).
left="test_alloc_failure test_effort test_frame test_normalize test_response test_skeleton test_source test_window"
supp=$(dirname -- "$0")/valgrind.supp
bad=0
for name in $left; do
	[ -x "$1/tests/$name" ] || { echo "$name is listed here and not there"; bad=1; }
done
for program in "$1"/tests/test_*; do
	case $program in *.valgrind) continue ;; esac
	[ -x "$program" ] || continue
	case " $left " in *" ${program##*/} "*)
		echo "left to the sanitizers: ${program##*/}"
		continue
		;;
	esac
	HONMONO_VALGRIND=1 timeout 200 valgrind --quiet --error-exitcode=9 --leak-check=full \
	    --show-leak-kinds=definite,possible --suppressions="$supp" "$program" >/dev/null 2>"$program.valgrind"
	status=$?
	if [ $status -ne 0 ]; then
		echo "$program: status $status"
		tail -n 30 "$program.valgrind"
		bad=1
	fi
done
exit $bad
