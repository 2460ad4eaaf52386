#!/bin/sh
# Functions that have a safer form, and ways of putting markup into a page.
cd "$(dirname "$0")/../.." || exit 1
bad=0
if grep -nE '\b(sprintf|strcpy|strcat|strncpy|strtok|gets|atoi|atol|alloca|system|popen|setlocale)[[:space:]]*\(' host/*.[ch] host/*/*.[ch] host/*/*/*.c; then
	echo "banned in host/"
	bad=1
fi
if grep -rnE 'innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function' extension --include='*.js' --include='*.html'; then
	echo "banned in extension/"
	bad=1
fi
if grep -nE '\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon' -r extension --include='*.js' | grep -v 'runtime.getURL'; then
	echo "the extension uses no network"
	bad=1
fi
exit $bad
