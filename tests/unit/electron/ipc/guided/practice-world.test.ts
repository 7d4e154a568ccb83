import { expect, it } from "vitest";
import { practiceWorld } from "../../../../../electron/ipc/guided/practice-world.ts";
import { parseTarget } from "../../../../../electron/engine/target.ts";
import { findScenario } from "../../../../../electron/practice/scenarios.ts";
import { proofOf } from "../../../../../shared/lib/restart-facts.ts";
import type { RepairId } from "../../../../../shared/model/repair.ts";

it("believes nobody that the wrong plug was a restart, and sees the right one", { timeout: 120_000 }, async () => {
  const scenario = findScenario("wrong-plug")!;
  const parsed = parseTarget(scenario.address);
  if (!parsed.ok) throw new Error(parsed.error);
  let applied: readonly RepairId[] = [];
  const world = practiceWorld(scenario, {
    list: () => applied,
    set: (ids) => {
      applied = ids;
    },
  });
  const restart = () => {
    let looks = 0;
    // Pulled once the first look has seen how things were.
    const who = { kept: null, pulled: () => looks > 1, onLook: () => void (looks += 1) };
    return world.watchRestart(parsed.value, who, new AbortController().signal);
  };

  const first = await restart();
  expect(first).toMatchObject({ phase: "no-gap", routerGap: null, modemGap: null });
  expect(first.pulledMs).not.toBeNull();
  // Nothing was restarted, so the practice network is as broken as before.
  expect(applied).toEqual([]);

  const second = await restart();
  expect(second.phase).toBe("back");
  expect(proofOf(second).kind).toBe("gap");
  expect(applied).toEqual(["restart-network"]);
});
