/**
 * What the script is asked for: switch (arm the guard, then change), restore (undo and recovery), and what it calls
 * itself for: the guard and the restore at boot.
 */
export const VERBS = String.raw`
# Armed means: seen to run, by its own word.
arm() {
  start_of $$
  echo "$$ $started" >"$PRIV/switch"
  if [ "$(id -u)" -eq 0 ] && [ -d /run/systemd/system ] && [ -x /usr/bin/systemd-run ]; then
    systemd-run --quiet --collect --unit="goodgateway-guard-$TX" -p TimeoutStopSec=5 \
      /bin/sh "$PRIV/script" guard "$TX" "$PRIV" >/dev/null 2>&1 && armed && return 0
  fi
  setsid /bin/sh "$PRIV/script" guard "$TX" "$PRIV" </dev/null >/dev/null 2>&1 8>&- 9>&- &
  armed
}

armed() {
  tries=0
  while [ "$tries" -lt 50 ]; do
    word=none
    read -r word pid since until_ 2>/dev/null <"$PUB/state"
    case $word in
      armed)
        GUARD_PID=$pid GUARD_START=$since
        alive "$pid" "$since" && return 0
        ;;
      # It has ended already: whom it serves was gone before it began.
      restored | untouched | theirs) return 1 ;;
    esac
    sleep 0.1
    tries=$((tries + 1))
  done
  return 1
}

# One open change on this machine. Finished ones of earlier times are swept.
others() {
  set +f
  for one in "$BASE"/*/; do
    one=\${one%/}
    [ -d "$one" ] && [ "$one" != "$PUB" ] || continue
    word=none pid=0 since=
    [ ! -f "$one/state" ] || read -r word pid since until_ <"$one/state"
    case $word in
      restored | untouched | theirs) rm -rf "$one" ;;
      armed | applied | stuck) ! alive "$pid" "$since" || { set -f; return 1; } ;;
    esac
  done
  set -f
}

ready_place() {
  umask 022
  mkdir -p "$BASE" "$KEEP" "$PUB" 2>/dev/null || die failed folder
  umask 077
  mkdir -p "$PRIV" "$PUB/inbox" || die failed folder
  chmod 700 "$PRIV"
  [ "$(id -u)" -eq 0 ] || return 0
  ! number "\${PKEXEC_UID:-}" || chown "$PKEXEC_UID" "$PUB/inbox"
  sweep_kept
}

# Kept changes can be undone for as long as their snapshot is here: the last 20.
sweep_kept() {
  ls -1t "$KEEP" 2>/dev/null | grep '^keep-[0-9a-f]*$' | tail -n +21 | while IFS= read -r one; do
    [ ! -e "$KEEP/$one/committed" ] || rm -rf "\${KEEP:?}/$one"
  done
}

hold() {
  command -v flock >/dev/null || return 0
  flock -w "$1" 9 || die busy lock
}

switch_() {
  take_args "$@"
  echo "gg-start $TX"
  [ ! -e "$PUB" ] || die failed again
  # A prompt can stay open longer than anybody waits for it: what was given up must not happen later.
  uptime_now
  [ "$up" -le "$NOT_AFTER" ] || die timed-out
  mkdir -p "$BASE" 2>/dev/null
  chmod 755 "$BASE" 2>/dev/null
  exec 9>"$BASE/lock" || die failed lock
  hold 0
  others || die busy
  ready_place
  printf '%s\n' "$self" >"$PRIV/script" || die no-space
  save_args || die no-space
  if ! kind snapshot >"$PRIV/snapshot.log" 2>&1; then
    detail=$(head -c 200 "$PRIV/snapshot.log" | tr '\n' ' ')
    rm -rf "$PRIV" "$PUB"
    die "$(why "$detail")" "$detail"
  fi
  arm_boot
  : >"$PRIV/ready"
  settle "$PRIV/ready" "$PRIV"
  # Everything that is started from here on holds it: the guard waits for its end before it puts anything back.
  exec 8>"$PRIV/applying"
  ! command -v flock >/dev/null || flock 8
  arm || { forget; rm -rf "$PUB"; die guard-not-armed; }
  echo "gg-armed $GUARD_PID $GUARD_START"
  code=$(kind apply) || {
    : >"$PRIV/rollback"
    exec 8>&-
    wait_end
    die "$code"
  }
  : >"$PRIV/applied"
  [ ! -S /run/nscd/socket ] || nscd -i hosts >/dev/null 2>&1
  echo gg-applied
}

wait_end() {
  tries=0
  while [ "$tries" -lt 50 ]; do
    read -r word pid since until_ 2>/dev/null <"$PUB/state" || word=none
    case $word in restored | untouched | theirs) return 0 ;; esac
    alive "$pid" "$since" || return 1
    sleep 0.1
    tries=$((tries + 1))
  done
  return 1
}

# Undo and recovery: compare-and-set once more, from what was stored here, or from what the journal says.
restore_() {
  take_args "$@"
  echo "gg-start $TX"
  mkdir -p "$BASE" 2>/dev/null
  exec 9>"$BASE/lock" || die failed lock
  hold 5
  if read -r word pid since until_ 2>/dev/null <"$PUB/state" && case $word in armed | applied | stuck) ;; *) false ;; esac &&
    alive "$pid" "$since"; then
    : >"$PRIV/rollback"
    ! wait_end || { echo "gg-restored $word"; exit 0; }
    die busy guard
  fi
  made=
  [ -d "$PRIV" ] || { made=1; ready_place; }
  word=$(kind restore) || { [ -z "$made" ] || rm -rf "$PRIV"; die "$word"; }
  say_state "$([ "$word" = theirs ] && echo theirs || echo restored)"
  forget
  echo "gg-restored $word"
}

# At boot: whatever was not confirmed goes back. The network is not needed.
boot_() {
  PRIV=$ROOT_KEEP/keep-$1
  load_args || exit 0
  read -r boot </proc/sys/kernel/random/boot_id
  read -r then_ <"$PRIV/boot" || exit 0
  [ "$boot" != "$then_" ] || exit 0
  [ ! -e "$PRIV/committed" ] || { forget_boot; exit 0; }
  umask 022
  mkdir -p "$PUB"
  umask 077
  guard_restore
}

verb=$1
shift
case $verb in
  switch) switch_ "$@" ;;
  restore) restore_ "$@" ;;
  guard) guard "$@" ;;
  boot) boot_ "$@" ;;
  *) die failed verb ;;
esac
`.replaceAll("\\${", "${");
