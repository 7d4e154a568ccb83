/**
 * The guard: a root process of its own that waits for a word (commit, roll back, more time),
 * for the deadline or for the death of the process it serves. Words lie in a folder of the person; each is moved into
 * root's own folder before it is looked at, so it can be neither swapped nor be a pipe that never ends.
 */
export const GUARD = String.raw`
said() {
  [ -e "$PUB/inbox/$1" ] || [ -L "$PUB/inbox/$1" ] || return 1
  rm -rf "$PRIV/word"
  mv -f "$PUB/inbox/$1" "$PRIV/word" 2>/dev/null || return 1
  [ -f "$PRIV/word" ] && [ ! -L "$PRIV/word" ] || return 1
  said=$(head -c 100 "$PRIV/word")
  case $said in "$TOKEN" | "$TOKEN "*) ;; *) return 1 ;; esac
}

# launchd starts what lies there at the next boot; nothing is loaded now.
arm_boot() {
  boot_id >"$PRIV/boot"
  put "$PLIST" <<PLIST_TEXT
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>org.goodgateway.restore.$TX</string>
  <key>ProgramArguments</key>
  <array>
    <string>/bin/sh</string>
    <string>$PRIV/script</string>
    <string>boot</string>
    <string>$TX</string>
  </array>
  <key>RunAtLoad</key><true/>
</dict>
</plist>
PLIST_TEXT
}

# Nothing of ours stays but the word about how it ended.
forget() {
  rm -f "$PLIST" "$PLIST.new"
  sync
  rm -rf "$PRIV" "$PUB/inbox"
}

# The switch may still be at work (its program died in the middle of it): what it writes after a restore would stand
# unguarded. One that is not over after five seconds is stuck, and is ended; what it started last gets another second.
# One that asks for the roll-back itself has ended its work.
end_switch() {
  [ "${"$"}{PHASE:-}" = armed ] && [ ! -e "$PRIV/rollback" ] || return 0
  tries=0
  while alive "$ARMER" "$ARMER_START"; do
    [ "$tries" -lt 50 ] || { kill -9 "$ARMER" 2>/dev/null; sleep 1; return 0; }
    tries=$((tries + 1))
    sleep 0.1
  done
}

# A service that is away (another location, a cable unplugged) gets five minutes, then the next boot tries again.
guard_restore() {
  end_switch
  tries=0
  until ended=$(put_back); do
    say_state stuck
    [ "$tries" -lt 150 ] || exit 1
    tries=$((tries + 1))
    sleep 2
  done
  case $ended in theirs) ended=theirs ;; *) ended=restored ;; esac
  forget
  say_state "$ended"
  exit 0
}

# First the mark, so that a boot in between keeps the change; then the word that the person is shown.
guard_commit() {
  : >"$PRIV/committed"
  sync
  rm -f "$PLIST"
  say_state committed
  forget
  exit 0
}

guard_more() {
  more=${"$"}{said#* }
  number "$more" && [ "$more" -le 3600 ] || return 0
  UNTIL=$(($(now) + more))
  say_state "$PHASE"
}

# A clock that is set back must not make the deadline longer.
watch_clock() {
  clock=$(now)
  [ "$clock" -ge "$LAST" ] || { UNTIL=$((UNTIL - LAST + clock)); say_state "$PHASE"; }
  LAST=$clock
}

guard() {
  PRIV=$FOLDER/$1/private
  load_args || exit 1
  read -r ARMER ARMER_START <"$PRIV/armer"
  read -r OWNER_START <"$PRIV/owner"
  trap '' HUP INT PIPE
  trap guard_restore TERM
  cd /
  LAST=$(now)
  UNTIL=$((LAST + DEADLINE))
  PHASE=armed
  say_state armed
  while :; do
    if [ "$PHASE" = armed ]; then
      if [ -e "$PRIV/applied" ]; then
        PHASE=applied
        say_state applied
      else
        alive "$ARMER" "$ARMER_START" || [ -e "$PRIV/applied" ] || guard_restore
      fi
    elif said commit; then
      guard_commit
    fi
    [ ! -e "$PRIV/rollback" ] && ! said rollback || guard_restore
    ! said more || guard_more
    if [ "$MODE" = ask ] && ! alive "$OWNER_PID" "$OWNER_START"; then
      if [ "$PHASE" = applied ] && said commit; then guard_commit; fi
      guard_restore
    fi
    watch_clock
    [ "$clock" -lt "$UNTIL" ] || guard_restore
    sleep 0.4
  done
}
`;
