import { GuidedDesk } from "../../../../../electron/ipc/guided/desk.ts";
import { openGuidedStore } from "../../../../../electron/ipc/guided/store.ts";
import type { Ground } from "../../../../../electron/ipc/guided/ground.ts";
import type { World } from "../../../../../electron/ipc/guided/world.ts";
import { judge } from "../../../../../electron/engine/judge.ts";
import type { RepairAction } from "../../../../../electron/repairs/action.ts";
import { beginRestart } from "../../../../../electron/repairs/restart-network/machine.ts";
import type { Checkup } from "../../../../../shared/model/checkup.ts";
import type { GuidedSession, GuidedSource, StepPhase } from "../../../../../shared/model/guided.ts";
import type { ActionEnd } from "../../../../../shared/model/repair-action.ts";
import type { RepairId } from "../../../../../shared/model/repair.ts";
import type { VerdictCode } from "../../../../../shared/model/verdict-code.ts";
import { CASES } from "../../engine/judge-cases.ts";

const ADDRESS: GuidedSource = { kind: "address", privateMode: false, askVantage: false };

export function checkupOf(code: VerdictCode, id = `checkup-${code}`): Checkup {
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

/** A network that stays as it is, whatever the person says. */
const untilStopped: World["watchRestart"] = async (_target, who, signal) => {
  const state = who.kept ?? { ...beginRestart(0), phase: "waiting-for-gap" as const };
  who.onLook(state);
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
  return { ...state, pulledMs: who.pulled() ? 1 : null };
};

/** A computer whose check-ups turn out as told, one after the other; the last one stays. */
export function worldOf(
  found: VerdictCode[],
  actions: readonly RepairAction[],
  watchRestart: World["watchRestart"] = untilStopped,
): World {
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
  return {
    action: async (id) => actions.find((one) => one.id === id) ?? null,
    ground: async () => ground,
    watchRestart,
  };
}

/** A repair with one choice that ends as told. */
export function action(id: RepairId, end: ActionEnd | (() => Promise<ActionEnd>), undone: string[] = []): RepairAction {
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

export const DONE: ActionEnd = { kind: "done", undoId: "undo-1", facts: [] };

/** A desk that is open. `until`: when its open step is there and nothing is under way. */
export interface Open {
  readonly desk: GuidedDesk;
  readonly until: (phase: StepPhase) => Promise<GuidedSession>;
  readonly errors: unknown[];
}

export async function open(folder: string, code: VerdictCode, world: World, start = true): Promise<Open> {
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

export const NOBODY: Pick<GuidedSession, "steps" | "at"> = { steps: [], at: 0 };
export const stepOf = ({ steps, at }: Pick<GuidedSession, "steps" | "at">) => steps[at];
