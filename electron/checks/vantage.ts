import { z } from "zod";
import { isPublicAddress } from "../../shared/lib/ip.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { VantageFacts } from "../../shared/model/facts/local-facts.ts";
import type { Check, CheckContext, CheckOutcome } from "./check.ts";
import { gate } from "./support/gate.ts";
import { isInternalName } from "./support/internal-name.ts";
import { outcome, skip } from "./support/outcome.ts";
import { pause } from "./support/pause.ts";
import { addressesInUse, siteAddresses } from "./support/site-addresses.ts";
import { callJson, type JsonAnswer } from "./vantage-client.ts";

type Refusal = NonNullable<VantageFacts["refusal"]>;
type Place = VantageFacts["results"][number];

/** Polling pace the service asks its clients to keep (ms). */
const POLL_MS = 500;
const CALL_MS = 5_000;

/** How does the site answer to others elsewhere? Asked only when the person says so: it tells a third party the address. */
export const vantageCheck: Check<"vantage"> = {
  id: "vantage",
  needs: ["dns-system", "dns-configured", "dns-public"],
  early: { atMs: [700], when: (_results, elapsedMs) => elapsedMs >= 700 },
  limitMs: 11_000,
  async run(context) {
    const reason = gate(context, { network: true, outside: true });
    if (reason !== null) return skip(reason);
    if (!context.askVantage) return skip("not-asked");
    const base = context.references.vantage;
    if (base === null) return skip("not-configured");
    // A site that only this network can see has no view from elsewhere.
    const known = addressesInUse(siteAddresses(context.target, context.results));
    const inside = known.length > 0 && !known.some(isPublicAddress);
    if (inside || (context.target.kind === "name" && isInternalName(context.target.host))) return skip("not-needed");
    context.contacts.outside(base);
    const measured = await measure(context, base.replace(/\/+$/, ""));
    return summarise(
      measured.ok ? { results: measured.value, refusal: null } : { results: [], refusal: measured.error },
    );
  },
};

const created = z.object({ id: z.string().regex(/^[\w-]{1,100}$/) });
const state = z.object({
  status: z.string(),
  results: z
    .array(
      z.object({
        probe: z.object({
          country: z.string().optional(),
          city: z.string().optional(),
          network: z.string().optional(),
        }),
        result: z.object({
          status: z.string(),
          statusCode: z.number().nullish(),
          resolvedAddress: z.string().nullish(),
        }),
      }),
    )
    .default([]),
});

/** Globalping's public API: one measurement from three continents, then polling until it is done. */
async function measure(context: CheckContext, base: string): Promise<Result<readonly Place[], Refusal>> {
  const begun = await callJson(`${base}/v1/measurements`, requestFor(context), limits(context));
  if (!begun.ok) return begun;
  if (begun.value.status === 429) return fail("rate-limited");
  const parsed = created.safeParse(begun.value.body);
  if (begun.value.status !== 202 || !parsed.success) return fail("malformed");
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the service asks for one poll after the other
    await pause(POLL_MS, context.signal);
    if (context.signal.aborted || context.timeLeftMs() < POLL_MS) return fail("timeout");
    // oxlint-disable-next-line no-await-in-loop
    const polled = await callJson(`${base}/v1/measurements/${parsed.data.id}`, undefined, limits(context));
    const read = readState(polled);
    if (read !== null) return read;
  }
}

/** Null while the measurement is under way. */
function readState(polled: Result<JsonAnswer, Refusal>): Result<readonly Place[], Refusal> | null {
  if (!polled.ok) return polled;
  if (polled.value.status === 429) return fail("rate-limited");
  const parsed = state.safeParse(polled.value.body);
  if (polled.value.status !== 200 || !parsed.success) return fail("malformed");
  if (parsed.data.status === "in-progress") return null;
  return ok(
    parsed.data.results.map(({ probe, result }) => {
      const status = result.statusCode ?? null;
      const answered = result.status === "finished" && status !== null;
      return {
        place: [probe.city, probe.country].filter(Boolean).join(", "),
        status: answered ? status : null,
        outcome: answered ? "response" : "failed",
        address: result.resolvedAddress ?? null,
      };
    }),
  );
}

/** The query is left out: it can hold what concerns nobody else. */
function requestFor({ target }: CheckContext): unknown {
  return {
    type: "http",
    target: target.host,
    locations: ["EU", "NA", "AS"].map((continent) => ({ continent, limit: 1 })),
    measurementOptions: {
      protocol: target.scheme.toUpperCase(),
      port: target.port,
      request: { method: "GET", path: new URL(target.url).pathname },
    },
  };
}

function limits(context: CheckContext): { readonly signal: AbortSignal; readonly timeoutMs: number } {
  return { signal: context.signal, timeoutMs: Math.max(Math.min(CALL_MS, context.timeLeftMs()), 1) };
}

function summarise(facts: VantageFacts): CheckOutcome<"vantage"> {
  if (facts.refusal !== null) return outcome("vantage", "unknown", facts.refusal, facts);
  const answered = facts.results.filter(({ outcome: how }) => how === "response");
  const good = answered.filter(({ status }) => status !== null && status < 400);
  const values = { count: facts.results.length, good: good.length, answered: answered.length };
  if (facts.results.length === 0) return outcome("vantage", "unknown", "no-places", facts);
  if (good.length === facts.results.length)
    return outcome("vantage", "pass", { variant: "good-elsewhere", values }, facts);
  const variant = good.length > 0 ? "mixed" : answered.length > 0 ? "bad-elsewhere" : "unreachable-elsewhere";
  return outcome("vantage", "warn", { variant, values }, facts);
}
