# In a root where it is installed, with loopback alone: used, replaced by a newer one, removed.
[ -e /etc/goodgateway-root ] || exit 9
. /mnt/checks/say.sh
ip link set lo up
program=/opt/GoodGateway/goodgateway

# --- used
says_version() { [ "$(person goodgateway version 2>/dev/null)" = "$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' /tmp/package.json)" ]; }
python3 - >/tmp/package.json <<'PYTHON'
import json, struct
with open("/opt/GoodGateway/resources/app.asar", "rb") as file:
    size = struct.unpack("<4I", file.read(16))
    header = json.loads(file.read(size[3]))
    entry = header["files"]["package.json"]
    file.seek(8 + size[1] + int(entry["offset"]))
    print(json.dumps(json.loads(file.read(entry["size"])), indent=1))
PYTHON
check "its name is on PATH and says the version" says_version
check "an option says the same" sh -c '[ "$(runuser -u person -- goodgateway --version 2>/dev/null)" = "$(runuser -u person -- goodgateway version 2>/dev/null)" ]'

# A site whose gateway has lost its origin, on loopback.
python3 -c '
import http.server
class Gone(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = b"<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>"
        self.send_response(502)
        self.send_header("Server", "nginx")
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    do_HEAD = do_GET
    def log_message(self, *_): pass
http.server.ThreadingHTTPServer(("127.0.0.1", 8502), Gone).serve_forever()
' &
site=$!
for _ in $(seq 100); do (: </dev/tcp/127.0.0.1/8502) 2>/dev/null && break || sleep 0.1; done
finds() {
  person goodgateway diagnose http://127.0.0.1:8502/ --private --json >/tmp/found.json 2>/tmp/found.err
  [ $? = 1 ] || { cat /tmp/found.err; return 1; }
  python3 -c '
import json
verdict = json.load(open("/tmp/found.json"))["verdict"]
print(verdict["code"], verdict.get("httpStatus"))
assert verdict["httpStatus"] == 502 and verdict["faultSide"].startswith("site"), verdict'
}
check "a check-up of a 502 on loopback blames the site's side, with exit code 1" finds
kill $site

# --- as it lies there
writable() { find /opt/GoodGateway ! -type l \( ! -user root -o ! -group root -o -perm /022 \) -print | grep . && return 1 || return 0; }
check "nobody but root can change what is run" writable
sandbox() {
  # Where ordinary accounts may make user namespaces the helper needs no rights; elsewhere it must have root's.
  if person unshare --user true 2>/dev/null; then want=755; else want=4755; fi
  [ "$(stat -c '%a %U' /opt/GoodGateway/chrome-sandbox)" = "$want root" ]
}
check "the sandbox's helper has the rights this system calls for" sandbox
entry=/usr/share/applications/goodgateway.desktop
check "its entry in the menu is valid" desktop-file-validate $entry
offered() { update-desktop-database /usr/share/applications && grep -q '^application/json=.*goodgateway.desktop' /usr/share/applications/mimeinfo.cache; }
check "it is offered for reports" offered
opens() { [ -x "$(sed -n 's/^Exec=\([^ ]*\).*/\1/p' $entry)" ] && grep -q '^Exec=.* %U$' $entry && grep -q '^StartupWMClass=goodgateway$' $entry; }
check "the entry starts the program with the file" opens
icon() { for size in 16 32 48 256 512; do [ -s /usr/share/icons/hicolor/${size}x$size/apps/goodgateway.png ] || return 1; done; }
check "its icon is there in five sizes" icon
unchanged() { if [ "$KIND" = deb ]; then [ -z "$(dpkg --verify goodgateway)" ]; else ! rpm -V --nodeps goodgateway | grep -v 'chrome-sandbox'; fi; }
check "the package's own list of files holds" unchanged

# --- replaced by a newer one, while a change of DNS waits to be confirmed
unconfirmed() {
  cp /etc/resolv.conf /tmp/before
  HOME=/root goodgateway --no-sandbox dns use 127.0.0.9 --keep-for 3000 >/tmp/use.log 2>&1
  cat /tmp/use.log
  ! cmp -s /tmp/before /etc/resolv.conf
}
check "a change of DNS is made for a while" unconfirmed
cp /etc/resolv.conf /tmp/changed
update() { if [ "$KIND" = deb ]; then dpkg -i /mnt/dist/two.deb; else rpm -U --nodeps /mnt/dist/two.rpm; fi; }
check "a newer one takes its place" update
check "its name is still on PATH" sh -c 'runuser -u person -- goodgateway version'
still() { cmp -s /tmp/changed /etc/resolv.conf; }
check "an update leaves the waiting change alone" still

# --- removed, after what guards the change was killed: nobody but the removal can put DNS back
for pid in /proc/[0-9]*; do
  pid=${pid#/proc/}
  [ "$pid" -gt 1 ] && [ "$pid" != $$ ] && [ "$pid" != $PPID ] || continue
  tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qi 'goodgateway' && kill -9 "$pid"
done
check "with its guard killed the change is still there" still
remove() { if [ "$KIND" = deb ]; then dpkg --purge goodgateway; else rpm -e --nodeps goodgateway; fi; }
check "it can be removed" remove
restored() { cmp /tmp/before /etc/resolv.conf; }
check "DNS is as it was before" restored
leftovers() {
  find / -xdev \( -path /mnt -o -path /proc -o -path /tmp -o -path /home -o -path /root -o -path /var/log -o -path /var/cache \) -prune -o \
    -iname '*goodgateway*' ! -name goodgateway-root -print | grep . && return 1
  grep -rl goodgateway /usr/share/applications /var/lib/dpkg/alternatives /etc/systemd 2>/dev/null | grep . && return 1
  return 0
}
check "nothing of it is left but what each person keeps at home" leftovers
exit 0
