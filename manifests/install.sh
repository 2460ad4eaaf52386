#!/bin/sh
# Installs Honmono for this user on Debian or Ubuntu: build packages (the only step that needs root), host,
# extension, browser registration, and a look at a sample inbox at the end. --uninstall takes all of it away.
set -eu

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# The home folder's own places, so that nothing but the packages needs root.
config=${XDG_CONFIG_HOME:-$HOME/.config}
library=$HOME/.local/lib/honmono
share=${XDG_DATA_HOME:-$HOME/.local/share}/honmono
cache=${XDG_CACHE_HOME:-$HOME/.cache}/honmono
link=$HOME/.local/bin/honmono
host_name=org.honmono.host
build_packages="gcc libc6-dev cmake make pkg-config libjansson-dev libpcre2-dev libidn2-dev libpsl-dev libunistring-dev nodejs openssl"

case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in ja*) japanese=1 ;; *) japanese= ;; esac

# say ENGLISH JAPANESE: one message in the reader's language.
say() { if [ -n "$japanese" ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }
fail() { say "$1" "$2" >&2; exit 1; }

usage() {
	say "usage: sh manifests/install.sh [--no-browser] [--no-sample] | --uninstall
  --no-browser  do not install Chromium when no browser is found
  --no-sample   do not show the sample inbox at the end
  --uninstall   remove everything that this script installed for this user" \
	    "使い方：sh manifests/install.sh [--no-browser] [--no-sample] | --uninstall
  --no-browser  ブラウザーが見つからなくても Chromium をインストールしません
  --no-sample   最後にサンプルの受信トレイを表示しません
  --uninstall   このスクリプトがこのユーザーにインストールしたものをすべて削除します"
}

with_browser=1 with_sample=1 action=install
for argument; do
	case $argument in
	--no-browser) with_browser= ;;
	--no-sample) with_sample= ;;
	--uninstall) action=uninstall ;;
	-h | --help) usage; exit 0 ;;
	*)
		say "unknown option: $argument" "不明なオプションです：$argument" >&2
		usage >&2
		exit 64
		;;
	esac
done

# each_browser COMMAND: runs `COMMAND name programs profile folder kind` for every known browser.
each_browser() {
	tab=$(printf '\t')
	while IFS=$tab read -r name programs profile folder kind; do
		case $name in '#'* | '') continue ;; esac
		profile=$(expand "$profile")
		folder=$(expand "$folder")
		"$1" "$name" "$programs" "$profile" "$folder" "$kind" </dev/null
	done <"$project/manifests/browsers.tsv"
}

# expand PATH: the two placeholders of browsers.tsv.
expand() {
	case $1 in
	config/*) printf '%s/%s' "$config" "${1#config/}" ;;
	home/*) printf '%s/%s' "$HOME" "${1#home/}" ;;
	esac
}

# present PROGRAMS PROFILE: does this user have the browser? A folder with nothing but registrations is none of a
# browser's: Opera reads those of Chrome.
present() {
	[ -n "$(find "$2" -mindepth 1 -maxdepth 1 ! -name NativeMessagingHosts 2>/dev/null | head -n 1)" ] && return 0
	for program in $1; do
		command -v "$program" >/dev/null 2>&1 && return 0
	done
	return 1
}

count_browser() { if present "$2" "$3"; then browsers=$((browsers + 1)); fi; }

# ---- packages ----

missing_packages() {
	for package; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf ' %s' "$package"
	done
}

install_packages() {
	command -v apt-get >/dev/null 2>&1 || fail \
	    "This installer knows Debian and Ubuntu (apt-get is not here). Install these by hand and build with cmake:$1" \
	    "このインストーラーは Debian と Ubuntu 用です（apt-get がありません）。次のパッケージを用意し、cmake でビルドしてください:$1"
	as_root=
	if [ "$(id -u)" -ne 0 ]; then
		command -v sudo >/dev/null 2>&1 || fail \
		    "These packages are missing, and there is no sudo here. Ask an administrator to run: apt-get install$1 (nothing was changed)" \
		    "次のパッケージが足りませんが、sudo が使えません。管理者に依頼してください：apt-get install$1 （何も変更していません）"
		as_root=sudo
	fi
	say "Installing packages (this is the only step that needs root):$1" \
	    "パッケージをインストールします（管理者権限が必要なのはこの手順だけです）:$1"
	# shellcheck disable=SC2086 # package names are words
	if ! { $as_root apt-get update -qq &&
		$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $1; } \
		>"$cache/packages.log" 2>&1; then
		tail -n 5 "$cache/packages.log" >&2
		fail "The packages could not be installed (network? sudo?); see $cache/packages.log. Nothing else was changed." \
		     "パッケージをインストールできませんでした（ネットワークや sudo を確認してください）。記録：$cache/packages.log。ほかには何も変更していません。"
	fi
}

prepare() {
	browsers=0
	each_browser count_browser
	wanted=$build_packages
	if [ "$browsers" -eq 0 ] && [ -n "$with_browser" ]; then
		say "No browser was found for this user: Chromium will be installed as well (--no-browser to skip)." \
		    "ブラウザーが見つからないため、Chromium もインストールします（不要なら --no-browser）。"
		wanted="$wanted chromium chromium-sandbox fonts-noto-cjk"
	fi
	# shellcheck disable=SC2086
	missing=$(missing_packages $wanted)
	if [ -n "$missing" ]; then install_packages "$missing"; fi
}

# ---- host and extension ----

build() {
	say "Building the host …" "ホストをビルドしています…"
	if ! { cmake -S "$project" -B "$cache/build" -DCMAKE_BUILD_TYPE=Release -DHONMONO_TESTS=OFF -DHONMONO_WERROR=OFF &&
		cmake --build "$cache/build" --parallel 2 --target honmono; } >"$cache/build.log" 2>&1; then
		tail -n 20 "$cache/build.log" >&2
		fail "The build failed; see $cache/build.log. Nothing was installed." \
		     "ビルドに失敗しました。記録：$cache/build.log。何もインストールしていません。"
	fi
}

# An interrupted run may have ended between the two renames below.
put_back() {
	if [ -d "$share/extension.old" ] && [ ! -d "$share/extension" ]; then mv "$share/extension.old" "$share/extension"; fi
}

# Everything is copied beside its place before anything there changes. The program is replaced by one rename, so that
# its folder keeps the user's extension-ids. A folder takes two: no signal falls between them, and what is killed there
# all the same leaves the earlier extension to put_back.
put_files() {
	rm -rf "$library/honmono.new" "$share/extension.new" "$share/extension.old"
	mkdir -p "$library" "$share/extension.new" "$(dirname "$link")"
	cp "$cache/build/honmono" "$library/honmono.new"
	cp -R "$project/extension/." "$share/extension.new/"
	mv "$library/honmono.new" "$library/honmono"
	trap '' HUP INT TERM
	if [ -d "$share/extension" ]; then mv "$share/extension" "$share/extension.old"; fi
	mv "$share/extension.new" "$share/extension"
	trap - HUP INT TERM
	rm -rf "$share/extension.old"
	ln -sfn "$library/honmono" "$link"
	say "Installed: $library/honmono and $share/extension" "インストールしました：$library/honmono と $share/extension"
}

# ---- browsers ----

write_manifest() {
	mkdir -p "$2"
	chromium_id=$("$library/honmono" --extension-ids | sed -n 's/^chromium //p' | head -n 1)
	gecko_id=$("$library/honmono" --extension-ids | sed -n 's/^gecko //p' | head -n 1)
	path=$(printf '%s' "$library/honmono" | sed 's/[&|\\]/\\&/g')
	sed "s|@PATH@|$path|; s|@CHROMIUM_ID@|$chromium_id|; s|@GECKO_ID@|$gecko_id|" \
		"$project/manifests/$1.json.in" >"$2/$host_name.json.new"
	chmod 644 "$2/$host_name.json.new"
	mv "$2/$host_name.json.new" "$2/$host_name.json"
}

in_snap() {
	for program in $1; do
		found=$(command -v "$program" 2>/dev/null) || continue
		case $(readlink -f "$found") in */snap/* | /usr/bin/snap) return 0 ;; esac
	done
	return 1
}

register_browser() {
	present "$2" "$3" || return 0
	write_manifest "$5" "$4"
	registered="${registered}$1	$5	$4/$host_name.json
"
	say "Registered with $1: $4/$host_name.json" "$1 に登録しました：$4/$host_name.json"
	if [ "$5" = chromium ] && in_snap "$2"; then
		say "  but this $1 is a snap, which cannot start native hosts: use the .deb package of a browser." \
		    "  ただし snap 版の $1 は外部プログラムを起動できません。.deb 版のブラウザーをお使いください。"
	fi
}

register() {
	registered=
	each_browser register_browser
	if [ -z "$registered" ]; then
		say "No browser was found, so the host is registered with none. Install one (sudo apt-get install chromium) and run this again." \
		    "ブラウザーが見つからないため、どのブラウザーにも登録していません。ブラウザーを用意して（sudo apt-get install chromium）もう一度実行してください。"
	fi
}

# remove_empty FOLDER: it and the folders above it that are empty then, up to the home folder.
remove_empty() {
	folder=$1
	while [ "$folder" != "$HOME" ] && rmdir "$folder" 2>/dev/null; do
		folder=$(dirname "$folder")
	done
}

unregister_browser() {
	if grep -qF "\"$library/honmono\"" "$4/$host_name.json" 2>/dev/null; then
		rm -f "$4/$host_name.json"
		remove_empty "$4"
		say "Removed: $4/$host_name.json" "削除しました：$4/$host_name.json"
	fi
}

# ---- proof ----

verify() {
	if [ -n "$registered" ]; then set --; else set -- --program "$library/honmono"; fi
	printf '%s' "$registered" | node "$project/manifests/verify.mjs" "$@" ${japanese:+--japanese} || fail \
	    "The installed host did not answer as it should; see above." \
	    "インストールしたプログラムが正しく応答しませんでした。上の表示をご覧ください。"
}

# The command's place is in PATH at the next login where the login script looks for it, as Debian's does.
tell_command() {
	case ":$PATH:" in
	*":$(dirname "$link"):"*)
		say "
On the command line: honmono check --help" "
コマンドラインでの使い方：honmono check --help"
		return
		;;
	esac
	say "
On the command line: $link check --help" "
コマンドラインでの使い方：$link check --help"
	if grep -qs '\.local/bin' "$HOME/.bash_profile" "$HOME/.bash_login" "$HOME/.profile" "$HOME/.zprofile"; then
		say "  \`honmono\` alone is found once you have logged out and in again." \
		    "  一度ログアウトしてログインし直すと、\`honmono\` だけで実行できます。"
	else
		# shellcheck disable=SC2016 # the reader's shell expands it
		say '  For `honmono` alone, put export PATH="$HOME/.local/bin:$PATH" into ~/.profile and log in again.' \
		    '  `honmono` だけで実行するには、~/.profile に export PATH="$HOME/.local/bin:$PATH" を加えてログインし直してください。'
	fi
}

show_sample() {
	set -- --out "$cache/sample-inbox.png"
	if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
		set -- "$@" --show
		say "Opening the sample inbox in a browser window of its own; close it to go on." \
		    "サンプルの受信トレイを専用のウィンドウで開きます。閉じると続行します。"
	else
		say "Picture of the sample inbox:" "サンプルの受信トレイの画像:"
	fi
	if [ -n "$japanese" ]; then set -- "$@" --language ja; fi
	node "$project/tests/e2e/sample.mjs" "$@" || say \
	    "The sample inbox could not be shown; the installation itself is complete." \
	    "サンプルの受信トレイは表示できませんでしたが、インストールは完了しています。"
}

first_steps() {
	say "
Last step, once in each browser:
  Chromium, Chrome, Edge, Brave, Vivaldi, Opera: open chrome://extensions (in Opera opera://extensions), switch on
    developer mode, \"Load unpacked\", choose
    $share/extension
  Firefox: open about:debugging#/runtime/this-firefox, \"Load Temporary Add-on\", choose $share/extension/manifest.json
    (Firefox forgets it when it is closed, until the extension is signed.)
Then open Gmail." "
最後に、お使いのブラウザーで一度だけ次の操作をしてください。
  Chromium・Chrome・Edge・Brave・Vivaldi・Opera：chrome://extensions（Opera では opera://extensions）を開き、
    デベロッパーモードをオンにして「パッケージ化されていない拡張機能を読み込む」から
    $share/extension を選びます。
  Firefox：about:debugging#/runtime/this-firefox を開き、「一時的なアドオンを読み込む」から
    $share/extension/manifest.json を選びます（署名されるまでは、Firefox を閉じると外れます）。
そのあと Gmail を開いてください。"
}

update_steps() {
	say "
Honmono was updated. Browsers still run the earlier extension until it is reloaded, once in each browser:
  Chromium, Chrome, Edge, Brave, Vivaldi, Opera: chrome://extensions (in Opera opera://extensions), the reload button of Honmono.
  Firefox: about:debugging#/runtime/this-firefox, \"Reload\" beside Honmono.
Then reload Gmail. A browser that has no Honmono yet: load it from $share/extension" "
Honmono を更新しました。再読み込みするまで、ブラウザーでは以前の拡張機能が動いています。ブラウザーごとに次の操作をしてください。
  Chromium・Chrome・Edge・Brave・Vivaldi・Opera：chrome://extensions（Opera では opera://extensions）で、Honmono の更新ボタンを押します。
  Firefox：about:debugging#/runtime/this-firefox で、Honmono の「再読み込み」を押します。
そのあと Gmail を再読み込みしてください。まだ Honmono のないブラウザーでは、$share/extension から読み込みます。"
}

tell_removal() {
	say "
To update: git pull, then this script again. To remove everything: sh manifests/install.sh --uninstall" "
更新するには：git pull のあと、このスクリプトをもう一度実行します。削除するには：sh manifests/install.sh --uninstall"
}

uninstall() {
	each_browser unregister_browser
	rm -rf "$library" "$share" "$cache"
	if [ -L "$link" ] && [ "$(readlink "$link")" = "$library/honmono" ]; then rm -f "$link"; fi
	for folder in "$library" "$share" "$cache" "$link"; do remove_empty "$(dirname "$folder")"; done
	say "Honmono was removed. Remove the extension itself in the browser's list of extensions. Packages were left as they are." \
	    "Honmono を削除しました。拡張機能はブラウザーの拡張機能一覧から削除してください。パッケージはそのままです。"
}

if [ "$action" = uninstall ]; then
	uninstall
	exit 0
fi
mkdir -p "$cache"
updated=
if [ -x "$library/honmono" ]; then updated=1; fi
put_back
prepare
build
put_files
register
verify
if [ -n "$registered" ]; then
	if [ -n "$with_sample" ]; then show_sample; fi
	if [ -n "$updated" ]; then update_steps; else first_steps; fi
fi
tell_command
tell_removal
