import type { CheckResults } from "../../../../shared/model/check.ts";
import type { ConnectObservation } from "../../../../shared/model/facts/connect-facts.ts";
import type {
  AddressFacts,
  AddressState,
  DefaultRoute,
  NetInterface,
  RouterObservation,
} from "../../../../shared/model/facts/local-facts.ts";
import { factsOf } from "../facts.ts";
import { type Tri, tri } from "../tri.ts";

/**
 * What a router showed. `alive`: any sign of life. `gone`: no neighbour entry and nothing came back. `silent`: nothing
 * came back, but the neighbour table does not settle it (some routers ignore ping).
 */
export type RouterState = "alive" | "silent" | "gone" | "unknown";

/** The way from this machine to its router. */
export interface LocalSignals {
  /** Cable or radio has a link. */
  readonly link: Tri;
  /** An address that can be routed, in either family. */
  readonly address: Tri;
  readonly v4: AddressState | null;
  readonly v6: AddressState | null;
  /** A default route in either family. */
  readonly route: Tri;
  readonly router: RouterState;
  /** The router's address; null when none is known. */
  readonly routerAddress: string | null;
  /** Median ping time to the router, ms; null without one. */
  readonly routerMs: number | null;
  /** A tunnel (VPN) holds a default route. */
  readonly tunnel: Tri;
}

/** Reads the facts of `interfaces`, `address`, `default-route` and `router`. */
export function localSignals(checks: CheckResults): LocalSignals {
  const routes = factsOf(checks, "default-route")?.routes ?? null;
  const routers = factsOf(checks, "router")?.routers ?? [];
  return {
    link: linkOf(factsOf(checks, "interfaces")?.interfaces ?? null),
    ...addressOf(factsOf(checks, "address")),
    route: routes === null ? "unknown" : tri(routes.length > 0),
    tunnel: routes === null ? "unknown" : tri(routes.some((route) => route.tunnel)),
    router: routersState(routers),
    routerAddress: routers[0]?.address ?? gatewayOf(routes ?? []),
    routerMs: routers.map(({ ping }) => ping?.medianMs ?? null).find((ms) => ms !== null) ?? null,
  };
}

function addressOf(facts: AddressFacts | null): Pick<LocalSignals, "address" | "v4" | "v6"> {
  if (facts === null) return { address: "unknown", v4: null, v6: null };
  return { address: tri(facts.v4 === "routable" || facts.v6 === "routable"), v4: facts.v4, v6: facts.v6 };
}

function gatewayOf(routes: readonly DefaultRoute[]): string | null {
  return routes.find((route) => route.gateway !== null)?.gateway ?? null;
}

/** Bridges of containers and tunnels always look connected, so they count only where there is nothing else. */
function linkOf(interfaces: readonly NetInterface[] | null): Tri {
  if (interfaces === null) return "unknown";
  const outward = interfaces.filter((item) => item.kind !== "loopback");
  const physical = outward.filter((item) => item.kind !== "virtual" && item.kind !== "tunnel");
  const relevant = physical.length > 0 ? physical : outward;
  if (relevant.some((item) => item.up && item.carrier === true)) return "yes";
  return relevant.some((item) => item.up && item.carrier === null) ? "unknown" : "no";
}

function routersState(routers: readonly RouterObservation[]): RouterState {
  const states = routers.map(routerState);
  if (states.includes("alive")) return "alive";
  if (states.length === 0 || states.includes("unknown")) return "unknown";
  return states.includes("silent") ? "silent" : "gone";
}

function routerState(router: RouterObservation): RouterState {
  const pinged = router.ping !== null && router.ping.received > 0;
  if (pinged || router.neighbour === "reachable" || connectAlive(router.tcp)) return "alive";
  const asked = pingDecides(router) || (router.tcp !== null && router.tcp.outcome === "timeout");
  if (router.neighbour === "failed" || router.neighbour === "absent") return asked ? "gone" : "unknown";
  return asked ? "silent" : "unknown";
}

function pingDecides(router: RouterObservation): boolean {
  return router.ping !== null && (router.ping.failure === "no-reply" || router.ping.failure === "unreachable");
}

/** A refusal or reset is an answer: somebody is there. */
function connectAlive(connect: ConnectObservation | null): boolean {
  return connect !== null && ["connected", "refused", "reset"].includes(connect.outcome);
}
