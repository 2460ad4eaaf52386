#!/bin/sh
# Two builds from two folders in two build folders are the same bytes.
set -eu
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/a" "$work/elsewhere/b"
cp -R "$project/CMakeLists.txt" "$project/host" "$project/manifests" "$work/a"
cp -R "$project/CMakeLists.txt" "$project/host" "$project/manifests" "$work/elsewhere/b"

build() { # SOURCE BUILD
	cmake -S "$1" -B "$2" -G Ninja -DHONMONO_TESTS=OFF >/dev/null
	cmake --build "$2" --target honmono >/dev/null
}
build "$work/a" "$work/a/build"
TZ=Asia/Tokyo build "$work/elsewhere/b" "$work/build-b"
sha256sum "$work/a/build/honmono" "$work/build-b/honmono"
cmp "$work/a/build/honmono" "$work/build-b/honmono"
