import { randomInt } from "node:crypto";
import type { Answers } from "../../shared/model/answers.ts";
import type { CheckResults } from "../../shared/model/check.ts";
import type { Checkup, CheckupEvent, Observations } from "../../shared/model/checkup.ts";
import type { PathState } from "../../shared/model/path.ts";
import type { References } from "../../shared/model/references.ts";
import type { Target } from "../../shared/model/target.ts";
import type { Machine } from "../platform/machine.ts";
import type { Probes } from "../probes/probes.ts";
import { isEnough } from "./enough.ts";
import { judge } from "./judge.ts";
import { measureOwnDelay } from "./own-delay.ts";
import { hardStopFor } from "./limits.ts";
import { pathOf } from "./path.ts";
import { PLAN } from "./plan.ts";
import { type AnyCheck, type RunEnd, runChecks } from "./scheduler.ts";

/** One check-up to make. */
export interface CheckupRequest {
  readonly target: Target;
  readonly references: References;
  readonly privateMode: boolean;
  readonly askVantage: boolean;
  readonly answers: Answers;
  readonly machine: Machine;
  readonly probes: Probes;
  /** Milliseconds until the hard stop; absent: the usual one. */
  readonly timeoutMs?: number | undefined;
  readonly onEvent?: (event: CheckupEvent) => void;
  /** Wall clock, ms since 1970; for tests. */
  readonly now?: () => number;
  /** The checks to make; absent: all. */
  readonly plan?: readonly AnyCheck[];
}

/** A check-up under way. */
export interface RunningCheckup {
  readonly id: string;
  /** Never rejects. */
  readonly done: Promise<Checkup>;
  /** Ends it now; `done` follows with what was seen so far. Harmless when it has ended. */
  cancel(): void;
}

/** Starts a check-up: runs the plan, tells what happens, judges what was seen. */
export function runCheckup(request: CheckupRequest): RunningCheckup {
  const id = newId();
  const cancel = new AbortController();
  return { id, done: run(request, id, cancel.signal), cancel: () => cancel.abort() };
}

async function run(request: CheckupRequest, id: string, cancel: AbortSignal): Promise<Checkup> {
  const { target, answers, references, privateMode, askVantage, machine, probes } = request;
  const emit = safely(request.onEvent);
  const startedAt = new Date((request.now ?? Date.now)()).toISOString();
  const started = performance.now();
  const plan = request.plan ?? PLAN;
  const planned = plan.map((check) => check.id);
  const contacts = new Contacts();
  const showPath = pathReporter(target, id, emit);
  // The caller gets the id before the first event.
  await Promise.resolve();
  emit({ kind: "started", id, planned });
  const ownDelay = measureOwnDelay();
  const end = await runChecks({
    checks: plan,
    context: { target, references, privateMode, askVantage, answers, machine, probes, contacts },
    hardStopMs: hardStopFor(request.timeoutMs),
    cancel,
    enough: (results, elapsedMs) => isEnough(planned, results, elapsedMs),
    onStart: (checkId, atMs) => emit({ kind: "check-started", id, checkId, atMs }),
    onEnd: (result, results) => {
      emit({ kind: "check-ended", id, result });
      showPath(results);
    },
  });
  const observations = observationsOf(request, end, ownDelay.stop());
  const checkup: Checkup = {
    id,
    startedAt,
    durationMs: Math.round(performance.now() - started),
    observations,
    judgement: judge(observations),
    requestsToSite: contacts.requests,
    outsideEndpoints: contacts.endpoints(),
  };
  emit({ kind: "path", id, path: checkup.judgement.path });
  emit({ kind: "ended", id, checkup });
  return checkup;
}

function observationsOf(
  { target, answers }: CheckupRequest,
  { results, stopped }: RunEnd,
  heldUpMs: number,
): Observations {
  return { target, answers, checks: results, stopped, heldUpMs };
}

/** Counts what was contacted. Each endpoint is named once. */
class Contacts {
  requests = 0;
  private readonly named = new Set<string>();

  siteRequest(): void {
    this.requests += 1;
  }

  outside(endpoint: string): void {
    this.named.add(endpoint);
  }

  endpoints(): readonly string[] {
    return [...this.named].toSorted();
  }
}

/** Tells the path picture whenever it changes. */
function pathReporter(
  target: Target,
  id: string,
  emit: (event: CheckupEvent) => void,
): (results: CheckResults) => void {
  let last = "";
  return (results) => {
    const path: readonly PathState[] = pathOf(results, target, null);
    const picture = JSON.stringify(path);
    if (picture === last) return;
    last = picture;
    emit({ kind: "path", id, path });
  };
}

/** A listener's fault must not end a check-up: it is the listener's to mend, and is told on the process as a warning. */
function safely(listener: CheckupRequest["onEvent"]): (event: CheckupEvent) => void {
  return (event) => {
    try {
      listener?.(event);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };
}

/** Letters and digits that cannot be mistaken for one another. */
const ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

function newId(): string {
  return Array.from({ length: 16 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)] ?? "2").join("");
}
