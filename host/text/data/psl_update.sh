#!/bin/sh
# Renews the list and its compiled form from an unpacked npm package tldts (see README.md):
#     psl_update.sh PACKAGE_FOLDER YYYY-MM-DD
# Needs node and psl-make-dafsa (Debian package of that name). `git diff` then shows what changed; the date in
# hostname_suffix.c has to follow (a unit test says so). With the same package nothing changes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
node "$here/psl_from_tldts.mjs" "$1" "$2" >"$here/public_suffix_list.dat.new"
mv "$here/public_suffix_list.dat.new" "$here/public_suffix_list.dat"
psl-make-dafsa --output-format=binary "$here/public_suffix_list.dat" "$here/public_suffix_list.dafsa"
