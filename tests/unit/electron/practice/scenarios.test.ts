import { describe, expect, it } from "vitest";
import { PRACTICE_SCENARIOS } from "../../../../electron/practice/scenarios.ts";
import { startPractice } from "../../../../electron/practice/start-practice.ts";
import { ENGLISH } from "../../../../shared/text/english.ts";
import { createTranslator } from "../../../../shared/text/translator.ts";

const t = createTranslator("en", { en: ENGLISH });

describe("the practice network", () => {
  it("has at least 12 faults, each with a title and a description", () => {
    expect(PRACTICE_SCENARIOS.length).toBeGreaterThanOrEqual(12);
    expect(new Set(PRACTICE_SCENARIOS.map(({ id }) => id)).size).toBe(PRACTICE_SCENARIOS.length);
    const missing = PRACTICE_SCENARIOS.flatMap(({ id }) =>
      [`practice.${id}.title`, `practice.${id}.description`].filter((key) => !t.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it("does not know a scenario that it does not have", async () => {
    const order = { scenarioId: "no-such", answers: {}, timeoutMs: null, onEvent: () => undefined };
    expect(await startPractice(order)).toEqual({ ok: false, error: "not-found" });
  });

  it.concurrent.each(PRACTICE_SCENARIOS)(
    "$id is judged $expected.code ($expected.side) by the real engine",
    { timeout: 60_000 },
    async (scenario) => {
      const started = await startPractice({
        scenarioId: scenario.id,
        answers: {},
        timeoutMs: null,
        onEvent: () => undefined,
      });
      if (!started.ok) throw new Error(started.error);
      const { verdict } = (await started.value.done).judgement;
      expect({ code: verdict.code, side: verdict.faultSide }).toEqual(scenario.expected);
      expect(verdict.evidence.length).toBeGreaterThan(0);
    },
  );

  it("ends at once when cancelled, and its servers go with it", { timeout: 60_000 }, async () => {
    const scenarioId = "site-silent";
    const started = await startPractice({ scenarioId, answers: {}, timeoutMs: null, onEvent: () => undefined });
    if (!started.ok) throw new Error(started.error);
    started.value.cancel();
    expect((await started.value.done).observations.stopped).toBe("cancelled");
  });
});
