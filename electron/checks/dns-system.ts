import type { SystemLookupObservation } from "../../shared/model/facts/dns-facts.ts";
import { LIMITS } from "../probes/limits.ts";
import type { Check, CheckContext } from "./check.ts";
import { gate } from "./support/gate.ts";
import { outcome, skip } from "./support/outcome.ts";
import { pause } from "./support/pause.ts";

/** Slower than this and a person notices (ms). */
const SLOW_MS = 500;
/** Called off after waiting this long, there was no answer in reasonable time: people have lost patience by then (ms). */
const PATIENCE_MS = 2_000;
/** A healthy look-up is long done by then; both end together at the latest (ms). */
const CONTROL_AFTER_MS = 1_000;

/** What does this computer itself say the site's address is? */
export const dnsSystemCheck: Check<"dns-system"> = {
  id: "dns-system",
  needs: [],
  limitMs: 7_000,
  async run(context) {
    const reason = gate(context, { name: true });
    if (reason !== null) return skip(reason);
    const { target, probes, signal } = context;
    const asked = probes.systemLookup(target.host, { signal });
    const control = askControl(context, asked);
    const lookup = overdue(await asked);
    const values = { host: target.displayHost, addresses: lookup.addresses.slice(0, 3).join(", "), ms: lookup.ms };
    if (lookup.outcome === "answer") {
      const [status, variant] = lookup.ms > SLOW_MS ? (["warn", "slow"] as const) : (["pass", "answer"] as const);
      return outcome("dns-system", status, { variant, values }, { lookup, control: null });
    }
    const status = lookup.outcome === "cancelled" || lookup.outcome === "error" ? "unknown" : "fail";
    return outcome("dns-system", status, { variant: lookup.outcome, values }, { lookup, control: await control });
  },
};

/** A check-up that knows enough calls the wait off: what was seen by then is that no answer came. */
function overdue(lookup: SystemLookupObservation): SystemLookupObservation {
  return lookup.outcome === "cancelled" && lookup.ms >= PATIENCE_MS ? { ...lookup, outcome: "timeout" } : lookup;
}

/**
 * The stable name, when the target failed or is slow to come: tells a name that does not exist from a resolver that
 * knows nothing. Asked while the target's look-up still waits, since a dead resolver takes seconds for each.
 */
async function askControl(
  { probes, references, signal }: CheckContext,
  target: Promise<SystemLookupObservation>,
): Promise<SystemLookupObservation | null> {
  const early = await Promise.race([target, pause(CONTROL_AFTER_MS, signal)]);
  const answered = early !== undefined && early.outcome === "answer";
  return answered || references.stableName === null || signal.aborted
    ? null
    : probes.systemLookup(references.stableName, { signal, timeoutMs: LIMITS.systemLookupMs - CONTROL_AFTER_MS });
}
