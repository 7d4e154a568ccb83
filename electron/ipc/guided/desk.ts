import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { DnsJob } from "../../../shared/model/dns-job.ts";
import type { GuidedRefusal, GuidedSession, SeenAnswer, StepRecord } from "../../../shared/model/guided.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import { afterDnsJob } from "./dns-step.ts";
import type { Finished } from "./finished.ts";
import { HeldSession, type HolderDeps } from "./held-session.ts";
import { makeOffer } from "./make-offer.ts";
import * as go from "./session.ts";
import type { KeptSession } from "./store.ts";
import { withAnswer } from "./with-answer.ts";
import type { StepWork } from "./step-work.ts";
import { beginStep, doStep, endStep, lookAgain, undoStep, waitsForPerson } from "./work-step.ts";

/** What the desk of the guided flow works with. `report` hears of a step that broke as well. */
export interface GuidedDeps extends HolderDeps {
  readonly finished: (checkupId: string) => Finished | null;
  /** Makes changes final that the person kept, by their undo ids, once their session is over. */
  readonly settle: (kept: readonly string[]) => Promise<void>;
}

/** The one place where a guided session is led: one session, one thing at a time. */
export class GuidedDesk {
  private readonly deps: GuidedDeps;
  private readonly held: HeldSession;
  private running: AbortController | null = null;
  /** The person says it is done while the program still waits to see it. */
  private doneAlready = false;

  constructor(deps: GuidedDeps) {
    this.deps = deps;
    this.held = new HeldSession(deps);
    const kept = deps.store.load();
    if (kept !== null) this.held.takeUp({ ...kept, session: go.afterRestart(kept.session) });
  }

  current(): KeptSession | null {
    return this.held.current;
  }

  isBusy(): boolean {
    return this.running !== null;
  }

  /** Begins with a check-up, or goes on where it was left. `step`: straight to that step. */
  async start(checkupId: string, step: RepairId | null): Promise<Result<GuidedSession, GuidedRefusal>> {
    if (this.running !== null) return fail("busy");
    const { held } = this;
    if (held.session?.checkupIds.includes(checkupId) === true) held.set(go.towards(held.session, step));
    else {
      const finished = this.deps.finished(checkupId);
      if (finished === null) return fail("not-found");
      const { checkup } = finished;
      this.settle();
      held.replace({ checkup, session: go.newSession({ ...finished, first: step, now: held.now() }) });
    }
    await this.resume();
    return held.session === null ? fail("not-found") : ok(held.session);
  }

  /** Takes up the session that is there: the open step is offered afresh, a restart of the network is watched again. */
  async resume(): Promise<void> {
    const { step } = this.held;
    if (step === null || !go.isRestarting(step)) return this.offer();
    this.run(async (work) => {
      this.doneAlready = false;
      await doStep(step, step.choiceId ?? "", work);
      await this.afterDoing(work);
    });
  }

  /** Does the open step, as far as that goes without the person. */
  begin(choiceId: string): boolean {
    const { step } = this.held;
    if (step === null || (step.phase !== "offered" && step.phase !== "judged" && step.phase !== "answered"))
      return false;
    return this.run(async (work) => {
      if (step.plan.kind === "look") return this.held.learn(await lookAgain(step, work));
      this.doneAlready = false;
      await beginStep(step, choiceId, work);
      await this.afterDoing(work);
    });
  }

  /** The person has done their part: look again, with what they say they see. */
  done(answer: SeenAnswer | null): boolean {
    const { step } = this.held;
    if (step?.phase === "working") return this.doneMeanwhile(step);
    if (step?.phase !== "guiding") return false;
    if (step.plan.kind === "ask") return this.answered(step, answer ?? "unsure");
    return this.run(async (work) => this.held.learn(await endStep(step, answer, work)));
  }

  /** The person says that the plug of modem or router is out. */
  pulled(): boolean {
    const { step } = this.held;
    if (step === null || !go.isRestarting(step) || step.restart === null || step.restart.pulledMs !== null)
      return false;
    // On the watch's own clock; the next look sets it right.
    this.held.update({ restart: { ...step.restart, pulledMs: step.restart.lastMs } });
    return true;
  }

  /** Keeps what the open step changed, or takes it back. */
  async decide(keep: boolean): Promise<boolean> {
    const { held } = this;
    const { step } = held;
    const undoId = step?.end?.kind === "done" ? step.end.undoId : null;
    if (step === null || undoId === null || this.running !== null || step.decision === "undone") return false;
    if (keep) {
      held.update({ decision: "kept" });
      return true;
    }
    return this.run(async (work) => {
      await undoStep(step, undoId, work);
      held.relearn();
    });
  }

  async move(to: "next" | "back" | "skip" | "again"): Promise<boolean> {
    const { held } = this;
    const { step } = held;
    if (held.session === null || this.running !== null) return false;
    if (to === "skip" && step !== null && go.resultOf(step) === null) {
      const phase = step.plan.kind === "elsewhere" || step.phase === "left" ? "left" : "skipped";
      held.update({ phase, endedAt: held.now() });
      held.relearn();
    }
    if (to === "again" && step !== null) held.update({ phase: "waiting" });
    if (to === "next" || to === "skip") held.set(go.onward(held.session));
    if (to === "back") held.set(go.backward(held.session));
    await this.offer();
    return true;
  }

  /** Stops what is under way; the step can be begun again. */
  stop(): boolean {
    this.running?.abort();
    return this.running !== null;
  }

  /** The session is over; what was tried stays on record. */
  end(): void {
    this.stop();
    this.settle();
    this.held.replace(null);
  }

  /** A change of DNS that the open step led to has come to its end on its own screens. */
  noteDnsJob(job: DnsJob): void {
    const { held } = this;
    const { step } = held;
    if (step?.plan.kind !== "dns" || job.end === null || this.running !== null) return;
    held.update({ ...afterDnsJob(job, job.end), startedAt: step.startedAt ?? held.now(), endedAt: held.now() });
    held.relearn();
  }

  /** A change was kept or taken back on the screen of all changes. */
  noteChange(undoId: string, decision: "kept" | "undone"): void {
    const { held } = this;
    if (held.session === null || this.running !== null) return;
    held.set(go.withDecision(held.session, undoId, decision));
    if (decision === "undone") held.relearn();
  }

  /** Makes the offer of the open step, where it needs one. */
  private async offer(): Promise<void> {
    const { step, checkup } = this.held;
    if (step === null || checkup === null || step.phase !== "waiting") return;
    this.held.update(await makeOffer(step, checkup, () => this.held.world()));
  }

  /** What was done, or seen to be done, is looked at again unless the person has something to do first. */
  private async afterDoing(work: StepWork): Promise<void> {
    if (this.doneAlready) this.held.update({ phase: "guiding", end: { kind: "opened" } });
    const { step } = this.held;
    if (step?.plan.kind === "ask" && step.end?.kind === "done") {
      // An answer inside a search: the next question of it is in the next offer.
      const { end } = step;
      this.held.update({ phase: "waiting" });
      await this.offer();
      return this.held.update({ end });
    }
    if (step?.phase === "guiding" && !waitsForPerson(step)) this.held.learn(await endStep(step, null, work));
  }

  /** Only what the person does by themselves can be done without the program seeing it. */
  private doneMeanwhile({ offer, choiceId }: StepRecord): boolean {
    if (offer?.choices.find(({ id }) => id === choiceId)?.mode !== "guided" || this.running === null) return false;
    this.doneAlready = true;
    this.running.abort();
    return true;
  }

  /** Whoever said so while the program waited does not have to say it twice. */
  private lookIfDone(): void {
    const said = this.doneAlready;
    this.doneAlready = false;
    const { step } = this.held;
    if (said && step?.phase === "guiding" && step.plan.kind !== "ask" && step.plan.look !== "person") this.done(null);
  }

  private settle(): void {
    const kept = this.held.session === null ? [] : go.keptIn(this.held.session);
    if (kept.length > 0) void this.deps.settle(kept).catch(this.deps.report);
  }

  private run(work: (step: StepWork) => Promise<void>): boolean {
    const { held } = this;
    if (this.running !== null || held.checkup === null) return false;
    const running = new AbortController();
    this.running = running;
    void this.work(work, running.signal)
      .catch((error: unknown) => {
        this.deps.report(error);
        const end = { kind: "refused", code: "failed", detail: "", changed: "maybe" } as const;
        held.update({ phase: "guiding", end });
      })
      .finally(() => {
        this.running = null;
        this.lookIfDone();
        held.tell();
      });
    return true;
  }

  private async work(work: (step: StepWork) => Promise<void>, signal: AbortSignal): Promise<void> {
    const { held } = this;
    const world = await held.world();
    const { checkup } = held;
    if (world === null || checkup === null) return held.update({ phase: "not-here" });
    await work({
      world,
      checkup,
      signal,
      update: (change) => held.update(change),
      now: () => held.now(),
      plugPulled: () => (held.step?.restart?.pulledMs ?? null) !== null,
      memory: { read: () => held.step?.memory ?? null, keep: (memory) => held.update({ memory }) },
    });
  }

  private answered({ plan }: StepRecord, answer: SeenAnswer): boolean {
    const { held } = this;
    held.update({ answer, phase: "answered", endedAt: held.now() });
    held.relearn(held.checkup === null ? null : withAnswer(held.checkup, plan.id, answer));
    return true;
  }
}
