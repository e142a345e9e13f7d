#!/usr/bin/env bash
# One file for each system, with everything inside, and their check sums, in
# dist/. Then one of them is built a second time, from a copy of the source that
# stands elsewhere and with an empty cache: it has to be the same to the byte.
#
#   release.sh [SYSTEM/PROCESSOR ...]     all five, if none is named
#   VOICE=no     make it without her voice
#   ENGINE=no    make it without her engine for local models
#   AGAIN=all    build all of them a second time; AGAIN=no none
set -euo pipefail
cd "$(dirname "$0")/.."

targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(linux/amd64 linux/arm64 darwin/arm64 darwin/amd64 windows/amd64)
again=("${targets[0]}")
[ "${AGAIN:-}" != all ] || again=("${targets[@]}")
[ "${AGAIN:-}" != no ] || again=()

voice=internal/senses/voice/assets
if [ "${VOICE:-}" != no ] && [ -z "$(find $voice -name '*.gz' 2>/dev/null)" ]; then
  echo "her voice is missing ($voice): run make build where npm is, or say VOICE=no" >&2
  exit 1
fi

# Her engine is a part of the files for Linux.
engine=internal/words/model/engine/assets
for target in "${targets[@]}"; do
  dir=$engine/${target/\//-}
  if [ "${ENGINE:-}" != no ] && [ -e "$dir/LICENSE" ]; then
    make -s "$dir/libraries.tar.gz" "$dir/program.gz" || {
      echo "her engine for $target is missing: run this where npm is, or say ENGINE=no" >&2
      exit 1
    }
  elif [ "${ENGINE:-}" = no ]; then
    rm -f "$dir"/*.gz
  fi
done

version=$(go run ./cmd/samantha version | cut -d' ' -f2)

# name SYSTEM/PROCESSOR is what the file is called.
name() {
  local file=samantha-$version-${1/\//-}
  case $1 in windows/*) file+=.exe ;; esac
  echo "$file"
}

# build SYSTEM/PROCESSOR FILE leaves nothing of this machine in the file: no
# paths, no commit, no settings of the one who builds it.
build() {
  GOOS=${1%/*} GOARCH=${1#*/} GOAMD64=v1 GOARM64=v8.0 GOFLAGS= GOEXPERIMENT= CGO_ENABLED=0 \
    go build -trimpath -buildvcs=false -ldflags '-s -w -buildid=' -o "$2" ./cmd/samantha
}

sums() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

rm -rf dist
mkdir dist
for target in "${targets[@]}"; do
  build "$target" "dist/$(name "$target")"
done
cp LICENSE THIRD_PARTY.md dist
(cd dist && sums samantha-* LICENSE THIRD_PARTY.md >SHA256SUMS && cat SHA256SUMS)

[ ${#again[@]} -gt 0 ] || exit 0
elsewhere=$(mktemp -d)
trap 'chmod -R u+w "$elsewhere"; rm -rf "$elsewhere"' EXIT
mkdir "$elsewhere/source"
tar -c --exclude=./.git --exclude=./bin --exclude=./dist --exclude=./node_modules . | tar -x -C "$elsewhere/source"
for target in "${again[@]}"; do
  (cd "$elsewhere/source" && GOCACHE=$elsewhere/cache build "$target" "$elsewhere/again")
  cmp "$elsewhere/again" "dist/$(name "$target")"
  echo "$target: the same again, from another folder and an empty cache"
done
