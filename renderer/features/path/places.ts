import type { CheckId } from "../../../shared/model/check-id.ts";
import type { PathNode, PathState } from "../../../shared/model/path.ts";

export type PlaceState = PathState["state"] | "looking";

/** One station of the picture. */
export interface Place {
  /** The node it stands for; its own unless a companion is what is wrong. */
  readonly node: PathNode;
  readonly state: PlaceState;
}

/**
 * The seven stations in order. The companions are shown in their station only when they are the trouble, and then by
 * their own name: a site's broken DNS must not look like the person's resolver, nor a proxy like the router.
 */
const STATIONS: readonly (readonly [PathNode, ...PathNode[]])[] = [
  ["device"],
  ["browser"],
  ["local-network", "proxy"],
  ["provider"],
  ["resolver"],
  ["site-edge", "site-dns"],
  ["site-origin"],
];

/** Which station a check looks at, so that it can show that it is being looked at. */
const LOOKS_AT: Readonly<Record<CheckId, PathNode>> = {
  interfaces: "device",
  address: "device",
  "default-route": "device",
  "hosts-file": "device",
  clock: "device",
  router: "local-network",
  "captive-portal": "local-network",
  "path-quality": "local-network",
  proxy: "local-network",
  references: "provider",
  "path-mtu": "provider",
  "dns-system": "resolver",
  "dns-configured": "resolver",
  "dns-public": "resolver",
  "dns-made-up": "resolver",
  "dns-dnssec": "resolver",
  "dns-interception": "resolver",
  tcp: "site-edge",
  tls: "site-edge",
  http: "site-origin",
  repeat: "site-origin",
  vantage: "site-origin",
};

/** The picture's seven stations from what is known of the nine nodes and from the checks that run now. */
export function placesOf(path: readonly PathState[], running: readonly CheckId[]): readonly Place[] {
  const known = new Map(path.map(({ node, state }) => [node, state]));
  const lookedAt = new Set(running.map((id) => LOOKS_AT[id]));
  return STATIONS.map((nodes) => {
    const [own] = nodes;
    for (const bad of ["fault", "warn"] as const) {
      const node = nodes.find((candidate) => known.get(candidate) === bad);
      if (node !== undefined) return { node, state: bad };
    }
    const state = known.get(own) ?? "unknown";
    return { node: own, state: state === "unknown" && lookedAt.has(own) ? "looking" : state };
  });
}
