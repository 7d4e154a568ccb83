import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { createHash } from "node:crypto";
import { ok } from "../../../../shared/lib/result.ts";
import type { DnsFile, DnsOverride, DnsStatus } from "../../../../shared/model/dns-settings.ts";
import type { ConfiguredResolver, Reading } from "../../machine.ts";
import { parseResolvConf } from "../../linux/resolv-conf.ts";
import { parseScutilDns } from "../resolvers.ts";
import { scutil } from "../scutil.ts";
import type { MacosDnsDeps } from "./deps.ts";
import { macosServices, type MacosService } from "./services.ts";
import { storeText, storeValue } from "./store.ts";

/** Everything `dns status` says. */
export async function macosDnsStatus(deps: MacosDnsDeps, signal: AbortSignal): Reading<DnsStatus> {
  const services = await macosServices(deps, signal);
  if (!services.ok) return services;
  const links = services.value.map(({ link }) => link);
  const primary = services.value.find(({ link }) => link.defaultRoute) ?? null;
  return ok({
    manager: "macos",
    readOnly: primary === null ? "no-default-link" : null,
    links,
    globalServers: [],
    overrides: await overridesOf(deps, primary, signal),
    file: resolverFile("/etc/resolv.conf"),
  });
}

/**
 * What beats the service. A VPN is known by the interface that carries the default route; a DNS profile or filter only
 * by its effect, since the list of profiles is not readable for everybody: servers are asked that the service does not
 * name.
 */
async function overridesOf(
  deps: MacosDnsDeps,
  primary: MacosService | null,
  signal: AbortSignal,
): Promise<readonly DnsOverride[]> {
  const global = await storeValue(deps, "State:/Network/Global/IPv4", signal);
  const wayOut = global.ok ? storeText(global.value, "PrimaryInterface") : null;
  const text = await scutil(deps.run, "--dns", signal);
  const first = text.ok ? (parseScutilDns(text.value)?.[0] ?? null) : null;
  const vpn = vpnOf(primary, wayOut, first);
  const files = await deps.files.list("/etc/resolver");
  const managed = await deps.files.exists("/Library/Managed Preferences/com.apple.dnsSettings.managed.plist");
  const foreign =
    vpn === null && primary !== null && first !== null && !(primary.manual ?? primary.given).includes(first.address);
  return [
    ...(vpn === null ? [] : [{ kind: "vpn" as const, detail: vpn }]),
    ...(foreign ? [{ kind: "profile" as const, detail: first.address }] : []),
    ...files.map((name) => ({ kind: "foreign-file" as const, detail: `/etc/resolver/${name}` })),
    ...(managed ? [{ kind: "profile" as const, detail: "com.apple.dnsSettings.managed" }] : []),
  ];
}

const VPN_INTERFACE = /^(?:utun|ppp|ipsec|tun|tap)\d/;

/** The interface of a VPN that is asked instead; null when there is none. */
function vpnOf(primary: MacosService | null, wayOut: string | null, first: ConfiguredResolver | null): string | null {
  if (VPN_INTERFACE.test(wayOut ?? "")) return wayOut;
  if (primary?.vpn === true) return primary.link.interfaceName ?? "";
  const asked = first?.interfaceName ?? "";
  return VPN_INTERFACE.test(asked) && asked !== primary?.link.interfaceName ? asked : null;
}

/** configd writes it for programs that read it themselves; a copy by hand is a sign of trouble. */
function resolverFile(path: string): DnsFile {
  const none = { linkTarget: null, mode: null, uid: null, gid: null };
  let bytes: Buffer | null = null;
  try {
    bytes = readFileSync(path);
  } catch {
    // A dangling link, or none: said by `kind` below.
  }
  const read = {
    path,
    sha256: bytes === null ? null : createHash("sha256").update(bytes).digest("hex"),
    servers: bytes === null ? [] : parseResolvConf(bytes.toString("latin1")).map(({ address }) => address),
  };
  try {
    const own = lstatSync(path);
    const rights = { mode: own.mode & 0o7777, uid: own.uid, gid: own.gid };
    if (own.isSymbolicLink()) return { ...read, kind: "symlink", ...rights, linkTarget: readlinkSync(path) };
    return { ...read, kind: own.isFile() ? "file" : "other", ...rights, linkTarget: null };
  } catch {
    return { ...read, kind: "missing", ...none };
  }
}
