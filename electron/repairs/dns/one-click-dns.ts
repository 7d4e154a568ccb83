import { setMaxListeners } from "node:events";
import type { Battery, Comparison, Sample } from "../../../shared/model/comparison.ts";
import type { DnsCondition, DnsConditions } from "../../../shared/model/dns-condition.ts";
import type { DnsChange } from "../../../shared/model/dns-change.ts";
import type { DnsCandidate, OneClickEnd, OneClickResult, OneClickStep } from "../../../shared/model/dns-repair.ts";
import type { DnsPlan, DnsSnapshot, DnsStatus } from "../../../shared/model/dns-settings.ts";
import type { Target } from "../../../shared/model/target.ts";
import type { HostCache } from "../clear-host-cache.ts";
import { prove } from "../comparison/prove.ts";
import { type BatteryPlan, requestBudget, runBattery } from "../comparison/run-battery.ts";
import { blocking, readConditions } from "../conditions/read-conditions.ts";
import { serversInUse } from "../conditions/servers-in-use.ts";
import { keepChange, rollBackChange, switchDns } from "./switch.ts";
import { tryCandidates } from "./dns-candidates.ts";
import { flushDns } from "../flush-dns.ts";
import type { DnsRepairDeps } from "./switch-dns.ts";

/** What the one-click fix works with. */
export interface OneClickDeps extends DnsRepairDeps {
  /** Our own Chromium's memory; null in a terminal, which has none. */
  readonly hostCache: HostCache | null;
  /** Between the two rounds of a proof, ms; absent: the usual second. */
  readonly betweenRoundsMs?: number;
}

/** The face that shows and asks. There is one question before the switch, and one after. */
export interface OneClickFace {
  readonly onStep: (step: OneClickStep) => void;
  readonly onConditions: (conditions: DnsConditions) => void;
  readonly agree: (plan: DnsPlan, snapshot: DnsSnapshot, candidate: DnsCandidate) => Promise<boolean>;
  /** It works with the new servers: keep them? Until then the guard waits; no answer means back. */
  readonly keep: (change: DnsChange, comparison: Comparison) => Promise<boolean>;
}

/** A fix to make. */
export interface OneClickRequest {
  readonly target: Target;
  readonly anyway: boolean;
  /** Seconds the person has for the last question. */
  readonly deadlineSeconds: number;
}

/** A look-up that takes longer than this is a fault by itself (the limit of the verdict resolver-slow), ms. */
const SLOW_MS = 500;

/**
 * The one-click fix: the gentlest thing first, each with the same test before and after, and a switch only when it is
 * needed, would help, and nothing speaks against it. Whatever ends it early, nothing unconfirmed stays.
 */
export async function oneClickDns(
  deps: OneClickDeps,
  request: OneClickRequest,
  face: OneClickFace,
  signal: AbortSignal,
): Promise<OneClickResult> {
  // Every probe that is under way listens to it.
  setMaxListeners(0, signal);
  const run = new OneClickRun(deps, request, face, signal);
  const end = await run.start();
  return { end, trace: run.trace };
}

class OneClickRun {
  trace: OneClickResult["trace"] = { flush: null, hostCacheCleared: null, candidates: [], comparison: null };
  private readonly deps: OneClickDeps;
  private readonly request: OneClickRequest;
  private readonly face: OneClickFace;
  private readonly signal: AbortSignal;

  constructor(deps: OneClickDeps, request: OneClickRequest, face: OneClickFace, signal: AbortSignal) {
    this.deps = deps;
    this.request = request;
    this.face = face;
    this.signal = signal;
  }

  async start(): Promise<OneClickEnd> {
    const { desk, probes } = this.deps;
    const { target } = this.request;
    if (target.kind !== "name") return { kind: "no-name" };
    this.face.onStep("look");
    const status = await desk.backend.read(this.signal);
    if (!status.ok) return { kind: "failed", code: "failed", detail: status.error.code };
    const controlServers = serversInUse(status.value);
    const plan: BatteryPlan = { target, probes, controlServers, budget: requestBudget(), signal: this.signal };
    const before = await runBattery(plan, "always");
    if (this.signal.aborted || before.target.level === "unknown") return { kind: "unclear" };
    if (isFine(before.target)) return { kind: "not-needed" };
    return (
      (await this.flush(plan, before)) ??
      (await this.clearHostCache(plan, before)) ??
      this.change(plan, before, status.value)
    );
  }

  /** Empties this computer's memory; ends the run when that was it. */
  private async flush(plan: BatteryPlan, before: Battery): Promise<OneClickEnd | null> {
    this.face.onStep("flush");
    const flushed = await flushDns(this.deps.desk.backend, false, this.signal);
    this.trace = { ...this.trace, flush: flushed.ok ? flushed.value : FLUSH_FAILED };
    // A memory that is empty cannot make a silent server speak.
    const comparison = await this.compare({ ...plan, hanging: "silence" }, before);
    return comparison.outcome === "unchanged" || comparison.outcome === "worse" ? null : endOf(comparison, "flush");
  }

  /** Our own browser's memory. The page is asked for again only when the machine now gives another address. */
  private async clearHostCache(plan: BatteryPlan, before: Battery): Promise<OneClickEnd | null> {
    const { hostCache, probes } = this.deps;
    if (hostCache === null) return null;
    this.face.onStep("host-cache");
    this.trace = { ...this.trace, hostCacheCleared: await hostCache.clear() };
    const now = await probes.systemLookup(plan.target.host, { signal: this.signal });
    const failing = before.target.address;
    if (now.addresses.length === 0 || (failing !== null && now.addresses.includes(failing))) return null;
    const comparison = await this.compare(plan, before);
    return comparison.outcome === "unchanged" || comparison.outcome === "worse"
      ? null
      : endOf(comparison, "host-cache");
  }

  private async change(plan: BatteryPlan, before: Battery, status: DnsStatus): Promise<OneClickEnd> {
    if (status.readOnly !== null) return { kind: "failed", code: "read-only-manager", detail: status.readOnly };
    this.face.onStep("conditions");
    const { machine, probes, references } = this.deps;
    const conditions = await readConditions({ status, machine, probes, references, signal: this.signal });
    this.face.onConditions(conditions);
    const against = this.request.anyway ? [] : blocking(conditions);
    if (against.length > 0) return { kind: "held-back", conditions: against };
    this.face.onStep("candidates");
    const failing = before.target.level === "fails" ? await this.addressesNow(plan, before) : [];
    const candidates = await tryCandidates({ target: plan.target, probes, failing, signal: this.signal });
    this.trace = { ...this.trace, candidates };
    const [best] = candidates;
    if (best === undefined || best.helps === null || this.signal.aborted) return { kind: "unclear" };
    if (!best.helps || !isQuicker(best, before.target)) return { kind: "would-not-help" };
    return this.switchTo(best, plan, before);
  }

  /** Where the name leads now. Not asked where no address came before: a dead resolver only keeps the asker waiting. */
  private async addressesNow(plan: BatteryPlan, before: Battery): Promise<readonly string[]> {
    if (before.target.address === null) return [];
    return (await plan.probes.systemLookup(plan.target.host, { signal: this.signal })).addresses;
  }

  private async switchTo(candidate: DnsCandidate, plan: BatteryPlan, before: Battery): Promise<OneClickEnd> {
    this.face.onStep("switch");
    const { desk } = this.deps;
    const mode = { kind: "ask", deadlineSeconds: this.request.deadlineSeconds } as const;
    let last: Comparison | null = null;
    const result = await switchDns<DnsCondition>(
      desk,
      { servers: candidate.servers, linkId: null, mode },
      {
        // Read a moment ago, with the same result for everybody who waits.
        obstacles: async () => [],
        agree: (dnsPlan, snapshot) => this.face.agree(dnsPlan, snapshot, candidate),
        afterCheck: async (_change, during) => {
          last = await this.compare({ ...plan, signal: during }, before);
          return isBetter(last);
        },
        onStep: () => undefined,
      },
      this.signal,
    );
    switch (result.kind) {
      case "open":
        return this.keep(result.change, candidate, last);
      case "declined":
        return { kind: "declined" };
      case "failed":
        return { kind: "failed", code: result.failure.code, detail: result.failure.detail };
      case "rolled-back":
        return this.rolledBack(result.because, result.restored);
      case "obstacles":
        return { kind: "held-back", conditions: result.obstacles };
    }
  }

  private async keep(change: DnsChange, candidate: DnsCandidate, last: Comparison | null): Promise<OneClickEnd> {
    this.face.onStep("keep");
    const { desk } = this.deps;
    // Not the run's signal: a cancel here must still put things back.
    const { signal } = new AbortController();
    // The tests took their time; the person gets all of theirs.
    if (!this.signal.aborted) await desk.backend.extend(change, this.request.deadlineSeconds, this.signal);
    if (last === null || this.signal.aborted || !(await this.face.keep(change, last))) {
      const back = await rollBackChange(desk, change, signal);
      return { kind: "rolled-back", because: "declined", restored: back.ok ? back.value : "not-restored" };
    }
    const kept = await keepChange(desk, change, signal);
    if (kept.ok) return { kind: "mended", by: "switch", candidate: candidate.id, changeId: change.id };
    const now = desk.journal.list().changes.find(({ id }) => id === change.id);
    const restored = now?.state !== "undone" ? "not-restored" : now.end === "theirs-now" ? "theirs" : "restored";
    return { kind: "rolled-back", because: kept.error.code, restored };
  }

  /** A switch that turned out to be needless: the old way works again, so nothing of ours stays. */
  private rolledBack(because: string, restored: "restored" | "nothing-to-do" | "theirs" | "not-restored"): OneClickEnd {
    const needless = this.trace.comparison?.outcome === "recovered-by-itself" && restored === "restored";
    return needless ? { kind: "recovered" } : { kind: "rolled-back", because, restored };
  }

  private async compare(plan: BatteryPlan, before: Battery): Promise<Comparison> {
    const comparison = await prove(plan, before, this.deps.betweenRoundsMs);
    this.trace = { ...this.trace, comparison };
    return comparison;
  }
}

const FLUSH_FAILED = { outcome: "failed", proved: null, caches: [] } as const;

function isFine({ level, lookupMs }: Sample): boolean {
  return level === "works" && (lookupMs ?? 0) < SLOW_MS;
}

/** Where names are found, only slowly, another server must promise at least half the time. */
function isQuicker({ medianMs }: DnsCandidate, { level, lookupMs }: Sample): boolean {
  return level !== "works" || (medianMs !== null && lookupMs !== null && medianMs * 2 <= lookupMs);
}

/** Works now, and better than before. Without a control it cannot be proved, but what works is not taken away again. */
function isBetter({ outcome, worksNow }: Comparison): boolean {
  return outcome === "fixed" || outcome === "improved" || (outcome === "unknown" && worksNow === true);
}

function endOf({ outcome, worksNow }: Comparison, by: "flush" | "host-cache"): OneClickEnd {
  if (outcome === "fixed" || outcome === "improved") return { kind: "mended", by };
  return worksNow === true ? { kind: "recovered" } : { kind: "unclear" };
}
