import type { Dial, DialResult } from "../probes/probes.ts";
import type { Listening } from "./listening.ts";
import { INTERCEPT_PROBE, OWN_RESOLVER, PUBLIC_RESOLVERS, ROUTER } from "./places.ts";
import type { PracticeScenario, SiteBehaviour } from "./scenario.ts";

/** The servers that are up, by the place they stand for. */
export interface PracticeServers {
  readonly sites: Readonly<Record<string, SiteBehaviour>>;
  /** By `address:port`; places where nothing listens are missing. */
  readonly listening: ReadonlyMap<string, Listening>;
  readonly portal: Listening | null;
  readonly ownDns: number;
  readonly publicDns: number;
}

/**
 * Where each address of the practice network leads, faults of the way included. Total: an address that nobody has is
 * dropped and never reaches the real network.
 */
export function practiceDial(scenario: PracticeScenario, servers: PracticeServers): Dial {
  const faults = scenario.machine ?? {};
  const offline = faults.link === "down" || faults.address !== undefined || faults.route === "none";
  const beyondRouterDead = faults.router === "dead" || faults.internet === "dead";
  return (address, port, protocol) => {
    if (offline) return "unreachable";
    if (address === ROUTER) return faults.router === "dead" ? "dropped" : "refused";
    if (beyondRouterDead) return "dropped";
    return protocol === "udp" || port === 53 ? dialDns(address, protocol, servers) : dialSite(address, port, servers);
  };
}

function dialDns(address: string, protocol: "tcp" | "udp", servers: PracticeServers): DialResult {
  if (protocol === "tcp") return "refused";
  if (address === OWN_RESOLVER) return loopback(servers.ownDns);
  return PUBLIC_RESOLVERS.some((resolver) => resolver === address) ? loopback(servers.publicDns) : "dropped";
}

function dialSite(address: string, port: number, { sites, listening, portal }: PracticeServers): DialResult {
  if (portal !== null) return port === 80 ? loopback(portal.port) : "dropped";
  if (address === INTERCEPT_PROBE) return "dropped";
  const host = address.includes(":") ? `[${address}]` : address;
  const server = listening.get(`${host}:${port}`);
  if (server !== undefined) return loopback(server.port);
  // A machine that exists refuses its closed ports; an address that nobody has swallows everything.
  const exists = Object.entries(sites).some(([place, site]) => place.startsWith(`${host}:`) && site.kind !== "dropped");
  return exists ? "refused" : "dropped";
}

function loopback(port: number): DialResult {
  return { address: "127.0.0.1", port };
}
