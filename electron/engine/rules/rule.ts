import type { Confidence } from "../../../shared/model/confidence.ts";
import type { FaultSide } from "../../../shared/model/fault-side.ts";
import type { Message } from "../../../shared/model/message.ts";
import type { VerdictCode } from "../../../shared/model/verdict-code.ts";
import type { Evidence } from "../../../shared/model/verdict.ts";
import type { Signals } from "./signals/signals.ts";

/** Layers from the person outward: a nearer one that is broken hides what lies behind it. */
export const LAYERS = [
  "mixed",
  "healthy",
  "link",
  "address",
  "route",
  "device",
  "network",
  "internet",
  "proxy",
  "name",
  "path",
  "connect",
  "tls",
  "http",
] as const;

/** One of {@link LAYERS}. */
export type Layer = (typeof LAYERS)[number];

/** A rule's claim, before its rivals are weighed. */
export interface Candidate {
  readonly side: FaultSide;
  /** How sure the signs are by themselves; every open rival lowers it by one step. */
  readonly base: Confidence;
  /** Never empty; the first is the sentence a finding shows. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
  /** Values for title and explanation beside the usual ones; `context` picks a variant of the words. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** False: true and worth saying, but not why the site fails. It can only be a finding. */
  readonly explains?: boolean;
  /** It rests on what a person said: medium at most. */
  readonly fromAnswers?: boolean;
  /** What would change the verdict beside the open rivals. */
  readonly wouldChange?: readonly Message[];
}

/** Where a rival explanation stands. `holds`: it is the better one, so the rule steps back. */
export type RivalDecision =
  | { readonly state: "out"; readonly because: Message }
  | { readonly state: "open"; readonly wouldDecide: Message }
  | { readonly state: "holds" };

/** One explanation that must be ruled out. Null: it cannot be a rival here (another kind of target, say). */
export interface Rival {
  readonly code: VerdictCode;
  decide(signals: Signals): RivalDecision | null;
}

/** One row of the table. */
export interface Rule {
  readonly code: VerdictCode;
  readonly layer: Layer;
  readonly applies: (signals: Signals) => Candidate | null;
  readonly rivals: readonly Rival[];
}

/** An excluded rival. */
export function out(because: Message): RivalDecision {
  return { state: "out", because };
}

/** A rival that could not be excluded, with the observation that would. */
export function open(wouldDecide: Message): RivalDecision {
  return { state: "open", wouldDecide };
}

/** A rival that explains more. */
export const HOLDS: RivalDecision = { state: "holds" };
