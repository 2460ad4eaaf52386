#!/bin/sh
# unit_tests.sh [--list]: every header under host/ that declares functions has a unit test that calls one of them;
# headers without one are named. --list: each header with the tests that call its functions.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# HEADER FUNCTION, a line each: what the compiler says is declared where.
(cd host && for header in *.h */*.h; do
	echo "#include \"$header\""
done >"$work/all.c" && gcc -std=c17 -D_GNU_SOURCE -I. -fsyntax-only -aux-info "$work/declared" "$work/all.c") || exit 1
sed -nE 's#^/\* \./([a-z0-9_/]+\.h):[0-9]+:.. \*/ [^(]*[ *]([a-z0-9_]+)( \(|;).*#\1 \2#p' "$work/declared" >"$work/functions"
if [ ! -s "$work/functions" ] || [ "$(grep -c '^/\* \./' "$work/declared")" -ne "$(wc -l <"$work/functions")" ]; then
	echo "declarations that are not understood"
	exit 1
fi

# TEST NAME, a line each: the names that stand in a test's code, comments and texts left out.
for test in tests/unit/test_*.c; do
	gcc -w -fpreprocessed -dD -E -P "$test" | sed -E 's/"([^"\\]|\\.)*"//g' |
	    grep -oE '[a-z_][a-z0-9_]*' | sort -u | sed "s#^#$(basename "$test" .c) #"
done >"$work/names"

awk -v list="${1:-}" '
	FILENAME ~ /functions$/ { headers[$1]; of[$2] = of[$2] " " $1; next }
	$2 in of {
		count = split(of[$2], hit)
		for (i = 1; i <= count; i++) if (!seen[hit[i], $1]++) tests[hit[i]] = tests[hit[i]] " " $1
	}
	END {
		for (header in headers) {
			if (!tests[header]) { print "without a unit test: host/" header; bad = 1 }
			else if (list == "--list") print header ":" tests[header]
		}
		exit bad
	}' "$work/functions" "$work/names" >"$work/told"
status=$?
sort "$work/told"
exit $status
