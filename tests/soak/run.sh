#!/bin/sh
# Long life: one host judges a million mails, then fifty hosts judge at once.
#   HONMONO_HOST=build/honmono tests/soak/run.sh [--mails FILE|FOLDER]… [--checks 1000000] [--hosts 50] [--each 2000] [--growth KIB]
# Mails: a file of mail objects or a folder of .eml files as for tests/eval; without any, two thousand are made, the same at every run.
# What must hold: every request is answered once, in order, and every time with the same bytes; resident memory grows by no more
# than --growth (4 MiB) after the first tenth, every mail among it; the descriptors stay as many; every host ends with status 0. Linux only (/proc).
set -eu
exec node "$(dirname -- "$0")/soak.mjs" "$@"
