/**
 * What the script is asked for: switch (arm the guard, then change), restore (undo and recovery), and what it calls
 * itself for: the guard and the restore at boot.
 */
export const VERBS = String.raw`
arm() {
  # A process of its own that keeps no pipe of ours: osascript waits for those.
  (
    trap '' HUP INT
    exec /bin/sh "$PRIV/script" guard "$TX"
  ) </dev/null >/dev/null 2>&1 &
  tries=0
  while [ "$tries" -lt 50 ]; do
    read_state "$PUB"
    if [ "$word" = armed ] && alive "$pid" "$since"; then return 0; fi
    sleep 0.1
    tries=$((tries + 1))
  done
  return 1
}

# One open change on this machine. Finished ones of earlier times are swept.
others() {
  set +f
  for one in "$FOLDER"/*/; do
    one=${"$"}{one%/}
    [ -d "$one" ] && [ "$one" != "$PUB" ] && [ "$one" != "$FOLDER/lock" ] || continue
    read_state "$one"
    case $word in
      restored | theirs | committed) rm -rf "$one" ;;
      armed | applied | stuck) ! alive "$pid" "$since" || { set -f; return 1; } ;;
    esac
  done
  set -f
}

# The lock of a run that was killed is broken at once, one that does not say whose it is after a minute.
lock() {
  tries=0
  until mkdir "$FOLDER/lock" 2>/dev/null; do
    holder=$(cat "$FOLDER/lock/pid" 2>/dev/null)
    if number "$holder" && ! alive "$holder" '' || [ -n "$(find "$FOLDER/lock" -maxdepth 0 -mmin +1 2>/dev/null)" ]; then
      rm -rf "$FOLDER/lock"
    fi
    [ "$tries" -lt "$1" ] || die busy lock
    tries=$((tries + 1))
    sleep 0.2
  done
  trap 'rm -rf "$FOLDER/lock"' EXIT
  echo $$ >"$FOLDER/lock/pid"
}

wait_end() {
  tries=0
  while [ "$tries" -lt 100 ]; do
    read_state "$PUB"
    case $word in restored | theirs) return 0 ;; esac
    alive "$pid" "$since" || return 1
    sleep 0.2
    tries=$((tries + 1))
  done
  return 1
}

give_up() {
  forget
  rm -rf "$PUB"
  die "$@"
}

switch_() {
  not_after=$1
  shift
  take_args "$@"
  printf 'gg-start %s\n' "$TX"
  # A prompt that is answered after the program gave up changes nothing.
  number "$not_after" && [ "$(now)" -le "$not_after" ] || die timed-out late
  [ ! -L "$FOLDER" ] && mkdir -p "$FOLDER" && chmod 755 "$FOLDER" || die failed folder
  lock 5
  [ ! -e "$PUB" ] || die failed again
  others || die busy
  service_name || die no-link
  case $(dns_now) in "$BEFORE") ;; '?') die timed-out store ;; *) die changed-meanwhile ;; esac
  start_of "$OWNER_PID"
  [ -n "$started" ] || [ "$MODE" = keep-for ] || die guard-not-armed owner
  mkdir -p "$PUB" "$PUB/inbox" "$PRIV" && chmod 700 "$PRIV" "$PUB/inbox" && chown "$OWNER_UID" "$PUB/inbox" || give_up failed folder
  printf '%s\n' "$started" >"$PRIV/owner"
  start_of $$
  printf '%s %s\n' $$ "$started" >"$PRIV/armer"
  printf '%s\n' "$self" | put "$PRIV/script" && save_args && arm_boot || give_up no-space
  arm || give_up guard-not-armed
  printf 'gg-armed %s %s\n' "$pid" "$since"
  reason=$(set_dns "$AFTER") || {
    : >"$PRIV/rollback"
    wait_end && printf 'gg-rolled-back %s\n' "$word"
    case $reason in *' '*) die "${"$"}{reason%% *}" "${"$"}{reason#* }" ;; *) die "$reason" ;; esac
  }
  : >"$PRIV/applied"
  flush
  tries=0
  until read_state "$PUB" && [ "$word" = applied ]; do
    if [ "$tries" -ge 50 ] || ! alive "$pid" "$since"; then
      # Nobody would put it back any more, unless the guard has just done so.
      word=$(put_back) && printf 'gg-rolled-back %s\n' "$word" && give_up guard-gone
      die guard-gone
    fi
    tries=$((tries + 1))
    sleep 0.2
  done
  echo gg-applied
}

# Undo and recovery: compare-and-set once more. Without root it does what the system lets this person do.
restore_() {
  take_args "$@"
  printf 'gg-start %s\n' "$TX"
  read_state "$PUB"
  if [ "$(id -u)" -eq 0 ] && [ -d "$PRIV" ]; then
    case $word in armed | applied | stuck) ! alive "$pid" "$since" || {
      : >"$PRIV/rollback"
      wait_end || die busy guard
      case $word in theirs) echo 'gg-restored theirs' ;; *) echo 'gg-restored restored' ;; esac
      exit 0
    } ;; esac
  fi
  word=$(put_back) || die $word
  if [ "$(id -u)" -eq 0 ] && [ -d "$PUB" ]; then
    forget
    case $word in theirs) say_state theirs ;; *) say_state restored ;; esac
  fi
  printf 'gg-restored %s\n' "$word"
}

# At boot: whatever was not confirmed goes back. configd may still be starting, which the restore waits for.
boot_() {
  PRIV=$FOLDER/$1/private
  load_args || exit 0
  if [ -e "$PRIV/committed" ]; then
    rm -f "$PLIST"
    say_state committed
    forget
    exit 0
  fi
  [ "$(cat "$PRIV/boot")" != "$(boot_id)" ] || exit 0
  guard_restore
}

verb=$1
shift
case $verb in
  switch) switch_ "$@" ;;
  restore) restore_ "$@" ;;
  flush) echo gg-start; flush ;;
  guard) guard "$@" ;;
  boot) boot_ "$@" ;;
  *) die failed verb ;;
esac
`;
