#!/bin/sh
# The program in a terminal, on macOS: a link to this file on PATH starts it (started through a link of its own, the
# program would not find what lies around it). Contents/Resources/bin/goodgateway -> Contents/MacOS/GoodGateway
file="$0"
while [ -L "$file" ]; do
  to=$(readlink "$file")
  case "$to" in /*) file="$to" ;; *) file="$(dirname "$file")/$to" ;; esac
done
exec "$(cd "$(dirname "$file")/../.." && pwd -P)/MacOS/GoodGateway" "$@"
