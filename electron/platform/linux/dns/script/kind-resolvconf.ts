/**
 * resolvconf in both makes: one record of our own beside the others', deleted to put things back. Records live in /run,
 * so a boot heals. Debian's make puts tun* records first (interface-order); openresolv is told that ours stands alone.
 */
export const KIND_RESOLVCONF = String.raw`
# Its hooks start other programs' servers, which must not hold our locks for ever.
resolvconf() { command resolvconf "$@" 8>&- 9>&-; }

resolvconf_name() {
  case $KIND in
    resolvconf) record=tun-goodgateway.inet ;;
    *) record=goodgateway ;;
  esac
}

# Ours, and what Debian's make leaves of ours when it is killed between writing and renaming (it counts as a record).
resolvconf_ours() {
  resolvconf_name
  for one in $(resolvconf -i 2>/dev/null | tr '\n\t' '  '); do
    case $one in "$record" | "$record"_new.*) echo "$one" ;; esac
  done
}

resolvconf_now() {
  if [ -n "$(resolvconf_ours)" ]; then echo present; else echo absent; fi
}

resolvconf_snapshot() { :; }

# Search domains and options of the others stay in force: an exclusive record hides theirs.
resolvconf_record() {
  for one in $SERVERS; do printf 'nameserver %s\n' "$one"; done
  [ "$KIND" = resolvconf ] || sed -n -e '/^search[ 	]/p' -e '/^domain[ 	]/p' -e '/^options[ 	]/p' "$F" 2>/dev/null
}

# The exit code is that of the last hook of any other program (a resolver that does not run): the record is what counts.
resolvconf_apply() {
  resolvconf_name
  resolvconf_unlock
  umask 022
  [ "$(resolvconf_now)" = absent ] || { echo changed-meanwhile; return 1; }
  resolvconf_record >"$PRIV/record"
  case $KIND in
    resolvconf) out=$(resolvconf -a "$record" <"$PRIV/record" 2>&1) ;;
    *) out=$(resolvconf -x -m 0 -a "$record" <"$PRIV/record" 2>&1) ;;
  esac
  [ "$(resolvconf_now)" = present ] || { why "$out"; return 1; }
  resolvconf_in_force || resolvconf -u >/dev/null 2>&1
  resolvconf_in_force || { echo not-effective; return 1; }
}

# Does the file that programs read name our first server, or a resolver on this machine that is told of it?
resolvconf_in_force() {
  grep -q -e "^nameserver \${SERVERS%% *}\$" -e '^nameserver 127\.' -e '^nameserver ::1$' "$F"
}

# Is our first server in the file though no record names it?
resolvconf_left() {
  grep -q "^nameserver \${SERVERS%% *}\$" "$F" && ! resolvconf -l 2>/dev/null | grep -q "^nameserver \${SERVERS%% *}\$"
}

# openresolv killed between making its lock and writing its pid there never works again before the next boot. A lock
# without a pid is nobody's once no resolvconf runs.
resolvconf_unlock() {
  [ "$KIND" = openresolv ] && [ -d /run/resolvconf/lock ] && [ ! -s /run/resolvconf/lock/pid ] || return 0
  set +f
  for one in /proc/[0-9]*/cmdline; do
    case $(head -c 64 "$one" 2>/dev/null | tr '\0' ' ') in *'/resolvconf '*) set -f; return 0 ;; esac
  done
  set -f
  rm -rf /run/resolvconf/lock
}

resolvconf_restore() {
  resolvconf_name
  resolvconf_unlock
  umask 022
  if [ "$(resolvconf_now)" = absent ]; then
    # A kill between the record and the file that is made from it: make it again.
    [ ! -e "$PRIV/record" ] || resolvconf -u >/dev/null 2>&1
    echo nothing
    return 0
  fi
  out=$(
    resolvconf_ours | while IFS= read -r one; do
      case $KIND in
        resolvconf) resolvconf -d "$one" 2>&1 ;;
        *) resolvconf -f -d "$one" 2>&1 ;;
      esac
    done
  )
  # Every run calls all hooks of other programs, some of them slow: a second one only where it is needed.
  ! resolvconf_left || resolvconf -u >/dev/null 2>&1
  [ "$(resolvconf_now)" = absent ] && ! resolvconf_left || { why "$out"; return 1; }
  echo restored
}

resolvconf_commit() { :; }
`.replaceAll("\\${", "${");
