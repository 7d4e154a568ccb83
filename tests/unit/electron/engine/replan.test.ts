import { describe, expect, it } from "vitest";
import { planSteps } from "../../../../electron/engine/repair-plan.ts";
import { judge } from "../../../../electron/engine/judge.ts";
import { replan } from "../../../../electron/engine/replan.ts";
import type { RepairPlan, StepOutcome } from "../../../../shared/model/guided.ts";
import type { RepairId } from "../../../../shared/model/repair.ts";
import type { VerdictCode } from "../../../../shared/model/verdict-code.ts";
import { CASES } from "./judge-cases.ts";

function planOf(code: VerdictCode): RepairPlan {
  const { given } = CASES[code][0];
  return planSteps(given, judge(given).verdict);
}

function after(code: VerdictCode, ...outcomes: readonly StepOutcome[]): readonly RepairId[] {
  return replan(planOf(code), outcomes).steps.map(({ id }) => id);
}

describe("the rest of a plan", () => {
  it("is the plan itself while nothing was tried", () => {
    expect(replan(planOf("browser-only"), [])).toEqual(planOf("browser-only"));
  });

  it("has nothing left once the page works, however that came", () => {
    expect(after("proxy-unreachable", { step: "proxy-off", result: "fixed" })).toEqual([]);
    expect(after("gateway-error", { step: "retry-politely", result: "recovered-by-itself" })).toEqual([]);
  });

  it("goes for cookies and extensions when a private window works, and not for another browser", () => {
    const rest = after("browser-only", { step: "private-window", result: "yes" });
    expect(rest.slice(0, 3)).toEqual(["clear-site-cookies", "no-extensions", "clear-browser-cache"]);
    expect(rest).not.toContain("other-browser");
  });

  it("leaves cookies, cache and extensions out when a private window fails, too", () => {
    const rest = after("browser-only", { step: "private-window", result: "no" });
    expect(rest[0]).toBe("other-browser");
    for (const id of ["clear-site-cookies", "clear-browser-cache", "no-extensions", "safe-mode"]) {
      expect(rest).not.toContain(id);
    }
  });

  it("switches after a flush without effect, and does not flush once more", () => {
    const rest = after("resolver-stale", { step: "flush-dns", result: "unchanged" });
    expect(rest[0]).toBe("switch-dns");
    expect(rest).not.toContain("one-click-dns");
  });

  it("stops blaming the site when another device reaches it, and leaves this computer in peace when it does not", () => {
    expect(after("site-unreachable", { step: "other-device", result: "yes" })).not.toContain("contact-site");
    expect(after("site-unreachable", { step: "other-device", result: "no" }).slice(0, 2)).toEqual([
      "watch",
      "contact-site",
    ]);
  });

  it("learns nothing from a step that was left out or could not be told", () => {
    const all = planOf("browser-only").steps.map(({ id }) => id);
    const rest = all.filter((id) => id !== "private-window");
    expect(after("browser-only", { step: "private-window", result: "skipped" })).toEqual(rest);
    expect(after("browser-only", { step: "private-window", result: "not-here" })).toEqual(rest);
  });

  it("lets the later outcome weigh more, and adds nothing that the plan never had", () => {
    const rest = after(
      "browser-only",
      { step: "private-window", result: "no" },
      { step: "other-browser", result: "yes" },
    );
    expect(rest[0]).toBe("new-session");
    const all = new Set(planOf("browser-only").steps.map(({ id }) => id));
    expect(rest.every((id) => all.has(id))).toBe(true);
  });
});
