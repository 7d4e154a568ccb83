/** Where the privileged script finds programs and keeps its files; absolute paths that only root can write to. */
export interface MacosDnsPlaces {
  readonly networksetup: string;
  readonly scutil: string;
  readonly dscacheutil: string;
  readonly killall: string;
  readonly ps: string;
  readonly sysctl: string;
  /** Snapshots and words of the guards. */
  readonly folder: string;
  /** Where launchd looks at boot. */
  readonly daemons: string;
}

/** The real ones. `/var` is a link on macOS, so its target is named. */
export const MACOS_DNS_PLACES: MacosDnsPlaces = {
  networksetup: "/usr/sbin/networksetup",
  scutil: "/usr/sbin/scutil",
  dscacheutil: "/usr/bin/dscacheutil",
  killall: "/usr/bin/killall",
  ps: "/bin/ps",
  sysctl: "/usr/sbin/sysctl",
  folder: "/private/var/db/goodgateway",
  daemons: "/Library/LaunchDaemons",
};
