#!/bin/sh
# What guides on the web tell people to type, in their order: look the name up, look it up elsewhere, fetch the page.
# usage: how-to.sh URL HOST ROOTS   Its last line names the sides it would blame ("-": none).
url=$1 host=$2 roots=$3
say() { echo "$1"; exit 0; }
addresses=$(dig +short +time=3 +tries=1 "$host" A 2>/dev/null | grep -E '^[0-9.]+$')
[ -n "$addresses" ] || addresses=$(dig +short +time=3 +tries=1 "$host" AAAA 2>/dev/null | grep ':' | grep -v ';')
if [ -z "$addresses" ]; then
  elsewhere=$(dig +short +time=3 +tries=1 @1.1.1.1 "$host" A 2>/dev/null | grep -E '^[0-9.]+$')
  [ -n "$elsewhere" ] && say "resolver"
  # No answer from anywhere: is it the name or the line?
  dig +time=3 +tries=1 @8.8.8.8 example.com A 2>/dev/null | grep -q 'status: NOERROR' && say "site-dns"
  say "local-network provider"
fi
status=$(curl -sS -m 20 -L --max-redirs 10 --cacert "$roots" -o /dev/null -w '%{http_code}' "$url" 2>/dev/null)
code=$?
case $code in
  0) case $status in
       2*|3*) say "-" ;;
       500|501) say "site-origin" ;;
       5*) say "site-origin site-edge" ;;
       407) say "proxy" ;;
       *) say "site-origin site-edge" ;;
     esac ;;
  5|97) say "proxy" ;;
  7) say "site-origin site-edge" ;;
  28) say "site-edge provider" ;;
  35|51|58|60) say "site-edge" ;;
  47) say "browser site-edge" ;;
  *) say "site-origin" ;;
esac
