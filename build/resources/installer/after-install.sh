#!/bin/sh
# After the package is in place: the name on PATH, the sandbox's helper, what opens a report. Words in braces after a
# dollar are filled in by the packager.
program='/opt/${sanitizedProductName}/${executable}'
helper='/opt/${sanitizedProductName}/chrome-sandbox'

if command -v update-alternatives >/dev/null 2>&1; then
  update-alternatives --install '/usr/bin/${executable}' '${executable}' "$program" 100 ||
    ln -sf "$program" '/usr/bin/${executable}'
else
  ln -sf "$program" '/usr/bin/${executable}'
fi

# The pages' sandbox needs user namespaces for ordinary people, so an ordinary account is asked: root always may. Where
# they are forbidden, the helper does it with root's rights, as in every Chromium.
if runuser -u nobody -- unshare --user true >/dev/null 2>&1; then
  chmod 0755 "$helper" || true
else
  chmod 4755 "$helper" || true
fi

command -v update-mime-database >/dev/null 2>&1 && update-mime-database /usr/share/mime || true
command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database /usr/share/applications || true

# Ubuntu 24.04 and newer forbid user namespaces to programs without a profile. Older ones do not know this kind of
# profile, and need none.
profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
if command -v apparmor_status >/dev/null 2>&1 && apparmor_status --enabled >/dev/null 2>&1 &&
  apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
  fi
fi
exit 0
