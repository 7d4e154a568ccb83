import ipaddr from "ipaddr.js";
import { ok } from "../../../shared/lib/result.ts";
import { addressScope } from "../../../shared/lib/ip.ts";
import { isRecord, numberIn, parseJson, rowsIn } from "../json.ts";
import type { ConfiguredResolver, Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { ask } from "../readings/reading.ts";
import { askProperty } from "./bus-property.ts";
import { parseLinks } from "./interfaces.ts";
import { parseResolvConf } from "./resolv-conf.ts";

/** systemd-resolved's stub listeners (systemd-resolved.service(8)). */
const RESOLVED_STUBS = new Set(["127.0.0.53", "127.0.0.54"]);

/** Where the programs behind a loopback stub write down whom they ask. */
const RESOLVED_FILE = "/run/systemd/resolve/resolv.conf";
const NETWORK_MANAGER_FILE = "/run/NetworkManager/no-stub-resolv.conf";

/**
 * The servers of /etc/resolv.conf, followed by those behind them where they are only a stub on this machine. None
 * when the file is missing or names none.
 */
export async function linuxResolvers(deps: MachineDeps, signal: AbortSignal): Reading<readonly ConfiguredResolver[]> {
  const text = await deps.files.readText("/etc/resolv.conf");
  if (!text.ok) return text;
  const configured = parseResolvConf(text.value ?? "");
  const loopback = configured.filter(({ address }) => addressScope(address) === "loopback");
  if (loopback.length === 0) return ok(configured);

  const behind = loopback.some(({ address }) => RESOLVED_STUBS.has(address))
    ? await behindResolved(deps, signal)
    : await listedIn(deps, NETWORK_MANAGER_FILE);
  return ok([...configured, ...behind]);
}

async function listedIn(deps: MachineDeps, path: string): Promise<readonly ConfiguredResolver[]> {
  const text = await deps.files.readText(path);
  const listed = text.ok ? parseResolvConf(text.value ?? "", true) : [];
  return listed.filter(({ address }) => addressScope(address) !== "loopback");
}

async function behindResolved(deps: MachineDeps, signal: AbortSignal): Promise<readonly ConfiguredResolver[]> {
  for (const property of ["DNSEx", "DNS"]) {
    // The older property is asked only when the newer one (since systemd 246, with ports) is missing.
    // oxlint-disable-next-line no-await-in-loop
    const output = await askProperty(
      deps.run,
      {
        service: "org.freedesktop.resolve1",
        path: "/org/freedesktop/resolve1",
        interface: "org.freedesktop.resolve1.Manager",
        name: property,
      },
      signal,
    );
    const servers = output.ok ? parseResolvedServers(output.value) : null;
    // oxlint-disable-next-line no-await-in-loop
    if (servers !== null && servers.length > 0) return withNames(deps, servers, signal);
    if (!output.ok && output.error.code !== "unexpected-output") break;
  }
  return listedIn(deps, RESOLVED_FILE);
}

interface ResolvedServer {
  /** 0: for all links. */
  readonly ifindex: number;
  readonly address: string;
  readonly port: number;
}

/** Servers in `busctl --json=short get-property ... DNS` or `DNSEx`; null when it is something else. */
function parseResolvedServers(text: string): readonly ResolvedServer[] | null {
  const answer = parseJson(text);
  if (!isRecord(answer) || !Array.isArray(answer["data"])) return null;
  return answer["data"].flatMap((row: unknown) => {
    const [index, , octets, port] = rowsIn(row);
    const bytes = rowsIn(octets).map((byte) => numberIn(byte) ?? -1);
    const good = (bytes.length === 4 || bytes.length === 16) && bytes.every((byte) => byte >= 0 && byte <= 255);
    if (!good) return [];
    // Port 0 means the usual one.
    return [
      { ifindex: numberIn(index) ?? 0, address: ipaddr.fromByteArray(bytes).toString(), port: numberIn(port) || 53 },
    ];
  });
}

async function withNames(
  deps: MachineDeps,
  servers: readonly ResolvedServer[],
  signal: AbortSignal,
): Promise<readonly ConfiguredResolver[]> {
  const links = await ask(deps.run, { program: "ip", args: ["-json", "link"], signal });
  const names = new Map((links.ok ? (parseLinks(links.value.stdout) ?? []) : []).map(({ id, name }) => [id, name]));
  return servers.map(({ ifindex, address, port }) => {
    const interfaceName = names.get(String(ifindex)) ?? null;
    const zone = interfaceName !== null && /^fe[89ab]/i.test(address) ? `%${interfaceName}` : "";
    return { address: address + zone, port, interfaceName, upstream: true };
  });
}
