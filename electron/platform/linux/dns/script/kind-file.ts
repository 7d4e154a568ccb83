/** The file with other servers: ours stand where the first one stood, or at the end; all else stays as it was. */
export const COMPOSE_AWK = String.raw`
    function ours(  n, i, list) {
      n = split(servers, list, " ")
      for (i = 1; i <= n; i++) print "nameserver " list[i]
      done = 1
    }
    /^nameserver[ \t]/ { if (!done) ours(); next }
    { print }
    END { if (!done) ours() }`;

/**
 * The plain file. A link is replaced by a file and comes back as the same link; what it points to is never written.
 * Replaced by rename; where the file is a mount of its own (containers) that is refused, and it is written in place:
 * then a half-written file is a prefix of ours or of the old one, which is how a restore still knows it.
 */
export const KIND_FILE = String.raw`
digest() { sha256sum | cut -d ' ' -f 1; }

file_now() {
  if [ -L "$F" ]; then
    printf 'symlink:%s\n' "$(readlink "$F" | tr -d '\n' | digest)"
  elif [ -f "$F" ]; then
    printf 'file:%s\n' "$(digest <"$F")"
  elif [ -e "$F" ]; then
    echo other
  else
    echo missing
  fi
}

file_snapshot() {
  rm -f "$T"
  case $BEFORE in
    missing) : ;;
    *) cp -a "$F" "$PRIV/before" || return 1 ;;
  esac
  [ -L "$PRIV/before" ] || [ "$BEFORE" = missing ] || settle "$PRIV/before"
  cat "$F" 2>/dev/null | file_compose >"$PRIV/after" || return 1
  settle "$PRIV/after"
  [ "file:$(digest <"$PRIV/after")" = "$AFTER" ]
}

file_compose() {
  awk -v servers="$SERVERS" '@COMPOSE@'
}

file_apply() {
  [ "$(file_now)" = "$BEFORE" ] || { echo changed-meanwhile; return 1; }
  [ "$AFTER" = "$BEFORE" ] && return 0
  case $BEFORE in
    file:*) out=$( (cp -a "$F" "$T" && cat "$PRIV/after" >"$T") 2>&1) ;;
    *) out=$( (cat "$PRIV/after" >"$T" && chmod 644 "$T") 2>&1) ;;
  esac || { rm -f "$T"; why "$out"; return 1; }
  file_in "$PRIV/after"
}

# Puts the prepared $T in place, or the bytes of $1 where a rename is refused.
file_in() {
  settle "$T" 2>/dev/null
  if out=$(mv -fT "$T" "$F" 2>&1); then
    settle /etc
    [ ! -x /usr/sbin/restorecon ] || restorecon "$F" 2>/dev/null
    return 0
  fi
  rm -f "$T"
  case $out in *busy*) ;; *) why "$out"; return 1 ;; esac
  : >"$PRIV/in-place"
  settle "$PRIV"
  out=$( (cat "$1" >"$F") 2>&1) && settle "$F" && return 0
  why "$out"
  return 1
}

# A write in place that was cut short.
file_torn() {
  [ -e "$PRIV/in-place" ] && [ -f "$F" ] || return 1
  size=$(wc -c <"$F")
  part=$(digest <"$F")
  for whole in "$PRIV/after" "$PRIV/before"; do
    [ "$(wc -c <"$whole")" -ge "$size" ] && [ "$(head -c "$size" "$whole" | digest)" = "$part" ] && return 0
  done
  return 1
}

file_restore() {
  now=$(file_now)
  if [ "$now" = "$BEFORE" ]; then rm -f "$T"; echo nothing; return 0; fi
  if [ "$now" != "$AFTER" ] && ! file_torn; then rm -f "$T"; echo theirs; return 0; fi
  [ -f "$PRIV/ready" ] || { echo no-snapshot; return 1; }
  if [ "$BEFORE" = missing ]; then
    out=$(rm -f "$F" 2>&1) && settle /etc && { echo restored; return 0; }
    why "$out"
    return 1
  fi
  rm -f "$T"
  out=$(cp -a "$PRIV/before" "$T" 2>&1) || { rm -f "$T"; why "$out"; return 1; }
  out=$(file_in "$PRIV/before") || { echo "$out"; return 1; }
  [ "$(file_now)" = "$BEFORE" ] || { echo failed; return 1; }
  echo restored
}

file_commit() { :; }
`
  .replaceAll("\\${", "${")
  .replace("@COMPOSE@", () => COMPOSE_AWK);
