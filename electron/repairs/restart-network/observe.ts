import { isOver } from "../../../shared/lib/restart-facts.ts";
import { RESTART_STAGES, type RestartStage, type RestartState } from "../../../shared/model/restart.ts";
import { pause } from "../../checks/support/pause.ts";
import { beginRestart, nextRestart, RESTART_LIMITS, type RestartLimits } from "./machine.ts";
import { type LookDeps, takeLook } from "./take-look.ts";

/** What watching a restart takes. */
export interface ObserveDeps extends LookDeps {
  /** Milliseconds on a clock that only goes forward; absent: the system's, counted from 1970. */
  readonly clock?: () => number;
  readonly limits?: RestartLimits;
  /** Between looks at what is near, and at what is outside, ms. */
  readonly cadence?: { readonly nearMs: number; readonly outsideMs: number };
}

/** Who watches, and what they tell. */
export interface Observer {
  /** Where an earlier watch of the same restart stopped; null: a new one. */
  readonly kept: RestartState | null;
  /** Whether the person said by now that the plug is out. */
  readonly pulled: () => boolean;
  /** Hears of every look. */
  readonly onLook: (state: RestartState) => void;
}

/** The router is ours to ask; places outside belong to others, who get few questions. */
const CADENCE = { nearMs: 2_000, outsideMs: 10_000 } as const;

/**
 * Watches modem and router being restarted: looks, tells what it saw, and ends when all is back, when the time is up,
 * or with the signal. The last state is what it knows. Never throws.
 */
export async function observeRestart(deps: ObserveDeps, who: Observer, signal: AbortSignal): Promise<RestartState> {
  const clock = deps.clock ?? (() => performance.timeOrigin + performance.now());
  const { nearMs, outsideMs } = deps.cadence ?? CADENCE;
  const limits = deps.limits ?? RESTART_LIMITS;
  let state = who.kept ?? beginRestart(clock(), watchedIn(deps));
  who.onLook(state);
  let outsideAtMs = -Infinity;
  while (!isOver(state) && !signal.aborted) {
    const atMs = clock();
    const due = atMs - outsideAtMs >= outsideMs;
    // One look after the other, on purpose.
    // oxlint-disable-next-line no-await-in-loop
    const look = await takeLook(deps, { atMs, first: state.before, ask: due ? beyondNow(state) : [] }, signal);
    if (signal.aborted) break;
    if (look.seen.provider !== "not-asked") outsideAtMs = atMs;
    const pulledMs = state.pulledMs ?? (who.pulled() ? atMs : null);
    state = nextRestart({ ...state, pulledMs }, look, limits);
    who.onLook(state);
    // oxlint-disable-next-line no-await-in-loop
    if (!isOver(state)) await pause(nearMs, signal);
  }
  return state;
}

function watchedIn({ references, target }: LookDeps): readonly RestartStage[] {
  return RESTART_STAGES.filter((stage) => {
    if (stage === "provider") return references.egress.length > 0;
    if (stage === "dns") return references.stableName !== null || target.kind === "name";
    return true;
  });
}

/** The site is asked only once something was really switched off: it gets one question, not one a minute. */
function beyondNow({ routerGap, modemGap, before }: RestartState): readonly RestartStage[] {
  const wasDown = before !== null && before.seen.router !== "up";
  return routerGap !== null || modemGap !== null || wasDown ? ["provider", "dns", "site"] : ["provider", "dns"];
}
