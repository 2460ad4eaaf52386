#!/bin/sh
# The sandbox on another processor: builds the host for aarch64, starts Debian's kernel for it in QEMU, runs the sandbox's
# unit tests there, and a conversation whose replies must be the same bytes as those of HONMONO_HOST.
#   HONMONO_HOST=build/honmono tests/soak/aarch64.sh [FOLDER]     FOLDER: what is fetched and built, kept (default: build/aarch64)
# Needs: gcc-aarch64-linux-gnu qemu-system-arm qemu-user-static cpio (packages of Debian), and apt's sources; no root.
set -eu
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=${1:-$project/build/aarch64}
: "${HONMONO_HOST:?set it to the honmono program}"
mkdir -p "$work/apt/state/lists/partial" "$work/apt/cache/archives/partial" "$work/packages" "$work/system"
work=$(CDPATH='' cd -- "$work" && pwd)
system=$work/system

# apt with lists of its own: this machine's architectures stay as they are.
: >"$work/apt/status"
cat >"$work/apt.conf" <<CONF
APT::Architecture "arm64"; APT::Architectures { "arm64"; };
Dir::State "$work/apt/state"; Dir::State::status "$work/apt/status"; Dir::Cache "$work/apt/cache";
CONF
export APT_CONFIG="$work/apt.conf"
if ! ls "$work"/packages/linux-image-*.deb >/dev/null 2>&1; then
	apt-get update -qq
	kernel=$(apt-cache depends linux-image-arm64 | sed -n 's/.*Depends: //p' | head -n 1)
	(cd "$work/packages" && apt-get download -qq "$kernel" busybox-static linux-libc-dev libc6 libc6-dev libgcc-s1 libcmocka0 libcmocka-dev \
		libjansson4 libjansson-dev libpcre2-8-0 libpcre2-dev libidn2-0 libidn2-dev libpsl5 libpsl-dev libunistring2 libunistring-dev)
	for package in "$work"/packages/*.deb; do dpkg-deb -x "$package" "$system"; done
fi

cat >"$work/toolchain.cmake" <<CMAKE
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_SYSROOT $system)
set(CMAKE_FIND_ROOT_PATH $system)
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64-static -L $system)
CMAKE
export PKG_CONFIG_SYSROOT_DIR="$system" PKG_CONFIG_LIBDIR="$system/usr/lib/aarch64-linux-gnu/pkgconfig"
cmake -S "$project" -B "$work/build" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$work/toolchain.cmake" >/dev/null
tests="test_sandbox test_sandbox_landlock test_sandbox_linux test_sandbox_seccomp"
# shellcheck disable=SC2086 # names are words
cmake --build "$work/build" --target honmono $tests >/dev/null

# A system of one script: the programs, what they are linked with, and a shell.
root=$work/root
rm -rf "$root"
mkdir -p "$root/bin" "$root/lib/aarch64-linux-gnu" "$root/proc" "$root/dev" "$root/etc" "$root/tmp"
cp "$work/build/honmono" "$system/bin/busybox" "$root/bin"
for name in $tests; do cp "$work/build/tests/$name" "$root/bin"; done
for name in sh true mount ifconfig md5sum uname poweroff; do ln -s busybox "$root/bin/$name"; done
cp -L "$system"/lib/ld-linux-aarch64.so.1 "$root/lib"
for name in libc.so.6 libjansson.so.4 libpcre2-8.so.0 libidn2.so.0 libpsl.so.5 libunistring.so.2 libcmocka.so.0; do
	cp -L "$(find "$system/lib" "$system/usr/lib" -name "$name" | head -n 1)" "$root/lib/aarch64-linux-gnu"
done
node --input-type=module - "$project" "$root/frames" <<'FRAMES'
import fs from 'node:fs';
const [project, out] = process.argv.slice(2);
const { mail, numbers } = await import(`${project}/tests/soak/mails.mjs`);
const { inputs, request } = await import(`${project}/tests/faults/slow-inputs.mjs`);
const any = numbers(8);
const asked = [{ id: 1, type: 'hello', protocol: 1, languages: ['ja'] }, { id: 2, type: 'profile', trusted: ['friend.example'] }, { id: 3, type: 'brands', from: 0 },
  ...Array.from({ length: 1000 }, (_, i) => ({ id: 10 + i, type: 'check', ...mail(any) })), ...Object.keys(inputs).map((name, i) => request(2000 + i, name, 16_000))];
fs.writeFileSync(out, Buffer.concat(asked.flatMap((one) => {
  const body = Buffer.from(JSON.stringify(one).toWellFormed());
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return [head, body];
})));
FRAMES
cat >"$root/init" <<'INIT'
#!/bin/sh
mount -t proc none /proc; mount -t devtmpfs none /dev
exec </dev/console >/dev/console 2>&1
echo root:x:0:0:root:/:/bin/sh >/etc/passwd
ifconfig lo 127.0.0.1 up
uname -srm
for name in /bin/test_*; do $name; echo "${name#/bin/}: $?"; done
honmono --sandbox
honmono serve </frames >/tmp/out; echo "serve: $?"
md5sum </tmp/out
poweroff -f
INIT
chmod +x "$root/init"
(cd "$root" && find . | cpio -o -H newc --quiet) >"$work/initrd"
timeout 600 qemu-system-aarch64 -M virt -cpu cortex-a57 -m 1024 -nic none -no-reboot -nographic -append "console=ttyAMA0 panic=-1 quiet rdinit=/init" \
	-kernel "$(find "$system/boot" -name 'vmlinuz-*')" -initrd "$work/initrd" </dev/null | tr -d '\r' | tee "$work/console"
wanted=$("$HONMONO_HOST" serve <"$root/frames" | md5sum)
for name in $tests; do grep -qx "$name: 0" "$work/console" || { echo "aarch64.sh: $name" >&2; exit 1; }; done
if grep -F SKIPPED "$work/console"; then
	echo "aarch64.sh: a test that was skipped shows nothing" >&2
	exit 1
fi
if ! grep -q '^sandbox: .*, system call filter$' "$work/console" || ! grep -qxF "$wanted" "$work/console"; then
	echo "aarch64.sh: not as it should be (replies here: $wanted)" >&2
	exit 1
fi
echo "the same $(wc -c <"$root/frames") bytes of requests are answered with the same bytes"
