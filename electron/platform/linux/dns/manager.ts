import type { DnsManager, DnsReadOnlyReason } from "../../../../shared/model/dns-settings.ts";

/** What this machine looks like, as far as it decides who is in charge of DNS. Gathered elsewhere; this is data. */
export interface DnsEnvironment {
  /** The kernel or the environment says Windows Subsystem for Linux. */
  readonly wsl: boolean;
  /** Inside Flatpak or Snap: the tools of the machine itself cannot be reached. */
  readonly sandbox: boolean;
  /** /etc/resolv.conf: its text (null: missing or a dangling link) and, for a link, where it points. */
  readonly text: string | null;
  readonly linkTarget: string | null;
  /** /etc/nsswitch.conf; null when missing. */
  readonly nsswitch: string | null;
  /** systemd-resolved answers on the bus. */
  readonly resolvedAnswers: boolean;
  /** Null: NetworkManager does not run. */
  readonly networkManager: {
    readonly version: string;
    /** DnsManager.Mode. */
    readonly mode: string;
    /** The device with the default route is active under a profile of NetworkManager's own. */
    readonly managesDefault: boolean;
  } | null;
  /** The make of `resolvconf`; `resolvectl` is only systemd's stand-in; null: no such program. */
  readonly resolvconf: "debian" | "openresolv" | "resolvectl" | "unknown" | null;
}

/** Who is in charge, and whether we keep our hands off. */
export interface DnsManagerDecision {
  readonly manager: DnsManager;
  readonly readOnly: DnsReadOnlyReason | null;
}

/** systemd-resolved's stub listeners (systemd-resolved.service(8)). */
const STUBS = new Set(["127.0.0.53", "127.0.0.54"]);

/** Where resolvconf's own file lies; the link to it says more than words in a header (Debian's header names others). */
const RESOLVCONF_FOLDERS = ["/run/resolvconf/", "/etc/resolvconf/run/"] as const;

/**
 * Who is in charge of DNS on this Linux. NetworkManager comes before systemd-resolved: it overwrites what is told to
 * resolved on its links, and only its profile outlasts a reconnect. A header that names a manager proves nothing by
 * itself. Pure.
 */
export function decideManager(environment: DnsEnvironment): DnsManagerDecision {
  if (environment.wsl) return { manager: "wsl", readOnly: "wsl" };
  if (environment.sandbox) return { manager: "sandbox", readOnly: "sandbox" };

  const manager = environment.networkManager;
  if (manager?.managesDefault === true && manager.mode !== "none") return free("network-manager");
  if (resolvedResolves(environment)) {
    if (environment.resolvedAnswers) return free("systemd-resolved");
    return { manager: "systemd-resolved", readOnly: "manager-not-answering" };
  }
  if (isResolvconfs(environment)) {
    if (environment.resolvconf === "debian") return free("resolvconf");
    if (environment.resolvconf === "openresolv") return free("openresolv");
  }
  return free("plain-file");
}

function free(manager: DnsManager): DnsManagerDecision {
  return { manager, readOnly: null };
}

/** Do programs really ask resolved? Through its stub, or through the name service switch. */
function resolvedResolves({ text, nsswitch, resolvedAnswers }: DnsEnvironment): boolean {
  const servers = nameserversIn(text ?? "");
  if (servers.length > 0 && servers.every((server) => STUBS.has(server))) return true;
  return resolvedAnswers && switchAsksResolved(nsswitch ?? "");
}

function nameserversIn(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => /^nameserver[ \t]+([^\s#;]+)/.exec(line)?.[1] ?? []);
}

/** Is `resolve` asked before `dns` on the hosts line (nss-resolve(8))? */
function switchAsksResolved(text: string): boolean {
  const hosts = text.split("\n").flatMap((line) => /^\s*hosts:\s*(.*)$/.exec(line)?.[1] ?? []);
  const order = hosts.flatMap((line) => line.replace(/#.*/, "").split(/\s+/));
  const resolve = order.indexOf("resolve");
  const dns = order.indexOf("dns");
  return resolve >= 0 && (dns < 0 || resolve < dns);
}

function isResolvconfs({ text, linkTarget }: DnsEnvironment): boolean {
  if (linkTarget !== null) {
    const target = linkTarget.startsWith("../") ? linkTarget.slice(2) : linkTarget;
    return RESOLVCONF_FOLDERS.some((folder) => target.startsWith(folder));
  }
  return headerOf(text ?? "").some((line) => /\bresolvconf\b/.test(line));
}

/** The comment block at the top. */
function headerOf(text: string): readonly string[] {
  const lines = text.split("\n");
  const end = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"));
  return lines.slice(0, end < 0 ? lines.length : end);
}
