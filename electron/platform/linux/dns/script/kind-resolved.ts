/**
 * systemd-resolved without NetworkManager: a runtime setting of one link, gone with the next boot. Put back the way it
 * came: servers that were set at run time are set again, all others come back by `revert` from whoever manages the
 * link.
 */
export const KIND_RESOLVED = String.raw`
# The servers of the link on one line; long lists are wrapped onto indented lines.
resolved_now() {
  resolvectl dns "$LINK" 2>/dev/null | sed -e 's/^Link [0-9]* ([^ ]*)://' | tr '\n\t' '  ' | tr -s ' ' | sed -e 's/^ //' -e 's/ $//'
}

resolved_link() { grep -qx "$LINK" /sys/class/net/*/ifindex 2>/dev/null; }

# A list of servers as the loop below needs it: no globbing is on (set -f), IFS is a space.
resolved_set() { resolvectl dns "$LINK" $1 2>&1; }

resolved_snapshot() {
  saved=/run/systemd/resolve/netif/$LINK
  [ ! -f "$saved" ] || cp "$saved" "$PRIV/netif"
  printf '%s\n' "$(resolved_now)" >"$PRIV/before"
}

resolved_apply() {
  [ "$(resolved_now)" = "$BEFORE" ] || { echo changed-meanwhile; return 1; }
  out=$(resolved_set "$SERVERS") || { why "$out"; return 1; }
  resolvectl flush-caches >/dev/null 2>&1
  [ "$(resolved_now)" = "$AFTER" ] || { echo not-effective; return 1; }
}

resolved_restore() {
  now=$(resolved_now)
  if [ "$now" = "$BEFORE" ]; then echo nothing; return 0; fi
  if [ "$now" != "$AFTER" ]; then echo theirs; return 0; fi
  own=
  [ ! -f "$PRIV/netif" ] || own=$(sed -n 's/^SERVERS=//p' "$PRIV/netif")
  if [ -n "$own" ]; then
    out=$(resolved_set "$BEFORE") || { why "$out"; return 1; }
  else
    out=$(resolvectl revert "$LINK" 2>&1) || { why "$out"; return 1; }
    tries=0
    while [ -z "$(resolved_now)" ] && [ -n "$BEFORE" ] && [ "$tries" -lt 10 ]; do
      sleep 0.2
      tries=$((tries + 1))
    done
    # Other servers than before are another network's, and right; none at all means that nobody manages this link.
    [ -z "$BEFORE" ] || [ -n "$(resolved_now)" ] || out=$(resolved_set "$BEFORE") || { why "$out"; return 1; }
  fi
  resolvectl flush-caches >/dev/null 2>&1
  now=$(resolved_now)
  [ "$now" != "$AFTER" ] && { [ -n "$now" ] || [ -z "$BEFORE" ]; } || { echo failed; return 1; }
  echo restored
}

resolved_commit() { :; }
`.replaceAll("\\${", "${");
