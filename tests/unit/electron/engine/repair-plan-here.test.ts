import { describe, expect, it } from "vitest";
import { judge } from "../../../../electron/engine/judge.ts";
import { planSteps } from "../../../../electron/engine/repair-plan.ts";
import { REPAIRS_FOR } from "../../../../electron/engine/rules/repairs-for.ts";
import { isOwnComputer, repairsHere } from "../../../../electron/engine/rules/repairs-here.ts";
import type { Observations } from "../../../../shared/model/checkup.ts";
import { SITE_SIDES } from "../../../../shared/model/fault-side.ts";
import type { RepairId } from "../../../../shared/model/repair.ts";
import { VERDICT_CODES } from "../../../../shared/model/verdict-code.ts";
import { connect, failing, onLoopback } from "./build-observations.ts";

const ELSEWHERE: readonly RepairId[] = ["watch", "retry-politely", "contact-site", "contact-provider", "other-device"];

function planOf(given: Observations) {
  const { verdict } = judge(given);
  const { mine, steps } = planSteps(given, verdict);
  return { code: verdict.code, side: verdict.faultSide, mine, ids: steps.map(({ id }) => id) };
}

describe("the plan for an address of this very computer", () => {
  it("starts the program or checks the port where nothing listens", () => {
    expect(planOf(onLoopback({ tcp: { connects: [connect("127.0.0.1", "refused", 8080)] } }))).toEqual({
      code: "site-refused",
      side: "site-origin",
      mine: true,
      ids: ["start-program", "check-port", "owner"],
    });
  });

  it("looks at the firewall first where nothing comes back", () => {
    const { code, mine, ids } = planOf(onLoopback({ tcp: { connects: [connect("127.0.0.1", "timeout", 8080)] } }));
    expect([code, mine, ids]).toEqual([
      "site-unreachable",
      true,
      ["security-software", "start-program", "check-port", "owner"],
    ]);
  });

  it.each([502, 503, 500, 504, 418])("looks at the program that answers %i", (status) => {
    const { mine, ids } = planOf(onLoopback(failing({ status })));
    expect([mine, ids]).toEqual([true, ["own-program", "owner"]]);
  });

  it("checks the address of a page that is not there, then the program", () => {
    const { mine, ids } = planOf(onLoopback(failing({ status: 404 })));
    expect([mine, ids]).toEqual([true, ["check-address", "own-program", "owner"]]);
  });

  it.each(VERDICT_CODES)("never waits for, nor writes to, somebody elsewhere: %s", (code) => {
    for (const faultSide of SITE_SIDES) {
      for (const values of [{}, { context: "here" }, { context: "silent" }]) {
        const ids = repairsHere({ code, faultSide, values }, REPAIRS_FOR[code]).map(([id]) => id);
        expect(ids.filter((id) => ELSEWHERE.includes(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });

  it("takes no proxy on this computer for the site", () => {
    expect(isOwnComputer({ kind: "name" }, { faultSide: "proxy", values: { context: "here" } })).toBe(false);
    expect(isOwnComputer({ kind: "name" }, { faultSide: "site-origin", values: { context: "here" } })).toBe(true);
  });
});
