import type { MacosDnsPlaces } from "../places.ts";

/**
 * First part of the privileged script: places, arguments, files, processes. POSIX sh and the system's own tools only.
 * Every value is checked again here, whoever passed it. `none` stands for "no servers set by hand".
 */
export function prelude(places: MacosDnsPlaces): string {
  return `${placesText(places)}${PRELUDE}`;
}

/** Names of shell variables and their constant values; a path with a quote in it does not exist on macOS. */
function placesText(places: MacosDnsPlaces): string {
  return Object.entries(places)
    .map(([name, path]) => `${name.toUpperCase()}='${path.replaceAll("'", "")}'\n`)
    .join("");
}

const PRELUDE = String.raw`
set -u -f
umask 022
PATH=/usr/bin:/bin:/usr/sbin:/sbin
LC_ALL=C
export PATH LC_ALL
NAMES='TX LINK OWNER_PID MODE DEADLINE TOKEN OWNER_UID BEFORE AFTER'
NEW_LINE='
'

die() { printf 'gg-fail %s %s\n' "$1" "$(printf '%s' "${"$"}{2:-}" | head -c 200 | tr '\r\n' '  ')"; exit 0; }

number() { case $1 in '' | *[!0-9]* | ???????????*) return 1 ;; esac; }
hex() { case $1 in '' | *[!0-9a-f]*) return 1 ;; esac; [ "${"$"}{#1}" -eq "$2" ]; }
uuid() { case $1 in '' | *[!0-9A-F-]*) return 1 ;; esac; [ "${"$"}{#1}" -eq 36 ]; }
servers() { case $1 in none) ;; '' | *[!0-9A-Za-z:.,%]* | *,,* | ,* | *,) return 1 ;; esac; }

take_args() {
  [ $# -eq 9 ] || die failed arguments
  TX=$1 LINK=$2 OWNER_PID=$3 MODE=$4 DEADLINE=$5 TOKEN=$6 OWNER_UID=$7 BEFORE=$8 AFTER=$9
  check_args || die failed arguments
}

check_args() {
  hex "$TX" 32 && hex "$TOKEN" 64 && uuid "$LINK" && number "$OWNER_PID" && number "$DEADLINE" &&
    number "$OWNER_UID" && servers "$BEFORE" && servers "$AFTER" || return 1
  case $MODE in ask | keep-for) ;; *) return 1 ;; esac
  PUB=$FOLDER/$TX
  PRIV=$PUB/private
  PLIST=$DAEMONS/org.goodgateway.restore.$TX.plist
}

# Whole file or none: temporary name, disk, rename. sync on macOS takes no file.
put() { cat >"$1.new" && sync && mv -f "$1.new" "$1"; }

save_args() {
  for name in $NAMES; do
    eval "printf '%s\n' \"\$$name\""
  done | put "$PRIV/args"
}

load_args() {
  [ -f "$PRIV/args" ] || return 1
  {
    for name in $NAMES; do
      IFS= read -r "$name" || return 1
    done
  } <"$PRIV/args"
  check_args
}

# Ends a program that hangs. Programs in the background have no stdin of their own, so it is handed over.
limit() {
  seconds=$1
  shift
  exec 3<&0
  "$@" <&3 3<&- &
  running=$!
  exec 3<&-
  (
    trap 'kill "$nap"; exit' TERM
    sleep "$seconds" &
    nap=$!
    wait "$nap"
    kill -9 "$running"
  ) >/dev/null 2>&1 &
  watch=$!
  wait "$running" 2>/dev/null
  result=$?
  kill "$watch" 2>/dev/null
  return "$result"
}

now() { date +%s; }

# When a process started; empty when it is gone or only waits to be collected.
start_of() {
  started=
  case $("$PS" -o stat= -p "$1" 2>/dev/null) in '' | *Z*) return 0 ;; esac
  started=$("$PS" -o lstart= -p "$1" 2>/dev/null | tr -s ' ' '_' | sed -e 's/^_//' -e 's/_$//')
}

alive() {
  start_of "$1"
  [ -n "$started" ] && { [ -z "$2" ] || [ "$started" = "$2" ]; }
}

boot_id() { "$SYSCTL" -n kern.bootsessionuuid 2>/dev/null; }

# state: word, guard's pid, its start, second of the deadline.
say_state() {
  start_of $$
  printf '%s %s %s %s\n' "$1" $$ "${"$"}{started:-unknown}" "${"$"}{UNTIL:-0}" >"$PUB/state.new" && mv -f "$PUB/state.new" "$PUB/state"
}

read_state() {
  word=none pid=0 since=
  [ ! -f "$1/state" ] || read -r word pid since until_ <"$1/state" || :
}
`;
