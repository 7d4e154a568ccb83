import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GuidedDesk } from "../../../../../electron/ipc/guided/desk.ts";
import { deedsOfCheckup, openGuidedStore } from "../../../../../electron/ipc/guided/store.ts";
import type { Ground } from "../../../../../electron/ipc/guided/ground.ts";
import type { World } from "../../../../../electron/ipc/guided/world.ts";
import type { RepairAction } from "../../../../../electron/repairs/action.ts";
import type { Checkup } from "../../../../../shared/model/checkup.ts";
import type { GuidedSession, GuidedSource, StepPhase } from "../../../../../shared/model/guided.ts";
import type { ActionEnd } from "../../../../../shared/model/repair-action.ts";
import type { RepairId } from "../../../../../shared/model/repair.ts";
import { repairDone } from "../../../../../shared/contract/report/deeds.ts";
import { planSteps } from "../../../../../electron/engine/repair-plan.ts";
import { judge } from "../../../../../electron/engine/judge.ts";
import { CASES } from "../../engine/judge-cases.ts";
import type { VerdictCode } from "../../../../../shared/model/verdict-code.ts";

const ADDRESS: GuidedSource = { kind: "address", privateMode: false, askVantage: false };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-guided-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function checkupOf(code: VerdictCode, id = `checkup-${code}`): Checkup {
  const { given } = CASES[code][0];
  const judgement = judge(given);
  return {
    id,
    startedAt: "2026-06-01T09:41:00.000Z",
    durationMs: 2_000,
    observations: given,
    judgement,
    requestsToSite: 3,
    outsideEndpoints: [],
  };
}

/** A computer whose check-ups turn out as told, one after the other; the last one stays. */
function worldOf(found: VerdictCode[], actions: readonly RepairAction[]): World {
  const nobody = (): never => {
    throw new Error("no quick look is expected here");
  };
  const ground: Ground & { close(): Promise<void> } = {
    probes: { systemLookup: nobody, dnsQuery: nobody, tcpConnect: nobody, tlsHandshake: nobody, httpRequest: nobody },
    machine: {
      os: "other",
      interfaces: nobody,
      defaultRoutes: nobody,
      resolvers: nobody,
      neighbour: nobody,
      proxies: nobody,
      hostsFile: nobody,
      ping: nobody,
    },
    recheck: async () => checkupOf((found.length > 1 ? found.shift() : found[0]) ?? "healthy"),
    close: async () => undefined,
  };
  return { action: async (id) => actions.find((one) => one.id === id) ?? null, ground: async () => ground };
}

/** A repair with one choice that ends as told. */
function action(id: RepairId, end: ActionEnd | (() => Promise<ActionEnd>), undone: string[] = []): RepairAction {
  return {
    id,
    offer: async () => ({
      repair: id,
      choices: [
        {
          id: "only",
          label: "",
          facts: [],
          steps: [],
          mode: "auto",
          needsAdmin: false,
          undoable: true,
          seconds: 1,
          blockedBy: null,
        },
      ],
    }),
    apply: async () => (typeof end === "function" ? end() : end),
    undo: async (undoId) => {
      undone.push(undoId);
      return { kind: "undone" };
    },
  };
}

const DONE: ActionEnd = { kind: "done", undoId: "undo-1", facts: [] };

interface Open {
  readonly desk: GuidedDesk;
  readonly until: (phase: StepPhase) => Promise<GuidedSession>;
  readonly errors: unknown[];
}

async function open(code: VerdictCode, world: World, start = true): Promise<Open> {
  const errors: unknown[] = [];
  const checkup = checkupOf(code);
  let clock = 0;
  const desk = new GuidedDesk({
    store: openGuidedStore(folder),
    finished: (id) => (id === checkup.id ? { checkup, source: ADDRESS } : null),
    openWorld: async () => world,
    emit: () => undefined,
    settle: async () => undefined,
    report: (error) => errors.push(error),
    now: () => new Date(Date.UTC(2026, 5, 1, 9, 42, (clock += 1))),
  });
  if (start) await desk.start(checkup.id, null);
  const until = async (phase: StepPhase): Promise<GuidedSession> => {
    for (;;) {
      const session = desk.current()?.session;
      if (session?.steps[session.at]?.phase === phase && !desk.isBusy()) return session;
      // The desk goes on by itself; waiting for it is the point.
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { desk, until, errors };
}

const NOBODY: Pick<GuidedSession, "steps" | "at"> = { steps: [], at: 0 };
const stepOf = ({ steps, at }: Pick<GuidedSession, "steps" | "at">) => steps[at];

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

describe("a step that the person does", () => {
  /** A repair that waits until it sees the person do it, or is stopped. */
  function watching(id: RepairId): RepairAction {
    const plain = action(id, DONE);
    return {
      ...plain,
      offer: async (context, signal) => {
        const offer = await plain.offer(context, signal);
        return offer === null
          ? null
          : { ...offer, choices: offer.choices.map((choice) => ({ ...choice, mode: "guided" as const })) };
      },
      apply: (_context, _choice, signal) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () =>
            resolve({ kind: "refused", code: "cancelled", detail: "", changed: "nothing" }),
          );
        }),
    };
  }

  it("is believed when they say it is done, though the program did not see it", async () => {
    const world = worldOf(["router-unreachable", "healthy"], [watching("restart-network")]);
    const { desk, until } = await open("router-unreachable", world);
    desk.begin("only");
    while (stepOf(desk.current()?.session ?? NOBODY)?.phase !== "working") {
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(desk.done(null)).toBe(true);
    expect(stepOf(await until("judged"))?.comparison?.outcome).toBe("fixed");
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
    const guided = action("restart-network", { kind: "opened" });
    const first = await open("router-unreachable", worldOf(["router-unreachable"], [guided]));
    first.desk.begin("only");
    const before = stepOf(await first.until("guiding"))?.before;
    expect(before).not.toBeNull();
    const second = await open("router-unreachable", worldOf(["healthy"], [guided]), false);
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
