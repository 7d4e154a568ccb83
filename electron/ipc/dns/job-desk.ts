import { randomBytes } from "node:crypto";
import type { DnsChange } from "../../../shared/model/dns-change.ts";
import type { DnsJob, DnsJobStep, DnsShownPlan } from "../../../shared/model/dns-job.ts";
import type { DnsDesk } from "../../repairs/dns/desk.ts";
import { createQuestions, type Answered } from "./question.ts";

/** Seconds that a switch stands until it goes back by itself, and that "more time" gives. */
export const KEEP_SECONDS = 60;

/** Our own end of waiting lies this much before the guard's, so that the two do not race (seconds). */
const BEFORE_GUARD = 4;

/** An unanswered "go ahead?" ends after this (seconds): the machine's lock is held meanwhile. */
const AGREE_SECONDS = 300;

/** A job as the code that runs it sees it. */
export interface JobHandle {
  readonly signal: AbortSignal;
  step(step: DnsJobStep): void;
  show(news: Partial<Pick<DnsJob, "conditions" | "comparison" | "plan" | "host">>): void;
  agree(plan: DnsShownPlan): Promise<Answered>;
  /** The change is open and its guard waits. */
  keep(desk: DnsDesk, change: DnsChange, plan: DnsShownPlan): Promise<Answered>;
}

/** Where DNS jobs run: one at a time. */
export interface JobDesk {
  /** Starts one and gives its id; null while another runs. */
  start(kind: DnsJob["kind"], host: string | null, run: (job: JobHandle) => Promise<DnsJob["end"]>): string | null;
  current(): DnsJob | null;
  confirm(id: string, yes: boolean): boolean;
  moreTime(id: string): Promise<boolean>;
  cancel(id: string): boolean;
}

const BROKEN = { kind: "refused", code: "failed", detail: "", changed: "maybe" } as const;

/** `emit` hears of every change of the job; `report` of one that broke, which its own rules forbid. */
export function createJobDesk(emit: (job: DnsJob) => void, report: (error: unknown) => void): JobDesk {
  let run: JobRun | null = null;
  const running = (id: string): JobRun | null => (run !== null && run.view.id === id && run.isOpen() ? run : null);
  return {
    start: (kind, host, work) => {
      if (run?.isOpen() === true) return null;
      const next = new JobRun(kind, host, emit);
      run = next;
      void work(next)
        .catch((error: unknown) => {
          report(error);
          return BROKEN;
        })
        .then((end) => next.set({ end, question: null }));
      return next.view.id;
    },
    current: () => run?.view ?? null,
    confirm: (id, yes) => running(id)?.questions.answer(yes) ?? false,
    moreTime: async (id) => (await running(id)?.moreTime()) ?? false,
    cancel: (id) => running(id)?.stop() ?? false,
  };
}

class JobRun implements JobHandle {
  view: DnsJob;
  readonly questions = createQuestions();
  private readonly cancel = new AbortController();
  private readonly emit: (job: DnsJob) => void;
  private open: { readonly desk: DnsDesk; readonly change: DnsChange } | null = null;
  private turn = 0;

  constructor(kind: DnsJob["kind"], host: string | null, emit: (job: DnsJob) => void) {
    this.emit = emit;
    const id = randomBytes(16).toString("hex");
    this.view = {
      id,
      kind,
      host,
      steps: [],
      conditions: null,
      question: null,
      plan: null,
      comparison: null,
      end: null,
    };
  }

  get signal(): AbortSignal {
    return this.cancel.signal;
  }

  isOpen(): boolean {
    return this.view.end === null;
  }

  set(news: Partial<DnsJob>): void {
    this.view = { ...this.view, ...news };
    this.emit(this.view);
  }

  step(step: DnsJobStep): void {
    this.set({ steps: [...this.view.steps.filter((other) => other !== step), step] });
  }

  show(news: Parameters<JobHandle["show"]>[0]): void {
    this.set(news);
  }

  async agree(plan: DnsShownPlan): Promise<Answered> {
    return this.signal.aborted ? "no" : this.ask("agree", plan, AGREE_SECONDS);
  }

  async keep(desk: DnsDesk, change: DnsChange, plan: DnsShownPlan): Promise<Answered> {
    const { secondsLeft } = await desk.backend.guardReport(change, new AbortController().signal);
    if (this.signal.aborted) return "no";
    this.open = { desk, change };
    const answered = await this.ask("keep", plan, untilAsked(secondsLeft ?? change.mode.deadlineSeconds));
    this.open = null;
    return answered;
  }

  async moreTime(): Promise<boolean> {
    if (this.open === null) return false;
    const { desk, change } = this.open;
    const extended = await desk.backend.extend(change, KEEP_SECONDS, new AbortController().signal);
    // The person may have answered, or the time may have run out, while the guard was asked.
    const { question } = this.view;
    if (!extended.ok || question === null || !this.questions.extend(untilAsked(KEEP_SECONDS))) return false;
    this.turn += 1;
    this.set({ question: { ...question, secondsLeft: untilAsked(KEEP_SECONDS), turn: this.turn } });
    return true;
  }

  stop(): boolean {
    this.cancel.abort();
    this.questions.answer(false);
    return true;
  }

  private async ask(kind: "agree" | "keep", plan: DnsShownPlan, secondsLeft: number | null): Promise<Answered> {
    this.turn += 1;
    this.set({ question: { kind, plan, secondsLeft, turn: this.turn } });
    const answered = await this.questions.ask(secondsLeft);
    this.set({ question: null, ...(answered === "yes" ? { plan } : {}) });
    return answered;
  }
}

function untilAsked(seconds: number): number {
  return Math.max(seconds - BEFORE_GUARD, 1);
}
