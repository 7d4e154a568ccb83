import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GuidedDesk } from "../../../../../electron/ipc/guided/desk.ts";
import type { World } from "../../../../../electron/ipc/guided/world.ts";
import type { RepairAction } from "../../../../../electron/repairs/action.ts";
import { beginRestart } from "../../../../../electron/repairs/restart-network/machine.ts";
import type { RepairId } from "../../../../../shared/model/repair.ts";
import type { VerdictCode } from "../../../../../shared/model/verdict-code.ts";
import { action, NOBODY, type Open, open as openIn, stepOf, worldOf } from "./desk-world.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gg-guided-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = (code: VerdictCode, world: World, start = true) => openIn(folder, code, world, start);

/** One that goes and comes back as soon as the plug is out. */
const restarted: World["watchRestart"] = async (_target, who) => {
  const waiting = who.kept ?? { ...beginRestart(0), phase: "waiting-for-gap" as const };
  who.onLook(waiting);
  // Polled by the turn, as looks are.
  // oxlint-disable-next-line no-await-in-loop
  while (!who.pulled()) await new Promise((resolve) => setImmediate(resolve));
  const back = { ...waiting, phase: "back" as const, pulledMs: 1, routerGap: { fromMs: 1, toMs: 74_001, looks: 30 } };
  who.onLook(back);
  return back;
};

describe("a restart of the network, done by the person", () => {
  /** A repair that only the person can do. */
  function byHand(id: RepairId): RepairAction {
    const plain = action(id, { kind: "opened" });
    return {
      ...plain,
      offer: async (context, signal) => {
        const offer = await plain.offer(context, signal);
        return offer === null
          ? null
          : { ...offer, choices: offer.choices.map((choice) => ({ ...choice, mode: "guided" as const })) };
      },
    };
  }

  /** Begins a restart of the network, up to the picture of it. */
  async function restarting(found: VerdictCode[], watch?: World["watchRestart"]): Promise<Open> {
    const opened = await open("router-unreachable", worldOf(found, [byHand("restart-network")], watch));
    opened.desk.begin("only");
    await seen(opened.desk);
    return opened;
  }

  async function seen(desk: GuidedDesk): Promise<void> {
    const isSeen = (): boolean => {
      const step = stepOf(desk.current()?.session ?? NOBODY);
      return step?.phase === "working" && step.restart?.phase === "waiting-for-gap";
    };
    while (!isSeen()) {
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it("is believed when they say it is done, though the program did not see it", async () => {
    const { desk, until } = await restarting(["router-unreachable", "healthy"]);
    expect(desk.done(null)).toBe(true);
    expect(stepOf(await until("judged"))?.comparison?.outcome).toBe("fixed");
  });

  it("looks again by itself once the network was seen going and coming back, and keeps what it saw", async () => {
    const { desk, until } = await restarting(["router-unreachable", "healthy"], restarted);
    expect([desk.pulled(), desk.pulled()]).toEqual([true, false]);
    const step = stepOf(await until("judged"));
    expect(step).toMatchObject({ comparison: { outcome: "fixed" }, restart: { phase: "back" } });
    expect(desk.pulled()).toBe(false);
  });

  it("says that nothing was restarted where nothing went away, and compares nothing", async () => {
    const nothing: World["watchRestart"] = async (...given) => ({
      ...(await restarted(...given)),
      phase: "no-gap" as const,
      routerGap: null,
    });
    const { desk, until } = await restarting(["router-unreachable"], nothing);
    desk.pulled();
    expect(stepOf(await until("judged"))).toMatchObject({
      comparison: null,
      end: { kind: "refused", code: "not-effective", changed: "nothing" },
      restart: { phase: "no-gap" },
    });
  });

  it("can be begun again when it is stopped before the plug is out, and is the person's turn after that", async () => {
    const first = await restarting(["router-unreachable"]);
    first.desk.stop();
    expect(stepOf(await first.until("offered"))?.end).toBeNull();
    first.desk.begin("only");
    await seen(first.desk);
    first.desk.pulled();
    first.desk.stop();
    expect(stepOf(await first.until("guiding"))).toMatchObject({ end: { kind: "opened" } });
  });

  it("watches the same restart further after the program was started again", async () => {
    const first = await restarting(["router-unreachable"]);
    first.desk.pulled();
    const second = await open(
      "router-unreachable",
      worldOf(["healthy"], [byHand("restart-network")], restarted),
      false,
    );
    expect(stepOf(second.desk.current()?.session ?? NOBODY)).toMatchObject({
      phase: "working",
      restart: { phase: "waiting-for-gap", pulledMs: 0 },
    });
    await second.desk.resume();
    expect(stepOf(await second.until("judged"))).toMatchObject({
      comparison: { outcome: "fixed" },
      restart: { phase: "back" },
    });
  });
});
