import type { Message } from "../../../shared/model/message.ts";
import type { ActionChoice, ActionEnd, ActionUndone } from "../../../shared/model/repair-action.ts";
import type { ElevationDeps } from "../../platform/elevated/run-elevated.ts";
import { readTimeSync, setTimeSync, type TimeSync, timeSyncCommand } from "../../platform/time-sync.ts";
import type { ActionContext, RepairAction } from "../action.ts";
import type { ActionJournal } from "../action-journal.ts";
import type { GuideDeps } from "./support/guided-action.ts";
import { refusalOf, refused } from "./support/refused.ts";
import { click, command, guidedChoice, open, words } from "./support/steps.ts";

/** What the repair works with. */
export interface SetClockDeps extends GuideDeps {
  readonly elevation: ElevationDeps | null;
  readonly journal: ActionJournal;
}

/** Letting the network set the clock; or setting it by hand. */
export function setClockAction(deps: SetClockDeps): RepairAction {
  return {
    id: "set-clock",
    async offer(context, signal) {
      const facts = offBy(context);
      const { elevation } = deps;
      const sync = elevation === null ? "no-service" : await readTimeSync(elevation, signal);
      const auto = elevation === null || sync === "no-service" ? [] : [automatic(elevation, sync, facts)];
      return { repair: "set-clock", choices: [...auto, byHand(deps, facts)] };
    },
    apply: (_context, choiceId, signal) => apply(deps, choiceId, signal),
    undo: (undoId, signal) => undo(deps, undoId, signal),
  };
}

function automatic(elevation: ElevationDeps, sync: TimeSync, facts: readonly Message[]): ActionChoice {
  return {
    id: `sync-${sync}`,
    label: "",
    facts: [...facts, ...(sync === "unknown" ? [] : [words(`set-clock.sync-${sync}`)])],
    steps: [command(timeSyncCommand(elevation.os))],
    mode: "auto",
    needsAdmin: true,
    undoable: sync === "off",
    seconds: 20,
    blockedBy: null,
  };
}

function byHand({ system }: GuideDeps, facts: readonly Message[]): ActionChoice {
  const steps = [
    open("date", system),
    click("set-clock.automatic"),
    click("set-clock.zone"),
    click("set-clock.battery"),
  ];
  return guidedChoice("by-hand", steps, { facts, needsAdmin: true, seconds: 60 });
}

async function apply({ elevation, journal }: SetClockDeps, choiceId: string, signal: AbortSignal): Promise<ActionEnd> {
  if (choiceId === "by-hand") return { kind: "opened" };
  if (elevation === null) return refused("not-supported");
  const before = await readTimeSync(elevation, signal);
  if (choiceId !== `sync-${before}`) return refused("changed-since");
  if (before !== "off") return ask(elevation, before, signal);
  const record = journal.begin("set-clock", "", { sync: before });
  if (!record.ok) return refused("failed", "nothing", `journal ${record.error.code}`);
  const done = await setTimeSync(elevation, true, signal);
  const after = await readTimeSync(elevation, new AbortController().signal);
  if (after !== "unknown") journal.mark(record.value, after === "on" ? "applied" : "undone");
  if (after === "on") {
    // It may be on although no time server answered: that stays, and can be taken back.
    const fact = done.ok ? "set-clock.asked" : "set-clock.on-but-no-answer";
    return { kind: "done", undoId: record.value, facts: [words(fact)] };
  }
  const changed = after === "off" ? "nothing" : "maybe";
  return done.ok ? refused("not-effective", changed) : refusalOf(done.error, changed);
}

/** It is on, or cannot be seen: nothing to take back afterwards. */
async function ask(elevation: ElevationDeps, before: TimeSync, signal: AbortSignal): Promise<ActionEnd> {
  const done = await setTimeSync(elevation, true, signal);
  if (done.ok) return { kind: "done", undoId: null, facts: [words("set-clock.asked")] };
  return refusalOf(done.error, before === "on" || done.error.code === "cancelled" ? "nothing" : "maybe");
}

async function undo({ elevation, journal }: SetClockDeps, undoId: string, signal: AbortSignal): Promise<ActionUndone> {
  const change = journal.get(undoId);
  if (change?.repair !== "set-clock" || change.state === "undone" || elevation === null) {
    return refused("no-longer-there");
  }
  const now = await readTimeSync(elevation, signal);
  if (now === "off") {
    journal.mark(undoId, "undone");
    return { kind: "theirs" };
  }
  const done = await setTimeSync(elevation, false, signal);
  if ((await readTimeSync(elevation, new AbortController().signal)) === "off") {
    journal.mark(undoId, "undone");
    return { kind: "undone" };
  }
  return done.ok ? refused("not-effective", "maybe") : refusalOf(done.error, "maybe");
}

const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
] as const;

/** By how much the clock is wrong, as the check-up saw it; nothing when that was not measured. */
function offBy({ checkup }: ActionContext): readonly Message[] {
  const offset = checkup?.observations.checks.clock?.facts?.medianOffsetMs ?? null;
  if (offset === null || Math.abs(offset) < 1_000) return [];
  let rest = Math.abs(offset);
  const parts = UNITS.flatMap(([unit, ms]) => {
    const whole = Math.floor(rest / ms);
    rest -= whole * ms;
    return whole === 0 ? [] : [`${whole} ${unit}`];
  });
  const amount = parts.slice(0, 2).join(" ");
  return [words(offset > 0 ? "set-clock.ahead" : "set-clock.behind", { amount })];
}
