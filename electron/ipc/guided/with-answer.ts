import type { Checkup } from "../../../shared/model/checkup.ts";
import type { SeenAnswer } from "../../../shared/model/guided.ts";
import type { RepairId } from "../../../shared/model/repair.ts";
import { judge } from "../../engine/judge.ts";
import { STEP_NATURE } from "../../engine/rules/step-nature.ts";

/** The check-up judged with what the person saw; the same where that tells nothing. */
export function withAnswer(checkup: Checkup, step: RepairId, answer: SeenAnswer): Checkup {
  const key = STEP_NATURE[step].answers;
  if (key === undefined || answer === "unsure") return checkup;
  const { observations } = checkup;
  const told = { ...observations, answers: { ...observations.answers, [key]: answer } };
  return { ...checkup, observations: told, judgement: judge(told) };
}
