/**
 * One network service. It is known by its id; its name, which is what networksetup wants, is looked up here and now and
 * never passed in. What stands in the settings is read by id again after each write, so a write to the wrong service
 * cannot pass unseen.
 */
export const SERVICE = String.raw`
ask_store() { printf 'show %s\n' "$1" | limit 10 "$SCUTIL" 2>/dev/null; }

service_there() { case $(ask_store "Setup:/Network/Service/$LINK") in *'<dictionary>'*) ;; *) return 1 ;; esac; }

# The list written by hand: addresses by comma, none, or ? when the store does not answer.
dns_now() {
  store=$(ask_store "Setup:/Network/Service/$LINK/DNS")
  case $store in
    *'No such key'*) echo none ;;
    *'<dictionary>'*)
      printf '%s\n' "$store" | awk '
        /^  ServerAddresses : <array> \{/ { inside = 1; next }
        inside && /^  \}/ { inside = 0 }
        inside { list = list (list == "" ? "" : ",") $3 }
        END { print (list == "" ? "none" : list) }'
      ;;
    *) echo '?' ;;
  esac
}

wait_dns() {
  tries=0
  while [ "$(dns_now)" != "$1" ]; do
    [ "$tries" -lt "$2" ] || return 1
    tries=$((tries + 1))
    sleep 0.3
  done
}

# Exactly one line of the store names it, and exactly one service in networksetup's list has that name and its device:
# with a name over two lines, or one that two services share, networksetup could be led to another service.
service_name() {
  said_name=$(ask_store "Setup:/Network/Service/$LINK")
  lines=$(printf '%s\n' "$said_name" | awk '
    NR == 1 && /^<dictionary> \{$/ { next }
    ended || NR == 1 { bad = 1 }
    /^\}$/ { ended = 1; next }
    !/^  [A-Za-z_]+ : / { bad = 1 }
    /^  UserDefinedName : / { n++ }
    END { print (bad || !ended ? "bad" : n + 0) }')
  [ "$lines" = 1 ] || return 1
  NAME=$(printf '%s\n' "$said_name" | sed -n 's/^  UserDefinedName : //p')
  case $NAME in '' | -*) return 1 ;; esac
  device=$(ask_store "Setup:/Network/Service/$LINK/Interface" | sed -n 's/^  DeviceName : //p')
  [ "$(limit 10 "$NETWORKSETUP" -listnetworkserviceorder 2>/dev/null | NAME=$NAME DEVICE=$device awk '
    /^(\*?\([0-9]+\)|\(\*[0-9]*\)) / {
      off = index(substr($0, 1, index($0, ")")), "*")
      hit = substr($0, index($0, ") ") + 2) == ENVIRON["NAME"]
      n += hit
      next
    }
    hit && /^\(Hardware Port: / {
      end = ", Device: " ENVIRON["DEVICE"] ")"
      good += !off && substr($0, length($0) - length(end) + 1) == end
    }
    { hit = 0 }
    END { print n + 0, good + 0 }')" = '1 1' ]
}

# networksetup may print an error and exit 0, so what it says counts only as a reason; the store decides.
set_dns() {
  service_name || { echo no-link; return 1; }
  case $1 in
    none) list=Empty ;;
    *) list=$(printf '%s' "$1" | tr ',' ' ') ;;
  esac
  said_set=$(limit 20 "$NETWORKSETUP" -setdnsservers "$NAME" $list 2>&1)
  case $said_set in
    '** Error'*'admin privileges'* | *"$NEW_LINE** Error"*'admin privileges'*) reason=not-authorized ;;
    '** Error'* | *"$NEW_LINE** Error"*) reason="failed $said_set" ;;
    *) wait_dns "$1" 20 && return 0; reason=not-effective ;;
  esac
  wait_dns "$1" 2 && return 0
  printf '%s\n' "$reason"
  return 1
}

# Compare-and-set. Says restored, nothing-to-do or theirs; anything else is a failure.
put_back() {
  service_there || { echo no-link; return 1; }
  current=$(dns_now)
  case $current in
    '?') echo timed-out; return 1 ;;
    "$BEFORE") echo nothing-to-do ;;
    "$AFTER") set_dns "$BEFORE" && echo restored ;;
    *) echo theirs ;;
  esac
}

flush() {
  limit 10 "$DSCACHEUTIL" -flushcache >/dev/null 2>&1 && echo 'gg-flushed directory-service'
  limit 10 "$KILLALL" -HUP mDNSResponder >/dev/null 2>&1 && echo 'gg-flushed mdnsresponder'
  return 0
}
`;
