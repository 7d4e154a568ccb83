import { ok } from "../../../shared/lib/result.ts";
import type { DefaultRoute } from "../../../shared/model/facts/local-facts.ts";
import { defaultRoutesIn, type RouteRow } from "../readings/default-routes.ts";
import { isTunnelName } from "../readings/interface-kind.ts";
import { numberIn, parseJson, recordsIn, textIn, type JsonRecord } from "../json.ts";
import type { Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { ask, parsed } from "../readings/reading.ts";
import { linuxInterfaces } from "./interfaces.ts";
import { parseProcRoutes, parseProcRoutesV6 } from "./proc-routes.ts";

/** One rule of policy routing that concerns this machine's ordinary traffic. */
export interface RoutingRule {
  readonly table: string;
  /** Routes of this prefix length or shorter are passed over (wg-quick: 0); -1 for none. */
  readonly suppressLength: number;
}

/** The rules when nothing changed them. `local` holds only this machine's own addresses. */
const USUAL_RULES: readonly RoutingRule[] = [
  { table: "main", suppressLength: -1 },
  { table: "default", suppressLength: -1 },
];

/** Default routes of all tables that ordinary traffic is sent by, best first. */
export async function linuxDefaultRoutes(deps: MachineDeps, signal: AbortSignal): Reading<readonly DefaultRoute[]> {
  const json = (family: string, ...args: readonly string[]) =>
    ask(deps.run, { program: "ip", args: ["-json", family, ...args], signal });
  const [routes4, routes6, rules4, rules6, interfaces] = await Promise.all([
    json("-4", "route", "show", "table", "all"),
    json("-6", "route", "show", "table", "all"),
    json("-4", "rule", "show"),
    json("-6", "rule", "show"),
    linuxInterfaces(deps, signal),
  ]);
  const kinds = new Map((interfaces.ok ? interfaces.value : []).map(({ name, kind }) => [name, kind]));
  const isTunnel = (name: string) => (kinds.has(name) ? kinds.get(name) === "tunnel" : isTunnelName(name));

  const v4 = parsed(routes4, ({ stdout }) => parseRoutes(stdout, "v4"));
  if (!v4.ok) return v4.error.code === "cancelled" ? v4 : fromProc(deps, isTunnel);
  // A kernel without IPv6 prints nothing for -6; that is no failure of the whole.
  const v6 = parsed(routes6, ({ stdout }) => parseRoutes(stdout, "v6"));
  const tables4 = tablesOf(v4.value, rules4.ok ? parseRules(rules4.value.stdout) : USUAL_RULES);
  const tables6 = v6.ok ? tablesOf(v6.value, rules6.ok ? parseRules(rules6.value.stdout) : USUAL_RULES) : [];
  return ok(defaultRoutesIn([...tables4, ...tables6], isTunnel));
}

async function fromProc(deps: MachineDeps, isTunnel: (name: string) => boolean): Reading<readonly DefaultRoute[]> {
  const v4 = await deps.files.readText("/proc/net/route");
  if (!v4.ok) return v4;
  const v6 = await deps.files.readText("/proc/net/ipv6_route");
  const rows = [...parseProcRoutes(v4.value ?? ""), ...parseProcRoutesV6(v6.ok ? (v6.value ?? "") : "")];
  return ok(defaultRoutesIn([rows], isTunnel));
}

/** Rows by table; null when the text is no list of routes. */
function parseRoutes(text: string, family: "v4" | "v6"): ReadonlyMap<string, readonly RouteRow[]> | null {
  const list = text.trim() === "" ? [] : parseJson(text);
  if (!Array.isArray(list)) return null;
  const tables = new Map<string, readonly RouteRow[]>();
  for (const row of recordsIn(list)) {
    const table = textIn(row["table"]) ?? "main";
    tables.set(table, [...(tables.get(table) ?? []), ...rowsOf(row, family)]);
  }
  return tables;
}

const REJECTING = new Set(["unreachable", "blackhole", "prohibit"]);

function rowsOf(row: JsonRecord, family: "v4" | "v6"): readonly RouteRow[] {
  const type = textIn(row["type"]) ?? "unicast";
  if (type !== "unicast" && !REJECTING.has(type)) return [];
  const written = textIn(row["dst"]) ?? "";
  const everything = family === "v4" ? "0.0.0.0/0" : "::/0";
  const shared = {
    family,
    prefix: written === "default" ? everything : written,
    // The kernel leaves out a metric of 0.
    metric: numberIn(row["metric"]) ?? 0,
    rejects: REJECTING.has(type),
  };
  const hops = "nexthops" in row ? recordsIn(row["nexthops"]) : [row];
  return hops
    .filter((hop) => !flagsOf(hop).includes("dead"))
    .map((hop) => ({ ...shared, gateway: gatewayOf(hop), interfaceName: textIn(hop["dev"]) ?? "" }));
}

function flagsOf(hop: JsonRecord): readonly unknown[] {
  return Array.isArray(hop["flags"]) ? hop["flags"] : [];
}

/** An IPv4 route may go through an IPv6 neighbour: `"via": {"family": "inet6", "host": "fe80::1"}`. */
function gatewayOf(hop: JsonRecord): string | null {
  const [via] = recordsIn(hop["via"]);
  return textIn(hop["gateway"]) ?? textIn(via?.["host"]);
}

/** Conditions that make a rule one for marked, other people's or particular traffic only. */
const NARROWING = ["iif", "oif", "tos", "uid_start", "sport", "dport", "ipproto", "tun_id", "goto", "action"] as const;

/** Rules for ordinary traffic of this machine, in order: from anywhere, to anywhere, without a mark. */
function parseRules(text: string): readonly RoutingRule[] {
  const list = parseJson(text);
  if (!Array.isArray(list)) return USUAL_RULES;
  return recordsIn(list).flatMap((rule) => {
    const table = textIn(rule["table"]);
    const marked = "fwmark" in rule && !("not" in rule);
    const narrowed = NARROWING.some((key) => key in rule && rule[key] !== "lo");
    const everywhere = (textIn(rule["src"]) ?? "all") === "all" && !("dst" in rule);
    if (table === null || table === "local" || marked || narrowed || !everywhere) return [];
    return [{ table, suppressLength: numberIn(rule["suppress_prefixlen"]) ?? -1 }];
  });
}

function tablesOf(
  tables: ReadonlyMap<string, readonly RouteRow[]>,
  rules: readonly RoutingRule[],
): readonly (readonly RouteRow[])[] {
  const seen = new Set<RouteRow>();
  return rules.map(({ table, suppressLength }) => {
    const rows = (tables.get(table) ?? []).filter(
      (row) => !seen.has(row) && Number(row.prefix.split("/")[1]) > suppressLength,
    );
    for (const row of rows) seen.add(row);
    return rows;
  });
}
