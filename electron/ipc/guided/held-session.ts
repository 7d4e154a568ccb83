import type { Checkup } from "../../../shared/model/checkup.ts";
import type { GuidedSession, GuidedSource, StepRecord } from "../../../shared/model/guided.ts";
import type { Practised } from "../../practice/practice-actions.ts";
import { openStep, replanned, withStep } from "./session.ts";
import type { GuidedStore, KeptSession } from "./store.ts";
import type { World } from "./world.ts";

/** Where a session is kept and told, and what it plays in. */
export interface HolderDeps {
  readonly store: GuidedStore;
  /** Null: the practice scenario of a session from an older version is gone. */
  readonly openWorld: (source: GuidedSource, practised: Practised) => Promise<World | null>;
  readonly emit: (session: GuidedSession) => void;
  /** Hears of a disk that keeps nothing. */
  readonly report: (error: unknown) => void;
  readonly now: () => Date;
}

/** The one session that is open, with its check-up and its world. Every change is on the disk before it is told. */
export class HeldSession {
  private readonly deps: HolderDeps;
  private held: KeptSession | null = null;
  private opened: World | null = null;

  constructor(deps: HolderDeps) {
    this.deps = deps;
  }

  get current(): KeptSession | null {
    return this.held;
  }

  get session(): GuidedSession | null {
    return this.held?.session ?? null;
  }

  get checkup(): Checkup | null {
    return this.held?.checkup ?? null;
  }

  /** The step that is open; null in the intro, at the end and without a session. */
  get step(): StepRecord | null {
    return this.held === null ? null : openStep(this.held.session);
  }

  now(): string {
    return this.deps.now().toISOString();
  }

  /** As an earlier start of the program left it. */
  takeUp(kept: KeptSession): void {
    this.held = kept;
  }

  /** Another session from now on; null: none. */
  replace(held: KeptSession | null): void {
    this.held = held;
    this.opened = null;
    if (held === null) this.keep();
    else this.set(held.session);
  }

  set(session: GuidedSession): void {
    if (this.held === null) return;
    this.held = { ...this.held, session: { ...session, updatedAt: this.now() } };
    this.keep();
    this.tell();
  }

  /** Changes the record of the open step. */
  update(change: Partial<StepRecord>): void {
    if (this.held !== null) this.set(withStep(this.held.session, change));
  }

  tell(): void {
    if (this.held !== null) this.deps.emit(this.held.session);
  }

  async world(): Promise<World | null> {
    if (this.held === null) return null;
    this.opened ??= await this.deps.openWorld(this.held.session.source, {
      list: () => this.session?.practised ?? [],
      set: (practised) => {
        if (this.session !== null) this.set({ ...this.session, practised });
      },
    });
    return this.opened;
  }

  /** The same fault, seen with what was learnt: the rest of the plan is made anew. */
  relearn(checkup: Checkup | null = this.checkup): void {
    if (this.held === null || checkup === null) return;
    this.held = { ...this.held, checkup };
    this.set(replanned(this.held.session, checkup));
  }

  /** A whole check-up was made: where it found another fault, the plan is about that from now on. */
  learn(found: Checkup | null): void {
    const before = this.checkup?.judgement.verdict.code;
    const now = found?.judgement.verdict;
    const another = now !== undefined && now.code !== before && now.faultSide !== "none" && now.code !== "inconclusive";
    this.relearn(another ? found : this.checkup);
  }

  private keep(): void {
    const kept = this.deps.store.save(this.held);
    if (!kept.ok) this.deps.report(new Error(`guided.json could not be kept: ${kept.error.code} ${kept.error.detail}`));
  }
}
