import { ok } from "../../../shared/lib/result.ts";
import { ENGLISH } from "../../../shared/text/english.ts";
import { createTranslator } from "../../../shared/text/translator.ts";
import type { Handler } from "../answer.ts";
import { hearing, tellWhenDone, type CheckupParts } from "./checkup.ts";

/** `practice.list`: the faults of the practice network. */
export function practiceListHandler(): Handler<"practice.list"> {
  return async () => {
    const { PRACTICE_SCENARIOS } = await import("../../practice/scenarios.ts");
    const t = createTranslator("en", { en: ENGLISH });
    return ok(
      PRACTICE_SCENARIOS.map(({ id, address }) => ({
        id,
        address,
        title: t(`practice.${id}.title`),
        description: t(`practice.${id}.description`),
      })),
    );
  };
}

/** `practice.start`: a check-up of a practice fault; `not-found` when there is none of this id. */
export function practiceStartHandler(parts: CheckupParts): Handler<"practice.start"> {
  const { desk, onEvent, onFinished, finished } = parts;
  return async ({ scenarioId, answers }) => {
    const { startPractice } = await import("../../practice/start-practice.ts");
    const order = { scenarioId, answers, timeoutMs: null, onEvent: hearing(onEvent, finished) };
    const started = await desk.start(async () => {
      const begun = await startPractice(order);
      if (begun.ok) tellWhenDone(begun.value.done, { practice: true, privateMode: false }, onFinished);
      return begun;
    });
    if (started.ok) finished.began(started.value.id, { kind: "practice", scenarioId });
    return started;
  };
}
