import { ok } from "../../../shared/lib/result.ts";
import { isZonedLiteral } from "../readings/zoned-address.ts";
import { numberIn, recordsIn, textIn, textsIn, type JsonRecord } from "../json.ts";
import type { ConfiguredResolver, Reading } from "../machine.ts";
import type { MachineDeps } from "../machine-deps.ts";
import { parsed } from "../readings/reading.ts";
import { interfacesIn } from "./interfaces.ts";
import type { NetworkSnapshot } from "./network-snapshot.ts";
import { routesIn } from "./routes.ts";

/** The DNS servers in use, per interface; Node's own list where PowerShell cannot tell. */
export async function windowsResolvers(
  deps: MachineDeps,
  snapshot: NetworkSnapshot,
  signal: AbortSignal,
): Reading<readonly ConfiguredResolver[]> {
  const resolvers = parsed(await snapshot(signal), resolversIn);
  if (resolvers.ok || resolvers.error.code === "cancelled") return resolvers;
  const known = deps.nodeServers().flatMap((written) => nodeServer(written));
  return known.length === 0 ? resolvers : ok(known);
}

/** Placeholders Windows shows where IPv6 has no servers at all (old site-local addresses, RFC 3879). */
const PLACEHOLDER = /^fec0:0:0:ffff::[123](?:%|$)/i;

/**
 * Servers of the adapters that are in use, those with a default route first (in its order). Adapters without a link
 * keep servers from last time that nobody asks. Null when the servers could not be read.
 */
function resolversIn(snapshot: JsonRecord): readonly ConfiguredResolver[] | null {
  if (snapshot["servers"] === null || snapshot["servers"] === undefined) return null;
  const idle = new Set(
    (interfacesIn(snapshot) ?? []).filter(({ up, carrier }) => !up || carrier === false).map(({ name }) => name),
  );
  const order = (routesIn(snapshot) ?? []).map(({ interfaceName }) => interfaceName);
  const place = (name: string | null) => {
    const at = name === null ? -1 : order.indexOf(name);
    return at === -1 ? order.length : at;
  };
  return recordsIn(snapshot["servers"])
    .flatMap((row) => {
      const interfaceName = textIn(row["InterfaceAlias"]) ?? numberIn(row["InterfaceIndex"])?.toString() ?? null;
      if (interfaceName !== null && idle.has(interfaceName)) return [];
      return textsIn(row["ServerAddresses"])
        .filter((address) => isZonedLiteral(address) && !PLACEHOLDER.test(address))
        .map((address) => ({ address, port: 53, interfaceName, upstream: false }));
    })
    .toSorted((a, b) => place(a.interfaceName) - place(b.interfaceName));
}

/** `1.1.1.1`, `1.1.1.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353`. */
function nodeServer(written: string): readonly ConfiguredResolver[] {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([\d.]+))(?::(\d+))?$/.exec(written) ?? [];
  const address = bracketed ?? plain ?? written;
  if (!isZonedLiteral(address) || PLACEHOLDER.test(address)) return [];
  return [{ address, port: Number(port ?? 53), interfaceName: null, upstream: false }];
}
