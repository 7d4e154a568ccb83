import { pause } from "../../checks/support/pause.ts";
import { RESTART_STAGES, type RestartStage } from "./look.ts";
import { beginRestart, isOver, nextRestart, RESTART_LIMITS, type RestartLimits, type RestartState } from "./machine.ts";
import { type LookDeps, takeLook, type TakenLook } from "./take-look.ts";

/** What watching a restart takes. */
export interface ObserveDeps extends LookDeps {
  /** Milliseconds on a clock that only goes forward; absent: the system's. */
  readonly clock?: () => number;
  readonly limits?: RestartLimits;
  /** Between looks at what is near, and at what is outside, ms. */
  readonly cadence?: { readonly nearMs: number; readonly outsideMs: number };
}

/** The router is ours to ask; places outside belong to others, who get few questions. */
const CADENCE = { nearMs: 2_000, outsideMs: 10_000 } as const;

/**
 * Watches modem and router being restarted: looks, tells every change, and ends when all is back, when the time is up,
 * or with the signal. The last state is what it knows. Never throws.
 */
export async function observeRestart(
  deps: ObserveDeps,
  onChange: (state: RestartState) => void,
  signal: AbortSignal,
): Promise<RestartState> {
  const clock = deps.clock ?? (() => performance.now());
  const { nearMs, outsideMs } = deps.cadence ?? CADENCE;
  const limits = deps.limits ?? RESTART_LIMITS;
  let state = beginRestart(clock(), watchedIn(deps));
  onChange(state);
  let first: TakenLook | null = null;
  let outsideAtMs = -Infinity;
  while (!isOver(state) && !signal.aborted) {
    const atMs = clock();
    const due = atMs - outsideAtMs >= outsideMs;
    const known = first === null ? null : { router: first.look.router, interfaceName: first.interfaceName };
    const order = { atMs, known, quiet: first?.quiet ?? true, ask: due ? beyondNow(state) : [] };
    // One look after the other, on purpose.
    // oxlint-disable-next-line no-await-in-loop
    const taken = await takeLook(deps, order, signal);
    if (signal.aborted) break;
    first ??= taken;
    if (taken.look.seen.provider !== "not-asked") outsideAtMs = atMs;
    state = nextRestart(state, taken.look, limits);
    onChange(state);
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
