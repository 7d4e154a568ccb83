import { setMaxListeners } from "node:events";
import type { AnyCheckResult, Check, CheckContext, CheckOutcome } from "../checks/check.ts";
import type { CheckError, CheckResult, CheckResults, SkipReason } from "../../shared/model/check.ts";
import type { CheckId } from "../../shared/model/check-id.ts";
import type { Observations } from "../../shared/model/checkup.ts";
import { errorDetail } from "./error-detail.ts";
import { ENGINE_LIMITS } from "./limits.ts";

/** A check of any id; the runner cannot know more. */
export type AnyCheck = { readonly [Id in CheckId]: Check<Id> }[CheckId];

/** What the scheduler adds to every context. */
export type BaseContext = Omit<CheckContext, "signal" | "results" | "timeLeftMs">;

/** One run of a set of checks. */
export interface Run {
  readonly checks: readonly AnyCheck[];
  readonly context: BaseContext;
  /** Milliseconds until everything is cut off. */
  readonly hardStopMs: number;
  /** Ends the run when it fires. */
  readonly cancel: AbortSignal;
  /** Asked whenever a check ends (and at `settledMs`): can what is still missing no longer change the verdict? */
  readonly enough: (results: CheckResults, elapsedMs: number) => boolean;
  readonly onStart: (id: CheckId, atMs: number) => void;
  readonly onEnd: (result: AnyCheckResult, results: CheckResults) => void;
}

/** How a run ended. Every check has a result. */
export interface RunEnd {
  readonly results: CheckResults;
  readonly stopped: Observations["stopped"];
}

interface RunningCheck {
  readonly startedMs: number;
  readonly abort: AbortController;
  /** Its own limit, and the moment when it is given up. */
  readonly timers: readonly NodeJS.Timeout[];
}

type Stop = "done" | "enough" | "hard-stop" | "cancelled";

/**
 * Runs checks as early as their needs allow, all independent ones at once. One that crashes or hangs becomes a result
 * and holds nobody up; what comes in after the end is ignored. Never rejects.
 */
export function runChecks(run: Run): Promise<RunEnd> {
  return new Scheduler(run).start();
}

class Scheduler {
  private readonly run: Run;
  private readonly startedAt = performance.now();
  private readonly waiting: Map<CheckId, AnyCheck>;
  private readonly running = new Map<CheckId, RunningCheck>();
  private readonly results = new Map<CheckId, AnyCheckResult>();
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly onCancel = (): void => this.wind("cancelled");
  private stop: Stop | null = null;
  private finish: (end: RunEnd) => void = () => undefined;

  constructor(run: Run) {
    this.run = run;
    this.waiting = new Map(run.checks.map((check) => [check.id, check]));
  }

  start(): Promise<RunEnd> {
    return new Promise((resolve) => {
      this.finish = resolve;
      const { hardStopMs, cancel, checks } = this.run;
      this.after(Math.max(hardStopMs - ENGINE_LIMITS.graceMs, 0), () => this.wind("hard-stop"));
      for (const atMs of new Set(checks.flatMap((check) => check.early?.atMs ?? [])))
        this.after(atMs, () => this.step());
      this.after(ENGINE_LIMITS.settledMs, () => this.step());
      cancel.addEventListener("abort", this.onCancel, { once: true });
      if (cancel.aborted) this.wind("cancelled");
      else this.step();
    });
  }

  private after(ms: number, action: () => void): void {
    this.timers.push(setTimeout(action, ms));
  }

  private elapsed(): number {
    return Math.round(performance.now() - this.startedAt);
  }

  private snapshot(): CheckResults {
    return Object.fromEntries(this.results);
  }

  /** Starts whatever can start now, or ends the run when there is nothing left to wait for. */
  private step(): void {
    if (this.stop !== null) return;
    const results = this.snapshot();
    const elapsed = this.elapsed();
    for (const check of this.waiting.values()) {
      const free = check.needs.every((id) => this.results.has(id) || !this.isPlanned(id));
      if (free || check.early?.when(results, elapsed) === true) void this.launch(check);
    }
    if (this.waiting.size === 0 && this.running.size === 0) this.wind("done");
    else if (this.run.enough(results, elapsed)) this.wind("enough");
  }

  private isPlanned(id: CheckId): boolean {
    return this.waiting.has(id) || this.running.has(id);
  }

  private async launch(check: AnyCheck): Promise<void> {
    const startedMs = this.elapsed();
    const abort = new AbortController();
    // A check listens with every probe it has under way; more than ten is no leak.
    setMaxListeners(0, abort.signal);
    this.waiting.delete(check.id);
    const giveUp = (): void => this.end(check.id, failed(check.id, startedMs, { code: "timed-out", detail: "" }));
    const timers = [
      setTimeout(() => abort.abort(), check.limitMs),
      setTimeout(giveUp, check.limitMs + ENGINE_LIMITS.graceMs),
    ];
    this.running.set(check.id, { startedMs, abort, timers });
    this.run.onStart(check.id, startedMs);
    const context: CheckContext = {
      ...this.run.context,
      signal: abort.signal,
      results: this.snapshot(),
      timeLeftMs: () => Math.max(this.run.hardStopMs - ENGINE_LIMITS.graceMs - this.elapsed(), 0),
    };
    this.end(check.id, await settle(check, context, startedMs));
  }

  /** Takes a result, once; whatever comes later for the same check, or after the end, is dropped. */
  private end(id: CheckId, result: AnyCheckResult): void {
    const entry = this.running.get(id);
    if (entry === undefined) return;
    this.running.delete(id);
    for (const timer of entry.timers) clearTimeout(timer);
    const timed = { ...result, startedMs: entry.startedMs, durationMs: this.durationOf(result, entry.startedMs) };
    this.results.set(id, timed);
    this.run.onEnd(timed, this.snapshot());
    if (this.stop !== null && this.running.size === 0) this.close();
    else this.step();
  }

  private durationOf(result: AnyCheckResult, startedMs: number): number {
    return result.status === "skipped" ? 0 : Math.max(this.elapsed() - startedMs, 0);
  }

  /** No new checks; those under way get a moment to hand in what they saw. */
  private wind(stop: Stop): void {
    if (this.stop !== null) return;
    this.stop = stop;
    for (const timer of this.timers) clearTimeout(timer);
    this.run.cancel.removeEventListener("abort", this.onCancel);
    if (this.running.size === 0) return this.close();
    // Nobody waits for what can no longer change the verdict.
    this.after(stop === "enough" ? 0 : ENGINE_LIMITS.graceMs, () => this.close());
    for (const { abort } of this.running.values()) abort.abort();
  }

  private close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    for (const [id, { startedMs, timers }] of this.running) {
      for (const timer of timers) clearTimeout(timer);
      this.leave(id, startedMs);
    }
    this.running.clear();
    for (const id of this.waiting.keys()) this.leave(id, this.elapsed(), true);
    this.waiting.clear();
    this.finish({
      results: this.snapshot(),
      stopped: this.stop === "done" || this.stop === "enough" ? "no" : (this.stop ?? "no"),
    });
  }

  /** The result of a check that the end of the run overtook. */
  private leave(id: CheckId, startedMs: number, neverStarted = false): void {
    const overtaken = this.stop === "enough" || neverStarted;
    const result = overtaken ? skipped(id, startedMs, this.skipReason()) : failed(id, startedMs, this.stopError());
    const durationMs = overtaken ? 0 : Math.max(this.elapsed() - startedMs, 0);
    const timed = { ...result, durationMs };
    this.results.set(id, timed);
    this.run.onEnd(timed, this.snapshot());
  }

  private skipReason(): SkipReason {
    if (this.stop === "cancelled") return "cancelled";
    return this.stop === "hard-stop" ? "no-time" : "not-needed";
  }

  private stopError(): CheckError {
    return { code: this.stop === "cancelled" ? "cancelled" : "timed-out", detail: "" };
  }
}

/** Runs one check; a crash becomes a result. Times are filled in by the caller. */
async function settle(check: AnyCheck, context: CheckContext, startedMs: number): Promise<AnyCheckResult> {
  try {
    return resultOf(check.id, await check.run(context), startedMs);
  } catch (error) {
    if (context.signal.aborted) return failed(check.id, startedMs, { code: "cancelled", detail: errorDetail(error) });
    return failed(check.id, startedMs, { code: "crashed", detail: errorDetail(error) });
  }
}

function resultOf(id: CheckId, outcome: CheckOutcome<CheckId>, startedMs: number): AnyCheckResult {
  if (outcome.status === "skipped") return skipped(id, startedMs, outcome.reason);
  const { status, summary, facts, error } = outcome;
  const result: CheckResult = {
    id,
    status,
    startedMs,
    durationMs: 0,
    summary,
    facts,
    skipped: null,
    error: error ?? null,
  };
  return asAny(result);
}

function skipped(id: CheckId, startedMs: number, reason: SkipReason): AnyCheckResult {
  const summary = { key: `check.skipped.${reason}`, values: {} };
  return asAny({ id, status: "skipped", startedMs, durationMs: 0, summary, facts: null, skipped: reason, error: null });
}

function failed(id: CheckId, startedMs: number, error: CheckError): AnyCheckResult {
  const summary = { key: `check.failed.${error.code}`, values: {} };
  return asAny({ id, status: "unknown", startedMs, durationMs: 0, summary, facts: null, skipped: null, error });
}

/** The id and the facts come from the same check, whose type says that they belong together. */
function asAny(result: CheckResult): AnyCheckResult {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return result as AnyCheckResult;
}
