import { isIP } from "node:net";
import type { NetInterface } from "../../../shared/model/facts/local-facts.ts";
import type { References } from "../../../shared/model/references.ts";
import type { NetworkLook, RestartStage, Seen } from "../../../shared/model/restart.ts";
import type { Target } from "../../../shared/model/target.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Probes } from "../../probes/probes.ts";
import { interfaceInUse, routerInUse } from "../actions/support/interfaces.ts";
import { outsideAddress } from "./outside-address.ts";

/** What looking takes. */
export interface LookDeps {
  readonly machine: Machine;
  readonly probes: Pick<Probes, "tcpConnect" | "dnsQuery" | "httpRequest">;
  readonly references: Pick<References, "egress" | "stableName" | "systemResolver">;
  readonly target: Target;
}

/** What one look is to ask. */
export interface LookOrder {
  readonly atMs: number;
  /** The first look: its router and interface are asked also while the system has forgotten them. Null: this is it. */
  readonly first: NetworkLook | null;
  /** Stages beyond the router to ask about this time. */
  readonly ask: readonly RestartStage[];
}

const PING_MS = 1_000;
const CONNECT_MS = 1_500;
const DNS_MS = 2_000;
const SITE_MS = 5_000;

const NOT_BEYOND = { provider: "not-asked", dns: "not-asked", site: "not-asked" } as const;

/** Looks once. What lies behind something that is down is not asked. */
export async function takeLook(deps: LookDeps, order: LookOrder, signal: AbortSignal): Promise<NetworkLook> {
  const { machine } = deps;
  const { first } = order;
  // Until it has answered anything, it may be one that shows only in the neighbour table.
  const { quiet: quietBefore, router: routerBefore } = first ?? { quiet: true, router: null };
  const [inUse, route, links] = await Promise.all([
    interfaceInUse(machine, signal),
    routerInUse(machine, signal),
    machine.interfaces(signal),
  ]);
  const interfaceName = first?.interfaceName ?? inUse?.name ?? "";
  const all = links.ok ? links.value : null;
  const link = linkState(all, interfaceName);
  const current = route?.gateway ?? null;
  const router: RouterSeen =
    link === "down"
      ? { seen: "not-asked", quiet: quietBefore }
      : await askRouter(deps, current ?? routerBefore, quietBefore, signal);
  const beyond = router.seen === "up" ? await askBeyond(deps, order.ask, signal) : NOT_BEYOND;
  const seen = { ...beyond, link, router: router.seen };
  const outside = outsideAddress(all ?? []);
  return { atMs: order.atMs, seen, router: current, interfaceName, quiet: router.quiet, outside };
}

interface RouterSeen {
  readonly seen: Seen;
  readonly quiet: boolean;
}

/** Up: a link, and an address that reaches beyond it. Null: the interfaces could not be read. */
function linkState(links: readonly NetInterface[] | null, interfaceName: string): Seen {
  if (links === null) return "not-asked";
  const link = links.find(({ name }) => name === interfaceName);
  if (link === undefined || !link.up || link.carrier === false) return "down";
  return link.addresses.some(({ scope }) => scope !== "link-local" && scope !== "loopback") ? "up" : "down";
}

/**
 * Asks the router in three ways at once. The neighbour table remembers a router for half a minute after it has gone
 * (RFC 4861, 6.3.2), so it counts only for routers that answer nothing else.
 */
async function askRouter(
  { machine, probes }: LookDeps,
  address: string | null,
  quiet: boolean,
  signal: AbortSignal,
): Promise<RouterSeen> {
  if (address === null) return { seen: "down", quiet };
  const [ping, dns, web] = await Promise.all([
    machine.ping({ address, count: 1, deadlineMs: PING_MS }, signal),
    probes.tcpConnect(address, 53, { signal, timeoutMs: CONNECT_MS }),
    probes.tcpConnect(address, 80, { signal, timeoutMs: CONNECT_MS }),
  ]);
  const alive =
    ping.received > 0 || [dns, web].some(({ outcome }) => ["connected", "refused", "reset"].includes(outcome));
  if (alive) return { seen: "up", quiet: false };
  const neighbour = await machine.neighbour(address, signal);
  const state = neighbour.ok ? neighbour.value.state : "unknown";
  if (signal.aborted) return { seen: "not-asked", quiet };
  if (state === "reachable" && quiet) return { seen: "up", quiet: true };
  if (state === "failed" || state === "absent" || !quiet) return { seen: "down", quiet };
  return { seen: "not-asked", quiet };
}

async function askBeyond(
  deps: LookDeps,
  ask: readonly RestartStage[],
  signal: AbortSignal,
): Promise<Readonly<Record<"provider" | "dns" | "site", Seen>>> {
  const provider = ask.includes("provider") ? await askProvider(deps, signal) : "not-asked";
  const dns = ask.includes("dns") && provider !== "down" ? await askNames(deps, signal) : "not-asked";
  const site = ask.includes("site") && dns === "up" ? await askSite(deps, signal) : "not-asked";
  return { provider, dns, site };
}

/** Addresses in numbers only: names are another stage. */
async function askProvider({ probes, references }: LookDeps, signal: AbortSignal): Promise<Seen> {
  const places = references.egress.filter(({ host }) => isIP(host) !== 0).slice(0, 4);
  if (places.length === 0) return "not-asked";
  const seen = await Promise.all(
    places.map(({ host, port }) => probes.tcpConnect(host, port, { signal, timeoutMs: CONNECT_MS })),
  );
  if (signal.aborted) return "not-asked";
  return seen.some(({ outcome }) => outcome === "connected") ? "up" : "down";
}

/** Asked of the resolvers in use themselves: the system's memory would answer without a network. Any answer is one. */
async function askNames({ machine, probes, references, target }: LookDeps, signal: AbortSignal): Promise<Seen> {
  const name = references.stableName ?? (target.kind === "name" ? target.host : null);
  const reading = await machine.resolvers(signal);
  if (name === null || !reading.ok) return "not-asked";
  const servers = reading.value.slice(0, 3);
  if (servers.length === 0) return "down";
  const seen = await Promise.all(
    servers.map(({ address, port }) =>
      probes.dnsQuery({ transport: "udp", address, port }, { name, type: "A" }, { signal, timeoutMs: DNS_MS }),
    ),
  );
  if (signal.aborted) return "not-asked";
  return seen.some(({ outcome }) => outcome === "answer" || outcome === "no-data" || outcome === "nxdomain")
    ? "up"
    : "down";
}

async function askSite({ probes, target }: LookDeps, signal: AbortSignal): Promise<Seen> {
  const seen = await probes.httpRequest(
    { method: "GET", url: target.url, addresses: [], proxy: null },
    { signal, timeoutMs: SITE_MS },
  );
  if (signal.aborted) return "not-asked";
  return seen.outcome === "response" && (seen.status ?? 500) < 500 ? "up" : "down";
}
