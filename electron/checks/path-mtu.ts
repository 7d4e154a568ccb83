import type { HttpExchange } from "../../shared/model/facts/http-facts.ts";
import type { PathMtuFacts } from "../../shared/model/facts/local-facts.ts";
import { familyOf } from "../probes/probes.ts";
import type { Check, CheckContext } from "./check.ts";
import { promisesOnePacket } from "./support/answer-size.ts";
import { gate } from "./support/gate.ts";
import { outcome, skip } from "./support/outcome.ts";
import { proxyEndpoint } from "./support/proxy-endpoint.ts";
import { isStalled } from "./support/repeat-plan.ts";
import { addressesInUse, siteAddresses } from "./support/site-addresses.ts";
import { requestSite } from "./support/site-request.ts";

/**
 * Ping payloads, bytes: with 28 bytes of headers the packet sizes of Ethernet (1500), PPPoE (1492), common tunnels
 * (1460, 1420, 1400), the least IPv6 must carry (1280), and one that passes everywhere.
 */
const PAYLOADS = [1_472, 1_464, 1_432, 1_392, 1_372, 1_252, 56] as const;
const PING_MS = 1_500;
const SMALL_MS = 2_500;
const LARGE_MS = 2_500;

/** Do large packets vanish where small ones pass? Asked only when an answer stalled after the connection stood. */
export const pathMtuCheck: Check<"path-mtu"> = {
  id: "path-mtu",
  needs: ["http", "tls"],
  early: { atMs: [], when: (results) => stalledExchange(results.http?.facts?.chain) !== null },
  limitMs: 6_000,
  async run(context) {
    const reason = gate(context, { network: true });
    if (reason !== null) return skip(reason);
    const { results, target } = context;
    const stalled = stalledExchange(results.http?.facts?.chain);
    const handshakeStalled = (results.tls?.facts?.handshakes ?? []).some(({ outcome: how }) => how === "timeout");
    if (stalled === null && !handshakeStalled) return skip("not-needed");
    const inUse = addressesInUse(siteAddresses(target, results));
    const address = stalled?.address ?? inUse.find((one) => familyOf(one) === "v4") ?? inUse[0];
    const [pings, requests] = await Promise.all([
      address === undefined ? noPings : pingSizes(context, address),
      askBoth(context, stalled),
    ]);
    const facts: PathMtuFacts = { ...pings, ...requests };
    return summarise(facts);
  },
};

const noPings = { largestPassing: null, smallestVanishing: null, errorReturned: null } as const;

function stalledExchange(chain: readonly HttpExchange[] | undefined): HttpExchange | null {
  const last = chain?.at(-1);
  return last !== undefined && isStalled(last) ? last : null;
}

async function pingSizes(
  { machine, signal }: CheckContext,
  address: string,
): Promise<Pick<PathMtuFacts, "largestPassing" | "smallestVanishing" | "errorReturned">> {
  const pings = await Promise.all(
    PAYLOADS.map(async (size) => {
      const request = { address, count: 2, deadlineMs: PING_MS, size, dontFragment: true };
      return { total: size + 28, seen: await machine.ping(request, signal) };
    }),
  );
  const passing = pings.filter(({ seen }) => seen.received > 0).map(({ total }) => total);
  // When no size passes, ping itself is what is dropped.
  if (passing.length === 0) return noPings;
  const largest = Math.max(...passing);
  const vanishing = pings.filter(({ total, seen }) => total > largest && seen.failure === "no-reply");
  return {
    largestPassing: largest,
    smallestVanishing: vanishing.length === 0 ? null : Math.min(...vanishing.map(({ total }) => total)),
    errorReturned: pings.some(({ seen }) => seen.failure === "too-big"),
  };
}

/** A request whose answer is small (HEAD) and the same as a full one, at the same time. */
async function askBoth(
  context: CheckContext,
  stalled: HttpExchange | null,
): Promise<Pick<PathMtuFacts, "largeStalled" | "smallPassed">> {
  if (stalled === null) return { largeStalled: 0, smallPassed: 0 };
  const proxy = proxyEndpoint(context.results, new URL(stalled.url));
  const addresses = stalled.address === null ? [] : [stalled.address];
  const base = { url: stalled.url, addresses, proxy } as const;
  const [small, large] = await Promise.all([
    requestSite(context, { ...base, method: "HEAD", http1Only: true }, SMALL_MS),
    requestSite(context, { ...base, method: "GET", http1Only: true }, LARGE_MS),
  ]);
  // An answer that fits one packet and still gets stuck is a small one that did not pass.
  if ([stalled, small, large].some(promisesOnePacket)) return { largeStalled: 0, smallPassed: 0 };
  return { largeStalled: 1 + (isStalled(large) ? 1 : 0), smallPassed: small.outcome === "response" ? 1 : 0 };
}

function summarise(facts: PathMtuFacts) {
  const { largestPassing, smallestVanishing, errorReturned, largeStalled, smallPassed } = facts;
  const values = { bytes: smallestVanishing ?? 0, passing: largestPassing ?? 0 };
  if (smallestVanishing !== null && errorReturned === false) {
    return outcome("path-mtu", "fail", { variant: "vanish", values }, facts);
  }
  if (largeStalled >= 2 && smallPassed > 0) return outcome("path-mtu", "warn", "large-stall", facts);
  if (largestPassing === null) return outcome("path-mtu", "unknown", "not-measured", facts);
  return outcome("path-mtu", "pass", { variant: "pass", values }, facts);
}
