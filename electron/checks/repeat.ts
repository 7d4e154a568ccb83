import type { CheckResults } from "../../shared/model/check.ts";
import type { HttpExchange, RepeatExchange } from "../../shared/model/facts/http-facts.ts";
import type { Check, CheckContext, CheckOutcome } from "./check.ts";
import { asksToWait } from "./support/header.ts";
import { outcome, skip } from "./support/outcome.ts";
import { ownAddresses } from "./support/own-lookup.ts";
import { pause } from "./support/pause.ts";
import { isSlowAnswer, isSlowFailure, type PlannedRepeat, planRepeats } from "./support/repeat-plan.ts";
import { addressesInUse, siteAddresses } from "./support/site-addresses.ts";
import { gatewayOf, isGood, requestSite } from "./support/site-request.ts";

/** From one request to the next to the same address, start to start (ms): apart enough to meet another backend, short enough for a verdict in seconds. */
const SPACING_MS = 450;
/** The same between requests to different addresses of the site (ms). */
const OTHER_ADDRESS_SPACING_MS = 200;
/** What failed slowly is given less time again: long enough for two lost SYNs or a slow page (ms). */
const SLOW_AGAIN_MS = 2_500;
/** No further request is started with less than this left (ms). */
const LEAST_TIME_MS = 1_200;

/** Does the answer stay the same, and what changes it? A few polite requests, one thing varied at a time. */
export const repeatCheck: Check<"repeat"> = {
  id: "repeat",
  needs: ["http", "tcp"],
  // One address that times out must not hold this up. But where the page's own did, the others are what tells something.
  early: {
    atMs: [1_000, 2_000],
    when: (results, elapsedMs) => elapsedMs >= 1_000 && results.http !== undefined && !connectFailed(results),
  },
  limitMs: 11_000,
  async run(context) {
    const http = context.results.http?.facts ?? null;
    const main = http?.chain.at(-1);
    if (http === null || main === undefined || http.redirects === "loop" || http.redirects === "too-many") {
      return skip("not-needed");
    }
    const hops = http.chain.length - 1;
    const plan = planRepeats({ main, ...(await addressesFor(context, main)), results: context.results, hops });
    const attempts = await askAgain(context, main, plan);
    return summarise(main, attempts);
  },
};

function connectFailed({ http }: CheckResults): boolean {
  return http?.facts?.chain.at(-1)?.outcome.startsWith("connect-") === true;
}

/** Makes the planned requests, spaced. Each waits for the one before, except where that would take too long. */
async function askAgain(
  context: CheckContext,
  main: HttpExchange,
  plan: readonly PlannedRepeat[],
): Promise<readonly RepeatExchange[]> {
  const overlapping = isSlowAnswer(main);
  // On a long way a request takes so long that the next one comes late enough by itself.
  let startedAt = performance.now() - (overlapping ? 0 : main.timings.total);
  const under: Promise<RepeatExchange>[] = [];
  const ended: RepeatExchange[] = [];
  for (const planned of plan) {
    if (ended.some(({ exchange }) => asksToWait(exchange)) || context.signal.aborted) break;
    // oxlint-disable-next-line no-await-in-loop -- spaced: that is the point
    await pause(startedAt + spacingBefore(planned) - performance.now(), context.signal);
    if (context.timeLeftMs() < LEAST_TIME_MS) break;
    startedAt = performance.now();
    const one = ask(context, planned, isSlowFailure(main) ? SLOW_AGAIN_MS : undefined);
    under.push(one);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (!overlapping) ended.push(await one);
  }
  return (await Promise.all(under)).filter(({ exchange }) => exchange.outcome !== "cancelled");
}

async function ask(
  context: CheckContext,
  { varied, value, request }: PlannedRepeat,
  limitMs: number | undefined,
): Promise<RepeatExchange> {
  const exchange = await requestSite(context, request, limitMs);
  return { varied, value, exchange, gateway: gatewayOf(exchange) };
}

function spacingBefore({ varied }: PlannedRepeat): number {
  return varied === "address" || varied === "family" || varied === "resolver" ? OTHER_ADDRESS_SPACING_MS : SPACING_MS;
}

/** The addresses of the host that answered last; a redirect may have led to another host than the one typed. */
async function addressesFor(
  context: CheckContext,
  main: HttpExchange,
): Promise<{ readonly inUse: readonly string[]; readonly outside: readonly string[] }> {
  const host = new URL(main.url).hostname.replace(/^\[|\]$/g, "");
  const known = siteAddresses(context.target, context.results);
  if (host === context.target.host) return { inUse: addressesInUse(known), outside: known.public };
  if (main.proxy !== null) return { inUse: [], outside: [] };
  const found = await ownAddresses(context, host);
  return { inUse: found.length > 0 || main.address === null ? found : [main.address], outside: [] };
}

function summarise(main: HttpExchange, attempts: readonly RepeatExchange[]): CheckOutcome<"repeat"> {
  const facts = { attempts, spacingMs: SPACING_MS };
  if (attempts.length === 0) {
    return outcome("repeat", "unknown", asksToWait(main) ? "asked-to-wait" : "no-time", facts);
  }
  const good = attempts.filter(({ exchange }) => isGood(exchange)).length;
  const values = { count: attempts.length, good };
  if (good === attempts.length) {
    return outcome(
      "repeat",
      isGood(main) ? "pass" : "warn",
      { variant: isGood(main) ? "all-good" : "recovered", values },
      facts,
    );
  }
  if (good > 0 || isGood(main)) return outcome("repeat", "warn", { variant: "mixed", values }, facts);
  return outcome("repeat", "fail", { variant: "all-bad", values }, facts);
}
