import { accessSync, constants } from "node:fs";
import { isAbsolute } from "node:path";

/** Systems we have adapters for. */
export type KnownOs = "windows" | "macos" | "linux";

/** The programs of the operating system that may be started by key. */
export type ProgramId =
  | "arp"
  | "busctl"
  | "dscacheutil"
  | "gsettings"
  | "ifconfig"
  | "ip"
  | "ipconfig"
  | "killall"
  | "launchctl"
  | "lsof"
  | "ndp"
  | "netsh"
  | "netstat"
  | "networksetup"
  | "nft"
  | "nmcli"
  | "nscd"
  | "osascript"
  | "ping"
  | "ping6"
  | "pkexec"
  | "powershell"
  | "ps"
  | "reg"
  | "resolvconf"
  | "resolvectl"
  | "route"
  | "scutil"
  | "systemctl"
  | "systemd-run"
  | "taskkill"
  | "tasklist"
  | "timedatectl";

/**
 * Where each program may lie, best first; absolute paths only. A program that is not listed does not exist on this
 * system. Tests and the practice network put their own table here.
 */
export type ProgramTable = Readonly<Partial<Record<ProgramId, readonly string[]>>>;

/** Folders only the administrator can write to. The last one is NixOS, which has nothing in the others. */
const LINUX_FOLDERS = ["/usr/bin", "/usr/sbin", "/bin", "/sbin", "/run/current-system/sw/bin"] as const;

function onLinux(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => LINUX_FOLDERS.map((folder) => `${folder}/${name}`));
}

const LINUX: ProgramTable = {
  busctl: onLinux("busctl"),
  gsettings: onLinux("gsettings"),
  ip: onLinux("ip"),
  nft: onLinux("nft"),
  nmcli: onLinux("nmcli"),
  nscd: onLinux("nscd"),
  ping: onLinux("ping"),
  ping6: onLinux("ping6"),
  pkexec: onLinux("pkexec"),
  resolvconf: onLinux("resolvconf"),
  resolvectl: onLinux("resolvectl"),
  systemctl: onLinux("systemctl"),
  "systemd-run": onLinux("systemd-run"),
  timedatectl: onLinux("timedatectl"),
};

const MACOS: ProgramTable = {
  arp: ["/usr/sbin/arp"],
  dscacheutil: ["/usr/bin/dscacheutil"],
  ifconfig: ["/sbin/ifconfig"],
  ipconfig: ["/usr/sbin/ipconfig"],
  killall: ["/usr/bin/killall"],
  launchctl: ["/bin/launchctl"],
  lsof: ["/usr/sbin/lsof"],
  ndp: ["/usr/sbin/ndp"],
  netstat: ["/usr/sbin/netstat"],
  networksetup: ["/usr/sbin/networksetup"],
  osascript: ["/usr/bin/osascript"],
  ping: ["/sbin/ping"],
  ping6: ["/sbin/ping6"],
  ps: ["/bin/ps"],
  route: ["/sbin/route"],
  scutil: ["/usr/sbin/scutil"],
};

function windowsPrograms(systemRoot: string): ProgramTable {
  const system32 = `${systemRoot}\\System32`;
  return {
    arp: [`${system32}\\arp.exe`],
    ipconfig: [`${system32}\\ipconfig.exe`],
    netsh: [`${system32}\\netsh.exe`],
    netstat: [`${system32}\\NETSTAT.EXE`],
    ping: [`${system32}\\PING.EXE`],
    powershell: [`${system32}\\WindowsPowerShell\\v1.0\\powershell.exe`],
    reg: [`${system32}\\reg.exe`],
    route: [`${system32}\\ROUTE.EXE`],
    taskkill: [`${system32}\\taskkill.exe`],
    tasklist: [`${system32}\\tasklist.exe`],
  };
}

/** A local folder written plainly: a drive, then ordinary names. No share, no `..`, no relative part. */
const PLAIN_WINDOWS_FOLDER = /^[A-Za-z]:(?:\\[\w$ -]+)+$/;

/**
 * The Windows folder. The variable is only a hint (whoever starts us can set it), so anything but a plain local folder
 * becomes the default. Never use it for an elevated run.
 */
export function windowsFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment["SystemRoot"] ?? environment["SYSTEMROOT"] ?? environment["windir"];
  return named !== undefined && PLAIN_WINDOWS_FOLDER.test(named) ? named : "C:\\Windows";
}

/** Our name for Node's platform; null for systems without an adapter. */
export function knownOs(platform: NodeJS.Platform): KnownOs | null {
  if (platform === "win32") return "windows";
  if (platform === "darwin") return "macos";
  return platform === "linux" ? "linux" : null;
}

/** The programs of one system. */
export function programsOf(
  os: KnownOs | null,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ProgramTable {
  if (os === "windows") return windowsPrograms(windowsFolder(environment));
  if (os === "macos") return MACOS;
  return os === "linux" ? LINUX : {};
}

function isProgramId(table: ProgramTable, program: string): program is ProgramId {
  return Object.hasOwn(table, program);
}

/** Where a program lies, or why it cannot be started. */
export type FoundProgram =
  | { readonly found: true; readonly path: string }
  | { readonly found: false; readonly why: "not-found" | "refused" };

/**
 * The absolute path to start for a key or an absolute path. `refused` when the text is neither a key nor a path that
 * can be trusted to name one file: bare names (they would be searched for, on Windows in the current folder first),
 * relative paths, shares, and batch files (they run through a shell).
 */
export function findProgram(table: ProgramTable, program: string): FoundProgram {
  const candidates = isProgramId(table, program) ? (table[program] ?? []) : isKnownKey(program) ? [] : [program];
  if (!candidates.every((path) => isTrustworthyPath(path))) return { found: false, why: "refused" };
  const path =
    candidates.find((one) => allows(one, constants.X_OK)) ?? candidates.find((one) => allows(one, constants.F_OK));
  return path === undefined ? { found: false, why: "not-found" } : { found: true, path };
}

function isKnownKey(name: string): boolean {
  return [LINUX, MACOS, windowsPrograms("C:\\Windows")].some((table) => Object.hasOwn(table, name));
}

function isTrustworthyPath(path: string): boolean {
  if (path.includes("\0") || /\.(?:bat|cmd)[. ]*$/i.test(path)) return false;
  // On Windows isAbsolute() also takes \\share\file and \file (which depends on the current drive).
  return process.platform === "win32" ? /^[A-Za-z]:\\/.test(path) : isAbsolute(path);
}

function allows(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
