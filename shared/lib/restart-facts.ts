import {
  type Gap,
  type NetworkLook,
  type RestartProof,
  type RestartStage,
  type RestartState,
  type Seen,
} from "../model/restart.ts";

/** Has it come to an end, good or bad? */
export function isOver({ phase }: RestartState): boolean {
  return phase === "back" || phase === "no-gap" || phase === "not-back" || phase === "elsewhere";
}

/** Whether the router answers. One that is not asked because the connection itself is gone does not answer either. */
export function routerIs({ seen }: NetworkLook): Seen {
  return seen.link === "down" ? "down" : seen.router;
}

/** What did not answer before anything was switched off; null when the router and the way out did. */
export function downStageBefore({ before }: RestartState): "router" | "provider" | null {
  if (before === null) return null;
  if (routerIs(before) === "down") return "router";
  return before.seen.provider === "down" ? "provider" : null;
}

/** The first stage that is not back; null when all are. A site that was not fine before is not waited for. */
export function missingStage({ backAtMs, before, watched }: RestartState): RestartStage | null {
  const needed = watched.filter((stage) => stage !== "site" || before?.seen.site === "up");
  return needed.find((stage) => backAtMs[stage] === null) ?? null;
}

/** What was seen of a real restart. */
export function proofOf(state: RestartState): RestartProof {
  const { routerGap, modemGap, backAtMs } = state;
  if (routerGap !== null && routerGap.toMs !== null) return { kind: "gap", seconds: secondsOf(routerGap) };
  if (modemGap !== null && modemGap.toMs !== null) return { kind: "modem-gap", seconds: secondsOf(modemGap) };
  const stage = downStageBefore(state);
  return stage !== null && backAtMs[stage] !== null ? { kind: "was-down", stage } : { kind: "none" };
}

/** The address on the internet before and after, as far as this computer itself knew it; null where it did not. */
export function outsideOf({ before, outside }: RestartState): {
  readonly before: string | null;
  readonly after: string | null;
} {
  return { before: before?.outside ?? null, after: outside };
}

function secondsOf({ fromMs, toMs }: Gap): number {
  return Math.max(1, Math.round(((toMs ?? fromMs) - fromMs) / 1_000));
}
