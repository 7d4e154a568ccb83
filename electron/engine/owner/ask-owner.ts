import { isIP } from "node:net";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { HttpExchange } from "../../../shared/model/facts/http-facts.ts";
import type { Bypass, OwnerReport, OwnerWay } from "../../../shared/model/owner.ts";
import type { References } from "../../../shared/model/references.ts";
import type { Target } from "../../../shared/model/target.ts";
import { type AddressPort, parseServerEntry } from "../../checks/support/server-entry.ts";
import { classifyExchange } from "../../gateway/classify-exchange.ts";
import type { Probes } from "../../probes/probes.ts";
import { compareWays } from "./compare-ways.ts";
import { hintsFor } from "./hints.ts";
import { readPropagation } from "./propagation.ts";

/** Longest time of the whole, ms: two requests and a handful of questions at the same time. */
const LIMIT_MS = 20_000;

/** What the owner's page asks for. */
export interface OwnerOrder {
  readonly target: Target;
  /** Where the site's own server listens; null: no bypass. */
  readonly origin: AddressPort | null;
  readonly references: Pick<References, "publicResolvers">;
  readonly probes: Probes;
  readonly signal: AbortSignal;
}

/**
 * Reads an origin as owners type it: `203.0.113.7`, `203.0.113.7:8443`, `[2001:db8::7]:443`. Null for an empty text;
 * the port of the site's address where none is given. A name is refused: it may lead back to the gateway.
 */
export function parseOrigin(text: string, defaultPort: number): Result<AddressPort | null, "bad-origin"> {
  const typed = text.trim();
  if (typed === "") return ok(null);
  const parsed = parseServerEntry(typed.replace(/^\[([^\]]+)\]$/, "$1"), defaultPort);
  return parsed === null ? fail("bad-origin") : ok(parsed);
}

/**
 * The site as its owner sees it: one request through the gateway, one with the same Host and SNI straight to the origin,
 * and what every public resolver says of the name. Never throws; ends within {@link LIMIT_MS}.
 */
export async function askOwner({ target, origin, references, probes, signal }: OwnerOrder): Promise<OwnerReport> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  const tools = { probes, signal: limited };
  const [bypass, propagation] = await Promise.all([
    origin === null ? null : askBothWays(target, origin, tools),
    isIP(target.host) === 0 && references.publicResolvers.length > 0
      ? readPropagation(target.host, references.publicResolvers, tools)
      : null,
  ]);
  return {
    url: target.url,
    host: target.host,
    origin: origin === null ? null : labelOf(origin),
    bypass,
    propagation,
    hints: hintsFor(bypass, propagation),
  };
}

interface Tools {
  readonly probes: Probes;
  readonly signal: AbortSignal;
}

async function askBothWays(target: Target, origin: AddressPort, { probes, signal }: Tools): Promise<Bypass> {
  const request = { method: "GET", url: target.url, proxy: null } as const;
  const [through, direct] = await Promise.all([
    probes.httpRequest({ ...request, addresses: [] }, { signal }),
    // The same Host and SNI; only the place where the connection goes is another one.
    probes.httpRequest(
      { ...request, addresses: [origin.address] },
      { signal, ...(origin.port === target.port ? {} : { dial: () => origin }) },
    ),
  ]);
  return compareWays(wayOf(through), wayOf(direct), origin.port === target.port);
}

function wayOf(exchange: HttpExchange): OwnerWay {
  return { exchange, gateway: classifyExchange(exchange) };
}

function labelOf({ address, port }: AddressPort): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
