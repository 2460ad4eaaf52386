#!/bin/sh
# Renews the list and its compiled form from an unpacked npm package tldts (see README.md), or checks that the
# one is made from the other:
#     psl_update.sh PACKAGE_FOLDER YYYY-MM-DD
#     psl_update.sh check
# Needs psl-make-dafsa (Debian package of that name), the first form node too.
set -eu
cd "$(dirname "$0")"
if [ "$1" = check ]; then
	compiled=$(mktemp)
	trap 'rm -f "$compiled"' EXIT
	psl-make-dafsa --output-format=binary public_suffix_list.dat "$compiled"
	cmp "$compiled" public_suffix_list.dafsa
	exit
fi
node psl_from_tldts.mjs "$1" "$2" >public_suffix_list.dat.new
mv public_suffix_list.dat.new public_suffix_list.dat
psl-make-dafsa --output-format=binary public_suffix_list.dat public_suffix_list.dafsa
