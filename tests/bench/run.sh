#!/bin/sh
# Prints one table of what the host costs, against the least that any host costs and against other libraries.
#   tests/bench/run.sh [MAILS.ndjson]     mails as objects with sender, subject, text, links; made-up ones without
# Environment: HONMONO_BUILD (a Release build; default build-release, made when it is missing), CORE (default 0), PEERS (all, or
# only: nothing but what others need for the same inputs).
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
# Compared with, where it can be had; SpamAssassin and rspamd are compared with where they are installed.
HONMONO_PEERS=$build/peers
[ -d "$HONMONO_PEERS/node_modules/eth-phishing-detect" ] ||
	npm install --prefix "$HONMONO_PEERS" --no-save --ignore-scripts --no-audit --no-fund eth-phishing-detect@1.2.0 >/dev/null 2>&1 || true
PYTHONDONTWRITEBYTECODE=1
export HONMONO_PEERS PYTHONDONTWRITEBYTECODE
exec_on=
command -v taskset >/dev/null && exec_on="taskset -c ${CORE:-0}"
[ "${PEERS:-all}" = only ] || $exec_on python3 "$here/measure.py" "$build/honmono" "$work/floor" "$work/peers" "$work" "$@"
$exec_on python3 "$here/peers.py" "$build/honmono" "$work/floor" "$work/peers" "$work" "$@"
