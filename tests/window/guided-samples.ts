import type { Output } from "../../shared/contract/calls.ts";
import type { Comparison, Sample } from "../../shared/model/comparison.ts";
import type { GuidedSession, PlanStep, StepRecord } from "../../shared/model/guided.ts";
import type { ActionChoice } from "../../shared/model/repair-action.ts";
import type { RepairId } from "../../shared/model/repair.ts";
import { verdict } from "./samples.ts";

export const WORKS: Sample = { level: "works", lookupMs: null, seen: "http-200", address: "203.0.113.80" };
export const FAILS: Sample = { level: "fails", lookupMs: null, seen: "connect-refused", address: "203.0.113.9" };

export const CHOICE: ActionChoice = {
  id: "one",
  label: "",
  facts: [],
  steps: [{ kind: "command", text: "# 203.0.113.9 shop.example" }],
  mode: "auto",
  needsAdmin: true,
  undoable: true,
  seconds: 5,
  blockedBy: null,
};

/** Two rounds after it that prove it. */
export const PROOF: Comparison = {
  outcome: "fixed",
  worksNow: true,
  before: { target: FAILS, control: WORKS },
  after: [
    { target: WORKS, control: WORKS },
    { target: WORKS, control: WORKS },
  ],
};

export function planStep(id: RepairId, over: Partial<PlanStep> = {}): PlanStep {
  return {
    id,
    likelihood: "likely",
    risk: "low",
    needsAdmin: true,
    undoable: true,
    mode: "auto",
    kind: "do",
    look: "name",
    effort: 20,
    ...over,
  };
}

export function stepRecord(id: RepairId, over: Partial<StepRecord> = {}, plan: Partial<PlanStep> = {}): StepRecord {
  return {
    plan: planStep(id, plan),
    phase: "offered",
    startedAt: null,
    endedAt: null,
    offer: null,
    choiceId: null,
    control: "other-way",
    comparison: null,
    before: null,
    end: null,
    answer: null,
    verdictAfter: null,
    decision: null,
    undone: null,
    restart: null,
    memory: null,
    ...over,
  };
}

/** A session with these steps, the first one open. */
export function guidedSession(steps: readonly StepRecord[], over: Partial<GuidedSession> = {}): GuidedSession {
  return {
    id: "session-1",
    checkupIds: ["run-1"],
    source: { kind: "address", privateMode: false, askVantage: false },
    startedAt: "2026-06-01T09:41:03.000Z",
    updatedAt: "2026-06-01T09:41:03.000Z",
    url: "https://shop.example/",
    host: "shop.example",
    verdict: verdict("hosts-override"),
    mine: true,
    steps,
    place: "step",
    at: 0,
    practised: [],
    ...over,
  };
}

/** One that is about to take a line out of the hosts file. */
export const SESSION: GuidedSession = guidedSession([
  stepRecord("hosts-entry", { offer: { repair: "hosts-entry", choices: [CHOICE] } }),
]);

/** One change that nobody decided about, one that an ended program left unsure, and one that is kept. */
export const CHANGES: Output<"changes.list"> = [
  {
    id: "0123456789abcdef",
    repair: "proxy-off",
    label: "eth0",
    startedAt: "2026-06-01T09:41:03.000Z",
    standing: "undecided",
  },
  {
    id: "01234567",
    repair: "hosts-entry",
    label: "shop.example (/etc/hosts)",
    startedAt: "2026-05-31T18:02:00.000Z",
    standing: "unsure",
  },
  { id: "fedcba9876543210", repair: "set-clock", label: "", startedAt: "2026-05-30T08:00:00.000Z", standing: "kept" },
];
