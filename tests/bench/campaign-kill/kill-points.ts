import { drive, driver, guards, leaveDead, records, state } from "./machine.ts";
import { choose, settle, type Ground } from "./ground.ts";
import { SERVERS } from "./servers.ts";
import { traced, type KillWhom } from "./tracer.ts";

interface Operation {
  readonly name: "switch-and-keep" | "switch-and-roll-back" | "undo" | "recover";
  readonly prepare: () => Promise<void>;
  readonly command: readonly string[];
  /** May the new servers stand there afterwards, seen what the journal said when it was killed? */
  readonly mayBeAfter: (was: ReturnType<typeof records>) => boolean;
}

const OPERATIONS: readonly Operation[] = [
  {
    name: "switch-and-keep",
    prepare: async () => undefined,
    command: driver("use", "60", "then-keep", ...SERVERS),
    mayBeAfter: (was) => was.some(({ confirmed }) => confirmed),
  },
  {
    name: "switch-and-roll-back",
    prepare: async () => undefined,
    command: driver("use", "60", "worse", ...SERVERS),
    mayBeAfter: () => false,
  },
  {
    name: "undo",
    prepare: async () => {
      drive("use", "60", "then-keep", ...SERVERS);
    },
    command: driver("undo"),
    mayBeAfter: (was) => was.every(({ restoring }) => !restoring),
  },
  { name: "recover", prepare: () => leaveDead(SERVERS), command: driver("recover"), mayBeAfter: () => false },
];

/** What is killed where. */
export interface KillPlan {
  /** Points for each operation and each way of killing; 0: all. */
  readonly points: number;
  /** See {@link choose}. */
  readonly phase: number;
  /** Also after files were created or emptied. */
  readonly opens: boolean;
}

/** Counts the calls of each operation that touch state, then repeats it for those chosen, killed right there. */
export async function killPoints(place: Ground, plan: KillPlan): Promise<void> {
  for (const operation of OPERATIONS) {
    // Point after point on one machine: nothing here may overlap.
    /* oxlint-disable no-await-in-loop */
    await operation.prepare();
    const whole = await traced(operation.command, null, "everything", plan.opens);
    await settle();
    place.toBefore();
    for (const whom of ["everything", "program"] as const) {
      for (const point of choose(whole.points, plan.points, plan.phase)) {
        place.say(await onePoint(place, operation, { point, whom, opens: plan.opens }));
      }
    }
    /* oxlint-enable no-await-in-loop */
  }
}

interface Where {
  readonly point: number;
  readonly whom: KillWhom;
  readonly opens: boolean;
}

async function onePoint(place: Ground, operation: Operation, { point, whom, opens }: Where): Promise<object> {
  const { variant, before, after } = place;
  const began = performance.now();
  await operation.prepare();
  const run = await traced(operation.command, point, whom, opens);
  const dead = performance.now();
  // A guard whose program is gone puts things back by itself; one that was killed does not.
  const alone = guards().length > 0;
  await settle();
  const guardMs = alone ? Math.round(performance.now() - dead) : null;
  const was = records();
  const recovered = drive("recover");
  const now = state(variant, true);
  const open = records().filter(({ state: one, restoring }) => one !== "undone" && (one !== "committed" || restoring));
  const kept = state(variant, false) === after && operation.mayBeAfter(was);
  const good = (now === before || kept) && open.length === 0 && (await settle());
  const result = { operation: operation.name, whom, point, at: run.last.slice(0, 120), killed: run.killed };
  const left = good && place.toBefore();
  const ms = Math.round(performance.now() - began);
  if (good && left) return { ...result, ok: true, ended: kept ? "after" : "before", guardMs, ms };
  if (!place.toBefore()) {
    place.fatal(`the machine could not be brought back after ${JSON.stringify(result)}`, state(variant, true));
  }
  return { ...result, ok: false, now, open, recovered, was, ms };
}
