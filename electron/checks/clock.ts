import type { HttpExchange } from "../../shared/model/facts/http-facts.ts";
import type { ClockFacts } from "../../shared/model/facts/local-facts.ts";
import { parseHttpDate } from "../gateway/retry-after.ts";
import type { Check, CheckContext } from "./check.ts";
import { headerOf } from "./support/header.ts";
import { median } from "./support/numbers.ts";
import { outcome, skip } from "./support/outcome.ts";
import { ownAddresses } from "./support/own-lookup.ts";

/** Certificates judged by a clock this far off are judged wrongly (ms). */
const OFF_MS = 5 * 60_000;
const PROBE_MS = 2_500;

type Offset = ClockFacts["offsets"][number];

/**
 * Does this computer's clock agree with others? Others are asked only when a certificate's dates look wrong, or the
 * site's own Date header does not agree.
 */
export const clockCheck: Check<"clock"> = {
  id: "clock",
  needs: ["tls", "http"],
  limitMs: 3_500,
  async run(context) {
    const site = siteOffset(context);
    const needsOthers = datesDoubted(context) || (site !== null && Math.abs(site.offsetMs) > OFF_MS);
    const others = needsOthers && !context.privateMode ? await askOthers(context) : [];
    const offsets = [...(site === null ? [] : [site]), ...others];
    if (offsets.length === 0)
      return needsOthers ? outcome("clock", "unknown", "no-source", noOffsets) : skip("not-needed");
    const middle = median(offsets.map(({ offsetMs }) => offsetMs)) ?? 0;
    const facts = { offsets, medianOffsetMs: middle };
    const values = { minutes: Math.round(Math.abs(middle) / 60_000) };
    if (Math.abs(middle) <= OFF_MS) return outcome("clock", "pass", "right", facts);
    const status = offsets.length > 1 ? "fail" : "warn";
    return outcome("clock", status, { variant: middle > 0 ? "ahead" : "behind", values }, facts);
  },
};

const noOffsets: ClockFacts = { offsets: [], medianOffsetMs: null };

function datesDoubted({ results }: CheckContext): boolean {
  const handshakes = [
    ...(results.tls?.facts?.handshakes ?? []),
    ...(results.http?.facts?.chain ?? []).flatMap(({ tls }) => (tls === null ? [] : [tls])),
  ];
  return handshakes.some(({ outcome: how }) => how === "expired" || how === "not-yet-valid");
}

/** The site's own Date. It was read when `http` ended, which is a moment ago: good to seconds, and minutes matter. */
function siteOffset({ results, target }: CheckContext): Offset | null {
  const last = results.http?.facts?.chain.findLast((exchange) => headerOf(exchange, "date") !== null);
  return last === undefined ? null : offsetFrom(target.host, last);
}

async function askOthers(context: CheckContext): Promise<readonly Offset[]> {
  const asked = context.references.connectivityChecks.slice(0, 3).map(async ({ url }) => {
    context.contacts.outside(url);
    const { host, hostname } = new URL(url);
    const addresses = await ownAddresses(context, hostname);
    if (addresses.length === 0) return null;
    const request = { method: "HEAD", url, addresses, proxy: null } as const;
    return offsetFrom(host, await context.probes.httpRequest(request, { signal: context.signal, timeoutMs: PROBE_MS }));
  });
  return (await Promise.all(asked)).filter((offset) => offset !== null);
}

/** Our clock minus theirs, now. An answer from a cache carries its age in seconds (RFC 9111, 5.1). */
function offsetFrom(source: string, exchange: HttpExchange): Offset | null {
  const date = parseHttpDate(headerOf(exchange, "date") ?? "");
  const age = Number(headerOf(exchange, "age") ?? 0);
  if (date === null) return null;
  return { source, offsetMs: Date.now() - (date + (Number.isFinite(age) ? age : 0) * 1_000) };
}
