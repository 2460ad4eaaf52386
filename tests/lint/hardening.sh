#!/bin/sh
# hardening.sh PROGRAM: what the compiler and linker were asked for is in the program.
program=${1:?usage: hardening.sh PROGRAM}
bad=0
export LC_ALL=C

facts=$(mktemp)
trap 'rm -f "$facts"' EXIT
readelf --wide --file-header --program-headers --dynamic --notes "$program" >"$facts" || exit 1
imports=$(readelf --wide --dyn-syms "$program" | awk '$7 == "UND" { sub(/@.*/, "", $8); print $8 }')

lacks() { # WHAT
	echo "$program: $1"
	bad=1
}
need() { grep -Eq "$2" "$facts" || lacks "no $1"; }       # WHAT PATTERN
never() { ! grep -Eq "$2" "$facts" || lacks "has $1"; }   # WHAT PATTERN

need "position-independent executable" 'FLAGS_1.*PIE'
need "RELRO" 'GNU_RELRO'
need "immediate binding" 'FLAGS.*BIND_NOW'
need "stack mark" 'GNU_STACK'
never "an executable stack" 'GNU_STACK.*RWE'
never "memory that is writable and executable" 'LOAD.*RWE'
never "text relocations" 'TEXTREL'
never "a library search path" '\((RPATH|RUNPATH)\)'
case $(uname -m) in
x86_64)
	# The linker keeps the mark only where the C library's own start files have it (Debian's have not).
	if readelf --notes "$(${CC:-cc} -print-file-name=Scrt1.o)" 2>/dev/null | grep -q 'IBT, SHSTK'; then
		need "CET (IBT and SHSTK)" 'x86 feature: IBT, SHSTK'
	fi
	[ "$(objdump -d --no-show-raw-insn "$program" | grep -c endbr64)" -gt 100 ] || lacks "no landing pads for indirect branches"
	;;
esac
echo "$imports" | grep -qx '__stack_chk_fail' || lacks "no stack protector"
echo "$imports" | grep -q '_chk$' || lacks "no fortified functions"
grep -q -- '-D_FORTIFY_SOURCE=3' "$(dirname "$program")/compile_commands.json" || lacks "no _FORTIFY_SOURCE=3"

# Nothing in it could reach the network, start a program or load code.
for name in socket connect bind listen sendto sendmsg getaddrinfo gethostbyname fork vfork clone execv execve execvp \
	execl execlp system popen posix_spawn dlopen; do
	! echo "$imports" | grep -qx "$name" || lacks "imports $name"
done
# Its libraries, each with its reason in CMakeLists.txt.
sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' "$facts" | grep -vE '^(libjansson|libpcre2-8|libidn2|libpsl|libunistring|libc|ld-linux-.*)\.so\.' &&
	lacks "needs a library that is not declared"
exit $bad
