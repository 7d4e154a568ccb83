import { ok } from "../../shared/lib/result.ts";
import type { NetInterface, PingObservation } from "../../shared/model/facts/local-facts.ts";
import type { Machine, PingRequest } from "../platform/machine.ts";
import { HOSTS_FILE, INTERFACE, OWN_RESOLVER, ROUTER } from "./places.ts";
import type { MachineFaults } from "./scenario.ts";

/** The practice computer: healthy but for the faults given. Nothing of the real machine is read. */
export function practiceMachine(faults: MachineFaults): Machine {
  const linked = faults.link !== "down";
  const addressed = linked && faults.address === undefined;
  const routed = addressed && faults.route !== "none";
  return {
    os: "other",
    interfaces: () => Promise.resolve(ok([interfaceOf(faults)])),
    defaultRoutes: () =>
      Promise.resolve(
        ok(
          routed
            ? [{ family: "v4" as const, gateway: ROUTER, interfaceName: INTERFACE, metric: 600, tunnel: false }]
            : [],
        ),
      ),
    resolvers: () =>
      Promise.resolve(
        ok(
          linked
            ? [{ address: faults.resolver ?? OWN_RESOLVER, port: 53, interfaceName: INTERFACE, upstream: false }]
            : [],
        ),
      ),
    neighbour: (address) =>
      Promise.resolve(
        ok({
          address,
          interfaceName: INTERFACE,
          state: routed && faults.router !== "dead" ? ("reachable" as const) : ("failed" as const),
        }),
      ),
    proxies: () => Promise.resolve(ok(proxySettings(faults))),
    hostsFile: () =>
      Promise.resolve(ok({ path: HOSTS_FILE, text: ["127.0.0.1 localhost", ...(faults.hosts ?? []), ""].join("\n") })),
    ping: (request) => Promise.resolve(pingOf(request, routed, faults)),
  };
}

function proxySettings(faults: MachineFaults) {
  if (faults.proxy === undefined) return [];
  const { host, port } = faults.proxy;
  return [
    {
      source: "given" as const,
      kind: "manual" as const,
      host,
      port,
      scheme: "all" as const,
      pacUrl: null,
      bypass: [],
      where: "practice",
    },
  ];
}

function interfaceOf(faults: MachineFaults): NetInterface {
  const up = faults.link !== "down";
  const linkLocal = { address: "169.254.7.20", prefix: 16, family: "v4" as const, scope: "link-local" as const };
  const leased = { address: "192.168.1.20", prefix: 24, family: "v4" as const, scope: "private" as const };
  const addresses = !up || faults.address === "none" ? [] : [faults.address === "link-local-only" ? linkLocal : leased];
  return { name: INTERFACE, id: INTERFACE, kind: "wifi", up: true, carrier: up, addresses };
}

/** Round trip of a healthy practice network, ms. */
const HOME_MS = 2;
const FAR_MS = 18;

function pingOf(request: PingRequest, routed: boolean, faults: MachineFaults): PingObservation {
  const toRouter = request.address === ROUTER;
  const routerAnswers = faults.router === undefined;
  const farAnswers = faults.router !== "dead" && faults.internet !== "dead";
  const answers = routed && (toRouter ? routerAnswers : farAnswers);
  return {
    address: request.address,
    sent: request.count,
    received: answers ? request.count : 0,
    medianMs: answers ? (toRouter ? HOME_MS : FAR_MS) : null,
    failure: answers ? null : "no-reply",
  };
}
