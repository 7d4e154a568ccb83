/**
 * First part of the privileged script: arguments, places, files. POSIX sh and the system's own tools only, so that it
 * also works where nothing of ours can run any more. Every value is checked again here, whoever passed it.
 */
export const PRELUDE = String.raw`
set -u -f
umask 077
PATH=/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin
LC_ALL=C
export PATH LC_ALL
IFS=' '

F=/etc/resolv.conf
T=/etc/.resolv.conf.goodgateway
ROOT_RUN=/run/goodgateway
ROOT_KEEP=/var/lib/goodgateway

die() { echo "gg-fail $1 \${2:-}"; exit 3; }

plain() { case $1 in '' | *[!0-9A-Za-z:.,%#_\|\ /-]*) return 1 ;; esac; }
number() { case $1 in '' | *[!0-9]* | ??????????????*) return 1 ;; esac; }
hex() { case $1 in '' | *[!0-9a-f]*) return 1 ;; esac; [ "\${#1}" -eq "$2" ]; }

# One thing per line, in this order; an empty line is an empty value.
NAMES='TX KIND OWNER_PID OWNER_START MODE DEADLINE TOKEN BASE LINK UUID BEFORE AFTER SERVERS PROFILE_BEFORE NOT_AFTER'

take_args() {
  TX=\${1:-} KIND=\${2:-} OWNER_PID=\${3:-} OWNER_START=\${4:-} MODE=\${5:-} DEADLINE=\${6:-} TOKEN=\${7:-}
  BASE=\${8:-} LINK=\${9:-}
  [ $# -eq 15 ] || die failed arguments
  shift 9
  UUID=$1 BEFORE=$2 AFTER=$3 SERVERS=$4 PROFILE_BEFORE=$5 NOT_AFTER=$6
  check_args
}

check_args() {
  hex "$TX" 32 && hex "$TOKEN" 64 || die failed id
  case $KIND in file | resolved | resolvconf | openresolv | nm) ;; *) die failed kind ;; esac
  case $MODE in ask | keep-for) ;; *) die failed mode ;; esac
  number "$OWNER_PID" && number "\${OWNER_START:-0}" && number "$DEADLINE" && number "$LINK" && number "$NOT_AFTER" || die failed number
  [ -z "$UUID" ] || plain "$UUID" || die failed uuid
  for value in BEFORE AFTER SERVERS PROFILE_BEFORE; do
    eval "value=\$$value"
    [ -z "$value" ] || plain "$value" || die failed value
  done
  places
}

# root works in the system's own folders whatever it is told; without root the person's own folder is all there is.
places() {
  if [ "$(id -u)" -eq 0 ]; then
    BASE=$ROOT_RUN
    KEEP=$ROOT_KEEP
  else
    case $BASE in /*) ;; *) die failed base ;; esac
    KEEP=$BASE
  fi
  PUB=$BASE/$TX
  case $KIND in file) PRIV=$KEEP/keep-$TX ;; *) PRIV=$PUB/private ;; esac
}

# Waits for the disk as far as this system's sync can.
settle() { sync "$@" 2>/dev/null || sync; }

# Whole file or none: temporary name, disk, rename.
put() {
  cat >"$1.new" && settle "$1.new" && mv -f "$1.new" "$1" && settle "\${1%/*}"
}

save_args() {
  for name in $NAMES; do
    eval "printf '%s\n' \"\$$name\""
  done | put "$PRIV/args"
}

load_args() {
  [ -f "$PRIV/args" ] && [ "$(wc -l <"$PRIV/args")" -eq 15 ] || return 1
  {
    for name in $NAMES; do
      IFS= read -r "\${name?}" || return 1
    done
  } <"$PRIV/args"
  check_args
}

uptime_now() { read -r up rest </proc/uptime; up=\${up%%.*}; }

# When a process started (proc(5), field 22); empty when it is gone or only waits to be collected.
start_of() {
  started=
  read -r line 2>/dev/null <"/proc/$1/stat" || return 0
  line=\${line##*) }
  case $line in Z* | X*) return 0 ;; esac
  set -- $line
  started=\${20}
}

alive() {
  start_of "$1"
  [ -n "$started" ] && { [ -z "$2" ] || [ "$started" = "$2" ]; }
}

# state: word, guard's pid, its start, uptime second of the deadline.
say_state() {
  start_of $$
  umask 022
  printf '%s %s %s %s\n' "$1" $$ "$started" "\${UNTIL:-0}" >"$PUB/state.new" && mv -f "$PUB/state.new" "$PUB/state"
  umask 077
}

why() {
  case $1 in
    *'Read-only file system'*) echo file-system-read-only ;;
    *'No space left'* | *'Disk quota'*) echo no-space ;;
    *'Input/output error'*) echo input-output-error ;;
    *'Operation not permitted'*) echo file-immutable ;;
    *'not authorized'* | *'Not authorized'* | *'nsufficient privileges'* | *'authentication required'*) echo not-authorized ;;
    *) echo failed ;;
  esac
}
`.replaceAll("\\${", "${");
