import ipaddr from "ipaddr.js";
import type { DefaultRoute } from "../../../shared/model/facts/local-facts.ts";

/** One row of a routing table. */
export interface RouteRow {
  readonly family: "v4" | "v6";
  /** CIDR, `default` written out (0.0.0.0/0, ::/0). */
  readonly prefix: string;
  /** Null without a next hop; IPv6 link-local ones may carry a zone. */
  readonly gateway: string | null;
  readonly interfaceName: string;
  readonly metric: number | null;
  /** A route that says "nobody there" (unreachable, blackhole, prohibit, reject). */
  readonly rejects: boolean;
}

/** What a default route must lead to: 1.0.0.0 to 223.255.255.255, and 2000::/3 (RFC 4291, 2.4). */
const INTERNET = {
  v4: { from: 1n << 24n, to: 224n << 24n, bits: 32n },
  v6: { from: 1n << 125n, to: 2n << 125n, bits: 128n },
} as const;

/**
 * Routes narrower than /0 count as default when they lead to this many hundredths of the internet together: half
 * routes (0.0.0.0/1 and 128.0.0.0/1) to all of it, a VPN that spares private networks to a little less.
 */
const MOST_OF_IT = 75n;

/**
 * The default routes of routing tables, in the order in which the system uses them (per family): narrower before
 * wider, then by metric. `tables` stand in the order in which they are asked. Split VPN routes are told as one. A
 * rejecting default ends the list of its family: nothing after it is ever used.
 */
export function defaultRoutesIn(
  tables: readonly (readonly RouteRow[])[],
  isTunnel: (interfaceName: string) => boolean,
): readonly DefaultRoute[] {
  return (["v4", "v6"] as const).flatMap((family) => {
    const ordered = tables.flatMap((table) => {
      const rows = table.filter((row) => row.family === family);
      return [...splitDefaults(rows, family), ...wholeDefaults(rows)];
    });
    const end = ordered.findIndex(({ rejects }) => rejects);
    return (end === -1 ? ordered : ordered.slice(0, end)).map(({ gateway, interfaceName, metric }) => {
      return { family, gateway, interfaceName, metric, tunnel: isTunnel(interfaceName) };
    });
  });
}

function wholeDefaults(rows: readonly RouteRow[]): readonly RouteRow[] {
  return rows.filter(({ prefix }) => prefix.endsWith("/0")).toSorted((a, b) => (a.metric ?? 0) - (b.metric ?? 0));
}

/** One row, the widest, for every next hop whose narrower routes cover most of the internet. */
function splitDefaults(rows: readonly RouteRow[], family: "v4" | "v6"): readonly RouteRow[] {
  const byHop = new Map<string, RouteRow[]>();
  for (const row of rows) {
    if (row.prefix.endsWith("/0") || row.rejects) continue;
    const hop = `${row.interfaceName} ${row.gateway}`;
    byHop.set(hop, [...(byHop.get(hop) ?? []), row]);
  }
  return [...byHop.values()].flatMap((routes) => {
    if (coveredPercent(routes, family) < MOST_OF_IT) return [];
    return routes.toSorted((a, b) => prefixLength(a.prefix) - prefixLength(b.prefix)).slice(0, 1);
  });
}

function prefixLength(prefix: string): number {
  return Number(prefix.split("/")[1]);
}

function coveredPercent(routes: readonly RouteRow[], family: "v4" | "v6"): bigint {
  const { from, to } = INTERNET[family];
  const ranges = routes.flatMap(({ prefix }) => rangeOf(prefix, family)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let covered = 0n;
  let reached = from;
  for (const range of ranges) {
    const start = range.from > reached ? range.from : reached;
    const end = range.to < to ? range.to : to;
    if (end <= start) continue;
    covered += end - start;
    reached = end;
  }
  return (covered * 100n) / (to - from);
}

function rangeOf(prefix: string, family: "v4" | "v6"): readonly { readonly from: bigint; readonly to: bigint }[] {
  if (!ipaddr.isValidCIDR(prefix)) return [];
  const [address, length] = ipaddr.parseCIDR(prefix);
  const from = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return [{ from, to: from + (1n << (INTERNET[family].bits - BigInt(length))) }];
}
