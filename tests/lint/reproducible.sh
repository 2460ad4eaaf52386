#!/bin/sh
# reproducible.sh [FOLDER]: two builds from two folders in two build folders, as manifests/install.sh builds it, are the same
# bytes. FOLDER: where the program is put afterwards, with the commands that compiled it.
set -eu
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/a" "$work/elsewhere/b"
cp -R "$project/CMakeLists.txt" "$project/host" "$project/manifests" "$work/a"
cp -R "$project/CMakeLists.txt" "$project/host" "$project/manifests" "$work/elsewhere/b"

build() { # SOURCE BUILD
	cmake -S "$1" -B "$2" -G Ninja -DCMAKE_BUILD_TYPE=Release -DHONMONO_TESTS=OFF >/dev/null
	cmake --build "$2" --target honmono >/dev/null
}
build "$work/a" "$work/a/build"
TZ=Asia/Tokyo build "$work/elsewhere/b" "$work/build-b"
sha256sum "$work/a/build/honmono" "$work/build-b/honmono"
cmp "$work/a/build/honmono" "$work/build-b/honmono"
if [ -n "${1:-}" ]; then
	mkdir -p "$1"
	cp "$work/a/build/honmono" "$work/a/build/compile_commands.json" "$1"
fi
