import { runCheckup } from "../../engine/run-checkup.ts";
import { openGround } from "../../practice/ground.ts";
import { mended } from "../../practice/mended.ts";
import { practiceAction, type Practised } from "../../practice/practice-actions.ts";
import { practiceRestart } from "../../practice/practice-restart.ts";
import type { PracticeScenario } from "../../practice/scenario.ts";
import { untilDone, type World } from "./world.ts";

/** The practice computer: its network starts for each look, as the repairs that hold now have left it. */
export function practiceWorld(scenario: PracticeScenario, practised: Practised): World {
  return {
    action: async (id) => practiceAction(scenario, id, practised),
    ground: async ({ target, answers }) => {
      const ground = await openGround(mended(scenario, practised.list()));
      return {
        ...ground,
        recheck: (signal) =>
          untilDone(runCheckup({ ...ground, target, answers, privateMode: false, askVantage: false }), signal),
      };
    },
    watchRestart: async (target, who, signal) => {
      const state = await practiceRestart(mended(scenario, practised.list()), target, who, signal);
      const others = practised.list().filter((id) => id !== "restart-network");
      if (who.pulled()) practised.set([...others, "restart-network"]);
      return state;
    },
  };
}
