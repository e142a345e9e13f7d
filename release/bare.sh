#!/usr/bin/env bash
# The release file in a bare root: a file system that holds that file, an empty
# folder for the house and nothing else; no shell, no libraries, no /proc, no
# network, a person without a name. How long until she answers?
#
#   bare.sh [FILE]     the file for Linux on this processor, in dist/, if none is named
#
# What stands in the root is what the Containerfile puts there.
set -euo pipefail
cd "$(dirname "$0")/.."

case $(uname -m) in x86_64) processor=amd64 ;; aarch64) processor=arm64 ;; *) processor=$(uname -m) ;; esac
file=${1:-$(ls dist/samantha-*-linux-$processor 2>/dev/null || true)}
if [ -z "$file" ]; then
  echo "there is no dist/samantha-*-linux-$processor; run make release first" >&2
  exit 1
fi

# alone COMMAND ... runs it without a network; apart from root that needs a
# kernel that gives namespaces to everybody.
alone() { unshare --net "$@"; }
[ "$(id -u)" = 0 ] || alone() { unshare --map-root-user --net "$@"; }
if ! alone true 2>/dev/null; then
  if [ -n "${CI:-}" ]; then
    echo "the release must be tried in a bare root here, and this needs root" >&2
    exit 1
  fi
  echo "SKIPPED: the release in a bare root (needs root, or unshare without it)"
  exit 0
fi

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cp "$file" "$root/samantha"
chmod 755 "$root" "$root/samantha"

person=1000:1000
[ "$(id -u)" = 0 ] || person=0:0 # who may not change identity stays who they are
her() { alone env -i "$(command -v chroot)" --userspec="$person" "$root" /samantha --home /house "$@"; }

# new makes an empty house.
new() {
  rm -rf "$root/house"
  mkdir -m 700 "$root/house"
  [ "$(id -u)" != 0 ] || chown "$person" "$root/house"
}

# since TIME is how long ago that was, in seconds.
since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f", b - a }'; }

# fail tells why and ends.
fail() { echo "bare.sh: $*" >&2; exit 1; }

# middle prints what five tries of a measurement gave, and the one in the middle.
middle() {
  local what=$1 tries=() try i
  shift
  for i in 1 2 3 4 5; do
    try=$("$@") # fails where the measurement failed
    tries+=("$try")
  done
  mapfile -t tries < <(printf '%s\n' "${tries[@]}" | sort -n)
  printf '%-44s %s s   (%s)\n' "$what" "${tries[2]}" "${tries[*]}"
}

# by_text is how long until the first word of a reply is there.
by_text() {
  local start=$EPOCHREALTIME first rest
  exec 3< <(her say "I fixed the bike chain with dental floss")
  IFS= read -r -n 1 -u 3 first || fail "she said nothing"
  since "$start"
  rest=$(cat <&3)
  [ ${#rest} -gt 1 ] || fail "she said only $first$rest"
}

first_text() { new && by_text; }

# by_sound is how long until a whole WAV of a reply is there.
by_sound() {
  local start=$EPOCHREALTIME
  her say --wav /house/reply.wav "I fixed the bike chain with dental floss" >/dev/null || fail "she could not speak"
  since "$start"
  whole "$root/house/reply.wav" || fail "the WAV is not whole"
}

first_sound() { new && by_sound; }

# whole checks that a WAV is as long as it says, and has half a second in it.
whole() {
  local size said data
  size=$(wc -c <"$1")
  said=$(od -An -tu4 -j4 -N4 "$1")
  data=$(od -An -tu4 -j40 -N4 "$1")
  [ "$(head -c4 "$1")" = RIFF ] && [ $((said + 8)) -eq "$size" ] && [ $((data)) -gt 16000 ] && [ $((data + 44)) -le "$size" ]
}

# by_page is how long until a browser that follows her link is let in.
by_page() {
  alone bash -c "$(declare -f since visit); visit '$root' '$person' '$(command -v chroot)'" || fail "her page did not open"
}

first_page() { new && by_page; }

# visit ROOT PERSON CHROOT wakes her, opens her link, and lets her sleep. It runs
# where loopback is all the network there is.
visit() {
  local start=$EPOCHREALTIME line= status
  ip link set lo up || return 1
  exec 3< <(exec env -i "$3" --userspec="$2" "$1" /samantha --home /house start --no-open --json)
  local her=$!
  until [[ $line == *'"link"'* ]]; do IFS= read -r -u 3 line || return 1; done
  local link=${line#*http://}
  local host=${link%%/*} path=/${link#*/}
  exec 4<>"/dev/tcp/${host%:*}/${host#*:}" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "${path%\"*}" "$host" >&4
  IFS= read -r -u 4 status
  since "$start"
  kill "$her"
  cat <&3 >/dev/null # until she sleeps
  [[ $status == 'HTTP/1.1 200'* ]]
}

echo "$file ($(($(wc -c <"$file") / 1000000)) MB), $(nproc) processors, no network, in a root that holds:"
new
(cd "$root" && find . -mindepth 1 | sort)
middle "start to first reply by text, new house" first_text
middle "start to first reply by text, known house" by_text
if her help say | grep -q -- --wav; then
  middle "start to first reply by sound, new house" first_sound
  middle "start to first reply by sound, known house" by_sound
elif [ "${VOICE:-}" = no ]; then
  echo "SKIPPED: the reply by sound (made without her voice)"
else
  echo "she cannot speak: say --wav is missing" >&2
  exit 1
fi
if command -v ip >/dev/null; then
  middle "start to her page, new house" first_page
  middle "start to her page, known house" by_page
else
  echo "SKIPPED: her page (ip of iproute2 brings loopback up, and is missing)"
fi
her verify
