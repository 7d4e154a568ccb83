import type { MachineDeps } from "../../machine-deps.ts";

/** What the Linux back end works with; tests give their own. */
export interface LinuxDnsDeps extends MachineDeps {
  /** Effective user id of this process; 0 needs no elevation. */
  readonly uid: number;
  /** Where guards keep their files when nothing runs as root: a folder of this user that a restart empties. */
  readonly runFolder: string;
}

/** The real user and folder, for the given machine. */
export function linuxDnsDeps(deps: MachineDeps): LinuxDnsDeps {
  const uid = process.geteuid?.() ?? -1;
  const runtime = deps.environment["XDG_RUNTIME_DIR"] ?? "";
  // systemd makes /run/user/UID for everybody who is logged in (file-hierarchy(7)).
  const folder = runtime.startsWith("/") ? runtime : `/run/user/${uid}`;
  return { ...deps, uid, runFolder: `${folder}/goodgateway` };
}
