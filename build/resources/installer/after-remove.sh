#!/bin/sh
# After the package is gone: so is everything that its installing made. Words in braces after a dollar are filled in by
# the packager.
# Not while it is only replaced by a newer one: rpm runs this for the old one when the new one is already in place (and
# counts what stays), so the newer one's name on PATH would go.
case "$1" in upgrade | failed-upgrade | abort-install | abort-upgrade | 1) exit 0 ;; esac

if command -v update-alternatives >/dev/null 2>&1; then
  update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}' || true
else
  rm -f '/usr/bin/${executable}'
fi

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
  if command -v apparmor_parser >/dev/null 2>&1 && ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --remove "$profile" >/dev/null 2>&1 || true
  fi
  rm -f "$profile"
fi

# The folder of what guards a change of DNS. It is empty unless one still waits: its guard needs no program of ours, puts
# DNS back and tidies up.
rmdir /var/lib/goodgateway /run/goodgateway 2>/dev/null || true

command -v update-mime-database >/dev/null 2>&1 && update-mime-database /usr/share/mime || true
command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database /usr/share/applications || true
exit 0
