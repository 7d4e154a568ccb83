/**
 * The guard: a process of its own session that waits for a word (commit, roll back, more
 * time), for the deadline, or for the death of the process it serves, and then ends by committing or restoring.
 */
export const GUARD = String.raw`
kind() {
  case $KIND in
    file) "file_$1" ;;
    resolved) "resolved_$1" ;;
    nm) "nm_$1" ;;
    *) "resolvconf_$1" ;;
  esac
}

# A word is good only with our token in it. Opened without following a link and without waiting on a pipe.
said() {
  [ -f "$PUB/inbox/$1" ] && [ ! -L "$PUB/inbox/$1" ] || return 1
  said=$(timeout 2 dd if="$PUB/inbox/$1" iflag=nofollow,nonblock bs=128 count=1 2>/dev/null) ||
    said=$(timeout 2 head -c 128 "$PUB/inbox/$1" 2>/dev/null) || return 1
  case $said in "$TOKEN" | "$TOKEN "*) ;; *) return 1 ;; esac
}

boot_unit() { echo "goodgateway-restore-$TX.service"; }

# Where nothing volatile heals a power cut, the next boot restores. Only systemd is known to us for that.
arm_boot() {
  [ "$KIND" = file ] && [ "$(id -u)" -eq 0 ] && [ -d /run/systemd/system ] || return 0
  read -r boot </proc/sys/kernel/random/boot_id
  printf '%s\n' "$boot" | put "$PRIV/boot"
  umask 022
  mkdir -p /etc/systemd/system/sysinit.target.wants
  put "/etc/systemd/system/$(boot_unit)" <<UNIT
[Unit]
Description=Put the DNS settings back after an interrupted change
DefaultDependencies=no
RequiresMountsFor=/etc $KEEP
After=local-fs.target
Before=network-pre.target sysinit.target
ConditionPathExists=$PRIV/script

[Service]
Type=oneshot
ExecStart=/bin/sh $PRIV/script boot $TX
UNIT
  ln -sf "../$(boot_unit)" "/etc/systemd/system/sysinit.target.wants/$(boot_unit)"
  settle /etc/systemd/system/sysinit.target.wants
  umask 077
}

forget_boot() {
  rm -f "/etc/systemd/system/sysinit.target.wants/$(boot_unit)" "/etc/systemd/system/$(boot_unit)" 2>/dev/null
}

# After a restore nothing of ours stays but the word about how it ended.
forget() {
  [ "$KIND" != file ] || forget_boot
  rm -rf "$PRIV"
}

# The switch may still be at work (its program died in the middle of it): what it writes after a restore would stand
# unguarded. It and all it starts hold a lock; whoever still does after five seconds is stuck, and is ended. A switch
# that asks for the roll-back itself has ended its work.
end_switch() {
  [ "\${PHASE:-}" = armed ] && [ -e "$PRIV/applying" ] && [ ! -e "$PRIV/rollback" ] || return 0
  command -v flock >/dev/null || { tries=0; while alive "$SWITCH_PID" "$SWITCH_START" && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done; kill -9 "$SWITCH_PID" 2>/dev/null; return 0; }
  exec 8>"$PRIV/applying"
  flock -w 5 8 && return 0
  set +f
  for one in /proc/[0-9]*/fd/8; do
    holder=\${one#/proc/} holder=\${holder%%/*}
    [ "$(readlink "$one" 2>/dev/null)" != "$PRIV/applying" ] || [ "$holder" = $$ ] || kill -9 "$holder" 2>/dev/null
  done
  set -f
  flock -w 5 8
}

# Ends by itself only when the settings are right; a full disk or a dead service gets time to recover.
guard_restore() {
  end_switch
  word=none
  tries=0
  until word=$(kind restore); do
    say_state stuck
    [ "$tries" -lt 150 ] || exit 1
    tries=$((tries + 1))
    sleep 2
  done
  case $word in
    theirs) say_state theirs ;;
    # A try that ended badly may have put back what there was to put back.
    nothing) if [ "$tries" -eq 0 ]; then say_state untouched; else say_state restored; fi ;;
    *) say_state restored ;;
  esac
  forget
  exit 0
}

guard_commit() {
  kind commit >/dev/null || guard_restore
  : >"$PRIV/committed"
  settle "$PRIV"
  say_state committed
  settle "$PUB"
  [ "$KIND" != file ] || forget_boot
  exit 0
}

guard_more() {
  more=\${said#* }
  rm -f "$PUB/inbox/more"
  number "$more" && [ "$more" -le 3600 ] || return 0
  uptime_now
  UNTIL=$((up + more))
  [ "$KIND" != nm ] || nm_extend "$more"
  say_state "$PHASE"
}

guard() {
  TX=$1 PRIV=$2
  load_args || exit 1
  read -r SWITCH_PID SWITCH_START <"$PRIV/switch"
  trap '' HUP INT PIPE
  trap 'guard_restore' TERM
  cd /
  uptime_now
  UNTIL=$((up + DEADLINE))
  PHASE=armed
  say_state armed
  while :; do
    if [ "$PHASE" = armed ]; then
      if [ -e "$PRIV/applied" ]; then
        PHASE=applied
        say_state applied
      else
        alive "$SWITCH_PID" "$SWITCH_START" || [ -e "$PRIV/applied" ] || guard_restore
      fi
    elif said commit; then
      guard_commit
    fi
    # Never written into the inbox by us: it belongs to the person, who could lay a link there.
    [ ! -e "$PRIV/rollback" ] && ! said rollback || guard_restore
    ! said more || guard_more
    [ "$MODE" != ask ] || alive "$OWNER_PID" "$OWNER_START" || { said commit && [ "$PHASE" = applied ] && guard_commit; guard_restore; }
    uptime_now
    [ "$up" -lt "$UNTIL" ] || guard_restore
    sleep 0.3 2>/dev/null || sleep 1
  done
}
`.replaceAll("\\${", "${");
