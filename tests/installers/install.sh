# In a bare root: the package and all that it says it needs, by the system's own tools.
[ -e /etc/goodgateway-root ] || exit 9
. /mnt/checks/say.sh
useradd -m person
apt-get update -qq 2>/dev/null
if [ "$KIND" = deb ]; then
  check "apt installs it with everything it needs" apt-get install -y --no-install-recommends /mnt/dist/one.deb
else
  # rpm on Debian knows none of Debian's libraries: they come by apt, rpm does the rest.
  apt-get install -y -qq --no-install-recommends rpm $(dpkg-deb -f /mnt/dist/one.deb Depends | sed 's/ |[^,]*//g; s/,//g') >/dev/null 2>&1
  check "rpm installs it" rpm -i --nodeps /mnt/dist/one.rpm
fi
check "every library is there that the program names" \
  sh -c '! ldd /opt/GoodGateway/goodgateway | grep "not found"'
# What the checks of use.sh need.
apt-get install -y -qq --no-install-recommends desktop-file-utils python3 procps iproute2 >/dev/null 2>&1
