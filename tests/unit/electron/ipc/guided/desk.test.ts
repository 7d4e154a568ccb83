import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deedsOfCheckup, openGuidedStore } from "../../../../../electron/ipc/guided/store.ts";
import type { World } from "../../../../../electron/ipc/guided/world.ts";
import type { ActionContext } from "../../../../../electron/repairs/action.ts";
import type { ActionEnd } from "../../../../../shared/model/repair-action.ts";
import { repairDone } from "../../../../../shared/contract/report/deeds.ts";
import { planSteps } from "../../../../../electron/engine/repair-plan.ts";
import type { VerdictCode } from "../../../../../shared/model/verdict-code.ts";
import { action, checkupOf, DONE, NOBODY, open as openIn, stepOf, worldOf } from "./desk-world.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-guided-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = (code: VerdictCode, world: World, start = true) => openIn(folder, code, world, start);

describe("a guided session", () => {
  it("knows only check-ups that have ended here", async () => {
    const { desk } = await open("no-link", worldOf([], []), false);
    expect(await desk.start("nobody", null)).toEqual({ ok: false, error: "not-found" });
  });

  it("begins with the plan of its verdict and the offer of its first step", async () => {
    const { desk } = await open("no-address", worldOf([], [action("renew-address", DONE)]));
    const session = desk.current()?.session;
    const { observations, judgement } = checkupOf("no-address");
    expect(session?.steps.map(({ plan }) => plan.id)).toEqual(
      planSteps(observations, judgement.verdict).steps.map(({ id }) => id),
    );
    expect(session?.steps[0]).toMatchObject({ phase: "offered", offer: { repair: "renew-address" } });
  });

  it("looks, does, looks again, and claims a fix only with a fault that stood still before", async () => {
    const { desk, until } = await open(
      "no-address",
      worldOf(["no-address", "healthy"], [action("renew-address", DONE)]),
    );
    expect(desk.begin("only")).toBe(true);
    const session = await until("judged");
    expect(stepOf(session)?.comparison).toMatchObject({
      outcome: "fixed",
      worksNow: true,
      before: { target: { seen: "no-address" }, control: { seen: "no-address" } },
    });
    // Nothing else is left to do.
    expect(session.steps).toHaveLength(1);
    await desk.move("next");
    expect(desk.current()?.session.place).toBe("end");
  });

  it("does nothing where it works already, and takes no credit", async () => {
    let applied = 0;
    const renew = action("renew-address", async () => {
      applied += 1;
      return DONE;
    });
    const { desk, until } = await open("no-address", worldOf(["healthy"], [renew]));
    desk.begin("only");
    const session = await until("judged");
    expect([stepOf(session)?.comparison?.outcome, applied]).toEqual(["recovered-by-itself", 0]);
  });

  it("goes on with the next step when one did not help", async () => {
    const { desk, until } = await open("no-address", worldOf(["no-address"], [action("renew-address", DONE)]));
    desk.begin("only");
    const session = await until("judged");
    expect(stepOf(session)?.comparison?.outcome).toBe("unchanged");
    await desk.move("next");
    const next = desk.current()?.session;
    expect(next?.steps[next.at]?.plan.id).toBe("restart-network");
  });

  it("is about the fault behind it once a nearer one is gone", async () => {
    const world = worldOf(["no-address", "gateway-error"], [action("renew-address", DONE)]);
    const { desk, until } = await open("no-address", world);
    desk.begin("only");
    const session = await until("judged");
    expect(stepOf(session)).toMatchObject({ comparison: { outcome: "improved" }, verdictAfter: "gateway-error" });
    expect(session.verdict.code).toBe("gateway-error");
    expect(session.mine).toBe(false);
    expect(session.steps.map(({ plan }) => plan.id)).toEqual([
      "renew-address",
      "retry-politely",
      "watch",
      "contact-site",
      "owner",
    ]);
  });

  it("takes a change back, and is open for the rest of the plan again", async () => {
    const undone: string[] = [];
    const world = worldOf(["no-address", "healthy"], [action("renew-address", DONE, undone)]);
    const { desk, until } = await open("no-address", world);
    desk.begin("only");
    await until("judged");
    expect(await desk.decide(false)).toBe(true);
    const session = await until("judged");
    expect([undone, stepOf(session)?.decision]).toEqual([["undo-1"], "undone"]);
    expect(session.steps.map(({ plan }) => plan.id)).toContain("restart-network");
    expect(await desk.decide(false)).toBe(false);
  });

  it("says so when a step was refused, and compares nothing", async () => {
    const refused: ActionEnd = { kind: "refused", code: "not-permitted", detail: "", changed: "nothing" };
    const { desk, until } = await open("no-address", worldOf(["no-address"], [action("renew-address", refused)]));
    desk.begin("only");
    expect(stepOf(await until("judged"))).toMatchObject({ comparison: null, end: refused });
  });

  it("is open for another try when the step breaks", async () => {
    const broken = action("renew-address", async () => {
      throw new Error("broken");
    });
    const { desk, until, errors } = await open("no-address", worldOf(["no-address"], [broken]));
    desk.begin("only");
    expect(stepOf(await until("guiding"))?.end).toMatchObject({ kind: "refused", changed: "maybe" });
    expect(errors).toHaveLength(1);
  });

  it("judges anew what only the person can see", async () => {
    const { desk, until } = await open("browser-only", worldOf([], []));
    desk.begin("");
    await until("guiding");
    expect(desk.done("yes")).toBe(true);
    const session = desk.current()?.session;
    expect(session?.verdict.code).toBe("session-bound");
    expect(session?.steps[1]?.plan.id).toBe("clear-site-cookies");
  });

  it("does one thing at a time, and stops on demand", async () => {
    const slow = action(
      "renew-address",
      () =>
        new Promise((resolve) =>
          setTimeout(() => resolve({ kind: "refused", code: "cancelled", detail: "", changed: "nothing" }), 30),
        ),
    );
    const { desk, until } = await open("no-address", worldOf(["no-address"], [slow]));
    expect(desk.begin("only")).toBe(true);
    expect([desk.begin("only"), await desk.move("next"), await desk.decide(true)]).toEqual([false, false, false]);
    expect(desk.stop()).toBe(true);
    await until("offered");
    expect(desk.stop()).toBe(false);
  });
});

describe("a search of several questions", () => {
  it("keeps what it learnt over a new start of the program", async () => {
    const seen: unknown[] = [];
    const plain = action("private-window", { kind: "done", undoId: null, facts: [] });
    const search = {
      ...plain,
      offer: async (context: ActionContext, signal: AbortSignal) => {
        seen.push(context.memory?.read());
        return plain.offer(context, signal);
      },
      apply: async (context: ActionContext): Promise<ActionEnd> => {
        context.memory?.keep({ suspects: ["b"] });
        return { kind: "done", undoId: null, facts: [] };
      },
    };
    const first = await open("browser-only", worldOf([], [search]));
    first.desk.begin("only");
    await first.until("offered");
    const second = await open("browser-only", worldOf([], [search]), false);
    await second.desk.move("again");
    expect(seen).toEqual([null, { suspects: ["b"] }, { suspects: ["b"] }]);
  });

  it("hears of a change that was taken back on the screen of all changes", async () => {
    const { desk, until } = await open(
      "no-address",
      worldOf(["no-address", "healthy"], [action("renew-address", DONE)]),
    );
    desk.begin("only");
    await until("judged");
    desk.noteChange("undo-1", "undone");
    const session = desk.current()?.session ?? NOBODY;
    expect(stepOf(session)?.decision).toBe("undone");
    expect(session.steps.map(({ plan }) => plan.id)).toContain("restart-network");
  });

  it("goes on searching where an answer leads to another question", async () => {
    const facts = [{ key: "another half", values: {} }];
    const search = action("private-window", { kind: "done", undoId: null, facts });
    const { desk, until } = await open("browser-only", worldOf([], [search]));
    desk.begin("only");
    const session = await until("offered");
    expect(stepOf(session)).toMatchObject({ end: { kind: "done", facts }, offer: { repair: "private-window" } });
  });
});

describe("a session that outlives the program", () => {
  it("is where it was, with the same before", async () => {
    const guided = action("reconnect", { kind: "opened" });
    const first = await open("no-link", worldOf(["no-link"], [guided]));
    first.desk.begin("only");
    const before = stepOf(await first.until("guiding"))?.before;
    expect(before).not.toBeNull();
    const second = await open("no-link", worldOf(["healthy"], [guided]), false);
    const resumed = second.desk.current()?.session;
    expect(resumed?.steps[resumed.at]).toMatchObject({ phase: "guiding", before });
    second.desk.done(null);
    expect(stepOf(await second.until("judged"))?.comparison?.outcome).toBe("fixed");
  });

  it("does not know whether an interrupted step was done, and looks", async () => {
    const never = action("renew-address", () => new Promise(() => undefined));
    const { desk } = await open("no-address", worldOf(["no-address"], [never]));
    desk.begin("only");
    while (stepOf(desk.current()?.session ?? NOBODY)?.phase !== "working") {
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setImmediate(resolve));
    }
    const second = await open("no-address", worldOf(["no-address"], []), false);
    const resumed = second.desk.current()?.session;
    expect(resumed?.steps[0]).toMatchObject({ phase: "guiding", end: { kind: "refused", changed: "maybe" } });
  });

  it("is gone when the file is damaged, and nothing breaks", async () => {
    await open("no-address", worldOf([], []));
    writeFileSync(join(folder, "guided.json"), readFileSync(join(folder, "guided.json"), "utf8").slice(0, 200));
    const { desk, errors } = await open("no-address", worldOf([], []), false);
    expect([desk.current(), errors]).toEqual([null, []]);
  });
});

describe("what was tried", () => {
  it("stays on record for its check-up after the session has ended, in the report's form", async () => {
    const { desk, until } = await open(
      "no-address",
      worldOf(["no-address", "healthy"], [action("renew-address", DONE)]),
    );
    desk.begin("only");
    await until("judged");
    await desk.decide(true);
    desk.end();
    expect(openGuidedStore(folder).load()).toBeNull();
    const deeds = deedsOfCheckup(folder, "checkup-no-address");
    expect(deeds).toMatchObject([{ repair: "renew-address", outcome: "kept", comparison: { outcome: "fixed" } }]);
    expect(deeds.every((deed) => repairDone.safeParse(deed).success)).toBe(true);
    expect(deedsOfCheckup(folder, "another")).toEqual([]);
  });

  it("has nothing of steps that were only shown or left out", async () => {
    const { desk } = await open("no-address", worldOf([], []));
    await desk.move("skip");
    desk.end();
    expect(deedsOfCheckup(folder, "checkup-no-address")).toEqual([]);
  });
});
