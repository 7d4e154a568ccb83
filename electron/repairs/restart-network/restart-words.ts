import type { Message } from "../../../shared/model/message.ts";
import { words } from "../actions/support/steps.ts";
import { missingStage, outsideOf, proofOf, type RestartState } from "./machine.ts";

/** A restart in sentences. */
export interface RestartWords {
  /** What goes on now, or how it ended. */
  readonly headline: Message;
  /** What was seen of a real restart, and of the address on the internet. Empty while nothing is over. */
  readonly facts: readonly Message[];
}

/** Says a state. `missing`: the stage's own name, translated by whoever shows it (`action.restart-network.stage.STAGE`). */
export function restartWords(state: RestartState, stageName: (key: string) => string): RestartWords {
  const over = state.phase === "back" || state.phase === "not-back";
  return { headline: headline(state, stageName), facts: over ? [proof(state), ...outside(state)] : [] };
}

function headline(state: RestartState, stageName: (key: string) => string): Message {
  const { phase, startedMs, lastMs, routerGap, modemGap, elsewhere } = state;
  const minutesSince = (fromMs: number) => Math.max(1, Math.round((lastMs - fromMs) / 60_000));
  switch (phase) {
    case "no-gap":
      return words("restart-network.end.no-gap", { minutes: minutesSince(startedMs) });
    case "not-back": {
      const stage = stageName(`action.restart-network.stage.${missingStage(state) ?? "site"}`);
      const from = (routerGap ?? modemGap)?.fromMs ?? startedMs;
      return words("restart-network.end.not-back", { minutes: minutesSince(from), stage });
    }
    case "elsewhere":
      return words("restart-network.end.elsewhere", { address: elsewhere ?? "" });
    case "looking":
    case "waiting-for-gap":
    case "gone":
    case "returning":
    case "back":
      return words(`restart-network.phase.${phase}`);
  }
}

function proof(state: RestartState): Message {
  const seen = proofOf(state);
  switch (seen.kind) {
    case "gap":
    case "modem-gap":
      return words(`restart-network.proof.${seen.kind}`, { seconds: seen.seconds });
    case "was-down":
      return words(`restart-network.proof.was-down-${seen.stage}`);
    case "none":
      return words("restart-network.proof.none");
  }
}

function outside(state: RestartState): readonly Message[] {
  const { before, after } = outsideOf(state);
  if (before === null || after === null) return [];
  return before === after
    ? [words("restart-network.proof.address-same", { address: after })]
    : [words("restart-network.proof.address-changed", { before, after })];
}
