#!/bin/bash
# A throw-away machine: overlay of / with its own mount, pid, host name and network namespaces, and a small internet
# beside it with an old resolver (192.0.2.53, 2001:db8::53) and Cloudflare's addresses, each a dnsmasq that writes down
# what it was asked. Root only. Nothing in it reaches the real network or the real machine's files.
#
#   box.sh image KIND...|all     packages of each kind, installed once into a layer of its own
#   box.sh up NAME KIND          a machine under that kind of DNS manager
#   box.sh x NAME COMMAND...     a command in it
#   box.sh reboot NAME           every process gone, /run and /tmp emptied, services as after a boot
#   box.sh down NAME
set -u
CACHE=${GG_BOX_CACHE:-$HOME/.cache/goodgateway/boxes}
HERE=$(cd "$(dirname "$0")" && pwd -P)
PROJECT=$(cd "$HERE/../../.." && pwd -P)
LAYERS=$CACHE/layers
BOXES=/tmp/gg-boxes
# A file that only machines of ours have. Nothing runs where it is not: these commands would harm a real machine.
MARK=.gg-box

packages() {
  case $1 in
    resolved) echo systemd-resolved dbus libnss-resolve ;;
    # The same, with what a GNOME session keeps its settings in.
    desktop) echo systemd-resolved dbus libnss-resolve libglib2.0-bin gsettings-desktop-schemas dconf-gsettings-backend ;;
    nm) echo network-manager dbus ;;
    openresolv) echo openresolv ;;
    resolvconf) echo resolvconf ;;
    file) echo ;;
    polkit) echo dbus polkitd pkexec ;;
    *) echo "no such kind: $1" >&2; exit 2 ;;
  esac
}

# $1 lower layers, $2 upper, $3 work, $4 where
overlay() { mount -t overlay overlay -o "lowerdir=$1,upperdir=$2,workdir=$3" "$4"; }

# Several at the same time; each once, whoever else asks for it meanwhile.
image() {
  local kind pids='' failed=0
  mkdir -p "$LAYERS"
  [ "$*" != all ] || set -- resolved nm openresolv resolvconf file polkit desktop
  for kind in "$@"; do
    packages "$kind" >/dev/null || exit 2
    flock "$LAYERS/$kind.lock" bash "$HERE/box.sh" _image "$kind" &
    pids="$pids $!"
  done
  for kind in $pids; do wait "$kind" || failed=1; done
  return "$failed"
}

# What a layer holds: another release of the system or other packages make it worthless.
contents() { . /etc/os-release; echo "$PRETTY_NAME: $(packages "$1")"; }

_image() {
  local kind=$1 layer=$LAYERS/$1 try
  [ "$(cat "$layer/done" 2>/dev/null)" != "$(contents "$kind")" ] || return 0
  # Lists of packages may be missing or old on a fresh machine.
  for try in first second; do
    rm -rf "$layer"
    mkdir -p "$layer/up" "$layer/work" "$layer/m"
    if install_into "$layer" $(packages "$kind") >"$layer/log" 2>&1; then
      contents "$kind" >"$layer/done"
      return 0
    fi
    [ "$try" = second ] || flock "$LAYERS/lists.lock" apt-get update >/dev/null 2>&1
  done
  tail -5 "$layer/log" >&2
  return 1
}

# $1 layer, then packages
install_into() {
  local layer=$1
  shift
  [ $# -gt 0 ] || return 0
  unshare -m --propagation private bash -c "
    mount -t overlay overlay -o lowerdir=/,upperdir=$layer/up,workdir=$layer/work $layer/m || exit 1
    cd $layer/m && mount --rbind /dev dev && mount -t proc proc proc && mount -t tmpfs tmpfs run && mount -t tmpfs tmpfs tmp
    mkdir -p run/lock
    cp --remove-destination /etc/resolv.conf etc/resolv.conf
    printf '#!/bin/sh\nexit 101\n' >usr/sbin/policy-rc.d; chmod 755 usr/sbin/policy-rc.d
    export DEBIAN_FRONTEND=noninteractive
    chroot . apt-get install -y --no-install-recommends $* &&
    rm -rf var/cache/apt/* var/lib/apt/lists/* var/log/* usr/share/doc/* usr/share/man/*"
}

internet() {
  local n=$1 s=$1-net v
  # Names of links hold 15 characters at most.
  v=$(printf %s "$n" | cksum | cut -d ' ' -f 1)
  ip netns add "$n" && ip netns add "$s"
  ip link add "v$v" type veth peer name "w$v"
  ip link set "v$v" netns "$n" name eth0
  ip link set "w$v" netns "$s" name wan0
  for ns in "$n" "$s"; do
    ip netns exec "$ns" sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0 \
      net.ipv6.conf.all.accept_ra=0 net.ipv6.conf.default.accept_ra=0
    for link in eth0 wan0; do
      [ ! -e "/proc/sys/net/ipv6/conf/$link" ] || :
      ip netns exec "$ns" sysctl -qw "net.ipv6.conf.$link.accept_dad=0" 2>/dev/null
    done
    ip -n "$ns" link set lo up
  done
  ip -n "$s" link set wan0 up
  ip -n "$s" addr add 192.0.2.1/24 dev wan0
  ip -n "$s" -6 addr add 2001:db8::1/64 dev wan0 nodad
  ip -n "$n" link set eth0 up
  local a
  for a in 192.0.2.53/32 1.1.1.1/32 1.0.0.1/32 8.8.8.8/32 8.8.4.4/32; do ip -n "$s" addr add "$a" dev lo; done
  for a in 2001:db8::53/128 2606:4700:4700::1111/128 2606:4700:4700::1001/128 2001:4860:4860::8888/128 2001:4860:4860::8844/128; do
    ip -n "$s" -6 addr add "$a" dev lo nodad
  done
  server "$n" old 203.0.113.1 192.0.2.53 2001:db8::53
  server "$n" cloudflare 203.0.113.2 1.1.1.1 1.0.0.1 2606:4700:4700::1111 2606:4700:4700::1001
  server "$n" google 203.0.113.3 8.8.8.8 8.8.4.4 2001:4860:4860::8888 2001:4860:4860::8844
}

# $1 box, $2 name, $3 what `where.test` is here, then addresses
server() {
  local n=$1 name=$2 answer=$3 d=$BOXES/$1/net
  shift 3
  local listen=() a
  for a in "$@"; do listen+=(--listen-address="$a"); done
  ip netns exec "$n-net" dnsmasq --keep-in-foreground --no-resolv --no-hosts --bind-interfaces --no-daemon --log-queries \
    --conf-file=/dev/null --user=root --pid-file= --address="/where.test/$answer" --address="/wpad/#" "${listen[@]}" \
    >"$d/$name.log" 2>&1 </dev/null 9>&- &
  echo $! >>"$d/pids"
}

addresses() {
  ip addr add 192.0.2.10/24 dev eth0 2>/dev/null
  ip -6 addr add 2001:db8::10/64 dev eth0 nodad 2>/dev/null
  ip route replace default via 192.0.2.1
  ip -6 route replace default via 2001:db8::1
}

up() {
  local n=$1 kind=$2 d=$BOXES/$1 i
  image "$kind" || return 1
  down "$n" 2>/dev/null
  mkdir -p "$d/disk" "$d/net"
  mount -t tmpfs -o size=256m tmpfs "$d/disk"
  mkdir -p "$d/disk/work" "$d/m"
  # A copy in memory: two lower layers of which one lies in the other are refused, and syncing is cheap there.
  cp -a "$LAYERS/$kind/up" "$d/disk/up"
  echo "$n" >"$d/disk/up/$MARK"
  echo "$kind" >"$d/kind"
  internet "$n"
  ip netns exec "$n" setsid unshare -mpuf --propagation private --kill-child bash "$HERE/box.sh" _init "$n" \
    >"$d/log" 2>&1 </dev/null &
  echo $! >"$d/outer"
  for i in $(seq 400); do
    pgrep -P "$(cat "$d/outer")" | head -1 >"$d/pid"
    inside "$n" && break
    sleep 0.05
  done
  inside "$n" && x "$n" bash "$HERE/box.sh" _services "$kind" first
}

# The machine's root shows one file system only and its /tmp and /run are empty: what else is needed is shown to it
# where it is, and cannot be written there.
show() {
  [ -d "$1" ] || return 0
  case $1/ in
    "$PROJECT"/ | /tmp/* | /run/*) ;;
    *) [ "$(stat -c %d "$1")" != "$(stat -c %d /)" ] || return 0 ;;
  esac
  mkdir -p ".$1" && mount --bind "$1" ".$1" && mount -o remount,bind,ro ".$1"
}

# PID 1 of the machine.
_init() {
  local d=$BOXES/$1
  hostname "box-$1"
  overlay / "$d/disk/up" "$d/disk/work" "$d/m" || exit 1
  cd "$d/m" || exit 1
  mount --rbind /dev dev && mount --rbind /sys sys && mount -t proc proc proc
  mount -t tmpfs tmpfs run && mount -t tmpfs tmpfs tmp && mkdir -p run/lock
  show "$PROJECT"
  show "$(dirname "$(readlink -f "$(command -v node)")")"
  show "$(readlink -m "$CACHE/..")"
  umount etc/resolv.conf 2>/dev/null
  # Read-only, or NetworkManager leaves veth links to udev.
  mount -o remount,bind,ro sys
  # Not every machine's own lets ordinary users write to it.
  mknod -m 666 tmp/null c 1 3 && mount --bind tmp/null dev/null
  exec chroot . /bin/bash -c 'trap "exit 0" TERM; while :; do sleep 3600 & wait $!; done'
}

# Has the machine's first process its own root by now, and is it still that process?
inside() {
  local pid
  pid=$(cat "$BOXES/$1/pid" 2>/dev/null)
  [ -n "$pid" ] && [ "$(cat "/proc/$pid/root/$MARK" 2>/dev/null)" = "$1" ]
}

x() {
  local n=$1
  shift
  nsenter -t "$(cat "$BOXES/$n/pid")" -m -p -u -n -r -w /bin/sh -c '
    [ "$(cat "/$1" 2>/dev/null)" = "$2" ] || { echo "not inside $2" >&2; exit 97; }
    shift 2; exec "$@"' sh "$MARK" "$n" env -i PATH="$PATH" LANG=C.UTF-8 HOME=/root ${GG_ENV:-} "$@"
}

# The manager and its state before anything of ours; `first` writes what a boot would find on disk.
_services() {
  local kind=$1 first=${2:-}
  [ -e "/$MARK" ] || { echo "only in a machine of its own" >&2; exit 97; }
  mkdir -p /run/dbus /run/lock
  [ -s /etc/machine-id ] || dbus-uuidgen >/etc/machine-id
  case $kind in
    polkit)
      _services file "$first"
      bus
      id person >/dev/null 2>&1 || useradd -m -u 4242 person
      mkdir -p /run/user/4242 /etc/polkit-1/rules.d && chown person: /run/user/4242
      # The prompt answered with yes; a person's password cannot be typed here.
      echo 'polkit.addRule(function (action) { if (action.id == "org.freedesktop.policykit.exec") return polkit.Result.YES; });' \
        >/etc/polkit-1/rules.d/01-box.rules
      setsid /usr/lib/polkit-1/polkitd --no-debug >/tmp/polkit.log 2>&1 </dev/null &
      wait_for sh -c 'busctl --system list --acquired | grep -q PolicyKit1'
      ;;
    file)
      addresses
      [ -z "$first" ] || { printf '# written by hand\nsearch corp.example\nnameserver 192.0.2.53\nnameserver 2001:db8::53\noptions edns0\n' >/etc/resolv.conf.t; chmod 640 /etc/resolv.conf.t; mv -f /etc/resolv.conf.t /etc/resolv.conf; }
      ;;
    resolved | desktop)
      addresses
      bus
      mkdir -p /run/systemd/resolve /run/systemd/netif/links /run/systemd/network
      chown systemd-resolve: /run/systemd/resolve
      ln -sfn ../run/systemd/resolve/stub-resolv.conf /etc/resolv.conf
      setsid /lib/systemd/systemd-resolved >/tmp/resolved.log 2>&1 </dev/null &
      wait_for resolvectl status
      resolvectl dns eth0 192.0.2.53 2001:db8::53
      resolvectl domain eth0 corp.example
      ;;
    resolvconf)
      addresses
      mkdir -p /run/resolvconf/interface
      ln -sfn ../run/resolvconf/resolv.conf /etc/resolv.conf
      resolvconf --enable-updates
      printf 'nameserver 192.0.2.53\nnameserver 2001:db8::53\nsearch corp.example\n' | resolvconf -a eth0.inet 2>/dev/null || :
      ;;
    openresolv)
      addresses
      [ -z "$first" ] || printf '# Generated by resolvconf\n' >/etc/resolv.conf
      printf 'nameserver 192.0.2.53\nnameserver 2001:db8::53\nsearch corp.example\n' | resolvconf -a eth0 2>/dev/null || :
      ;;
    nm)
      mkdir -p /run/NetworkManager /var/lib/NetworkManager /etc/NetworkManager/conf.d
      bus
      [ -z "$first" ] || {
        printf '[main]\nplugins=keyfile\ndns=default\nrc-manager=file\nauth-polkit=root-only\nno-auto-default=*\n[device]\nmatch-device=*\nmanaged=1\n[connectivity]\nenabled=false\n' \
          >/etc/NetworkManager/conf.d/box.conf
        : >/etc/resolv.conf.t && mv -f /etc/resolv.conf.t /etc/resolv.conf
      }
      setsid NetworkManager --no-daemon >/tmp/nm.log 2>&1 </dev/null &
      wait_for nmcli general status
      [ -z "$first" ] || nmcli connection add type ethernet ifname eth0 con-name 'Büro: LAN "1"' \
        ipv4.method manual ipv4.addresses 192.0.2.10/24 ipv4.gateway 192.0.2.1 ipv4.dns 192.0.2.53 ipv4.dns-search corp.example \
        ipv6.method manual ipv6.addresses 2001:db8::10/64 ipv6.gateway 2001:db8::1 ipv6.dns 2001:db8::53 >/dev/null
      wait_for sh -c 'nmcli -t -f GENERAL.STATE device show eth0 | grep -q ":100 "'
      wait_for grep -q ^nameserver /etc/resolv.conf
      ;;
  esac
}

bus() {
  setsid dbus-daemon --system --nofork --nopidfile >/tmp/dbus.log 2>&1 </dev/null &
  wait_for busctl --system list
}

wait_for() {
  local i
  for i in $(seq 100); do "$@" >/dev/null 2>&1 && return 0; sleep 0.1; done
  echo "not ready: $*" >&2
  return 1
}

reboot_() {
  local n=$1
  x "$n" bash -c 'for p in /proc/[0-9]*; do p=${p#/proc/}; [ "$p" = 1 ] || [ "$p" = $$ ] || kill -9 "$p" 2>/dev/null; done
    sleep 0.2; find /run /tmp -xdev -depth -mindepth 1 ! -type d -delete -o -type d -empty -delete 2>/dev/null; mkdir -p /run/lock'
  ip -n "$n" addr flush dev eth0
  ip -n "$n" link set eth0 down
  ip -n "$n" link set eth0 up
  x "$n" bash "$HERE/box.sh" _services "$(cat "$BOXES/$n/kind")"
}

down() {
  local n=$1 d=$BOXES/$1 p
  [ -d "$d" ] || return 0
  for p in $(ip netns pids "$n-net" 2>/dev/null); do kill "$p" 2>/dev/null; done
  # Its number may be another process's by now.
  ! inside "$n" || kill -9 "$(cat "$d/pid")" 2>/dev/null
  for p in $(ip netns pids "$n" 2>/dev/null); do kill -9 "$p" 2>/dev/null; done
  ip netns del "$n" 2>/dev/null
  ip netns del "$n-net" 2>/dev/null
  umount -l "$d/disk" 2>/dev/null
  rm -rf "$d"
}

command=$1
shift
case $command in
  image | up | x | down | _image | _init | _services) "$command" "$@" ;;
  reboot) reboot_ "$@" ;;
  *) sed -n '2,12p' "$0" ;;
esac
