import type { Checkup, CheckupEvent } from "../../../shared/model/checkup.ts";
import { fail, ok } from "../../../shared/lib/result.ts";
import type { References } from "../../../shared/model/references.ts";
import type { CheckupManner } from "../../report/kept/keep-checkup.ts";
import type { Handler } from "../answer.ts";
import type { Desk, RunningCheckup } from "../desk.ts";
import type { FinishedCheckups } from "../guided/finished.ts";
import { referencesFrom } from "./references.ts";

/** What the check-up calls need. */
export interface CheckupParts {
  readonly desk: Desk;
  readonly onEvent: (event: CheckupEvent) => void;
  /** Hears of every check-up that has ended, after the window did. */
  readonly onFinished?: (checkup: Checkup, manner: CheckupManner) => void;
  readonly finished: FinishedCheckups;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `target.parse`: what the field's text would check; the error code says why it cannot be checked. */
export function targetHandler(): Handler<"target.parse"> {
  return async ({ input }) => (await import("../../engine/target.ts")).parseTarget(input);
}

/** `checkup.start`: one real check-up; its progress comes as events. */
export function checkupStartHandler(parts: CheckupParts): Handler<"checkup.start"> {
  const { desk, onEvent, onFinished, finished, env } = parts;
  return async ({ input, privateMode, askVantage, answers }) => {
    // The engine is loaded with the first check-up: the window must be painted before.
    const { parseTarget } = await import("../../engine/target.ts");
    const references = await referencesFrom(env);
    const address = input ?? surePage(references);
    if (address === null) return fail("not-found");
    const parsed = parseTarget(address);
    if (!parsed.ok) return parsed;
    const target = ok(input === null ? { ...parsed.value, anyPage: true as const } : parsed.value);
    const { startLiveCheckup } = await import("../../engine/live-checkup.ts");
    const started = await desk.start(async () => {
      const running = startLiveCheckup({
        target: target.value,
        references,
        privateMode,
        askVantage,
        answers,
        timeoutMs: null,
        onEvent: hearing(onEvent, finished),
      });
      tellWhenDone(running.done, { practice: false, privateMode }, onFinished);
      return ok({ ...running, target: target.value });
    });
    if (started.ok) finished.began(started.value.id, { kind: "address", privateMode, askVantage });
    return started;
  };
}

/** Hears every event for the window, and remembers the ends for what comes after a check-up. */
export function hearing(onEvent: CheckupParts["onEvent"], finished: FinishedCheckups): CheckupParts["onEvent"] {
  return (event) => {
    finished.note(event);
    onEvent(event);
  };
}

/** Passes a check-up on once it has ended. One that breaks is heard of by the desk. */
export function tellWhenDone(
  done: RunningCheckup["done"],
  manner: CheckupManner,
  tell: CheckupParts["onFinished"],
): void {
  void done.then(
    (checkup) => tell?.(checkup, manner),
    () => undefined,
  );
}

/** A page that surely exists, for a person to whom nothing loads; null when the references name none. */
function surePage({ stableName }: References): string | null {
  return stableName === null ? null : `https://${stableName}/`;
}

/** `checkup.cancel`: stops the check-up of this id; false when it is not running (any more). */
export function checkupCancelHandler({ desk }: CheckupParts): Handler<"checkup.cancel"> {
  return async ({ id }) => ok({ cancelled: desk.cancel(id) });
}
