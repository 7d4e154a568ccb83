#!/bin/bash
# `npm run test:installers`: the deb and the rpm of dist/ installed into throw-away Debian roots that hold nothing else,
# used from PATH by an ordinary account, replaced by a newer one and removed. Root on Debian only; about three minutes
# (the first time two more: a bare Debian is fetched). The machine's own files are not touched: every root is an overlay
# in a mount and process namespace of its own, and after installing in a network namespace with nothing but loopback.
#
#   try.sh          everything       try.sh deb | rpm      one of them
set -u
HERE=$(cd "$(dirname "$0")" && pwd -P)
PROJECT=$(cd "$HERE/../.." && pwd -P)
CACHE=${GG_INSTALLERS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/goodgateway/installers}
WORK=$(mktemp -d /tmp/gg-installers.XXXXXX)
KINDS=${1:-deb rpm}
NEWER=9.9.9
trap 'rm -rf "$WORK"' EXIT

need() {
  [ "$(id -u)" = 0 ] || { echo "this needs root on Debian" >&2; exit 2; }
  local program missing=
  for program in debootstrap dpkg-deb rpmbuild desktop-file-validate unshare; do
    command -v "$program" >/dev/null || missing="$missing $program"
  done
  [ -z "$missing" ] || {
    echo "missing:$missing. sudo apt-get install -y debootstrap rpm desktop-file-utils 7zip util-linux" >&2
    exit 2
  }
}

# A bare Debian of this machine's release, and on it what only the checks need: once each.
bare() {
  . /etc/os-release
  local root=$CACHE/$VERSION_CODENAME
  [ -e "$root.done" ] || {
    rm -rf "$root" && mkdir -p "$root"
    debootstrap --variant=minbase --include=ca-certificates "$VERSION_CODENAME" "$root" >"$WORK/log" 2>&1 &&
      cp -r /etc/apt/. "$root/etc/apt/" && rm -f "$root/etc/apt/sources.list" &&
      touch "$root.done" || { tail -5 "$WORK/log" >&2; exit 1; }
  }
  [ -e /etc/apt/sources.list ] && cp /etc/apt/sources.list "$root/etc/apt/"
  BARE=$root
}

# $1 name of the overlay, then how much network (`all` or `none`), then a script of this folder and its words
inside() {
  local up=$WORK/$1 network=$2
  shift 2
  mkdir -p "$up/u" "$up/w" "$up/m"
  local apart=
  [ "$network" = all ] || apart=-n
  unshare -m -p -f $apart --propagation private bash -c '
    up=$0 bare=$1 dist=$2 here=$3
    shift 3
    mount -t overlay overlay -o "lowerdir=$bare,upperdir=$up/u,workdir=$up/w" "$up/m" || exit 1
    cd "$up/m" && mount --rbind /dev dev && mount -t proc proc proc && mount -t tmpfs tmpfs run && mount -t tmpfs tmpfs tmp
    mkdir -p mnt/dist mnt/checks
    mount --bind "$dist" mnt/dist && mount --bind "$here" mnt/checks
    [ -e etc/goodgateway-root ] || { cp --remove-destination /etc/resolv.conf etc/resolv.conf; touch etc/goodgateway-root; }
    command -v ip >/dev/null && ip link set lo up 2>/dev/null
    shift
    exec chroot . env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
      bash "/mnt/checks/$1" "${@:2}"
  ' "$up" "$BARE" "$WORK/dist" "$HERE" x "$@"
}

need
bare
echo "making the packages, and newer ones of the same"
GG_PACK_FAST=1 node "$PROJECT/build/scripts/package.mjs" --linux deb rpm >"$WORK/log" 2>&1 ||
  { tail -20 "$WORK/log" >&2; exit 1; }
mkdir -p "$WORK/dist"
cp "$PROJECT"/dist/*.deb "$WORK/dist/one.deb"
cp "$PROJECT"/dist/*.rpm "$WORK/dist/one.rpm"
(cd "$PROJECT" && GG_PACK_FAST=1 GG_NOT_FOR_RELEASE=test CUSTOM_FPM_PATH="$PROJECT/build/scripts/installers/pack-linux.mjs" \
  node node_modules/electron-builder/cli.js --config build/config/electron-builder.mjs --publish never \
  --prepackaged dist/linux-unpacked -c.extraMetadata.version=$NEWER -c.directories.output="$WORK/newer" \
  --linux deb rpm) >"$WORK/log" 2>&1 || { tail -20 "$WORK/log" >&2; exit 1; }
mv "$WORK"/newer/*.deb "$WORK/dist/two.deb"
mv "$WORK"/newer/*.rpm "$WORK/dist/two.rpm"

: >"$WORK/dist/results"
for kind in $KINDS; do
  inside "$kind" all install.sh "$kind" && inside "$kind" none use.sh "$kind"
  [ $? = 0 ] || echo "not ok  $kind: the script itself" | tee -a "$WORK/dist/results"
done
passed=$(grep -c '^ok' "$WORK/dist/results")
failed=$(grep -c '^not ok' "$WORK/dist/results")
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
