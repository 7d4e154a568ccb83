import type { HttpExchange } from "../../shared/model/facts/http-facts.ts";
import type { PortalProbe } from "../../shared/model/facts/local-facts.ts";
import type { References } from "../../shared/model/references.ts";
import type { Check, CheckContext } from "./check.ts";
import { gate } from "./support/gate.ts";
import { headerOf } from "./support/header.ts";
import { outcome, skip } from "./support/outcome.ts";
import { ownAddresses } from "./support/own-lookup.ts";

/** Fixed pages are tiny and near; more patience only costs time (ms). */
const PROBE_MS = 3_500;
/** Whoever answers for an address where nobody lives stands close by and answers at once (ms). */
const UNROUTABLE_MS = 1_000;

/** Does this network swap web pages for its own sign-in page? */
export const captivePortalCheck: Check<"captive-portal"> = {
  id: "captive-portal",
  needs: [],
  limitMs: 4_500,
  async run(context) {
    const reason = gate(context, { network: true, outside: true });
    if (reason !== null) return skip(reason);
    const { connectivityChecks, interceptProbe } = context.references;
    if (connectivityChecks.length === 0 && interceptProbe === null) return skip("not-configured");
    const [probes, unroutable] = await Promise.all([
      Promise.all(connectivityChecks.map((expected) => probe(context, expected))),
      askUnroutable(context),
    ]);
    const facts = {
      probes,
      unroutableAnswered: unroutable === null ? null : unroutable.status !== null,
      loginUrl: loginUrlOf([...probes, ...(unroutable === null ? [] : [unroutable])]),
    };
    const intercepted = probes.filter(({ outcome: how }) => how === "intercepted").length;
    const expected = probes.filter(({ outcome: how }) => how === "as-expected").length;
    if (intercepted >= 2 || (intercepted === 1 && facts.unroutableAnswered === true)) {
      return outcome("captive-portal", "fail", "portal", facts);
    }
    if (intercepted > 0 || facts.unroutableAnswered === true)
      return outcome("captive-portal", "warn", "one-odd", facts);
    if (expected > 0) return outcome("captive-portal", "pass", "none", facts);
    return outcome("captive-portal", "unknown", "no-reply", facts);
  },
};

async function probe(context: CheckContext, expected: References["connectivityChecks"][number]): Promise<PortalProbe> {
  const { url } = expected;
  context.contacts.outside(url);
  const addresses = await ownAddresses(context, new URL(url).hostname);
  if (addresses.length === 0) return { url, outcome: "failed", status: null, location: null };
  const request = { method: "GET", url, addresses, proxy: null } as const;
  const exchange = await context.probes.httpRequest(request, { signal: context.signal, timeoutMs: PROBE_MS });
  return {
    url,
    outcome: compare(exchange, expected),
    status: exchange.status,
    location: headerOf(exchange, "location"),
  };
}

function compare(exchange: HttpExchange, expected: References["connectivityChecks"][number]): PortalProbe["outcome"] {
  const { outcome: how, status, bodySample } = exchange;
  // An operator's own trouble is no interception; neither is a connection that ended early.
  if (how !== "response" || status === null || status >= 500) return status === 511 ? "intercepted" : "failed";
  if (status !== expected.status) return "intercepted";
  const same = expected.body === undefined || bodySample.trim() === expected.body.trim();
  return same ? "as-expected" : "intercepted";
}

/** Asks an address from which no legal answer comes. Null: not asked. */
async function askUnroutable(context: CheckContext): Promise<PortalProbe | null> {
  const address = context.references.interceptProbe;
  if (address === null) return null;
  const url = address.includes(":") ? `http://[${address}]/` : `http://${address}/`;
  context.contacts.outside(url);
  const request = { method: "GET", url, addresses: [address], proxy: null } as const;
  const exchange = await context.probes.httpRequest(request, { signal: context.signal, timeoutMs: UNROUTABLE_MS });
  if (exchange.outcome === "cancelled") return null;
  const answered = exchange.status !== null;
  const location = headerOf(exchange, "location");
  return { url, outcome: answered ? "intercepted" : "failed", status: exchange.status, location };
}

/** The first page that an intercepted request was led to, absolute and http(s). */
function loginUrlOf(probes: readonly PortalProbe[]): string | null {
  for (const { outcome: how, location, url } of probes) {
    if (how !== "intercepted" || location === null || !URL.canParse(location, url)) continue;
    const { protocol, href } = new URL(location, url);
    if (protocol === "http:" || protocol === "https:") return href;
  }
  return null;
}
