/**
 * NetworkManager: the running connection of one device is changed (volatile), the profile only at commit. Its own
 * checkpoint is armed as well, a little later than our guard, so that it also heals when our guard was killed.
 * BEFORE and AFTER: `v4 servers|ignore automatic|v6 servers|ignore automatic` of the device, servers by comma.
 */
export const KIND_NM = String.raw`
NM=org.freedesktop.NetworkManager
NM_PATH=/org/freedesktop/NetworkManager
FIELDS=ipv4.dns,ipv4.ignore-auto-dns,ipv6.dns,ipv6.ignore-auto-dns

# The device's name comes from the kernel, by index; one that nmcli would take for an option is refused.
nm_device() {
  set +f
  device=
  for one in /sys/class/net/*/ifindex; do
    read -r index <"$one" || continue
    [ "$index" != "$LINK" ] || { device=\${one%/ifindex}; device=\${device##*/}; }
  done
  set -f
  case $device in '' | -*) return 1 ;; esac
}

nm_bus() { busctl --system call "$NM" "$NM_PATH" "$NM" "$@" 2>&1; }

# The path in busctl's answer: o "/org/..."
nm_path() { sed -n 's/^o "\(.*\)"$/\1/p'; }

# What the device really asks: v4 by comma, a bar, v6 by comma.
nm_now() {
  nm_device || { echo gone; return 0; }
  nmcli -t -e no -f IP4.DNS,IP6.DNS device show "$device" 2>/dev/null | awk '
    /^IP4\.DNS\[[0-9]+\]:/ { sub(/^[^:]*:/, ""); v4 = v4 (v4 == "" ? "" : ",") $0 }
    /^IP6\.DNS\[[0-9]+\]:/ { sub(/^[^:]*:/, ""); v6 = v6 (v6 == "" ? "" : ",") $0 }
    END { print v4 "|" v6 }'
}

nm_field() { printf '%s\n' "$2" | cut -d '|' -f "$1"; }

# What the device asks once AFTER is in force: automatic servers are ignored, so it is what was written.
nm_ours() { printf '%s|%s\n' "$(nm_field 1 "$AFTER")" "$(nm_field 3 "$AFTER")"; }

# Still the same profile on this device, and still our servers.
# A family that is not up yet (no router advertisement) shows no server at all; that is not somebody else's.
nm_is_ours() {
  [ "$(nmcli -t -e no -f GENERAL.CON-UUID device show "$device" 2>/dev/null)" = "GENERAL.CON-UUID:$UUID" ] || return 1
  now=$(nm_now) want=$(nm_ours)
  [ "$now" = "$want" ] && return 0
  [ "$now" != '|' ] || return 1
  for part in 1 2; do
    half=$(nm_field "$part" "$now")
    [ -z "$half" ] || [ "$half" = "$(nm_field "$part" "$want")" ] || return 1
  done
}

nm_wait_ours() {
  tries=0
  while ! nm_is_ours; do
    [ "$tries" -lt 15 ] || return 1
    sleep 0.2
    tries=$((tries + 1))
  done
}

# A family whose second half is empty is off here and is not touched.
nm_write() {
  what=$1 to=$2 values=$3
  set -- "$what" modify "$to"
  [ "$what" != connection ] || set -- connection modify uuid "$to"
  [ -z "$(nm_field 2 "$values")" ] ||
    set -- "$@" ipv4.dns "$(nm_field 1 "$values")" ipv4.ignore-auto-dns "$(nm_field 2 "$values")"
  [ -z "$(nm_field 4 "$values")" ] ||
    set -- "$@" ipv6.dns "$(nm_field 3 "$values")" ipv6.ignore-auto-dns "$(nm_field 4 "$values")"
  nmcli "$@" 2>&1
}

nm_profile() {
  nmcli -t -e no -f "$FIELDS" connection show uuid "$UUID" 2>/dev/null | sed -e 's/^[^:]*://' | tr -d ' ' | {
    IFS= read -r a && IFS= read -r b && IFS= read -r c && IFS= read -r d && printf '%s|%s|%s|%s\n' "$a" "$b" "$c" "$d"
  }
}

# The profile once the change is kept: a family that is off keeps what it had.
nm_profile_after() {
  kept=
  for part in 1 3; do
    from=$AFTER
    [ -n "$(nm_field $((part + 1)) "$AFTER")" ] || from=$PROFILE_BEFORE
    [ -z "$kept" ] || kept=$kept\|
    kept=$kept$(nm_field "$part" "$from")\|$(nm_field $((part + 1)) "$from")
  done
  printf '%s\n' "$kept"
}

nm_snapshot() {
  nm_device || return 1
  nm_now >"$PRIV/asked"
  nm_profile >"$PRIV/profile"
}

# The checkpoints there are, a path a line.
nm_checkpoints() {
  busctl --system get-property "$NM" "$NM_PATH" "$NM" Checkpoints 2>/dev/null | tr ' ' '\n' | sed -n 's/^"\(.*\)"$/\1/p'
}

# What was there before is noted first: killed before the answer is written, ours is found as the new one.
nm_checkpoint() {
  path=$(nm_bus GetDeviceByIpIface s "$device" | nm_path)
  [ -n "$path" ] || return 0
  { printf '%s %s\n' "$path" $((DEADLINE + 20)); nm_checkpoints; } >"$PRIV/checkpoints"
  out=$(nm_bus CheckpointCreate aouu 1 "$path" $((DEADLINE + 20)) 0) || {
    rm -f "$PRIV/checkpoints"
    case $out in *'already included'*) echo busy ;; *) why "$out" ;; esac
    return 1
  }
  printf '%s\n' "$out" | nm_path >"$PRIV/checkpoint"
}

# Ours, though its name was never written: it is new, of our device, and has our time. Left alone, it would take back
# whatever somebody else sets until it runs out.
nm_lost_checkpoint() {
  IFS=' ' read -r path seconds <"$PRIV/checkpoints" || return 0
  for one in $(nm_checkpoints); do
    ! grep -qxF -e "$one" "$PRIV/checkpoints" || continue
    set -- "$(busctl --system get-property "$NM" "$one" "$NM.Checkpoint" RollbackTimeout Devices 2>/dev/null)"
    case $1 in "u $seconds"*"\"$path\""*) printf '%s\n' "$one" ;; esac
  done
}

nm_forget_checkpoint() {
  [ -s "$PRIV/checkpoint" ] || [ ! -s "$PRIV/checkpoints" ] || nm_lost_checkpoint >"$PRIV/checkpoint"
  [ ! -s "$PRIV/checkpoint" ] || nm_bus CheckpointDestroy o "$(cat "$PRIV/checkpoint")" >/dev/null
  rm -f "$PRIV/checkpoint" "$PRIV/checkpoints"
}

nm_apply() {
  nm_device || { echo no-link; return 1; }
  [ "$(nm_profile)" = "$PROFILE_BEFORE" ] || { echo changed-meanwhile; return 1; }
  [ ! -x /usr/bin/busctl ] || nm_checkpoint || return 1
  out=$(nm_write device "$device" "$AFTER") || { why "$out"; return 1; }
  nm_wait_ours || { echo not-effective; return 1; }
}

nm_restore() {
  done=nothing
  if [ -n "$UUID" ] && [ "$(nm_profile_after)" != "$PROFILE_BEFORE" ] && [ "$(nm_profile)" = "$(nm_profile_after)" ]; then
    out=$(nm_write connection "$UUID" "$PROFILE_BEFORE") || { why "$out"; return 1; }
    done=restored
  fi
  nm_device || { nm_forget_checkpoint; echo "$done"; return 0; }
  if [ "$AFTER" != "$BEFORE" ] && nm_is_ours; then
    out=$(nm_write device "$device" "$BEFORE") || { why "$out"; return 1; }
    # It says that it is done a moment before it is.
    tries=0
    while nm_is_ours && [ "$tries" -lt 10 ]; do
      sleep 0.2
      tries=$((tries + 1))
    done
    # A lease taken while automatic servers were ignored stays without them until the next connect (seen in 1.42).
    ! nm_is_ours || nmcli connection up uuid "$UUID" ifname "$device" >/dev/null 2>&1
    done=restored
  elif [ "$done" = nothing ] && [ -f "$PRIV/asked" ] && [ "$(nm_now)" != "$(cat "$PRIV/asked")" ]; then
    done=theirs
  fi
  nm_forget_checkpoint
  echo "$done"
}

nm_extend() {
  [ ! -s "$PRIV/checkpoint" ] || nm_bus CheckpointAdjustRollbackTimeout ou "$(cat "$PRIV/checkpoint")" $(($1 + 20)) >/dev/null
}

# The profile is written only if nobody else has written it since.
nm_commit() {
  nm_device && nm_is_ours && [ "$(nm_profile)" = "$PROFILE_BEFORE" ] || { echo changed-meanwhile; return 1; }
  out=$(nm_write connection "$UUID" "$AFTER") || { why "$out"; return 1; }
  nm_forget_checkpoint
}
`.replaceAll("\\${", "${");
