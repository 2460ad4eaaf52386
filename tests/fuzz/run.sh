#!/bin/sh
# Fuzzes every target, one after the other, for SECONDS each, and replays what was kept.
#   tests/fuzz/run.sh SECONDS [TARGET…]
# Needs clang. Environment: HONMONO_FUZZ_BUILD (build folder), HONMONO_FUZZ_WORK (where finds grow; kept between runs).
# A crash is left in the work folder as TARGET-crash-*; exit status 1 when there was one. Prints executions and coverage.
set -u
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
build=${HONMONO_FUZZ_BUILD:-$project/build/fuzz}
work=${HONMONO_FUZZ_WORK:-$build/work}
seconds=${1:?usage: tests/fuzz/run.sh SECONDS [TARGET...]}
shift
[ $# -gt 0 ] || set -- frame hostname url mailbox name catalogue index request mail

cmake -S "$project" -B "$build" -G Ninja -DCMAKE_C_COMPILER=clang \
	-DHONMONO_SANITIZE=address,undefined,fuzzer-no-link >/dev/null && cmake --build "$build" >/dev/null || exit 1

bad=0
for target; do
	case $target in
	request | mail | name) longest=16384 ;;
	*) longest=4096 ;;
	esac
	mkdir -p "$work/$target"
	"$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=$longest -timeout=20 -rss_limit_mb=2048 \
		-dict="$project/tests/fuzz/dictionaries/$target.dict" -artifact_prefix="$work/$target-" -print_final_stats=1 \
		"$work/$target" "$project/tests/fuzz/corpus/$target" "$project/tests/fuzz/regressions/$target" \
		>"$work/$target.log" 2>&1 || { bad=1; echo "$target: FAILED, see $work/$target.log"; grep -E 'ERROR|not so|runtime error' "$work/$target.log" | head -n 3; }
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$target.log")
	edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$work/$target.log" | tail -n 1)
	echo "$target: ${runs:-0} executions, ${edges:-0} edges, $(find "$work/$target" -type f | wc -l) inputs kept"
done
exit $bad
