import { runCheckup } from "../../engine/run-checkup.ts";
import { openGround } from "../../practice/ground.ts";
import { mended } from "../../practice/mended.ts";
import { practiceAction, type Practised } from "../../practice/practice-actions.ts";
import { practiceRestart } from "../../practice/practice-restart.ts";
import type { PracticeScenario } from "../../practice/scenario.ts";
import { untilDone, type World } from "./world.ts";

/** The practice computer: its network starts for each look, as the repairs that hold now have left it. */
export function practiceWorld(scenario: PracticeScenario, practised: Practised): World {
  let wrongPlug = scenario.wrongPlugFirst ?? false;
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
      const network = { scenario: mended(scenario, practised.list()), wrongPlug };
      const state = await practiceRestart(network, target, who, signal);
      if (!who.pulled()) return state;
      const others = practised.list().filter((id) => id !== "restart-network");
      if (!wrongPlug) practised.set([...others, "restart-network"]);
      wrongPlug = false;
      return state;
    },
  };
}
