import { isZonedLiteral } from "../readings/zoned-address.ts";
import type { DefaultRoute } from "../../../shared/model/facts/local-facts.ts";
import { defaultRoutesIn, type RouteRow } from "../readings/default-routes.ts";
import { numberIn, recordsIn, textIn, type JsonRecord } from "../json.ts";
import type { Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { ask, parsed } from "../readings/reading.ts";
import { interfacesIn } from "./interfaces.ts";
import type { NetworkSnapshot } from "./network-snapshot.ts";
import { isTunnelName } from "../readings/interface-kind.ts";

/** Default routes, best first; by `route print` (numbers only) where PowerShell cannot tell. */
export async function windowsDefaultRoutes(
  deps: MachineDeps,
  snapshot: NetworkSnapshot,
  signal: AbortSignal,
): Reading<readonly DefaultRoute[]> {
  const routes = parsed(await snapshot(signal), routesIn);
  if (routes.ok || routes.error.code === "cancelled") return routes;
  const printed = await ask(deps.run, { program: "route", args: ["print"], signal });
  return parsed(printed, ({ stdout }) => {
    const rows = parseRoutePrint(stdout, deps.nodeInterfaces());
    return rows === null ? null : defaultRoutesIn([rows], isTunnelName);
  });
}

/** Default routes in the snapshot; null when routes could not be read. */
export function routesIn(snapshot: JsonRecord): readonly DefaultRoute[] | null {
  if (snapshot["routes"] === null || snapshot["routes"] === undefined) return null;
  const tunnels = new Set(
    (interfacesIn(snapshot) ?? []).filter(({ kind }) => kind === "tunnel").map(({ name }) => name),
  );
  const rows = recordsIn(snapshot["routes"]).flatMap((route) => rowOf(route, snapshot));
  return defaultRoutesIn([rows], (name) => tunnels.has(name));
}

function rowOf(route: JsonRecord, snapshot: JsonRecord): readonly RouteRow[] {
  const prefix = textIn(route["DestinationPrefix"]);
  const interfaceName = textIn(route["InterfaceAlias"]);
  if (prefix === null || interfaceName === null) return [];
  const family = prefix.includes(":") ? "v6" : "v4";
  const nextHop = textIn(route["NextHop"]) ?? "";
  const own = numberIn(route["RouteMetric"]);
  const ofInterface = numberIn(route["InterfaceMetric"]) ?? interfaceMetric(snapshot, route["InterfaceIndex"], family);
  return [
    {
      family,
      prefix,
      gateway: nextHop === "" || nextHop === "0.0.0.0" || nextHop === "::" ? null : nextHop,
      interfaceName,
      // The system adds the two.
      metric: own === null ? null : own + (ofInterface ?? 0),
      rejects: false,
    },
  ];
}

/** AF_INET and AF_INET6 of Windows. */
const FAMILY_NUMBER = { v4: 2, v6: 23 } as const;

function interfaceMetric(snapshot: JsonRecord, index: unknown, family: "v4" | "v6"): number | null {
  const row = recordsIn(snapshot["interfaces"]).find(
    (one) =>
      numberIn(one["InterfaceIndex"]) === numberIn(index) && numberIn(one["AddressFamily"]) === FAMILY_NUMBER[family],
  );
  return numberIn(row?.["InterfaceMetric"]);
}

/**
 * Rows of `route print`. Only rows of numbers are read, so its language does not matter: IPv4 `network mask gateway
 * interface metric` (the gateway of an on-link route is a word), IPv6 `index metric prefix gateway`. Null when there
 * is not one row in it.
 */
function parseRoutePrint(
  text: string,
  interfaces: ReturnType<MachineDeps["nodeInterfaces"]>,
): readonly RouteRow[] | null {
  const nameBy = (matches: (info: { readonly address: string; readonly scopeid?: number }) => boolean) =>
    Object.entries(interfaces).find(([, infos = []]) => infos.some((info) => matches(info)))?.[0];
  const v4 = [...text.matchAll(/^\s*([\d.]+)\s+([\d.]+)\s+(\S.*?)\s+(\d+\.\d+\.\d+\.\d+)\s+(\d+)\s*$/gm)].map(
    ([, network = "", mask = "", gateway = "", local = "", metric]) => ({
      family: "v4" as const,
      prefix: `${network}/${maskLength(mask)}`,
      gateway: isZonedLiteral(gateway) ? gateway : null,
      interfaceName: nameBy(({ address }) => address === local) ?? local,
      metric: Number(metric),
      rejects: false,
    }),
  );
  const v6 = [...text.matchAll(/^\s*(\d+)\s+(\d+)\s+([\da-f:]*::?[\da-f:]*\/\d+)\s+(\S.*?)\s*$/gim)].map(
    ([, index, metric, prefix = "", gateway = ""]) => ({
      family: "v6" as const,
      prefix,
      gateway: isZonedLiteral(gateway) ? gateway : null,
      interfaceName: nameBy(({ scopeid }) => scopeid === Number(index)) ?? `interface ${index}`,
      metric: Number(metric),
      rejects: false,
    }),
  );
  return v4.length + v6.length === 0 ? null : [...v4, ...v6];
}

function maskLength(mask: string): number {
  return mask
    .split(".")
    .map((octet) => Number(octet).toString(2).replaceAll("0", "").length)
    .reduce((sum, bits) => sum + bits, 0);
}
