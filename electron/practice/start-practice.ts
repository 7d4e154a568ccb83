import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Answers } from "../../shared/model/answers.ts";
import type { Checkup, CheckupEvent } from "../../shared/model/checkup.ts";
import type { RepairId } from "../../shared/model/repair.ts";
import type { Target } from "../../shared/model/target.ts";
import { runCheckup } from "../engine/run-checkup.ts";
import { parseTarget } from "../engine/target.ts";
import { openGround } from "./ground.ts";
import { mended } from "./mended.ts";
import { findScenario } from "./scenarios.ts";

/** A practice check-up under way; the network goes down by itself when it is done. */
export interface RunningPractice {
  readonly id: string;
  readonly target: Target;
  readonly done: Promise<Checkup>;
  cancel(): void;
}

/** Starts the scenario's network on loopback and runs the real engine against it. */
export async function startPractice(order: {
  readonly scenarioId: string;
  /** Repairs that hold already; absent: none. */
  readonly applied?: readonly RepairId[];
  readonly answers: Answers;
  readonly timeoutMs: number | null;
  readonly onEvent: (event: CheckupEvent) => void;
}): Promise<Result<RunningPractice, "not-found">> {
  const found = findScenario(order.scenarioId);
  if (found === undefined) return fail("not-found");
  const scenario = mended(found, order.applied ?? []);
  const target = parseTarget(scenario.address);
  if (!target.ok) throw new Error(`practice scenario ${scenario.id} has a bad address`);
  const ground = await openGround(scenario);
  const running = runCheckup({
    ...ground,
    target: target.value,
    privateMode: false,
    askVantage: false,
    answers: { ...scenario.answers, ...order.answers },
    onEvent: order.onEvent,
    ...(order.timeoutMs === null ? {} : { timeoutMs: order.timeoutMs }),
  });
  return ok({
    id: running.id,
    target: target.value,
    done: running.done.finally(() => ground.close()),
    cancel: () => running.cancel(),
  });
}
