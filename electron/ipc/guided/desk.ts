import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { Checkup } from "../../../shared/model/checkup.ts";
import type {
  GuidedRefusal,
  GuidedSession,
  GuidedSource,
  SeenAnswer,
  StepRecord,
} from "../../../shared/model/guided.ts";
import type { DnsJob } from "../../../shared/model/dns-job.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import { STEP_NATURE } from "../../engine/rules/step-nature.ts";
import { judge } from "../../engine/judge.ts";
import type { Practised } from "../../practice/practice-actions.ts";
import { afterDnsJob } from "./dns-step.ts";
import type { Finished } from "./finished.ts";
import * as go from "./session.ts";
import type { GuidedStore } from "./store.ts";
import { beginStep, endStep, lookAgain, type StepWork, waitsForPerson } from "./work-step.ts";
import type { World } from "./world.ts";

/** What the desk of the guided flow works with. */
export interface GuidedDeps {
  readonly store: GuidedStore;
  readonly finished: (checkupId: string) => Finished | null;
  /** Null: the practice scenario of a session from an older version is gone. */
  readonly openWorld: (source: GuidedSource, practised: Practised) => Promise<World | null>;
  readonly emit: (session: GuidedSession) => void;
  /** Makes changes final that the person kept, by their undo ids, once their session is over. */
  readonly settle: (kept: readonly string[]) => Promise<void>;
  /** Hears of a step that broke, and of a disk that keeps nothing. */
  readonly report: (error: unknown) => void;
  readonly now: () => Date;
}

/** The one place where a guided session is led: one session, one thing at a time. */
export class GuidedDesk {
  private readonly deps: GuidedDeps;
  private session: GuidedSession | null = null;
  private checkup: Checkup | null = null;
  private world: World | null = null;
  private running: AbortController | null = null;
  /** The person says it is done while the program still waits to see it. */
  private doneAlready = false;

  constructor(deps: GuidedDeps) {
    this.deps = deps;
    const kept = deps.store.load();
    if (kept === null) return;
    this.session = go.afterRestart(kept.session);
    this.checkup = kept.checkup;
  }

  current(): { readonly session: GuidedSession; readonly checkup: Checkup } | null {
    return this.session === null || this.checkup === null ? null : { session: this.session, checkup: this.checkup };
  }

  isBusy(): boolean {
    return this.running !== null;
  }

  /** Begins with a check-up, or goes on where it was left. `step`: straight to that step. */
  async start(checkupId: string, step: RepairId | null): Promise<Result<GuidedSession, GuidedRefusal>> {
    if (this.running !== null) return fail("busy");
    const known = this.session?.checkupIds.includes(checkupId) === true ? this.session : null;
    const finished = this.deps.finished(checkupId);
    if (known === null && finished === null) return fail("not-found");
    if (known !== null) this.set(go.towards(known, step));
    else if (finished !== null) {
      const { checkup, source } = finished;
      this.settle();
      this.world = null;
      this.checkup = checkup;
      this.set(go.newSession({ checkup, source, first: step, now: this.now() }));
    }
    await this.offer();
    return this.session === null ? fail("not-found") : ok(this.session);
  }

  /** Takes up the session that is there; the step that was open is offered afresh. */
  async resume(): Promise<void> {
    await this.offer();
  }

  /** Does the open step, as far as that goes without the person. */
  begin(choiceId: string): boolean {
    const step = this.open();
    if (step === null || (step.phase !== "offered" && step.phase !== "judged" && step.phase !== "answered"))
      return false;
    return this.run(async (work) => {
      if (step.plan.kind === "look") return this.learn(await lookAgain(step, work));
      this.doneAlready = false;
      await beginStep(step, choiceId, work);
      if (this.doneAlready) this.update({ phase: "guiding", end: { kind: "opened" } });
      const now = this.open();
      // An answer inside a search: the next question of it is in the next offer.
      if (now?.plan.kind === "ask" && now.end?.kind === "done") return this.offerAgain(now.end);
      if (now?.phase === "guiding" && !waitsForPerson(now)) this.learn(await endStep(now, null, work));
    });
  }

  /** The person has done their part: look again, with what they say they see. */
  done(answer: SeenAnswer | null): boolean {
    const step = this.open();
    if (step?.phase === "working") return this.doneMeanwhile(step);
    if (step?.phase !== "guiding") return false;
    if (step.plan.kind === "ask") return this.answered(step, answer ?? "unsure");
    return this.run(async (work) => this.learn(await endStep(step, answer, work)));
  }

  /** Keeps what the open step changed, or takes it back. */
  async decide(keep: boolean): Promise<boolean> {
    const step = this.open();
    const undoId = step?.end?.kind === "done" ? step.end.undoId : null;
    if (step === null || undoId === null || this.running !== null || step.decision === "undone") return false;
    if (keep) {
      this.update({ decision: "kept" });
      return true;
    }
    return this.run(async ({ signal }) => {
      const undo = (await (await this.openWorld())?.action(step.plan.id))?.undo;
      const undone =
        undo === undefined
          ? ({ kind: "refused", code: "not-supported", detail: "", changed: "nothing" } as const)
          : await undo(undoId, signal);
      this.update({ undone, ...(undone.kind === "undone" ? { decision: "undone" as const } : {}) });
      this.relearn();
    });
  }

  async move(to: "next" | "back" | "skip" | "again"): Promise<boolean> {
    const { session, running } = this;
    if (session === null || running !== null) return false;
    const step = this.open();
    if (to === "skip" && step !== null && go.resultOf(step) === null) {
      const phase = step.plan.kind === "elsewhere" || step.phase === "left" ? "left" : "skipped";
      this.update({ phase, endedAt: this.now() });
      this.relearn();
    }
    if (to === "again" && step !== null) this.update({ phase: "waiting" });
    if (this.session === null) return false;
    if (to === "next" || to === "skip") this.set(go.onward(this.session));
    if (to === "back") this.set(go.backward(this.session));
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
    this.session = null;
    this.checkup = null;
    this.world = null;
    this.keep();
  }

  /** A change of DNS that the open step led to has come to its end on its own screens. */
  noteDnsJob(job: DnsJob): void {
    const step = this.open();
    if (step?.plan.kind !== "dns" || job.end === null || this.running !== null) return;
    this.update({ ...afterDnsJob(job, job.end), startedAt: step.startedAt ?? this.now(), endedAt: this.now() });
    this.relearn();
  }

  private now(): string {
    return this.deps.now().toISOString();
  }

  private open(): StepRecord | null {
    return this.session === null ? null : go.openStep(this.session);
  }

  private set(session: GuidedSession): void {
    this.session = { ...session, updatedAt: this.now() };
    this.keep();
    this.deps.emit(this.session);
  }

  private keep(): void {
    const kept = this.deps.store.save(this.current());
    if (!kept.ok) this.deps.report(new Error(`guided.json could not be kept: ${kept.error.code} ${kept.error.detail}`));
  }

  private update(change: Partial<StepRecord>): void {
    if (this.session !== null) this.set(go.withStep(this.session, change));
  }

  private async openWorld(): Promise<World | null> {
    const { session } = this;
    if (session === null) return null;
    this.world ??= await this.deps.openWorld(session.source, {
      list: () => this.session?.practised ?? [],
      set: (practised) => {
        if (this.session !== null) this.set({ ...this.session, practised });
      },
    });
    return this.world;
  }

  /** Makes the offer of the open step, where it needs one. */
  private async offer(): Promise<void> {
    const step = this.open();
    const { checkup } = this;
    if (step === null || checkup === null || step.phase !== "waiting") return;
    const ownScreen = step.plan.kind === "elsewhere" && step.plan.id !== "check-address";
    if (ownScreen || step.plan.kind === "dns" || step.plan.kind === "look") {
      return this.update({ phase: "offered", offer: null });
    }
    const action = await (await this.openWorld())?.action(step.plan.id);
    if (action === undefined || action === null) return this.update({ phase: "offered", offer: null });
    const { target } = checkup.observations;
    const offer = await action.offer({ target, checkup }, new AbortController().signal);
    this.update(offer === null ? { phase: "not-here", offer } : { phase: "offered", offer });
  }

  private async offerAgain(end: StepRecord["end"]): Promise<void> {
    this.update({ phase: "waiting" });
    await this.offer();
    this.update({ end });
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
    const step = this.open();
    if (said && step?.phase === "guiding" && step.plan.kind !== "ask" && step.plan.look !== "person") this.done(null);
  }

  private settle(): void {
    const steps = this.session?.source.kind === "address" ? this.session.steps : [];
    const kept = steps.flatMap(({ decision, end }) =>
      decision === "kept" && end?.kind === "done" && end.undoId !== null ? [end.undoId] : [],
    );
    if (kept.length > 0) void this.deps.settle(kept).catch(this.deps.report);
  }

  private run(work: (step: StepWork) => Promise<void>): boolean {
    const { checkup } = this;
    if (this.running !== null || checkup === null) return false;
    const running = new AbortController();
    this.running = running;
    const go_ = async (): Promise<void> => {
      const world = await this.openWorld();
      if (world === null) return this.update({ phase: "not-here" });
      const update = (change: Partial<StepRecord>): void => this.update(change);
      await work({ world, checkup, signal: running.signal, update, now: () => this.now() });
    };
    void go_()
      .catch((error: unknown) => {
        this.deps.report(error);
        const end = { kind: "refused", code: "failed", detail: "", changed: "maybe" } as const;
        this.update({ phase: "guiding", end });
      })
      .finally(() => {
        this.running = null;
        this.lookIfDone();
        if (this.session !== null) this.deps.emit(this.session);
      });
    return true;
  }

  private answered(step: StepRecord, answer: SeenAnswer): boolean {
    this.update({ answer, phase: "answered", endedAt: this.now() });
    const key = STEP_NATURE[step.plan.id].answers;
    const { checkup } = this;
    if (checkup !== null && key !== undefined && answer !== "unsure") {
      const { observations } = checkup;
      const told = { ...observations, answers: { ...observations.answers, [key]: answer } };
      this.checkup = { ...checkup, observations: told, judgement: judge(told) };
    }
    this.relearn();
    return true;
  }

  /** A whole check-up was made: where it found another fault, the plan is about that from now on. */
  private learn(checkup: Checkup | null): void {
    const before = this.checkup?.judgement.verdict.code;
    const now = checkup?.judgement.verdict;
    const another = now !== undefined && now.code !== before && now.faultSide !== "none" && now.code !== "inconclusive";
    if (checkup !== null && another) this.checkup = checkup;
    this.relearn();
  }

  private relearn(): void {
    const { session, checkup } = this;
    if (session !== null && checkup !== null) this.set(go.replanned(session, checkup));
  }
}
