import { downStageBefore, missingStage, outsideOf, proofOf } from "../lib/restart-facts.ts";
import type { RestartState } from "../model/restart.ts";
import type { Translator } from "./translator.ts";

/** A restart in sentences. */
export interface RestartWords {
  /** What goes on now, or how it ended. */
  readonly headline: string;
  /** What was seen of a real restart, and of the address on the internet. Empty while nothing was seen. */
  readonly facts: readonly string[];
}

const ROOT = "action.restart-network";

/** Says a restart: while it goes on, and how it ended. */
export function restartWords(state: RestartState, t: Translator): RestartWords {
  const over = state.phase === "back" || state.phase === "not-back";
  const proof = proofOf(state).kind === "none" ? [] : [proofWords(state, t)];
  return {
    headline: headline(state, t),
    facts: over ? [...(proof.length === 0 ? [t(`${ROOT}.proof.none`)] : proof), ...outside(state, t)] : proof,
  };
}

function headline(state: RestartState, t: Translator): string {
  const { phase, pulledMs, routerGap, elsewhere } = state;
  switch (phase) {
    case "waiting-for-gap": {
      const dead = downStageBefore(state) === "router" ? "-dead" : "";
      return t(`${ROOT}.phase.${pulledMs === null ? "waiting-for-gap" : "pulled"}${dead}`);
    }
    case "no-gap":
      return pulledMs === null ? t(`${ROOT}.end.no-gap`, { count: minutesOf(state) }) : t(`${ROOT}.end.no-gap-pulled`);
    case "not-back": {
      const stage = t(`${ROOT}.stage.${missingStage(state) ?? "site"}`);
      return t(`${ROOT}.end.not-back`, { count: minutesOf(state), stage });
    }
    case "elsewhere":
      return t(`${ROOT}.end.elsewhere`, { address: elsewhere ?? "" });
    case "gone":
      return t(`${ROOT}.phase.${routerGap === null ? "gone-modem" : "gone"}`);
    case "looking":
    case "returning":
    case "back":
      return t(`${ROOT}.phase.${phase}`);
  }
}

/** Since something went away, or since the beginning where nothing did. */
function minutesOf({ routerGap, modemGap, startedMs, lastMs }: RestartState): number {
  const fromMs = (routerGap ?? modemGap)?.fromMs ?? startedMs;
  return Math.max(1, Math.round((lastMs - fromMs) / 60_000));
}

function proofWords(state: RestartState, t: Translator): string {
  const seen = proofOf(state);
  switch (seen.kind) {
    case "gap":
    case "modem-gap":
      return t(`${ROOT}.proof.${seen.kind}`, { seconds: seen.seconds });
    case "was-down":
      return t(`${ROOT}.proof.was-down-${seen.stage}`);
    case "none":
      return t(`${ROOT}.proof.none`);
  }
}

function outside(state: RestartState, t: Translator): readonly string[] {
  const { before, after } = outsideOf(state);
  if (before === null || after === null) return [];
  return before === after
    ? [t(`${ROOT}.proof.address-same`, { address: after })]
    : [t(`${ROOT}.proof.address-changed`, { before, after })];
}
