#!/bin/sh
# Prints one table of what the host costs, against the least that any host costs and against other libraries.
#   tests/bench/run.sh [MAILS.ndjson]     mails as objects with sender, subject, text, links; made-up ones without
# Environment: HONMONO_BUILD (a Release build; default build-release, made when it is missing), CORE (default 0).
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
project=$(CDPATH='' cd -- "$here/../.." && pwd)
build=${HONMONO_BUILD:-$project/build-release}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -x "$build/honmono" ]; then
	cmake -S "$project" -B "$build" -DCMAKE_BUILD_TYPE=Release -DHONMONO_TESTS=OFF >/dev/null
	cmake --build "$build" --target honmono >/dev/null
fi
# shellcheck disable=SC2046 # flags are words
cc -O3 "$here/floor.c" -o "$work/floor" $(pkg-config --cflags --libs jansson)
# shellcheck disable=SC2046
pkg-config --exists icu-i18n icu-uc libpsl && cc -O3 "$here/peers.c" -o "$work/peers" $(pkg-config --cflags --libs icu-i18n icu-uc libpsl)
[ $# -gt 0 ] && set -- "$(realpath "$1")"
exec_on=
command -v taskset >/dev/null && exec_on="taskset -c ${CORE:-0}"
$exec_on python3 "$here/measure.py" "$build/honmono" "$work/floor" "$work/peers" "$work" "$@"
