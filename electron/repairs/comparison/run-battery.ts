import type { Battery, Sample } from "../../../shared/model/comparison.ts";
import type { Target } from "../../../shared/model/target.ts";
import { LOOKUPS_STUCK } from "../../probes/lookup/system-lookup.ts";
import type { DnsServer, Probes } from "../../probes/probes.ts";

/** Requests one repair may send to the site, all rounds together: as many as a check-up's repeats. */
const SITE_REQUESTS = 6;

/**
 * Look-ups from before the repair may still hang in the system (glibc: 5 s for each dead server, twice; systemd-resolved
 * 252: 42 s with two of them) and keep new ones from starting; a look that never started says nothing about the repair,
 * so it waits for them this long (ms).
 */
const STUCK_MS = 40_000;

/** Counts down the requests to the site. */
export interface RequestBudget {
  /** True when one more may be sent; it then counts as sent. */
  take(): boolean;
  readonly sent: () => number;
}

/** What a battery looks at. The same one is used before and after, or the two could not be compared. */
export interface BatteryPlan {
  readonly target: Target;
  readonly probes: Probes;
  /**
   * Who is asked for the control: the resolvers that were in use before anything was changed, asked directly. Empty:
   * there is no control, and no success can be claimed.
   */
  readonly controlServers: readonly DnsServer[];
  readonly budget: RequestBudget;
  readonly signal: AbortSignal;
  /**
   * `silence`: look-ups that hang since before are waiting for the very servers that the repair leaves as they are, so
   * they answer for the new one, too. Absent: a look after the repair waits until it can start by itself.
   */
  readonly hanging?: "silence";
}

/** A new budget. */
export function requestBudget(limit: number = SITE_REQUESTS): RequestBudget {
  let sent = 0;
  return {
    take: () => {
      if (sent >= limit) return false;
      sent += 1;
      return true;
    },
    sent: () => sent,
  };
}

/**
 * One look through the operating system (the target) and one past it (the control): the old resolver asked directly,
 * then the same page from the address it gave. When both lead to the same addresses the page is asked for once.
 * `only-if-works`: where the target fails there is no success to prove, so the control is left alone and the site in
 * peace.
 */
export async function runBattery(plan: BatteryPlan, control: "always" | "only-if-works"): Promise<Battery> {
  // Nothing was changed before: whoever hangs then, hangs in what is looked at.
  const own = await lookUp(plan, control === "always" || plan.hanging === "silence");
  const target = await finish(plan, own);
  if (control === "only-if-works" && target.level !== "works") return { target, control: NOT_LOOKED };
  const past = await askControl(plan);
  if (past === null) return { target, control: NOT_LOOKED };
  if (sameAddresses(own.addresses, past.addresses)) return { target, control: { ...target, lookupMs: past.lookupMs } };
  return { target, control: await finish(plan, past) };
}

/** What a sample is that was never taken. */
const NOT_LOOKED: Sample = { level: "unknown", lookupMs: null, seen: "not-looked", address: null };

interface Found {
  readonly addresses: readonly string[];
  readonly lookupMs: number | null;
  /** Why there are no addresses. */
  readonly seen: string;
}

async function lookUp({ probes, target, signal }: BatteryPlan, hangingIsSilence: boolean): Promise<Found> {
  const until = performance.now() + STUCK_MS;
  for (;;) {
    // The next try is made only when this one could not even start.
    // oxlint-disable-next-line no-await-in-loop
    const { errno, outcome, addresses, ms } = await probes.systemLookup(target.host, { signal });
    if (errno !== LOOKUPS_STUCK || hangingIsSilence)
      return { addresses, lookupMs: outcome === "answer" ? ms : null, seen: outcome };
    if (signal.aborted || performance.now() > until) return { addresses: [], lookupMs: null, seen: "error" };
  }
}

/** The first old resolver that gives addresses; both families count. Null without one to ask. */
async function askControl({ probes, target, controlServers, signal }: BatteryPlan): Promise<Found | null> {
  let last: Found | null = null;
  for (const server of controlServers) {
    // The next one is asked only when this one gave nothing, as the system does.
    // oxlint-disable-next-line no-await-in-loop
    const replies = await Promise.all([
      probes.dnsQuery(server, { name: target.host, type: "A" }, { signal }),
      probes.dnsQuery(server, { name: target.host, type: "AAAA" }, { signal }),
    ]);
    const addresses = replies.flatMap((reply) => reply.addresses);
    const [first] = replies;
    if (addresses.length > 0) return { addresses, lookupMs: Math.max(...replies.map(({ ms }) => ms)), seen: "answer" };
    last = { addresses: [], lookupMs: null, seen: first.outcome };
  }
  return last;
}

async function finish({ probes, target, budget, signal }: BatteryPlan, found: Found): Promise<Sample> {
  const { addresses, lookupMs } = found;
  if (addresses.length === 0) {
    const level = found.seen === "cancelled" || found.seen === "error" ? "unknown" : "fails";
    return { level, lookupMs: null, seen: found.seen, address: null };
  }
  if (signal.aborted || !budget.take()) return { ...NOT_LOOKED, lookupMs, address: addresses[0] ?? null };
  const request = { method: "GET", url: target.url, addresses, proxy: null, bypassCache: true } as const;
  const exchange = await probes.httpRequest(request, { signal });
  const { outcome, status } = exchange;
  const address = exchange.address ?? addresses[0] ?? null;
  if (outcome === "cancelled" || outcome === "error") return { level: "unknown", lookupMs, seen: outcome, address };
  if (outcome !== "response" || status === null) return { level: "fails", lookupMs, seen: outcome, address };
  // A gateway's error is what the person came with; everything below is the site speaking.
  return { level: status >= 500 ? "fails" : "works", lookupMs, seen: `http-${status}`, address };
}

function sameAddresses(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && left.length === right.length && left.every((address) => right.includes(address));
}
